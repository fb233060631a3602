"""Confidence that means what it says: logistic regression on dev (Platt 1999).

What makes a statement right, and the error, are those of `benchmarks.calibration`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks.calibration import Judged, Reliability, reliability, right
from benchmarks.polnear import Annotated, articles
from benchmarks.systems.onrecord_path import capture
from numpy.typing import NDArray

from onrecord.document import read_document
from onrecord.model import Statement
from onrecord.statement.learned import LearnedExtractor
from onrecord.statement.learned.confidence import confidence
from onrecord.statement.nesting import with_parents

FOLDS = 5
RIDGE = 1.0

Floats = NDArray[np.float64]


def calibrate(
    extractor: LearnedExtractor, data: Path, *, limit: int | None = None
) -> tuple[tuple[float, ...], Reliability]:
    """Fit the weights of the confidence on PolNeAR's dev part.

    Returns the weights, and how far off the confidence is on articles it was not fitted on,
    a fifth of them held out in turn.
    """
    read = [list(judged(extractor, one)) for one in list(articles(data, "dev"))[:limit]]
    x = np.asarray([(1.0, *parts) for one in read for _, parts, _ in one])
    y = np.asarray([float(answer) for one in read for _, _, answer in one])
    fold = np.repeat(np.arange(len(read)) % FOLDS, [len(one) for one in read])
    weights = [fit(x[fold != n], y[fold != n]) for n in range(FOLDS)]
    held_out = [
        [
            Judged(confidence(parts, weights[number % FOLDS].tolist()), answer, statement.kind)
            for statement, parts, answer in one
        ]
        for number, one in enumerate(read)
    ]
    return tuple(round(float(w), 4) for w in fit(x, y)), reliability(held_out)


def judged(
    extractor: LearnedExtractor, annotated: Annotated
) -> Iterator[tuple[Statement, tuple[float, ...], bool]]:
    """Yield every statement of a report's own voice, its features, and whether it is right."""
    document = read_document(capture(annotated.article))
    weighed = extractor.weighed(document)
    nested = with_parents(document.text, (one for one, _ in weighed))
    outer = {s.id for s in nested if s.parent is None}
    found = [(one, parts) for one, parts in weighed if one.id in outer and parts is not None]
    answers = right(document.text, annotated.attributions, [one for one, _ in found])
    for (one, parts), answer in zip(found, answers, strict=True):
        yield one, parts, answer


def fit(x: Floats, y: Floats, *, steps: int = 50) -> Floats:
    """Return the weights of a logistic regression with a small ridge, by Newton's method."""
    weights = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + ridge @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + ridge
        change = np.linalg.solve(curve, slope)
        weights -= change
        if np.abs(change).max() < 1e-8:
            break
    return weights
