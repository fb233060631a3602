"""A registry in TOML: `as_of`, an ``[[actor]]`` for each, and an ``[[event]]`` for each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from onrecord.actor.registry.entries import Entry, Listed, Place, Refused, day
from onrecord.errors import InputError

_KEYS = ("as_of", "actor", "event")


def toml_entries(file: str, text: str) -> Listed:
    """Return the day a TOML registry is known up to, and its entries.

    Raises:
        InputError: if it is no TOML, or no registry.
    """
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is no TOML: {error}; quote words and months", file) from None
    other = [key for key in whole if key not in _KEYS]
    if other:
        cure = "write as_of, [[actor]] before each actor and [[event]] before each event"
        raise InputError(f"a registry has no “{other[0]}”; {cure}", file)
    try:
        as_of = day(whole.get("as_of"), "as_of")
    except Refused as why:
        raise InputError(str(why), file) from None
    return Listed(as_of, _tables(file, text, whole, "actor"), _tables(file, text, whole, "event"))


def _tables(file: str, text: str, whole: Mapping[str, object], key: str) -> list[Entry]:
    tables = whole.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise InputError(
            f"a registry has {key}s that are no tables; write [[{key}]] before each", file
        )
    # TOML keeps no lines: the entries stand in the order of their headings.
    heading = re.compile(rf"^[ \t]*\[\[[ \t]*{key}[ \t]*\]\]", re.MULTILINE)
    lines = [text.count("\n", 0, found.start()) + 1 for found in heading.finditer(text)]
    if len(lines) != len(tables):
        lines = [1] * len(tables)
    return [(Place(file, n), table) for n, table in zip(lines, tables, strict=True)]
