"""Days, weeks, months, seasons and years: arithmetic that clamps nothing.

What never was (30 February), or lies before the year 1 or after 9999, is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day of a stretch of time."""

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def day(year: int, month: int, number: int) -> date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def one(when: date | None) -> Days | None:
    return (when, when) if when else None


def shifted(when: date, days: int) -> date | None:
    """Return the day that many days later; earlier for a negative number."""
    ordinal = when.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def week(when: date, weeks: int = 0) -> Days | None:
    """Return Monday to Sunday of the week of a day, or of one that many weeks later."""
    monday = shifted(when, 7 * weeks - when.weekday())
    sunday = shifted(when, 7 * weeks - when.weekday() + 6)
    return (monday, sunday) if monday and sunday else None


def weekend(when: date, weeks: int = 0) -> Days | None:
    """Return Saturday and Sunday of the week of a day, or of one that many weeks later."""
    whole = week(when, weeks)
    return (whole[1] - timedelta(days=1), whole[1]) if whole else None


def month(year: int, number: int) -> Days | None:
    """Return a whole month; months count on over the ends of a year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def years(first: int, last: int) -> Days | None:
    return (date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def season(name: str, year: int) -> Days | None:
    """Return the three months of a season as the northern hemisphere has them.

    A winter is that which begins in December of the year.
    """
    number = _SEASONS[name]
    first, last = month(year, number), month(year, number + 2)
    return (first[0], last[1]) if first and last else None


def last_weekday(until: date, weekday: int) -> date | None:
    """Return the last such day (Monday is 0) up to a day, that one included."""
    return shifted(until, -((until.weekday() - weekday) % 7))


def last_date(until: date, number: int, of_month: int) -> date | None:
    """Return the last such day of a month up to a day; 29 February may be years before."""
    for year in range(until.year, max(until.year - 9, 0), -1):
        found = day(year, of_month, number)
        if found and found <= until:
            return found
    return None


def last_number(until: date, number: int) -> date | None:
    """Return the last day with that number in its month up to a day; not all months have a 31st."""
    for back in range(14):
        first = month(until.year, until.month - back)
        found = first and day(first[0].year, first[0].month, number)
        if found and found <= until:
            return found
    return None
