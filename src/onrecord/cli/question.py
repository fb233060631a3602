"""The commands that question a record: `actors`, `show`, `find`, `why`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, RecordFile
from onrecord.cli.terminal import display, say, styled, write_json
from onrecord.record import Record, open_record
from onrecord.record.views import ActorOrder


@contextmanager
def _opened(path: Path) -> Iterator[Record]:
    """Open the record for questions, and say so if it is not whole."""
    with open_record(path, create=False) as record:
        if not record.resolved:
            say(
                "an add into this record is under way or did not end; actors are incomplete"
                " until it does (stopped, the same add goes on)"
            )
        yield record


def _date(value: str | None) -> str | None:
    """Return `value` if it is a year, a month or a day."""
    if value is None:
        return None
    try:
        # What is missing of the day is its first: 2024 is read as 2024-01-01.
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])
            return value
    except ValueError:
        pass
    raise typer.BadParameter(f"{value!r} is no date; write 2024, 2024-10 or 2024-10-22")


def actors(
    query: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Part of a name or spelling.", show_default=False),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="The most rows to show.")
    ] = 50,
    everyone: Annotated[
        bool, typer.Option("--all", help="Also who is named and says nothing.")
    ] = False,
    order: Annotated[
        ActorOrder,
        typer.Option(
            "--sort",
            help="By the most remarks, the name, who spoke first or last, or by the most"
            " statements of which it is not sure whose they are.",
        ),
    ] = ActorOrder.STATEMENTS,
    suggestions: Annotated[
        bool, typer.Option("--suggestions", help="Pairs that may be one actor, and why.")
    ] = False,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List who is on record."""
    if suggestions:
        _suggest(query, limit=limit, json=json, record=record)
        return
    with _opened(record) as opened:
        found = opened.actors(query, order=order)
    rows = found if everyone else [row for row in found if row.statements]
    if json:
        write_json(rows)
        return
    from onrecord.cli.printed.actors import actor_table

    silent = len(found) - len(rows)
    display(*actor_table(rows, limit=limit, silent=silent, unsure=order is ActorOrder.UNSURE))


def _suggest(query: str | None, *, limit: int, json: bool, record: Path) -> None:
    from onrecord.actor import suggestions

    with _opened(record) as opened:
        pairs = opened.suggestions(suggestions, query)
    if json:
        write_json(pairs)
        return
    from onrecord.cli.printed.suggestions import suggestion_list

    display(suggestion_list(pairs, record, limit=limit))


def show(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, a spelling or an id.")],
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only statements with these words.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from",
            callback=_date,
            metavar="DATE",
            help="From this year, month or day on, as 2024, 2024-10 or 2024-10-22.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--to",
            callback=_date,
            metavar="DATE",
            help="Up to the end of this year, month or day.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", "-n", min=1, metavar="N", help="The most remarks to show."),
    ] = 50,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show what an actor said, in order of time.

    A row is a remark, however many reports tell it. What is only announced, supposed or denied
    stands below and is not counted.

    A statement without a date may fall inside --from and --to or outside. None is dropped for
    what nobody knows: these stand apart, and are counted apart from those that fit.
    """
    # As coarse as the coarser of the two: 2024-10 to 2024 is a part of that year.
    if since and until and since[: len(until)] > until:
        raise typer.BadParameter(f"--from {since} is after --to {until}: the range is reversed")
    with _opened(record) as opened:
        meant = opened.actor(actor)
        statements = opened.timeline(meant.id, about=about, since=since, until=until)
    if json:
        write_json({"actor": meant, "statements": statements})
        return
    from onrecord.cli.printed.timeline import timeline

    in_time = bool(since or until)
    chosen = in_time or about is not None
    display(timeline(meant, statements, record=record, chosen=chosen, in_time=in_time, limit=limit))


def find(
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY",
            help='Words, all required; also "a phrase", begin*, AND, OR, NOT.',
        ),
    ],
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="The most places to show.")
    ] = 50,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Search the words of statements and reports."""
    with _opened(record) as opened:
        # One more than is shown tells whether there are more.
        hits = opened.find(query, limit=limit + 1)
    if json:
        write_json(hits[:limit])
        return
    from onrecord.cli.printed.hits import hit_list

    display(hit_list(query, hits, limit=limit))


def why(
    statement: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a statement, or the start of it.")
    ],
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show the evidence for a statement.

    The words in their context, and how each fact about them is known.
    """
    with _opened(record) as opened:
        card = opened.card(statement)
    if json:
        write_json(card)
        return
    from onrecord.cli.printed.card import evidence

    display(evidence(card, styled=styled()))
