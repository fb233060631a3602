"""The scorer of mentions learns what tells candidates apart, and its command runs."""

import numpy as np
import pytest
from training.mentions.__main__ import main
from training.mentions.examples import FEATURES, Example
from training.mentions.scorer import by_rules, fit, held_out, right

from tests.shared import SHARED, needs_shared


def example(number: int) -> Example:
    """Return two candidates: the rules favour the first, and the last feature is the truth."""
    rows = np.zeros((2, len(FEATURES)))
    rows[0, 0], rows[1, -1] = 1.0, 1.0
    return Example(str(number), rows, (1,))


def test_it_learns_what_the_rules_do_not_know() -> None:
    examples = [example(number) for number in range(20)]
    assert not any(map(by_rules, examples))
    weights = fit(examples)
    assert all(right(one, weights) for one in examples)
    assert weights[-1] > 0 > weights[0]
    assert all(held_out(examples))


def test_nothing_learned_changes_with_the_order_of_examples() -> None:
    examples = [example(number) for number in range(5)]
    assert np.allclose(fit(examples), fit(examples[::-1]))


@needs_shared[0]
@needs_shared[1]
def test_the_command_sets_the_scorer_beside_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(SHARED / "data"), "--limit", "6"]) == 0
    out = capsys.readouterr().out
    assert "OntoGUM" in out
    assert "PolNeAR train" in out
    assert all(name in out for name in FEATURES)
