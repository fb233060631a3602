"""What a judgement does beyond what its words say: told before anybody has to find out.

Each caution is one sentence. Nothing is refused for it: whoever judges may mean just that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from onrecord.model import ActorKind
from onrecord.record.documents import document_called
from onrecord.record.words import folded, storable

_NAMESAKES = """
SELECT a.id, a.name FROM aliases n JOIN actors a ON a.key = n.actor
WHERE n.position = 0 AND n.folded = :folded AND a.id != :own ORDER BY a.id
"""
_STATEMENTS = """
SELECT count(DISTINCT m.statement) FROM actors a JOIN links l ON l.actor = a.key
JOIN mentions m ON m.entity = l.entity AND m.part = 'source' WHERE a.id = ?
"""
_OF_STATEMENT = """
SELECT 1 FROM statements WHERE length(:id) >= 4 AND id >= :id AND id < :id || 'g'
"""
_SHORT = 8


def of_merge(connection: sqlite3.Connection, one: str, other: str) -> Iterator[str]:
    """Yield that a person is made one with what is no person; both are named by their ids."""
    query = "SELECT name, kind FROM actors WHERE id = ?"
    rows = [connection.execute(query, (id,)).fetchone() for id in (one, other)]
    kinds = {ActorKind(row[1]) for row in rows if row} - {ActorKind.UNKNOWN}
    if ActorKind.PERSON in kinds and len(kinds) > 1:
        told = (f"{name} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}" for name, kind in rows)
        yield f"{' and '.join(told)}; {_what(connection, other, rows[1][0])} move"


def of_alias(connection: sqlite3.Connection, id: str, spelling: str) -> Iterator[str]:
    """Yield whose full name a spelling is beside that of the actor with this id."""
    if " " in folded(spelling):
        for other, name in _namesakes(connection, id, spelling):
            yield f"another actor is called so: {_what(connection, other, name)} move"


def of_rename(connection: sqlite3.Connection, id: str, name: str) -> Iterator[str]:
    """Yield who bears a name already."""
    for other, there in _namesakes(connection, id, name):
        told = _what(connection, other, there)
        yield f"another actor is called so: {told} stay apart, and two go by one name"


def of_split(
    connection: sqlite3.Connection, name: str, reports: Iterable[str], spellings: Iterable[str]
) -> Iterator[str]:
    """Yield which of the words for `reports` are a statement's, of which all its report moves."""
    if not list(spellings):
        for report in reports:
            if connection.execute(_OF_STATEMENT, {"id": storable(report)}).fetchone():
                there = report_name(connection, document_called(connection, report))
                yield f"{report} is one statement; all that {there} tells of {name} is split off"


def report_name(connection: sqlite3.Connection, document_id: str) -> str:
    """Return what the file of a report is called, its id where that is not known."""
    query = """
        SELECT min(p.path) FROM documents d JOIN places p ON p.digest = d.digest WHERE d.id = ?
    """
    (path,) = connection.execute(query, (document_id,)).fetchone()
    return PurePath(path).name if path else document_id


def statements_of(connection: sqlite3.Connection, actor_id: str) -> int:
    """Return how many statements an actor makes."""
    return int(connection.execute(_STATEMENTS, (actor_id,)).fetchone()[0])


def _namesakes(connection: sqlite3.Connection, id: str, name: str) -> list[tuple[str, str]]:
    values = {"folded": folded(storable(name)), "own": id}
    return connection.execute(_NAMESAKES, values).fetchall()


def _what(connection: sqlite3.Connection, id: str, name: str) -> str:
    number = statements_of(connection, id)
    return f"{name} ({id[:_SHORT]}) and {number} statement{'' if number == 1 else 's'}"
