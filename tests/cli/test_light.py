"""What only asks a record loads no model, and nothing that models need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.record import open_record

HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura"}


@pytest.mark.parametrize(
    "command",
    [
        ["show", "Oda Vell"],
        ["show", "Oda Vell", "--json"],
        ["find", "harbour"],
        ["why", "{statement}"],
        ["actors"],
        ["report", "-o", "page.html"],
        ["export", "csv"],
        ["check"],
        ["--help"],
        ["add", "--help"],
    ],
    ids=" ".join,
)
def test_asking_a_record_loads_no_model(
    record: Path, statement: str, tmp_path: Path, command: list[str]
) -> None:
    program = (
        "import sys\n"
        "from onrecord.cli import main\n"
        "try: main()\n"
        "except SystemExit as ended: code = ended.code or 0\n"
        "print(code, *sys.modules, file=sys.stderr)"
    )
    arguments = [part.format(statement=statement) for part in command]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "ONRECORD": str(record)},
        check=True,
    )
    code, *loaded = done.stderr.splitlines()[-1].split()
    assert code == "0"
    assert HEAVY.isdisjoint(loaded)


@pytest.fixture
def statement(record: Path) -> str:
    with open_record(record) as opened:
        return next(iter(opened.statements())).id
