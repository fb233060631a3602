"""Invented reports for the tests of this stage, and what is found in them in words."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import Block, BlockKind, Document, Span, Spans
from onrecord.statement import StructuralExtractor


class Told(NamedTuple):
    """A statement as words."""

    kind: str
    source: str
    cue: str
    content: str
    parent: str | None = None
    """The source of the statement that reports this one."""


def report(
    text: str, *, kinds: dict[int, BlockKind] | None = None, outlet: str | None = None
) -> Document:
    """Make a document whose blocks are the lines of `text`; `kinds` overrides paragraph."""
    spans = [Span(*m.span()) for m in re.finditer(r"\S[^\n]*(?<=\S)", text)]
    blocks = tuple(
        Block((kinds or {}).get(i, BlockKind.PARAGRAPH), span) for i, span in enumerate(spans)
    )
    return Document(
        id="d",
        digest="",
        path="report.txt",
        url=None,
        text=text,
        blocks=blocks,
        title=None,
        outlet=outlet,
        byline=None,
        language="en",
        published=None,
        dates=(),
    )


def told(document: Document | str) -> list[Told]:
    """Return what the extractor finds, spans joined by `` | ``."""
    if isinstance(document, str):
        document = report(document)

    def words(spans: Spans) -> str:
        return " | ".join(span.of(document.text) for span in spans)

    statements = StructuralExtractor().extract(document).statements
    sources = {s.id: words(s.source) for s in statements}
    return [
        Told(
            s.kind,
            words(s.source),
            words(s.cue),
            words(s.content),
            sources[s.parent] if s.parent else None,
        )
        for s in statements
    ]
