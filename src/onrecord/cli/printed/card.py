"""The evidence card: one statement, and how every fact about it is known."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.printed.tellings import tellings
from onrecord.cli.printed.timeline import SHORT_ID
from onrecord.cli.terminal import clean
from onrecord.export.evidence import facts
from onrecord.export.passage import Role, runs, shortened
from onrecord.export.wording import KINDS, quoted, speaker
from onrecord.record.views import Card

STYLES = {
    Role.PLAIN: "",
    Role.SOURCE: "bold",
    Role.CUE: "italic",
    Role.TOLD: "underline",
    Role.DIRECT: "bold reverse",
}
AROUND, WITHIN = 400, 4000


def evidence(card: Card, *, styled: bool) -> Group:
    """Return the evidence for a statement; what is not known says so.

    Where nothing can be `styled`, brackets show the statement in its context.
    """
    parts: list[RenderableType] = [_heading(card), Text()]
    parts += [Padding(_context(card, styled=styled), (0, 2, 1, 2)), Pairs(_facts(card))]
    parts += tellings(card, styled=styled)
    for child in card.children:
        line = f"It reports another: {speaker(child)}, {quoted(child, 120)}"
        parts.append(Text(f"\n{clean(line)}  onrecord why {child.id[:SHORT_ID]}", "dim"))
    return Group(*parts)


def _heading(card: Card) -> Text:
    statement = card.statement
    heading = Text(clean(speaker(statement)), "bold")
    heading.append(clean(f"  {KINDS[statement.kind]}"), "not bold")
    return heading.append(f"  {statement.id}", "not bold dim")


def _context(card: Card, *, styled: bool) -> Text:
    text = Text()
    for run in shortened(runs(card), AROUND, WITHIN):
        content = run.role in (Role.TOLD, Role.DIRECT)
        words = run.text if styled or not content else f"⟦{run.text}⟧"
        text.append(clean(words), STYLES[run.role])
    return text


def _facts(card: Card) -> Iterator[tuple[Text, Text]]:
    for fact in facts(card):
        text = Text(clean(fact.value), "" if fact.known else "dim")
        if fact.how:
            text.append(clean(f"\n{fact.how}"), "dim")
        yield Text(fact.name, "cyan"), text
