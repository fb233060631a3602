"""Dates of publication as reports and pages write them, and the choice among them.

The grammar reads only what names a year, so that nothing has to be guessed: neither a
year, nor which of two numbers is the month (``03/04/2024`` is no date here, but
``03.04.2024`` is the third of April, as everywhere where dots are used).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.model import Granularity, Interval

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
"""The English names of the months, in order and in lower case; all of them but May have a short
form of three letters, and September has "sept" as well."""

_MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' if m[3:] else m for m in MONTHS)}|sept)\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = (
    r"(?:(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
    r"|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4})"
    r"|(?P<a3>\d{1,2})/(?P<b3>\d{1,2})/(?P<y3>\d{4})"
    rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m4>{_MONTH})\s*,?\s+(?P<y4>\d{{4}})"
    rf"|(?P<m5>{_MONTH})\s+(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y5>\d{{4}}))(?!\d)"
)
_TIME = (
    r"(?P<{0}h>\d{{1,2}}):(?P<{0}m>\d{{2}})(?::\d{{2}}(?:[.,]\d+)?)?(?:\s*(?P<{0}p>[ap])\.?m\b\.?)?"
)
_ZONE = (
    r"(?:\s*\(?(?P<zone>(?:UTC|GMT)\s?[+-−]\d{1,2}(?::?\d{2})?|Z|UTC|GMT|[+-]\d{2}:?\d{2}"
    r"|(?-i:WET|WEST|CET|CEST|EET|EEST|MSK))\b\)?|\s+\(?[A-Z]{2,4}T\)?|\s+Uhr\b)?"
)
# Hours east of UTC of what means one zone everywhere; "EST", "IST" and others mean several.
_NAMED_ZONES = {"WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3}
_STAMP = (
    rf"(?:{_WEEKDAY}\s*,?\s+)?"
    rf"(?:{_TIME.format('before')}{_ZONE.replace('zone', 'zone0')}[,\s|•-]+)?"
    rf"(?:{_WEEKDAY}\s*,?\s+)?{_DAY}"
    rf"(?:(?:T|,?\s+(?:at|um|à)\s+|\s*[,|•–-]\s*|\s+){_TIME.format('after')}{_ZONE})?"
)
_LABEL = (
    r"[*_]{0,3}(?:(?:first\s+)?(?:published|posted|issued|dated?|publication\s+date"
    r"|veröffentlicht|erschienen|datum|publiée?|mis\s+en\s+ligne|publicado|fecha|pubblicato"
    r"|data|gepubliceerd|geplaatst|opublikowano|publicerad|publisert|publiceret"
    r"|опубліковано|опубликовано|дата(?:\s+публ[іи]ка[цч][іи][їи])?"
    r"|(?P<as_of>stand|as\s+of))"
    r"(?:\s+(?:on|at|am|le|el|il|em|op|den|vom))?)\s*[*_]{0,3}:?[*_]{0,3}\s*"
)
_PLACE = r"(?-i:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}),?\s+"
_UPDATED = r"(?:last\s+)?(?:updated|modified|edited)\b"

STAMP = re.compile(_STAMP, re.IGNORECASE)
_FROM_UTC = re.compile(r"(?:Z|UTC|GMT)?\s?(?:([+-−])(\d{1,2}):?(\d{2})?)?", re.IGNORECASE)
_MONTH_LINE = re.compile(rf"(?P<month>{_MONTH})\s+(?P<year>\d{{4}})", re.IGNORECASE)
_YEARLESS = rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})"
A_MONTH = rf"(?i:{_MONTH})"
A_DAY = rf"(?i:(?:{_WEEKDAY}\s*,?\s+)?{_YEARLESS}(?:\s*,?\s+\d{{4}})?)"
"""A pattern of a day as datelines write it, which may leave the year out."""
# What stands behind a date and a comma may be the outlet or a town; nothing says which.
_NAME = r"(?:,\s+(?-i:[A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*){0,4}))"
_LINE = re.compile(
    rf"[*_]{{0,3}}(?:{_LABEL})?(?:{_PLACE})?{_STAMP}{_NAME}?(?:\W+{_UPDATED}.{{0,60}})?\.?[*_]{{0,3}}",
    re.IGNORECASE | re.DOTALL,
)
_UPDATE_LINE = re.compile(rf"{_UPDATED}.{{0,10}}?{_STAMP}", re.IGNORECASE)
_GLUED = re.compile(rf"(?:{_LABEL}){_STAMP}[\s:|–—-]+(?=\S)", re.IGNORECASE)
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)"
)

_LONGEST_STAMP = 100
_UNREADABLE = "unreadable: "
# What says when a report was published, the surest first.
_TRUST = ("field", "json-ld", "meta", "dateline", "as-of", "time", "url", "htmldate")


def date_line(line: str) -> Interval | None:
    """Return the date that is all a line says, alone or after a label or a place."""
    match = _LINE.fullmatch(line)
    return None if match is None else _interval(match, _rule(match), match[0].strip("*_"))


def month_line(line: str) -> Interval | None:
    """Return the month that is all a line says, with its year: that of a magazine."""
    match = _MONTH_LINE.fullmatch(line)
    if match is None:
        return None
    year, month = int(match["year"]), _number_of(match["month"])
    if not _is_day(year, month, 1):
        return None
    start, last = f"{year:04}-{month:02}-01", monthrange(year, month)[1]
    return Interval(start, f"{start[:8]}{last}", Granularity.MONTH, line, "dateline")


def _rule(match: re.Match[str]) -> str:
    """Tell a date of publication from "Stand: …", as of which a report is what it is."""
    return "as-of" if match["as_of"] else "dateline"


def is_update_line(line: str) -> bool:
    """Whether a line says when a report was changed, which is not when it was published."""
    return _UPDATE_LINE.fullmatch(line) is not None


def glued_date(text: str, start: int, end: int) -> tuple[Interval, int] | None:
    """Return a labelled date before the first sentence, and the offset where that begins."""
    match = _GLUED.match(text, start, end)
    if match is None:
        return None
    found = _interval(match, _rule(match), match[0].strip(" \t\r\n:|–—-*_"))
    return None if found is None else (found, match.end())


def stamp(words: str, rule: str) -> Interval | None:
    """Return the date that a field holds: ISO 8601, or any form that the grammar has."""
    said = words.strip()
    match = STAMP.fullmatch(said) if len(said) <= _LONGEST_STAMP else None
    return None if match is None else _interval(match, rule, said)


def unreadable(words: str, rule: str) -> Interval:
    """Return what a field holds that is no date we read: any time, and the words as they are.

    The interval spans all years there are, as nothing more is known; `choose` never takes it.
    """
    return Interval("0001-01-01", "9999-12-31", Granularity.YEAR, words, _UNREADABLE + rule)


def epoch(seconds: float, rule: str) -> Interval | None:
    """Return a Unix time, in seconds or in milliseconds, to the minute in UTC."""
    count = seconds / 1000 if seconds > 1e11 else seconds
    if not 0 < count < 1e11:
        return None
    moment = datetime.fromtimestamp(count, UTC).isoformat(timespec="minutes")
    return Interval(moment, moment, Granularity.MINUTE, str(seconds), rule)


def date_in_url(url: str) -> Interval | None:
    """Return the day, or the month, that stands in an address."""
    for match in _IN_URL.finditer(url.partition("://")[2].partition("/")[2]):
        year, month, day = match[1], match[3], match[4]
        if day and _is_day(int(year), int(month), int(day)):
            return _day(int(year), int(month), int(day), match[0], "url")
        if not day and match[2] == "/":
            last = monthrange(int(year), int(month))[1]
            start, end = f"{year}-{month}-01", f"{year}-{month}-{last}"
            return Interval(start, end, Granularity.MONTH, match[0], "url")
    return None


def choose(candidates: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the candidates, each once, with the date of publication first when there is one.

    The most trusted source decides: a field of the document, then what a page declares,
    then the report's own dateline, then the page's ``<time>``, its address, and last what
    htmldate finds. What is `unreadable` comes last. The rule of the chosen one says who
    agrees with it and who does not. No clock is asked, so that what is read today is read
    so tomorrow: a date that is still to come is what the report says of itself.
    """
    unique = {(c.start, c.end, c.rule): c for c in candidates}
    unread = [c for c in unique.values() if not is_readable(c)]
    read = [c for c in unique.values() if is_readable(c)]
    ranked = sorted(read, key=lambda c: _TRUST.index(c.rule.split()[0]))
    if not ranked:
        return tuple(unread)
    best, rest = ranked[0], ranked[1:]
    return (_named(best, _reason(best, rest)), *rest, *unread)


