"""Which statement stands inside which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Span, Statement


def with_parents(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Give each statement the innermost one whose content holds it as its parent.

    A statement is held by another when its cue and its content lie in one content span of
    the other, which is longer and has another source. The order is kept.
    """
    ordered = tuple(statements)
    ranges = sorted(
        ((content, s) for s in ordered for content in s.content),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    parents: dict[str, str] = {}
    open_: list[tuple[Span, Statement]] = []
    at = 0
    for one in sorted(ordered, key=lambda s: _hull(s).start):
        hull = _hull(one)
        while at < len(ranges) and ranges[at][0].start <= hull.start:
            open_.append(ranges[at])
            at += 1
        open_ = [(span, s) for span, s in open_ if span.end > hull.start]
        holders = [
            (span.end - span.start, s.id)
            for span, s in open_
            if s.id != one.id and s.source != one.source and span.covers(hull) and span != hull
        ]
        if holders:
            parents[one.id] = min(holders)[1]
    return tuple(replace(s, parent=parents[s.id]) if s.id in parents else s for s in ordered)


def _hull(statement: Statement) -> Span:
    spans = (*statement.content, *statement.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
