"""The evidence card: all that stands behind one statement, and its sentences in context."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from onrecord.errors import Ambiguous, NotInRecord
from onrecord.model import ActorKind, Form, Part, Span
from onrecord.record.documents import read_blocks, read_document, read_text
from onrecord.record.reviews import judgements_of
from onrecord.record.statements import select_statements
from onrecord.record.variants import told_with, versions
from onrecord.record.views import Card, Named, Quote, Resolution, StatementView
from onrecord.record.words import storable

AROUND = 600
"""The most code points of context on each side of a statement."""

# White space after the end of a sentence, or at the end of a line.
_BETWEEN = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’»)\]]))\s+|\s*\n\s*")
_CANDIDATES = 6


def read_card(connection: sqlite3.Connection, id: str) -> Card:
    key, anchor, reading, document = statement_called(connection, id)
    text = read_text(connection, document)
    view = _one(connection, key)
    spans = _spans(connection, key)
    content = spans["content"]
    blocks = read_blocks(connection, document)
    meant = tuple(_resolutions(connection, key, Part.SOURCE, text))
    told = told_with(connection, key)
    inside = (block.kind for block in blocks if block.span.start <= view.start < block.span.end)
    return Card(
        statement=view,
        document=read_document(connection, reading),
        content=_quotes(text, content),
        cue=_quotes(text, spans["cue"]),
        source=_quotes(text, spans["source"]),
        addressee=_quotes(text, spans["addressee"]),
        context=in_context(text, content, [*spans["cue"], *spans["source"]]),
        block=next(inside, None),
        speaker=meant[0] if meant else None,
        answering=meant[1:],
        addressees=tuple(_resolutions(connection, key, Part.ADDRESSEE, text)),
        chain=tuple(_chain(connection, key)),
        children=tuple(
            select_statements(connection, "s.parent = :key", {"key": key}, "ORDER BY s.start, s.id")
        ),
        judgements=tuple(judgements_of(connection, view.id, anchor)),
        variants=told.variants,
        copies=told.copies,
        versions=versions(connection, key),
    )


def in_context(text: str, content: list[Span], others: list[Span]) -> Quote:
    """Return a stretch of `text` with the content and the sentence on each side of it.

    Cue and source are in it too, where they are not more than `AROUND` away.
    """
    first, last = content[0].start, content[-1].end
    near = [s for s in others if s.end >= first - AROUND and s.start <= last + AROUND]
    first = min([first, *(span.start for span in near)])
    last = max([last, *(span.end for span in near)])
    sentences = list(_sentences(text, max(0, first - AROUND), min(len(text), last + AROUND)))
    touched = [at for at, s in enumerate(sentences) if s.start < last and first < s.end]
    if touched:
        first = min(first, sentences[max(0, touched[0] - 1)].start)
        last = max(last, sentences[min(len(sentences) - 1, touched[-1] + 1)].end)
    return Quote(first, last, text[first:last])


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences and lines between two offsets, the outermost cut at a word."""
    if start and (cut := re.compile(r"\s").search(text, start, end)):
        start = cut.end()
    if end < len(text):
        end = max(start, text.rfind(" ", start, end))
    at = start
    for gap in _BETWEEN.finditer(text, start, end):
        if at < gap.start():
            yield Span(at, gap.start())
        at = gap.end()
    if at < end:
        yield Span(at, end)


def statement_called(connection: sqlite3.Connection, id: str) -> tuple[int, str, int, int]:
    """Return the keys of the statement meant, its anchor, its reading and its document.

    Raises:
        NotInRecord, Ambiguous.
    """
    rows = connection.execute(
        """
        SELECT s.id, s.quote, s.key, s.anchor, s.reading, r.document
        FROM statements s JOIN readings r ON r.key = s.reading AND r.shown = 1
        WHERE s.id >= :id AND s.id < :id || 'g' ORDER BY s.id LIMIT :some
        """,
        {"id": storable(id.strip().casefold()), "some": _CANDIDATES},
    ).fetchall()
    if not rows or not id.strip():
        raise NotInRecord("no such statement; onrecord find and show print their ids", id)
    if len(rows) > 1 and rows[0][0] != id:
        listed = ", ".join(f"{row[0]} ({row[1][:40]})" for row in rows[: _CANDIDATES - 1])
        more = ", and more" if len(rows) == _CANDIDATES else ""
        raise Ambiguous(f"several statements begin so: {listed}{more}", id)
    return rows[0][2], rows[0][3], rows[0][4], rows[0][5]


def _spans(connection: sqlite3.Connection, statement: int) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    query = "SELECT role, start, stop FROM spans WHERE statement = ? ORDER BY role, position"
    for role, start, stop in connection.execute(query, (statement,)):
        spans[role].append(Span(start, stop))
    return spans


def _quotes(text: str, spans: list[Span]) -> tuple[Quote, ...]:
    return tuple(Quote(span.start, span.end, span.of(text)) for span in spans)


def _resolutions(
    connection: sqlite3.Connection, statement: int, part: Part, text: str
) -> Iterator[Resolution]:
    query = """
        SELECT m.start, m.stop, m.form, m.rule, m.confidence, e.name, e.roles,
               a.id, a.name, a.kind, l.rule, l.score
        FROM mentions m
        LEFT JOIN entities e ON e.key = m.entity
        LEFT JOIN links l ON l.entity = m.entity
        LEFT JOIN actors a ON a.key = l.actor
        WHERE m.statement = ? AND m.part = ? ORDER BY m.entity IS NULL, m.start, m.stop, m.key
    """
    for row in connection.execute(query, (statement, part)):
        start, stop, form, rule, confidence, entity, roles, id, name, kind, link, score = row
        yield Resolution(
            words=Quote(start, stop, text[start:stop]),
            form=Form(form),
            rule=rule,
            confidence=confidence,
            entity=entity,
            roles=tuple(json.loads(roles)) if roles else (),
            actor=Named(id, name) if id else None,
            actor_kind=ActorKind(kind) if kind else None,
            link_rule=link,
            score=score,
        )


def _chain(connection: sqlite3.Connection, statement: int) -> Iterator[StatementView]:
    """Yield the statement that reports this one, the one that reports that one, and so on."""
    query = "SELECT parent FROM statements WHERE key = ?"
    seen = {statement}
    (parent,) = connection.execute(query, (statement,)).fetchone()
    while parent is not None and parent not in seen:
        seen.add(parent)
        yield _one(connection, parent)
        (parent,) = connection.execute(query, (parent,)).fetchone()


def _one(connection: sqlite3.Connection, key: int) -> StatementView:
    return next(select_statements(connection, "s.key = :key", {"key": key}))
