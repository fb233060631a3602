"""The registries of a record: users' lists of actors and events, each a row that is never edited.

A registry that is not used any more stays, and so does who added or removed it, and when.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from onrecord.errors import NotInRecord
from onrecord.model import (
    Actor,
    ActorKind,
    Entity,
    Event,
    Link,
    Registered,
    Registry,
    Role,
    RoleKind,
    Suggestion,
)
from onrecord.record.failures import explained
from onrecord.record.suggested import who_is_who
from onrecord.record.views import Named, RegistrySuggested, RegistryView
from onrecord.record.words import storable

# The last that was decided of a registry counts.
_USED = """
SELECT r.key, r.id, r.name, r.as_of, u.author, u.at
FROM registries r JOIN registry_uses u ON u.registry = r.key
WHERE u.used AND u.key = (SELECT max(key) FROM registry_uses WHERE registry = r.key)
ORDER BY r.name
"""
_RECOGNISED = """
SELECT count(DISTINCT x.id) FROM registered x WHERE x.registry = ? AND (
    x.id IN (SELECT id FROM actors) OR x.id IN (SELECT id FROM meant))
"""
_MISSING = """
SELECT x.entry FROM registered x WHERE x.registry = ? AND NOT (
    x.id IN (SELECT id FROM actors) OR x.id IN (SELECT id FROM meant))
