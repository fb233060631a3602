"""How surely the names that reports use are those of an actor whom a registry lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.actor.countries import country_name
from onrecord.actor.spelling import (
    initials,
    is_initial,
    near,
    organisation_key,
    same_given,
    split_name,
)
from onrecord.model import ActorKind, Registered


class Likeness(NamedTuple):
    """How sure names are, 0 to 1, and what makes them so."""

    score: float
    rule: str


EXACT, BODY, ALIKE, SINGLE = 0.97, 0.95, 0.93, 0.85
"""A name as it is listed, a body's name, another spelling of it, a single word that is listed."""
OFFICE, SURNAME = 0.75, 0.5
"""A surname whose office is listed too, or a surname alone: many bear one."""

_BODIES = {ActorKind.ORGANISATION, ActorKind.GROUP}


def keys(name: str, kind: ActorKind) -> Iterator[str]:
    """Yield the keys under which whoever goes by `name` may be looked for."""
    if kind in (ActorKind.PERSON, ActorKind.UNKNOWN):
        yield f"surname {split_name(name).key}"
    if kind is not ActorKind.PERSON:
        yield f"body {_body_key(name)}"
        if kind is not ActorKind.COUNTRY and len(short := initials(name)) > 2:
            yield f"body {short}"


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
    full = [name for name in wanted if _is_full(name)]
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
    for listed in filter(_is_full, _known(registered)):
        if any(_same_person(name, listed) for name in full):
            return Likeness(ALIKE, f"spelling of “{listed}”")
    return None


def _by_surname(
    registered: Registered, names: Sequence[str], *, in_office: bool
) -> Likeness | None:
    for listed in filter(_is_full, _known(registered)):
        if any(_part_of(name, listed) for name in names):
            if in_office:
                return Likeness(OFFICE, f"surname and office of “{registered.name}”")
            return Likeness(SURNAME, f"surname of “{registered.name}”")
    return None


def _as_body(registered: Registered, names: Sequence[str]) -> Likeness | None:
    for listed in _known(registered):
        if any(_body_key(name) == _body_key(listed) for name in names):
            return Likeness(BODY, _called(registered, listed))
    short = {initials(listed) for listed in _known(registered)} - {""}
    if any(name.isupper() and _body_key(name) in short for name in names):
        return Likeness(OFFICE, f"acronym of “{registered.name}”")
    return None


def _known(registered: Registered) -> tuple[str, ...]:
    return (registered.name, *registered.aliases)


def _called(registered: Registered, listed: str) -> str:
    return "name" if listed == registered.name else f"alias “{listed}”"


def _is_full(name: str) -> bool:
    given = split_name(name).given
    return bool(given) and not is_initial(given[0])


def _same_person(one: str, other: str) -> bool:
    return _part_of(one, other) and split_name(one).generation == split_name(other).generation


def _part_of(short: str, full: str) -> bool:
    """Whether a surname, alone or with what stands before it, may be that of a full name."""
    a, b = split_name(short), split_name(full)
    return a.key == b.key and near(a.surname, b.surname) and same_given(a.given, b.given)


def _body_key(name: str) -> str:
    return organisation_key(country_name(name))
