"""Write to a record: each call is one transaction that happens wholly or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or

from onrecord.errors import InputError, NotInRecord, RecordError
from onrecord.model import Actor, Called, Capture, Document, Judgement, Link, Reading, Tenure
from onrecord.record import deciding, fields, rows, tables, telling_rows
from onrecord.record.deciding import Ask
from onrecord.record.decisions import decoded
from onrecord.record.engine import prepared, unwrapped, writing_engine
from onrecord.record.judging import forget_judged, judge_anew
from onrecord.record.views import Change
from onrecord.record.words import storable

LATEST = "actors of"
"""The entry of `meta` that names the last reading that the actors were worked out over."""

_INSERT = {
    table.name: prepared(insert(table))
    for table in tables.metadata.tables.values()
    if table is not tables.places
}
_INSERT_PLACE = prepared(insert_or(tables.places).on_conflict_do_nothing())
_DELETE_SKIPS = "DELETE FROM skips WHERE path IN (:path, :file)"

_STATE = """
SELECT (SELECT key FROM extractors WHERE name = :extractor) AS extractor,
       (SELECT readings.key FROM readings JOIN extractors ON extractors.key = extractor
        WHERE digest = :digest AND extractors.name = :extractor) AS read,
       (SELECT digest FROM captures WHERE digest = :digest) AS capture,
       (SELECT key FROM documents WHERE id = :id AND version = :version) AS known,
       (SELECT key FROM readings WHERE digest = :digest AND shown = 1) AS shown,
       (SELECT extractor FROM readings WHERE digest = :digest AND shown = 1) AS shown_by,
       (SELECT coalesce(max(key), 0) + 1 FROM extractors) AS free_extractor,
       (SELECT coalesce(max(key), 0) + 1 FROM documents) AS document,
       (SELECT coalesce(max(key), 0) + 1 FROM readings) AS reading,
       (SELECT coalesce(max(key), 0) + 1 FROM entities) AS entity,
       (SELECT coalesce(max(key), 0) + 1 FROM statements) AS statement
