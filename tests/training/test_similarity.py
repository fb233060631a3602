"""What grouping learns: which weights may have which side, and a table that a sum keeps."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training needs scipy: training/requirements.txt")

from training.similarity.figures import average_precision, on_headlines
from training.similarity.learn import AGAINST, EITHER, Examples, headlines, learn

from onrecord.utterance.grouping.features import FEATURES
from tests.shared import SHARED, needs_shared


def _examples(seed: int) -> Examples:
    """Return pairs of which the first feature tells all, and the rest nothing."""
    rows = np.random.default_rng(seed).random((200, len(FEATURES)))
    return Examples(rows, rows[:, 0] > 0.5, np.arange(200) % 5)


def test_no_weight_has_a_side_that_cannot_be_explained() -> None:
    assert (AGAINST | EITHER).issubset(FEATURES)
    learned = learn(_examples(1), _examples(2))
    for name, weight in zip(FEATURES, learned.weights, strict=True):
        assert name in EITHER or (weight <= 0 if name in AGAINST else weight >= 0)


def test_what_tells_is_learned() -> None:
    learned, other = learn(_examples(1), _examples(2)), _examples(3)
    assert average_precision(learned.scores(other.rows), other.one) > 0.95


def test_scores_in_the_order_of_people_s_agree_fully() -> None:
    alike = np.asarray([0.0, 2.0, 4.2, 5.0])
    assert on_headlines(np.asarray([-3.0, 0.1, 2.0, 9.0]), alike) == (1.0, 1.0)


@needs_shared[0]
@needs_shared[1]
def test_pairs_without_a_score_are_left_out() -> None:
    pairs = list(headlines(SHARED / "data", 2015))
    assert len(pairs) == 750
    assert all(0 <= score <= 5 and one and other for score, one, other in pairs)
