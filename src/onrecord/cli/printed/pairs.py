"""Two columns, a short one and a long one: much lighter to lay out than a table of rich's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.text import Text

GAP = 2


class Pairs:
    """Rows of a label and a text; the texts are wrapped and stand under one another."""

    def __init__(self, rows: Iterable[tuple[Text, Text]]) -> None:
        self.rows = list(rows)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        lines = [(label.split("\n"), text) for label, text in self.rows]
        left = max((cell_len(part.plain) for label, _ in lines for part in label), default=0)
        room = max(options.max_width - left - GAP, 10)
        for label, text in lines:
            wrapped = text.wrap(console, room, overflow="fold")
            for part, line in zip_longest(label, wrapped, fillvalue=Text()):
                whole = part.copy()
                whole.pad_right(left + GAP - cell_len(part.plain))
                line.rstrip()
                yield whole.append_text(line)
