"""Text, machine output and judgements never edit one another, and nothing stored is lost."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.errors import NotInRecord
from onrecord.model import Reading, Statement, Verdict, statement_id
from onrecord.record import Record
from onrecord.record.words import STRETCH
from tests.record.conftest import Fresh
from tests.record.invented import by_name, judgement, numbered, only, readings, report, seen

STORED = (
    *("captures", "places", "documents", "blocks", "dates"),
    *("extractors", "readings", "drops", "entities", "statements", "spans", "mentions"),
    *("circumstances", "tellers"),
    "judgements",
)


def reread(reading: Reading, extractor: str) -> Reading:
    """Return what another version of the extractor reads, if it finds just the same."""
    ids = {
        each.id: statement_id(each.document_id, extractor, each.content, each.cue, each.source)
        for each in reading.statements
    }

    def renamed(each: Statement) -> Statement:
        parent = ids[each.parent] if each.parent else None
        return replace(each, id=ids[each.id], parent=parent, extractor=extractor)

    return replace(
        reading,
        statements=tuple(map(renamed, reading.statements)),
        mentions=tuple(
            replace(each, statement_id=each.statement_id and ids[each.statement_id])
            for each in reading.mentions
        ),
        said={ids[id]: when for id, when in reading.said.items()},
        circumstances=tuple(
            replace(each, statement_id=ids[each.statement_id]) for each in reading.circumstances
        ),
        chains={
            ids[id]: tuple(
                replace(each, statement_id=each.statement_id and ids[each.statement_id])
                for each in chain
            )
            for id, chain in reading.chains.items()
        },
        extractor=extractor,
    )


@pytest.fixture
def full(record: Record) -> Record:
    record.add(numbered(1))
    record.judge(judgement(next(record.statements()).id))
    record.resolve(by_name)
    return record


@pytest.mark.parametrize("table", STORED)
def test_what_is_stored_can_be_neither_changed_nor_deleted(full: Record, table: str) -> None:
    with sqlite3.connect(full.path) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert count
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        changed = ", ".join(f"{column} = {column}" for column in columns)
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET {changed}"):
            with pytest.raises(sqlite3.IntegrityError, match="never change"):
                connection.execute(change)
    connection.close()


@pytest.mark.parametrize("table", ["captures", "documents", "statements", "judgements"])
def test_what_is_stored_cannot_be_replaced(full: Record, table: str) -> None:
    connection = sqlite3.connect(full.path)
    with pytest.raises(sqlite3.IntegrityError, match="never change"):
        connection.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    connection.close()


def test_the_spans_of_a_long_text_are_verified_too(record: Record) -> None:
    words = "Ölfähren und 𝔽ähren, " * 8
    reading = report([("Oda Vell", f"{number} {words}") for number in range(600)])
    assert len(reading.document.text) > 1.5 * STRETCH
    record.add(reading)
    assert [statement.quote for statement in record.statements()] == [
        statement.content[0].of(reading.document.text) for statement in reading.statements
    ]
    assert [problem for problem in record.check() if problem.grave] == []
    connection = sqlite3.connect(record.path)
    for start, stop in ((STRETCH - 3, STRETCH + 3), (0, STRETCH + 1), (STRETCH, STRETCH + 1)):
        held = reading.document.text[start:stop]
        insert = "INSERT INTO spans VALUES (1, 'cue', ?, ?, ?, ?)"
        connection.execute(insert, (start + 10, start, stop, held))
        with pytest.raises(sqlite3.IntegrityError, match="does not hold its words"):
            connection.execute(insert, (start + 11, start, stop, held[:-1] + "#"))
    with pytest.raises(sqlite3.IntegrityError, match="does not hold its words"):
        connection.execute("INSERT INTO stretches VALUES (1, 9, 'other')")
    connection.rollback()
    connection.close()


@pytest.mark.parametrize("table", ["spans", "mentions", "circumstances", "tellers"])
def test_the_file_itself_refuses_a_span_that_does_not_hold_its_words(
    full: Record, table: str
) -> None:
    owner, fields = {
        "spans": ("statement, role, position, start, stop, quote", "1, 'cue', 99, 1, 4"),
        "mentions": (
            "reading, form, rule, confidence, start, stop, quote",
            "1, 'name', '', 1, 1, 4",
        ),
        "circumstances": (
            "statement, position, aspect, kind, rule, start, stop, quote",
            "1, 99, 'place', '', '', 1, 4",
        ),
        "tellers": (
            "statement, position, kind, name, start, stop, quote",
            "1, 99, 'wire', '', 1, 4",
        ),
    }[table]
    words = full.text(next(full.documents()).id)[1:4]
    with sqlite3.connect(full.path) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="does not hold its words"):
            connection.execute(f"INSERT INTO {table} ({owner}) VALUES ({fields}, 'xyz')")
        connection.execute(f"INSERT INTO {table} ({owner}) VALUES ({fields}, ?)", (words,))
        connection.rollback()
    connection.close()


def test_the_newest_extractor_is_shown_and_the_old_rows_stay(record: Record) -> None:
    old = numbered(1)
    record.add(old)
    new = reread(only(old, old.statements[:2]), "invented 2")
    assert record.add(new)
    assert {each.extractor for each in record.statements()} == {"invented 2"}
    assert len(list(record.statements())) == 2
    assert record.summary().statements == 2
    assert record.summary().documents == 1
    assert record.knows(old.capture.digest, old.extractor)
    with sqlite3.connect(record.path) as connection:
        rows = connection.execute("SELECT count(*) FROM statements").fetchone()
    connection.close()
    assert rows == (len(old.statements) + 2,)
    words = old.document.text[old.statements[3].content[0].start :].split(",")[0]
    assert [hit for hit in record.find(f'"{words}"') if hit.statement] == []
    assert [problem for problem in record.check() if problem.grave] == []


def test_an_older_extractor_that_comes_late_is_kept_and_not_shown(record: Record) -> None:
    record.add(reread(numbered(1), "invented 1"))
    record.add(reread(numbered(1), "invented 2"))
    assert record.add(reread(numbered(2), "invented 2"))
    assert record.add(reread(numbered(2), "invented 1"))
    assert {each.extractor for each in record.statements()} == {"invented 2"}
    assert [problem for problem in record.check() if problem.grave] == []


def test_a_document_read_into_another_text_keeps_both(record: Record) -> None:
    old = numbered(1)
    record.add(old)
    bare = replace(only(old, ()), drops=(), extractor="invented 2")
    record.add(replace(bare, document=replace(old.document, text="anew", blocks=())))
    assert record.text(old.document.id) == "anew"
    assert record.summary().documents == 1
    assert record.find("anew")
    assert record.find("ferry") == []
    with sqlite3.connect(record.path) as connection:
        texts = connection.execute("SELECT text FROM documents ORDER BY key").fetchall()
    connection.close()
    assert texts == [(old.document.text,), ("anew",)]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=readings().filter(lambda reading: reading.statements))
def test_a_judgement_survives_a_new_extractor(fresh: Fresh, drawn: Reading) -> None:
    record = fresh()
    record.add(drawn)
    for number, statement in enumerate(drawn.statements):
        record.judge(judgement(statement.id, id=f"j{number}"))
    before = [view.judgement for view in record.judgements()]
    record.add(reread(drawn, "invented 2"))
    assert [view.judgement for view in record.judgements()] == before
    shown = list(record.statements())
    assert {each.reviewed for each in shown} == {Verdict.ACCEPT}
    assert {view.statement_id for view in record.judgements()} == {each.id for each in shown}
    assert not any(view.orphaned for view in record.judgements())
    for each in shown:
        assert record.card(each.id).judgements


def test_a_judgement_of_what_is_no_longer_found_is_kept_as_orphaned(record: Record) -> None:
    old = numbered(1)
    record.add(old)
    record.judge(judgement(old.statements[0].id))
    without = only(old, old.statements[1:])
    record.add(reread(without, "invented 2"))
    (view,) = record.judgements(old.statements[0].id)
    assert view.orphaned
    assert view.statement_id is None
    assert {each.reviewed for each in record.statements()} == {None}
    assert [(p.code, p.grave) for p in record.check() if p.code == "orphaned"] == [
        ("orphaned", False)
    ]


def test_the_latest_judgement_counts_and_all_are_kept(full: Record) -> None:
    statement = next(full.statements())
    later = replace(
        judgement(statement.id, id="j2"),
        verdict=Verdict.REJECT,
        at=judgement("").at.replace(year=2034),
    )
    full.judge(later)
    before = seen(full)
    full.judge(later)
    assert seen(full) == before
    assert next(full.statements()).reviewed is Verdict.REJECT
    assert [view.judgement.id for view in full.judgements(statement.id)] == ["j1", "j2"]


@pytest.mark.parametrize("subject", ["statement", "actor"])
def test_what_is_not_there_cannot_be_judged(full: Record, subject: str) -> None:
    with pytest.raises(NotInRecord):
        full.judge(judgement("0" * 16, id="j9", subject=subject))


def test_resolving_again_replaces_actors_and_keeps_their_ids(record: Record) -> None:
    record.add(report([("Oda Vell", "the toll goes")]))
    assert not record.resolved
    record.resolve(by_name)
    (before,) = record.actors()
    assert record.resolved
    record.add(report([("Tam Roke", "the toll stays")], name="answer"))
    assert not record.resolved
    record.resolve(by_name)
    assert record.resolved
    assert [actor.id for actor in record.actors() if actor.name == "Oda Vell"] == [before.id]
    assert len(record.actors()) == 2
