"""Read judgements, each with the row that it is shown on now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from onrecord.model import Judgement, Verdict
from onrecord.record.views import JudgementView

# A judgement of a statement holds on to spans and words. Where the newest extractor has a
# statement of the same, it is shown there; where not, it is kept and said to be orphaned.
_QUERY = """
SELECT j.id, j.subject, j.subject_id, j.verdict, j.value, j.author, j.reason, j.at,
       (SELECT s.id FROM statements s JOIN readings r ON r.key = s.reading
        WHERE s.anchor = j.anchor AND r.shown = 1 LIMIT 1),
       EXISTS (SELECT 1 FROM actors WHERE id = j.subject_id)
FROM judgements j WHERE {condition} ORDER BY j.at, j.id
"""


def judgements_of(
    connection: sqlite3.Connection, subject_id: str, anchor: str
) -> Iterator[JudgementView]:
    """Yield the judgements of one subject, of a statement under whatever extractor it was."""
    condition = "j.subject_id = ? OR j.anchor = ?"
    rows = connection.execute(_QUERY.format(condition=condition), (subject_id, anchor))
    return map(_view, rows)


def all_judgements(connection: sqlite3.Connection) -> Iterator[JudgementView]:
    return map(_view, connection.execute(_QUERY.format(condition="TRUE")))


def anchor_of(connection: sqlite3.Connection, statement_id: str) -> str:
    """Return what judgements of this statement hold on to, "" where there is no such one."""
    query = "SELECT anchor FROM statements WHERE id = ?"
    row = connection.execute(query, (statement_id,)).fetchone()
    return row[0] if row else ""


def _view(row: tuple[str, str, str, str, str, str, str, str, str | None, int]) -> JudgementView:
    id, subject, subject_id, verdict, value, author, reason, at, statement, is_actor = row
    shown = {"statement": statement is not None, "actor": bool(is_actor)}
    return JudgementView(
        judgement=Judgement(
            id=id,
            subject=subject,
            subject_id=subject_id,
            verdict=Verdict(verdict),
            value=value,
            author=author,
            reason=reason,
            at=datetime.fromisoformat(at),
        ),
        statement_id=statement,
        orphaned=not shown.get(subject, True),
    )
