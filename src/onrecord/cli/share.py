"""The commands that hand a record on: `report` and `export`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, RecordFile
from onrecord.cli.output import refuse_to_overwrite, write_whole
from onrecord.cli.terminal import say, write
from onrecord.record import Record, open_record

MOST_STATEMENTS = 500
STANDARD_OUTPUT = Path("-")


class Format(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"


Force = Annotated[
    bool, typer.Option("--force", help="Replace the file even if onrecord did not write it.")
]


def report(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The page to write; - is standard output."
        ),
    ] = Path("onrecord.html"),
    title: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="The heading of the page.", show_default=False),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            metavar="N",
            help="The most statements to put on the page; it says how many it leaves out.",
        ),
    ] = MOST_STATEMENTS,
    force: Force = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Write the record as one HTML page.

    The page holds all it needs: no network, no script.
    """
    with open_record(record, create=False) as opened:
        if output == STANDARD_OUTPUT:
            write(_page(opened, title=title, limit=limit))
            return
        write_page(opened, output, title=title, limit=limit, force=force)
    say(f"wrote {output}; open it in a browser")


def export(
    form: Annotated[Format, typer.Argument(metavar="csv|jsonl", help="The format.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write; standard output unless told, or for -.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Write every statement as a row of a table."""
    from onrecord.export.tables import FORMATS

    with open_record(record, create=False) as opened:
        lines = FORMATS[form](opened)
        if output in (None, STANDARD_OUTPUT):
            sys.stdout.buffer.writelines(lines)
            return
        refuse_to_overwrite(output, record=record, force=force)
        write_whole(output, b"".join(lines))
    say(f"wrote {output}")


def write_page(
    record: Record,
    path: Path,
    *,
    title: str | None = None,
    limit: int = MOST_STATEMENTS,
    force: bool = False,
) -> None:
    """Write the page of `record` to `path`; over a file that is not ours only with `force`."""
    refuse_to_overwrite(path, record=record.path, force=force)
    write_whole(path, _page(record, title=title, limit=limit))


def _page(record: Record, *, title: str | None, limit: int) -> bytes:
    # Templates cost half of a command's start, so only the page loads them.
    from onrecord.report import page

    return page(record, title=title, limit=limit).encode("utf-8", "replace")
