"""Under a card: the tellings of the remark side by side, its copies, the versions of its page."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.printed.timeline import SHORT_ID, date_cell
from onrecord.cli.terminal import clean
from onrecord.export.tellings import (
    MARKED,
    became,
    because,
    how_often,
    marked,
    read_on,
    told_where,
)
from onrecord.record.views import Card, Variant, Version


def tellings(card: Card, *, styled: bool) -> list[RenderableType]:
    """Return the parts of a card about other tellings; nothing where nobody else tells it.

    Where nothing can be `styled`, brackets show the words that differ.
    """
    parts: list[RenderableType] = []
    if card.variants:
        heading = Text(f"\n{how_often(card).capitalize()}, the earliest first", "bold")
        parts.append(heading.append(f"\n{MARKED}", "not bold dim"))
        parts.append(_rows(card.variants, card.statement.id, styled=styled))
    if card.copies:
        parts.append(Text("\nCopies: they add an outlet and no telling", "bold"))
        parts.append(_rows(card.copies, card.statement.id, styled=styled))
    if card.versions:
        parts.append(Text("\nOther versions of the page", "bold"))
        parts.append(Pairs(map(_version, card.versions)))
    return parts


def _rows(variants: Iterable[Variant], own: str, *, styled: bool) -> Pairs:
    return Pairs(
        (date_cell(each.statement), _telling(each, own, styled=styled)) for each in variants
    )


def _telling(variant: Variant, own: str, *, styled: bool) -> Text:
    text = Text()
    for stretch in marked(variant):
        words = f"⟦{stretch.text}⟧" if stretch.differs and not styled else stretch.text
        text.append(clean(words), "bold underline" if stretch.differs else "")
    statement = variant.statement
    here = "this one · " if statement.id == own else ""
    facts = f"\n{here}{told_where(statement)} · {because(variant)} · "
    return text.append(clean(facts), "dim").append(statement.id[:SHORT_ID], "dim bold")


def _version(version: Version) -> tuple[Text, Text]:
    told = Text(clean(became(version)))
    told.append(clean(f"\n{read_on(version)} · {version.document.path}"), "dim")
    if version.statement:
        told.append(" · ", "dim").append(version.statement.id[:SHORT_ID], "dim bold")
    return Text("earlier" if version.earlier else "later", "cyan"), told
