"""Numbers as words: "three days ago", "on the third of March"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.utterance.times.calendar import Days

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}


_TO_TWENTY = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_OVER_TWENTY = [f"twenty-{word}" for word in _TO_TWENTY[:9]]
ORDINALS = {
    word: number
    for number, word in enumerate((*_TO_TWENTY, *_OVER_TWENTY, "thirtieth", "thirty-first"), 1)
}


def count_of(words: str) -> int | None:
    """Return the number that digits, a word of `NUMBERS` or "a" tell, None for all other words."""
    counted = int(words) if re.fullmatch(r"\d{1,3}", words) else NUMBERS.get(words.lower())
    return 1 if words.lower() in ("a", "an") else counted


def counted(
    read: Callable[[re.Match[str], date, int], Days | None],
) -> Callable[[re.Match[str], date], Days | None]:
    """Make a reader of one that needs the count: without one, nobody can tell."""

    def reader(match: re.Match[str], told: date) -> Days | None:
        count = count_of(match["count"])
        return None if count is None else read(match, told, count)

    return reader
