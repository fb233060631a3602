"""The shapes of words that count from another day, of seasons, years and events."""

from __future__ import annotations

from onrecord.model import Granularity
from onrecord.utterance.times import readers as r
from onrecord.utterance.times.expression import Base
from onrecord.utterance.times.words import (
    ANCHOR,
    COUNT,
    ERA,
    HALF,
    NO_NOUN,
    OF,
    ON,
    PART,
    SEASON,
    SOME,
    STOP,
    THAT,
    UNIT,
    VAGUE,
    WEEKDAY,
    WHICH,
    YEAR,
    rows,
)

_D, _W, _M, _Y = Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR
_ALONE, _REPORT, _NAMED = Base.NOTHING, Base.REPORT, Base.NAMED
_MID = r"(?:early |late |mid-)?(?:the )?"
_NO_NUMBER = (
    r"(?! (?:\w+ )?(?:people|men|women|cases|copies|places|villages|towns|schools|homes)\b)"
)

WEEKDAYS = (
    *rows(
        "weekday of a week", _D, _REPORT, r.weekday_of_week,
        rf"{ON}{WEEKDAY}(?: {PART})?{OF}{WHICH} week",
        rf"{ON}(?P<which>this) {WEEKDAY}(?: {PART})?",
        rf"{ON}{WEEKDAY}(?: {PART})? {COUNT} weeks? ago",
    ),
    *rows(
        "weekday before", _D, _NAMED, r.weekday_before,
        rf"{ON}(?i:previous) {WEEKDAY}(?: {PART})?", rf"{ON}{WEEKDAY} (?i:before|earlier){STOP}",
    ),
    *rows(
        "weekday after", _D, _NAMED, r.weekday_after,
        rf"{ON}(?i:following) {WEEKDAY}(?: {PART})?",
    ),
    *rows("weekday", _D, _REPORT, r.weekday, rf"{ON}(?P<last>(?i:last) )?{WEEKDAY}(?: {PART})?"),
)  # fmt: skip

DAYS = (
    *rows("the day before yesterday", _D, _REPORT, r.days_from(-2), "the day before yesterday"),
    *rows(
        "yesterday", _D, _REPORT, r.days_from(-1),
        rf"{SOME}yesterday(?: {PART})?", "last night",
    ),
    *rows("years ago today", _D, _REPORT, r.years_ago_today, rf"{COUNT} years? ago today"),
    *rows("today", _D, _REPORT, r.days_from(0), rf"{SOME}(?:today|tonight|this {PART})"),
    *rows("overnight", _D, _REPORT, r.overnight, "overnight"),
    *rows("days ago", _D, _REPORT, r.days_back, rf"{COUNT} days? ago"),
    *rows(
        "days before", _D, _NAMED, r.days_back,
        rf"{COUNT} days? earlier", rf"{COUNT} days? before{STOP}",
        rf"{COUNT} days? before {ANCHOR}",
    ),
    *rows(
        "the day before", _D, _NAMED, r.days_from(-1),
        rf"(?:on )?the previous (?:day|{PART})", rf"(?:on )?the (?:day|night|evening) before{STOP}",
        rf"(?:on )?the (?:day|night|evening) before {ANCHOR}", rf"on the eve of {ANCHOR}",
    ),
    *rows(
        "days after", _D, _NAMED, r.days_on,
        rf"{COUNT} days? (?:later|afterwards?)", rf"{COUNT} days? after{STOP}",
        rf"{COUNT} days? after {ANCHOR}",
    ),
    *rows(
        "the day after", _D, _NAMED, r.days_from(1),
        rf"(?:on )?the (?:next|following) (?:day|{PART})", rf"the (?:day|morning) after{STOP}",
        rf"(?:on )?the (?:day|morning) after {ANCHOR}",
    ),
    *rows(
        "the same day", _D, _NAMED, r.days_from(0),
        rf"{SOME}(?:on )?{THAT} (?:day|{PART}){NO_NOUN}", "(?:earlier|later) in the day",
        "within (?:the|an) hour", "within minutes",
        "(?:minutes|moments|an hour) (?:later|earlier|afterwards)",
        rf"on the day of {ANCHOR}",
    ),
    *rows("the eve", _D, _NAMED, r.unknown, "on the eve"),
)  # fmt: skip

LONGER = (
    *rows(
        "weekend", _D, _REPORT, r.the_weekend,
        "(?:(?:on|over|at|during) )?(?P<last>this|last|the(?: past)?) weekend",
    ),
    *rows(
        "long ago", _D, _REPORT, r.unknown,
        rf"{VAGUE} (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|decades?) (?:ago|earlier|later)",
    ),
    *rows(
        "northern season", _M, _REPORT, r.season_of_year,
        rf"(?:in )?{_MID}{SEASON} {COUNT} years? ago", rf"(?:in )?{_MID}{SEASON}{OF}{WHICH} year",
    ),
    *rows("week before last", _W, _REPORT, r.week_before_last, "the week before last"),
    *rows(
        "northern season", _M, _NAMED, r.season_of_year, rf"(?:in )?{_MID}{SEASON}{OF}{THAT} year"
    ),
    *rows("UNITs ago", None, _REPORT, r.units_back, rf"{COUNT}{HALF} {UNIT}s? ago"),
    *rows(
        "UNITs before", None, _NAMED, r.units_back,
        rf"{COUNT}{HALF} {UNIT}s? earlier", rf"{COUNT}{HALF} {UNIT}s? before{STOP}",
    ),
    *rows("UNITs after", None, _NAMED, r.units_on, rf"{COUNT}{HALF} {UNIT}s? later"),
    *rows(
        "long ago", _D, _REPORT, r.unknown,
        "(?:years|decades|weeks|months|days|long|some time) ago",
    ),
    *rows("northern season", _M, _ALONE, r.season_and_year, rf"(?:in )?{_MID}{SEASON}{OF}{YEAR}"),
    *rows("northern season", _M, _REPORT, r.last_season, rf"{SOME}last {SEASON}"),
    *rows(
        "northern season", _M, _REPORT, r.season_alone,
        rf"{SOME}this {SEASON}", rf"(?:in|during|back in) {_MID}{SEASON}{STOP}",
    ),
    *rows(
        "UNIT", None, _REPORT, r.this_or_last,
        rf"{SOME}{WHICH} {UNIT}",
        rf"(?:in|at|during|towards?) (?:the )?(?:beginning|start|middle|end|course) of {WHICH} "
        rf"{UNIT}",
    ),
    *rows(
        "the UNIT before", None, _NAMED, r.unit_before,
        rf"{SOME}(?:in )?the previous {UNIT}", rf"(?:in )?the {UNIT} before{STOP}",
    ),
    *rows("the same UNIT", None, _NAMED, r.same_unit, rf"{SOME}(?:in )?{THAT} {UNIT}"),
    *rows(
        "decade", _Y, _ALONE, r.decade,
        rf"(?:back )?in {_MID}(?P<year>(?:1\d|20)\d0)s",
    ),
    *rows(
        "century", _Y, _ALONE, r.century,
        rf"(?:back )?in {_MID}(?P<count>\d{{1,2}})(?:st|nd|rd|th) century",
    ),
    *rows("year", _Y, _ALONE, r.year, rf"(?:back )?in {_MID}(?:the year )?{YEAR}{_NO_NUMBER}"),
    *rows(
        "event", _Y, _NAMED, r.unknown,
        r"(?:(?:even|long|shortly|just|soon|months|years|weeks|well) )?"
        rf"(?:before|after|during) (?:the )?(?:[\w-]+ ){{0,3}}{ERA}",
    ),
)  # fmt: skip
