"""Make a record's tables, or bring them up to date, in one transaction."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, insert, text

import onrecord
from onrecord.record.engine import unwrapped, writing_engine
from onrecord.record.tables import meta

STEPS = Path(__file__).parent / "migrations"


def migrate(path: Path, timeout: float) -> None:
    """Take the file at `path`, new or old, to the newest version of the tables.

    Killed on the way it stays as it was. Two processes at once do it once.
    """
    _log_ahead(path, timeout)
    engine = writing_engine(path, timeout)
    with unwrapped(), engine.connect() as connection, connection.begin():
        command.upgrade(configuration(connection), "head")
        connection.execute(text("DELETE FROM meta WHERE name = 'made by'"))
        connection.execute(insert(meta).values(name="made by", value=onrecord.__version__))


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for the steps that are shipped in this package."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    return config


def _log_ahead(path: Path, timeout: float) -> None:
    """Let readers and one writer work at the same time (write-ahead log); the file remembers."""
    deadline = time.monotonic() + timeout
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    try:
        while True:
            # SQLite does not wait for a lock here, whatever the timeout says.
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
    finally:
        connection.close()
