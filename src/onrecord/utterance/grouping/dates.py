"""Whether two days of speaking can be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Factuality, Interval, Telling

Days = NDArray[np.int64]
UNKNOWN = np.iinfo(np.int64).max // 4
"""Of a first day: later than all; as a last day: never."""


@dataclass(frozen=True, slots=True)
class Times:
    """When some statements can have been made, as numbers of days; all arrays are parallel.

    `first` and `last` are inclusive: the days of `Telling.said`, or, where that is unknown, all
    days up to the one after publication (a report may be dated in another zone of time), or all
    there are; what is only announced may be made on any day. `said` and `dated` tell whether the
    one and the other is known, `published` the day of publication.
    """

    first: Days
    last: Days
    said: NDArray[np.bool_]
    published: Days
    dated: NDArray[np.bool_]


def times(tellings: Iterable[Telling]) -> Times:
    """Return when each of some statements can have been made."""
    rows = [_row(one) for one in tellings]
    columns = np.asarray(rows, dtype=np.int64).reshape(-1, 5).T
    return Times(columns[0], columns[1], columns[2] > 0, columns[3], columns[4] > 0)


def _row(one: Telling) -> tuple[int, int, int, int, int]:
    published = _days(one.published)
    day = published[1] if published else 0
    if (said := _days(one.said)) is not None:
        return *said, 1, day, published is not None
    told = published is not None and one.factuality is not Factuality.ANNOUNCED
    return -UNKNOWN, day + 1 if told else UNKNOWN, 0, day, published is not None


def _days(interval: Interval | None) -> tuple[int, int] | None:
    """Return the first and the last day of an interval, whatever the hour and its zone."""
    if interval is None:
        return None
    return _day(interval.start), _day(interval.end)


def _day(when: str) -> int:
    return date.fromisoformat(when[:10]).toordinal()
