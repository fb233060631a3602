"""Reading reports into a record, and out as the extraction contract."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.errors import RecordMissing
from onrecord.model import Reading
from onrecord.pipeline import read, work_out_actors
from onrecord.record import open_record
from onrecord.statement import StructuralExtractor
from onrecord.statement.learned import MODELS
from tests.cli.conftest import QUICK, Run

REPORT = (
    "Harbour tolls to rise\n\n"
    "“The tolls will rise in {year},” Mayor Oda Vell said. Tam Roke said the council was "
    "against it.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2031, 2032, 2033):
        (folder / f"{year}.txt").write_text(REPORT.format(year=year), encoding="utf-8")
    return folder


def test_add_makes_a_record_and_names_the_next_command(run: Run, reports: Path) -> None:
    result = run("add", *QUICK, str(reports))
    assert result.code == 0
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0].split() == "Read now 3 of 3 inputs by the extractor structural".split()
    assert any(line.startswith("Documents   3") for line in lines)
    assert any(line.startswith("Statements  6") for line in lines)
    (remarks,) = (line for line in lines if line.startswith("Remarks "))
    assert "at first hand" in remarks
    assert "Stored in onrecord.record. Next:" in lines
    assert "  onrecord show 'Oda Vell'" in lines
    assert run("show", "Vell").code == 0


def test_an_add_that_was_killed_after_its_actors_is_gone_on_with(run: Run, reports: Path) -> None:
    with open_record("onrecord.record") as record:
        for each in read([str(reports)], extractor=StructuralExtractor(), jobs=1):
            assert isinstance(each, Reading)
            record.add(each)
        work_out_actors(record)
        assert not record.grouped
    assert run("add", *QUICK, str(reports)).code == 0
    with open_record("onrecord.record") as record:
        assert record.grouped
        assert list(record.check()) == []
        told = {view.utterance.id for view in record.statements() if view.utterance}
        assert len(told) == record.summary().utterances


def test_adding_again_changes_nothing_and_says_so(run: Run, reports: Path) -> None:
    run("add", *QUICK, str(reports))
    before = run("export", "csv").out
    again = run("add", *QUICK, str(reports))
    assert again.code == 0
    assert "Duplicates  3  already in the record" in again.out
    assert run("export", "csv").out == before


def test_inputs_that_fail_are_said_counted_and_no_obstacle(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    result = run("add", *QUICK, str(reports), "not-there.txt")
    assert result.code == 1
    assert len(result.err.splitlines()) == 2
    assert "not-there.txt" in result.err
    assert "Documents   3" in result.out
    assert "Skipped     2" in result.out


def test_the_commands_that_follow_name_a_record_of_another_name(run: Run, reports: Path) -> None:
    out = run("add", *QUICK, str(reports), "--record", "my own.record").out
    assert "onrecord show --record 'my own.record' 'Oda Vell'" in out


def test_extract_prints_one_line_a_report_in_input_order(run: Run, reports: Path) -> None:
    paths = [str(reports / f"{year}.txt") for year in (2033, 2031, 2032)]
    result = run("extract", *QUICK, *paths)
    assert result.code == 0
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["document"]["path"] for line in lines] == paths
    for line in lines:
        text = Path(line["document"]["path"]).read_text(encoding="utf-8")
        assert line["document"]["text"] == text
        start, end = line["statements"][0]["content"][0]
        assert "The tolls will rise" in text[start:end]
        assert line["statements"][0]["speaker"]["name"] == "Oda Vell"


def test_extract_stores_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    run("extract", *QUICK, str(reports))
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_extract_says_what_fails_and_goes_on(run: Run, reports: Path) -> None:
    result = run("extract", *QUICK, "not-there.txt", str(reports / "2031.txt"))
    assert result.code == 1
    assert len(result.out.splitlines()) == 1
    assert len(result.err.splitlines()) == 1
    assert "not-there.txt" in result.err


def test_extract_reads_standard_input(reports: Path) -> None:
    report = (reports / "2031.txt").read_bytes()
    command = [sys.executable, "-m", "onrecord.cli", "extract", *QUICK, "-"]
    done = subprocess.run(command, input=report, capture_output=True, check=True)
    line = json.loads(done.stdout)
    assert line["document"]["text"].encode() == report
    assert len(line["statements"]) == 2


def test_an_interrupted_add_leaves_a_record_that_holds_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(REPORT.format(year=number) * 5, encoding="utf-8")
    record = tmp_path / "onrecord.record"
    command = [sys.executable, "-m", "onrecord.cli", "add", *QUICK, "-j", "1", "reports"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        while _documents(record) < 3:
            assert running.poll() is None, running.communicate()
            time.sleep(0.01)
        os.kill(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert len(err.splitlines()) == 1
    assert b"The same command again goes on" in err
    kept = _documents(record)
    assert 3 <= kept < 150
    with open_record(record) as opened:
        assert [problem for problem in opened.check() if problem.grave] == []
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert _documents(record) == 150


def _documents(record: Path) -> int:
    with suppress(RecordMissing), open_record(record, create=False) as opened:
        return opened.summary().documents
    return 0


def test_nothing_readable_makes_no_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("add", *QUICK, "empty.txt", "not-there.txt")
    assert (result.code, result.out) == (1, "")
    empty, missing, ended = result.err.splitlines()
    assert empty == "onrecord: empty.txt: is empty"
    assert missing.startswith("onrecord: not-there.txt: ")
    assert ended == "onrecord: nothing could be read, so no record was made"
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


def test_what_failed_before_the_record_was_made_is_counted_in_it(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    run("add", *QUICK, "not-there.txt", str(reports), "nor-there.txt")
    with open_record(tmp_path / "onrecord.record") as opened:
        assert opened.summary().skipped == {"missing": 2}


@pytest.fixture
def saved_page(reports: Path) -> Path:
    for name in ("page.css", "a.jpg", "b.JPG", "LICENCE"):
        (reports / name).write_bytes(b"not a report")
    return reports


def test_what_lies_beside_reports_is_one_line_and_no_failure(run: Run, saved_page: Path) -> None:
    result = run("add", *QUICK, str(saved_page))
    assert result.code == 0
    (line,) = result.err.splitlines()
    words = line.removeprefix("onrecord: ").split(": ")
    assert words[0] == "passed over 4 files of kinds that are not read"
    assert sorted(words[1].split(", ")) == [".css 1", ".jpg 2", "no ending 1"]
    assert "Skipped     4  unsupported kind 4" in result.out
    extracted = run("extract", *QUICK, str(saved_page))
    assert (extracted.code, extracted.err) == (0, result.err)


def test_a_file_that_was_named_is_a_failure_whatever_its_kind(run: Run, saved_page: Path) -> None:
    named = str(saved_page / "page.css")
    for command in ("add", "extract"):
        result = run(command, *QUICK, named, str(saved_page / "2031.txt"))
        assert result.code == 1
        assert result.err.startswith(f"onrecord: {named}: ")


def test_the_table_says_what_the_languages_and_outlets_are(run: Run, tmp_path: Path) -> None:
    english = REPORT.format(year=2031)
    german = "Die Maut steigt\n\nDer Rat der Stadt hat gestern beschlossen, dass sie steigt. " * 3
    for name, text in (("en", english), ("de", german)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "quay.json").write_text(json.dumps({"text": english, "outlet": "The Quay"}))
    out = run("add", *QUICK, "en.txt").out
    assert "Documents   1  outlet unknown 1" in out
    assert "Languages   1  en 1" in out
    assert "only" not in out
    out = " ".join(run("add", *QUICK, "de.txt", "quay.json").out.split())
    assert "Documents 3 The Quay 1 · outlet unknown 2" in out
    assert "Languages 2 en 2; de 1 read for marks and layout only: cue verbs are English" in out


def test_while_an_add_is_under_way_that_is_what_is_said(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    (first, *_) = read([str(reports)], extractor=StructuralExtractor())
    with open_record(tmp_path / "onrecord.record") as opened:
        assert isinstance(first, Reading)
        opened.add(first)
        result = run("actors")
    assert result.code == 0
    assert "is under way or did not end" in result.err


def test_an_interrupt_before_anything_is_read_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    command = [sys.executable, "-m", "onrecord.cli", "add", *QUICK, "pipe"]
    with (
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as running,
        # Opening the other end waits until the command has begun to read.
        (tmp_path / "pipe").open("wb"),
    ):
        os.kill(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"onrecord: Interrupted.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("name", ["structural", *sorted(path.name for path in MODELS.iterdir())])
def test_the_extractor_that_is_asked_for_finds_the_statements(
    run: Run, reports: Path, name: str
) -> None:
    told = run("extract", "--extractor", name, str(reports)).out.splitlines()
    found = sum(len(json.loads(line)["statements"]) for line in told)
    assert run("add", "--extractor", name, str(reports)).code == 0
    with open_record(Path("onrecord.record"), create=False) as record:
        summary = record.summary()
    assert summary.statements == found > 0
    assert summary.extractor is not None
    assert summary.extractor.partition("/")[0].removeprefix("learned-") == name


def test_an_extractor_that_there_is_not_is_no_command(run: Run, reports: Path) -> None:
    result = run("extract", "--extractor", "slow", str(reports))
    assert result.code == 2
    assert "slow" in result.err


def test_add_says_which_encoding_was_guessed(run: Run, tmp_path: Path) -> None:
    words = "Oda Vell sagte: „Die Häfen öffnen, und die Gebühren fallen überall für alle.“\n"
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "plain.txt").write_text(words, encoding="utf-8")
    (folder / "guessed.txt").write_bytes(words.encode("cp1252"))
    result = run("add", *QUICK, str(folder))
    assert result.code == 0
    guessed = "1 encoding was guessed: cp1252 for "
    assert [guessed in line and "guessed.txt" in line for line in result.err.splitlines()] == [True]
    assert run("add", *QUICK, str(folder)).err == ""


def test_add_says_which_date_it_does_not_understand(run: Run, tmp_path: Path) -> None:
    for number, day in enumerate(("31 Feb 2025", "03/04/2025", "3 April 2025")):
        report = {"text": f"Oda Vell said it rained {number} days.", "published": day}
        (tmp_path / f"{number}.json").write_text(json.dumps(report), encoding="utf-8")
    result = run("add", *QUICK, str(tmp_path))
    assert result.code == 0
    [line] = result.err.splitlines()
    assert "2 dates not understood: “03/04/2025” in " in line
    assert "“31 Feb 2025” in " in line
    assert "3 April" not in line
