"""The lines over a report that say what it is printed in, and when.

"THE PORT ANSEL HERALD", "Ansel Radio, news at six, 1 January 2024.", "The Lamp — weekly of the
lakes — Saturday, 5 March 2016", "Compass, issue 14, February 2025". Only above the first
paragraph: further down, a date behind a comma is the date of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.document.dates import date_line, month_line
from onrecord.document.furniture import NAME, Dateline, place_line
from onrecord.model import Interval

_LONGEST = 120
_MOST_WORDS = 8
"""Words of a part of the line, such as "weekly of the lake country"."""
_MOST_NAMES = 6
_PARTS = re.compile(r"\s*[•·|]\s*|\s+[–—-]\s+|,\s+|\s+(?=\()")
_WITHIN = 3
"""Lines below a name in which the date must stand."""
PRESS = frozenset(
    "news times herald wire newswire tv television radio gazette tribune newspaper chronicle "
    "broadcasting magazine telegraph courier press daily weekly journal post media broadcaster "
    "tabloid observer examiner".split()
)
"""Words that the name of an outlet holds, in lower case."""
_CALLED = re.compile(
    rf"(?:The\s+|THE\s+)?{NAME}(?:\s+(?:&|of|and|OF|AND)\s+(?:the\s+|THE\s+)?{NAME})?"
)


def masthead(line: str, *, under_name: bool = False) -> Dateline | None:
    """Return what a line with a date at its end, or between its parts, says of a report.

    It begins with what the report is printed in, unless that stands above it already
    (`under_name`): "Review of letters, 15 March 2024".
    """
    words = line.removesuffix(".")
    if len(words) > _LONGEST:
        return None
    parts = _PARTS.split(words)
    name = _outlet(parts[0])
    if name is None and not under_name:
        return None
    for first in range(1, len(parts)):
        for end in range(len(parts), first, -1):
            dated = _dated(words, parts, first, end)
            others = (*parts[:first], *parts[end:])
            if dated is not None and all(_is_short(part) for part in others):
                return Dateline(len(line), name, dated)
    return None


def press_in(line: str) -> str | None:
    """Return the name that a line begins with if its words tell that it is no town's."""
    name = _outlet(_PARTS.split(line)[0])
    return name if name and PRESS.intersection(name.lower().split()) else None


def outlet_over(lines: Sequence[str]) -> str | None:
    """Return the name in the first of some lines if it stands over a date, and that over more.

    What then follows has a headline of its own: "ANSEL WIRE", "3 May 2024", "Voss: No toll".
    """
    name = _outlet(_PARTS.split(lines[0])[0]) if lines else None
    if name is None:
        return None
    below = lines[1 : _WITHIN + 1]
    dates = [n for n, line in enumerate(below) if _date_of(line) is not None]
    return name if dates and len(lines) > dates[0] + 2 else None


def _date_of(line: str) -> Interval | None:
    place = place_line(line) or masthead(line, under_name=True)
    return date_line(line) or (place.date if place else None)


def _dated(line: str, parts: Sequence[str], first: int, end: int) -> Interval | None:
    """Return the date in some neighbouring parts: its own comma has parted it too."""
    start = line.index(parts[first], sum(map(len, parts[:first])))
    stop = line.index(parts[end - 1], start) + len(parts[end - 1])
    return date_line(line[start:stop]) or month_line(line[start:stop])


def _is_short(part: str) -> bool:
    return len(part.split()) <= _MOST_WORDS


def _outlet(part: str) -> str | None:
    fits = len(part.split()) <= _MOST_NAMES and _CALLED.fullmatch(part)
    return part if fits and date_line(part) is None else None
