"""The table of actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.printed.timeline import SHORT_ID
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop, months
from onrecord.model import Kind
from onrecord.record.views import ActorRow

LONGEST_NAME = 60
ROOM, MOST_ROOM = 20, 40
"""How many columns names have before anything else has any: as their longest word needs."""

GAP, INDENT = 2, 2
_REMARKS, _SECOND_HAND, _UNSURE = "Remarks", "2nd hand", "unsure"
_TOLD = ["tellings", _SECOND_HAND, "not said"]
_KINDS = [kind.value for kind in Kind]


def actor_table(
    rows: Sequence[ActorRow], *, limit: int, silent: int, unsure: bool = False
) -> Iterator[RenderableType]:
    """Yield who is on record, at most `limit` rows, and how many are left out.

    `silent` is how many actors are not among `rows` because they say nothing; `unsure` asks
    how many statements of each are unsure instead of how often they are told, of their tellings
    how many are at second hand, and how many are only announced, supposed or denied.
    """
    yield (
        Actors(rows[:limit], unsure=unsure)
        if rows
        else Text("Nobody of that name said anything.", "dim")
    )
    if len(rows) > limit:
        more = count(len(rows) - limit, "more actor")
        yield Text(f"{more}: --limit {len(rows)} shows all.", style="dim")
    if silent:
        yield Text(f"{count(silent, 'actor')} without a statement: --all lists them.", "dim")


class Actors:
    """A row an actor; where there is little room, names keep it and numbers go.

    Of several with one name each shows the start of its id, to be asked for by.
    """

    def __init__(self, rows: Sequence[ActorRow], *, unsure: bool = False) -> None:
        self.rows = rows
        self.details = [_UNSURE] if unsure else [*_TOLD, *_KINDS]
        self.named = Counter(row.name for row in rows)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Table]:
        columns = self._columns(options.max_width)
        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
        table.add_column("Actor", overflow="fold", ratio=1)
        for name in columns:
            dim = "dim" if name in self.details else ""
            table.add_column(
                name, justify="left" if name == "Months" else "right", style=dim, no_wrap=True
            )
        for row in self.rows:
            cells = _cells(row)
            table.add_row(
                _name(row, alone=self.named[row.name] == 1), *(cells[name] for name in columns)
            )
        yield table

    def _columns(self, width: int) -> list[str]:
        """Return the columns beside the names for which there is room, the last to go first."""
        cells = [_cells(row) for row in self.rows]
        words = [w for row in self.rows for w in f"{row.name} {_others(row)}".split()]
        longest = max(map(cell_len, words), default=0) + INDENT
        room = min(max(longest, ROOM), MOST_ROOM)
        shown = [_REMARKS, *self.details, "Months"]
        last = [_SECOND_HAND, _UNSURE]
        for going in (_KINDS, ["tellings", "not said"], ["Months"], last, [_REMARKS]):
            widths = [max(len(name), *(len(c[name]) for c in cells)) + GAP for name in shown]
            if sum(widths) + room <= width:
                break
            shown = [name for name in shown if name not in going]
        return shown


def _cells(row: ActorRow) -> dict[str, str]:
    kinds = {kind.value: f"{row.counts.get(kind, 0) or '·'}" for kind in Kind}
    return {
        _REMARKS: f"{row.utterances:,}",
        "tellings": f"{row.tellings or '·'}",
        _SECOND_HAND: f"{row.second_hand or '·'}",
        "not said": f"{row.statements - row.made or '·'}",
        _UNSURE: f"{row.unsure or '·'}",
        **kinds,
        "Months": months(row.first, row.last),
    }


def _name(row: ActorRow, *, alone: bool) -> RenderableType:
    name = Text(clean(crop(row.name, LONGEST_NAME)), style="bold")
    if not alone:
        name.append(f" {row.id[:SHORT_ID]}", "not bold dim")
    others = _others(row)
    return Group(name, Padding(Text(others, "dim"), (0, 0, 0, INDENT))) if others else name


def _others(row: ActorRow) -> str:
    others = [alias for alias in row.aliases if alias != row.name]
    return clean(crop(f"also {', '.join(others)}", LONGEST_NAME * 2)) if others else ""