"""
"""All that must be known to add a reading, asked in one question."""


class Writer:
    """The one connection of a record that writes."""

    def __init__(self, path: Path, timeout: float) -> None:
        with unwrapped():
            self._connection = writing_engine(path, timeout).connect()

    def close(self) -> None:
        self._connection.close()

    def add(self, reading: Reading) -> bool:
        rows.check_bytes(reading.capture, reading.document)
        document = reading.document
        asked = {
            "extractor": reading.extractor,
            "digest": reading.capture.digest,
            "id": document.id,
            "version": rows.document_version(document),
        }
        with self._transaction() as connection:
            state = connection.exec_driver_sql(_STATE, asked).one()
            if state.read is None:
                _add_capture(connection, reading.capture, state)
                _add_document(connection, document, asked["version"], state)
                _add_reading(connection, reading, state)
            _note_place(connection, reading.capture)
            return state.read is None

    def place(self, capture: Capture) -> None:
        with self._transaction() as connection:
            known = select(tables.captures.c.digest).filter_by(digest=capture.digest)
            if connection.scalar(known) is None:
                raise NotInRecord("bytes that the record does not hold", capture.path)
            _note_place(connection, capture)

    def skip(self, error: InputError) -> None:
        path = storable(error.ids[0] if error.ids else "")
        with self._transaction() as connection:
            connection.execute(delete(tables.skips).filter_by(path=path))
            row = {"path": path, "code": error.code, "message": storable(str(error))}
            connection.execute(insert(tables.skips), row)

    def judge(self, judgement: Judgement) -> None:
        with self._transaction() as connection:
            known = select(tables.judgements.c.id).filter_by(id=judgement.id)
            if connection.scalar(known) is None:
                _append(connection, judgement)

    def decide(self, ask: Ask, *, author: str, reason: str, dry_run: bool) -> Change:
        """Append the judgement that a person asks for, in the record as it is at this moment.

        Nothing is kept of a `dry_run`, nor where all is so already.
        """
        with self._transaction() as connection:
            reads = _driver(connection)
            wanted = ask(reads)
            if wanted.already:
                return deciding.changed(reads, None, wanted, ())
            judgement = deciding.made(reads, wanted, author=author, reason=reason)
            moved = _append(connection, judgement)
            change = deciding.changed(reads, judgement.id, wanted, moved)
            if dry_run:
                connection.rollback()
                return replace(change, done=False)
            return change

    def replace_actors(
        self,
        actors: Iterable[Actor],
        links: Iterable[Link],
        called: Iterable[Called],
        tenures: Mapping[str, Sequence[Tenure]],
        *,
        latest: int,
    ) -> None:
        """Put what was worked out up to the reading `latest` in the place of all."""
        with self._transaction() as connection:
            stored = select(tables.meta.c.value).filter_by(name=LATEST)
            if int(connection.scalar(stored) or 0) > latest:
                return  # Another process knew more and was faster.
            worked_out = (tables.links, tables.aliases, tables.actors, tables.called)
            for table in (*worked_out, tables.tenures):
                connection.execute(delete(table))
            actor_rows, name_rows = rows.actor_rows(actors, 1)
            _insert(connection, tables.actors, actor_rows)
            _insert(connection, tables.aliases, name_rows)
            keys = {row["id"]: row["key"] for row in actor_rows}
            entities = _shown_entities(connection)
            _insert(connection, tables.links, _link_rows(links, entities, keys))
            _insert(connection, tables.called, rows.called_rows(called, entities))
            _insert(connection, tables.tenures, rows.tenure_rows(tenures))
            connection.execute(delete(tables.meta).filter_by(name=LATEST))
            connection.execute(insert(tables.meta), {"name": LATEST, "value": str(latest)})
            forget_judged(_driver(connection))
            judge_anew(_driver(connection))

    @contextmanager
    def plainly(self) -> Iterator[sqlite3.Connection]:
        """Give out a connection for plain SQL, in one transaction."""
        with self._transaction() as connection:
            yield _driver(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with unwrapped(), self._connection.begin():
                yield self._connection
        except sqlite3.IntegrityError as error:
            raise RecordError("the record refuses this row", code="refused") from error


def _add_capture(connection: Connection, capture: Capture, state: Row[Any]) -> None:
    if state.capture is None:
        _insert(connection, tables.captures, [rows.capture_row(capture)])


def _note_place(connection: Connection, capture: Capture) -> None:
    """Note where bytes were met; neither that place nor its file counts as skipped any more."""
    row = rows.place_row(capture)
    connection.exec_driver_sql(_INSERT_PLACE, row)
    file, _, number = row["path"].rpartition(":")
    skipped = {"path": row["path"], "file": file if number.isdigit() else row["path"]}
    connection.exec_driver_sql(_DELETE_SKIPS, skipped)


def _add_document(
    connection: Connection, document: Document, version: str, state: Row[Any]
) -> None:
    if state.known is None:
        key = state.document
        _insert(connection, tables.documents, [rows.document_row(document, version, key)])
        _insert(connection, tables.stretches, rows.stretch_rows(document, key))
        _insert(connection, tables.blocks, rows.block_rows(document, key))
        _insert(connection, tables.dates, rows.date_rows(document, key))


def _add_reading(connection: Connection, reading: Reading, state: Row[Any]) -> None:
    keys = fields.Keys(reading=state.reading, entity=state.entity, statement=state.statement)
    # The later an extractor came into the record, the newer it is; only the newest is shown.
    extractor = state.free_extractor if state.extractor is None else state.extractor
    if state.extractor is None:
        _insert(connection, tables.extractors, [{"key": extractor, "name": reading.extractor}])
    newest = state.shown is None or state.shown_by < extractor
    if newest and state.shown is not None:
        readings = tables.readings
        connection.execute(update(readings).where(readings.c.key == state.shown).values(shown=0))
    row = {
        "key": keys.reading,
        "digest": reading.capture.digest,
        "document": state.document if state.known is None else state.known,
        "extractor": extractor,
        "shown": int(newest),
    }
    _insert(connection, tables.readings, [row])
    _insert(connection, tables.drops, rows.drop_rows(reading, keys))
    _insert(connection, tables.entities, rows.entity_rows(reading, keys))
    _insert(connection, tables.statements, rows.statement_rows(reading, keys))
    _insert(connection, tables.spans, rows.span_rows(reading, keys))
    _insert(connection, tables.mentions, rows.mention_rows(reading, keys))
    _insert(connection, tables.spans, telling_rows.said_span_rows(reading, keys))
    _insert(connection, tables.circumstances, telling_rows.circumstance_rows(reading, keys))
    _insert(connection, tables.tellers, telling_rows.teller_rows(reading, keys))


def _append(connection: Connection, judgement: Judgement) -> dict[int, str | None]:
    """Append a judgement and let it hold; return the entities that moved by it."""
    row = {
        "id": judgement.id,
        "subject": judgement.subject,
        "subject_id": judgement.subject_id,
        "verdict": judgement.verdict,
        "value": storable(judgement.value),
        "author": storable(judgement.author),
        "reason": storable(judgement.reason),
        "at": judgement.at.astimezone(UTC).isoformat(),
        "anchor": _anchor(connection, judgement),
    }
    connection.execute(insert(tables.judgements), row)
    return judge_anew(_driver(connection)) if judgement.subject != "statement" else {}


def _anchor(connection: Connection, judgement: Judgement) -> str | None:
    """Return what a judgement of a statement holds on to, None for that of anything else.

    Raises:
        NotInRecord: if there is no such statement or actor.
    """
    subjects: dict[str, tuple[Table, Any]] = {
        "statement": (tables.statements, tables.statements.c.anchor),
        "actor": (tables.actors, None),
    }
    if judgement.subject not in subjects or decoded(judgement.verdict, judgement.value):
        return None  # One of actors has its anchors in its value.
    table, anchor = subjects[judgement.subject]
    found = connection.execute(
        select(table.c.id if anchor is None else anchor).filter_by(id=judgement.subject_id)
    ).one_or_none()
    if found is None:
        raise NotInRecord(f"no such {judgement.subject} to judge", judgement.subject_id)
    return None if anchor is None else str(found[0])


def _shown_entities(connection: Connection) -> dict[str, int]:
    """Return the key of every entity that is shown, by its id."""
    shown = select(tables.entities.c.id, tables.entities.c.key).join(tables.readings)
    known = connection.execute(shown.where(tables.readings.c.shown == 1))
    return {row.id: row.key for row in known}


def _link_rows(
    links: Iterable[Link], entities: Mapping[str, int], actors: Mapping[str, int]
) -> Iterator[fields.Row]:
    for link in links:
        if link.entity_id not in entities or link.actor_id not in actors:
            raise NotInRecord("a link that leads nowhere", link.entity_id, link.actor_id)
        yield {
            "entity": entities[link.entity_id],
            "actor": actors[link.actor_id],
            "score": float(link.score),
            "rule": storable(link.rule),
        }


def _driver(connection: Connection) -> sqlite3.Connection:
    """Return the connection beneath, on which what reads in plain SQL works."""
    driver: sqlite3.Connection | None = connection.connection.driver_connection
    assert driver is not None
    return driver


def _insert(connection: Connection, table: Table, stored: Iterable[fields.Row]) -> None:
    batch = list(stored)
    if batch:
        connection.exec_driver_sql(_INSERT[table.name], batch)
