"""Confidence that means what it says: logistic regression on dev (Platt 1999).

A statement is right when a gold attribution has the same words, token F1 at least 0.5, and a
source that overlaps its own (or, like it, none).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.metrics import Tokens, assign, set_f1, with_marks
from benchmarks.polnear import Annotated, articles
from benchmarks.systems.onrecord_path import capture
from numpy.typing import NDArray

from onrecord.document import read_document
from onrecord.model import READ_KINDS, Document, Spans
from onrecord.statement.learned.confidence import confidence
from onrecord.statement.learned.extractor import shares
from onrecord.statement.learned.reading import read
from onrecord.statement.learned.weights import Model
from onrecord.statement.learned.words import read_words

FOLDS = 5
RIDGE = 1.0
BINS = 10

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights, and what they come to on articles they were not fitted on.

    `bins` has, for each tenth of the scale that is used, how many statements there are,
    their mean confidence and the share that is right.
    """

    weights: tuple[float, ...]
    error: float
    bins: tuple[tuple[int, float, float], ...]


def calibrate(model: Model, data: Path, *, limit: int | None = None) -> Calibration:
    """Fit the confidence of a model on PolNeAR's dev part, and say how far it is off."""
    found, right, article = [], [], []
    for number, annotated in enumerate(list(articles(data, "dev"))[:limit]):
        for features, is_right in judged(model, annotated):
            found.append((1.0, *features))
            right.append(float(is_right))
            article.append(number)
    x, y, group = np.asarray(found), np.asarray(right), np.asarray(article)
    held = np.zeros(len(y))
    for fold in range(FOLDS):
        out = group % FOLDS == fold
        weights = fit(x[~out], y[~out])
        held[out] = [confidence(row[1:].tolist(), weights.tolist()) for row in x[out]]
    error, bins = reliability(held, y)
    return Calibration(tuple(round(float(w), 4) for w in fit(x, y)), error, bins)


def judged(model: Model, annotated: Annotated) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Yield the features of every statement found in an article, and whether it is right."""
    document: Document = read_document(capture(annotated.article))
    passages = [b.span for b in document.blocks if b.kind in READ_KINDS]
    words = read_words(model.tokenizer, document.text, passages)
    done = read(words, model.network, model.settings)
    tokens = Tokens(document.text)

    def content(numbers: tuple[int, ...]) -> frozenset[int]:
        spans = tuple(words.span(done.runs[n].start, done.runs[n].end) for n in numbers)
        return tokens.of(with_marks(document.text, spans))

    gold = [tokens.of(with_marks(document.text, a.content)) for a in annotated.attributions]
    predicted = [content(r.contents) for r in done.relations]
    pairs = {
        p: (g, value) for g, p, value in assign([[set_f1(g, p) for p in predicted] for g in gold])
    }
    for p, relation in enumerate(done.relations):
        g, value = pairs.get(p, (0, 0.0))
        source: Spans = ()
        if relation.source is not None:
            run = done.runs[relation.source]
            source = (words.span(run.start, run.end),)
        told = annotated.attributions[g].source if value >= 0.5 else ()
        same = any(a.overlaps(b) for a in source for b in told) or not (source or told)
        yield shares(done, relation), value >= 0.5 and same


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


def reliability(
    predicted: Floats, right: Floats
) -> tuple[float, tuple[tuple[int, float, float], ...]]:
    """Return the expected calibration error (0 to 1) and what stands in each tenth."""
    which = np.minimum((predicted * BINS).astype(int), BINS - 1)
    bins = tuple(
        (int(here.sum()), float(predicted[here].mean()), float(right[here].mean()))
        for here in (which == b for b in range(BINS))
        if here.any()
    )
    error = sum(n * abs(sure - share) for n, sure, share in bins) / max(1, len(right))
    return error, bins
