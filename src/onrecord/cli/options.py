"""The options that several commands share, so that they are spelled one way."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from onrecord.model import ExtractorName

DEFAULT_RECORD = Path("onrecord.record")

RecordFile = Annotated[
    Path,
    typer.Option(
        "--record",
        "-r",
        envvar="ONRECORD",
        metavar="FILE",
        help="The file that holds the record.",
    ),
]

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files or folders, read recursively; - is standard input.",
        show_default=False,
    ),
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="How many processes read; all processors unless told.",
        show_default=False,
    ),
]

Extractor = Annotated[
    ExtractorName,
    typer.Option(
        "--extractor",
        "-x",
        help="What finds the statements: rules, or a small or a larger trained model.",
    ),
]

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="ONRECORD_AUTHOR",
        metavar="AUTHOR",
        help="Who judges; the user of this computer unless told.",
        show_default=False,
    ),
]


def author(by: str | None) -> str:
    """Return who judges: who was told, else the user of this computer."""
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # A user whom the system has no name for.
        return ""


Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
