"""What actors are made of: entities that are one, how surely, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.actor.name.person_name import PersonName, split_name
from onrecord.actor.name.spelling import look_alike
from onrecord.model import Entity

LINKED_FROM = 0.6
"""From this score on an entity joins others; with less it stays apart, and a suggestion is made."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of a group, how surely it is one of it and why."""

    entity: Entity
    score: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Group:
    """Entities that are one actor; `key` is what its id is made of."""

    key: tuple[str, ...]
    members: list[Member] = field(default_factory=list)


def spelled_alike(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Part people whose names share a key and do not look alike, by one spelling each."""
    by_spelling: dict[PersonName, list[Entity]] = {}
    for entity in entities:
        by_spelling.setdefault(split_name(entity.name), []).append(entity)
    parts: dict[PersonName, list[Entity]] = {}
    for name in sorted(by_spelling, key=lambda n: (n.surname.lower(), n.surname, n.given)):
        home = next((first for first in parts if look_alike(first, name)), name)
        parts.setdefault(home, []).extend(by_spelling[name])
    return {" ".join((*name.given, name.surname)): alike for name, alike in parts.items()}
