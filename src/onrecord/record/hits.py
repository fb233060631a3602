"""Search, and show what was found: statements, and documents without one."""

from __future__ import annotations

import sqlite3
from itertools import islice

from onrecord.model import Span
from onrecord.record.search import Found, found_documents, found_statements, marked
from onrecord.record.statements import interval, statements_by_key
from onrecord.record.views import Hit, StatementView

BEFORE, AFTER = 80, 200
"""How much of a document stands on each side of the first match, in code points."""

_DOCUMENT = """
SELECT d.id, d.title, d.outlet, (SELECT min(path) FROM places WHERE digest = d.digest),
       d.published_start, d.published_stop, d.published_granularity, d.published_text,
       d.published_rule
FROM documents d WHERE d.key = ?
"""


def search(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """Return the statements that match, best first, then documents with none among them."""
    found = list(islice(found_statements(connection, query), limit))
    views = statements_by_key(connection, (each.key for each in found))
    # Another process may have superseded one of them in the meantime.
    hits = [_statement_hit(views[each.key], each) for each in found if each.key in views]
    seen = {hit.document_id for hit in hits}
    if len(hits) == limit:
        return hits
    for each in found_documents(connection, query):
        if len(hits) == limit:
            break
        hit = _document_hit(connection, each)
        if hit.document_id not in seen:
            hits.append(hit)
    return hits


def _statement_hit(view: StatementView, found: Found) -> Hit:
    return Hit(
        id=view.id,
        document_id=view.document_id,
        text=view.quote,
        start=view.start,
        highlights=marked(found.first)[1],
        source_highlights=marked(found.second)[1],
        title_highlights=(),
        title=view.title,
        outlet=view.outlet,
        path=view.path,
        published=view.published,
        statement=view,
    )


def _document_hit(connection: sqlite3.Connection, found: Found) -> Hit:
    text, matches = marked(found.second)
    row = connection.execute(_DOCUMENT, (found.key,)).fetchone()
    passage = _passage(text, matches[0].start if matches else 0)
    return Hit(
        id=row[0],
        document_id=row[0],
        text=passage.of(text) if text else "",
        start=passage.start,
        highlights=tuple(
            Span(match.start - passage.start, match.end - passage.start)
            for match in matches
            if passage.covers(match)
        ),
        source_highlights=(),
        title_highlights=marked(found.first)[1],
        title=row[1],
        outlet=row[2],
        path=row[3],
        published=interval(row[4:9]),
        statement=None,
    )


def _passage(text: str, match: int) -> Span:
    """Return a stretch of `text` around a match that begins and ends with whole words."""
    start = max(0, match - BEFORE)
    end = min(len(text), match + AFTER)
    if start and (space := text.find(" ", start, match)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", match, end)) > match:
        end = space
    return Span(start, max(end, start + 1))
