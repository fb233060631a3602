"""Lists that a person fills in: lines of CSV under fixed headings."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.metrics import Unavailable

Row = TypeVar("Row")


def write_lines(path: Path, headings: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(lines)


def read_lines(
    path: Path, headings: Sequence[str], row: Callable[[dict[str, str]], Row], *, what: str
) -> list[Row]:
    """Return `row` of every line; `what` says what the file holds.

    Raises:
        Unavailable: if there is no such file, its headings are others, or `row` raises
            `ValueError` for a line; says which line.
    """
    if not path.exists():
        raise Unavailable(f"no {what} at {path}")
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        if tuple(lines.fieldnames or ()) != tuple(headings):
            raise Unavailable(f"{path}: the columns are {', '.join(headings)}")
        try:
            return [row(line) for line in lines]
        except ValueError as error:
            raise Unavailable(f"{path}, line {lines.line_num}: {error}") from error
