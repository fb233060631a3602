"""Read documents: what is known of them, and their texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.model import Block, BlockKind, Granularity, Interval, Span
from onrecord.record.statements import interval, shown_readings
from onrecord.record.views import DocumentView
from onrecord.record.words import storable, whole

_VIEW = """
SELECT d.key, d.id, d.digest, p.path, coalesce(d.url, p.url), p.captured_at,
       c.media_type, c.encoding, c.encoding_rule, c.size, d.characters,
       d.title, d.outlet, d.byline, d.language,
       d.published_start, d.published_stop, d.published_granularity, d.published_text,
       d.published_rule,
       (SELECT count(*) FROM statements WHERE reading = r.key), x.name
FROM readings r
JOIN extractors x ON x.key = r.extractor
JOIN documents d ON d.key = r.document
JOIN captures c ON c.digest = d.digest
JOIN places p ON p.digest = d.digest
     AND p.path = (SELECT min(path) FROM places WHERE digest = d.digest)
WHERE r.key = ?
"""


# From the surest way to name a report to the least sure; the first that finds one decides.
_WAYS = (
    "SELECT id FROM documents WHERE id = :name",
    "SELECT d.id FROM places p JOIN documents d ON d.digest = p.digest"
    " WHERE p.path = :name OR p.url = :name OR d.url = :name",
    "SELECT d.id FROM places p JOIN documents d ON d.digest = p.digest"
    " WHERE substr(p.path, -length(:name) - 1) = '/' || :name",
    "SELECT id FROM documents WHERE length(:name) >= 4 AND id >= :name AND id < :name || 'g'",
    "SELECT d.id FROM statements s JOIN readings r ON r.key = s.reading"
    " JOIN documents d ON d.key = r.document"
    " WHERE length(:name) >= 4 AND s.id >= :name AND s.id < :name || 'g'",
)


def document_called(connection: sqlite3.Connection, name: str) -> str:
    """Return the id of the report that is meant: by its path, the end of that, its URL or id,
    the start of its id, or that of a statement in it.

    Raises:
        NotInRecord, Ambiguous.
    """
    for way in _WAYS:
        found = {id for (id,) in connection.execute(way, {"name": storable(name)})}
        if len(found) > 1:
            raise Ambiguous(f"several reports, say which: {', '.join(sorted(found))}", name)
        if found:
            return str(found.pop())
    raise NotInRecord("no such report; name it as onrecord why does, by its source", name)


def all_documents(connection: sqlite3.Connection) -> Iterator[DocumentView]:
    for reading in shown_readings(connection):
        yield read_document(connection, reading)


def read_document(connection: sqlite3.Connection, reading: int) -> DocumentView:
    """Return the document of the reading stored under this key."""
    row = connection.execute(_VIEW, (reading,)).fetchone()
    return DocumentView(
        id=row[1],
        digest=row[2],
        path=row[3],
        paths=_paths(connection, row[2]),
        url=row[4],
        captured_at=datetime.fromisoformat(row[5]),
        media_type=row[6],
        encoding=row[7],
        encoding_rule=row[8],
        size=row[9],
        characters=row[10],
        title=row[11],
        outlet=row[12],
        byline=row[13],
        language=row[14],
        published=interval(row[15:20]),
        dates=read_dates(connection, row[0]),
        statements=row[20],
        extractor=row[21],
    )


def shown_reading(connection: sqlite3.Connection, document_id: str) -> tuple[int, int]:
    """Return the keys of a document and of the reading that is shown of it.

    Raises:
        NotInRecord
    """
    row = connection.execute(
        "SELECT d.key, r.key FROM documents d JOIN readings r ON r.document = d.key"
        " WHERE d.id = ? AND r.shown = 1",
        (document_id,),
    ).fetchone()
    if row is None:
        raise NotInRecord("no such document", document_id)
    document, reading = row
    return document, reading


def read_text(connection: sqlite3.Connection, document: int) -> str:
    """Return the text of the document stored under this key, exactly as it was added."""
    return whole(
        *connection.execute(
            "SELECT text, exact FROM documents WHERE key = ?", (document,)
        ).fetchone()
    )


def read_blocks(connection: sqlite3.Connection, document: int) -> tuple[Block, ...]:
    query = "SELECT kind, start, stop, repeats FROM blocks WHERE document = ? ORDER BY position"
    return tuple(
        Block(BlockKind(kind), Span(start, stop), repeats)
        for kind, start, stop, repeats in connection.execute(query, (document,))
    )


def read_dates(connection: sqlite3.Connection, document: int) -> tuple[Interval, ...]:
    query = """
        SELECT start, stop, granularity, text, rule FROM dates WHERE document = ?
        ORDER BY position
    """
    return tuple(
        Interval(start, stop, Granularity(granularity), text, rule)
        for start, stop, granularity, text, rule in connection.execute(query, (document,))
    )


def _paths(connection: sqlite3.Connection, digest: str) -> tuple[str, ...]:
    query = "SELECT path FROM places WHERE digest = ? ORDER BY path"
    return tuple(path for (path,) in connection.execute(query, (digest,)))
