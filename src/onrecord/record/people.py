"""Read actors: the list of them, and the one that a name means."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.model import Actor, ActorKind, Entity
from onrecord.record.words import folded, storable

# From the surest way to name an actor to the least sure; the first that finds one decides.
# One word may be the whole name of an actor and the surname of others: it means any of them.
_WAYS = (
    "SELECT key FROM actors WHERE id = :name",
    "SELECT actor FROM aliases WHERE position = 0 AND folded = :folded AND instr(folded, ' ')",
    "SELECT actor FROM aliases WHERE folded = :folded OR (last = :folded AND last != '')",
    "SELECT key FROM actors WHERE length(:name) >= 4 AND id >= :name AND id < :name || 'g'",
    # The id of one who was merged into another leads to that other.
    "SELECT a.key FROM meant m JOIN actors a ON a.id = m.actor"
    " WHERE length(:name) >= 4 AND m.id >= :name AND m.id < :name || 'g'",
)
_HONORIFICS = frozenset("dr lady lord miss mr mrs ms prof sir".split())
_NEAREST = 3
_CANDIDATES = 5
_NEAR = 75
"""How alike two spellings must be to be near, in percent of their letters."""


def find_actor(connection: sqlite3.Connection, name: str) -> Actor:
    keys = _bearers(connection, name) or _inverted(connection, name) or _titled(connection, name)
    if len(keys) > 1:
        candidates = [_actor(connection, key) for key in keys]
        listed = ", ".join(f"{actor.name} ({actor.id})" for actor in candidates)
        raise Ambiguous(f"{len(keys)} actors go by this name, say which: {listed}", name)
    if keys:
        return _actor(connection, keys[0])
    if unnamed := _unnamed(connection, name):
        reports = "1 report" if len(unnamed) == 1 else f"{len(unnamed)} reports"
        told = " ".join(id[:8] for id in unnamed[:_CANDIDATES])
        message = f"no name, but a source in {reports}; onrecord why shows what it said: {told}"
        raise NotInRecord(message, name)
    nearest = _nearest(connection, name)
    cure = f"the nearest are {', '.join(nearest)}" if nearest else "onrecord actors lists them"
    raise NotInRecord(f"no actor of this name; {cure}", name)


def _unnamed(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return a statement of each report that has a source of these words that is no name."""
    query = """
        SELECT e.name, min(s.id) FROM entities e JOIN readings r ON r.key = e.reading
        JOIN mentions m ON m.entity = e.key AND m.part = 'source'
        JOIN statements s ON s.key = m.statement
        WHERE e.named = 0 AND r.shown = 1 GROUP BY e.reading, e.name
    """
    wanted = folded(name)
    return sorted(id for called, id in connection.execute(query) if folded(called) == wanted)


