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
from onrecord.utterance.times.numbers import count_of
from onrecord.utterance.when.attribution import is_told_as_made

_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_THE = r"(?:(?:the|this|its|their)\s+)?(?:[12]\d{3}\s+)?\Z"
_WITHIN = re.compile(
    r"(?:^|\s)(?:at|during|in|throughout|told|addressed|addressing"
    r"|on\s+the\s+(?:day|sidelines|margins|fringes)\s+of"
    r"|at\s+the\s+(?:start|opening|beginning|end|close|conclusion)\s+of"
    rf"|(?:speech|address|remarks|toast)\s+to)\s+{_THE}",
    re.I,
)
"""What leads to an event on which something was said."""
_ALONE = re.compile(_THE, re.I)
_AWAY = re.compile(
    r"(?:on\s+|just\s+|exactly\s+)?(?:(?:(?!the\b)(?P<count>\w+)\s+day(?P<many>s?)"
    r"|the\s+(?:day|evening|night|morning))\s+(?P<way>before|after)|the\s+eve\s+of)\s+" + _THE,
    re.I,
)
_NTH = re.compile(
    rf"(?:^|\bthe\s+)(?P<nth>first|second|third|fourth|fifth|last)\s+day\s+of\s+{_THE}", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:since|before|after|until|till|following|ahead|prior|between|than|anniversar(?:y|ies)"
    r"|(?:days?|weeks?|months?|years?|decades?)\s+(?:on|off|away|ago|earlier|later)"
    r"|way|route|return(?:s|ed|ing)?|prepar(?:es?|ing|ations?|atory)|plan(?:s|ned|ning)?)\b",
    re.I,
)
"""What tells, anywhere in a clause, that its event was at another time: "since talks at …"."""
_CLAUSE = re.compile(r"[^.,;:!?()“”\"—–\n]*\Z")
_OVER = re.compile(
    r"\s*(?:$|[.,;:!?()“”\"—–]|(?:in|on|at|by|with|of|for|where|when|that|which|who|as|said|told"
    r"|he|she|they|it|we|was|were|is)\b)",
    re.I,
)
"""What may follow the name of an event: no noun, for the "Tarn summit anniversary" is another."""
_YEAR = re.compile(r"\b[12]\d{3}\b")
_LEAD = 120
"""Code points in front of words that may tell what leads to them."""


def at_event(words: str, events: Sequence[Event], until: str | None = None) -> Interval | None:
    """Return when words were said that name an event: "at the Tarn summit", "the day after it".

    Only what is known to mean so counts: a name that stands alone or behind "at", "during", "on
    the eve of" and their like, or a day counted from it in digits or in words up to twelve. All
    else is no interval, and stays words. `words` may begin in front of those that name the event,
    which is then the one last named in them by its longest name. Of several events of one name, the
    last that had begun by `until`, the day of publication (ISO 8601), is meant; where that is
    not known, none is.
    """
    found = _named(words, events, until)
    if found is None:
        return None
    event, at, end = found
    before, behind = words[:at], words[end:]
    clause = _clause(before)
    first, last = _bounds(event)
    granularity = _granularity(event)
    years = {int(year) for year in _YEAR.findall(clause + behind)}
    if _OVER.match(behind) is None or not years <= {*range(first.year, last.year + 1)}:
        return None
    away = _AWAY.fullmatch(before)
    nth = None if _ELSEWHERE.search(clause) else _NTH.search(clause)
    if away is not None or nth is not None:
        day = _day_away(away, first, last) if away else _nth_day(nth, first, last) if nth else None
        if day is None or granularity is not Granularity.DAY:
            return None
        first = last = day
    elif not _is_within(before, clause):
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
    # For whoever keeps the record: `at_event`, asked with the lead of an occasion too, will do.
    text = document.text
    until = document.published.end[:10] if document.published else None
    dated = dict(said)
    made = {s.id for s in statements if is_told_as_made(s)}
    told = [(id, one.span, one.text, "") for id, one in said.items()]
    told += [
        (c.statement_id, c.span, c.span.of(text), text[max(0, c.span.start - _LEAD) : c.span.start])
        for c in circumstances
        if c.aspect is Aspect.OCCASION
    ]
    for id, span, words, lead in told:
        known = dated.get(id)
        if id not in made or (known is not None and known.interval is not None):
            continue
        named = at_event(words, events, until)
        when = at_event(lead + words, events, until) if named and lead else named
        if named is None or when is None or when.rule != named.rule:
            continue
        if until is None or when.start <= until:
            dated[id] = Said(span, words, when.rule, replace(when, text=words))
    return dated


def _clause(before: str) -> str:
    """Return the last clause of what is in front of a name."""
    match = _CLAUSE.search(before, max(0, len(before) - _LEAD))
    return match[0] if match else ""


def _is_within(before: str, clause: str) -> bool:
    """Whether what leads to an event tells that something was said on it."""
    if _ALONE.fullmatch(before):
        return True
    return _WITHIN.search(clause) is not None and _ELSEWHERE.search(clause) is None


def _named(words: str, events: Sequence[Event], until: str | None) -> tuple[Event, int, int] | None:
    """Return the event that words name, by its longest name, and where they last name it."""
    found: dict[Event, tuple[int, int]] = {}
    folded = words.casefold()
    for event in events:
        for name in (event.name, *event.aliases):
            # Most words name none of many events: no pattern is made for these.
            if name.casefold() not in folded:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.I):
                found[event] = max((len(name), match.start()), found.get(event, (0, 0)))
    if not found:
        return None
    best = max(length for length, _ in found.values())
    named = [event for event, (length, _) in found.items() if length == best]
    if len(named) > 1:
        begun = [event for event in named if until and str(_bounds(event)[0]) <= until]
        named = sorted(begun, key=lambda event: (event.start, event.end, event.name))[-1:]
    if not named:
        return None
    length, start = found[named[0]]
    return named[0], start, start + length


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
    # "One days" is the end of "a hundred and one days".
    if not count or (match["count"] and (count > 1) != bool(match["many"])):
        return None
    after = (match["way"] or "").lower() == "after"
    return calendar.shifted(last, count) if after else calendar.shifted(first, -count)


def _nth_day(match: re.Match[str], first: date, last: date) -> date | None:
    nth = match["nth"].lower()
    day = last if nth == "last" else calendar.shifted(first, _ORDINALS[nth])
    return day if day and day <= last else None
