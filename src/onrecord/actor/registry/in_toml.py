"""A registry in TOML: `as_of`, and an ``[[actor]]`` for each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

from onrecord.actor.registry.entries import Place, Raw, Refused, day
from onrecord.errors import InputError

_ACTOR = re.compile(r"^[ \t]*\[\[[ \t]*actor[ \t]*\]\]", re.MULTILINE)
_KEYS = ("as_of", "actor")


def toml_entries(file: str, text: str) -> tuple[str | None, Iterable[tuple[Place, Raw]]]:
    """Return the day a TOML registry is known up to, and its entries.

    Raises:
        InputError: if it is no TOML, or no registry.
    """
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is no TOML: {error}; quote words and months", file) from None
    actors = whole.get("actor", [])
    other = [key for key in whole if key not in _KEYS]
    if other or not isinstance(actors, list) or not all(isinstance(a, dict) for a in actors):
        what = f"has no “{other[0]}”" if other else "has actors that are no tables"
        raise InputError(f"a registry {what}; write as_of, and [[actor]] before each actor", file)
    try:
        as_of = day(whole.get("as_of"), "as_of")
    except Refused as why:
        raise InputError(str(why), file) from None
    # TOML keeps no lines: the entries stand in the order of their headings.
    lines = [text.count("\n", 0, found.start()) + 1 for found in _ACTOR.finditer(text)]
    if len(lines) != len(actors):
        lines = [1] * len(actors)
    return as_of, [(Place(file, n), actor) for n, actor in zip(lines, actors, strict=True)]
