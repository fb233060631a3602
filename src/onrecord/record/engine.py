"""The SQLAlchemy engine that writes to a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import ClauseElement, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import DBAPIError

from onrecord.record.address import uri


def writing_engine(path: Path, timeout: float) -> Engine:
    """Return an engine whose every transaction holds the lock for writing from its start.

    A writer that finds another one waits up to `timeout` seconds.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri(path, "mode=rw"), uri=True, timeout=timeout, isolation_level=None
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")
        # In a write-ahead log a process that dies loses nothing, and a machine that dies
        # loses the last moments at most, never the record.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        connection.execute("PRAGMA cache_size = -16000")
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def unwrapped() -> Iterator[None]:
    """Raise the errors of SQLite as SQLite's, not as SQLAlchemy's."""
    try:
        yield
    except DBAPIError as error:
        raise error.orig or error from None


def prepared(statement: ClauseElement) -> str:
    """Return the SQL of a statement with named parameters, to be run many times by itself.

    What is run for every document is put together once: that halves the time of adding it.
    """
    return str(statement.compile(dialect=dialect(paramstyle="named")))
