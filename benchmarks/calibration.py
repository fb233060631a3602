"""What a confidence is worth: which statements are right, and how far off the confidence is.

The figure is the expected calibration error of Naeini, Cooper and Hauskrecht (2015),
*Obtaining Well Calibrated Probabilities Using Bayesian Binning*: statements are sorted by
confidence and cut into `BINS` bins of as many statements each; the error is the distance
between a bin's mean confidence and its share of right statements, averaged over statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import (
    DRAWS,
    SEED,
    Floats,
    Share,
    Tokens,
    assign,
    interval,
    same_source,
    set_f1,
    share,
    with_marks,
)
from onrecord.model import Kind, Spans

AT_LEAST = 0.5
BINS = 10


class Attributed(Protocol):
    """Anything that says who said what: a gold attribution, a statement found."""

    @property
    def content(self) -> Spans: ...

    @property
    def source(self) -> Spans: ...


def right(text: str, gold: Sequence[Attributed], found: Sequence[Attributed]) -> list[bool]:
    """Say of every statement found in a text whether it is right.

    It is when a gold attribution, matched one to one, has the same words (token F1 at least
    0.5) and a source that overlaps its own, or, like it, none.

    Raises:
        Unavailable: without SciPy.
    """
    tokens = Tokens(text)
    told = [tokens.of(with_marks(text, a.content)) for a in gold]
    contents = [tokens.of(with_marks(text, a.content)) for a in found]
    answer = [False] * len(found)
    for g, f, value in assign([[set_f1(a, b) for b in contents] for a in told]):
        answer[f] = value >= AT_LEAST and same_source(gold[g].source, found[f].source)
    return answer


class Judged(NamedTuple):
    """A statement's confidence (0 to 1), and whether it is right."""

    confidence: float
    right: bool
    kind: Kind


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of like confidence: the lowest, mean and highest (0 to 1), and how many are right.

    The interval of `right` comes from resampling documents.
    """

    low: float
    confidence: float
    high: float
    right: Share


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far off a confidence is, in percent points, and bin by bin.

    `chance` is the error that a confidence without fault would show on as many statements:
    whatever is counted differs a little from what is expected.
    """

    error: Share
    chance: float
    bins: tuple[Bin, ...]


def reliability(documents: Sequence[Sequence[Judged]]) -> Reliability:
    """Return how far off the confidence of the statements of some documents is.

    The interval is that of the bins as they are, documents resampled.
    """
    sure = np.asarray([j.confidence for d in documents for j in d], dtype=np.float64)
    is_right = np.asarray([j.right for d in documents for j in d], dtype=np.float64)
    document = np.repeat(np.arange(len(documents)), [len(d) for d in documents])
    bin_ = equal_mass(sure)
    # Of every document and bin: how many, their confidence, how many right.
    cell, cells = document * BINS + bin_, len(documents) * BINS
    amounts = (np.ones_like(sure), sure, is_right)
    sums = np.stack(
        [np.bincount(cell, amount, cells).reshape(-1, BINS) for amount in amounts],
        axis=1,
        dtype=np.float64,
    )
    counts = sums.reshape(len(documents), -1)
    error = float(_error(counts.sum(axis=0, keepdims=True))[0])
    bins = [
        Bin(
            low=float(sure[bin_ == b].min()),
            confidence=float(sure[bin_ == b].mean()),
            high=float(sure[bin_ == b].max()),
            right=share([(d[2, b], d[0, b]) for d in sums]),
        )
        for b in np.unique(bin_)
    ]
    return Reliability(
        error=Share(len(sure), 100 * error, *interval(counts, _error)),
        chance=100 * _chance(sure, bin_),
        bins=tuple(bins),
    )


def equal_mass(values: Floats, bins: int = BINS) -> NDArray[np.intp]:
    """Return the number of the bin each value is in: as many values in each as can be.

    Equal values are in one bin, that of their middle one; so some bins may be empty.
    """
    ordered = np.sort(values)
    first, after = (np.searchsorted(ordered, values, side) for side in ("left", "right"))
    return np.asarray(bins * (first + after) // (2 * len(values) or 1), dtype=np.intp)


def _error(sums: Floats) -> Floats:
    """Return the expected calibration error (0 to 1) of each row of sums."""
    many, sure, is_right = np.moveaxis(sums.reshape(-1, 3, BINS), 1, 0)
    error: Floats = np.abs(sure - is_right).sum(axis=1) / np.maximum(many.sum(axis=1), 1)
    return error


def _chance(sure: Floats, bin_: NDArray[np.intp]) -> float:
    """Return the mean error where every statement is right as often as its confidence says."""
    if not len(sure):
        return 0.0
    drawn = np.random.default_rng(SEED).random((DRAWS, len(sure))) < sure
    off = (drawn - sure) @ np.eye(BINS)[bin_]
    return float(np.abs(off).sum(axis=1).mean()) / len(sure)
