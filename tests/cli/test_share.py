"""Handing a record on: tables, the page, the check and the demo."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from onrecord.cli import demo
from onrecord.export.rows import COLUMNS
from onrecord.record import open_record
from tests.cli.conftest import Run
from tests.readings import harbour, resolved_if_named, together


@pytest.mark.usefixtures("record")
def test_csv_holds_every_statement_verbatim(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "csv").out, newline="")))
    texts = {reading.document.id: reading.document.text for reading in harbour()}
    assert len(rows) == 8
    for row in rows:
        assert list(row) == list(COLUMNS)
        start = int(row["start"])
        assert texts[row["document_id"]].startswith(row["quote"], start)
    nested = next(row for row in rows if row["via"])
    assert nested["speaker"] == "Consul Brandt"
    assert nested["via"] == "Oda Vell"
    assert nested["parent"] in {row["id"] for row in rows}
    assert nested["said_start"] == ""
    assert nested["published_start"] == "2031-05-03"


def test_csv_names_all_who_answer_for_the_words(run: Run, tmp_path: Path) -> None:
    with open_record(tmp_path / "onrecord.record") as opened:
        opened.add(together())
        opened.resolve(resolved_if_named)
        ids = {row.name: row.id for row in opened.actors()}
        counts = {row.id: row.statements for row in opened.actors()}
    rows = list(csv.DictReader(io.StringIO(run("export", "csv").out, newline="")))
    both = next(row for row in rows if row["quote"] == "We are done,")
    assert both["speaker"] == "Reed and Fox"
    assert both["speakers"] == "Reed | Fox"
    assert both["speaker_ids"] == f"{ids['Reed']} | {ids['Fox']}"
    for actor, statements in counts.items():
        assert sum(actor in row["speaker_ids"] for row in rows) == statements
    aide = next(row for row in rows if row["quote"] == "Go,")
    assert (aide["speakers"], aide["speaker_ids"]) == ("an aide", "")
    own = next(row for row in rows if row["quote"] == "Stay")
    assert own["parent"]
    assert (own["via"], own["through"]) == ("", "")


@pytest.mark.usefixtures("record")
def test_json_lines_and_csv_hold_the_same(run: Run) -> None:
    table = csv.DictReader(io.StringIO(run("export", "csv").out, newline=""))
    lines = [json.loads(line) for line in run("export", "jsonl").out.splitlines()]
    assert [list(line) for line in lines] == [list(COLUMNS)] * 8
    assert [
        {name: "" if value is None else str(value) for name, value in line.items()}
        for line in lines
    ] == list(table)


@pytest.mark.usefixtures("record")
def test_export_writes_a_file_where_it_is_told_to(run: Run, tmp_path: Path) -> None:
    result = run("export", "csv", "-o", "table.csv")
    assert (result.code, result.out) == (0, "")
    assert "table.csv" in result.err
    # The terminal's way with line ends is not the file's.
    expected = run("export", "csv").out.replace("\r\n", "\n")
    assert (tmp_path / "table.csv").read_text("utf-8") == expected


def test_an_empty_record_exports_the_columns(run: Run, tmp_path: Path) -> None:
    open_record(tmp_path / "onrecord.record").close()
    assert run("export", "csv").out.strip().split(",") == list(COLUMNS)
    assert run("export", "jsonl").out == ""


@pytest.mark.usefixtures("record")
def test_report_writes_the_page(run: Run, tmp_path: Path) -> None:
    result = run("report", "-o", "page.html", "--title", "The harbour")
    assert (result.code, result.out) == (0, "")
    assert '<h1 dir="auto">The harbour</h1>' in (tmp_path / "page.html").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["onrecord.record", "page.html"]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("command", [("report",), ("export", "csv"), ("export", "jsonl")])
def test_a_dash_for_the_file_is_standard_output(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert run(*command, "-o", "file").code == 0
    result = run(*command, "-o", "-")
    assert (result.code, result.err) == (0, "")
    # The terminal's way with line ends is not the file's.
    assert result.out.replace("\r\n", "\n") == (tmp_path / "file").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "onrecord.record"]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("command", [("report",), ("export", "csv")])
def test_a_place_that_cannot_be_written_to_is_one_line(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "-o", "no/such/folder/file")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "-o" in result.err


@pytest.mark.usefixtures("record")
def test_check_says_that_a_record_holds(run: Run) -> None:
    result = run("check")
    assert (result.code, result.out) == (0, "")
    assert "3 documents, 8 statements" in result.err


def test_check_finds_a_changed_text(run: Run, record: Path) -> None:
    with sqlite3.connect(record) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE documents SET text = replace(text, 'harbour', 'hXrbour')")
    connection.close()
    result = run("check")
    assert result.code == 1
    assert result.out
    assert "problem" in result.err
    counted = json.loads(run("check", "--json").out)
    assert (counted["documents"], counted["statements"]) == (3, 8)
    assert counted["grave"] == len(counted["problems"]) > 0


def test_the_demo_reads_the_bundled_reports_and_can_be_run_again(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    assert first.code == 0
    assert (tmp_path / demo.PAGE).stat().st_size > 10_000
    assert "onrecord show --record demo.record" in first.out
    assert "Known through" in first.out
    page = (tmp_path / demo.PAGE).read_bytes()
    again = run("demo")
    assert again.code == 0
    assert "already in the record" in again.out
    assert (tmp_path / demo.PAGE).read_bytes() == page
