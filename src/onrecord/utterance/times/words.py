"""The pieces that the patterns of times are made of, and the rows that they make up.

A space of a pattern stands for any white space. Case counts only where a pattern says so: a
month and a weekday have a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.document import MONTHS
from onrecord.model import Granularity
from onrecord.utterance.times.expression import Base, Read
from onrecord.utterance.times.numbers import NUMBERS, ORDINALS

_NAMES = [month.capitalize() for month in MONTHS]
_SHORT = "|".join(name[:3] for name in _NAMES if name[3:])
MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:{_SHORT}|Sept)\.?)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
SPELT = rf"(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
RANGE = r"(?P<day>\d{1,2})(?: ?[-–—] ?| (?:to|and) )(?P<to>\d{1,2})"
YEAR = r"(?P<year>(?:1\d|20)\d\d)"
_DAYS = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
WEEKDAY = rf"{_DAYS}day"
BESIDE = rf"(?:{_DAYS}day,? (?:the )?)?"
"""A weekday that stands beside a date."""

PART = r"(?i:morning|afternoon|evening|night|lunchtime)"
_EARLY = r"(?i:late|early|earlier|later)"
ON = rf"(?:{_EARLY} )?(?:(?i:on) (?:(?i:the {PART} of) )?)?(?:{_EARLY} )?(?:the )?"
_SOME = (
    r"(?:(?i:early|late|mid|the (?:beginning|start|middle|end|(?:first|last|early) "
    r"(?:days|weeks?|half)) of)(?: in)?[ -])?"
)
IN = (
    rf"(?:(?i:back )?(?i:in|during) {_SOME}|(?i:at the (?:beginning|start|end) of) "
    r"|(?i:early|late|mid)(?: in)?[ -]|(?i:as (?:early|late) as) )"
)
OF = r",? (?:(?:of|in) )?"
_NOT_CUT = r"(?<![\d-])(?<!\d[.,])(?<!ty\s)(?<!hundred\s)(?<!and\s)(?<!or\s)(?<!to\s)"
"""Not the end of another number: "1,200", "twenty two", "a hundred and two", "two or three"."""
COUNT = rf"{_NOT_CUT}(?P<count>an?|\d{{1,3}}|{'|'.join(NUMBERS)})"
HALF = r"(?P<half> and a half)?"
WHICH = r"(?P<which>this|last)"
THAT = r"(?i:that(?: same| very)?|the same)"
UNIT = r"(?P<unit>week|month|year)"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
SOME = r"(?:(?:earlier|early|late|later) (?:in )?)?"
_ENDS = (
    "he|she|they|it|we|I|was|were|is|had|has|of|in|on|at|by|to|and|that|which|who|held|took|began|"
    "said|told|for|with"
)
ANCHOR = (
    r"(?P<anchor>(?:the|his|her|its|their)(?-i:(?: [A-Z][\w'’-]+){0,3}"
    rf"(?: (?!(?:{_ENDS})\b)[a-z][\w'’-]+){{1,3}}))"
)
STOP = r"(?= ?(?:[,.;:!?)–—\x00]|$| (?:by|in|at|on|he|she|they|it|that|said|told)\b))"
""""The day after", but not "the day after the vote"."""
NO_NOUN = r"(?= ?(?:[^\w\s]|$)| (?:(?-i:[A-Z])|(?:by|in|at|on|he|she|they|it|that|said|told)\b))"
""""That evening", but not "that evening classes end"."""

VAGUE = (
    r"(?:about|around|some|nearly|almost|more than|over|less than|under|at least|roughly|up to"
    r"|a few|several|many|a couple of|a number of|barely|just over|just under)"
)
ERA = (
    r"(?:war|invasion|occupation|siege|blockade|pandemic|epidemic|lockdown|revolution|coup|uprising"
    r"|independence|elections?|referendum|crisis|strike|massacre|annexation|ceasefire|armistice"
    r"|conflict|earthquake|famine)"
)
"""What reports count time by, besides the calendar."""


class Row(NamedTuple):
    """A shape of words, and what reads them.

    `granularity` is None where it is the unit that the words name; `shape` is the pattern as it
    was written.
    """

    pattern: re.Pattern[str]
    rule: str
    granularity: Granularity | None
    base: Base
    read: Read
    shape: str


def rows(
    rule: str, granularity: Granularity | None, base: Base, read: Read, *patterns: str
) -> Iterator[Row]:
    """Yield a row for each pattern."""
    for pattern in patterns:
        capitals = "<month>" in pattern or "<weekday>" in pattern
        spaced = re.sub(r" (\?)?", lambda m: r"\s{0,4}" if m[1] else r"\s{1,4}", pattern)
        whole = re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", 0 if capitals else re.IGNORECASE)
        yield Row(whole, rule, granularity, base, read, pattern)
