"""The commands that say who is who, and what tells one remark.

`merge`, `split`, `rename`, `alias`; `same`, `apart`; `undo` and `history` for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, By, Json, RecordFile, author
from onrecord.cli.terminal import display, say, write_json
from onrecord.record import Record, open_record
from onrecord.record.views import Change

Who = Annotated[
    str,
    typer.Argument(
        metavar="ACTOR",
        help="A name, a spelling or an id; a source without a name by the id of a statement.",
    ),
]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change; change nothing.")]


def merge(
    actor: Who,
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="Who is that actor too, named likewise.")
    ],
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Say that two actors are one; the first keeps its name.

    What the other said becomes the first one's, in these reports and in new ones. The names and
    the id of the other lead to the first.
    """
    with _regrouped(record) as opened:
        change = opened.merge(actor, other, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


def split(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, a spelling or an id.")],
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="REPORT",
            help="What this report tells: a path, URL or id, or a statement in it. Repeatable.",
            show_default=False,
        ),
    ] = None,
    spellings: Annotated[
        list[str] | None,
        typer.Option(
            "--spelling",
            metavar="NAME",
            help="What goes by this name in its report. Repeatable.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What to call who is split off.", show_default=False),
    ] = None,
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Say that an actor is two, and which part is another.

    Give the reports, or the spellings, or both: then what fits both is split off. A new report
    that has such a spelling is parted likewise.
    """
    if not reports and not spellings:
        raise typer.BadParameter("say what to split off, with --report or --spelling")
    with _regrouped(record) as opened:
        change = opened.split(
            actor,
            reports=reports or (),
            spellings=spellings or (),
            name=name,
            author=author(by),
            reason=reason,
            dry_run=dry_run,
        )
    _tell(change, record, json=json)


def rename(
    actor: Who,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call the actor.")],
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Give an actor another name; the old one still finds it."""
    with _regrouped(record) as opened:
        change = opened.rename(actor, name, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


def alias(
    actor: Who,
    spelling: Annotated[
        str, typer.Argument(metavar="SPELLING", help="A name that means this actor.")
    ],
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Say that a spelling means an actor.

    Whoever a report calls so, and nothing fuller, is this actor, in these reports and in new
    ones.
    """
    with _regrouped(record) as opened:
        change = opened.alias(actor, spelling, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


Telling = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="The id of a statement, or the start of it.")
]


def same(
    statement: Telling,
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="That of one that tells the same remark.")
    ],
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Say that two statements tell one remark.

    Whatever tells the one or the other tells it too; `onrecord why` shows them side by side.
    """
    with _regrouped(record) as opened:
        change = opened.same(statement, other, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


def apart(
    statement: Telling,
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="That of one that tells another remark.")
    ],
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Say that a statement tells another remark than a second.

    It leaves those that it was put with; so does what repeats it in copies of its report.
    """
    with _regrouped(record) as opened:
        change = opened.apart(statement, other, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


def undo(
    judgement: Annotated[
        str | None,
        typer.Argument(
            metavar="JUDGEMENT",
            help="The id of a judgement, or the start of it; your own last one unless told.",
            show_default=False,
        ),
    ] = None,
    by: By = None,
    reason: Reason = "",
    dry_run: DryRun = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Take a judgement back.

    Nothing is deleted: an undo is a judgement too, and can be undone.
    """
    with _regrouped(record) as opened:
        change = opened.undo(judgement, author=author(by), reason=reason, dry_run=dry_run)
    _tell(change, record, json=json)


def history(
    actor: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTOR", help="Only of this one: a name or an id.", show_default=False
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", "-n", min=1, metavar="N", help="The most judgements to show."),
    ] = 50,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List what people decided and whether it holds.

    The newest comes first. What was undone, overridden by a later judgement, or finds no actor
    any more is listed too, and says so.
    """
    with open_record(record, create=False) as opened:
        judgements = opened.history(actor)
    if json:
        write_json(judgements)
        return
    from onrecord.cli.printed.judgements import history_list

    display(history_list(judgements, limit=limit))


@contextmanager
def _regrouped(path: Path) -> Iterator[Record]:
    """Open a record to judge in; where statements move to others, see anew what they repeat."""
    with open_record(path, create=False) as record:
        before = record.grouped
        yield record
        if before and not record.grouped:
            from onrecord.pipeline import work_out_utterances

            work_out_utterances(record)


def _tell(change: Change, record: Path, *, json: bool) -> None:
    for note in change.notes:
        say(note)
    if json:
        write_json(change)
        return
    from onrecord.cli.printed.judgements import outcome

    display(outcome(change, record))
