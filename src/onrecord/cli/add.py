"""`onrecord add`: reports become a record."""

from __future__ import annotations

import typer

from onrecord.cli.commands import INTERRUPTED
from onrecord.cli.options import DEFAULT_RECORD, Extractor, Jobs, Paths, RecordFile
from onrecord.cli.terminal import display, say
from onrecord.model import DEFAULT_EXTRACTOR
from onrecord.record import open_record


def add(
    paths: Paths,
    extractor: Extractor = DEFAULT_EXTRACTOR,
    jobs: Jobs = None,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Read reports into the record.

    What the record already holds is not read twice, so the same command goes on after an
    interruption and takes in what is new.
    """
    there = record.exists()
    try:
        from onrecord.cli.printed.summary import next_commands, summary_table
        from onrecord.cli.reading import read_into

        tally = read_into(record, paths, extractor=extractor, jobs=jobs)
    except KeyboardInterrupt:
        if not record.exists():
            raise
        say(f"Interrupted; {record} keeps what was read. The same command again goes on.")
        raise typer.Exit(INTERRUPTED) from None
    if not there and not tally.added + tally.known:
        say("nothing could be read, so no record was made")
        raise typer.Exit(1)
    with open_record(record, create=False) as opened:
        display(summary_table(opened.summary(), tally), next_commands(opened.actors(), record))
    if tally.failed:
        raise typer.Exit(1)
