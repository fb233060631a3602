"""Write docs/reference/cli.md from the command line itself: `python docs/reference/generate.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from onrecord.cli import app

PAGE = Path(__file__).with_name("cli.md")

HEAD = """\
# The command line

Written by `docs/reference/generate.py` from the commands themselves.

- The record is the file `onrecord.record` in the current folder, unless `--record FILE` or
  the environment variable `ONRECORD` names another.
- Data goes to standard output, talk and errors to standard error. `--json` prints the data for
  programs. Colour is for terminals only, and `NO_COLOR` turns it off.
- Exit codes: **0** all is well; **1** some inputs failed, or `check` found problems; **2** the
  command cannot be done as it was given (wrong usage, no record, nothing by that name in it);
  **130** interrupted. An interrupted `add` leaves a record that holds, and the same command
  goes on.
"""


def reference() -> str:
    """Return the page: what all commands share, then the help of each."""
    return "\n".join([HEAD, *map(_section, commands())])


def commands() -> dict[str, Any]:
    """Return every command by its name, one of a group by both: ``registry add``."""
    named: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        for inner, each in getattr(command, "commands", {"": command}).items():
            named[f"{name} {inner}".strip()] = each
    return named


def _section(command: str) -> str:
    shown = CliRunner().invoke(
        app,
        [*command.split(), "--help"],
        prog_name="onrecord",
        env={"COLUMNS": "90"},
        catch_exceptions=False,
    )
    return f"## `onrecord {command}`\n\n```text\n{shown.output.strip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
