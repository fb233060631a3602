"""The signs that open the lines of a block quote: layout, and nobody's words.

In plain text and in Markdown each line of a quotation may begin with ``>``. The text is kept as
it is and the quotation is one block, so the signs stand between its lines; a statement that
goes over several of them has a span for each stretch between two signs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import BlockKind, Document, Span, Spans, Statement, statement_id

SIGN = r"(?<=[\n\r\x0b\x0c\x85\u2028\u2029])[^\S\n]*>[\s>]*"
"""A pattern of what opens a line below the first: one ``>`` or, in a quotation of one, several."""

_SIGN = re.compile(SIGN)


def without_signs(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with no sign in any of their spans, and the ids that follow from it."""
    signs = list(_signs(document))
    if not signs:
        return tuple(statements)
    cut = [_without(statement, signs) for statement in statements]
    ids = {old.id: new.id for old, new in zip(statements, cut, strict=True)}
    whole = (replace(one, parent=ids[one.parent] if one.parent else None) for one in cut)
    return tuple({one.id: one for one in whole}.values())


def _signs(document: Document) -> Iterator[Span]:
    """Yield each sign with the white space around it, in order of the text."""
    text = document.text
    for block in document.blocks:
        if block.kind is BlockKind.QUOTE:
            for sign in _SIGN.finditer(text, block.span.start, block.span.end):
                start = sign.start()
                while text[start - 1].isspace():
                    start -= 1
                yield Span(start, sign.end())


def _without(statement: Statement, signs: Sequence[Span]) -> Statement:
    def parted(spans: Spans) -> Spans:
        return tuple(part for span in spans for part in _parts(span, signs))

    content, cue, source = map(parted, (statement.content, statement.cue, statement.source))
    return replace(
        statement,
        id=statement_id(statement.document_id, statement.extractor, content, cue, source),
        content=content,
        cue=cue,
        source=source,
        addressee=parted(statement.addressee),
    )


def _parts(span: Span, signs: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a span between the signs that it goes over."""
    start, at = span.start, bisect_right(signs, span.start, key=_end)
    while at < len(signs) and signs[at].start < span.end:
        if start < signs[at].start:
            yield Span(start, signs[at].start)
        start = signs[at].end
        at += 1
    if start < span.end:
        yield Span(start, span.end)


def _end(span: Span) -> int:
    return span.end
