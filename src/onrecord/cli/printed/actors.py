"""The table of actors."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop, months
from onrecord.model import Kind
from onrecord.record.views import ActorRow

LONGEST_NAME = 60


def actor_table(rows: Sequence[ActorRow], *, limit: int) -> RenderableType:
    """Return who is on record, at most `limit` rows, and how many more there are."""
    if not rows:
        return Text("Nobody of that name is on record.", style="dim")
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("Actor", overflow="fold", ratio=1)
    table.add_column("Statements", justify="right")
    for kind in Kind:
        table.add_column(kind.value, justify="right", style="dim")
    table.add_column("Months", no_wrap=True)
    for row in rows[:limit]:
        table.add_row(
            _name(row),
            f"{row.statements:,}",
            *(f"{row.counts.get(kind, 0) or '·'}" for kind in Kind),
            months(row.first, row.last),
        )
    left_out = len(rows) - limit
    if left_out <= 0:
        return table
    more = f"{count(left_out, 'more actor')}: --limit {len(rows)} shows all."
    return Group(table, Text(more, style="dim"))


def _name(row: ActorRow) -> Text:
    name = Text(clean(crop(row.name, LONGEST_NAME)), style="bold")
    others = [alias for alias in row.aliases if alias != row.name]
    if others:
        name.append(
            clean("\n" + crop("also " + ", ".join(others), LONGEST_NAME * 2)), "dim not bold"
        )
    return name