def is_readable(interval: Interval) -> bool:
    """Whether a candidate is a date, and not words that could not be read as one."""
    return not interval.rule.startswith(_UNREADABLE)


def _reason(best: Interval, rest: list[Interval]) -> str:
    agree = [c.rule for c in rest if _agree(best, c)]
    differ = [c.rule for c in rest if not _agree(best, c)]
    said = best.rule
    if agree:
        said += f"; agrees with {', '.join(dict.fromkeys(agree))}"
    if differ:
        said += f"; trusted over {', '.join(dict.fromkeys(differ))}"
    return said


def _agree(one: Interval, other: Interval) -> bool:
    return one.start[:10] <= other.end[:10] and other.start[:10] <= one.end[:10]


def _named(interval: Interval, rule: str) -> Interval:
    return Interval(interval.start, interval.end, interval.granularity, interval.text, rule)


def _interval(match: re.Match[str], rule: str, text: str) -> Interval | None:
    ymd = _year_month_day(match)
    if ymd is None or not _is_day(*ymd):
        return None
    time = _clock(match)
    if time is None:
        return _day(*ymd, text, rule)
    moment = f"{ymd[0]:04}-{ymd[1]:02}-{ymd[2]:02}T{time}"
    return Interval(moment, moment, Granularity.MINUTE, text, rule)


