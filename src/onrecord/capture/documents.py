"""One capture for each document in an input: a file, a line, or an item of a JSON array."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from onrecord.capture.encoding import Encoding, decode, find_encoding
from onrecord.capture.kinds import HTML, JSON, JSON_LINES, TEXT, kind_of_text
from onrecord.capture.unpack import Source
from onrecord.errors import CaptureError
from onrecord.model import Capture

# White space and byte order marks.
_NOTHING = b" \t\n\r\v\f\xef\xbb\xbf\xff\xfe\x00"
_BETWEEN_ITEMS = re.compile(r"[ \t\r\n]*(,?)[ \t\r\n]*")


def captures_of(source: Source, media_type: str | None) -> Iterator[Capture | CaptureError]:
    """Yield a capture for each document that `source` holds; None has its kind found out."""
    try:
        if media_type is None:
            yield from _unnamed(source)
        elif media_type == JSON_LINES:
            yield from _lines(source)
        else:
            yield from _whole(source.read(), source.path, media_type)
    except CaptureError as error:
        yield error


def _capture(data: bytes, path: str, media_type: str, encoding: Encoding) -> Capture:
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        data=data,
        media_type=media_type,
        encoding=encoding.name,
        encoding_rule=encoding.rule,
        path=path,
        url=None,
        captured_at=datetime.now(UTC),
    )


def _whole(data: bytes, path: str, media_type: str | None) -> Iterator[Capture | CaptureError]:
    if not data.strip(_NOTHING):
        raise CaptureError("is empty", path, code="empty")
    encoding = find_encoding(data, path, markup=media_type in (HTML, None))
    if media_type in (JSON, None):
        text = decode(data, *encoding)
        media_type = media_type or _kind_of(text)
        if media_type == JSON and text.lstrip().startswith("["):
            yield from _items(text, path, encoding)
            return
    yield _capture(data, path, media_type, encoding)


def _kind_of(text: str) -> str:
    kind = kind_of_text(text)
    return TEXT if kind == JSON and not _is_json(text) else kind


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _items(text: str, path: str, encoding: Encoding) -> Iterator[Capture | CaptureError]:
    """Yield the documents of a JSON array, each as it is written there, in UTF-8."""
    decoder = json.JSONDecoder()
    at = _skip(text, text.index("[") + 1)
    number = 0
    while not text.startswith("]", at):
        number += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            problem = f"is broken JSON in item {number}"
            raise CaptureError(problem, path, code="broken json") from error
        item = text[at:end].encode("utf-8", "surrogatepass")
        rule = "utf-8" if encoding.rule == "bom" else encoding.rule
        yield _capture(item, f"{path}:{number}", JSON, Encoding("utf-8", rule))
        at = _skip(text, end)
    if not number:
        raise CaptureError("is an empty array", path, code="empty")


def _skip(text: str, at: int) -> int:
    match = _BETWEEN_ITEMS.match(text, at)
    return at if match is None else match.end()


def _lines(source: Source) -> Iterator[Capture | CaptureError]:
    first = True
    for number, line in source.lines():
        if isinstance(line, CaptureError):
            yield line
        elif first and b"\0" in line:
            # Not a broken line: the whole file is something else.
            raise CaptureError("is not UTF-8, and JSON Lines must be", source.path, code="binary")
        else:
            yield _line(line, f"{source.path}:{number}")
        first = False
    if first:
        raise CaptureError("is empty", source.path, code="empty")


def _line(line: bytes, path: str) -> Capture | CaptureError:
    try:
        return _capture(line, path, JSON, find_encoding(line, path))
    except CaptureError as error:
        return error


def _unnamed(source: Source) -> Iterator[Capture | CaptureError]:
    """Find out what a stream holds: several lines that are each a JSON object are JSON Lines."""
    head = source.peek(lines=2)
    if len(head) == 2 and all(map(_is_json_object, head)):
        yield from _lines(source)
    else:
        yield from _whole(source.read(), source.path, None)


def _is_json_object(line: bytes) -> bool:
    text = line.decode("utf-8", "replace").lstrip("\ufeff \t")
    return text.startswith("{") and _is_json(text)
