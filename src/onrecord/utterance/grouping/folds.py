"""Statements that are alike in all that is compared, taken for one before anything is compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from onrecord.utterance.grouping.blocks import Block
from onrecord.utterance.grouping.clusters import Bound
from onrecord.utterance.grouping.features import Gap, features
from onrecord.utterance.grouping.likeness import Likeness

_DIGITS = 4


class Fold(NamedTuple):
    """The numbers of statements of a block, the first standing for all, and how likely it does."""

    members: tuple[int, ...]
    likely: float


def folds(block: Block, learned: Likeness) -> list[Fold]:
    """Return all statements of a block, those that many reports print alike together.

    They have the same words, told in the same way within the same words, and the same days of
    speaking; where that day is unknown, they were published on one day. Of one report there is
    none twice: a second time is another. Any two of them are then as likely one as any others,
    and where that is less than likely enough each is alone.

    The first is the earliest published, then the first of the block.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(_keys(block)):
        alike[key].append(number)
    found: list[Fold] = []
    for numbers in alike.values():
        likely = _likely(block, numbers, learned) if len(numbers) > 1 else 1.0
        if likely < learned.at_least:
            found.extend(Fold((number,), 1.0) for number in numbers)
        else:
            found.append(Fold(_earliest_first(block, numbers), likely))
    return sorted(found)


def bound(block: Block, fold: Fold) -> Bound:
    """Return what keeps the statements of a fold apart from others."""
    first, *_ = fold.members
    told = [block.tellings[number] for number in fold.members]
    return Bound(
        int(block.times.first[first]),
        int(block.times.last[first]),
        frozenset(one.statement_id for one in told),
        frozenset(outer for one in told for outer in one.within),
    )


def _keys(block: Block) -> Iterator[Hashable]:
    """Yield for each statement all that its comparison with one of another report depends on."""
    t = block.times
    before: dict[Hashable, int] = defaultdict(int)
    for number, told in enumerate(block.told):
        one = told.telling
        known = bool(t.said[number])
        key = (
            told.text.number,
            (one.kind, one.act, one.factuality, one.headline),
            (bool(one.within), one.told_by, one.told_in),
            (known, int(t.first[number]), int(t.last[number])),
            None if known else (bool(t.dated[number]), int(t.published[number])),
        )
        times = before[one.document_id, key] = before[one.document_id, key] + 1
        yield key, times


def _likely(block: Block, numbers: Sequence[int], learned: Likeness) -> float:
    one, other = block.told[numbers[0]], block.told[numbers[1]]
    dated = bool(block.times.dated[numbers[0]])
    known = bool(block.times.said[numbers[0]])
    row = features(one, other, Gap(0 if dated else None, known))
    return float(learned.of([row])[0].round(_DIGITS))


def _earliest_first(block: Block, numbers: Sequence[int]) -> tuple[int, ...]:
    t = block.times
    first = min(numbers, key=lambda n: (not t.dated[n], t.published[n], n))
    return first, *(number for number in numbers if number != first)
