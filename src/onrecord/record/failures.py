"""What SQLite says when something goes wrong, in the terms of `onrecord.errors`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordMissing,
    RecordReadOnly,
)

# A write that stops at a limit on the size of files is an input/output error to SQLite.
_NO_ROOM = frozenset(
    {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_TRUNCATE}
)
_KINDS: dict[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_FULL: (RecordFull, "no space left; what was stored is intact, make room"),
    sqlite3.SQLITE_READONLY: (RecordReadOnly, "the record can only be read, not written"),
    sqlite3.SQLITE_PERM: (RecordReadOnly, "the record can only be read, not written"),
    sqlite3.SQLITE_BUSY: (RecordBusy, "another process is writing; try again when it is done"),
    sqlite3.SQLITE_LOCKED: (RecordBusy, "another process is writing; try again when it is done"),
    sqlite3.SQLITE_CORRUPT: (RecordDamaged, "the record is damaged; go back to a copy"),
    sqlite3.SQLITE_NOTADB: (RecordDamaged, "not a record of onrecord"),
}


def failure(error: sqlite3.Error, path: Path) -> RecordError:
    """Return what `error` means for the record at `path`."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code in _NO_ROOM:
        code = sqlite3.SQLITE_FULL
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        return _unopened(path)
    kind, message = _KINDS.get(code & 0xFF, (RecordError, "the record cannot be used"))
    return kind(message, str(path))


def _unopened(path: Path) -> RecordError:
    if not path.parent.is_dir():
        return RecordMissing("no such folder; make it first", str(path.parent))
    if path.is_dir():
        return RecordDamaged("a record is a file, and this is a folder", str(path))
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return RecordReadOnly("the record or its folder cannot be written", str(path))
    return RecordError("the record cannot be opened", str(path))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise SQLite's errors as those of the record at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise failure(error, path) from error
