"""What kind of text an input is: by the end of its name, or by how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
JSON = "application/json"
JSON_LINES = "application/jsonl"

_SUFFIXES = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".json": JSON,
    ".jsonl": JSON_LINES,
}
READ = "txt, md, html, htm, json, jsonl, each also with .gz"

_MARKUP = re.compile(
    r"(?:<!--(?:(?!-->).)*-->|<\?xml[^>]*\?>|\s)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|article|main|section|div|p|h[1-6])\b)",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 4096


class FileKind(NamedTuple):
    """A media type, and whether gzip lies over it."""

    media_type: str
    packed: bool


def kind_of_name(name: str) -> FileKind | None:
    """Return what a file of this name holds; None for a kind that is not read.

    >>> kind_of_name("report.html.gz")
    FileKind(media_type='text/html', packed=True)
    """
    path = PurePath(name.lower())
    packed = path.suffix == ".gz"
    media_type = _SUFFIXES.get((path.with_suffix("") if packed else path).suffix)
    return None if media_type is None else FileKind(media_type, packed)


def kind_of_text(text: str) -> str:
    """Return the media type of text that has no name: HTML, JSON or plain.

    What begins as JSON is JSON only if the reader can parse it; that is left to it.
    """
    start = text[:_LOOKED_AT].lstrip("\ufeff")
    if _MARKUP.match(start):
        return HTML
    return JSON if start.lstrip().startswith(("{", "[")) else TEXT
