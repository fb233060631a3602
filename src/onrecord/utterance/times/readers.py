"""What the words of the grammar mean, counted from a day."""

from __future__ import annotations

import re
from datetime import date

from onrecord.document import MONTHS
from onrecord.utterance.times import calendar
from onrecord.utterance.times.calendar import Days
from onrecord.utterance.times.expression import Read
from onrecord.utterance.times.numbers import ORDINALS, count_of, counted

Match = re.Match[str]

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def unknown(_: Match, __: date) -> None:
    """Return None for words that tell a time which nobody can count."""


def _day(match: Match) -> int:
    return ORDINALS[match["day"]] if match["day"] in ORDINALS else int(match["day"])


def _word(match: Match, name: str) -> str:
    """Return a part of the words, "" where the shape has none of this name."""
    return (match.groupdict().get(name) or "").lower()


def _month_number(match: Match) -> int:
    start = match["month"].lower()[:3]
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(start))


def _agrees(match: Match, when: date | None) -> date | None:
    """Return the day unless the weekday beside it is another."""
    named = match["weekday"]
    if when is None or (named and WEEKDAYS[when.weekday()] != f"{named.lower()}day"):
        return None
    return when


# Dates ----------------------------------------------------------------------------------


def numeric_date(match: Match, _: date) -> Days | None:
    return calendar.one(calendar.day(int(match["year"]), int(match["number"]), _day(match)))


def full_date(match: Match, _: date) -> Days | None:
    found = calendar.day(int(match["year"]), _month_number(match), _day(match))
    return calendar.one(_agrees(match, found))


def full_range(match: Match, _: date) -> Days | None:
    number = _month_number(match)
    first = calendar.day(int(match["year"]), number, _day(match))
    last = calendar.day(int(match["year"]), number, int(match["to"]))
    return (first, last) if first and last and first < last else None


def date_in_year(match: Match, told: date) -> Days | None:
    """The nearest such day that is not after the day that is counted from."""
    found = calendar.last_date(told, _day(match), _month_number(match))
    return calendar.one(_agrees(match, found))


def christmas(match: Match, told: date) -> Days | None:
    """The last one up to the day told."""
    number = 24 if _word(match, "which") == "eve" else 25
    return calendar.one(calendar.last_date(told, number, 12))


def new_year(match: Match, told: date) -> Days | None:
    """The last one up to the day told."""
    month, number = (12, 31) if _word(match, "which") == "eve" else (1, 1)
    return calendar.one(calendar.last_date(told, number, month))


def range_in_year(match: Match, told: date) -> Days | None:
    first = calendar.last_date(told, _day(match), _month_number(match))
    last = first and calendar.day(first.year, first.month, int(match["to"]))
    return (first, last) if first and last and first < last else None


def date_of_year(match: Match, told: date) -> Days | None:
    """ "March 27 last year", "on March 27 that year"."""
    year = told.year - (_word(match, "which") == "last")
    return calendar.one(_agrees(match, calendar.day(year, _month_number(match), _day(match))))


def number_of_month(match: Match, told: date) -> Days | None:
    """ "on the 27th", "on the 27th of last month"."""
    number, which = _day(match), _word(match, "which")
    if not which:
        return calendar.one(calendar.last_number(told, number))
    month = calendar.month(told.year, told.month - (which == "last"))
    return calendar.one(month and calendar.day(month[0].year, month[0].month, number))


# Weekdays and days ----------------------------------------------------------------------


def weekday(match: Match, told: date) -> Days | None:
    """The last such day up to the day told; with "last" on the day itself, a week ago."""
    number = WEEKDAYS.index(f"{match['weekday'].lower()}day")
    until = calendar.shifted(told, -1) if match["last"] else told
    return calendar.one(until and calendar.last_weekday(until, number))


def weekday_before(match: Match, told: date) -> Days | None:
    """ "the previous Friday": before the day named."""
    number = WEEKDAYS.index(f"{match['weekday'].lower()}day")
    until = calendar.shifted(told, -1)
    return calendar.one(until and calendar.last_weekday(until, number))


def weekday_after(match: Match, told: date) -> Days | None:
    """ "the following Friday": after the day named."""
    number = WEEKDAYS.index(f"{match['weekday'].lower()}day")
    until = calendar.shifted(told, 7)
    return calendar.one(until and calendar.last_weekday(until, number))


def weekday_of_week(match: Match, told: date) -> Days | None:
    """ "on Friday last week", "this Friday" when it is over."""
    which = _word(match, "which")
    back = int(which == "last") if which else count_of(match["count"])
    week = None if back is None else calendar.week(told, -back)
    number = WEEKDAYS.index(f"{match['weekday'].lower()}day")
    found = week and calendar.shifted(week[0], number)
    return calendar.one(found) if found and found <= told else None


def days_from(days: int) -> Read:
    return lambda _, told: calendar.one(calendar.shifted(told, days))


