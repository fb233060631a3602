"""A record that is absent, foreign, damaged, newer, older or locked says so in one line."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import onrecord
from onrecord.errors import (
    RecordDamaged,
    RecordMissing,
    RecordNewer,
)
from onrecord.record import migrating, open_record
from onrecord.record.opening import SCHEMA
from onrecord.record.tables import metadata
from tests.record.invented import by_name, judgement, numbered, root, seen
from tests.record.telling import work_out


@pytest.fixture
def stored(empty: Path, tmp_path: Path) -> Path:
    path = tmp_path / "stored.onrecord"
    shutil.copy(empty, path)
    with open_record(path) as record:
        for number in range(5):
            record.add(numbered(number))
        record.resolve(by_name)
    return path


def altered(path: Path, *changes: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for change in changes:
        connection.execute(change)
    connection.close()


def test_the_python_face_is_on_the_package(tmp_path: Path) -> None:
    with onrecord.open_record(tmp_path / "record") as record:
        assert isinstance(record, onrecord.Record)
    with pytest.raises(AttributeError):
        onrecord.no_such_thing  # noqa: B018


def test_a_reader_needs_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing, match="onrecord add"):
        open_record(tmp_path / "none", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
def test_a_record_needs_a_folder(tmp_path: Path, create: bool) -> None:
    with pytest.raises(RecordMissing):
        open_record(tmp_path / "none" / "record", create=create)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record"
    path.touch()
    with pytest.raises(RecordMissing):
        open_record(path, create=False)
    with open_record(path) as record:
        assert record.add(numbered(1))


def test_a_record_that_was_never_finished_is_made(tmp_path: Path) -> None:
    path = tmp_path / "record"
    altered(path, "PRAGMA journal_mode = WAL")
    assert path.stat().st_size
    with pytest.raises(RecordMissing):
        open_record(path, create=False)
    with open_record(path) as record:
        assert record.add(numbered(1))


def test_odd_paths_work(tmp_path: Path) -> None:
    for name in ("a b?c#d%41.onrecord", "Zaïre ‘record’", os.fsdecode(b"caf\xe9")):
        with open_record(tmp_path / name) as record:
            record.add(numbered(1))
        with open_record(str(tmp_path / name), create=False) as record:
            assert record.summary().documents == 1


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"not a database at all, but words " * 100, b"\x00" * 5000])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(content)
    with pytest.raises(RecordDamaged, match=r"words\.txt"):
        open_record(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_refused(tmp_path: Path, create: bool) -> None:
    with pytest.raises(RecordDamaged, match="folder"):
        open_record(tmp_path, create=create)


@pytest.mark.parametrize("create", [True, False])
def test_another_database_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    altered(path, "CREATE TABLE notes (words TEXT)")
    before = path.read_bytes()
    with pytest.raises(RecordDamaged, match="not a record of onrecord; name another file"):
        open_record(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_another_database_that_is_empty_still_is_refused(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    altered(path, "PRAGMA application_id = 7")
    before = path.read_bytes()
    with pytest.raises(RecordDamaged, match="not a record of onrecord"):
        open_record(path, create=create)
    assert path.read_bytes() == before


def test_a_record_cut_short_is_damaged(stored: Path) -> None:
    stored.write_bytes(stored.read_bytes()[: stored.stat().st_size // 2])
    with pytest.raises(RecordDamaged), open_record(stored, create=False) as record:
        seen(record)


def test_no_page_of_noise_goes_unnoticed(stored: Path) -> None:
    def noticed() -> bool:
        try:
            with open_record(stored, create=False) as record:
                return any(problem.grave for problem in record.check())
        except RecordDamaged:
            return True

    whole = stored.read_bytes()
    for page in range(4096, len(whole), 4096 * 7):
        stored.write_bytes(whole[:page] + b"\xa5" * 4096 + whole[page + 4096 :])
        assert noticed(), f"page {page // 4096}"


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_record_names_the_version_that_made_it(stored: Path, create: bool) -> None:
    altered(
        stored,
        "UPDATE alembic_version SET version_num = '0999'",
        "UPDATE meta SET value = '9.8.7' WHERE name = 'made by'",
    )
    before = stored.read_bytes()
    with pytest.raises(RecordNewer, match=r"made by onrecord 9\.8\.7"):
        open_record(stored, create=create)
    assert stored.read_bytes() == before


def test_an_older_record_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "older"
    altered(
        path,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
        "PRAGMA application_id = 0x6F6E7264",
    )
    with open_record(path) as record:
        assert record.add(numbered(1))


NEW_SINCE_0005 = (
    *("tellers", "circumstances", "signatures", "copies", "origins", "revisions", "tellings"),
    *("utterances", "circles", "utterances_aside", "compared", "dated"),
    "registered_events",
)


def test_a_record_without_utterances_is_brought_up_to_date_and_keeps_all(stored: Path) -> None:
    with open_record(stored, create=False) as record:
        record.judge(judgement(next(record.statements()).id))
        before = [replace(view, chain=(), circumstances=()) for view in record.statements()]
    altered(
        stored,
        *(f"DROP TABLE {table}" for table in NEW_SINCE_0005),
        *(
            f"ALTER TABLE statements DROP COLUMN {column}"
            for column in ("factuality", "said_words", "said_found")
        ),
        "DELETE FROM meta WHERE name = 'moves'",
        "UPDATE alembic_version SET version_num = '0005'",
    )
    with open_record(stored, create=False) as record:
        assert list(record.statements()) == before
        assert list(record.check()) == []
        assert not record.grouped
        summary = record.summary()
        assert (summary.made, summary.utterances) == (summary.statements, summary.statements)
        work_out(record)
        assert record.grouped
        assert list(record.check()) == []
        assert {view.utterance is not None for view in record.statements()} == {True}
        assert len(record.judgements()) == 1


def test_the_migrations_make_the_tables_that_the_code_describes(empty: Path) -> None:
    engine = create_engine(f"sqlite:///{empty}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        searched = ("statement_search", "document_search")
        differences = [
            each
            for each in compare_metadata(context, metadata)
            if not (each[0] == "remove_table" and each[1].name.startswith(searched))
        ]
        assert differences == []
        steps = ScriptDirectory.from_config(migrating.configuration(connection))
        assert steps.get_current_head() == SCHEMA
    engine.dispose()


def test_reading_loads_neither_sqlalchemy_nor_alembic(stored: Path) -> None:
    program = f"""
