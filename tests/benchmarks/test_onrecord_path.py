"""onrecord as a measured system, and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.__main__ import main
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
