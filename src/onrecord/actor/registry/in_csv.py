"""A registry as a table: one actor a line, several values of a cell parted by ``;``.

A role is ``title, of what, from/to``: ``Prime Minister, Netherlands, 2010-10-14/2024-07-02``.
A party, a country or an alliance is ``name`` or ``name, from/to``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from onrecord.actor.name.countries import is_place
from onrecord.actor.registry.entries import WIKIDATA, Entry, Listed, Place, Raw, Refused
from onrecord.errors import InputError

_MEMBERSHIPS = {"parties": "party", "countries": "country", "alliances": "alliance"}
COLUMNS = ("name", "id", "kind", "aliases", WIKIDATA, "roles", *_MEMBERSHIPS)
_INTERVAL = re.compile(r"(?P<start>[\d-]*)\s*/\s*(?P<end>[\d-]*)")


def csv_entries(file: str, text: str) -> Listed:
    """Return the entries of a registry in CSV; of such nobody says up to when it is known.

    Raises:
        InputError: if the first line does not name the columns.
    """
    return Listed(None, list(_entries(file, text)))


def _entries(file: str, text: str) -> Iterator[Entry]:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [cell.strip().lower() for cell in next(lines, [])]
        other = [column for column in head if column not in COLUMNS]
        if other or "name" not in head:
            what = f"a column “{other[0]}” is not known" if other else "no column is called name"
            cure = f"the first line names the columns: {', '.join(COLUMNS)}"
            raise InputError(f"{what}; {cure}", f"{file}, line 1")
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield Place(file, lines.line_num), _entry(head, cells)
    except csv.Error as error:
        raise InputError(f"is no CSV: {error}", f"{file}, line {lines.line_num}") from None


def _entry(head: list[str], cells: list[str]) -> Raw | Refused:
    if len(cells) > len(head):
        return Refused(f"{len(cells)} cells under {len(head)} columns; quote what holds a comma")
    row = dict(zip(head, (cell.strip() for cell in cells), strict=False))
    memberships = [
        {key: of, **dates}
        for column, key in _MEMBERSHIPS.items()
        for (of, *_), dates in map(_dated, _several(row.get(column, "")))
    ]
    entry: dict[str, object] = {
        "name": row.get("name", ""),
        "id": row.get("id", ""),
        "kind": row.get("kind", ""),
        "aliases": _several(row.get("aliases", "")),
        "roles": [_role(*_dated(cell)) for cell in _several(row.get("roles", ""))],
        "memberships": memberships,
    }
    if row.get(WIKIDATA):
        entry["identifiers"] = {WIKIDATA: row[WIKIDATA]}
    return entry


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _dated(cell: str) -> tuple[list[str], dict[str, str]]:
    """Return the parts of a cell, and the interval that the last of them may be."""
    parts = [part.strip() for part in cell.split(",")]
    dates = _INTERVAL.fullmatch(parts[-1])
    if dates is None:
        return parts, {}
    return parts[:-1] or [""], {"from": dates["start"], "to": dates["end"]}


def _role(parts: list[str], dates: dict[str, str]) -> dict[str, str]:
    title, of = (", ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else (parts[0], "")
    return {"title": title, ("country" if is_place(of) else "body"): of, **dates}
