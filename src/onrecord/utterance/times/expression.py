"""Words for a time, found in a text, and what they mean against a day to count from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from re import Match

from onrecord.model import Granularity, Interval
from onrecord.utterance.times.calendar import Days
from onrecord.utterance.times.clock import Clock

Read = Callable[[Match[str], date], Days | None]


class Base(Enum):
    """What must be known to tell which days words mean."""

    NOTHING = auto()
    """They say it all: "June 2, 2023"."""
    REPORT = auto()
    """The day on which they are written or spoken: "yesterday"."""
    NAMED = auto()
    """The day that was named before: "the day before", "that year"."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time, with their offsets in the text that was searched.

    `anchor` holds the words for what is counted from, where they name it: "the vote" in "two
    days after the vote". `clock` is the hour, where there is one.
    """

    start: int
    end: int
    text: str
    rule: str
    base: Base
    granularity: Granularity
    weekday: bool
    anchor: str
    _match: Match[str]
    _read: Read
    clock: Clock | None = None

    def resolve(self, counted_from: Days | None, *, before: bool = False) -> Interval | None:
        """Return when it was, None where that is not known, and for days that never were.

        Of a month or a year to count from, its first and its last day must tell the same. With
        `before`, a weekday named on that day is a week ago and not today; the rule says which.
        """
        if self.base is Base.NOTHING:
            days = self._read(self._match, date.max)
            return None if days is None else self._interval(days, self.rule)
        if counted_from is None:
            return None
        first, last = (self._read(self._match, day) for day in counted_from)
        if first is None or first != last:
            return None
        rule = self.rule
        if self.weekday and first[0] == counted_from[0]:
            if before and first[0] > date.min + timedelta(days=7):
                first = (first[0] - timedelta(days=7),) * 2
            rule += ": a week ago" if before else ": today"
        return self._interval(first, rule)

    def _interval(self, days: Days, rule: str) -> Interval | None:
        start, end = (day.isoformat() for day in days)
        if self.clock is None:
            return Interval(start, end, self.granularity, self.text, rule)
        if start != end:
            return None
        moment = self.clock.on(days[0])
        return Interval(moment, moment, Granularity.MINUTE, self.text, rule)

    def joined(self, clock: Clock | None, start: int, end: int, text: str) -> Expression:
        """Return the same day at an hour that stands beside it."""
        return replace(self, clock=clock, start=start, end=end, text=text)
