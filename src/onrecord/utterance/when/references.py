"""What words for a time are counted from: publication, a dateline, a day named before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.model import BlockKind, Document, Granularity, Interval
from onrecord.utterance.times import Base, Days, Expression, find_times
from onrecord.utterance.when.sheet import Sheet

_FIRST_YEAR = 1000  # a day of publication before it is a machine's empty field
_DATELINE_AGE = timedelta(days=60)
_NEAR = 3
"""Paragraphs back to the day that "the day before" counts from."""
_EXACT = frozenset({Granularity.DAY, Granularity.MINUTE})
_MOST = 50
_BESIDE = 40
"""Code points between an event and its day."""


class References:
    """The days that a report's words are counted from."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self.published = days_of(document.published)
        self._sheet = sheet
        self._datelines = tuple(_datelines(document, self.published))
        self._full: set[Days] = set()
        self._named: list[tuple[int, int, Expression, Interval]] = []
        self._events: dict[str, tuple[int, set[Days]]] = {}
        for index, at, expression in sheet.times:
            found = self.resolve(expression, at)
            if found is not None:
                self._named.append((index, at, expression, found[0]))
                if expression.rule == "date" and (days := days_of(found[0])):
                    self._full.add(days)

    def at(self, offset: int) -> tuple[Days | None, str]:
        """Return the days that a report's own words count from, and what to add to the rule."""
        for start, days in reversed(self._datelines):
            if start <= offset and days != self.published:
                return days, ", from the dateline"
        return self.published, ""

    def resolve(
        self, expression: Expression, at: int, *, before: bool = False
    ) -> tuple[Interval, str] | None:
        """Return what words at an offset mean in the report's own mouth, with the rule."""
        if expression.base is not Base.NAMED:
            days, more = self.at(at)
            if expression.base is Base.REPORT and days is None:
                return self._as_elsewhere(expression)
            when = expression.resolve(days, before=before)
            more = more if expression.base is Base.REPORT else ""
            return (when, when.rule + more) if when else None
        days = self._of_event(expression) if expression.anchor else self._before(expression, at)
        when = expression.resolve(days)
        if when is None:
            return None
        return when, f"{when.rule}, from {expression.anchor}" if expression.anchor else when.rule

    def is_to_come(self, when: Interval) -> bool:
        """Whether a time lies after the day of publication."""
        return self.published is not None and when.start[:10] > self.published[1].isoformat()

    def _before(self, expression: Expression, at: int) -> Days | None:
        """Return the day, or the longer time, named last before an offset."""
        here, sentences = self._sheet.block_of(at), self._sheet.page.sentences
        exact = expression.granularity in _EXACT
        upto = bisect_left(self._named, at, key=lambda one: one[1])
        for index, _, _, when in reversed(self._named[max(upto - _MOST, 0) : upto]):
            if here - sentences[index].block > _NEAR:
                return None
            if not exact or when.granularity in _EXACT:
                return days_of(when)
        return None

    def _as_elsewhere(self, expression: Expression) -> tuple[Interval, str] | None:
        """Return a day without a year from the only full date of the text that has that day."""
        if expression.rule != "month and day":
            return None
        found = {
            when
            for days in self._full
            if (when := expression.resolve(days)) and days_of(when) == days
        }
        return (
            (found.pop(), "month and day, in the year named elsewhere") if len(found) == 1 else None
        )

    def _of_event(self, expression: Expression) -> Days | None:
        """Return the day that the report gives for "the vote": the only one beside this word."""
        noun = expression.anchor.split()[-1]
        head = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        read, days = self._events.get(noun, (0, set()))
        self._events[noun] = len(self._named), days
        for index, at, other, when in self._named[read:]:
            if other.anchor or when.granularity not in _EXACT:
                continue
            sentence, end = self._sheet.page.sentences[index], at + other.end - other.start
            before = self._sheet.text[max(sentence.start, at - _BESIDE) : at]
            after = self._sheet.text[end : min(sentence.end, end + _BESIDE)]
            found = days_of(when)
            if found and (head.search(before) or head.search(after)):
                days.add(found)
        return next(iter(days)) if len(days) == 1 else None


def days_of(interval: Interval | None) -> Days | None:
    """Return the first and the last day of an interval."""
    if interval is None:
        return None
    first, last = date.fromisoformat(interval.start[:10]), date.fromisoformat(interval.end[:10])
    return (first, last) if first.year >= _FIRST_YEAR else None


def _datelines(document: Document, published: Days | None) -> Iterable[tuple[int, Days]]:
    """Yield the days of datelines, which may leave out the year, and where each begins to hold."""
    for block in document.blocks:
        if block.kind is not BlockKind.DATELINE:
            continue
        for expression in find_times(block.span.of(document.text)):
            when = expression.resolve(published)
            days = days_of(when)
            if (
                days is None
                or days[0] != days[1]
                or expression.rule not in ("date", "month and day")
            ):
                continue
            near = published is None or published[1] - _DATELINE_AGE <= days[0] <= published[1]
            if near:
                yield block.span.start, days
