"""Every command explains itself, and the reference says what the commands are."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.export import contract
from onrecord.export.rows import COLUMNS

DOCS = Path(__file__).parents[2] / "docs" / "reference"
COMMANDS: dict[str, Any] = runpy.run_path(str(DOCS / "generate.py"))["commands"]()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    first_line = command.help.splitlines()[0]
    assert len(first_line) <= 60, "the list of commands would cut it"
    assert first_line.endswith(".")
    undocumented = [p.name for p in command.params if not getattr(p, "help", None)]
    assert undocumented == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    heading = f"## `onrecord {name}`\n"
    assert heading in page
    section = page.split(heading)[1].split("\n## ")[0]
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("-"):
                assert option in section


def test_the_reference_is_up_to_date() -> None:
    generate = runpy.run_path(str(DOCS / "generate.py"))
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert written == generate["reference"](), "run: python docs/reference/generate.py"


@pytest.mark.parametrize(
    ("heading", "struct"),
    [
        ("## `document`", contract.ExtractedDocument),
        ("## `statements`", contract.ExtractedStatement),
    ],
)
def test_every_field_of_the_contract_is_documented(
    heading: str, struct: type[msgspec.Struct]
) -> None:
    page = (DOCS / "extract.md").read_text(encoding="utf-8")
    section = page.split(heading)[1].split("\n## ")[0]
    rows = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
    assert rows == list(struct.__struct_fields__)


def test_every_column_of_the_tables_is_documented_in_order() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert rows == list(COLUMNS)


def test_usage_names_what_must_be_given_as_it_is() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    usages = [line for line in page.splitlines() if line.startswith("Usage:")]
    assert "Usage: onrecord add [OPTIONS] PATH..." in usages
    assert "Usage: onrecord why [OPTIONS] ID" in usages
    assert "Usage: onrecord export [OPTIONS] {csv|jsonl}" in usages
