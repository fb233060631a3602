"""The list of actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model import ActorKind, Factuality, Kind


class ActorOrder(StrEnum):
    """What actors are listed by: the most, the first or the last of it comes first."""

    STATEMENTS = "statements"
    NAME = "name"
    FIRST = "first"
    LAST = "last"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list of actors.

    `counts` maps a kind of statement to how many the actor made, `unsure` is of how many
    it is not sure that they are this actor's. `first` and `last` are when the earliest
    and latest dated one begins, in ISO 8601 as exact as it is known: ``2021`` for a year.

    `factualities` maps whether they are told as said to how many are: an announcement is no
    statement made. Of those that are, `utterances` counts the acts of speech that they tell,
    `copied` those that a copy of a report repeats, and `second_hand` those of the others that are
    known through another speaker. All hold also what the actor answers for where another speaks.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    counts: Mapping[Kind, int]
    unsure: int
    first: str | None
    last: str | None
    utterances: int = 0
    second_hand: int = 0
    copied: int = 0
    factualities: Mapping[Factuality, int] = field(default_factory=dict)

    @property
    def made(self) -> int:
        """How many statements are told as said."""
        return self.factualities.get(Factuality.MADE, 0)

    @property
    def tellings(self) -> int:
        """How many statements are told as said; those that a copy repeats are not told again."""
        return self.made - self.copied

    @property
    def statements(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two actors that may be one, more often quoted first: how likely from 0 to 1, and why."""

    one: ActorRow
    other: ActorRow
    score: float
    reasons: tuple[str, ...]
