"""What is told inside a statement: which stretches are read again, and what there is a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import Act, Span
from onrecord.statement.findings import REPORTED_BY_NOBODY, Finding
from onrecord.statement.marks import Marks

FIRST_PERSON = frozenset({"i", "we"})
_OTHERS = frozenset({"you", "they"})
"""Pronouns that inside a statement mean others where they tell somebody: "they told me"."""
_PERHAPS_THE_SPEAKER = frozenset({"he", "she"})
"""Pronouns that inside a statement mostly mean its own speaker when they think or plan."""
_DEEPEST = 2
"""Marks around a stretch that is read: in news prose a third pair hardly occurs."""
Stretch = tuple[Span, int, int]
"""A stretch to read, the marks around it, and the index of its block."""


def stretches_inside(found: Sequence[Finding], marks: Marks) -> list[Stretch]:
    """Return what is quoted in findings: whole contents, passages in them, and in those."""
    read: dict[Stretch, None] = {}
    for one in found:
        for content in one.content:
            if one.signed:
                read[content, 0, one.block] = None
            for stretch, depth in _passages(content, marks, 0):
                read[stretch, depth, one.block] = None
    return list(read)


def _passages(content: Span, marks: Marks, depth: int) -> Iterator[tuple[Span, int]]:
    """Yield the passages in a content, or the content in one, with the marks around it."""
    if depth == _DEEPEST:
        return
    if marks.around(content, depth) is not None:
        inner = [content]
    else:
        inner = [Span(q.inner_start, q.inner_end) for q in marks.within(content, depth)]
    for passage in inner:
        yield passage, depth + 1
        yield from _passages(passage, marks, depth + 1)


def is_report(text: str, told: Finding) -> bool:
    """Whether an attribution inside a statement is another's, or told to another: "I told her"."""
    if not told.source:
        return told.rule == "told"
    who = told.source[0].of(text).lower()
    quoted = any(text[c.start - 1] in "\"“‘«„'`" for c in told.content if c.start)
    if who in _PERHAPS_THE_SPEAKER and told.act in (Act.THOUGHT, Act.INTENTION):
        return quoted
    hearer = told.addressee[0].of(text).lower() if told.addressee else "you"
    tells = who in FIRST_PERSON | _OTHERS and told.act is Act.SPEECH and hearer != "you"
    return quoted or tells or who not in REPORTED_BY_NOBODY


def without_echoes(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Leave out what speakers say of themselves in a statement that already tells it."""
    contents = [(content, one) for one in found if one.depth == 0 for content in one.content]
    contents.sort(key=lambda pair: pair[0])
    kept: list[Finding] = []
    open_: list[tuple[Span, Finding]] = []
    at = 0
    for one in sorted(found, key=lambda f: (f.content[0].start, -f.content[0].end)):
        start = min(s.start for s in (*one.content, *one.cue))
        while at < len(contents) and contents[at][0].start <= start:
            open_.append(contents[at])
            at += 1
        open_ = [(c, f) for c, f in open_ if c.end > start]
        told = any(
            f is not one and c != content and all(c.covers(part) for part in (content, *one.cue))
            for c, f in open_
            for content in one.content[:1]
        )
        if not told or one.depth or is_report(text, one):
            kept.append(one)
    return kept
