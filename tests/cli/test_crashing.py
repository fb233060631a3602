"""`onrecord add` as a user runs it: killed, doubled, locked out."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.errors import RecordMissing
from onrecord.record import open_record
from tests.cli.conftest import QUICK, Run

REPORTS = 100  # enough that several processes read them
REPORT = (
    "Tolls to rise in {0}\n\n“The tolls will rise in {0},” Mayor Oda Vell said on Friday.\n\n"
    "Tam Roke told her that the council was against it. “We wait,” she said.\n"
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        text = "\n".join(REPORT.format(2000 + number + 1000 * n) for n in range(2))
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def adding(reports: Path, record: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord.cli", "add", *QUICK, str(reports)]
    return subprocess.Popen(
        [*command, "--jobs", "2", "--record", str(record)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def add(reports: Path, record: Path) -> None:
    with adding(reports, record) as process:
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err


def documents(record: Path) -> int:
    with suppress(RecordMissing), open_record(record, create=False) as opened:
        return opened.summary().documents
    return 0


def exported(run: Run, record: Path) -> str:
    assert run("check", "--record", str(record)).code == 0
    return run("export", "csv", "--record", str(record)).out


@pytest.fixture(scope="module")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("undisturbed") / "record"
    add(reports, record)
    return record


def test_killed_and_run_again_gives_the_undisturbed_record(
    run: Run, reports: Path, undisturbed: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record"
    with adding(reports, record) as process:
        while documents(record) < 10:
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        # Processes that outlived the one that started them would hold these pipes open.
        process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
    assert 10 <= documents(record) < REPORTS
    add(reports, record)
    assert exported(run, record) == exported(run, undisturbed)


def test_two_at_once_both_succeed(
    run: Run, reports: Path, undisturbed: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record"
    with adding(reports, record) as one, adding(reports, record) as two:
        said = one.communicate(timeout=60)[1] + two.communicate(timeout=60)[1]
    assert (one.returncode, two.returncode) == (0, 0), said
    assert exported(run, record) == exported(run, undisturbed)


def test_a_record_of_a_newer_version_is_left_alone(run: Run, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    open_record(record).close()
    connection = sqlite3.connect(record)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.execute("UPDATE meta SET value = '99.0' WHERE name = 'made by'")
    connection.commit()
    connection.close()
    before = record.read_bytes()
    for command in (("add", *QUICK, str(reports)), ("show", "Vell"), ("check",)):
        result = run(*command, "--record", str(record))
        assert result.code == 2
        assert "onrecord 99.0" in result.err
        assert "install the newer one" in result.err
        assert len(result.err.splitlines()) == 1
    assert record.read_bytes() == before
