"""Find the words for times in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Granularity
from onrecord.utterance.times.clock import Clock, find_clocks
from onrecord.utterance.times.dates import DATES, MONTHS
from onrecord.utterance.times.expression import Base, Expression
from onrecord.utterance.times.marks import DIGITS, Marked, Marks, marks_of
from onrecord.utterance.times.readers import days_from
from onrecord.utterance.times.relative import DAYS, LONGER, WEEKDAYS
from onrecord.utterance.times.words import Row

# Of two that overlap the earlier row wins.
_GRAMMAR = (*DATES, *MONTHS, *WEEKDAYS, *DAYS, *LONGER)

_MARKED = tuple((marks_of(row.shape), row) for row in _GRAMMAR)
_HOURS: Marks = (*DIGITS, "noon", "midday", "midnight")
_MARKS = Marked([_HOURS, *(one for marks, _ in _MARKED for one in marks)])
_NAMED_DAY = re.compile(r"\b(?:Black|Good|Easter|Ash|Super|Palm|Maundy|Cyber|Bloody)\s+$")
_CAPITAL = re.compile(r"[^\W_]\s+$")
_ON = re.compile(r"(?:late |early |earlier |later )?on\b|last\b|this\b|previous\b", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s+[A-Z]")
_GAP = 8
_BESIDE = re.compile(r"\s*,?\s*(?:on\s|at\s)?\s*", re.IGNORECASE)


def find_times(text: str) -> Iterator[Expression]:
    """Yield the expressions of time in `text`, in order, none overlapping another."""
    return iter(_times(text))


@lru_cache(maxsize=1024)
def _times(text: str) -> tuple[Expression, ...]:
    """Find the times of a text; those of the last are kept, since several stages ask for them."""
    held = _MARKS.held(text)
    if not held:
        return ()
    found: list[Expression] = []
    taken = bytearray(len(text))
    for marks, row in _MARKED:
        if not marks <= held:
            continue
        for match in row.pattern.finditer(text):
            if row.rule.startswith("weekday") and _is_title(text, match):
                continue
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"x" * len(match[0])
                found.append(_expression(row, match))
    found.sort(key=lambda e: e.start)
    return tuple(_with_hours(text, found) if _HOURS in held else found)


def _expression(row: Row, match: re.Match[str]) -> Expression:
    groups = match.groupdict()
    unit = (groups.get("unit") or "").lower()
    return Expression(
        start=match.start(),
        end=match.end(),
        text=_words(match.group()),
        rule=row.rule.replace("UNIT", unit),
        base=row.base,
        granularity=row.granularity or Granularity(unit),
        weekday=row.rule == "weekday",
        anchor=groups.get("anchor") or "",
        _match=match,
        _read=row.read,
    )


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a day is part of a name: "the Sunday Herald", "Question Hour On Sunday"."""
    start = match.start("weekday")
    if _NAMED_DAY.search(text, max(start - 12, 0), start):
        return True
    before = text[max(match.start() - 3, 0) : match.start()]
    if match.group().startswith("On ") and _CAPITAL.search(before):
        return True
    return not _ON.match(match.group()) and _NAME_AFTER.match(text, match.end()) is not None


def _with_hours(text: str, days: list[Expression]) -> Iterator[Expression]:
    """Join hours and the days that stand beside them; an hour alone is of the day named before."""
    hours = dict(find_clocks(text))
    ends = {end: hour for hour in hours for end in range(hour.end(), hour.end() + _GAP)}
    starts = {
        start: hour for hour in hours for start in range(hour.start() - _GAP, hour.start() + 1)
    }
    found: list[Expression] = []
    for day in days:
        near = (ends.get(day.start), starts.get(day.end))
        beside = next((h for h in near if h in hours and _is_beside(text, day, h)), None)
        if beside is not None and day.granularity is Granularity.DAY:
            start, end = min(beside.start(), day.start), max(beside.end(), day.end)
            found.append(day.joined(hours.pop(beside), start, end, _words(text[start:end])))
        else:
            found.append(day)
    found += (_hour(hour, clock) for hour, clock in hours.items() if clock and hour["at"])
    yield from sorted(found, key=lambda e: e.start)


def _is_beside(text: str, day: Expression, hour: re.Match[str] | None) -> bool:
    if hour is None:
        return False
    first, last = sorted([(day.start, day.end), hour.span()])
    between = text[first[1] : last[0]]
    return first[1] <= last[0] and _BESIDE.fullmatch(between) is not None


def _hour(match: re.Match[str], clock: Clock) -> Expression:
    return Expression(
        start=match.start(),
        end=match.end(),
        text=_words(match.group()),
        rule="hour of the day named",
        base=Base.NAMED,
        granularity=Granularity.MINUTE,
        weekday=False,
        anchor="",
        _match=match,
        _read=days_from(0),
        clock=clock,
    )


def _words(text: str) -> str:
    return " ".join(text.split())
