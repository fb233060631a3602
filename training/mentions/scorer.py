"""A logistic choice among candidates (McFadden 1974), fitted by Newton's method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from training.mentions.examples import RULES, Example

Weights = NDArray[np.float64]

PENALTY = 3.0
STEPS = 25
FOLDS = 5


def fit(examples: Sequence[Example], penalty: float = PENALTY) -> Weights:
    """Return the weights under which the right candidates are likeliest, held near 0."""
    size = examples[0].features.shape[1]
    weights = np.zeros(size)
    for _ in range(STEPS):
        slope = penalty * weights
        bend = penalty * np.eye(size)
        for one in examples:
            x, right = one.features, list(one.right)
            share = chances(one, weights)
            # Of several right candidates each counts by its own chance.
            target = np.zeros(len(share))
            target[right] = share[right] / share[right].sum()
            mean = share @ x
            slope += (share - target) @ x
            bend += (x.T * share) @ x - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def chances(one: Example, weights: Weights) -> NDArray[np.float64]:
    scores = one.features @ weights
    grown: NDArray[np.float64] = np.exp(scores - scores.max())
    return grown / grown.sum()


def by_rules(one: Example) -> bool:
    """Whether the rules choose rightly."""
    return int(np.argmax(one.features[:, RULES])) in one.right


def right(one: Example, weights: Weights) -> bool:
    return int(np.argmax(one.features @ weights)) in one.right


def held_out(examples: Sequence[Example], others: Sequence[Example] = ()) -> list[bool]:
    """Return for each example whether a scorer is right that never saw its document.

    `others` are learned from in every fold.
    """
    documents = sorted({one.document for one in examples})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    learned = [
        fit([*others, *(one for one in examples if fold[one.document] != number)])
        for number in range(FOLDS)
    ]
    return [right(one, learned[fold[one.document]]) for one in examples]


def percent(rights: Iterable[bool]) -> float:
    counted = list(rights)
    return 100 * sum(counted) / len(counted)
