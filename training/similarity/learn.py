"""What the words of two statements and their place in reports say, weighted by what is known.

Two sources. STS headlines (2013 to 2015): pairs of headlines that people called equivalent (4 or
more of 5) or not; they teach what words tell. The statements of `examples/gold` and of half of
`examples/retold`, by their label `utterance`: they teach what dates, reports and nesting tell
besides. A bias of their own
keeps the headlines from saying how many of all pairs are one. Every weight is held to the
side on which it can be explained: what two texts share never speaks against them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.utterances import Labelled
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.model import Act, Factuality, Kind, Telling
from onrecord.utterance.grouping.blocks import Block
from onrecord.utterance.grouping.features import FEATURES, Gap, features
from onrecord.utterance.grouping.meaning import Meaning

Array = NDArray[Any]

YEARS = (2013, 2014, 2015)
EQUIVALENT = 4.0
HEADLINES_COUNT = 0.2
"""What a pair of headlines counts beside a pair of statements."""
PENALTY = 4.0
AGAINST = frozenset(
    {
        "numbers apart",
        "one is negated",
        "years between the reports",
        "report without a date",
        "same report, both direct",
        "one is told by another",
        "told in one statement",
        "one thought or planned",
        "one is announced",
        "one is supposed",
    }
)
EITHER = frozenset({"little told", "as long as the other", "same report", "both told by another"})


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of features, which of them are one, and the group that each is held out with."""

    rows: Array
    one: Array
    of: Array


@dataclass(frozen=True, slots=True)
class Learned:
    """A weight for each feature and a bias."""

    weights: Array
    bias: float

    def scores(self, rows: Array) -> Array:
        found: Array = rows @ self.weights + self.bias
        return found


def headlines(data: Path, year: int) -> Iterator[tuple[float, str, str]]:
    """Yield the pairs of a year with how alike people called them, from 0 to 5."""
    for line in (data / "sts_headlines" / f"{year}.tsv").read_text("utf-8").splitlines():
        score, one, other = line.split("\t")
        if score:
            yield float(score), one, other


def from_headlines(pairs: Iterable[tuple[float, str, str]], meaning: Meaning) -> Examples:
    """Return the examples of some pairs of headlines."""
    rows, one = [], []
    for score, *texts in pairs:
        block = Block.of([_headline(n, text) for n, text in enumerate(texts)], meaning)
        rows.append(features(block.told[0], block.told[1], Gap(published=0, dated=False)))
        one.append(score >= EQUIVALENT)
    return Examples(np.asarray(rows), np.asarray(one), np.full(len(one), -1))


def _headline(number: int, text: str) -> Telling:
    report = str(number)
    return Telling(
        statement_id=report,
        document_id=report,
        copy_of=report,
        actors=frozenset({"somebody"}),
        words=text,
        kind=Kind.INDIRECT,
        act=Act.SPEECH,
        factuality=Factuality.MADE,
        said=None,
        published=None,
        place=0,
        block=0,
        headline=False,
    )


def from_gold(labelled: Sequence[Labelled], meaning: Meaning) -> Examples:
    """Return the pairs that grouping would look at; those of one actor are held out together."""
    blocks: dict[str, list[Labelled]] = defaultdict(list)
    for each in labelled:
        blocks[each.telling.key].append(each)
    rows, one, of = [], [], []
    for number, key in enumerate(sorted(blocks)):
        labels = {each.telling.statement_id: each.utterance for each in blocks[key]}
        block = Block.of([each.telling for each in blocks[key]], meaning)
        for pair in block.pairs():
            a, b = block.tellings[pair.one], block.tellings[pair.other]
            rows.append(features(block.told[pair.one], block.told[pair.other], pair.gap))
            one.append(labels[a.statement_id] == labels[b.statement_id])
            of.append(number)
    return Examples(np.asarray(rows), np.asarray(one), np.asarray(of))


def missed(labelled: Sequence[Labelled], looked_at: Examples) -> int:
    """Return how many pairs of one utterance are none that grouping would look at."""
    alike = sum(
        a.utterance == b.utterance and a.telling.key == b.telling.key
        for a, b in combinations(labelled, 2)
    )
    return alike - int(looked_at.one.sum())


def learn(gold: Examples, texts: Examples) -> Learned:
    """Fit a logistic regression with weights of known sign, held near 0 (L-BFGS-B)."""
    rows = np.concatenate([gold.rows, texts.rows])
    one = np.concatenate([gold.one, texts.one]).astype(np.float64)
    count = np.repeat([1.0, HEADLINES_COUNT], [len(gold.one), len(texts.one)])
    other_bias = np.repeat([0.0, 1.0], [len(gold.one), len(texts.one)])
    mean = np.average(rows, axis=0, weights=count)
    spread = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=count)) + 1e-3
    scaled = np.column_stack([(rows - mean) / spread, np.ones(len(rows)), other_bias])
    held = np.r_[np.full(len(FEATURES), PENALTY), 0, 0]

    def loss(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights
        wrong = (count * (np.logaddexp(0, scores) - one * scores)).sum()
        slope = scaled.T @ (count * (1 / (1 + np.exp(-scores)) - one))
        return float(wrong + (held * weights**2).sum() / 2), slope + held * weights

    sides = [_side(name) for name in FEATURES] + [(None, None)] * 2
    found = minimize(
        loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", bounds=sides,
        options={"maxiter": 2_000},
    ).x  # fmt: skip
    weights = found[:-2] / spread
    return Learned(weights, float(found[-2] - weights @ mean))


def _side(name: str) -> tuple[float | None, float | None]:
    if name in EITHER:
        return (None, None)
    return (None, 0.0) if name in AGAINST else (0.0, None)
