"""What a benchmark says: one report a system, as a table for people and JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.metrics import Score, Share


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of its own below a report's figures; every row has a cell for each heading."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str | float]]

    def as_json(self) -> dict[str, Any]:
        rows = [dict(zip(self.headings, row, strict=True)) for row in self.rows]
        return {"title": self.title, "rows": rows}


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one system on one set of data.

    `rows` pairs the name of a figure with the figure; a bare number is given as it is.
    `speed` is seconds per 1,000 words, None where nothing was run.
    """

    protocol: str
    system: str
    data: str
    documents: int
    gold: int
    rule: str
    rows: Sequence[tuple[str, Score | Share | float | str]]
    speed: float | None = None
    notes: Sequence[str] = field(default_factory=tuple)
    grids: Sequence[Grid] = field(default_factory=tuple)

    def as_json(self) -> dict[str, Any]:
        figures = {
            name: value if isinstance(value, float | str) else asdict(value)
            for name, value in self.rows
        }
        return {
            "protocol": self.protocol,
            "system": self.system,
            "data": self.data,
            "documents": self.documents,
            "gold": self.gold,
            "rule": self.rule,
            "seconds_per_1000_words": self.speed,
            "notes": list(self.notes),
            "figures": figures,
            "tables": [grid.as_json() for grid in self.grids],
        }


def show(report: Report) -> None:
    """Print a report as a plain table."""
    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False)
    console.print(f"\n[bold]{report.system}[/] · {report.protocol}", soft_wrap=True)
    console.print(
        f"{report.data}: {report.documents} documents, {report.gold} gold items", soft_wrap=True
    )
    console.print(f"rule: {report.rule}", soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    table.add_column("figure")
    for heading in ("gold", "pred", "P", "R", "F1 / value", "95 %"):
        table.add_column(heading, justify="right")
    for name, value in report.rows:
        table.add_row(name, *_cells(value))
    console.print(table)
    for grid in report.grids:
        console.print(f"\n{grid.title}", soft_wrap=True)
        console.print(_table(grid))
    if report.speed is not None:
        console.print(f"{report.speed:.4f} s per 1,000 words")
    for note in report.notes:
        console.print(f"note: {note}", soft_wrap=True)


def _table(grid: Grid) -> Table:
    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(grid.headings):
        table.add_column(heading, justify="right" if number else "left")
    for row in grid.rows:
        table.add_row(*(f"{c:.1f}" if isinstance(c, float) else str(c) for c in row))
    return table


def _cells(value: Score | Share | float | str) -> tuple[str, ...]:
    match value:
        case Score():
            numbers = (value.precision, value.recall, value.f1)
            shown = (f"{n:.1f}" for n in numbers)
            return (str(value.gold), str(value.predicted), *shown, _range(value))
        case Share():
            return (str(value.of), "", "", "", f"{value.value:.1f}", _range(value))
        case float():
            return ("", "", "", "", f"{value:.2f}", "")
        case _:
            return ("", "", "", "", value, "")


def _range(value: Score | Share) -> str:
    return f"{value.low:.1f}–{value.high:.1f}"


def write(path: Path, reports: Sequence[Report]) -> None:
    """Write reports as one JSON array."""
    data = [report.as_json() for report in reports]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
