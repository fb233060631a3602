"""What else tells a statement: other reports, copies of reports, other versions of its page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.model import Fate
from onrecord.record.differing import differing
from onrecord.record.documents import read_document, shown_reading
from onrecord.record.gathering import page_documents
from onrecord.record.statements import statements_by_key
from onrecord.record.views import Variant, Version

_TOLD = """
SELECT other.statement, other.copy, other.similarity, other.rule
FROM tellings own JOIN tellings other ON other.utterance = own.utterance
WHERE own.statement = ? ORDER BY other.position
"""
_STEP = """
SELECT v.fate, v.{there}, c.name FROM revisions v JOIN circles c ON c.key = v.circle
WHERE v.{here} = ?
"""
_LATER = _STEP.format(here="earlier", there="later")
_EARLIER = _STEP.format(here="later", there="earlier")


class Told(NamedTuple):
    """The statements that tell one act of speech, and those of copies of their reports."""

    variants: tuple[Variant, ...]
    copies: tuple[Variant, ...]


def told_with(connection: sqlite3.Connection, statement: int) -> Told:
    """Return what tells the same as the statement under this key, the earliest report's first.

    Nothing where it alone does.
    """
    rows = connection.execute(_TOLD, (statement,)).fetchall()
    if len(rows) < 2:
        return Told((), ())
    views = statements_by_key(connection, (key for key, *_ in rows))
    found = [
        (copy, Variant(views[key], similarity, rule))
        for key, copy, similarity, rule in rows
        if key in views
    ]
    variants, copies = ([v for is_copy, v in found if is_copy == kind] for kind in (0, 1))
    marked = differing(tuple(each.statement.quote for each in variants))
    return Told(
        tuple(replace(v, differing=spans) for v, spans in zip(variants, marked, strict=True)),
        tuple(copies),
    )


def versions(connection: sqlite3.Connection, statement: int) -> tuple[Version, ...]:
    """Return what the other versions of its page make of a statement, in the order of time."""
    before = list(_followed(connection, statement, earlier=True))
    return (*reversed(before), *_followed(connection, statement, earlier=False))


def _followed(
    connection: sqlite3.Connection, statement: int, *, earlier: bool
) -> Iterator[Version]:
    at: int | None = statement
    while at is not None:
        step = connection.execute(_EARLIER if earlier else _LATER, (at,)).fetchone()
        if step is None:
            return
        fate, at, name = step
        before, after = page_documents(name)
        _, reading = shown_reading(connection, before if earlier else after)
        view = statements_by_key(connection, [at]).get(at) if at is not None else None
        yield Version(read_document(connection, reading), earlier, Fate(fate), view)
