"""The statements that one actor answers for, made ready to compare, and which to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Telling
from onrecord.utterance.grouping.dates import Times, times
from onrecord.utterance.grouping.features import Gap, Text, Told, contained
from onrecord.utterance.grouping.meaning import Floats, Meaning
from onrecord.utterance.grouping.runs import Runs
from onrecord.utterance.grouping.words import Words, read_words

Numbers = NDArray[np.intp]

_NEAR_DAYS = 45
_ALIKE = 0.35
_ALIKE_FAR = 0.6
_ALIKE_ALONE = 0.5
_CONTAINED = 0.15
_ALIKE_AROUND = 0.4
_RUN = 3
_MOST = 200
"""So many later statements one is compared with, those nearest in time: a slogan has no end."""
_ROWS = 256
_REST = 8
_TELLS = 0.8
"""How much a run of words must tell, all together, for two statements that share it."""


class Pair(NamedTuple):
    """The numbers of two statements of a block, the smaller first, and how they stand in time."""

    one: int
    other: int
    gap: Gap


class Block:
    """Statements of one key in an order of their own, so that it is all one in which they come."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self.tellings = [one.telling for one in told]
        self.times: Times = times(self.tellings)

    @classmethod
    def of(cls, tellings: Iterable[Telling], meaning: Meaning) -> Block:
        """Make statements of one key ready to compare."""
        order = sorted(tellings, key=lambda t: (t.document_id, t.place, t.statement_id))
        return cls(tuple(_told(order, meaning)))

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs that are worth a closer look, in order; no two that conflict."""
        runs = self._sharing_a_run()
        for one, others in self._alike():
            chosen = {*others, *runs[one]}
            if len(chosen) > _MOST:
                chosen = set(
                    sorted(chosen, key=lambda other: (self._apart(one, other), other))[:_MOST]
                )
            for other in sorted(chosen):
                if self._share_enough(one, other, runs) and not self.conflict(one, other):
                    yield Pair(one, other, self._gap(one, other))

    def conflict(self, one: int, other: int) -> bool:
        """Whether two statements cannot tell one act of speech, however alike they are."""
        a, b, t = self.tellings[one], self.tellings[other], self.times
        return bool(
            t.first[one] > t.last[other]
            or t.first[other] > t.last[one]
            or a.statement_id in b.within
            or b.statement_id in a.within
        )

    def _share_enough(self, one: int, other: int, runs: Mapping[int, AbstractSet[int]]) -> bool:
        """Whether two are more than somewhat alike; else they must share telling words."""
        a, b = self.told[one], self.told[other]
        if a.telling.document_id == b.telling.document_id or other in runs[one]:
            return True
        if a.text.whole @ b.text.whole >= _ALIKE_ALONE or a.around @ b.around >= _ALIKE_AROUND:
            return True
        return contained(a.text, b.text) >= _CONTAINED

    def _apart(self, one: int, other: int) -> int:
        return abs(int(self.times.published[one] - self.times.published[other]))

    def _gap(self, one: int, other: int) -> Gap:
        t = self.times
        days = self._apart(one, other) if t.dated[one] and t.dated[other] else None
        return Gap(days, bool(t.said[one] and t.said[other]))

    def _alike(self) -> Iterator[tuple[int, list[int]]]:
        """Yield for each statement those after it whose words or surroundings are alike."""
        t, size = self.times, len(self.told)
        whole = _stacked([told.text.whole for told in self.told])
        around = _stacked([told.around for told in self.told])
        documents = _codes([one.document_id for one in self.tellings])
        turns = np.asarray([told.turn for told in self.told])
        for start in range(0, size, _ROWS):
            rows = slice(start, start + _ROWS)
            alike = whole[rows] @ whole[start:].T
            near = t.said[rows, None] & t.said[None, start:]
            days = np.abs(t.published[rows, None] - t.published[None, start:])
            near |= t.dated[rows, None] & t.dated[None, start:] & (days <= _NEAR_DAYS)
            near |= ~(t.dated[rows, None] & t.dated[None, start:])
            close = (alike >= _ALIKE_FAR) | (near & (alike >= _ALIKE))
            close |= around[rows] @ around[start:].T >= _ALIKE_AROUND
            close |= (documents[rows, None] == documents[None, start:]) & (
                np.abs(turns[rows, None] - turns[None, start:]) == 1
            )
            close &= (t.first[rows, None] <= t.last[None, start:]) & (
                t.first[None, start:] <= t.last[rows, None]
            )
            ones, others = np.nonzero(np.triu(close, 1))
            found: list[list[int]] = [[] for _ in close]
            for one, other in zip(ones.tolist(), others.tolist(), strict=True):
                found[one].append(start + other)
            yield from enumerate(found, start)

    def _sharing_a_run(self) -> dict[int, set[int]]:
        """Return for each statement those after it that share a run of telling words."""
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, told in enumerate(self.told):
            for run in _runs(told):
                holders[run].append(number)
        found: dict[int, set[int]] = defaultdict(set)
        for numbers in holders.values():
            for place, one in enumerate(numbers[:-1]):
                found[one].update(numbers[place + 1 : place + 1 + _MOST])
        return found


def _runs(told: Told) -> set[tuple[str, ...]]:
    stems, weights = told.text.words.stems, told.text.weights
    if len(stems) <= _RUN:
        return {stems} if stems else set()
    return {
        stems[n : n + _RUN]
        for n in range(len(stems) - _RUN + 1)
        if sum(weights[n : n + _RUN]) >= _TELLS
    }


def _told(tellings: Sequence[Telling], meaning: Meaning) -> Iterator[Told]:
    own = _own_words(tellings)
    read = {text: read_words(text) for text in own}
    around = {one.told_in: read_words(one.told_in) for one in tellings}
    numbers: dict[str, int] = {}
    for words in (*read.values(), *around.values()):
        for word in words.plain:
            numbers.setdefault(word, len(numbers))
    vectors = _stacked([meaning.vector(word) for word in numbers], meaning.width)
    directions = _unit(vectors)
    rarity = np.asarray([meaning.rarity(word) for word in numbers], dtype=np.float32)
    surroundings = {
        text: _unit(vectors[_rows(words, numbers)].sum(axis=0)) for text, words in around.items()
    }
    texts: dict[Words, Text] = {}
    for number, words in enumerate(dict.fromkeys(read.values())):
        rows = _rows(words, numbers)
        texts[words] = Text(
            number=number,
            words=words,
            weights=(weights := tuple(rarity[rows].tolist())),
            hefts=np.asarray(weights, dtype=np.float64),
            weight=sum(weights),
            runs=Runs(words.stems),
            rarity=dict(zip(words.stems, weights, strict=True)),
            vectors=directions[rows],
            whole=_unit(vectors[rows].sum(axis=0)),
        )
    turns: dict[str, int] = defaultdict(int)
    for one, text in zip(tellings, own, strict=True):
        turns[one.document_id] += 1
        yield Told(one, texts[read[text]], surroundings[one.told_in], turns[one.document_id])


def _own_words(tellings: Sequence[Telling]) -> list[str]:
    """Return the words of each without those that it says to have been said before by the same."""
    own = {one.statement_id: one.words for one in tellings}
    for one in tellings:
        for outer in one.within:
            if outer in own and len(rest := own[outer].replace(one.words, " ", 1)) > _REST:
                own[outer] = rest
    return [own[one.statement_id] for one in tellings]


def _rows(words: Words, numbers: dict[str, int]) -> Numbers:
    return np.fromiter((numbers[w] for w in words.plain), np.intp, len(words.plain))


def _stacked(rows: Sequence[Floats], width: int = 0) -> Floats:
    return np.stack(rows) if rows else np.zeros((0, width), dtype=np.float32)


def _unit(vectors: Floats) -> Floats:
    """Return vectors with length one; those without any length stay."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Floats = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit


def _codes(names: Sequence[str]) -> Numbers:
    codes = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.asarray([codes[name] for name in names], dtype=np.intp)
