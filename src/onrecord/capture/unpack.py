"""Bytes of an input, gzip undone, never more of them in memory than a document may have."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, cast

from onrecord.errors import CaptureError

_MAGIC = b"\x1f\x8b"
# Deflate reaches 1,032 to 1; lines of JSON stay far below this.
_HONEST_RATIO = 250
# They take no room packed, and a second for every ten million.
_MOST_BLANK_LINES = 1_000_000
_BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)


def size(count: int) -> str:
    """Return `count` bytes as a person says it.

    >>> size(20 * 1024 * 1024)
    '20 MiB'
    """
    value, unit = float(count), "bytes"
    for unit in ("bytes", "KiB", "MiB", "GiB", "TiB"):
        if value < 1024 or unit == "TiB":
            break
        value /= 1024
    return f"{value:.0f} {unit}" if value >= 10 or unit == "bytes" else f"{value:.1f} {unit}"


def is_packed(raw: IO[bytes]) -> bool:
    """Whether a stream begins as gzip does; false where it cannot be looked ahead into.

    What cannot be read at all is found out by reading it.
    """
    if not isinstance(raw, io.BufferedReader):
        return False
    try:
        return raw.peek(2).startswith(_MAGIC)
    except OSError:
        return False


class _Counted:
    """A stream that knows how many bytes were taken from it, as a pipe does not."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self.taken = 0

    def read(self, count: int = -1) -> bytes:
        part = self._raw.read(count)
        self.taken += len(part)
        return part


class Source:
    """A stream of bytes that undoes gzip and raises only `CaptureError`.

    Its errors: ``broken gzip``, ``unreadable``, and ``too large`` for a file that unpacks
    to more than `limit` bytes at a ratio no text has.
    """

    def __init__(self, raw: IO[bytes], path: str, *, limit: int, packed: bool) -> None:
        self.path = path
        self.limit = limit
        self._packed = _Counted(raw) if packed else None
        self._stream = raw if self._packed is None else _unzipped(self._packed)
        self._given = 0
        self._ahead = io.BytesIO()

    def peek(self, *, lines: int) -> list[bytes]:
        """Return the first `lines` lines that are not blank, and give them again later."""
        raw, full = io.BytesIO(), list[bytes]()
        for _ in range(_MOST_BLANK_LINES):
            if len(full) == lines or raw.tell() > self.limit:
                break
            line = self._next(self.limit + 1, line=True)
            if not line:
                break
            raw.write(line)
            if not line.isspace():
                full.append(line)
        raw.seek(0)
        self._ahead = raw
        return full

    def read(self) -> bytes:
        """Return everything.

        Raises:
            CaptureError: ``too large`` if that is more than the limit.
        """
        parts: list[bytes] = []
        while part := self._next(65_536):
            parts.append(part)
            if self._given > self.limit:
                much = f"more than {size(self.limit)}"
                raise CaptureError(self._excess(much), self.path, code="too large")
        return b"".join(parts)

    def lines(self) -> Iterator[tuple[int, bytes | CaptureError]]:
        """Yield each line that is not blank with its number, without its line break.

        A line over the limit is passed over in pieces and yields its error.
        """
        number = last = 0
        while line := self._next(self.limit + 1, line=True):
            number += 1
            if len(line) > self.limit and not line.endswith(b"\n"):
                length = len(line) + self._skip_line()
                problem = f"has {size(length)}, and one document may have {size(self.limit)}"
                yield number, CaptureError(problem, f"{self.path}:{number}", code="too large")
            elif not line.isspace():
                yield number, line.rstrip(b"\r\n")
            elif number - last > _MOST_BLANK_LINES:
                problem = f"has more than {_MOST_BLANK_LINES:,} blank lines at line {number}"
                raise CaptureError(problem, self.path, code="too large")
            else:
                continue
            last = number

    def _skip_line(self) -> int:
        skipped = 0
        while part := self._next(65_536, line=True):
            skipped += len(part)
            if part.endswith(b"\n"):
                break
        return skipped

    def _next(self, count: int, *, line: bool = False) -> bytes:
        if part := self._ahead.readline(count) if line else self._ahead.read(count):
            return part
        try:
            part = self._stream.readline(count) if line else self._stream.read(count)
        except _BROKEN as error:
            raise CaptureError("is broken gzip", self.path, code="broken gzip") from error
        except OSError as error:
            raise CaptureError("cannot be read", self.path, code="unreadable") from error
        self._given += len(part)
        if self._packed and self._given > max(self.limit, _HONEST_RATIO * self._packed.taken):
            much = f"more than {size(self._given)} out of {size(self._packed.taken)}"
            raise CaptureError(self._excess(much), self.path, code="too large")
        return part

    def _excess(self, much: str) -> str:
        verb = "unpacks to" if self._packed else "has"
        return f"{verb} {much}, and one document may have {size(self.limit)}"


def _unzipped(packed: _Counted) -> IO[bytes]:
    # GzipFile asks no more of its file than `read`, whatever its type says.
    return cast("IO[bytes]", gzip.GzipFile(fileobj=cast("IO[bytes]", packed), mode="rb"))
