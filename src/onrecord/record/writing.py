"""Write to a record: each call is one transaction that happens wholly or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from onrecord.errors import InputError, NotInRecord, RecordError
from onrecord.model import Actor, Capture, Judgement, Link, Reading
from onrecord.record import rows, tables
from onrecord.record.engine import unwrapped, writing_engine
from onrecord.record.words import storable

LATEST = "actors of"
"""The entry of `meta` that names the last reading that the actors were worked out over."""

_FIRST_FREE = select(
    *(
        select(func.coalesce(func.max(table.c.key), 0) + 1).scalar_subquery()
        for table in (tables.documents, tables.readings, tables.entities, tables.statements)
    )
)
_PLACE = insert_or(tables.places).on_conflict_do_nothing()


class Writer:
    """The one connection of a record that writes."""

    def __init__(self, path: Path, timeout: float) -> None:
        with unwrapped():
            self._connection = writing_engine(path, timeout).connect()

    def close(self) -> None:
        self._connection.close()

    def add(self, reading: Reading) -> bool:
        rows.check_bytes(reading.capture, reading.document)
        with self._transaction() as connection:
            extractor = _extractor(connection, reading.extractor)
            if _is_read(connection, reading.capture.digest, extractor):
                connection.execute(_PLACE, rows.place_row(reading.capture))
                return False
            _add_capture(connection, reading.capture)
            _add_reading(connection, reading, extractor)
            return True

    def place(self, capture: Capture) -> None:
        with self._transaction() as connection:
            known = select(tables.captures.c.digest).filter_by(digest=capture.digest)
            if connection.scalar(known) is None:
                raise NotInRecord("bytes that the record does not hold", capture.path)
            connection.execute(_PLACE, rows.place_row(capture))

    def skip(self, error: InputError) -> None:
        path = storable(error.ids[0] if error.ids else "")
        with self._transaction() as connection:
            connection.execute(delete(tables.skips).filter_by(path=path))
            row = {"path": path, "code": error.code, "message": storable(str(error))}
            connection.execute(insert(tables.skips), row)

    def judge(self, judgement: Judgement) -> None:
        with self._transaction() as connection:
            known = select(tables.judgements.c.id).filter_by(id=judgement.id)
            if connection.scalar(known) is not None:
                return
            row = {
                "id": judgement.id,
                "subject": judgement.subject,
                "subject_id": judgement.subject_id,
                "verdict": judgement.verdict,
                "value": storable(judgement.value),
                "author": storable(judgement.author),
                "reason": storable(judgement.reason),
                "at": judgement.at.isoformat(),
                "anchor": _anchor(connection, judgement),
            }
            connection.execute(insert(tables.judgements), row)

    def replace_actors(
        self, actors: Iterable[Actor], links: Iterable[Link], *, latest: int
    ) -> None:
        """Put `actors` and `links`, worked out up to the reading `latest`, in the place of all."""
        with self._transaction() as connection:
            stored = select(tables.meta.c.value).filter_by(name=LATEST)
            if int(connection.scalar(stored) or 0) > latest:
                return  # Another process knew more and was faster.
            for table in (tables.links, tables.aliases, tables.actors):
                connection.execute(delete(table))
            actor_rows, name_rows = rows.actor_rows(actors, 1)
            _insert(connection, tables.actors, actor_rows)
            _insert(connection, tables.aliases, name_rows)
            keys = {row["id"]: row["key"] for row in actor_rows}
            _insert(connection, tables.links, _link_rows(connection, links, keys))
            connection.execute(delete(tables.meta).filter_by(name=LATEST))
            connection.execute(insert(tables.meta), {"name": LATEST, "value": str(latest)})

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with unwrapped(), self._connection.begin():
                yield self._connection
        except sqlite3.IntegrityError as error:
            raise RecordError("the record refuses this row", code="refused") from error


def _extractor(connection: Connection, name: str) -> int:
    """Return the key of an extractor; the later it came into the record, the newer it is."""
    key = connection.scalar(select(tables.extractors.c.key).filter_by(name=name))
    if key is None:
        key = connection.execute(insert(tables.extractors), {"name": name}).lastrowid
    return int(key)


def _is_read(connection: Connection, digest: str, extractor: int) -> bool:
    query = select(tables.readings.c.key).filter_by(digest=digest, extractor=extractor)
    return connection.scalar(query) is not None


def _add_capture(connection: Connection, capture: Capture) -> None:
    known = select(tables.captures.c.digest).filter_by(digest=capture.digest)
    if connection.scalar(known) is None:
        connection.execute(insert(tables.captures), rows.capture_row(capture))
    connection.execute(_PLACE, rows.place_row(capture))
    connection.execute(delete(tables.skips).filter_by(path=storable(capture.path)))


def _add_reading(connection: Connection, reading: Reading, extractor: int) -> None:
    keys = _add_document(connection, reading)
    row = {
        "key": keys.reading,
        "digest": reading.capture.digest,
        "document": keys.document,
        "extractor": extractor,
        "shown": int(_supersede(connection, reading.capture.digest, extractor)),
    }
    connection.execute(insert(tables.readings), row)
    _insert(connection, tables.drops, rows.drop_rows(reading, keys))
    _insert(connection, tables.entities, rows.entity_rows(reading, keys))
    _insert(connection, tables.statements, rows.statement_rows(reading, keys))
    _insert(connection, tables.spans, rows.span_rows(reading, keys))
    _insert(connection, tables.mentions, rows.mention_rows(reading, keys))


def _add_document(connection: Connection, reading: Reading) -> rows.Keys:
    """Store the document unless it is there, and return the keys to store the rest under."""
    keys = rows.Keys(*connection.execute(_FIRST_FREE).one())
    document = reading.document
    same = {"id": document.id, "version": rows.document_version(document)}
    known = connection.scalar(select(tables.documents.c.key).filter_by(**same))
    if known is not None:
        return keys._replace(document=known)
    connection.execute(insert(tables.documents), rows.document_row(document, keys.document))
    _insert(connection, tables.blocks, rows.block_rows(document, keys.document))
    _insert(connection, tables.dates, rows.date_rows(document, keys.document))
    return keys


def _supersede(connection: Connection, digest: str, extractor: int) -> bool:
    """Hide what older extractors read in these bytes; False if a newer one read them."""
    readings = tables.readings
    shown = connection.execute(
        select(readings.c.key, readings.c.extractor).filter_by(digest=digest, shown=1)
    ).one_or_none()
    if shown is None:
        return True
    if shown.extractor > extractor:
        return False
    connection.execute(update(readings).where(readings.c.key == shown.key).values(shown=0))
    return True


def _anchor(connection: Connection, judgement: Judgement) -> str | None:
    """Return what a judgement of a statement holds on to; that of anything else, its id.

    Raises:
        NotInRecord: if there is no such statement or actor.
    """
    subjects: dict[str, tuple[Table, Any]] = {
        "statement": (tables.statements, tables.statements.c.anchor),
        "actor": (tables.actors, None),
    }
    if judgement.subject not in subjects:
        return None
    table, anchor = subjects[judgement.subject]
    found = connection.execute(
        select(table.c.id if anchor is None else anchor).filter_by(id=judgement.subject_id)
    ).one_or_none()
    if found is None:
        raise NotInRecord(f"no such {judgement.subject} to judge", judgement.subject_id)
    return None if anchor is None else str(found[0])


def _link_rows(
    connection: Connection, links: Iterable[Link], actors: dict[str, int]
) -> Iterator[rows.Row]:
    shown = select(tables.entities.c.id, tables.entities.c.key).join(tables.readings)
    known = connection.execute(shown.where(tables.readings.c.shown == 1))
    entities = {row.id: row.key for row in known}
    for link in links:
        if link.entity_id not in entities or link.actor_id not in actors:
            raise NotInRecord("a link that leads nowhere", link.entity_id, link.actor_id)
        yield {
            "entity": entities[link.entity_id],
            "actor": actors[link.actor_id],
            "score": float(link.score),
            "rule": storable(link.rule),
        }


def _insert(connection: Connection, table: Table, stored: Iterable[rows.Row]) -> None:
    batch = list(stored)
    if batch:
        connection.execute(insert(table), batch)
