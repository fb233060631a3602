"""Verify a record: every digest, span, parent, id and index."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from onrecord.model import Span, utterance_id
from onrecord.record.address import uri, writable
from onrecord.record.documents import read_blocks, read_text
from onrecord.record.numbers import is_grouped, is_resolved, was_grouped
from onrecord.record.reviews import all_judgements
from onrecord.record.views import Problem
from onrecord.record.words import countable, joined, stretches

_PARENTS = """
WITH RECURSIVE up(start, at, steps) AS (
    SELECT key, parent, 1 FROM statements WHERE parent IS NOT NULL
    UNION ALL
    SELECT up.start, s.parent, up.steps + 1 FROM up JOIN statements s ON s.key = up.at
    WHERE s.parent IS NOT NULL AND up.at != up.start AND up.steps < 1000)
SELECT DISTINCT s.id, 'a statement that reports itself' FROM up
JOIN statements s ON s.key = up.start WHERE up.at = up.start
UNION
SELECT s.id, 'a statement reported in another reading' FROM statements s
JOIN statements p ON p.key = s.parent WHERE p.reading != s.reading
"""
_UNTOLD = """
SELECT s.id FROM statements s JOIN readings r ON r.key = s.reading AND r.shown = 1
WHERE NOT EXISTS (SELECT 1 FROM tellings WHERE statement = s.key)
UNION ALL
SELECT s.id FROM tellings t JOIN statements s ON s.key = t.statement
JOIN readings r ON r.key = s.reading WHERE r.shown = 0
"""
_COPIES = """
SELECT document FROM copies WHERE document = of
OR document NOT IN (SELECT id FROM documents) OR of NOT IN (SELECT id FROM documents)
"""


def problems(connection: sqlite3.Connection, path: Path) -> Iterator[Problem]:
    """Yield what is wrong in the record at `path`, then what is worth knowing."""
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("file", message, (str(path),))
    for table, row, target, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("reference", f"a row of {table} without its row in {target}", (str(row),))
    yield from _captures(connection)
    yield from _documents(connection)
    for id, message in connection.execute(_PARENTS):
        yield Problem("parent", message, (id,))
    yield from _utterances(connection)
    yield from _search(path)
    if not is_resolved(connection):
        message = "actors are not up to date; the next onrecord add brings them so"
        yield Problem("actors", message, (str(path),), grave=False)
    if not is_grouped(connection) and was_grouped(connection):
        message = "utterances are not up to date; the next onrecord add brings them so"
        yield Problem("utterances", message, (str(path),), grave=False)
    for view in all_judgements(connection):
        if view.orphaned:
            message = "a judgement of what is no longer shown"
            ids = (view.judgement.id, view.judgement.subject_id)
            yield Problem("orphaned", message, ids, grave=False)


def _captures(connection: sqlite3.Connection) -> Iterator[Problem]:
    for digest, data, size in connection.execute("SELECT digest, data, size FROM captures"):
        try:
            bare = zlib.decompress(data)
        except zlib.error:
            yield Problem("digest", "bytes that cannot be unpacked", (digest,))
            continue
        if len(bare) != size or hashlib.sha256(bare).hexdigest() != digest:
            yield Problem("digest", "bytes that are not those of their digest", (digest,))


def _documents(connection: sqlite3.Connection) -> Iterator[Problem]:
    query = "SELECT key, id, text, characters FROM documents ORDER BY id, key"
    for key, id, counted, characters in connection.execute(query):
        text = read_text(connection, key)
        if countable(text) != counted or len(text) != characters:
            yield Problem("text", "a text that differs from its countable form", (id,))
        cut = "SELECT text FROM stretches WHERE document = ? ORDER BY position"
        if [stretch for (stretch,) in connection.execute(cut, (key,))] != stretches(counted):
            yield Problem("text", "a text that differs from its stretches", (id,))
        for block in read_blocks(connection, key):
            if block.span.end > len(text):
                yield Problem("span", "a block beyond the end of its text", (id,))
        yield from _spans(connection, key, counted)
        yield from _joints(connection, key, counted)


def _spans(connection: sqlite3.Connection, document: int, text: str) -> Iterator[Problem]:
    query = """
        SELECT s.id, p.role, p.start, p.stop, p.quote FROM readings r
        JOIN statements s ON s.reading = r.key JOIN spans p ON p.statement = s.key
        WHERE r.document = :document
        UNION ALL
        SELECT d.id, 'mention', m.start, m.stop, m.quote FROM readings r
        JOIN documents d ON d.key = r.document JOIN mentions m ON m.reading = r.key
        WHERE r.document = :document
        UNION ALL
        SELECT s.id, c.aspect, c.start, c.stop, c.quote FROM readings r
        JOIN statements s ON s.reading = r.key JOIN circumstances c ON c.statement = s.key
        WHERE r.document = :document
        UNION ALL
        SELECT s.id, t.kind, t.start, t.stop, t.quote FROM readings r
        JOIN statements s ON s.reading = r.key JOIN tellers t ON t.statement = s.key
        WHERE r.document = :document AND t.start IS NOT NULL
        UNION ALL
        SELECT d.id, 'drop', o.start, o.stop, NULL FROM readings r
        JOIN documents d ON d.key = r.document JOIN drops o ON o.reading = r.key
        WHERE r.document = :document
    """
    for id, role, start, stop, quote in connection.execute(query, {"document": document}):
        if stop > len(text) or (quote is not None and Span(start, stop).of(text) != quote):
            yield Problem("span", f"a {role} {start}-{stop} that does not hold its words", (id,))


def _joints(connection: sqlite3.Connection, document: int, text: str) -> Iterator[Problem]:
    """Compare the words of each statement, as they are searched and shown, with its spans."""
    query = """
        SELECT s.id, s.quote, s.cue, s.source, p.role, p.start, p.stop FROM readings r
        JOIN statements s ON s.reading = r.key LEFT JOIN spans p ON p.statement = s.key
        WHERE r.document = ? ORDER BY s.key, p.role, p.position
    """
    shown: dict[str, tuple[str, str, str]] = {}
    held: dict[str, dict[str, list[Span]]] = {}
    for id, quote, cue, source, role, start, stop in connection.execute(query, (document,)):
        shown[id] = quote, cue, source
        if role is not None:
            held.setdefault(id, {}).setdefault(role, []).append(Span(start, stop))
    for id, words in shown.items():
        parts = held.get(id, {})
        if words != tuple(joined(text, parts.get(r, ())) for r in ("content", "cue", "source")):
            yield Problem("span", "a statement whose words are not those of its spans", (id,))


def _utterances(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Compare the id of each utterance with those who tell it, and look for who tells none."""
    query = """
        SELECT u.id, t.position, s.id, t.similarity IS NULL AND t.rule = '' FROM utterances u
        LEFT JOIN tellings t ON t.utterance = u.key LEFT JOIN statements s ON s.key = t.statement
        ORDER BY u.id, t.position
    """
    for id, rows in groupby(connection.execute(query), key=itemgetter(0)):
        _, positions, statements, first = zip(*rows, strict=True)
        if None in statements:
            yield Problem("utterance", "an utterance that nobody tells", (id,))
        elif id != utterance_id(statements):
            yield Problem("utterance", "an utterance that is not what its statements tell", (id,))
        elif list(zip(positions, first, strict=True)) != _in_order(len(statements)):
            yield Problem("utterance", "an utterance whose statements have no order", (id,))
    for (id,) in connection.execute(_COPIES):
        yield Problem("copy", "a copy of which there is no report, or no earlier one", (id,))
    if is_grouped(connection) and was_grouped(connection):
        for (id,) in connection.execute(_UNTOLD):
            yield Problem("utterance", "a statement that tells no act of speech", (id,))


def _in_order(count: int) -> list[tuple[int, bool]]:
    """Return the positions of so many that tell an utterance: the first needs no reason for it."""
    return [(position, not position) for position in range(count)]


def _search(path: Path) -> Iterator[Problem]:
    """Let FTS5 compare its index with the rows, which it does only where it could write."""
    if not writable(path):
        message = "the search index is not verified, since the record can only be read"
        yield Problem("search", message, (str(path),), grave=False)
        return
    connection = sqlite3.connect(uri(path, "mode=rw"), uri=True, isolation_level=None)
    try:
        for index in ("statement_search", "document_search"):
            try:
                connection.execute(
                    f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                    raise
                yield Problem("search", f"{index} is not what was stored", (str(path),))
    finally:
        connection.close()
