"""Writing a file of the user's: whole or not at all, and never over what is not ours.

What onrecord wrote before may be written anew; it is known by how it begins. Any other
file is replaced only when that is asked for, and the record itself never.
"""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.errors import OnrecordError

BESIDE = ("", "-wal", "-shm", "-journal")
"""The endings of the files that a record is kept in."""

_LOOKED_AT = 4096
# A page names its maker; tables begin with the columns that they have had from the first.
_OWN = re.compile(
    rb'<!doctype html>.*<meta name="generator" content="onrecord [^"]*">'
    rb"|id,kind,act,speaker,"
    rb'|\{"id":"[0-9a-f]{16}","kind":"[a-z]+","act":"[a-z]+","speaker":',
    re.DOTALL,
)


def refuse_to_overwrite(path: Path, *, record: Path, force: bool) -> None:
    """Let nothing be written to `path` that would cost the user what is there.

    Raises:
        OnrecordError: if that is the record, or holds what onrecord did not write and
            `force` is false.
    """
    if _is_record(path, record):
        raise OnrecordError("is the record itself; name another file with -o", str(path))
    if not force and path.is_file() and not _is_own(path):
        raise OnrecordError(
            "is there and not of onrecord's making; name another file with -o,"
            " or replace it with --force",
            str(path),
        )


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` whole: a full disk leaves what was there before.

    Raises:
        OnrecordError: if it cannot be written.
    """
    # A device or a pipe can only be written to, not put in place.
    device = path.exists() and not path.is_file()
    unfinished = path if device else path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(data)
        if unfinished != path:
            unfinished.replace(path)
    except OSError as error:
        if unfinished != path:
            unfinished.unlink(missing_ok=True)
        raise OnrecordError("cannot be written; name another file with -o", str(path)) from error


def _is_record(path: Path, record: Path) -> bool:
    # By its name and by the file that is there, which may have several names.
    kept = [record.resolve().with_name(record.resolve().name + ending) for ending in BESIDE]
    there = path.exists()
    return path.resolve() in kept or any(there and k.exists() and path.samefile(k) for k in kept)


def _is_own(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOKED_AT)
    except OSError:  # What cannot be read is not known to be ours.
        return False
    return not begin or _OWN.match(begin.lstrip()) is not None