def _bearers(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return the keys of the actors that `name` means in the surest way that finds any."""
    values = {"name": storable(name), "folded": folded(storable(name))}
    for way in _WAYS:
        if keys := {key for (key,) in connection.execute(way, values)}:
            return sorted(keys)
    return []


def _inverted(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return whom "Vell, Oda" means."""
    last, comma, first = name.partition(",")
    return _bearers(connection, f"{first} {last}") if comma and first.strip() else []


def _titled(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return whom "Prime Minister Vell" means: a bearer of the name who is called so."""
    words = folded(storable(name)).split()
    for cut in range(1, len(words)):
        title = " ".join(words[:cut])
        bearers = _bearers(connection, " ".join(words[cut:]))
        if title.rstrip(".") in _HONORIFICS and bearers:
            return bearers
        if called := [key for key in bearers if title in _roles(connection, key)]:
            return called
    return []


def _roles(connection: sqlite3.Connection, actor: int) -> set[str]:
    """Return what an actor is called in the reports, and each part of it that is whole words."""
    query = "SELECT e.roles FROM links l JOIN entities e ON e.key = l.entity WHERE l.actor = ?"
    called = [
        folded(role)
        for (roles,) in connection.execute(query, (actor,))
        for role in json.loads(roles)
    ]
    return {
        " ".join(words[start:end])
        for words in map(str.split, called)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }


def shown_entities(connection: sqlite3.Connection) -> Iterator[Entity]:
    """Yield every entity of the readings that are shown, in an order that ids decide."""
    query = """
        SELECT e.id, d.id, e.name, e.names, e.roles, e.kind, e.named,
               substr(d.published_start, 1, CASE d.published_granularity
                      WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END),
               e.gender
        FROM entities e
        JOIN readings r ON r.key = e.reading AND r.shown = 1
        JOIN documents d ON d.key = r.document ORDER BY d.id, e.id
    """
    return (entity_of(*fields) for fields in connection.execute(query))


def entities_of(connection: sqlite3.Connection, actor_id: str) -> Iterator[Entity]:
    """Yield the entities that are linked to an actor."""
    query = """
        SELECT e.id, d.id, e.name, e.names, e.roles, e.kind, e.named FROM actors a
        JOIN links l ON l.actor = a.key JOIN entities e ON e.key = l.entity
        JOIN readings r ON r.key = e.reading JOIN documents d ON d.key = r.document
        WHERE a.id = ? ORDER BY d.id, e.id
    """
    return (entity_of(*fields) for fields in connection.execute(query, (actor_id,)))


def speaker_of(
    connection: sqlite3.Connection, statement_id: str
) -> tuple[Entity, Actor | None] | None:
    """Return whom its report calls the maker of the statement whose id begins so, and who that is.

    None where there is no such statement, or several, or nobody is known to make it.
    """
    query = """
        SELECT e.id, d.id, e.name, e.names, e.roles, e.kind, e.named, l.actor FROM statements s
        JOIN readings r ON r.key = s.reading AND r.shown = 1
        JOIN documents d ON d.key = r.document
        LEFT JOIN entities e ON e.key = s.speaker LEFT JOIN links l ON l.entity = e.key
        WHERE length(:id) >= 4 AND s.id >= :id AND s.id < :id || 'g' LIMIT 2
    """
    rows = connection.execute(query, {"id": storable(statement_id.casefold())}).fetchall()
    if len(rows) != 1 or rows[0][0] is None:
        return None
    *fields, actor = rows[0]
    return entity_of(*fields), None if actor is None else _actor(connection, actor)


def entity_of(
    id: str,
    document_id: str,
    name: str,
    names: str,
    roles: str,
    kind: str,
    named: int,
    published: str | None = None,
    gender: str = "",
) -> Entity:
    """Return the entity of seven columns: id, document's id, name, names, roles, kind, named.

    An eighth is when its document was published, a ninth the gender it tells.
    """
    return Entity(
        id=id,
        document_id=document_id,
        name=name,
        names=tuple(json.loads(names)),
        roles=tuple(json.loads(roles)),
        kind=ActorKind(kind),
        named=bool(named),
        published=published or "",
        gender=gender,
    )


def _actor(connection: sqlite3.Connection, key: int) -> Actor:
    id, name, kind = connection.execute(
        "SELECT id, name, kind FROM actors WHERE key = ?", (key,)
    ).fetchone()
    query = "SELECT alias FROM aliases WHERE actor = ? AND position > 0 ORDER BY position"
    aliases = tuple(alias for (alias,) in connection.execute(query, (key,)))
    return Actor(id=id, name=name, kind=ActorKind(kind), aliases=aliases)


def _nearest(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the names of the actors that are spelt much like `name`, wholly or in the last word.

    One word alone may be any word of a name.
    """
    from rapidfuzz import fuzz, process  # Only one who asked in vain waits for it.

    query = """
        SELECT a.folded, actors.name FROM aliases a JOIN actors ON actors.key = a.actor
        ORDER BY actors.id, a.position
    """
    asked = folded(name).split()
    wholes: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    for spelling, actor in connection.execute(query):
        wholes.setdefault(spelling, []).append(actor)
        for word in spelling.split() if len(asked) == 1 else spelling.split()[-1:]:
            words.setdefault(word, []).append(actor)
    near = [
        (-score, number, actor)
        for wanted, spellings in ((" ".join(asked), wholes), (" ".join(asked[-1:]), words))
        for spelling, score, number in process.extract(
            wanted, spellings.keys(), scorer=fuzz.ratio, limit=10, score_cutoff=_NEAR
        )
        for actor in spellings[spelling]
    ]
    return list(dict.fromkeys(actor for _, _, actor in sorted(near)))[:_NEAREST]
