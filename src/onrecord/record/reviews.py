"""Read judgements, each with what became of it and the row that it is shown on now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.model import Judgement, Standing, Verdict
from onrecord.record.comparisons import Comparison, compared
from onrecord.record.decisions import OF_ACTORS, Decision, decoded
from onrecord.record.views import Compared, Decided, JudgementView, Named
from onrecord.record.words import storable

# A judgement of a statement holds on to spans and words. Where the newest extractor has a
# statement of the same, it is shown there; where not, it is kept and said to be orphaned.
_QUERY = """
SELECT j.id, j.subject, j.subject_id, j.verdict, j.value, j.author, j.reason, j.at,
       (SELECT s.id FROM statements s JOIN readings r ON r.key = s.reading
        WHERE s.anchor = j.anchor AND r.shown = 1 LIMIT 1),
       EXISTS (SELECT 1 FROM actors WHERE id = j.subject_id), f.standing, f.by
FROM judgements j LEFT JOIN fates f ON f.judgement = j.id
WHERE {condition} ORDER BY j.at, j.id
"""
# What undoes belongs to what it undoes, as often as that was undone and done again.
_WITH_UNDOS = """
WITH RECURSIVE told(id) AS (
    SELECT judgement FROM meant WHERE actor = :actor
    UNION SELECT id FROM judgements WHERE subject = 'actor' AND subject_id = :actor
    UNION SELECT c.judgement FROM compared c JOIN statements s ON s.id = c.statement
    JOIN links l ON l.entity = s.speaker JOIN actors a ON a.key = l.actor WHERE a.id = :actor
    UNION SELECT u.id FROM judgements u JOIN told ON u.subject_id = told.id
    WHERE u.subject = 'judgement')
SELECT id FROM told
"""
_CANDIDATES = 6


def judgements_of(
    connection: sqlite3.Connection, subject_id: str, anchor: str
) -> Iterator[JudgementView]:
    """Yield the judgements of one subject, of a statement under whatever extractor it was."""
    condition = (
        "j.subject_id = ? OR j.anchor = ?"
        " OR j.id IN (SELECT judgement FROM compared WHERE statement = ?)"
    )
    values = subject_id, anchor, subject_id
    rows = connection.execute(_QUERY.format(condition=condition), values)
    return (_view(connection, row) for row in rows)


def all_judgements(connection: sqlite3.Connection) -> Iterator[JudgementView]:
    rows = connection.execute(_QUERY.format(condition="TRUE"))
    return (_view(connection, row) for row in rows)


def judgements_of_actor(connection: sqlite3.Connection, actor_id: str) -> Iterator[JudgementView]:
    """Yield the judgements that mean this actor now, or ended one that is now this."""
    condition = f"j.id IN ({_WITH_UNDOS})"
    rows = connection.execute(_QUERY.format(condition=condition), {"actor": actor_id})
    return (_view(connection, row) for row in rows)


def judgement_called(connection: sqlite3.Connection, id: str) -> JudgementView:
    """Return the judgement with this id, or whose id begins so.

    Raises:
        NotInRecord, Ambiguous.
    """
    condition = "j.id >= :id AND j.id < :id || 'g'"
    query = f"{_QUERY.format(condition=condition)} LIMIT {_CANDIDATES}"
    rows = connection.execute(query, {"id": storable(id.strip().casefold())}).fetchall()
    if not rows or not id.strip():
        raise NotInRecord("no such judgement; onrecord history lists them", id)
    if len(rows) > 1 and rows[0][0] != id:
        raise Ambiguous(f"several judgements begin so: {', '.join(row[0] for row in rows)}", id)
    return _view(connection, rows[0])


def last_standing(connection: sqlite3.Connection, author: str) -> JudgementView:
    """Return the last judgement of `author` that is not undone and undoes none.

    Raises:
        NotInRecord
    """
    condition = "j.author = :author AND j.verdict != 'undo' AND f.standing IS NOT 'undone'"
    rows = connection.execute(_QUERY.format(condition=condition), {"author": storable(author)})
    views = [_view(connection, row) for row in rows]
    if not views:
        cure = "name one with onrecord undo JUDGEMENT; onrecord history lists them"
        raise NotInRecord(f"no judgement by {author} that could be undone; {cure}")
    return views[-1]


def anchor_of(connection: sqlite3.Connection, statement_id: str) -> str:
    """Return what judgements of this statement hold on to, "" where there is no such one."""
    query = "SELECT anchor FROM statements WHERE id = ?"
    row = connection.execute(query, (statement_id,)).fetchone()
    return row[0] if row else ""


def judgement_of(row: tuple[Any, ...]) -> Judgement:
    """Return the judgement of the columns from its id to when it was made."""
    id, subject, subject_id, verdict, value, author, reason, at = row
    return Judgement(
        id=id,
        subject=subject,
        subject_id=subject_id,
        verdict=Verdict(verdict),
        value=value,
        author=author,
        reason=reason,
        at=datetime.fromisoformat(at),
    )


def _view(connection: sqlite3.Connection, row: tuple[Any, ...]) -> JudgementView:
    judgement, (statement, is_actor, standing, by) = judgement_of(row[:8]), row[8:]
    of_actors = judgement.subject == "actor" and judgement.verdict in OF_ACTORS
    decision = decoded(judgement.verdict, judgement.value) if of_actors else None
    comparison = compared(judgement.subject, judgement.verdict, judgement.value)
    if of_actors:
        shown = decision is not None and standing != Standing.ORPHANED
    elif comparison:
        shown = standing != Standing.ORPHANED
    else:
        there = {"statement": statement is not None, "actor": bool(is_actor)}
        shown = there.get(judgement.subject, True)
    return JudgementView(
        judgement=judgement,
        statement_id=statement,
        orphaned=not shown,
        standing=Standing(standing or (Standing.STANDS if shown else Standing.ORPHANED)),
        by=by,
        decided=_decided(connection, decision) if decision else None,
        actors=_actors(connection, judgement.id),
        compared=compared_now(connection, judgement.id, comparison) if comparison else None,
    )


def compared_now(connection: sqlite3.Connection, judgement_id: str, told: Comparison) -> Compared:
    """Return the two statements of a judgement of utterances, and which they are now."""
    query = "SELECT part, statement FROM compared WHERE judgement = ?"
    now: dict[str, str] = dict(connection.execute(query, (judgement_id,)).fetchall())
    return Compared(told.one.words, told.other.words, now.get("one"), now.get("other"))


def _decided(connection: sqlite3.Connection, decision: Decision) -> Decided:
    return Decided(
        actor=decision.actor.name,
        other=decision.other.name if decision.other else None,
        name=decision.name,
        reports=tuple(_path(connection, report) for report in decision.reports),
        spellings=decision.spellings,
    )


def _path(connection: sqlite3.Connection, document_id: str) -> str:
    """Return where a report was met, its id where the record does not have it."""
    query = """
        SELECT min(p.path) FROM documents d JOIN places p ON p.digest = d.digest WHERE d.id = ?
    """
    (path,) = connection.execute(query, (document_id,)).fetchone()
    return path or document_id


def _actors(connection: sqlite3.Connection, judgement_id: str) -> tuple[Named, ...]:
    query = """
        SELECT DISTINCT a.id, a.name FROM meant m JOIN actors a ON a.id = m.actor
        WHERE m.judgement = ? ORDER BY a.name, a.id
    """
    return tuple(Named(id, name) for id, name in connection.execute(query, (judgement_id,)))
