"""The commands `registry add`, `registry list` and `registry remove`: users' lists of actors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.commands import Command
from onrecord.cli.options import DEFAULT_RECORD, By, Json, RecordFile, author
from onrecord.cli.terminal import display, say, write_json
from onrecord.errors import InputError
from onrecord.export.wording import count
from onrecord.model import Registry
from onrecord.record import Record, open_record

registry = typer.Typer(
    name="registry",
    help="Lists of actors of your own: names, spellings, roles with dates.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@registry.command(cls=Command)
def add(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="Lists as TOML (.toml), CSV (.csv) or FollowTheMoney (.jsonl).",
            show_default=False,
        ),
    ] = None,
    starter: Annotated[
        bool,
        typer.Option("--starter", help="The list that comes with onrecord: heads of states."),
    ] = False,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="What to call the list; as its file is.", show_default=False
        ),
    ] = None,
    by: By = None,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Use lists of actors, and work out who is who anew.

    A list takes the place of one of the same name. An entry or a list that is not understood is
    left out and said in one line; the exit code is 1 then.
    """
    from onrecord.actor import EmptyRegistry, read_registry, starter_registry

    paths = files or []
    if not paths and not starter:
        raise typer.BadParameter("name a file, or --starter")
    if name and len(paths) + starter != 1:
        raise typer.BadParameter("--name goes with one list")
    _refuse_namesakes(paths)
    with open_record(record, create=False) as opened:
        lists, problems, failed = [], 0, 0
        for path in paths:
            try:
                read = read_registry(path, name=name)
            except InputError as error:
                for problem in error.problems if isinstance(error, EmptyRegistry) else ():
                    say(str(problem))
                say(str(error))
                failed += 1
                continue
            lists.append(read.registry)
            problems += len(read.problems)
            for problem in read.problems:
                say(str(problem))
        if starter:
            lists.append(starter_registry())
        if not lists:
            raise typer.Exit(2)
        _use(opened, lists, author(by))
        _show(opened, json=json)
    if failed:
        say(f"{count(failed, 'list')} not added, the others are; mend the file and add it again")
    if problems:
        left = count(problems, "entry", "entries")
        say(f"{left} left out; mend the file and add it again")
    if problems or failed:
        raise typer.Exit(1)


@registry.command(name="list", cls=Command)
def list_(json: Json = False, record: RecordFile = DEFAULT_RECORD) -> None:
    """Show the lists in use, and how many actors they tell of."""
    with open_record(record, create=False) as opened:
        _show(opened, json=json)


@registry.command(cls=Command)
def suggest(
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="The most rows to show.")
    ] = 50,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Show who may be on a list in use, and why that is not sure.

    A spelling that is theirs belongs among the aliases in the list; a term that is missing there
    keeps its bearer apart, as one of another time.
    """
    from onrecord.actor import registry_suggestions

    with open_record(record, create=False) as opened:
        found = opened.registries.suggestions(registry_suggestions)
    if json:
        write_json(found)
        return
    from onrecord.cli.printed.registries import registry_suggestion_list

    display(registry_suggestion_list(found, limit=limit))


@registry.command(cls=Command)
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the list is called.")],
    by: By = None,
    json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Use a list no more, and work out who is who anew.

    The record is then as if it had never been used; adding it again brings all back.
    """
    with open_record(record, create=False) as opened:
        opened.registries.remove(name, author=author(by))
        _work_out(opened)
        _show(opened, json=json)


def _refuse_namesakes(paths: list[Path]) -> None:
    names = [path.name for path in paths]
    for path in paths:
        if names.count(path.name) > 1:
            cure = "add them one by one, each with --name"
            raise InputError(f"is the name of two of these files; {cure}", path.name)


def _use(record: Record, lists: list[Registry], by: str) -> None:
    new = [record.registries.add(each, author=by) for each in lists]
    if any(new) or not record.resolved:
        _work_out(record)


def _work_out(record: Record) -> None:
    # The stages cost half a second to load, and listing needs none of them.
    from onrecord.pipeline import work_out_actors, work_out_utterances

    before = record.grouped
    work_out_actors(record)
    if before:
        work_out_utterances(record)


def _show(record: Record, *, json: bool) -> None:
    used = list(record.registries)
    if json:
        write_json(used)
        return
    from onrecord.cli.printed.registries import registry_list

    display(registry_list(used))
