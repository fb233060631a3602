"""onrecord as a measured system, and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import reader, speed
from benchmarks.__main__ import main
from benchmarks.options import Options
from benchmarks.systems import Article, system

TEXT = "“The dam is safe and it will hold,” engineer Ada Brill told the council on Monday.\n"


@pytest.mark.parametrize("title", [None, "The dam"])
def test_offsets_are_of_the_text_that_was_given(title: str | None) -> None:
    output = system("onrecord").read(Article("dam", TEXT, title=title, date="2030-01-02"))
    assert output.text == TEXT
    (statement,) = output.statements
    assert [span.of(TEXT) for span in statement.cue] == ["told"]
    assert statement.speaker is not None
    assert "Brill" in statement.speaker


def test_missing_data_ends_with_status_2_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["polnear-quotes", "--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("benchmarks: no PolNeAR at")
    assert said.count("\n") == 1


def test_a_folder_is_read_by_the_whole_extract_path(tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    figures = reader.main("onrecord", tmp_path, 1)
    assert figures["statements"] == 7
    assert figures["seconds"] > 0


def test_speed_without_data_reads_generated_reports(tmp_path: Path) -> None:
    reports = speed.measure(Options(tmp_path, limit=6), ["onrecord"])
    assert reports[0].system == "onrecord, 1 process"
    assert reports[0].data.startswith("generated reports")
    rate = dict(reports[0].rows)["words per second"]
    assert isinstance(rate, float)
    assert rate > 100
