"""`check` finds what was tampered with behind the record's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.record import Record, open_record
from tests.record.conftest import Fresh
from tests.record.invented import numbered, report
from tests.record.telling import work_out


@pytest.fixture
def checked(fresh: Fresh) -> Path:
    record = fresh()
    for number in range(3):
        record.add(numbered(number))
    record.add(
        report([("Oda Vell", "Tam Roke told me it is lost")], inside=[("Tam Roke", "it is lost")])
    )
    work_out(record)
    record.close()
    return record.path


def problems(path: Path) -> list[tuple[str, bool]]:
    with open_record(path, create=False) as record:
        return [(problem.code, problem.grave) for problem in record.check()]


def tampered(path: Path, change: str) -> None:
    """Make a change that the triggers forbid."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (trigger,) in triggers.fetchall():
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute(change)
    connection.close()


def test_a_sound_record_has_no_problems(checked: Path) -> None:
    assert problems(checked) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE captures SET data = substr(data, 2) WHERE rowid = 1", "digest"),
        ("UPDATE captures SET data = (SELECT data FROM captures WHERE rowid = 2)", "digest"),
        ("UPDATE captures SET size = size + 1 WHERE rowid = 2", "digest"),
        ("UPDATE documents SET text = 'x' || text WHERE key = 1", "span"),
        ("UPDATE documents SET text = replace(text, 'Report', 'Retort') WHERE key = 2", "search"),
        ("UPDATE documents SET exact = x'6162' WHERE key = 1", "text"),
        ("UPDATE spans SET quote = 'other' WHERE statement = 1 AND role = 'cue'", "span"),
        ("UPDATE spans SET stop = stop + 1 WHERE statement = 1 AND role = 'cue'", "span"),
        ("UPDATE mentions SET start = start - 1 WHERE key = 1", "span"),
        ("UPDATE blocks SET stop = 100000 WHERE document = 1 AND position = 0", "span"),
        ("UPDATE drops SET stop = 100000 WHERE reading = 1", "span"),
        ("UPDATE statements SET quote = 'other' WHERE key = 1", "span"),
        ("UPDATE statements SET source = 'other' WHERE key = 1", "search"),
        ("UPDATE statements SET parent = key WHERE key = 1", "parent"),
        ("UPDATE statements SET parent = 1 WHERE key = 6", "parent"),
        ("UPDATE statements SET parent = 999 WHERE key = 1", "reference"),
        ("DELETE FROM statements WHERE key = 1", "reference"),
        ("DELETE FROM spans WHERE statement = 1", "span"),
        ("DELETE FROM actors WHERE key = 1", "reference"),
        ("UPDATE circumstances SET quote = 'other' WHERE statement = 1", "span"),
        ("UPDATE tellers SET start = 0, stop = 1, quote = '#' WHERE statement = 1", "span"),
        ("UPDATE utterances SET id = 'other' WHERE key = 1", "utterance"),
        ("UPDATE tellings SET position = 7 WHERE statement = 1", "utterance"),
        ("UPDATE tellings SET rule = 'other' WHERE statement = 1", "utterance"),
        ("DELETE FROM tellings WHERE statement = 1", "utterance"),
        ("INSERT INTO copies VALUES ('gone', 'near', 'gone too', 0.9)", "copy"),
        ("INSERT INTO copies SELECT id, 'near', id, 1.0 FROM documents LIMIT 1", "copy"),
        ("DELETE FROM circles WHERE key = 1", "reference"),
        ("INSERT INTO document_search (document_search) VALUES ('delete-all')", "search"),
        ("INSERT INTO statement_search (statement_search) VALUES ('delete-all')", "search"),
    ],
)
def test_check_finds(checked: Path, change: str, code: str) -> None:
    tampered(checked, change)
    assert (code, True) in problems(checked)


def test_check_finds_a_long_text_in_other_stretches(record: Record) -> None:
    record.add(report([("Oda Vell", "no toll"), "long " * 20_000]))
    record.close()
    assert problems(record.path) == [("actors", False)]
    tampered(record.path, "UPDATE stretches SET text = 'other' WHERE position = 1")
    assert ("text", True) in problems(record.path)


def test_actors_and_utterances_out_of_date_are_no_damage(checked: Path) -> None:
    with open_record(checked) as record:
        record.add(numbered(9))
    assert problems(checked) == [("actors", False), ("utterances", False)]


def test_a_problem_names_what_it_is_about(checked: Path) -> None:
    tampered(checked, "UPDATE spans SET quote = 'other' WHERE statement = 1 AND role = 'cue'")
    with open_record(checked) as record:
        statement = numbered(0).statements[0]
        assert any(statement.id in problem.ids for problem in record.check())
        assert all("\n" not in str(problem) for problem in record.check())


def test_an_empty_record_has_no_problems(record: Record) -> None:
    assert list(record.check()) == []
