"""Read who is who, for a comparison that suggests which actors may be one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.model import Actor, ActorKind, Entity, Link, Suggestion
from onrecord.record.people import shown_entities
from onrecord.record.views import ActorRow, Suggested
from onrecord.record.words import folded

Pair = frozenset[str]


def who_is_who(
    connection: sqlite3.Connection,
) -> tuple[list[Entity], list[Actor], list[Link]]:
    """Return the entities that are shown, all actors, and the links between them."""
    aliases: dict[int, list[str]] = {}
    query = "SELECT actor, alias FROM aliases WHERE position > 0 ORDER BY actor, position"
    for key, alias in connection.execute(query):
        aliases.setdefault(key, []).append(alias)
    actors = [
        Actor(id, name, ActorKind(kind), tuple(aliases.get(key, ())))
        for key, id, name, kind in connection.execute("SELECT key, id, name, kind FROM actors")
    ]
    query = """
        SELECT e.id, a.id, l.score, l.rule FROM links l JOIN entities e ON e.key = l.entity
        JOIN readings r ON r.key = e.reading AND r.shown = 1 JOIN actors a ON a.key = l.actor
    """
    links = [Link(*fields) for fields in connection.execute(query)]
    return list(shown_entities(connection)), actors, links


def kept_apart(connection: sqlite3.Connection) -> set[Pair]:
    """Return the pairs of actors that a split which stands tells from one another."""
    query = """
        SELECT j.id, m.actor FROM judgements j JOIN meant m ON m.judgement = j.id
        LEFT JOIN fates f ON f.judgement = j.id
        WHERE j.verdict = 'split' AND f.standing IS NULL
    """
    pairs: dict[str, set[str]] = {}
    for judgement, actor in connection.execute(query):
        pairs.setdefault(judgement, set()).add(actor)
    return {frozenset(pair) for pair in pairs.values()}


def of_rows(
    rows: Iterable[ActorRow],
    suggestions: Iterable[Suggestion],
    apart: set[Pair],
    query: str | None,
) -> list[Suggested]:
    """Return the suggestions that are not decided yet, with the rows of their actors."""
    by_id = {row.id: row for row in rows}
    found = []
    for each in suggestions:
        if frozenset((each.one, each.other)) in apart:
            continue
        one, other = by_id[each.one], by_id[each.other]
        if other.statements > one.statements:
            one, other = other, one
        if query is None or _bears(one, folded(query)) or _bears(other, folded(query)):
            found.append(Suggested(one, other, each.score, each.reasons))
    return found


def _bears(row: ActorRow, wanted: str) -> bool:
    names: Sequence[str] = (row.name, *row.aliases)
    return any(wanted in folded(name) for name in names)
