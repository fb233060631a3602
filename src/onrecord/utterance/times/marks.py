"""What any words of a shape hold, so that most shapes need not be looked for in most texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.document import MONTHS
from onrecord.utterance.times import words as w
from onrecord.utterance.times.numbers import ORDINALS

Marks = tuple[str, ...]
"""Strings of which a text holds at least one wherever it holds a shape; of "" any text does."""

DIGITS: Marks = tuple("0123456789")
_OF_PIECES: Mapping[str, Marks] = MappingProxyType(
    {
        w.MONTH: tuple(month.capitalize()[:3] for month in MONTHS),
        w.WEEKDAY: tuple(f"{d}day" for d in "Mon Tues Wednes Thurs Fri Satur Sun".split()),
        w.ERA: ("before", "after", "during"),
        w.VAGUE: ("ago", "earlier", "later"),
        "minutes|moments|an hour": ("minutes", "moments", "hour"),
        "later|afterwards?": ("later", "after"),
        "today|tonight": ("today", "tonight", "this"),
        "next|following": ("next", "following"),
        w.THAT: ("that", "same"),
        **{
            literal: (literal,)
            for literal in (
                "yesterday weekend overnight century previous ago minutes hour before after"
            ).split()
        },
        "the eve": ("eve",),
        "day": ("day",),
        "night": ("night",),
        "New Year": ("year",),
        "Christmas": ("christmas",),
        "leap day": ("leap",),
        "week before last": ("week",),
        "(?P<year>": DIGITS,
        r"(?P<number>\d": DIGITS,
        w.SPELT.removeprefix("(?P<day>"): tuple(ORDINALS),
        w.SEASON: ("spring", "summer", "autumn", "fall", "winter"),
        w.UNIT: ("week", "month", "year"),
    }
)
"""By a piece of a pattern that is never optional, what it matches; the first piece decides."""


_BESIDE_WEEKDAYS: Mapping[str, Marks] = MappingProxyType(
    {
        " week": ("week",),
        "(?i:previous)": ("previous",),
        "(?i:following)": ("following",),
        "(?i:before|earlier)": ("before", "earlier"),
    }
)


def marks_of(pattern: str) -> frozenset[Marks]:
    """Return the marks of a shape, given as `rows` takes it; each of them is in all its texts."""
    found = {_first(pattern)}
    if "(?P<year>" in pattern:
        found.add(DIGITS)
    if w.MONTH not in pattern and w.WEEKDAY in pattern:
        found |= {marks for piece, marks in _BESIDE_WEEKDAYS.items() if piece in pattern}
    return frozenset(found)


def _first(pattern: str) -> Marks:
    core = pattern
    for piece in (w.SOME, w.ON, w.COUNT):
        core = core.replace(piece, "")
    core = core.replace("(?P<day>", "(?P<number>")
    return next((marks for piece, marks in _OF_PIECES.items() if piece in core), ("",))


class Marked:
    """Several marks, to ask which of them a text holds."""

    def __init__(self, every: Iterable[Marks]) -> None:
        self._every = frozenset(every)
        self._single = tuple(sorted({mark for marks in self._every for mark in marks}))

    def held(self, text: str) -> frozenset[Marks]:
        """Return the marks that a text holds, those with a capital only as they stand."""
        both = f"{text}\n{text.lower()}"
        single = {mark for mark in self._single if mark in both}
        if not single:
            return frozenset()
        return frozenset(marks for marks in self._every if not single.isdisjoint(marks))
