"""The list of actors, with what each said in numbers."""

from __future__ import annotations

import sqlite3
from typing import Any

from onrecord.model import ActorKind, Factuality, Kind
from onrecord.record.retold import DATED, SECOND_HAND
from onrecord.record.statements import BEGINS
from onrecord.record.views import UNSURE, ActorOrder, ActorRow
from onrecord.record.words import folded

_COUNTS = f"""
SELECT made.actor, s.kind, count(*), sum(made.sure < {UNSURE}),
       min({BEGINS}), max({BEGINS})
FROM (SELECT l.actor, m.statement, max(min(m.confidence, l.score)) AS sure
      FROM mentions m JOIN links l ON l.entity = m.entity
      WHERE m.part = 'source' AND m.statement IS NOT NULL GROUP BY l.actor, m.statement) made
JOIN statements s ON s.key = made.statement {DATED}
JOIN readings r ON r.key = s.reading AND r.shown = 1
JOIN documents d ON d.key = r.document
GROUP BY made.actor, s.kind
"""
_ACTS = f"""
SELECT made.actor, s.factuality, count(*), sum({SECOND_HAND} AND coalesce(t.copy, 0) = 0),
       count(DISTINCT coalesce(t.utterance, -s.key)), sum(coalesce(t.copy, 0))
FROM (SELECT DISTINCT l.actor, m.statement FROM mentions m JOIN links l ON l.entity = m.entity
      WHERE m.part = 'source' AND m.statement IS NOT NULL) made
JOIN statements s ON s.key = made.statement
JOIN readings r ON r.key = s.reading AND r.shown = 1
LEFT JOIN tellings t ON t.statement = s.key
GROUP BY made.actor, s.factuality
"""


def actor_rows(
    connection: sqlite3.Connection,
    query: str | None,
    order: ActorOrder = ActorOrder.STATEMENTS,
) -> list[ActorRow]:
    """Return the actors of whose names `query` is a part, in an order."""
    names = _names(connection)
    wanted = folded(query) if query else ""
    counts: dict[int, dict[Kind, int]] = {}
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    unsure: dict[int, int] = {}
    for key, kind, count, doubtful, earliest, latest in connection.execute(_COUNTS):
        counts.setdefault(key, {})[Kind(kind)] = count
        unsure[key] = unsure.get(key, 0) + doubtful
        if earliest is not None:
            first[key] = min(earliest, first.get(key, earliest))
            last[key] = max(latest, last.get(key, latest))
    acts: dict[int, dict[Factuality, tuple[int, ...]]] = {}
    for key, factuality, *numbers in connection.execute(_ACTS):
        acts.setdefault(key, {})[Factuality(factuality)] = (*numbers,)
    rows = [
        ActorRow(
            id=id,
            name=name,
            kind=ActorKind(kind),
            aliases=tuple(names.get(key, ())[1:]),
            counts={kind: counts[key][kind] for kind in Kind if kind in counts.get(key, ())},
            unsure=unsure.get(key, 0),
            first=first.get(key),
            last=last.get(key),
            **_acts(acts.get(key, {})),
        )
        for key, id, name, kind in connection.execute("SELECT key, id, name, kind FROM actors")
        if any(wanted in folded(alias) for alias in names.get(key, ()))
    ]
    rows.sort(key=lambda row: (-row.utterances, -row.statements, folded(row.name), row.id))
    match order:
        case ActorOrder.NAME:
            rows.sort(key=lambda row: folded(row.name))
        case ActorOrder.FIRST:
            rows.sort(key=lambda row: (row.first is None, row.first or ""))
        case ActorOrder.LAST:
            rows.sort(key=lambda row: row.last or "", reverse=True)
        case ActorOrder.UNSURE:
            rows.sort(key=lambda row: -row.unsure)
    return rows


def _acts(counts: dict[Factuality, tuple[int, ...]]) -> dict[str, Any]:
    _, second_hand, utterances, copied = counts.get(Factuality.MADE, (0, 0, 0, 0))
    return {
        "utterances": utterances,
        "second_hand": second_hand,
        "copied": copied,
        "factualities": {each: counts[each][0] for each in Factuality if each in counts},
    }


def _names(connection: sqlite3.Connection) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    query = "SELECT actor, alias FROM aliases ORDER BY actor, position"
    for key, alias in connection.execute(query):
        names.setdefault(key, []).append(alias)
    return names
