"""Paths to captures: what is there, in a fixed order, and an error for all that cannot be read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.capture.documents import captures_of
from onrecord.capture.kinds import JSON_LINES, READ, FileKind, kind_of_name
from onrecord.capture.unpack import Source, is_packed, size
from onrecord.errors import CaptureError
from onrecord.model import Capture

LIMIT = 20 * 1024 * 1024
"""The most bytes that one document may have, unpacked."""

STANDARD_INPUT = "-"

_REASONS = {
    errno.ENOENT: ("is not there", "missing"),
    errno.ENOTDIR: ("is not there", "missing"),
    errno.ELOOP: ("is a link that leads back to itself", "link loop"),
    errno.EACCES: ("may not be read", "unreadable"),
    errno.EPERM: ("may not be read", "unreadable"),
}


def read_captures(paths: Sequence[str], *, limit: int = LIMIT) -> Iterator[Capture | CaptureError]:
    """Yield a capture for each document under `paths`, or the error that stands in its way.

    Folders are read whole, by name, but for what is hidden. ``-`` is standard input. A line
    of a JSON Lines file and an item of a JSON array have their number after their path:
    ``file.jsonl:17``. `limit` is in bytes, for one document. No exception leaves this
    generator; what was not read says why in its error's `code`: ``missing``, ``unreadable``,
    ``link loop``, ``unsupported kind``, ``empty``, ``binary``, ``NUL bytes``, ``too large``,
    ``broken gzip``, ``broken json`` or ``wrong encoding``.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _standard_input(limit)
        else:
            yield from _path(path, limit)


def _standard_input(limit: int) -> Iterator[Capture | CaptureError]:
    if sys.stdin is None:  # as after <&- in a shell
        yield CaptureError("is closed", STANDARD_INPUT, code="missing")
        return
    stream = sys.stdin.buffer
    source = Source(stream, STANDARD_INPUT, limit=limit, packed=is_packed(stream))
    yield from captures_of(source, None)


def _path(path: str, limit: int) -> Iterator[Capture | CaptureError]:
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        yield _problem(path, error)
        return
    if stat.S_ISDIR(status.st_mode):
        found = False
        for capture in _folder(path, limit):
            found = True
            yield capture
        if not found:
            yield CaptureError("has nothing to read in it", shown(path), code="empty")
    else:
        yield from _file(path, status, limit, named=True)


def _folder(top: str, limit: int) -> Iterator[Capture | CaptureError]:
    """Walk a folder without recursion; a folder reached again through a link is not read again."""
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)
            if not stat.S_ISDIR(status.st_mode):
                yield from _file(path, status, limit, named=False)
                continue
            place = (status.st_dev, status.st_ino)
            if place in seen:
                problem = "is a link to a folder that is read already"
                yield CaptureError(problem, shown(path), code="link loop")
                continue
            seen.add(place)
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as error:
            yield _problem(path, error)
        else:
            waiting += [os.path.join(path, name) for name in reversed(names)]


def _file(
    path: str, status: os.stat_result, limit: int, *, named: bool
) -> Iterator[Capture | CaptureError]:
    """Yield what is in one file; `named` says that the user asked for this very one."""
    kind = kind_of_name(os.path.basename(path))
    is_file, is_pipe = stat.S_ISREG(status.st_mode), stat.S_ISFIFO(status.st_mode)
    # Of a file without any ending, or a pipe, that was asked for, the kind is found out.
    unnamed = named and (is_pipe or (is_file and not Path(path).suffix))
    if not (unnamed or (kind and is_file)):
        yield CaptureError(f"is not one of {READ}", shown(path), code="unsupported kind")
    elif not status.st_size and not is_pipe:
        yield CaptureError("is empty", shown(path), code="empty")
    elif status.st_size > limit and not _is_streamed(kind):
        problem = f"has {size(status.st_size)}, and one document may have {size(limit)}"
        yield CaptureError(problem, shown(path), code="too large")
    else:
        yield from _open(path, kind, limit)


def _is_streamed(kind: FileKind | None) -> bool:
    return kind is not None and (kind.packed or kind.media_type == JSON_LINES)


def _open(path: str, kind: FileKind | None, limit: int) -> Iterator[Capture | CaptureError]:
    try:
        file = open(path, "rb")  # noqa: SIM115  (closed below; opening alone may fail here)
    except OSError as error:
        yield _problem(path, error)
        return
    with file:
        packed = kind.packed if kind else is_packed(file)
        source = Source(file, shown(path), limit=limit, packed=packed)
        yield from captures_of(source, kind.media_type if kind else None)


def _problem(path: str, error: OSError | ValueError) -> CaptureError:
    # A ValueError is a path no file system can have.
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    message, code = _REASONS.get(number or 0, ("cannot be read", "unreadable"))
    if code == "missing" and os.path.islink(path):
        message = "is a link to a file that is not there"
    problem = CaptureError(message, shown(path), code=code)
    if code == "unreadable":
        problem.__cause__ = error
    return problem


def shown(path: str) -> str:
    r"""Return a path that can be printed and stored: bytes that are no UTF-8 become ``\xff``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
