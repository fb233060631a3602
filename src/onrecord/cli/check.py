"""`onrecord check`: whether every span and digest of a record still holds."""

from __future__ import annotations

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordFile
from onrecord.cli.terminal import clean, say, write_json
from onrecord.export.wording import count
from onrecord.record import open_record


def check(json: Json = False, record: RecordFile = DEFAULT_RECORD) -> None:
    """Verify every digest and span of a record.

    The exit code is 1 if one does not hold.
    """
    with open_record(record, create=False) as opened:
        problems = list(opened.check())
        summary = opened.summary()
    grave = sum(problem.grave for problem in problems)
    if json:
        write_json(
            {
                "documents": summary.documents,
                "statements": summary.statements,
                "grave": grave,
                "problems": problems,
            }
        )
    else:
        for problem in problems:
            typer.echo(clean(str(problem)))
    if grave:
        say(f"{count(grave, 'problem')} in {record}; read its sources again into a new record.")
        raise typer.Exit(1)
    say(
        f"{record} holds: {count(summary.documents, 'document')}, "
        f"{count(summary.statements, 'statement')}, every span and digest as it was."
    )
