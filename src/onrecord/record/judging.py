"""Lay judgements over the actors that are stored, touching only those that they mean.

What the machine made of an actor is set aside before a judgement changes it. To judge again is
to put all of it back and to lay every judgement that stands over it anew: so an undo needs no
inverse, and the order in which reports and judgements came leaves no trace.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.model import Actor, ActorKind, Judgement, Link, Standing
from onrecord.record.concerned import Concerned, concerned
from onrecord.record.judged import Judged, with_judgements
from onrecord.record.reviews import judgement_of
from onrecord.record.rows import actor_rows
from onrecord.record.words import storable

_WHOSE = """
SELECT l.entity, a.id FROM set_aside s JOIN actors a ON a.id = s.actor
JOIN links l ON l.actor = a.key
"""


def judge_anew(connection: sqlite3.Connection) -> dict[int, str | None]:
    """Lay all judgements over the machine's actors; return whose the entities are that moved.

    The result maps the key of an entity to the id of the actor it had before.
    """
    before = dict(connection.execute(_WHOSE).fetchall())
    _restore(connection)
    judgements = list(_judgements(connection))
    stored = concerned(connection, judgements)
    judged = with_judgements(stored.actors, stored.links, stored.entities.values(), judgements)
    machine = {stored.keys[link.entity_id]: link.actor_id for link in stored.links}
    _store(connection, stored, judged)
    _tell(connection, judged)
    now = {stored.keys[link.entity_id]: link.actor_id for link in judged.links}
    was = machine | before
    return {key: was.get(key) for key in now.keys() | was.keys() if now.get(key) != was.get(key)}


def forget_judged(connection: sqlite3.Connection) -> None:
    """Forget what was set aside: the machine has worked all actors out anew."""
    connection.execute("DELETE FROM set_aside")


def _judgements(connection: sqlite3.Connection) -> Iterator[Judgement]:
    query = """
        SELECT id, subject, subject_id, verdict, value, author, reason, at FROM judgements
        WHERE subject != 'statement' OR EXISTS (
            SELECT 1 FROM judgements u WHERE u.subject = 'judgement'
            AND u.subject_id = judgements.id)
    """
    return map(judgement_of, connection.execute(query))


def _restore(connection: sqlite3.Connection) -> None:
    """Put the machine's actors back in the place of those that judgements made."""
    aside = connection.execute("SELECT actor, found FROM set_aside").fetchall()
    keys = _remove(connection, [actor for actor, _ in aside])
    for id, found in sorted(aside, key=lambda row: row[0] not in keys):
        if found is not None:
            told = json.loads(found)
            actor = Actor(id, told["name"], ActorKind(told["kind"]), tuple(told["aliases"]))
            _insert(connection, actor, told["links"], keys.get(id))
    connection.execute("DELETE FROM set_aside")


def _store(connection: sqlite3.Connection, stored: Concerned, judged: Judged) -> None:
    """Store what judgements changed, and set aside what was there."""
    machine, now = _with_links(stored.actors, stored.links), _with_links(*judged[:2])
    changed = [id for id in sorted(machine | now) if machine.get(id) != now.get(id)]
    keys = _remove(connection, changed)

    def linked(links: tuple[Link, ...]) -> list[tuple[int, float, str]]:
        return [(stored.keys[link.entity_id], link.score, link.rule) for link in links]

    for id in sorted(changed, key=lambda id: id not in keys):
        found = None
        if id in machine:
            actor, links = machine[id]
            told = {"name": actor.name, "kind": actor.kind, "aliases": actor.aliases}
            found = json.dumps(told | {"links": linked(links)}, ensure_ascii=False)
        connection.execute("INSERT INTO set_aside VALUES (?, ?)", (id, found))
        if id in now:
            actor, links = now[id]
            _insert(connection, actor, linked(links), keys.get(id))


def _with_links(
    actors: Iterable[Actor], links: Iterable[Link]
) -> dict[str, tuple[Actor, tuple[Link, ...]]]:
    of: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: link.entity_id):
        of[link.actor_id].append(link)
    return {actor.id: (actor, tuple(of[actor.id])) for actor in actors}


def _remove(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """Take actors out; return their keys, for those that come back: these before any others."""
    query = "SELECT a.id, a.key FROM json_each(?) c JOIN actors a ON a.id = c.value"
    keys: dict[str, int] = dict(connection.execute(query, (_json(ids),)).fetchall())
    which = "IN (SELECT value FROM json_each(?))"
    for table, column in (("links", "actor"), ("aliases", "actor"), ("actors", "key")):
        connection.execute(f"DELETE FROM {table} WHERE {column} {which}", (_json(keys.values()),))
    return keys


def _insert(
    connection: sqlite3.Connection,
    actor: Actor,
    links: Iterable[tuple[int, float, str]],
    key: int | None,
) -> None:
    query = "SELECT coalesce(max(key), 0) + 1 FROM actors"
    free: int = connection.execute(query).fetchone()[0] if key is None else key
    actors, aliases = actor_rows([actor], free)
    connection.executemany("INSERT INTO actors VALUES (:key, :id, :name, :kind)", actors)
    columns = ":actor, :position, :alias, :folded, :last"
    connection.executemany(f"INSERT INTO aliases VALUES ({columns})", aliases)
    connection.executemany(
        "INSERT INTO links (entity, actor, score, rule) VALUES (?, ?, ?, ?)",
        ((entity, free, score, storable(rule)) for entity, score, rule in links),
    )


def _tell(connection: sqlite3.Connection, judged: Judged) -> None:
    """Store what became of each judgement, where that is more than that it stands."""
    connection.execute("DELETE FROM fates")
    connection.execute("DELETE FROM meant")
    for fate in judged.fates:
        if fate.standing is not Standing.STANDS:
            row = fate.judgement_id, fate.standing, fate.by
            connection.execute("INSERT INTO fates VALUES (?, ?, ?)", row)
        connection.executemany(
            "INSERT INTO meant VALUES (?, ?, ?)",
            ((fate.judgement_id, id, actor) for id, actor in fate.means.items()),
        )


def _json(values: Iterable[Any]) -> str:
    return json.dumps(sorted(values))
