"""What one actor said, in order of time: a row a remark, and apart what was not said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.printed.commands import command
from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.terminal import clean
from onrecord.export.knowing import (
    addressed,
    also_told,
    known_through,
    setting,
    when_words,
)
from onrecord.export.remarks import Remark, counts, remarks, unsaid
from onrecord.export.wording import (
    DOUBTFUL,
    LONGEST_ROLE,
    UNSURE_WHO,
    beginning,
    crop,
    place,
    quoted,
    short_role,
    span_of,
    when,
)
from onrecord.model import Actor, Factuality
from onrecord.record.views import StatementView

LONGEST_QUOTE = 320
SHORT_ID = 8
_MARKED = (Factuality.SUPPOSED, Factuality.DENIED)


def timeline(
    actor: Actor,
    statements: Sequence[StatementView],
    *,
    record: Path,
    which: str = "",
    chosen: bool = False,
    in_time: bool = False,
    limit: int = 50,
) -> Group:
    """Return the timeline of `actor`: dated remarks, the undated apart, and what was not said.

    `which` says which these are where they are not all, `chosen` that they fit what was asked,
    and `record` where they come from; `in_time` that they were asked for by their time, so that
    the undated may be others. At most `limit` rows are shown, and the number of those left out.
    """
    told = remarks(statements)
    # What stands apart comes last, and so is left out first.
    ordered = sorted(told, key=_section)
    sections: dict[str, list[Remark]] = {}
    for remark in ordered[:limit]:
        sections.setdefault(_headings(in_time)[_section(remark)], []).append(remark)
    parts: list[RenderableType] = [
        _heading(actor, statements, which, chosen=chosen, in_time=in_time)
    ]
    for heading, shown in sections.items():
        parts += [Text(), Text(heading, style="bold")] if heading else [Text()]
        parts.append(Pairs((date_cell(r.statement), _told(r.statement, actor)) for r in shown))
    if ordered:
        why = command("why", record, ordered[0].statement.id[:SHORT_ID])
        parts += [Text(), Text(clean(f"The evidence for each: {why}"), style="dim")]
    if len(ordered) > limit:
        more = f"{len(ordered) - limit:,} more: --limit {len(ordered)} shows all."
        parts.append(Text(more, style="dim"))
    return Group(*parts)


def _section(remark: Remark) -> int:
    """Return the number of the section a remark stands in: dated, undated, or not said."""
    statement = remark.statement
    if statement.made:
        return int(statement.when is None)
    return 2 if statement.factuality is Factuality.ANNOUNCED else 3


def _headings(in_time: bool) -> tuple[str, ...]:
    undated = "Undated, perhaps of another time" if in_time else "Undated"
    return "", undated, "Announced, not yet said", "Supposed or denied, not told as said"


def _heading(
    actor: Actor, statements: Sequence[StatementView], which: str, *, chosen: bool, in_time: bool
) -> Text:
    text = Text(clean(actor.name), style="bold")
    others = [alias for alias in actor.aliases if alias != actor.name]
    if others:
        text.append(clean(f"  also {crop(', '.join(others), 160)}"), "not bold dim")
    if not statements:
        nothing = "No remark fits." if chosen else "Nothing said by this actor is on record."
        return text.append("\n" + nothing, "not bold")
    text.append(f"\n{', '.join(_counted(statements, which, chosen, in_time))}. ", "not bold")
    if apart := unsaid(statements):
        text.append(f"Not said: {apart}. ", "not bold")
    reviewed = sum(s.reviewed is not None for s in statements)
    checked = f"{reviewed:,} checked by a person" if reviewed else "no person has checked it"
    return text.append(f"Machine-read: {checked}.", "not bold dim")


def _counted(
    statements: Sequence[StatementView], which: str, chosen: bool, in_time: bool
) -> Iterator[str]:
    """Yield how much there is, from when to when, how much of it undated or unsure."""
    made = [s for s in statements if s.made]
    of_choice = counts(s for s in made if s.when or not in_time)
    fitting = "that fits" if of_choice.remarks == 1 else "that fit"
    yield f"{of_choice} {which or (fitting if chosen else '')}".rstrip()
    told = remarks(made)
    begun = [beginning(r.statement.when) for r in told if r.statement.when]
    if begun:
        yield span_of(min(begun), max(begun))
    if undated := len(told) - len(begun):
        yield f"{undated:,} undated{' that may fit' if in_time else ''}"
    if unsure := sum(s.unsure for s in made):
        yield f"{unsure:,} {UNSURE_WHO}"


def date_cell(statement: StatementView) -> Text:
    """Return when something was said, else when it was reported, as the label of a row."""
    known = statement.when
    if known is None:
        return Text("unknown", style="dim")
    date = Text(when(known).replace(" to ", " to\n"), style="cyan")
    return date if statement.said else date.append("\nreported", "dim")


def _told(statement: StatementView, actor: Actor) -> Text:
    told = Text(clean(quoted(statement, LONGEST_QUOTE)))
    words = when_words(statement)
    facts = [
        known_through(statement),
        _by_another(statement, actor),
        UNSURE_WHO if statement.unsure else "",
        DOUBTFUL if statement.doubtful else "",
        statement.factuality if statement.factuality in _MARKED else "",
        f"said {words}" if words else "",
        f"as {statement.named_as}" if statement.named_as else "",
        f"as {short_role(statement.role)}" if statement.role else "",
        " ".join(filter(None, (place(statement), also_told(statement)))),
        statement.kind.value,
        f"to {', '.join(map(addressed, statement.addressees))}" if statement.addressees else "",
        setting(statement),
        statement.reviewed.value + " by a person" if statement.reviewed else "",
    ]
    told.append("\n" + clean(" · ".join(fact for fact in facts if fact)) + " · ", "dim")
    return told.append(statement.id[:SHORT_ID], "dim bold")


def _by_another(statement: StatementView, actor: Actor) -> str:
    """Return who spoke, where it is another who speaks for the actor or with them."""
    who = statement.speaker
    return f"said by {crop(who.name, LONGEST_ROLE)}" if who and who.id != actor.id else ""