def overnight(_: Match, told: date) -> Days | None:
    """Between the day before and the day told: nobody says on which of both."""
    before = calendar.shifted(told, -1)
    return (before, told) if before else None


@counted
def days_back(_: Match, told: date, count: int) -> Days | None:
    return calendar.one(calendar.shifted(told, -count))


@counted
def days_on(_: Match, told: date, count: int) -> Days | None:
    return calendar.one(calendar.shifted(told, count))


# Weeks, months, seasons and years: each as a whole ----------------------------------------


def _unit(name: str, told: date, back: int) -> Days | None:
    if name == "week":
        return calendar.week(told, -back)
    if name == "weekend":
        return calendar.weekend(told, -back)
    if name == "month":
        return calendar.month(told.year, told.month - back)
    return calendar.years(told.year - back, told.year - back)


def this_or_last(match: Match, told: date) -> Days | None:
    return _unit(_word(match, "unit"), told, int(_word(match, "which") == "last"))


def the_weekend(match: Match, told: date) -> Days | None:
    """ "at the weekend": the last that has begun; "last weekend" the last that is over."""
    begun = told.weekday() >= WEEKDAYS.index("saturday")
    back = 1 if not begun or _word(match, "last") == "last" else 0
    return calendar.weekend(told, -back)


def unit_before(match: Match, told: date) -> Days | None:
    return _unit(_word(match, "unit"), told, 1)


def same_unit(match: Match, told: date) -> Days | None:
    return _unit(_word(match, "unit"), told, 0)


def week_before_last(_: Match, told: date) -> Days | None:
    return calendar.week(told, -2)


@counted
def units_back(match: Match, told: date, count: int) -> Days | None:
    unit = _word(match, "unit")
    if not match["half"]:
        return _unit(unit, told, count)
    if unit != "year":
        return None
    month = calendar.month(told.year, told.month - 12 * count - 6)
    return month and calendar.years(month[0].year, month[0].year)


@counted
def units_on(match: Match, told: date, count: int) -> Days | None:
    return None if match["half"] else _unit(_word(match, "unit"), told, -count)


@counted
def years_ago_today(_: Match, told: date, count: int) -> Days | None:
    """ "two years ago today"; of 29 February there may be none."""
    return calendar.one(calendar.day(told.year - count, told.month, told.day))


def leap_day(match: Match, _: date) -> Days | None:
    return calendar.one(calendar.day(int(match["year"]), 2, 29))


def day_of_month(match: Match, told: date) -> Days | None:
    """ "on the last day of March": that of the last March that has begun by the day told."""
    named, last = _word(match, "year"), _word(match, "nth") == "last"
    whole = calendar.month(int(named), _month_number(match)) if named else month_alone(match, told)
    found = whole and whole[1 if last else 0]
    return None if found is None or (found > told and not named) else (found, found)


def month_and_year(match: Match, _: date) -> Days | None:
    return calendar.month(int(match["year"]), _month_number(match))


def month_alone(match: Match, told: date) -> Days | None:
    number = _month_number(match)
    return calendar.month(told.year - (number > told.month), number)


def last_month_named(match: Match, told: date) -> Days | None:
    """ "last September": written in October it may be that of either year, and is none."""
    number = _month_number(match)
    return calendar.month(told.year - 1, number) if number >= told.month else None


def month_of_year(match: Match, told: date) -> Days | None:
    back = int(_word(match, "which") == "last")
    return calendar.month(told.year - back, _month_number(match))


@counted
def month_years_ago(match: Match, told: date, count: int) -> Days | None:
    return calendar.month(told.year - count, _month_number(match))


def year(match: Match, _: date) -> Days | None:
    return calendar.years(int(match["year"]), int(match["year"]))


def decade(match: Match, _: date) -> Days | None:
    return calendar.years(int(match["year"]), int(match["year"]) + 9)


def century(match: Match, _: date) -> Days | None:
    last = 100 * int(match["count"])
    return calendar.years(last - 99, last)


def season_and_year(match: Match, _: date) -> Days | None:
    # Of which winter "the winter of 2022" is, its first months or its last, nobody can tell.
    name = _word(match, "season")
    return None if name == "winter" else calendar.season(name, int(match["year"]))


def season_alone(match: Match, told: date) -> Days | None:
    """The last that has begun: "in spring", "this spring"."""
    for back in (0, 1):
        found = calendar.season(_word(match, "season"), told.year - back)
        if found and found[0] <= told:
            return found
    return None


def last_season(match: Match, told: date) -> Days | None:
    """ "last spring": in the same year it may be that of either year, and is none."""
    name = _word(match, "season")
    found = calendar.season(name, told.year - 1)
    this = calendar.season(name, told.year)
    if this is None or this[0] <= told:
        return None
    return found if found and found[1] < told else None


def season_of_year(match: Match, told: date) -> Days | None:
    name, which = _word(match, "season"), _word(match, "which")
    back = count_of(_word(match, "count")) if _word(match, "count") else int(which == "last")
    return None if name == "winter" or back is None else calendar.season(name, told.year - back)
