"""Where the marks of the timeline stand: pure geometry, drawn by a template.

Across, everything is a percentage of the chart's width, so that one drawing fits a phone
and a wide screen and its letters keep their size; down, everything is in pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.model import Interval
from onrecord.record.views import StatementView

APART = 2.4
"""The least distance of two marks side by side, in percent."""

EDGE = 3.0
"""The free room left and right, in percent."""

ROW = 11
TALLEST = 10
"""How many marks stand over one another before the rest is left out and counted."""

MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement at `x` percent and `y` pixels; `left` to `right` is how exactly it is known."""

    statement: StatementView
    x: float
    y: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one actor, from `top` on; `left_out` counts those that found no room."""

    name: str
    top: int
    height: int
    marks: tuple[Mark, ...]
    left_out: int


class Tick(NamedTuple):
    """A date on the axis; a phone shows only those that are `main`."""

    x: float
    label: str
    main: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The timeline: lanes of dated statements over an axis, then one lane of undated ones."""

    lanes: tuple[Lane, ...]
    undated: Lane | None
    ticks: tuple[Tick, ...]
    axis: int
    height: int

    @property
    def left_out(self) -> int:
        lanes = (*self.lanes, self.undated) if self.undated else self.lanes
        return sum(lane.left_out for lane in lanes)


def chart(groups: Sequence[tuple[str, Sequence[StatementView]]]) -> Chart:
    """Return the timeline of `groups`, each a lane's name and its statements."""
    times = [s.when for _, statements in groups for s in statements if s.when]
    scale = _Scale.of(times)
    top, lanes = 0, []
    for name, statements in groups:
        dated = [(s, s.when) for s in statements if s.when]
        if dated:
            lanes.append(_lane(name, top, (scale.place(s, when) for s, when in dated)))
            top += lanes[-1].height
    axis = top + 8 if lanes else 0
    below = axis + 24 if lanes else 0
    unplaced = [s for _, statements in groups for s in statements if not s.when]
    undated = _lane("Date unknown", below, _side_by_side(unplaced)) if unplaced else None
    return Chart(
        lanes=tuple(lanes),
        undated=undated,
        ticks=tuple(scale.ticks()) if lanes else (),
        axis=axis,
        height=below + (undated.height if undated else 0),
    )


class _Scale(NamedTuple):
    """Days to percent."""

    first: int
    last: int

    @classmethod
    def of(cls, times: Iterable[Interval]) -> _Scale:
        days = [_day(side) for time in times for side in (time.start, time.end)]
        return cls(min(days, default=0), max(days, default=0))

    def x(self, day: float) -> float:
        if self.first == self.last:
            return 50.0
        share = (day - self.first) / (self.last - self.first)
        return round(EDGE + share * (100 - 2 * EDGE), 2)

    def place(self, statement: StatementView, when: Interval) -> Mark:
        start, end = _day(when.start), _day(when.end)
        return Mark(statement, self.x((start + end) / 2), 0, self.x(start), self.x(end))

    def ticks(self) -> Iterator[Tick]:
        """Yield dates on the axis: years, else months, else days, never more than a few."""
        if self.first == self.last:
            yield Tick(50.0, date.fromordinal(self.first).isoformat(), True)
            return
        label, days = _round_days(self.first, self.last)
        for number, day in enumerate(days[:: -(-len(days) // MOST_TICKS)]):
            text = date.fromordinal(day).strftime(label).lstrip("0")
            yield Tick(self.x(day), text, number % 2 == 0)


def _round_days(first: int, last: int) -> tuple[str, list[int]]:
    """Return the firsts of years, else of months, else all days, and how they are written."""
    days = range(first, last + 1)
    low, high = date.fromordinal(first).year, date.fromordinal(last).year
    years = [date(year, 1, 1).toordinal() for year in range(low, high + 1)]
    years = [day for day in years if day in days]
    if len(years) >= 2:
        return "%Y", years
    months = [day for day in days if date.fromordinal(day).day == 1]
    if len(months) >= 2:
        return "%b %Y", months
    return "%d %b %Y", list(days)


def _day(time: str) -> int:
    return date.fromisoformat(time[:10]).toordinal()


def _side_by_side(statements: Sequence[StatementView]) -> Iterator[Mark]:
    room = int((100 - 2 * EDGE) // APART)
    for number, statement in enumerate(statements):
        x = round(EDGE + number % room * APART, 2)
        yield Mark(statement, x, 0, x, x)


def _lane(name: str, top: int, places: Iterable[Mark]) -> Lane:
    """Put marks that would touch over one another; the lane's name stands above them."""
    above = top + 30
    reach = [float("-inf")] * TALLEST
    marks, left_out = [], 0
    for mark in sorted(places, key=lambda mark: (mark.y, mark.x, mark.statement.id)):
        row = next((r for r in range(TALLEST) if mark.x - reach[r] >= APART - 0.01), None)
        if row is None:
            left_out += 1
            continue
        reach[row] = mark.x
        y = above + row * ROW
        marks.append(Mark(mark.statement, mark.x, y, mark.left, mark.right))
    rows = max((mark.y for mark in marks), default=above) - above
    return Lane(name, top, 30 + rows + 12, tuple(marks), left_out)
