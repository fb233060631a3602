"""Captures of invented reports."""

import hashlib
import json
from datetime import UTC, datetime

from onrecord.capture.encoding import find_encoding
from onrecord.document import read_document
from onrecord.model import Capture, Document

CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)


def capture(content: str | bytes, media_type: str = "text/plain", path: str = "a") -> Capture:
    data = content.encode() if isinstance(content, str) else content
    encoding = find_encoding(data, path, markup=media_type == "text/html")
    digest = hashlib.sha256(data).hexdigest()
    return Capture(digest, data, media_type, *encoding, path, None, CAPTURED)


def text(content: str) -> Document:
    return read_document(capture(content))


def markdown(content: str) -> Document:
    return read_document(capture(content, "text/markdown"))


def page(content: str | bytes) -> Document:
    return read_document(capture(content, "text/html"))


def fields(**values: object) -> Document:
    return read_document(capture(json.dumps(values), "application/json"))


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]
