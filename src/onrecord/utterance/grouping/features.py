"""What speaks for and against two statements telling one act of speech, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Act, Factuality, Kind, Telling
from onrecord.utterance.grouping.meaning import Floats
from onrecord.utterance.grouping.runs import Runs
from onrecord.utterance.grouping.words import Words


@dataclass(frozen=True, slots=True)
class Text:
    """The words of statements, the first 2,000, with all that their features are made of.

    `number` is that of the text in its block. `weights` holds how rare each word is (0 to 1),
    `hefts` the same as an array, `weight` the sum of them: how much the words tell. `runs` are
    those of its stems, `rarity` has the weight of each. `vectors` has a row of length one for each
    word; `whole` is the vector of all words together, of length one or zero.
    """

    number: int
    words: Words
    weights: tuple[float, ...]
    hefts: NDArray[np.float64]
    weight: float
    runs: Runs
    rarity: Mapping[str, float]
    vectors: Floats
    whole: Floats


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its text, which others in the same words share.

    `around` is the vector, of length one or zero, of the statement in which it is told. `turn`
    counts the statements of its report by the same actor up to it.
    """

    telling: Telling
    text: Text
    around: Floats
    turn: int


@dataclass(frozen=True, slots=True)
class Gap:
    """How two statements stand in time: days between the reports, None where one has no date.

    `dated` says that both were said at known times, which then overlap.
    """

    published: int | None
    dated: bool


_TELLING = 0.1
"""How rare a word is that may start a run: "the" is not."""

FEATURES = (
    "words of the shorter in the longer",
    "longest common run",
    "words alike, of the shorter",
    "words alike, of the longer",
    "vectors alike",
    "quoted words in the other",
    "numbers apart",
    "one is negated",
    "little told",
    "as long as the other",
    "both dates of speaking known",
    "years between the reports",
    "report without a date",
    "same report",
    "same report, in turn, the first retells",
    "same report, both direct",
    "same report, from its headline",
    "both told by another",
    "told within alike words, in others",
    "told by the same",
    "one is told by another",
    "told in one statement",
    "one thought or planned",
    "one is announced",
    "one is supposed",
)
"""The names of the features, in the order of `features`."""


KnownWords = dict[tuple[int, int], tuple[float, ...]]
"""What is known of two texts of a block, by their numbers."""
_MOST_KNOWN = 100_000


def features(a: Told, b: Told, gap: Gap, known: KnownWords | None = None) -> tuple[float, ...]:
    """Return the features of a pair, the same whichever comes first.

    Args:
        known: filled with what was worked out, for other pairs of the same block.
    """
    if _order(b) < _order(a):
        a, b = b, a
    known = {} if known is None else known
    of_words = known.get((a.text.number, b.text.number))
    if of_words is None:
        of_words = _of_words(a.text, b.text)
        if len(known) < _MOST_KNOWN:
            known[a.text.number, b.text.number] = of_words
    return (
        *of_words,
        *_of_dates(gap),
        *_of_places(a.telling, b.telling, b.turn - a.turn),
        *_of_nesting(a, b),
    )


def _order(told: Told) -> tuple[str, int, str]:
    return told.telling.document_id, told.telling.place, told.telling.statement_id


def _of_words(a: Text, b: Text) -> tuple[float, ...]:
    if (a.weight, len(a.words.plain)) > (b.weight, len(b.words.plain)):
        a, b = b, a
    held = contained(a, b)
    alike, longer_alike = _alike(a, b)
    return (
        held,
        log1p(longest_run(a, b) if held else 0.0),
        alike,
        longer_alike,
        float(a.whole @ b.whole),
        max(_quoted_in(a, b), _quoted_in(b, a)),
        # The more the rest is the same, the more an amount that is not tells.
        held * _apart(a.words.numbers, b.words.numbers, a, b),
        held * _share(a.weight, b.weight) * (a.words.negated is not b.words.negated),
        1 / (1 + a.weight),
        _share(a.weight, b.weight),
    )


def contained(a: Text, b: Text) -> float:
    """Return how much of what the words of the one that tells less tell is in the other's."""
    if a.weight > b.weight:
        a, b = b, a
    shared = sum([weight for stem, weight in a.rarity.items() if stem in b.rarity])
    return _share(shared, sum(a.rarity.values()))


def _share(part: float, whole: float) -> float:
    return min(part / whole, 1.0) if whole > 0 else 0.0


def _apart(of_a: frozenset[str], of_b: frozenset[str], a: Text, b: Text) -> bool:
    """Whether each of two has an amount that the other has not."""
    return bool(of_a.difference(b.rarity, of_b) and of_b.difference(a.rarity, of_a))


def _alike(a: Text, b: Text) -> tuple[float, float]:
    """Return how well the words of each are matched by the most alike of the other's."""
    if not a.words.plain or not b.words.plain:
        return 0.0, 0.0
    alike = a.vectors @ b.vectors.T
    return (
        _share(float(alike.max(axis=1) @ a.hefts), a.weight),
        _share(float(alike.max(axis=0) @ b.hefts), b.weight),
    )


def longest_run(a: Text, b: Text) -> float:
    """Return how much the most telling run of words tells that both have."""
    weights = a.weights
    up_to = (0.0, *accumulate(weights))
    best, first, end, start = 0.0, 0, 0, 0
    for last, length in enumerate(b.runs.up_to_each(a.words.stems), start=1):
        if not length:
            start = last
            continue
        if start < last - length:
            start = last - length
        while start < last and weights[start] < _TELLING:  # "of the" starts no run.
            start += 1
        if (told := up_to[last] - up_to[start]) > best:
            best, first, end = told, start, last
    return sum(weights[first:end])


def _quoted_in(a: Text, b: Text) -> float:
    """Return how many words `a` has in marks that `b` has too, on a scale up to one for many."""
    if not a.words.quoted:
        return 0.0
    text = f" {' '.join(b.words.plain)} "
    found = max((len(q) for q in a.words.quoted if f" {' '.join(q)} " in text), default=0)
    return found / (found + 2)


def _of_dates(gap: Gap) -> tuple[float, ...]:
    years = 0.0 if gap.published is None or gap.dated else log1p(gap.published / 30)
    return (float(gap.dated), years, float(gap.published is None and not gap.dated))


def _of_places(a: Telling, b: Telling, turns: int) -> tuple[float, ...]:
    if a.document_id != b.document_id:
        return (0.0, 0.0, 0.0, 0.0)
    retells = a.kind is not Kind.DIRECT and b.kind is not Kind.INDIRECT
    return (
        1.0,
        float(turns == 1 and retells and b.block - a.block < 3),
        float(a.kind is b.kind is Kind.DIRECT and not a.headline),
        float(a.headline and not b.headline),
    )


def _of_nesting(a: Told, b: Told) -> tuple[float, ...]:
    one, other = a.telling, b.telling
    both = bool(one.within and other.within)
    apart = one.document_id != other.document_id
    around = float(a.around @ b.around) if both else 0.0
    thoughts = (Act.THOUGHT, Act.INTENTION)
    return (
        float(both),
        around * (1 - contained(a.text, b.text)) if around else 0.0,
        float(bool(one.told_by) and one.told_by == other.told_by and apart),
        float(bool(one.within) is not bool(other.within)),
        float(both and one.within[0] == other.within[0]),
        float((one.act in thoughts) is not (other.act in thoughts)),
        *(
            float((one.factuality is told_as) is not (other.factuality is told_as))
            for told_as in (Factuality.ANNOUNCED, Factuality.SUPPOSED)
        ),
    )
