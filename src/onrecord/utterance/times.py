"""Read words for days, weeks, months and years against the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.document import MONTHS
from onrecord.model import Granularity, Interval

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine".split(), 1)}

_NAMES = [month.capitalize() for month in MONTHS]
_SHORT = "|".join(name[:3] for name in _NAMES if name[3:])
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:{_SHORT}|Sept)\.?)"
_DAY_OF_MONTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@dataclass(frozen=True, slots=True)
class Expression:
    """Words for a time, with their offsets in the text that was searched.

    `relative` says that the day of publication is needed to know what they mean.
    """

    start: int
    end: int
    text: str
    rule: str
    relative: bool
    _match: re.Match[str]
    _read: Callable[[re.Match[str], date], tuple[date, date] | None]
    granularity: Granularity

    def resolve(self, published: date | None) -> Interval | None:
        """Return when it was, or None without a day to count from and for days that never were."""
        if self.relative and published is None:
            return None
        bounds = self._read(self._match, published or date.max)
        if bounds is None:
            return None
        return Interval(
            bounds[0].isoformat(), bounds[1].isoformat(), self.granularity, self.text, self.rule
        )


_Bounds = tuple[date, date] | None


def _made(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _one(day: date | None) -> _Bounds:
    return (day, day) if day else None


def _month_number(match: re.Match[str]) -> int:
    start = match["month"].lower()[:3]
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(start))


def _iso(match: re.Match[str], _: date) -> _Bounds:
    return _one(_made(int(match["year"]), int(match["number"]), int(match["day"])))


def _full_date(match: re.Match[str], _: date) -> _Bounds:
    return _one(_made(int(match["year"]), _month_number(match), int(match["day"])))


def _month_and_day(match: re.Match[str], published: date) -> _Bounds:
    """The nearest such day that is not after publication; 29 February may be years ago."""
    for year in range(published.year, max(published.year - 9, 0), -1):
        day = _made(year, _month_number(match), int(match["day"]))
        if day and day <= published:
            return day, day
    return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_and_year(match: re.Match[str], _: date) -> _Bounds:
    return _month(int(match["year"]), _month_number(match))


def _month_alone(match: re.Match[str], published: date) -> _Bounds:
    number = _month_number(match)
    first, last = _month(published.year - (number > published.month), number)
    return first, min(last, published)


def _last_month(match: re.Match[str], published: date) -> _Bounds:
    """ "last September": the latest that is over."""
    number = _month_number(match)
    return _month(published.year - (number >= published.month), number)


def _month_of_year(match: re.Match[str], published: date) -> _Bounds:
    return _month(published.year - (match["which"].lower() == "last"), _month_number(match))


def _ago(match: re.Match[str], published: date) -> _Bounds:
    """Weeks, months and years ago: that week, month or year as a whole."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _NUMBERS.get(word, 1)
    if match["unit"] == "week":
        monday = published - timedelta(days=published.weekday() + 7 * count)
        return monday, monday + timedelta(days=6)
    if match["unit"] == "month":
        months = published.year * 12 + published.month - 1 - count
        return _month(months // 12, months % 12 + 1)
    return date(published.year - count, 1, 1), date(published.year - count, 12, 31)


def _year(match: re.Match[str], _: date) -> _Bounds:
    return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


def _weekday(match: re.Match[str], published: date) -> _Bounds:
    """The last such day; on the day itself it is today, unless "last" stands before it."""
    name = (match["weekday"] + "day").lower()
    ago = (published.weekday() - _DAYS.index(name)) % 7
    if not ago and match["last"]:
        ago = 7
    return _one(published - timedelta(days=ago))


def _days_before(days: int) -> Callable[[re.Match[str], date], _Bounds]:
    return lambda _, published: _one(published - timedelta(days=days))


def _days_ago(match: re.Match[str], published: date) -> _Bounds:
    word = match["count"].lower()
    return _one(published - timedelta(days=int(word) if word.isdigit() else _NUMBERS[word]))


def _week(match: re.Match[str], published: date) -> _Bounds:
    monday = published - timedelta(days=published.weekday())
    if match["which"].lower() == "last":
        return monday - timedelta(days=7), monday - timedelta(days=1)
    return monday, published


def _named_month(match: re.Match[str], published: date) -> _Bounds:
    first = published.replace(day=1)
    if match["which"].lower() == "last":
        before = first - timedelta(days=1)
        return before.replace(day=1), before
    return first, published


def _named_year(match: re.Match[str], published: date) -> _Bounds:
    if match["which"].lower() == "last":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    return date(published.year, 1, 1), published


_D, _W, _M, _Y = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR

# Longest first: of two that overlap the earlier row wins.
_GRAMMAR: tuple[
    tuple[str, str, Granularity, bool, Callable[[re.Match[str], date], _Bounds]], ...
] = (
    (r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)", "date", _D, False, _iso),
    (rf"{_MONTH} {_DAY_OF_MONTH},? {_YEAR}", "date", _D, False, _full_date),
    (rf"{_DAY_OF_MONTH} (?:of )?{_MONTH},? {_YEAR}", "date", _D, False, _full_date),
    (rf"{_MONTH} {_DAY_OF_MONTH}(?! ?\d)", "month and day", _D, True, _month_and_day),
    (rf"{_DAY_OF_MONTH} (?:of )?{_MONTH}", "month and day", _D, True, _month_and_day),
    (rf"in (?:early |mid-|late )?{_MONTH},? {_YEAR}", "month", _M, False, _month_and_year),
    (rf"in (?:early |mid-|late )?{_MONTH}(?! last)", "month", _M, True, _month_alone),
    (rf"(?:in )?{_MONTH} (?P<which>this|last) year", "month", _M, True, _month_of_year),
    (rf"[Ll]ast {_MONTH}", "month", _M, True, _last_month),
    (rf"(?P<last>[Ll]ast )?{_WEEKDAY}", "weekday", _D, True, _weekday),
    (r"yesterday|last night", "yesterday", _D, True, _days_before(1)),
    (r"today|tonight|this (?:morning|afternoon|evening)", "today", _D, True, _days_before(0)),
    (
        rf"(?P<count>\d|{'|'.join(_NUMBERS)}) days? (?:ago|earlier)",
        "days ago", _D, True, _days_ago,
    ),
    *(
        (rf"(?P<count>an?|\d|{'|'.join(_NUMBERS)}) (?P<unit>{unit})s? ago", name, scale, True, _ago)
        for unit, name, scale in (
            ("week", "weeks ago", _W),
            ("month", "months ago", _M),
            ("year", "years ago", _Y),
        )
    ),
    (r"(?:earlier )?(?P<which>this|last) week", "week", _W, True, _week),
    (r"(?:earlier )?(?P<which>this|last) month", "month", _M, True, _named_month),
    (r"(?:earlier )?(?P<which>this|last) year", "year", _Y, True, _named_year),
    (rf"in {_YEAR}", "year", _Y, False, _year),
)  # fmt: skip
_PATTERNS = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", _flags), rule, granularity, relative, read)
    for pattern, rule, granularity, relative, read in _GRAMMAR
    for _flags in ([0] if "month>" in pattern or "weekday>" in pattern else [re.IGNORECASE])
)
_NAMED_DAY = re.compile(r"\b(?:Black|Good|Easter|Ash|Super|Palm|Maundy|Cyber)\s+$")
_CAPITAL_ON = re.compile(r"[^\W_]\s+On\s+$")
_PLAIN_ON = re.compile(r"\b[Oo]n\s+$")
_NAME_AFTER = re.compile(r"\s+[A-Z]")


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a day is part of a name: "the Sunday Herald", "Question Hour On Sunday"."""
    before = text[max(match.start() - 24, 0) : match.start()]
    if _NAMED_DAY.search(before) or _CAPITAL_ON.search(before):
        return True
    dated = _PLAIN_ON.search(before) or match["last"]
    return not dated and _NAME_AFTER.match(text, match.end()) is not None


_ANY = re.compile(
    r"day|night|morning|afternoon|evening|week|month|year|last|\d|in [JFMASOND]", re.I
)


def find_times(text: str) -> Iterator[Expression]:
    """Yield the expressions of time in `text`, in order, none overlapping another."""
    if not _ANY.search(text):
        return
    taken: list[Expression] = []
    for pattern, rule, unit, relative, read in _PATTERNS:
        for m in pattern.finditer(text):
            if rule == "weekday" and _is_title(text, m):
                continue
            if all(m.end() <= t.start or t.end <= m.start() for t in taken):
                words = " ".join(m.group().split())
                taken.append(Expression(m.start(), m.end(), words, rule, relative, m, read, unit))
    yield from sorted(taken, key=lambda e: e.start)