ORDER BY x.position LIMIT ?
"""
MOST_MISSING = 3
"""How many of those whom no report names are told by name."""

Suggester = Callable[
    [Iterable[Entity], Iterable[Actor], Iterable[Link], Iterable[Registered]], Iterable[Suggestion]
]
Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Registries:
    """The registries of an open record. Iterate for those in use, in the order of names."""

    def __init__(self, path: Path, reads: sqlite3.Connection, transaction: Transaction) -> None:
        self._path = path
        self._reads = reads
        self._transaction = transaction

    def add(self, registry: Registry, *, author: str, at: datetime | None = None) -> bool:
        """Use a registry from now on, instead of one of the same name; False if it is in use.

        The actors have to be worked out anew: `onrecord.pipeline.work_out_actors`.
        """
        with explained(self._path), self._transaction() as connection:
            used = {id: key for key, id, name, *_ in _used(connection) if name == registry.name}
            if registry.id in used:
                return False
            for key in used.values():
                _decide(connection, key, False, author, at)
            _decide(connection, _stored(connection, registry), True, author, at)
            return True

    def remove(self, name: str, *, author: str, at: datetime | None = None) -> None:
        """Use a registry no more. Worked out anew, the record is as if it had never been added.

        Raises:
            NotInRecord: naming those in use.
        """
        with explained(self._path), self._transaction() as connection:
            used = {known: key for key, _, known, *_ in _used(connection)}
            if name not in used:
                listed = f"in use are {', '.join(used)}" if used else "none is in use"
                raise NotInRecord(f"no registry of this name; {listed}", name)
            _decide(connection, used[name], False, author, at)

    def __iter__(self) -> Iterator[RegistryView]:
        with explained(self._path):
            yield from [self._view(*row) for row in _used(self._reads)]

    def actors(self) -> tuple[Registered, ...]:
        """Return whom the registries in use list."""
        query = "SELECT entry FROM registered WHERE registry = ? ORDER BY position"
        with explained(self._path):
            return tuple(
                _registered(entry)
                for key, *_ in _used(self._reads)
                for (entry,) in self._reads.execute(query, (key,))
            )

    def events(self) -> tuple[Event, ...]:
        """Return the events that the registries in use list."""
        with explained(self._path):
            return events_in_use(self._reads)

    def suggestions(self, suggester: Suggester) -> list[RegistrySuggested]:
        """Return who may be registered and is not surely enough, the likeliest first.

        `suggester` compares them, as `onrecord.actor.registry_suggestions` does.
        """
        listed = self.actors()
        with explained(self._path):
            entities, actors, links = who_is_who(self._reads)
        names = {each.id: each.name for each in listed} | {each.id: each.name for each in actors}
        return [
            RegistrySuggested(
                Named(each.one, names[each.one]),
                Named(each.other, names[each.other]),
                each.score,
                each.reasons,
            )
            for each in suggester(entities, actors, links, listed)
        ]

    @property
    def revision(self) -> int:
        """How often it was decided what registries are in use."""
        query = "SELECT coalesce(max(key), 0) FROM registry_uses"
        with explained(self._path):
            return int(self._reads.execute(query).fetchone()[0])

    def _view(
        self, key: int, id: str, name: str, as_of: str | None, author: str, at: str
    ) -> RegistryView:
        listed = self._reads.execute("SELECT count(*) FROM registered WHERE registry = ?", (key,))
        missing = self._reads.execute(_MISSING, (key, MOST_MISSING))
        return RegistryView(
            id=id,
            name=name,
            as_of=as_of,
            actors=listed.fetchone()[0],
            recognised=self._reads.execute(_RECOGNISED, (key,)).fetchone()[0],
            author=author,
            at=datetime.fromisoformat(at),
            missing=tuple(json.loads(entry)["name"] for (entry,) in missing),
        )


def events_in_use(connection: sqlite3.Connection) -> tuple[Event, ...]:
    """Return the events that the registries in use list."""
    query = "SELECT entry FROM registered_events WHERE registry = ? ORDER BY position"
    return tuple(
        _event(entry)
        for key, *_ in _used(connection)
        for (entry,) in connection.execute(query, (key,))
    )


_Used = tuple[int, str, str, str | None, str, str]


def _used(connection: sqlite3.Connection) -> list[_Used]:
    return connection.execute(_USED).fetchall()


def _stored(connection: sqlite3.Connection, registry: Registry) -> int:
    """Return the key of a registry, which may have been in use before."""
    query = "SELECT key FROM registries WHERE id = ?"
    if row := connection.execute(query, (registry.id,)).fetchone():
        return int(row[0])
    (key,) = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM registries").fetchone()
    connection.execute(
        "INSERT INTO registries VALUES (?, ?, ?, ?)",
        (key, registry.id, storable(registry.name), registry.as_of),
    )
    connection.executemany(
        "INSERT INTO registered VALUES (?, ?, ?, ?)",
        (
            (key, position, storable(actor.id), storable(json.dumps(asdict(actor))))
            for position, actor in enumerate(registry.actors)
        ),
    )
    connection.executemany(
        "INSERT INTO registered_events VALUES (?, ?, ?)",
        (
            (key, position, storable(json.dumps(asdict(event))))
            for position, event in enumerate(registry.events)
        ),
    )
    return int(key)


def _decide(
    connection: sqlite3.Connection, key: int, used: bool, author: str, at: datetime | None
) -> None:
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM registry_uses").fetchone()
    when = (at or datetime.now(UTC)).isoformat(timespec="seconds")
    connection.execute(
        "INSERT INTO registry_uses VALUES (?, ?, ?, ?, ?)",
        (last + 1, key, int(used), storable(author), when),
    )
    # What is known of the actors is out of date until they are worked out anew.
    connection.execute("DELETE FROM meta WHERE name = 'actors of'")


def _registered(entry: str) -> Registered:
    told = json.loads(entry)
    return Registered(
        id=told["id"],
        name=told["name"],
        kind=ActorKind(told["kind"]),
        aliases=tuple(told["aliases"]),
        identifiers=tuple((scheme, value) for scheme, value in told["identifiers"]),
        roles=tuple(Role(**{**role, "kind": RoleKind(role["kind"])}) for role in told["roles"]),
    )


def _event(entry: str) -> Event:
    told = json.loads(entry)
    return Event(told["name"], tuple(told["aliases"]), told["start"], told["end"])
