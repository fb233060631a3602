"""What the tutorial says to type can be typed, on the corpus that it is about."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.model import ExtractorName, Reading
from onrecord.pipeline import (
    named_extractor,
    read,
    work_out_actors,
    work_out_copies,
    work_out_utterances,
)
from onrecord.record import open_record

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", TUTORIAL, re.DOTALL)
COMMANDS = [
    line
    for line in re.sub(r" +#.*", "", "\n".join(BLOCKS)).splitlines()
    if line.startswith("onrecord ") and not line.startswith("onrecord add ")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the record of the corpus, read by rules: that takes seconds."""
    made = tmp_path_factory.mktemp("tutorial")
    (made / "examples").symlink_to(ROOT / "examples")
    with open_record(made / "onrecord.record") as record:
        finder = named_extractor(ExtractorName.STRUCTURAL)
        for outcome in read([str(ROOT / "examples" / "corpus")], extractor=finder, jobs=1):
            assert isinstance(outcome, Reading)
            record.add(outcome)
        work_out_actors(record)
        work_out_copies(record)
        work_out_utterances(record)
    return made


@pytest.mark.slow
def test_every_command_of_the_tutorial_can_be_typed(folder: Path) -> None:
    assert {command.split()[1] for command in COMMANDS} > {"show", "why", "find", "export"}
    with open_record(folder / "onrecord.record") as record:
        told = next(iter(record.statements())).id
    environment = {k: v for k, v in os.environ.items() if k != "ONRECORD"}
    for command in COMMANDS:
        words = shlex.split(command.split(" > ")[0].replace("why ID", f"why {told}"))
        done = subprocess.run(
            [sys.executable, "-m", "onrecord.cli", *words[1:]],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (command, done.stderr)
        assert done.stdout or done.stderr, command
