"""What actors are made of: entities that are one, how surely, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.actor.spelling import near, split_name
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
    """Part people whose surnames share a key and look like different words, by a spelling each."""
    by_spelling: dict[str, list[Entity]] = {}
    for entity in entities:
        by_spelling.setdefault(split_name(entity.name).surname.lower(), []).append(entity)
    parts: dict[str, list[Entity]] = {}
    for spelling in sorted(by_spelling):
        home = next((first for first in parts if near(first, spelling)), spelling)
        parts.setdefault(home, []).extend(by_spelling[spelling])
    return parts
