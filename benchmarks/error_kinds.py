"""What kind of error each difference between gold and predicted relations is.

Relations are matched as protocol B has it. Then everything that is not right has one place:

- a gold relation without a match is *merged* into the prediction that holds at least half of
  its content, or else *missed*;
- a prediction without a match is a piece of the gold content that holds at least half of it,
  which is *split*, or else *spurious*;
- a matched pair may have a *wrong boundary* (unless its content is split or merged, which
  says as much), a *wrong source* and a *wrong cue*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.polnear_relations import Matched
from onrecord.model import Kind

Numbers = frozenset[int]
HELD = 0.5
"""The share of a content that makes it part of another."""


class ErrorKind(StrEnum):
    MISSED = "missed"
    BOUNDARY = "wrong boundary"
    SOURCE = "wrong source"
    CUE = "wrong cue"
    SPLIT = "split"
    MERGED = "merged"
    SPURIOUS = "spurious"


DETAILS = {
    ErrorKind.MISSED: ("untouched", "touched"),
    ErrorKind.BOUNDARY: ("start", "end", "start and end", "inside"),
    ErrorKind.SOURCE: ("none predicted", "none in the gold", "boundary", "another"),
    ErrorKind.CUE: ("none predicted", "none in the gold", "boundary", "another"),
    ErrorKind.SPLIT: (),
    ErrorKind.MERGED: (),
    ErrorKind.SPURIOUS: ("untouched", "touched"),
}
"""What is told of an error beyond its kind."""


@dataclass(frozen=True, slots=True)
class Error:
    """One error: its kind, the gold and the predicted relations (by number) that it is about.

    `quote` is the kind of the gold content, of the prediction where there is none. `start`
    and `end` say by how many tokens the predicted content starts and ends after the gold one
    (below zero: before).
    """

    kind: ErrorKind
    detail: str
    quote: Kind
    gold: tuple[int, ...] = ()
    predicted: tuple[int, ...] = ()
    start: int = 0
    end: int = 0


def errors(done: Matched) -> list[Error]:
    """Return the errors of an article, in the order of the text."""
    gold = [relation["content"] for relation in done.gold]
    predicted = [relation["content"] for relation in done.predicted]
    of_gold, of_predicted = dict(done.pairs), {p: g for g, p in done.pairs}
    merged, missed = _held([g for g in range(len(gold)) if g not in of_gold], gold, predicted)
    split, spurious = _held(
        [p for p in range(len(predicted)) if p not in of_predicted], predicted, gold
    )
    found = [
        Error(ErrorKind.MISSED, _touch(gold[g], predicted), done.gold_kinds[g], gold=(g,))
        for g in missed
    ]
    found += (
        Error(ErrorKind.SPURIOUS, _touch(predicted[p], gold), done.kinds[p], predicted=(p,))
        for p in spurious
    )
    for g, pieces in split.items():
        # What an unmatched prediction touches is matched, or the two would be.
        whole = tuple(sorted((of_gold[g], *pieces)))
        found.append(Error(ErrorKind.SPLIT, "", done.gold_kinds[g], (g,), whole))
    for p, pieces in merged.items():
        first = of_predicted[p]
        whole = tuple(sorted((first, *pieces)))
        found.append(Error(ErrorKind.MERGED, "", done.gold_kinds[first], whole, (p,)))
    for g, p in done.pairs:
        found += _of_pair(done, (g, *merged.get(p, ())), (p, *split.get(g, ())))
    return sorted(found, key=lambda e: min(_first(gold, e.gold), _first(predicted, e.predicted)))


def _held(
    numbers: Sequence[int], contents: Sequence[Numbers], holders: Sequence[Numbers]
) -> tuple[dict[int, list[int]], list[int]]:
    """Return which contents lie by half or more in which holder, and those that lie in none."""
    inside: dict[int, list[int]] = defaultdict(list)
    alone = []
    for number in numbers:
        content = contents[number]
        shared = [(len(content & holder), -h) for h, holder in enumerate(holders)]
        most, holder = max(shared, default=(0, 0))
        if most and most >= HELD * len(content):
            inside[-holder].append(number)
        else:
            alone.append(number)
    return inside, alone


def _touch(content: Numbers, others: Sequence[Numbers]) -> str:
    return "touched" if any(content & other for other in others) else "untouched"


def _of_pair(
    done: Matched, golds: tuple[int, ...], predictions: tuple[int, ...]
) -> Iterator[Error]:
    """Yield what is wrong with a pair: the first of both, beside what is merged and split.

    A source or cue is right when it is that of any of them.
    """
    g, p = golds[0], predictions[0]
    quote, gold, predicted = done.gold_kinds[g], done.gold[g], done.predicted[p]
    told, found = gold["content"], predicted["content"]
    if told != found and len(golds) == len(predictions) == 1:
        start, end = min(found) - min(told), max(found) - max(told)
        edges = [name for name, off in (("start", start), ("end", end)) if off]
        detail = " and ".join(edges) or "inside"
        yield Error(ErrorKind.BOUNDARY, detail, quote, (g,), (p,), start, end)
    for kind, role in ((ErrorKind.SOURCE, "source"), (ErrorKind.CUE, "cue")):
        meant = {done.gold[number][role] for number in golds}
        if meant.isdisjoint(done.predicted[number][role] for number in predictions):
            yield Error(kind, _difference(gold[role], predicted[role]), quote, (g,), (p,))


def _difference(gold: Numbers, predicted: Numbers) -> str:
    if not predicted:
        return "none predicted"
    if not gold:
        return "none in the gold"
    return "boundary" if gold & predicted else "another"


def _first(contents: Sequence[Numbers], numbers: Sequence[int]) -> float:
    """Return the first token of some contents, infinity where there are none."""
    return min((min(contents[n], default=0) for n in numbers), default=float("inf"))
