"""How likely it is that two statements tell one act of speech: a logistic regression."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import WeightsError
from onrecord.utterance.grouping.features import FEATURES
from onrecord.utterance.grouping.meaning import CURE, MODEL

WEIGHTS = "model.json"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was learned: a weight for each of `FEATURES`, and how likely is likely enough."""

    weights: tuple[float, ...]
    bias: float
    at_least: float

    def of(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """Return how likely each pair is one (0 to 1), from a row of features for each."""
        if not rows:
            return np.zeros(0)
        scores = np.asarray(rows, dtype=np.float64) @ np.asarray(self.weights) + self.bias
        likely: NDArray[np.float64] = 1 / (1 + np.exp(-scores.clip(-30, 30)))
        return likely


@cache
def load_likeness(folder: Path = MODEL) -> Likeness:
    """Load the weights that come with the package, once.

    Raises:
        WeightsError: if they are missing, damaged or made for other features; says what to do.
    """
    try:
        learned = json.loads((folder / WEIGHTS).read_text("utf-8"))
        weights = learned["weights"]
        if tuple(weights) != FEATURES:
            raise ValueError("made for other features")
        return Likeness(
            tuple(map(float, weights.values())), float(learned["bias"]), learned["at_least"]
        )
    except FileNotFoundError as missing:
        raise WeightsError(
            f"no weights: {CURE}", str(missing.filename), code="weights missing"
        ) from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise WeightsError(
            f"damaged weights: {CURE}", str(folder), code="weights damaged"
        ) from error
