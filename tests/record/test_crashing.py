"""Killed, doubled, starved or locked out: the record stays whole, and a rerun completes it."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import RecordBusy, RecordFull
from onrecord.record import open_record
from tests.record.invented import numbered, root, seen
from tests.record.telling import work_out


def adding(path: Path, first: int, last: int, *limit: int) -> subprocess.Popen[str]:
    arguments = map(str, (path, first, last, *limit))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.record.adder", *arguments],
        cwd=root(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def rows(path: Path) -> dict[str, list[object]]:
    """Return every row of every table but those in which FTS5 keeps its index."""
    connection = sqlite3.connect(path)
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
    ).fetchall()
    found = {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for (table,) in tables
    }
    connection.close()
    return found


@pytest.fixture(scope="module")
def undisturbed(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("undisturbed") / "record"
    shutil.copy(empty, path)
    with open_record(path) as record:
        for number in range(60):
            record.add(numbered(number))
        work_out(record)
    return path


@pytest.mark.parametrize("lines", [0, 1, 25, 59])
def test_killed_in_the_middle_and_run_again_gives_the_undisturbed_record(
    tmp_path: Path, undisturbed: Path, lines: int
) -> None:
    path = tmp_path / "record"
    with adding(path, 0, 60) as process:
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    if path.exists() and lines:
        with open_record(path, create=False) as left:
            assert not left.resolved
            assert not left.grouped
            assert left.summary().documents >= lines
            assert [problem for problem in left.check() if problem.grave] == []
    with adding(path, 0, 60) as again:
        _, said = again.communicate()
    assert again.returncode == 0, said
    assert rows(path) == rows(undisturbed)
    with open_record(path) as record, open_record(undisturbed) as other:
        assert seen(record) == seen(other)


def test_two_processes_at_once_both_succeed(tmp_path: Path, undisturbed: Path) -> None:
    path = tmp_path / "record"
    # Neither finds a record, both make one, and half of the reports are added by both.
    with adding(path, 0, 45) as one, adding(path, 15, 60) as two:
        said = one.communicate()[1] + two.communicate()[1]
    assert (one.returncode, two.returncode) == (0, 0), said
    with open_record(path) as record, open_record(undisturbed) as other:
        work_out(record)
        assert seen(record) == seen(other)


def test_a_writer_that_waits_too_long_says_that_another_is_writing(tmp_path: Path) -> None:
    path = tmp_path / "record"
    with open_record(path, timeout=0.1) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy, match="another process"):
            record.add(numbered(1))
        assert list(record.statements()) == []
        other.execute("ROLLBACK")
        other.close()
        assert record.add(numbered(1))


@pytest.mark.parametrize("limit", [0, 20_000, 400_000, 700_000])
def test_a_full_disk_leaves_the_record_intact(
    tmp_path: Path, undisturbed: Path, limit: int
) -> None:
    path = tmp_path / "record"
    with adding(path, 0, 200, limit) as starved:
        out, said = starved.communicate()
    assert starved.returncode == 1
    assert said.startswith("RecordFull\n"), said
    assert "make room" in said
    added = len(out.splitlines())
    if added:
        with open_record(path, create=False) as record:
            assert record.summary().documents == added
            assert [problem for problem in record.check() if problem.grave] == []
    with adding(path, 0, 60) as again:
        _, said = again.communicate()
    assert again.returncode == 0, said
    if added <= 60:
        assert rows(path) == rows(undisturbed)


def test_a_full_database_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    with open_record(tmp_path / "record") as record:
        record.add(numbered(1))
        connection = record._writes()._connection
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.rollback()
        with pytest.raises(RecordFull):
            record.add(numbered(2, statements=40))
        assert record.summary().documents == 1
        assert [problem for problem in record.check() if problem.grave] == []