import sys
from onrecord import open_record
with open_record({str(stored)!r}, create=False) as record:
    actor = record.actors()[0]
    statement = record.timeline(actor.id)[0]
    record.card(statement.id), record.find("ferry"), record.summary(), list(record.statements())
    list(record.documents()), list(record.check())
sys.exit(sum(name in sys.modules for name in ("sqlalchemy", "alembic", "rapidfuzz")))
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_reading_leaves_nothing_beside_the_file(stored: Path) -> None:
    with open_record(stored, create=False) as record:
        seen(record)
    assert list(stored.parent.iterdir()) == [stored]


def without_privilege(program: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run `program` so that the modes of files bind it, even where tests run as root."""
    code = f"""
import ctypes, os
from pathlib import Path
from tests.record import invented
from onrecord.record import open_record
from onrecord.errors import RecordReadOnly
if os.getuid() == 0:
    none = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), none) == 0
path = Path({str(path)!r})
{program}
"""
    return subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=root()
    )


READS = """
with open_record(path, create=False) as record:
    assert record.summary().documents == 5
    assert record.find("ferry")
    assert [p.code for p in record.check()] == ["search"]
"""
WRITES = """
with open_record(path) as record:
    for write in (
        lambda: record.add(invented.numbered(99)),
        lambda: record.resolve(invented.by_name),
        lambda: record.judge(invented.judgement(next(record.statements()).id)),
    ):
        try:
            write()
        except RecordReadOnly as error:
            assert "\\n" not in str(error)
        else:
            raise AssertionError("written")
"""


@pytest.mark.parametrize("mode", ["file", "folder", "both"])
def test_what_can_only_be_read_is_read_and_refuses_to_be_written(stored: Path, mode: str) -> None:
    stored.chmod(0o644 if mode == "folder" else 0o444)
    stored.parent.chmod(0o755 if mode == "file" else 0o555)
    before = stored.read_bytes()
    for program in (READS, WRITES):
        done = without_privilege(program, stored)
        assert done.returncode == 0, done.stderr
    assert stored.read_bytes() == before
    stored.parent.chmod(0o755)


def test_a_record_cannot_be_made_where_nothing_may_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    program = """
try:
    open_record(path)
except RecordReadOnly:
    pass
else:
    raise AssertionError("made")
"""
    done = without_privilege(program, folder / "record")
    assert done.returncode == 0, done.stderr
    assert list(folder.iterdir()) == []


def test_a_judgement_needs_no_new_record(stored: Path) -> None:
    with open_record(stored, create=False) as record:
        record.judge(judgement(next(record.statements()).id))
    with open_record(stored, create=False) as record:
        assert len(record.judgements()) == 1


def test_an_older_record_that_can_only_be_read_says_so(stored: Path) -> None:
    altered(stored, "DELETE FROM meta", "UPDATE alembic_version SET version_num = '0000'")
    stored.chmod(0o444)
    stored.parent.chmod(0o555)
    program = """
try:
    open_record(path)
except RecordReadOnly as error:
    assert "older version" in str(error)
else:
    raise AssertionError("opened")
"""
    done = without_privilege(program, stored)
    stored.parent.chmod(0o755)
    assert done.returncode == 0, done.stderr
