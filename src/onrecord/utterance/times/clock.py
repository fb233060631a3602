"""Hours and time zones: "at 14:30 GMT", "at 9 p.m. Kyiv time".

The rules of the zones come with the package `tzdata`, not from the machine, so that every
machine reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

# Only what means one thing: IST, CST and BST are several zones, ET depends on the season.
_HOURS = {
    **dict.fromkeys(("GMT", "UTC", "WET"), 0.0),
    **dict.fromkeys(("CET", "WEST"), 1.0),
    **dict.fromkeys(("CEST", "EET"), 2.0),
    **dict.fromkeys(("EEST", "MSK"), 3.0),
    "JST": 9.0, "KST": 9.0, "EDT": -4.0, "CDT": -5.0, "MDT": -6.0, "PDT": -7.0, "PST": -8.0,
}  # fmt: skip
_PLACES = {
    "Eastern": "America/New_York", "Pacific": "America/Los_Angeles", "ET": "America/New_York",
    "PT": "America/Los_Angeles", "Washington": "America/New_York", "Beijing": "Asia/Shanghai",
    "Delhi": "Asia/Kolkata", "New Delhi": "Asia/Kolkata", "Ankara": "Europe/Istanbul",
    "Geneva": "Europe/Zurich", "Israel": "Asia/Jerusalem", "Japan": "Asia/Tokyo",
}  # fmt: skip

# What stands for a zone, though for several of them.
_ZONE = "|".join((*_HOURS, "ET", "PT", "EST", "CST", "MST", "IST", "BST", "AEST", "AST"))
_CLOCK = re.compile(
    r"\b(?:(?P<at>[Aa]t)\s|(?P<about>[Aa]round|[Aa]bout|[Ss]hortly\s(?:before|after)|[Bb]y)\s)?"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d\d)(?![:\d])|(?P<word>noon|midday|midnight)\b)"
    rf"(?:\s\(?(?P<zone>(?:GMT|UTC)[+-]\d{{1,2}}(?::\d\d)?|(?:{_ZONE})\b)\)?"
    r"|\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:[Ss]tandard\s|[Dd]aylight\s)?[Tt]ime\b"
    r"|\s(?:local\stime|hours)\b)?"
)
_OFFSET = re.compile(r"(?:GMT|UTC)(?P<sign>[+-])(?P<hours>\d{1,2})(?::(?P<minutes>\d\d))?")


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day; `zone` is the words for its zone, "" where there are none."""

    hour: int
    minute: int
    zone: str

    def on(self, day: date) -> str:
        """Return the minute on a day, ISO 8601, with the offset where one is known."""
        moment = datetime.combine(day, time(self.hour, self.minute))
        return moment.isoformat(timespec="minutes") + _offset(self.zone, moment)


def find_clocks(text: str) -> Iterator[tuple[re.Match[str], Clock | None]]:
    """Yield the words for hours and what they mean: None for "around 9 p.m." and "25:00"."""
    for match in _CLOCK.finditer(text):
        yield match, _clock(match)


def _clock(match: re.Match[str]) -> Clock | None:
    if match["about"]:
        return None
    zone = match["zone"] or match["place"] or ""
    if match["word"]:
        # Of which day midnight is the end or the beginning, no one can tell.
        return None if match["word"] == "midnight" else Clock(12, 0, zone)
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not 1 <= hour <= 12 or minute > 59:
            return None
        return Clock(hour % 12 + (12 if match["half"] == "p" else 0), minute, zone)
    hour, minute = int(match["hour24"]), int(match["minute24"])
    return Clock(hour, minute, zone) if hour < 24 and minute < 60 else None


def _offset(words: str, moment: datetime) -> str:
    """Return the offset from UTC, "" where the words or a change of the clocks leave it open."""
    if not words:
        return ""
    told = _OFFSET.fullmatch(words)
    if told:
        minutes = 60 * int(told["hours"]) + int(told["minutes"] or 0)
        return _written(timedelta(minutes=minutes if told["sign"] == "+" else -minutes))
    if words in _HOURS:
        return _written(timedelta(hours=_HOURS[words]))
    zone = _zone(words)
    if zone is None:
        return ""
    early, late = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    # Where the clocks are put forward or back, an hour is there twice or never.
    return _written(early) if early is not None and early == late else ""


def _written(offset: timedelta) -> str:
    if abs(offset) >= timedelta(hours=24):
        return ""
    # A zone before the railways is off by seconds, which ISO 8601 to the minute cannot say.
    name = str(timezone(timedelta(minutes=round(offset.total_seconds() / 60))))
    return "+00:00" if name == "UTC" else name.removeprefix("UTC")


@cache
def _zone(place: str) -> ZoneInfo | None:
    """Return the zone of "Kyiv time": that of the one city of this name among the zones."""
    key = _PLACES.get(place) or _cities().get(place)
    if key is None:
        return None
    with files("tzdata").joinpath("zoneinfo", *key.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key)


@cache
def _cities() -> dict[str, str]:
    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    regions = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific")
    found: dict[str, list[str]] = {}
    for name in names:
        region, _, city = name.partition("/")
        if region in regions and "/" not in city:
            found.setdefault(city.replace("_", " "), []).append(name)
    return {city: keys[0] for city, keys in found.items() if len(keys) == 1}
