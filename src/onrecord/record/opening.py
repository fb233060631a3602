"""Open a record: find out what the file is, make it, or bring it up to date.

Only making and migrating load SQLAlchemy and Alembic; a reader waits for neither.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import onrecord
from onrecord.errors import RecordDamaged, RecordMissing, RecordNewer, RecordReadOnly
from onrecord.record.address import uri, writable
from onrecord.record.failures import explained

SCHEMA = "0007"
"""The version of the tables that this code reads and writes: the newest migration."""

APPLICATION_ID = 0x6F6E7264
"""What the header of a record's file says it is: ``onrd``."""


def opened(path: Path, *, create: bool, timeout: float) -> sqlite3.Connection:
    """Return a connection for reading to a record of the present version.

    Raises:
        RecordMissing, RecordNewer, RecordReadOnly, RecordFull, RecordBusy, RecordDamaged.
    """
    with explained(path):
        if _absent(path):
            if not create:
                raise _missing(path)
            _migrate(path, timeout)
        connection = _connect(path, timeout)
        try:
            version = _version(connection, path)
            if not version and not create:
                raise _missing(path)
            if version < SCHEMA:
                connection.close()
                if not writable(path):
                    raise RecordReadOnly(
                        f"made by an older version (tables {version or 'none'}) and cannot be"
                        " brought up to date, since it can only be read",
                        str(path),
                    )
                _migrate(path, timeout)
                connection = _connect(path, timeout)
        except BaseException:
            connection.close()
            raise
    return connection


def _absent(path: Path) -> bool:
    # A file without a byte is what is left where a record was about to be made.
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def _missing(path: Path) -> RecordMissing:
    return RecordMissing("no record here; make one with: onrecord add PATH", str(path))


def _connect(path: Path, timeout: float) -> sqlite3.Connection:
    if writable(path):
        # Opened for writing and held to reading: the last to close it tidies the log away.
        connection = _sqlite(path, "mode=rw", timeout)
        connection.execute("PRAGMA query_only = ON")
        return connection
    # Without leave to write beside it a log cannot be opened, and without a log none is needed.
    log = Path(f"{path}-wal")
    logged = log.exists() and log.stat().st_size
    return _sqlite(path, "mode=ro" if logged else "mode=ro&immutable=1", timeout)


def _sqlite(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(uri(path, mode), uri=True, timeout=timeout, isolation_level=None)


def _version(connection: sqlite3.Connection, path: Path) -> str:
    """Return the version of the tables, "" where they were never finished."""
    (names,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    # A file of nobody's without a table is what a killed run leaves.
    if application != APPLICATION_ID and (names or application):
        cure = "name another file with --record"
        raise RecordDamaged(f"a database, and not a record of onrecord; {cure}", str(path))
    if not names:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    version = str(row[0]) if row else ""
    if version > SCHEMA:
        (maker,) = connection.execute("SELECT value FROM meta WHERE name = 'made by'").fetchone()
        raise RecordNewer(
            f"made by onrecord {maker} (tables {version}), and this is onrecord"
            f" {onrecord.__version__} (tables {SCHEMA}); install the newer one",
            str(path),
        )
    return version


def _migrate(path: Path, timeout: float) -> None:
    from onrecord.record.migrating import migrate

    migrate(path, timeout)
