"""The shapes of dates and months."""

from __future__ import annotations

from onrecord.model import Granularity
from onrecord.utterance.times import readers as r
from onrecord.utterance.times.expression import Base
from onrecord.utterance.times.words import (
    BESIDE,
    COUNT,
    DAY,
    IN,
    MONTH,
    OF,
    ON,
    RANGE,
    SPELT,
    STOP,
    THAT,
    WHICH,
    YEAR,
    rows,
)

_D, _M = Granularity.DAY, Granularity.MONTH
_ALONE, _REPORT, _NAMED = Base.NOTHING, Base.REPORT, Base.NAMED
_THAT = rf"(?P<which>{THAT})"
_DAY_AND_MONTH = (
    rf"{ON}{BESIDE}{MONTH} {DAY}",
    rf"{ON}{BESIDE}{DAY} (?:of )?{MONTH}",
    rf"{ON}{BESIDE}{SPELT} of {MONTH}",
)
_NO_MORE = r"(?![:.,]?\d)(?! ?(?:[-–—]|and|to) ?\d)(?! \d{3})"

DATES = (
    *rows(
        "date", _D, _ALONE, r.numeric_date,
        rf"{ON}(?P<year>[12]\d{{3}})-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"{ON}(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{YEAR}",
    ),
    *rows(
        "range of days", _D, _ALONE, r.full_range,
        rf"{ON}{MONTH} {RANGE},? {YEAR}", rf"{ON}{RANGE} {MONTH},? {YEAR}",
    ),
    *rows("date", _D, _ALONE, r.full_date, *(rf"{shape},? {YEAR}" for shape in _DAY_AND_MONTH)),
    *rows(
        "month and day", _D, _REPORT, r.date_of_year,
        *(rf"{shape}{OF}{WHICH} year" for shape in _DAY_AND_MONTH),
    ),
    *rows(
        "month and day", _D, _NAMED, r.date_of_year,
        *(rf"{shape}{OF}{_THAT} year" for shape in _DAY_AND_MONTH),
    ),
    *rows(
        "range of days", _D, _REPORT, r.range_in_year,
        rf"{ON}{MONTH} {RANGE}(?! ?\d)", rf"{ON}{RANGE} {MONTH}",
    ),
    *rows(
        "month and day", _D, _REPORT, r.date_in_year,
        *(rf"{shape}{_NO_MORE}" for shape in _DAY_AND_MONTH),
    ),
    *rows(
        "day of the month", _D, _ALONE, r.day_of_month,
        rf"{ON}(?P<nth>first|last) day of {MONTH}{OF}{YEAR}",
    ),
    *rows(
        "day of the month", _D, _REPORT, r.day_of_month,
        rf"{ON}(?P<nth>first|last) day of {MONTH}(?! ?\d)",
    ),
    *rows("leap day", _D, _ALONE, r.leap_day, rf"{ON}leap day{OF}{YEAR}"),
    *rows(
        "New Year", _D, _REPORT, r.new_year, r"(?:on )?New Year['’]s (?P<which>Eve|Day)"
    ),
    *rows(
        "Christmas", _D, _REPORT, r.christmas, r"(?:on )?Christmas (?P<which>Eve|Day)"
    ),
    *rows(
        "day of the month", _D, _REPORT, r.number_of_month,
        rf"on the (?P<day>\d{{1,2}})(?:st|nd|rd|th) of {WHICH} month",
        rf"on the (?P<day>\d{{1,2}})(?:st|nd|rd|th){STOP}", rf"on the {SPELT}{STOP}",
    ),
)  # fmt: skip

MONTHS = (
    *rows("month", _M, _ALONE, r.month_and_year, rf"(?:{IN})?{MONTH}{OF}{YEAR}"),
    *rows("month", _M, _REPORT, r.month_of_year, rf"(?:{IN})?{MONTH}{OF}{WHICH} year"),
    *rows("month", _M, _NAMED, r.month_of_year, rf"(?:{IN})?{MONTH}{OF}{_THAT} year"),
    *rows("month", _M, _REPORT, r.month_years_ago, rf"(?:{IN})?{MONTH} {COUNT} years? ago"),
    *rows("last such month", _M, _REPORT, r.last_month_named, rf"(?:{IN})?(?i:last) {MONTH}"),
    *rows("month", _M, _REPORT, r.month_alone, rf"{IN}{MONTH}(?!['’]s)(?! ?\d)"),
)
