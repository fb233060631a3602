"""Dates of words that name an event, from a user's list of events.

A report says "at the Tarn summit" or "before the war", and no calendar tells when that was. A
registry may (`onrecord.model.Registry.events`), and whoever holds one, the record, asks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.model import (
    Aspect,
    Circumstance,
    Document,
    Event,
    Granularity,
    Interval,
    Said,
    Statement,
)
from onrecord.utterance.times import calendar
from onrecord.utterance.times.readers import count_of
from onrecord.utterance.when.attribution import is_told_as_made

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_NOT_WITHIN = re.compile(
    r"\b(?:before|after|since|until|till|ahead of|following|prior to|between)\s+(?:\S+\s+){0,3}$",
    re.I,
)
_AWAY = re.compile(
    r"\b(?:(?:(?P<count>an?|\w+)\s+days?|the\s+(?:day|evening|night|morning))\s+(?P<way>before|after)"
    r"|(?:on\s+)?the\s+(?P<eve>eve)\s+of)\s+(?:the\s+)?$",
    re.I,
)
_NTH = re.compile(
    r"\b(?P<nth>first|second|third|fourth|fifth|last)\s+day\s+of\s+(?:the\s+)?$", re.I
)


def at_event(words: str, events: Sequence[Event], until: str | None = None) -> Interval | None:
    """Return when words were said that name an event: "at the Tarn summit", "the day after it".

    Before or after an event is no interval, and stays words. Of several events of one name, the
    last that had begun by `until`, the day of publication (ISO 8601), is meant; where that is
    not known, none is.
    """
    found = _named(words, events, until)
    if found is None:
        return None
    event, at = found
    before = words[:at]
    first, last = _bounds(event)
    granularity = _granularity(event)
    away, nth = _AWAY.search(before), _NTH.search(before)
    if away is not None or nth is not None:
        day = _day_away(away, first, last) if away else _nth_day(nth, first, last) if nth else None
        if day is None or granularity is not Granularity.DAY:
            return None
        first = last = day
    elif _NOT_WITHIN.search(before):
        return None
    return Interval(str(first), str(last), granularity, words, f"event: {event.name}")


def dated_by_events(
    document: Document,
    statements: Iterable[Statement],
    said: Mapping[str, Said],
    circumstances: Iterable[Circumstance],
    events: Sequence[Event],
) -> dict[str, Said]:
    """Return `said` with the dates of statements whose time or occasion is an event of a user's.

    A date that the report itself gives is never replaced.
    """
    # For whoever keeps the record: where the words are stored, `at_event` alone will do.
    until = document.published.end[:10] if document.published else None
    dated = dict(said)
    made = {s.id for s in statements if is_told_as_made(s)}
    told = [(id, one.span, one.text) for id, one in said.items()]
    told += [
        (c.statement_id, c.span, c.span.of(document.text))
        for c in circumstances
        if c.aspect is Aspect.OCCASION
    ]
    for id, span, text in told:
        known = dated.get(id)
        if id not in made or (known is not None and known.interval is not None):
            continue
        when = at_event(text, events, until)
        if when is not None and (until is None or when.start <= until):
            dated[id] = Said(span, when.text, when.rule, replace(when))
    return dated


def _named(words: str, events: Sequence[Event], until: str | None) -> tuple[Event, int] | None:
    """Return the event that words name, by its longest name, and where they name it."""
    found: dict[Event, tuple[int, int]] = {}
    for event in events:
        for name in (event.name, *event.aliases):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.I)
            if match is not None:
                longest = max((len(name), -match.start()), found.get(event, (0, 0)))
                found[event] = longest
    if not found:
        return None
    best = max(length for length, _ in found.values())
    named = [event for event, (length, _) in found.items() if length == best]
    if len(named) > 1:
        begun = [event for event in named if until and str(_bounds(event)[0]) <= until]
        named = sorted(begun, key=lambda event: (event.start, event.end, event.name))[-1:]
    return (named[0], -found[named[0]][1]) if named else None


def _bounds(event: Event) -> tuple[date, date]:
    """Return the first and the last day of an event."""
    first, last = event.start + "-01-01"[len(event.start) - 4 :], event.end
    year, month = int(last[:4]), int(last[5:7] or 12)
    whole = calendar.month(year, month)
    assert whole is not None  # A registry holds no other years.
    return date.fromisoformat(first), date.fromisoformat(last) if last[8:] else whole[1]


def _granularity(event: Event) -> Granularity:
    shortest = min(len(event.start), len(event.end))
    return {4: Granularity.YEAR, 7: Granularity.MONTH}.get(shortest, Granularity.DAY)


def _day_away(match: re.Match[str], first: date, last: date) -> date | None:
    count = count_of(match["count"]) if match["count"] else 1
    after = (match["way"] or "").lower() == "after"
    return calendar.shifted(last, count) if after else calendar.shifted(first, -count)


def _nth_day(match: re.Match[str], first: date, last: date) -> date | None:
    nth = match["nth"].lower()
    day = last if nth == "last" else calendar.shifted(first, _ORDINALS[nth])
    return day if day and day <= last else None
