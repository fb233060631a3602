"""How surely the names that reports use are those of an actor whom a registry lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.actor.link.bodies import acronyms, body_key
from onrecord.actor.name.other_spellings import answered, asked, name_key, surnames_asked
from onrecord.actor.name.person_name import split_name
from onrecord.actor.name.spelling import near, organisation_key, same_given
from onrecord.model import ActorKind, Registered

Key = tuple[str, ...]


class Likeness(NamedTuple):
    """How sure names are, 0 to 1, and what makes them so."""

    score: float
    rule: str


EXACT, BODY, ALIKE, SINGLE = 0.97, 0.95, 0.93, 0.85
"""A name as it is listed, a body's name, another spelling of it, a single word that is listed."""
OFFICE, SURNAME = 0.75, 0.5
"""A surname whose office is listed too, or a surname alone: many bear one."""

_ACRONYM = 3
"""Of fewer letters an acronym is anybody's."""

_BODIES = {ActorKind.ORGANISATION, ActorKind.GROUP}


def keys(name: str, kind: ActorKind) -> Iterator[Key]:
    """Yield the keys under which whoever goes by `name` may be looked for."""
    if kind in (ActorKind.PERSON, ActorKind.UNKNOWN):
        parts = split_name(name)
        yield "surname", parts.key
        yield from (("surname", key) for key, _ in surnames_asked(parts.surname))
        if parts.full:
            yield name_key(parts)
            yield from (way.key for way in asked(name))
            yield from answered(name)
    if kind is not ActorKind.PERSON:
        yield "body", body_key(name)
        if kind is not ActorKind.COUNTRY:
            yield from (("body", short) for short in acronyms(name) if len(short) >= _ACRONYM)


def of_one_kind(one: ActorKind, other: ActorKind) -> bool:
    """Whether what is of the kind `one` in reports may be of the kind `other` in a registry."""
    return one is other or one is ActorKind.UNKNOWN or {one, other} <= _BODIES


def likeness(registered: Registered, names: Iterable[str], *, in_office: bool) -> Likeness | None:
    """Return how surely `names`, all of one actor, are those of `registered`; None if not.

    `in_office` says whether a report gives their bearer an office that is listed.
    """
    wanted = sorted(set(names))
    if registered.kind is not ActorKind.PERSON:
        return _as_body(registered, wanted)
    full = [name for name in wanted if split_name(name).full]
    return (
        _as_listed(registered, full or wanted)
        or _spelled_otherwise(registered, full)
        or (None if full else _by_surname(registered, wanted, in_office=in_office))
    )


def _as_listed(registered: Registered, names: Sequence[str]) -> Likeness | None:
    for listed in _known(registered):
        if any(organisation_key(name) == organisation_key(listed) for name in names):
            score = EXACT if len(listed.split()) > 1 else SINGLE
            return Likeness(score, _called(registered, listed))
    return None


def _spelled_otherwise(registered: Registered, full: Sequence[str]) -> Likeness | None:
    found = [
        Likeness(score, f"spelling of “{listed}”")
        for listed in _known(registered)
        if split_name(listed).full
        for name in full
        if (score := _alike(name, listed))
    ]
    return max(found, default=None)


def _alike(one: str, other: str) -> float:
    """Return how surely two full names are spellings of one, 0 where they are not."""
    a, b = split_name(one), split_name(other)
    if name_key(a) == name_key(b):
        return ALIKE if near(a.surname, b.surname) and same_given(a.given, b.given) else 0.0
    ways = [
        way.score
        for asking, name in ((one, other), (other, one))
        for way in asked(asking)
        if way.key == name_key(split_name(name)) or way.key in answered(name)
    ]
    return max(ways, default=0.0)


def _by_surname(
    registered: Registered, names: Sequence[str], *, in_office: bool
) -> Likeness | None:
    for listed in _known(registered):
        if split_name(listed).full and any(_part_of(name, listed) for name in names):
            if in_office:
                return Likeness(OFFICE, f"surname and office of “{registered.name}”")
            return Likeness(SURNAME, f"surname of “{registered.name}”")
    return None


def _as_body(registered: Registered, names: Sequence[str]) -> Likeness | None:
    for listed in _known(registered):
        if any(body_key(name) == body_key(listed) for name in names):
            return Likeness(BODY, _called(registered, listed))
    short = {a for listed in _known(registered) for a in acronyms(listed) if len(a) >= _ACRONYM}
    if any(name.isupper() and body_key(name) in short for name in names):
        return Likeness(OFFICE, f"acronym of “{registered.name}”")
    return None


def _known(registered: Registered) -> tuple[str, ...]:
    return (registered.name, *registered.aliases)


def _called(registered: Registered, listed: str) -> str:
    return "name" if listed == registered.name else f"alias “{listed}”"


def _part_of(short: str, full: str) -> bool:
    """Whether a surname, alone or with what stands before it, may be that of a full name."""
    a, b = split_name(short), split_name(full)
    return a.key == b.key and near(a.surname, b.surname) and same_given(a.given, b.given)
