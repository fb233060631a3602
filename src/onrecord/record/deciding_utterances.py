"""Put into a judgement that two statements tell one act of speech, or do not.

As in `deciding`, everything here runs inside the transaction that writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.errors import OnrecordError
from onrecord.model import Verdict
from onrecord.record.comparisons import SUBJECT, Comparison, MeantStatement, encoded
from onrecord.record.deciding import Wanted
from onrecord.record.evidence import statement_called
from onrecord.record.statements import statements_by_key
from onrecord.record.views import StatementView

_MEANT = """
SELECT s.id, d.id, s.anchor, s.start,
       (SELECT max(stop) FROM spans WHERE statement = s.key AND role = 'content'), s.quote
FROM statements s JOIN readings r ON r.key = s.reading JOIN documents d ON d.key = r.document
WHERE s.key = ?
"""
_TOGETHER = """
SELECT EXISTS (SELECT 1 FROM tellings one JOIN tellings other ON other.utterance = one.utterance
               WHERE one.statement = ? AND other.statement = ?)
"""


def same(connection: sqlite3.Connection, statement: str, other: str) -> Wanted:
    """Return the judgement that two statements tell one act of speech.

    Raises:
        NotInRecord, Ambiguous, OnrecordError.
    """
    return _wanted(connection, Verdict.MERGE, statement, other)


def apart(connection: sqlite3.Connection, statement: str, other: str) -> Wanted:
    """Return the judgement that a statement tells another act of speech than another does.

    Raises:
        NotInRecord, Ambiguous, OnrecordError.
    """
    return _wanted(connection, Verdict.SPLIT, statement, other)


def _wanted(connection: sqlite3.Connection, verdict: Verdict, statement: str, other: str) -> Wanted:
    one, two = (statement_called(connection, id)[0] for id in (statement, other))
    if one == two:
        raise OnrecordError("is one statement; name two", statement, code="statement")
    meant = (MeantStatement(*connection.execute(_MEANT, (key,)).fetchone()) for key in (one, two))
    comparison = Comparison(verdict, *meant)
    together = bool(connection.execute(_TOGETHER, (one, two)).fetchone()[0])
    already = together is (verdict is Verdict.MERGE)
    notes: tuple[str, ...] = ()
    if verdict is Verdict.MERGE and not already:
        views = statements_by_key(connection, (one, two))
        notes = tuple(_cautions(views[one], views[two]))
    return Wanted(SUBJECT, comparison.one.id, verdict, encoded(comparison), already, notes)


def _cautions(one: StatementView, two: StatementView) -> Iterator[str]:
    """Yield what speaks against two statements being one act of speech."""
    speakers = [view.speaker.name if view.speaker else "nobody known" for view in (one, two)]
    if one.speaker != two.speaker:
        yield f"The speakers differ on record: {speakers[0]} and {speakers[1]}."
    if one.said and two.said and (one.said.end < two.said.start or two.said.end < one.said.start):
        yield f"The days differ: {one.said.day} and {two.said.day}."
    if one.factuality is not two.factuality:
        yield f"One is told as {one.factuality}, the other as {two.factuality}."
