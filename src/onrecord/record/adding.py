"""Add a reading to a record, row by row, on a connection that holds the lock for writing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from onrecord.model import Capture, Document, Reading
from onrecord.record import fields, rows, tables, telling_rows
from onrecord.record.engine import prepared

_INSERT = {
    table.name: prepared(insert(table))
    for table in tables.metadata.tables.values()
    if table is not tables.places
}
_INSERT_PLACE = prepared(insert_or(tables.places).on_conflict_do_nothing())
# What a report is known by is the first of its places.
_COMES_FIRST = """
SELECT count(*) > 1 AND min(path) = :path FROM places WHERE digest = :digest
"""
_DELETE_SKIPS = "DELETE FROM skips WHERE path IN (:path, :file)"

STATE = """
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


def add_capture(connection: Connection, capture: Capture, state: Row[Any]) -> None:
    if state.capture is None:
        insert_rows(connection, tables.captures, [rows.capture_row(capture)])


def note_place(connection: Connection, capture: Capture) -> bool:
    """Note where bytes were met; neither that place nor its file counts as skipped any more.

    Return whether bytes that were known take their URL and time from there from now on.
    """
    row = rows.place_row(capture)
    stored = connection.exec_driver_sql(_INSERT_PLACE, row).rowcount
    file, _, number = row["path"].rpartition(":")
    skipped = {"path": row["path"], "file": file if number.isdigit() else row["path"]}
    connection.exec_driver_sql(_DELETE_SKIPS, skipped)
    return bool(stored and connection.exec_driver_sql(_COMES_FIRST, row).scalar_one())


def add_document(connection: Connection, document: Document, version: str, state: Row[Any]) -> None:
    if state.known is None:
        key = state.document
        insert_rows(connection, tables.documents, [rows.document_row(document, version, key)])
        insert_rows(connection, tables.stretches, rows.stretch_rows(document, key))
        insert_rows(connection, tables.blocks, rows.block_rows(document, key))
        insert_rows(connection, tables.dates, rows.date_rows(document, key))


def add_reading(connection: Connection, reading: Reading, state: Row[Any]) -> None:
    keys = fields.Keys(reading=state.reading, entity=state.entity, statement=state.statement)
    # The later an extractor came into the record, the newer it is; only the newest is shown.
    extractor = state.free_extractor if state.extractor is None else state.extractor
    if state.extractor is None:
        insert_rows(connection, tables.extractors, [{"key": extractor, "name": reading.extractor}])
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
    insert_rows(connection, tables.readings, [row])
    insert_rows(connection, tables.drops, rows.drop_rows(reading, keys))
    insert_rows(connection, tables.entities, rows.entity_rows(reading, keys))
    insert_rows(connection, tables.statements, rows.statement_rows(reading, keys))
    insert_rows(connection, tables.spans, rows.span_rows(reading, keys))
    insert_rows(connection, tables.mentions, rows.mention_rows(reading, keys))
    insert_rows(connection, tables.spans, telling_rows.said_span_rows(reading, keys))
    insert_rows(connection, tables.circumstances, telling_rows.circumstance_rows(reading, keys))
    insert_rows(connection, tables.tellers, telling_rows.teller_rows(reading, keys))


def insert_rows(connection: Connection, table: Table, stored: Iterable[fields.Row]) -> None:
    """Insert rows by SQL that was put together once."""
    batch = list(stored)
    if batch:
        connection.exec_driver_sql(_INSERT[table.name], batch)
