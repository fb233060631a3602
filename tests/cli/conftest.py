"""Running a command as a person would, on the small record made by hand."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.cli import main
from onrecord.record import open_record
from tests.readings import harbour, resolved


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]

QUICK = ("--extractor", "structural")
"""For what is true whichever extractor reads: this one is there at once."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Return a function that runs the command line in an empty folder and tells what came of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("ONRECORD", raising=False)

    def run(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Result(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.record"
    with open_record(path) as opened:
        for reading in harbour():
            opened.add(reading)
        opened.resolve(resolved)
    return path


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """Return the file of the record made by hand, where the commands look for it."""
    return Path(shutil.copy(made, tmp_path / "onrecord.record"))
