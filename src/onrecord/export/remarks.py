"""Statements brought together to the remarks that they tell, and counted. Pure.

What reports tell as said is a remark, an act of speech; each statement that tells it is a
telling, and what a copy of a report repeats is neither. What is announced, supposed or denied
is no remark and is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.export.wording import count
from onrecord.model import Factuality, Kind
from onrecord.record.views import StatementView

_OWN_WORDS = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
_NEVER = "9999"


@dataclass(frozen=True, slots=True)
class Remark:
    """One act of speech: the telling that is nearest to it, and the others of the same list."""

    statement: StatementView
    others: tuple[StatementView, ...]


class Counts(NamedTuple):
    """How many remarks there are, how often told, how often of that through another speaker.

    `copied` counts what copies of reports repeat, which `tellings` leaves out.
    """

    remarks: int
    tellings: int
    second_hand: int
    copied: int

    def __str__(self) -> str:
        """``12 remarks (15 tellings, 3 at second hand)``."""
        more = [
            count(self.tellings, "telling") if self.tellings != self.remarks else "",
            f"{self.second_hand:,} at second hand" if self.second_hand else "",
            f"{self.copied:,} copied" if self.copied else "",
        ]
        told = ", ".join(filter(None, more))
        remarks = count(self.remarks, "remark")
        return f"{remarks} ({told})" if told else remarks


def remarks(statements: Sequence[StatementView]) -> list[Remark]:
    """Bring together what tells one remark, in the order of the tellings that are shown.

    The nearest telling is no copy, at first hand, with the day of speaking, of the earliest day,
    surely read and in the speaker's own words, in this order; of equals the first in the list.
    """
    told: dict[tuple[str, Factuality], list[StatementView]] = {}
    for statement in statements:
        told.setdefault(_remark(statement), []).append(statement)
    nearest = {min(each, key=_distance).id: each for each in told.values()}
    return [
        Remark(statement, tuple(s for s in nearest[statement.id] if s is not statement))
        for statement in statements
        if statement.id in nearest
    ]


def counts(statements: Iterable[StatementView]) -> Counts:
    """Count the remarks of statements and their tellings; only of those told as said."""
    made = [s for s in statements if s.made]
    told = [s for s in made if not s.copied]
    return Counts(
        remarks=len({_remark(s) for s in made}),
        tellings=len(told),
        second_hand=sum(s.second_hand for s in told),
        copied=len(made) - len(told),
    )


def unsaid(statements: Iterable[StatementView]) -> str:
    """Return how many statements are not told as said: ``2 announced, 1 denied``."""
    counted = Counter(s.factuality for s in statements if not s.made)
    return ", ".join(f"{counted[each]:,} {each}" for each in Factuality if counted[each])


def _remark(statement: StatementView) -> tuple[str, Factuality]:
    told = statement.utterance.id if statement.utterance else statement.id
    return told, statement.factuality


def _distance(statement: StatementView) -> tuple[bool, bool, bool, str, bool, int]:
    day = statement.published.start[:10] if statement.published else _NEVER
    own = _OWN_WORDS.index(statement.kind)
    undated, doubtful = statement.said is None, statement.doubtful
    return statement.copied, statement.second_hand, undated, day, doubtful, own
