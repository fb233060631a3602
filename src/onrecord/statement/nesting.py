"""Which statement stands inside which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Span, Spans, Statement

_CITING = frozenset({"citing", "quoting", "referring to", "with reference to"})


def with_parents(text: str, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Give each statement the innermost one whose content holds it as its parent.

    A statement is held by another when its cue and its content lie in the content of the other,
    which is longer or has more spans, and which has another source. Whom a report
    cites ("X, citing Y, reported") is held by who cites them, with the same content. The order
    is kept.
    """
    ordered = tuple(statements)
    parents = _citing(text, ordered)
    sizes = {s.id: _size(s) for s in ordered}
    ranges = sorted(
        ((content, s) for s in ordered for content in s.content),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    open_: list[tuple[Span, Statement]] = []
    at = 0
    for one in sorted(ordered, key=lambda s: _hull(s).start):
        hull = _hull(one)
        first, *rest = sorted((*one.content, *one.cue))
        while at < len(ranges) and ranges[at][0].start <= hull.start:
            open_.append(ranges[at])
            at += 1
        open_ = [(span, s) for span, s in open_ if span.end > hull.start]
        if one.id in parents:
            continue
        holders = [
            (span.end - span.start, s.id not in parents, s.id)
            for span, s in open_
            if span.covers(first) and sizes[s.id] > sizes[one.id] and s.source != one.source
            if all(any(c.covers(r) for c in s.content) for r in rest)
        ]
        if holders:
            parents[one.id] = min(holders)[-1]
    return tuple(replace(s, parent=parents[s.id]) if s.id in parents else s for s in ordered)


def is_citing(text: str, one: Statement) -> bool:
    """Whether a statement is what another cites."""
    return bool(one.cue) and " ".join(one.cue[0].of(text).lower().split()) in _CITING


def _citing(text: str, statements: Sequence[Statement]) -> dict[str, str]:
    """Return the parent of each statement that another cites: the nearest with its content."""
    told: dict[Spans, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.source and one.cue and not is_citing(text, one):
            told[one.content].append(one)
    found: dict[str, str] = {}
    for one in statements:
        if is_citing(text, one) and told[one.content]:
            cue = one.cue[0].start
            found[one.id] = min(
                (abs(other.cue[0].start - cue), other.id) for other in told[one.content]
            )[1]
    return found


def _hull(statement: Statement) -> Span:
    spans = (*statement.content, *statement.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _size(statement: Statement) -> tuple[int, int]:
    """Return how much a statement tells, so that of two no more than one holds the other."""
    return sum(s.end - s.start for s in statement.content), len(statement.content)
