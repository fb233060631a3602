"""What a speaker was at the time of speaking, and through what that is known."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.model import Granularity, Interval, Status, Tenure
from onrecord.record.tenures import Attestation, attested, days_between, of_one_office
from onrecord.record.views import RoleBasis, RoleView

AROUND = 90
"""How many days from the time of speaking a title may be attested that is taken for its role."""

ODD = 10
"""A title that fewer than one in so many reports give, of those that give the commonest, is odd."""

FRESH = 31
"""How many days after a statement a report's word for its speaker is that for their role then."""

# The id of one who was merged into another leads to that other, and so do the terms.
_TERMS = """
SELECT title, start, stop, registry, as_of, office FROM tenures
WHERE actor = :actor OR actor IN (SELECT id FROM meant WHERE actor = :actor)
"""
_CALLED = "SELECT title, status, office FROM called WHERE entity = ? ORDER BY position"
_ALL_CALLED = """
SELECT l.entity, c.title, c.status, c.office FROM links l LEFT JOIN called c ON c.entity = l.entity
WHERE :actor IS NULL OR l.actor = (SELECT key FROM actors WHERE id = :actor)
ORDER BY l.entity, c.position
"""
# Of "then-US President" the time is that of what was said, where that is known.
_ATTESTED = f"""
SELECT c.title, c.status, c.office, d.key, c.status = '{Status.THEN}',
       d.published_start, d.published_stop, d.published_granularity,
       CASE c.status WHEN '{Status.THEN}' THEN
         (SELECT min(s.said_start) FROM statements s
          WHERE s.reading = e.reading AND s.speaker = e.key) END,
       CASE c.status WHEN '{Status.THEN}' THEN
         (SELECT max(s.said_stop) FROM statements s
          WHERE s.reading = e.reading AND s.speaker = e.key) END
FROM actors a JOIN links l ON l.actor = a.key JOIN called c ON c.entity = l.entity
JOIN entities e ON e.key = l.entity JOIN readings r ON r.key = e.reading AND r.shown = 1
JOIN documents d ON d.key = r.document WHERE a.id = ?
"""
_BEARING = (Status.HELD, Status.ACTING)
# Of several titles that one report gives, the first of these counts.
_ORDER = (Status.THEN, *_BEARING, Status.ELECT, Status.CANDIDATE, Status.FORMER)

_Title = tuple[str, Status, str]
"""A title, how it is borne, and its office."""

_Borne = tuple[int, int, Tenure]
"""The days that a tenure runs from and to, counted, and the tenure."""


