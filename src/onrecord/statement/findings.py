"""A statement in the making, and the arithmetic of spans it needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.model import Act, Document, Kind, Span, Statement, statement_id
from onrecord.statement.marks import Marks, Quote

REPORTED_BY_NOBODY = frozenset("i we you it they that this who one".split())
"""Words that inside a statement name nobody whose report it could be."""


@dataclass(slots=True)
class Finding:
    """What a rule found in the block with index `block`.

    `depth` counts the marks around it: 0 in the report's own voice, 1 inside a quotation.
    `signed` says that the layout, not marks, gives the words as verbatim.
    """

    rule: str
    act: Act
    content: list[Span]
    cue: list[Span]
    source: list[Span]
    block: int
    addressee: list[Span] = field(default_factory=list)
    depth: int = 0
    signed: bool = False

    def statement(
        self, document: Document, extractor: str, confidence: float, marks: Marks
    ) -> Statement:
        content = tuple(union(self.content))
        cue, source = tuple(self.cue), tuple(self.source)
        return Statement(
            id=statement_id(document.id, extractor, content, cue, source),
            document_id=document.id,
            kind=Kind.DIRECT if self.signed else kind_of(content, marks, self.depth),
            act=self.act,
            content=content,
            cue=cue,
            source=source,
            addressee=tuple(self.addressee),
            parent=None,
            confidence=confidence,
            rule=self.rule,
            extractor=extractor,
        )


class Cover:
    """The union of some spans, asked in logarithmic time whether it touches another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = union(spans)
        self._starts = [s.start for s in self._spans]

    def overlaps(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start)
        return (at > 0 and self._spans[at - 1].end > span.start) or (
            at < len(self._spans) and self._spans[at].start < span.end
        )

    def covers(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start)
        return at > 0 and self._spans[at - 1].end >= span.end


def union(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order of text, those that overlap joined."""
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def distinct(found: Iterable[Finding]) -> list[Finding]:
    """Keep one finding for each set of spans, in order of text."""
    seen: dict[tuple[tuple[Span, ...], ...], Finding] = {}
    for one in found:
        seen.setdefault((tuple(one.content), tuple(one.cue), tuple(one.source)), one)
    return sorted(seen.values(), key=lambda f: (f.content[0], f.cue[:1], f.source[:1]))


def kind_of(content: Sequence[Span], marks: Marks, depth: int) -> Kind:
    """Tell direct, mixed and indirect by the marks at `depth`."""
    if all(marks.around(span, depth) for span in content):
        return Kind.DIRECT
    return Kind.MIXED if any(marks.touch(span, depth) for span in content) else Kind.INDIRECT


def inner(quote: Quote) -> Span:
    """Return what stands between the marks."""
    return Span(quote.inner_start, quote.inner_end)
