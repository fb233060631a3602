"""The command line: every command is the twin of a method of the record.

stdout is data, stderr is talk. Exit codes: 0 all is well, 1 some inputs failed or a check
found problems, 2 the command cannot be done as it was given, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import add, check, demo, extract, judgements, question, share
from onrecord.cli.commands import INTERRUPTED, Command, Commands
from onrecord.cli.registry import registry
from onrecord.cli.terminal import say
from onrecord.errors import OnrecordError

app = typer.Typer(
    cls=Commands,
    name="onrecord",
    help="From a pile of news reports to a checked record: who said what, when, "
    "and the sentence that proves it.",
    epilog="New here? Try `onrecord demo`, then `onrecord add` with a folder of your own.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    demo.demo,
    add.add,
    question.actors,
    question.show,
    question.find,
    question.why,
    judgements.merge,
    judgements.split,
    judgements.rename,
    judgements.alias,
    judgements.same,
    judgements.apart,
    judgements.undo,
    judgements.history,
    share.report,
    share.export,
    extract.extract,
    check.check,
):
    app.command(cls=Command)(command)
app.add_typer(registry)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Options that stand before any command."""


def main() -> None:
    """Run the command line on ``sys.argv``; the entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its code, and nothing stops.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except OnrecordError as error:
        say(str(error))
        sys.exit(2)
    except SystemExit as end:
        if end.code != INTERRUPTED:
            raise
        # At once: a second interrupt would break the wait for the processes that read, and
        # they end with this one.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(INTERRUPTED)
