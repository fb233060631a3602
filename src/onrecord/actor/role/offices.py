"""Whether the offices told of two names speak for one person or against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.actor.role.roles import Description, describe, is_elsewhere


class Offices:
    """What several roles together say of one who holds them all."""

    def __init__(self, roles: Iterable[str]) -> None:
        self.by_head: dict[str, list[Description]] = defaultdict(list)
        self.genders: set[str] = set()
        for office in described(dict.fromkeys(roles)):
            self.by_head[office.head].append(office)
            self.genders |= {office.gender} - {""}

    def agree(self, other: Offices) -> bool:
        """Whether nothing more need be said for both to be one person's."""
        mine, theirs = set(self.by_head), set(other.by_head)
        return not mine or not theirs or not mine.isdisjoint(theirs)

    def contradict(self, other: Offices) -> bool:
        """Whether they are two people's: of one office in two places, or of two genders."""
        if self.genders and other.genders and self.genders.isdisjoint(other.genders):
            return True
        return any(
            all(is_elsewhere(office, held) for held in other.by_head[head] if held.proper)
            and any(is_elsewhere(office, held) for held in other.by_head[head])
            for head in self.by_head.keys() & other.by_head.keys()
            for office in self.by_head[head]
        )


def described(roles: Iterable[str]) -> Iterator[Description]:
    """Yield what those of `roles` say that are people's."""
    return (d for d in map(describe, roles) if d is not None and d.human)
