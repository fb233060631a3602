"""Statements as a table: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord.export.rows import COLUMNS, Value, rows
from onrecord.record import Record


def csv_lines(record: Record) -> Iterator[bytes]:
    """Yield a header and one line a statement: RFC 4180, in UTF-8.

    Quotes stay verbatim, with their marks and line breaks, so a cell may begin with a sign
    that a spreadsheet takes for a formula: import the columns as text.
    """
    yield _csv_line(COLUMNS)
    for row in rows(record):
        yield _csv_line(row.values())


def json_lines(record: Record) -> Iterator[bytes]:
    """Yield one line a statement, each a JSON object in UTF-8."""
    for row in rows(record):
        yield msgspec.json.encode(row) + b"\n"


FORMATS: dict[str, Callable[[Record], Iterator[bytes]]] = {"csv": csv_lines, "jsonl": json_lines}


def _csv_line(values: Iterable[Value]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(values)
    return line.getvalue().encode()
