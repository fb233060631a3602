"""One entry of a registry, whatever file it stands in: what it may hold, and its noun.

An entry is a mapping as TOML writes it:

    name = "Mark Rutte"              the only thing that every entry has
    id = "rutte"                     what the actor is called in the record
    kind = "person"                  person (as it is where nothing is said), organisation,
                                     country or group
    aliases = ["Rutte"]
    identifiers = {wikidata = "Q57792"}
    roles = [{title = "Prime Minister", country = "Netherlands",
              from = 2010-10-14, to = 2024-07-02}]
    memberships = [{alliance = "NATO", from = 1949}]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from onrecord.errors import InputError
from onrecord.model import ActorKind, Event, Registered, Role, RoleKind, content_id

Raw = Mapping[str, object]

_KEYS = ("name", "id", "kind", "aliases", "identifiers", "roles", "memberships")
_ROLE_KEYS = ("title", "body", "country", "from", "to")
_BELONGING = {kind.value: kind for kind in (RoleKind.PARTY, RoleKind.COUNTRY, RoleKind.ALLIANCE)}
_EVENT_KEYS = ("name", "aliases", "start", "end")
_MEMBERSHIP_KEYS = (*_BELONGING, "from", "to")
_KINDS = {
    **{kind.value: kind for kind in ActorKind if kind is not ActorKind.UNKNOWN},
    "organization": ActorKind.ORGANISATION,
}
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_ID = re.compile(r"\S{1,200}")
WIKIDATA = "wikidata"
_QID = re.compile(r"Q[1-9]\d*")


class Refused(Exception):
    """Why an entry cannot be taken in, and what would mend it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands, for whoever is to mend it."""

    file: str
    line: int

    def refuse(self, why: str, name: object = None) -> InputError:
        """Return the error that skips the entry of this place."""
        said = f"“{name}”: {why}" if isinstance(name, str) and name else why
        return InputError(said, f"{self.file}, line {self.line}", code="registry entry")


Entry = tuple[Place, Raw | Refused]


class Listed(NamedTuple):
    """What stands in a file: up to which day it is known, and its entries."""

    as_of: str | None
    actors: Iterable[Entry]
    events: Iterable[Entry] = ()


def registered(raw: Raw, *, registry: str, as_of: str | None) -> Registered:
    """Return the actor of an entry that stands in the list `registry`.

    Raises:
        Refused: if the entry holds what is not understood; it is never understood in part.
    """
    _no_other_keys(raw, _KEYS, "an actor")
    name = _words(raw, "name", needed="every actor needs one")
    kind = _kind(_words(raw, "kind") or ActorKind.PERSON)
    identifiers = tuple(sorted(_identifiers(raw.get("identifiers", {}))))
    id = _words(raw, "id") or dict(identifiers).get(WIKIDATA)
    if id and not _ID.fullmatch(id):
        raise Refused(f"id {id!r} holds white space or more than 200 characters; shorten it")
    roles = [_office(role, registry, as_of) for role in _tables(raw, "roles")]
    roles += [_membership(role, registry, as_of) for role in _tables(raw, "memberships")]
    aliases = dict.fromkeys(_list(raw, "aliases"))
    return Registered(
        id=id or content_id("registered", kind, name),
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in aliases if alias != name),
        identifiers=identifiers,
        roles=tuple(dict.fromkeys(roles)),
    )


def event(raw: Raw) -> Event:
    """Return the event of an entry; without an end it is over when it begins.

    Raises:
        Refused: if the entry holds what is not understood.
    """
    _no_other_keys(raw, _EVENT_KEYS, "an event")
    name = _words(raw, "name", needed="every event needs one")
    start = day(raw.get("start"), "start")
    if start is None:
        raise Refused("an event without a start; say when it began, as start = 2024-10-22")
    end = day(raw.get("end"), "end") or start
    if start[: len(end)] > end[: len(start)]:
        raise Refused(f"an event from {start} to {end} ends before it begins; swap them")
    aliases = dict.fromkeys(_list(raw, "aliases"))
    return Event(name, tuple(alias for alias in aliases if alias != name), start, end)


def day(value: object, what: str) -> str | None:
    """Return a date of TOML, a year or words as ISO 8601; None where there is none.

    Raises:
        Refused: if it is no date.
    """
    if value is None or value == "":
        return None
    words = value.isoformat() if isinstance(value, date) else str(value).strip()
    try:
        if not isinstance(value, bool) and _DATE.fullmatch(words):
            date.fromisoformat(words + "-01-01"[len(words) - 4 :])
            return words
    except ValueError:
        pass
    raise Refused(f"{what} {words!r} is no date; write 2024, 2024-10 or 2024-10-22")


def _office(raw: Raw, registry: str, as_of: str | None) -> Role:
    _no_other_keys(raw, _ROLE_KEYS, "a role")
    title = _words(raw, "title")
    if not title:
        raise Refused("a role without a title; say which office, as title = “Mayor”")
    body, country = _words(raw, "body"), _words(raw, "country")
    return _role(RoleKind.OFFICE, title, body, country, raw, registry, as_of)


def _membership(raw: Raw, registry: str, as_of: str | None) -> Role:
    _no_other_keys(raw, _MEMBERSHIP_KEYS, "a membership")
    of = [key for key in _BELONGING if _words(raw, key)]
    if len(of) != 1:
        raise Refused("a membership is of one party, one country or one alliance; name one")
    kind = _BELONGING[of[0]]
    name = _words(raw, of[0])
    body, country = ("", name) if kind is RoleKind.COUNTRY else (name, "")
    return _role(kind, "", body, country, raw, registry, as_of)


def _role(
    kind: RoleKind,
    title: str,
    body: str,
    country: str,
    raw: Raw,
    registry: str,
    as_of: str | None,
) -> Role:
    start, end = day(raw.get("from"), "from"), day(raw.get("to"), "to")
    if start and end and start[: len(end)] > end:
        raise Refused(f"a role from {start} to {end} ends before it begins; swap them")
    return Role(kind, title, body, country, start, end, registry, as_of)


def _kind(words: str) -> ActorKind:
    if words not in _KINDS:
        raise Refused(f"kind {words!r} is none; write {', '.join(sorted(_KINDS))}")
    return _KINDS[words]


def _identifiers(value: object) -> Iterator[tuple[str, str]]:
    if not isinstance(value, Mapping):
        raise Refused('identifiers are names and values; write identifiers = {wikidata = "Q42"}')
    for scheme, identifier in value.items():
        words = str(identifier).strip()
        if scheme == WIKIDATA and not _QID.fullmatch(words):
            raise Refused(f"wikidata {words!r} is no identifier of Wikidata; write Q and digits")
        if words:
            yield str(scheme), words


def _no_other_keys(raw: Raw, known: Sequence[str], what: str) -> None:
    other = [str(key) for key in raw if key not in known]
    if other:
        raise Refused(f"{what} has no “{other[0]}”; it has {', '.join(known)}")


def _words(raw: Raw, key: str, *, needed: str = "") -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise Refused(f"{key} is no words; put it in quotation marks")
    words = " ".join(value.split())
    if needed and not words:
        raise Refused(f"no {key}; {needed}")
    return words


def _list(raw: Raw, key: str) -> list[str]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refused(f'{key} are a list of words; write {key} = ["one", "another"]')
    return [words for one in value if (words := " ".join(one.split()))]


def _tables(raw: Raw, key: str) -> list[Raw]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise Refused(f"{key} are tables; write [[actor.{key}]] before each")
    return value