def _year_month_day(match: re.Match[str]) -> tuple[int, int, int] | None:
    for n in "12":
        if match[f"y{n}"]:
            return int(match[f"y{n}"]), int(match[f"m{n}"]), int(match[f"d{n}"])
    for n in "45":
        if match[f"y{n}"]:
            return int(match[f"y{n}"]), _number_of(match[f"m{n}"]), int(match[f"d{n}"])
    year, first, second = int(match["y3"]), int(match["a3"]), int(match["b3"])
    if first > 12 >= second or first == second:
        return year, second, first
    return (year, first, second) if second > 12 >= first else None


def _number_of(month: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if month.lower()[:3] == name[:3])


def _clock(match: re.Match[str]) -> str | None:
    for name, zone in (("after", "zone"), ("before", "zone0")):
        if match[f"{name}h"]:
            hour, minute = int(match[f"{name}h"]), int(match[f"{name}m"])
            half = (match[f"{name}p"] or "").lower()
            if half and 1 <= hour <= 12:
                hour = hour % 12 + (12 if half == "p" else 0)
            if hour < 24 and minute < 60:
                return f"{hour:02}:{minute:02}{_offset(match[zone])}"
    return None


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in _NAMED_ZONES:
        return f"+{_NAMED_ZONES[zone]:02}:00"
    sign, hours, minutes = _FROM_UTC.fullmatch(zone).groups()  # type: ignore[union-attr]
    return f"{'+' if sign == '+' or not sign else '-'}{int(hours or 0):02}:{minutes or '00'}"


def _is_day(year: int, month: int, day: int) -> bool:
    return 1600 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _day(year: int, month: int, day: int, text: str, rule: str) -> Interval:
    start = f"{year:04}-{month:02}-{day:02}"
    return Interval(start, start, Granularity.DAY, text, rule)
