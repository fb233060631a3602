"""Read, of all actors, those that judgements may mean: a judgement costs what these cost."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.model import Actor, ActorKind, Entity, Judgement, Link, Verdict
from onrecord.record.decisions import Decision, Place, decoded
from onrecord.record.words import folded, storable

_FIELDS = "e.key, e.id, d.id, e.name, e.names, e.kind, e.named"
_OF_ACTORS = f"""
SELECT {_FIELDS}, a.id, l.score, l.rule FROM json_each(:actors) c
JOIN actors a ON a.key = c.value JOIN links l ON l.actor = a.key
JOIN entities e ON e.key = l.entity JOIN readings r ON r.key = e.reading
JOIN documents d ON d.key = r.document
"""
_UNNAMED = f"""
SELECT {_FIELDS} FROM json_each(:documents) c JOIN documents d ON d.id = c.value
JOIN readings r ON r.document = d.key AND r.shown = 1
JOIN entities e ON e.reading = r.key AND e.named = 0
"""
_THERE = """
SELECT d.id, e.name, e.names, l.actor FROM json_each(:documents) c
JOIN documents d ON d.id = c.value JOIN readings r ON r.document = d.key
JOIN entities e ON e.reading = r.key JOIN links l ON l.entity = e.key
"""
_BEARERS = "SELECT actor FROM aliases WHERE folded IN (SELECT value FROM json_each(:names))"
_BY_ID = "SELECT key FROM actors WHERE id IN (SELECT value FROM json_each(:ids))"
_ACTORS = """
SELECT a.key, a.id, a.name, a.kind FROM json_each(:actors) c JOIN actors a ON a.key = c.value
"""
_ALIASES = """
SELECT n.actor, n.alias FROM json_each(:actors) c JOIN aliases n ON n.actor = c.value
WHERE n.position > 0 ORDER BY n.actor, n.position
"""


class Concerned(NamedTuple):
    """Actors with all their entities, entities without a name beside them, and keys of all."""

    actors: list[Actor]
    links: list[Link]
    entities: dict[str, Entity]
    keys: dict[str, int]


def concerned(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> Concerned:
    """Return the actors that any of `judgements` may mean, with what is linked to them.

    These are the actors that reports name at the places of an anchor, that have an id in one,
    that go by a spelling of an alias, and, for an anchor of which no place is left, that bear
    its name.
    """
    found = (decoded(judgement.verdict, judgement.value) for judgement in judgements)
    decisions = [decision for decision in found if decision]
    meant = [each for decision in decisions for each in decision.meant]
    actors, seen = _named_at(connection, {place for each in meant for place in each.places})
    names = {folded(storable(each.name)) for each in meant if not each.places & seen}
    actors |= _keys(connection, _BEARERS, names=names | _spellings(decisions))
    actors |= _keys(connection, _BY_ID, ids={each.id for each in meant})
    documents = {document for each in meant if each.unnamed for document, _ in each.places}
    return _read(connection, sorted(actors), sorted(documents))


def _spellings(decisions: Iterable[Decision]) -> set[str]:
    aliases = (each.name or "" for each in decisions if each.verdict is Verdict.ALIAS)
    return {folded(storable(alias)) for alias in aliases}


def _named_at(connection: sqlite3.Connection, places: set[Place]) -> tuple[set[int], set[Place]]:
    """Return the actors that are named at `places`, and where that is their full name there."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for document, name in places:
        wanted[document].add(name)
    actors, seen = set(), set()
    rows = connection.execute(_THERE, {"documents": _json(wanted)})
    for document, name, names, actor in rows:
        if _folded(name) in wanted[document]:
            seen.add((document, _folded(name)))
            actors.add(actor)
        elif any(_folded(other) in wanted[document] for other in _words(names)):
            actors.add(actor)
    return actors, seen


def _keys(connection: sqlite3.Connection, query: str, **values: Iterable[str]) -> set[int]:
    rows = connection.execute(query, {name: _json(value) for name, value in values.items()})
    return {key for (key,) in rows}


def _read(
    connection: sqlite3.Connection, actors: Sequence[int], documents: Sequence[str]
) -> Concerned:
    of = {"actors": _json(actors)}
    names: dict[int, list[str]] = defaultdict(list)
    for key, alias in connection.execute(_ALIASES, of):
        names[key].append(alias)
    entities: dict[str, Entity] = {}
    keys: dict[str, int] = {}
    links = []
    for key, *fields in connection.execute(_UNNAMED, {"documents": _json(documents)}):
        entities[fields[0]], keys[fields[0]] = _entity(*fields), key
    for key, *fields, actor, score, rule in connection.execute(_OF_ACTORS, of):
        entities[fields[0]], keys[fields[0]] = _entity(*fields), key
        links.append(Link(fields[0], actor, score, rule))
    found = [
        Actor(id, name, ActorKind(kind), tuple(names[key]))
        for key, id, name, kind in connection.execute(_ACTORS, of)
    ]
    return Concerned(found, links, entities, keys)


def _entity(id: str, document_id: str, name: str, names: str, kind: str, named: int) -> Entity:
    # What an entity is called beside its names is nothing to who it is by judgement.
    return Entity(id, document_id, name, _words(names), (), _KINDS[kind], bool(named))


_KINDS = {kind.value: kind for kind in ActorKind}


@lru_cache(maxsize=65536)
def _words(listed: str) -> tuple[str, ...]:
    return tuple(json.loads(listed))


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    return folded(name)


def _json(values: Iterable[Any]) -> str:
    return json.dumps(sorted(values))
