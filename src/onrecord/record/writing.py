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
    Table,
    delete,
    insert,
    select,
)

from onrecord.errors import InputError, NotInRecord, RecordError
from onrecord.model import Actor, Called, Capture, Copy, Judgement, Link, Reading, Tenure
from onrecord.record import (
    adding,
    circling,
    copying,
    dating,
    deciding,
    fields,
    numbers,
    rows,
    tables,
)
from onrecord.record.adding import insert_rows
from onrecord.record.comparisons import SUBJECT
from onrecord.record.deciding import Ask, Moved
from onrecord.record.decisions import decoded
from onrecord.record.engine import unwrapped, writing_engine
from onrecord.record.judging import forget_judged, judge_anew
from onrecord.record.registries import events_in_use
from onrecord.record.regrouping import compare_anew
from onrecord.record.views import Change
from onrecord.record.words import storable

LATEST = "actors of"
"""The entry of `meta` that names the last reading that the actors were worked out over."""


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
            state = connection.exec_driver_sql(adding.STATE, asked).one()
            if state.read is None:
                adding.add_capture(connection, reading.capture, state)
                adding.add_document(connection, document, asked["version"], state)
                adding.add_reading(connection, reading, state)
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
                return deciding.changed(reads, None, wanted, Moved())
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
            insert_rows(connection, tables.actors, actor_rows)
            insert_rows(connection, tables.aliases, name_rows)
            keys = {row["id"]: row["key"] for row in actor_rows}
            entities = _shown_entities(connection)
            insert_rows(connection, tables.links, _link_rows(links, entities, keys))
            insert_rows(connection, tables.called, rows.called_rows(called, entities))
            insert_rows(connection, tables.tenures, rows.tenure_rows(tenures))
            connection.execute(delete(tables.meta).filter_by(name=LATEST))
            connection.execute(insert(tables.meta), {"name": LATEST, "value": str(latest)})
            forget_judged(_driver(connection))
            judge_anew(_driver(connection))
            compare_anew(_driver(connection))  # What became of its judgements is forgotten, too.
            _note_moves(_driver(connection))

    def date_by_events(self, when: dating.When) -> None:
        with self.plainly() as connection:
            dating.date_by_events(connection, when, events_in_use(connection))

    def replace_copies(
        self,
        reports: copying.Reports,
        copies: Iterable[Copy],
        *,
        state: numbers.State,
        version: int,
    ) -> bool:
        """Put the copies among all reports in the place of what there was.

        False, and nothing is done, where the reports are no longer in the `state` that was read.
        """
        with self.plainly() as connection:
            if numbers.state(connection).reports != state.reports:
                return False
            copying.store(connection, reports, copies)
            _note(connection, "copies of", state.reports)
            _note(connection, "copies by", str(version))
            return True

    def replace_utterances(
        self, work: circling.Work, found: circling.Found, *, state: numbers.State, version: str
    ) -> bool:
        """Put utterances in the place of those that there were in the circles that changed.

        False, and nothing is done, where the record is no longer in the `state` that was read.
        """
        with self.plainly() as connection:
            if numbers.state(connection) != state:
                return False
            circling.store(connection, work, found)
            _note(connection, "utterances of", str(state))
            _note(connection, "utterances by", version)
            return True

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


def _append(connection: Connection, judgement: Judgement) -> Moved:
    """Append a judgement and let it hold; return what moved by it."""
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
    reads = _driver(connection)
    # What undoes it may have come before it, from another record.
    told = connection.execute(select(tables.judgements.c.id).filter_by(subject_id=judgement.id))
    undone = told.first() is not None
    if judgement.subject == "statement" and not undone:
        return Moved()
    moving = undone or judgement.subject != SUBJECT
    entities = frozenset(judge_anew(reads)) if moving else frozenset()
    if entities:
        _note_moves(reads)
    return Moved(entities, compare_anew(reads))


def _note_place(connection: Connection, capture: Capture) -> None:
    """Note where bytes were met, and whether copies are to be worked out for it."""
    if adding.note_place(connection, capture):
        reads = _driver(connection)
        _note(reads, "places", str(numbers.state(reads).places + 1))


def _note_moves(connection: sqlite3.Connection) -> None:
    """Note that statements are other people's than before: utterances are to be worked out."""
    _note(connection, "moves", str(numbers.state(connection).moves + 1))


def _note(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))


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
