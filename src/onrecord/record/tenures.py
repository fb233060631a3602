"""Attested tenures: from what reports call an actor to the titles that are attested, and when.

Pure. A title is attested from the first to the last report that gives it; nothing is said of
the time before, after, or between two reports that lie far apart or on both sides of one that
calls the actor a former bearer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.model import Status, Tenure

LONGEST_GAP = 366
"""The most days between two reports that attest one tenure."""

SELDOM = 4
"""Of so many reports that give a title, one at least has to say of what country or body it is."""

_HELD = {Status.HELD, Status.THEN}


class Attestation(NamedTuple):
    """One report's word for what an actor is: `at` and `until` bound the time it speaks of.

    Both are ISO 8601 dates. `office` is that of `onrecord.model.Called`, `report` any key.
    """

    title: str
    status: Status
    office: str
    at: str
    until: str
    report: int


def attested(attestations: Iterable[Attestation]) -> tuple[Tenure, ...]:
    """Return the tenures that attestations of one actor bear out, in order of time.

    "Then-US President" counts as held at the time that it speaks of. A title without a
    country or body is that of the only one that is told of, else its own.
    """
    told = sorted(set(attestations), key=lambda a: (a.at, a.until, a.report, a.title))
    whole = _completed(Counter(a.office for a in told))
    groups: dict[tuple[str, Status], list[Attestation]] = defaultdict(list)
    for each in told:
        status = Status.HELD if each.status in _HELD else each.status
        groups[whole[each.office], status].append(each)
    tenures = []
    for office, status in sorted(groups):
        left = [a.at for a in groups.get((office, Status.FORMER), ())]
        breaks = [] if status is Status.FORMER else left
        meant = [a for a in groups[office, status] if not _is_courtesy(a, breaks)]
        tenures += [
            _tenure(run, status, office)
            for run in _runs(meant, breaks)
            if not _is_between(run, breaks)
        ]
    return tuple(sorted(tenures, key=lambda t: (t.start or "", t.end or "", t.title, t.status)))


def _completed(offices: Mapping[str, int]) -> dict[str, str]:
    """Map every office to itself, or, without a place, to the only one that has a place.

    A place that is told of once among many times is none to go by.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for office in offices:
        what, _, where = office.partition("|")
        if where:
            places[what].add(office)
    whole = {office: office for office in offices}
    for office, count in offices.items():
        found = places[office[:-1]] if office.endswith("|") else set()
        if len(found) == 1 and offices[min(found)] * SELDOM >= count:
            whole[office] = min(found)
    return whole


def _runs(
    attestations: Sequence[Attestation], breaks: Sequence[str]
) -> Iterator[list[Attestation]]:
    run: list[Attestation] = []
    for each in attestations:
        last = max((a.until for a in run), default=each.at)
        over = any(last <= left <= each.at for left in breaks)
        if run and (over or days_between(last, each.at) > LONGEST_GAP):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _is_courtesy(told: Attestation, left: Sequence[str]) -> bool:
    """Whether a bare title is given to one who was called a former bearer before."""
    return told.office.endswith("|") and any(day <= told.at for day in left)


def _is_between(run: Sequence[Attestation], left: Sequence[str]) -> bool:
    """Whether a title stands between two reports, both near, that call its bearer a former one."""
    before = any(0 <= days_between(day, run[0].at) <= LONGEST_GAP for day in left)
    after = any(0 <= days_between(run[-1].until, day) <= LONGEST_GAP for day in left)
    return before and after


def _tenure(run: Sequence[Attestation], status: Status, office: str) -> Tenure:
    counts = Counter(a.title for a in run)
    placed = {a.title for a in run if not a.office.endswith("|")}
    title = min(counts, key=lambda t: (t not in placed, -counts[t], -len(t), t))
    return Tenure(
        title=title,
        status=status,
        start=min(a.at for a in run),
        end=max(a.until for a in run),
        reports=len({a.report for a in run}),
        office=office,
    )


def of_one_office(one: str, other: str) -> bool:
    """Whether two offices are one as far as they go: one without a country or body is of any."""
    what, _, where = one.partition("|")
    same, _, there = other.partition("|")
    return what == same and (where == there or not where or not there)


def days_between(first: str, last: str) -> int:
    """Return how many days `last` is after `first`, both ISO 8601 dates."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
