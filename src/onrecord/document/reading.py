"""From a capture to a document: decode, read by media type, lay out, and fill in what is known."""

from __future__ import annotations

import re

from onrecord.capture import decode
from onrecord.document.blocks import Layout, lay_out
from onrecord.document.dates import choose, date_in_url, is_readable
from onrecord.document.draft import Draft
from onrecord.document.language import language_of
from onrecord.document.plain import read_plain
from onrecord.document.source import outlet_named
from onrecord.errors import DocumentError
from onrecord.model import READ_KINDS, BlockKind, Capture, Document, content_id

_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")


def read_document(capture: Capture) -> Document:
    """Return the report in a capture.

    The text of a plain file is its decoded content, unchanged; of a JSON document, its text
    field, unchanged; of a page, the blocks that trafilatura chose, rendered word for word.

    Raises:
        DocumentError: ``no text``, ``own page``, ``broken json``, ``no document``,
            ``NUL bytes``, ``wrong encoding`` or ``no room``, about the path of the capture.
    """
    draft = _draft(capture)
    for words in (draft.text, draft.title, draft.outlet, draft.byline, draft.url):
        _check(words or "", capture.path)
    layout = lay_out(draft.text, draft.passages, title=draft.title)
    if not layout.blocks:
        raise DocumentError("has no text", capture.path)
    url = draft.url or capture.url
    candidates = [*draft.dates, *layout.dates]
    in_url = date_in_url(url) if url else None
    dates = choose([*candidates, *([in_url] if in_url else [])])
    return Document(
        id=content_id(capture.digest, draft.text),
        digest=capture.digest,
        path=capture.path,
        url=url,
        text=draft.text,
        blocks=layout.blocks,
        title=draft.title or _headline(draft.text, layout),
        outlet=draft.outlet or layout.outlet or outlet_named(draft.text, layout.blocks),
        # What stands in the text can be proved; what a page declares is often its desk.
        byline=layout.byline or draft.byline,
        language=draft.language or _language(draft.text, layout, capture.path),
        published=dates[0] if dates and is_readable(dates[0]) else None,
        dates=dates,
    )


def _draft(capture: Capture) -> Draft:
    text = decode(capture.data, capture.encoding, capture.encoding_rule)
    if capture.media_type == "text/html":
        from onrecord.document.page import read_page

        return read_page(text, capture)
    if capture.media_type == "application/json":
        from onrecord.document.fields import read_fields

        return read_fields(text, capture)
    if capture.media_type == "text/markdown":
        from onrecord.document.markdown import read_markdown

        return read_markdown(text)
    return read_plain(text)


def _check(text: str, path: str) -> None:
    """Refuse what no database can hold: JSON can escape it, and files hold it in broken UTF-8."""
    found = _NOT_STORABLE.search(text)
    if found is None:
        return
    if found[0] == "\0":
        raise DocumentError("has NUL characters in it", path, code="NUL bytes")
    raise DocumentError("has half a character in it", path, code="wrong encoding")


def _headline(text: str, layout: Layout) -> str | None:
    spans = [block.span for block in layout.blocks if block.kind is BlockKind.HEADLINE]
    return " ".join(spans[0].of(text).split()) if spans else None


def _language(text: str, layout: Layout, path: str) -> str | None:
    read = [block.span for block in layout.blocks if block.kind in READ_KINDS]
    longest_first = max(read[:5], key=lambda span: span.end - span.start, default=None)
    if longest_first is None:
        return None
    return language_of(text[longest_first.start : longest_first.start + 400], path=path)
