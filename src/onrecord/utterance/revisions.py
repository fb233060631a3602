"""What became of the statements of a page in a later version: carried, changed or gone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.model import Fate, Revision, Telling

ALIKE = 0.5
"""How alike the words of two statements must be for one to be the other, changed."""

FEWEST_WORDS = 4
"""Of fewer words said by somebody else nobody can tell that they are the same words."""

_WORD = re.compile(r"\w+")


class _Side(NamedTuple):
    """The statements of a version in the order of its text, their words, and who is left."""

    tellings: Sequence[Telling]
    words: Sequence[tuple[str, ...]]
    left: dict[int, None]


def revisions(earlier: Iterable[Telling], later: Iterable[Telling]) -> tuple[Revision, ...]:
    """Return what became of each statement of a page, then what is added, in the texts' order.

    Statements are known by their words, wherever they stand. Words of the same speaker, or of
    one whom a version does not name, are carried if they are the same and changed if they are
    alike; the same words of another speaker are changed too. `Revision.similarity` is twice
    the longest common subsequence of the words by the number of all (Indel).
    """
    old, new = _side(earlier), _side(later)
    became = _same(old, new, other_speaker=False)
    became |= _alike(old, new)
    became |= _same(old, new, other_speaker=True)
    return (
        *(
            became.get(m) or Revision(Fate.GONE, t.statement_id, None, 0.0)
            for m, t in enumerate(old.tellings)
        ),
        *(Revision(Fate.ADDED, None, new.tellings[n].statement_id, 0.0) for n in new.left),
    )


def _side(tellings: Iterable[Telling]) -> _Side:
    ordered = sorted(tellings, key=lambda t: (t.place, t.statement_id))
    words = [tuple(_WORD.findall(t.words.casefold())) for t in ordered]
    return _Side(ordered, words, dict.fromkeys(range(len(ordered))))


def _same(old: _Side, new: _Side, *, other_speaker: bool) -> dict[int, Revision]:
    """Pair what has the same words, first come first served, by the same speaker or not."""
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in new.left:
        waiting[new.words[n]].append(n)
    found = {}
    for m in list(old.left):
        if other_speaker and len(old.words[m]) < FEWEST_WORDS:
            continue
        same = waiting[old.words[m]]
        for n in [n for n in same if _one_speaker(old, new, m, n) != other_speaker][:1]:
            same.remove(n)
            fate = Fate.CHANGED if other_speaker else Fate.CARRIED
            found[m] = _paired(old, new, m, n, fate, 1.0)
    return found


def _alike(old: _Side, new: _Side) -> dict[int, Revision]:
    """Pair what has words alike of the same speaker, the most alike first."""
    pairs = [
        (alike, m, n)
        for m in old.left
        for n in new.left
        if _one_speaker(old, new, m, n)
        and (alike := Indel.normalized_similarity(old.words[m], new.words[n])) >= ALIKE
    ]
    found = {}
    for alike, m, n in sorted(pairs, key=lambda p: (-p[0], abs(p[1] - p[2]), p)):
        if m in old.left and n in new.left:
            found[m] = _paired(old, new, m, n, Fate.CHANGED, alike)
    return found


def _one_speaker(old: _Side, new: _Side, m: int, n: int) -> bool:
    one, other = old.tellings[m].actors, new.tellings[n].actors
    return not one or not other or not one.isdisjoint(other)


def _paired(old: _Side, new: _Side, m: int, n: int, fate: Fate, alike: float) -> Revision:
    del old.left[m], new.left[n]
    return Revision(fate, old.tellings[m].statement_id, new.tellings[n].statement_id, alike)