class Roles:
    """The roles of actors as a record knows them; each actor is looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._terms: dict[str, tuple[Tenure, ...]] = {}
        self._borne: dict[str, list[_Borne]] = {}
        self._told: dict[int, list[_Title]] = {}

    def load(self, actor_id: str | None = None) -> Roles:
        """Look up at once what reports call an actor, or everybody, for who asks of all of it."""
        rows = self._connection.execute(_ALL_CALLED, {"actor": actor_id})
        for entity, title, status, office in rows:
            told = self._told.setdefault(entity, [])
            if title is not None:
                told.append((title, Status(status), office))
        return self

    def then(
        self,
        actor_id: str | None,
        entity: int | None,
        said: Interval | None,
        published: Interval | None,
    ) -> RoleView | None:
        """Return what a speaker was when speaking, None where nobody tells.

        A registry whose term covers the time comes first, then what the report calls its
        speaker, unless it was published long after; then what other reports call the actor
        around that time, but for an office that a registry says was not held then.
        """
        when = said or published
        if actor_id and when and (listed := _listed(self.terms(actor_id), when)):
            return listed
        called = self._called(entity)
        fresh = said is None or published is None or _soon(said, published)
        if told := _told(called, fresh=fresh):
            return told
        if actor_id and when and (known := _nearest(self._bearing_at(when, actor_id), when)):
            return known
        return _told(called, fresh=True)

    def terms(self, actor_id: str) -> tuple[Tenure, ...]:
        """Return the terms of office that registries give an actor, the latest first."""
        if actor_id not in self._terms:
            rows = self._connection.execute(_TERMS, {"actor": actor_id})
            terms = [
                Tenure(
                    title,
                    Status.HELD,
                    start,
                    stop,
                    registry=registry,
                    as_of=as_of,
                    office=office,
                )
                for title, start, stop, registry, as_of, office in rows
            ]
            terms.sort(key=lambda t: (t.start or "", t.title, t.end or "", t.registry or ""))
            self._terms[actor_id] = tuple(reversed(terms))
        return self._terms[actor_id]

    def attested(self, actor_id: str) -> tuple[Tenure, ...]:
        """Return the titles that reports attest of an actor, in order of time."""
        rows = self._connection.execute(_ATTESTED, (actor_id,))
        return attested(filter(None, (_attestation(*row) for row in rows)))

    def _bearing(self, actor_id: str) -> list[_Borne]:
        """Return the tenures in which an actor is attested to bear or to seek a title, by days."""
        if actor_id not in self._borne:
            self._borne[actor_id] = [
                (_ordinal(tenure.start), _ordinal(tenure.end), tenure)
                for tenure in self.attested(actor_id)
                if tenure.status is not Status.FORMER and tenure.start and tenure.end
            ]
        return self._borne[actor_id]

    def _bearing_at(self, when: Interval, actor_id: str) -> list[_Borne]:
        """Return the tenures of `_bearing` but for offices that a registry says were not held."""
        terms = self.terms(actor_id)
        return [borne for borne in self._bearing(actor_id) if not _is_over(borne[2], terms, when)]

    def _called(self, entity: int | None) -> list[_Title]:
        if entity is None:
            return []
        if entity not in self._told:
            rows = self._connection.execute(_CALLED, (entity,))
            self._told[entity] = [(title, Status(status), office) for title, status, office in rows]
        return self._told[entity]


def _attestation(
    title: str,
    status: str,
    office: str,
    report: int,
    then: int,
    start: str | None,
    stop: str | None,
    granularity: str | None,
    said_start: str | None,
    said_stop: str | None,
) -> Attestation | None:
    """Return what a report attests, None where it is not known of what time it speaks."""
    if then:
        start, stop = said_start, said_stop
    elif granularity == Granularity.YEAR:
        return None
    if start is None or stop is None:
        return None
    return Attestation(title, Status(status), office, start[:10], stop[:10], report)


def _soon(said: Interval, published: Interval) -> bool:
    return days_between(said.end[:10], published.start[:10]) <= FRESH


def _listed(terms: Sequence[Tenure], when: Interval) -> RoleView | None:
    covering = [term for term in terms if _covers(term, when)]
    if not covering:
        return None
    first = covering[0]
    title = "; ".join(dict.fromkeys(term.title for term in covering))
    return RoleView(
        title,
        Status.HELD,
        RoleBasis.REGISTRY,
        first.start,
        first.end,
        registry=first.registry,
        as_of=first.as_of,
    )


def _covers(term: Tenure, when: Interval) -> bool:
    """Whether a term surely covers all of `when`; one that is not over does up to `as_of`."""
    if term.start is None or not _before(term.start, when.start[:10]):
        return False
    last = term.end or term.as_of
    return last is None or _before(when.end[:10], last)


def _is_over(tenure: Tenure, terms: Iterable[Tenure], when: Interval) -> bool:
    """Whether `terms` of the office of a tenure are known, and none may cover the time."""
    own = [term for term in terms if term.office and of_one_office(tenure.office, term.office)]
    held = tenure.status is Status.HELD
    return held and bool(own) and not any(_may_cover(term, when) for term in own)


def _may_cover(term: Tenure, when: Interval) -> bool:
    """Whether a day of `when` may be one of a term; one whose end is not told may go on."""
    early = term.start is not None and when.end[: len(term.start)] < term.start
    late = term.end is not None and when.start[: len(term.end)] > term.end
    return not early and not late


def _before(one: str, other: str) -> bool:
    """Whether a date is surely not after another, each as coarse as it is known.

    Of 2024 any day may be meant, so it is before 2025 and not before 2024-06-01.
    """
    return one <= other if len(one) == len(other) == 10 else one < other[: len(one)]


def _told(called: Iterable[_Title], *, fresh: bool) -> RoleView | None:
    """Return the role in what a report calls its speaker: if it is not `fresh`, only "then-"."""
    listed = list(called)
    former = {office for _, status, office in listed if status is Status.FORMER}
    whats = {office.partition("|")[0] for office in former}
    # "President Biden" of whom the same report says "former US president" is called so still.
    listed = [
        each
        for each in listed
        if not (each[1] is Status.HELD and each[2][:-1] in whats and each[2].endswith("|"))
    ]
    for status in _ORDER if fresh else (Status.THEN,):
        for title, borne, _ in listed:
            if borne is status:
                return RoleView(title, status, RoleBasis.REPORT)
    return None


def _nearest(tenures: Sequence[_Borne], when: Interval) -> RoleView | None:
    """Return the title that is attested at a time or nearest to it, not too far off."""
    first, last = _ordinal(when.start), _ordinal(when.end)
    near = [
        (max(start - last, first - end, 0), -tenure.reports, tenure.title, number)
        for number, (start, end, tenure) in enumerate(tenures)
        if start - last <= AROUND and first - end <= AROUND
    ]
    most = max((-reports for _, reports, *_ in near), default=0)
    told = [each for each in near if -each[1] * ODD >= most]
    if not told:
        return None
    _, _, found = tenures[min(told)[3]]
    return RoleView(
        found.title,
        found.status,
        RoleBasis.ATTESTED,
        found.start,
        found.end,
        reports=found.reports,
    )


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()
