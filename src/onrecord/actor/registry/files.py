"""Registries in files: TOML, CSV and the entities of FollowTheMoney."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from onrecord.actor.registry.entries import Entry, Listed, Raw, Refused, event, registered
from onrecord.actor.registry.in_csv import csv_entries
from onrecord.actor.registry.in_ftm import ftm_entries
from onrecord.actor.registry.in_toml import toml_entries
from onrecord.errors import InputError
from onrecord.model import Event, Registered, Registry, content_id

STARTER = "starter"
"""The name of the registry that comes with the package."""

Reader = Callable[[str, str], Listed]
"""From the name of a file and its text to what is listed there."""

_READERS: dict[str, Reader] = {
    ".toml": toml_entries,
    ".csv": csv_entries,
    ".json": ftm_entries,
    ".jsonl": ftm_entries,
    ".ijson": ftm_entries,
}


class ReadRegistry(NamedTuple):
    """A registry, and why some of its entries were left out."""

    registry: Registry
    problems: tuple[InputError, ...]


class EmptyRegistry(InputError):
    """A registry that names no actor that can be used; `problems` says why of each entry."""

    def __init__(self, message: str, file: str, problems: tuple[InputError, ...]) -> None:
        super().__init__(message, file)
        self.problems = problems


def read_registry(path: str | Path, *, name: str | None = None) -> ReadRegistry:
    """Read the list of actors in a file; it is called `name`, or as the file is.

    An entry that cannot be understood is left out, and the error that says why, and in which
    line, is with the result.

    Raises:
        InputError: if the file cannot be read or is of no kind that is known.
        EmptyRegistry: if it names no actor that can be used.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        kinds = "TOML (.toml), CSV (.csv) or entities of FollowTheMoney (.jsonl)"
        raise InputError(f"is no registry by its name; write one as {kinds}", str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError("cannot be read", str(path)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError("is not in UTF-8; save it so", f"{path}, line {line}") from None
    return _read(reader, str(path), text, name or path.name)


def starter_registry() -> Registry:
    """Return the list that comes with the package: heads of states and of bodies, with dates."""
    data = files("onrecord.actor.registry") / "starter.toml"
    read = _read(toml_entries, "starter.toml", data.read_text("utf-8"), STARTER)
    return read.registry


def _read(reader: Reader, file: str, text: str, name: str) -> ReadRegistry:
    listed = reader(file, text)
    problems: list[InputError] = []
    actors = tuple(_actors(listed.actors, name, listed.as_of, problems))
    events = tuple(sorted(_events(listed.events, problems), key=repr))
    if not actors and not events:
        what = "names no actor that can be used; mend its entries" if problems else "names no actor"
        raise EmptyRegistry(what, file, tuple(problems))
    # The order of the entries says nothing, so it changes nothing.
    parts = [repr(actor) for actor in sorted(actors, key=lambda actor: actor.id)]
    id = content_id("registry", name, listed.as_of or "", *parts, *map(repr, events))
    return ReadRegistry(Registry(id, name, listed.as_of, actors, events), tuple(problems))


def _events(entries: Iterable[Entry], problems: list[InputError]) -> Iterator[Event]:
    for place, raw in entries:
        try:
            yield event(_understood(raw))
        except Refused as why:
            problems.append(place.refuse(str(why), _name(raw)))


def _understood(raw: Raw | Refused) -> Raw:
    if isinstance(raw, Refused):
        raise raw
    return raw


def _name(raw: Raw | Refused) -> object:
    return None if isinstance(raw, Refused) else raw.get("name")


def _actors(
    entries: Iterable[Entry], name: str, as_of: str | None, problems: list[InputError]
) -> Iterator[Registered]:
    lines: dict[str, int] = {}
    plain: dict[tuple[str, str], int] = {}
    for place, raw in entries:
        try:
            actor = registered(_understood(raw), registry=name, as_of=as_of)
            # Of two of one name a reader of the list could not tell which is meant.
            bare = not (actor.identifiers or _understood(raw).get("id"))
            there = lines.get(actor.id) or (plain.get((actor.kind, actor.name)) if bare else None)
            if there:
                again = f"stands in line {there} already"
                raise Refused(f"{again}; make them one, or give each an id of its own")
        except Refused as why:
            problems.append(place.refuse(str(why), _name(raw)))
        else:
            lines[actor.id] = plain[actor.kind, actor.name] = place.line
            yield actor
