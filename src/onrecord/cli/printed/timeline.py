"""What one actor said, in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.printed.commands import command
from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.terminal import clean
from onrecord.export.wording import (
    DOUBTFUL,
    UNSURE_WHO,
    beginning,
    count,
    crop,
    place,
    quoted,
    role,
    span_of,
    teller,
    when,
)
from onrecord.model import Actor
from onrecord.record.views import StatementView

LONGEST_QUOTE = 320
LONGEST_ROLE = 60
SHORT_ID = 8


def timeline(
    actor: Actor,
    statements: Sequence[StatementView],
    which: str = "",
    *,
    record: Path,
    in_time: bool = False,
    limit: int = 50,
) -> Group:
    """Return the timeline of `actor`: the dated statements, then the undated apart.

    `which` says which statements these are, where they are not all, and `record` where they come
    from; `in_time` that they were asked for by their time, so that the undated may be others. At
    most `limit` rows are shown, and the number of those left out.
    """
    parts: list[RenderableType] = [_heading(actor, statements, which, in_time=in_time)]
    groups = {
        dated: list(group)
        for dated, group in groupby(statements[:limit], key=lambda s: s.when is not None)
    }
    if True in groups:
        parts += [Text(), _rows(groups[True], actor)]
    if False in groups:
        heading = "Undated, perhaps of another time" if in_time else "Undated"
        parts += [Text(), Text(heading, style="bold"), _rows(groups[False], actor)]
    if statements:
        why = command("why", record, statements[0].id[:SHORT_ID])
        parts += [Text(), Text(clean(f"The evidence for each: {why}"), style="dim")]
    if len(statements) > limit:
        more = f"{len(statements) - limit:,} more: --limit {len(statements)} shows all."
        parts.append(Text(more, style="dim"))
    return Group(*parts)


def _heading(
    actor: Actor, statements: Sequence[StatementView], which: str, *, in_time: bool
) -> Text:
    text = Text(clean(actor.name), style="bold")
    others = [alias for alias in actor.aliases if alias != actor.name]
    if others:
        text.append(clean("  also " + crop(", ".join(others), 200)), "not bold dim")
    if not statements:
        nothing = "No statement fits." if which else "Nothing said by this actor is on record."
        return text.append("\n" + nothing, "not bold")
    days = [beginning(s.when) for s in statements if s.when]
    undated = len(statements) - len(days)
    fitting = len(days) if in_time else len(statements)
    parts = [f"{count(fitting, 'statement')} {which}".rstrip()]
    if days:
        parts.append(span_of(min(days), max(days)))
    if undated:
        parts.append(f"{undated:,} undated" + (" that may fit" if in_time else ""))
    unsure = sum(s.unsure for s in statements)
    if unsure:
        parts.append(f"{unsure:,} {UNSURE_WHO}")
    text.append("\n" + ", ".join(parts) + ". ", "not bold")
    reviewed = sum(s.reviewed is not None for s in statements)
    checked = f"{reviewed:,} checked by a person" if reviewed else "no person has checked it"
    return text.append(f"Machine-read: {checked}.", "not bold dim")


def _rows(statements: Sequence[StatementView], actor: Actor) -> Pairs:
    return Pairs((_date(statement), _told(statement, actor)) for statement in statements)


def _date(statement: StatementView) -> Text:
    known = statement.when
    if known is None:
        return Text("unknown", style="dim")
    date = Text(when(known).replace(" to ", " to\n"), style="cyan")
    return date if statement.said else date.append("\nreported", "dim")


def _told(statement: StatementView, actor: Actor) -> Text:
    told = Text(clean(quoted(statement, LONGEST_QUOTE)))
    facts = [
        _by_another(statement, actor),
        UNSURE_WHO if statement.unsure else "",
        DOUBTFUL if statement.doubtful else "",
        f"as {crop(role(statement.role), LONGEST_ROLE)}" if statement.role else "",
        place(statement),
        statement.kind.value,
        f"to {', '.join(who.name for who in statement.addressees)}" if statement.addressees else "",
        f"as told by {teller(statement)}" if statement.through else "",
        statement.reviewed.value + " by a person" if statement.reviewed else "",
    ]
    told.append("\n" + clean(" · ".join(fact for fact in facts if fact)) + " · ", "dim")
    return told.append(statement.id[:SHORT_ID], "dim bold")


def _by_another(statement: StatementView, actor: Actor) -> str:
    """Return who spoke, where it is another who speaks for the actor or with them."""
    who = statement.speaker
    return f"said by {crop(who.name, LONGEST_ROLE)}" if who and who.id != actor.id else ""
