"""Calibration finds what it should, and its error is that of the confidence."""

import numpy as np
from training.attribution.calibrate import fit, reliability


def test_the_weights_that_made_the_data_are_found_again() -> None:
    random = np.random.default_rng(0)
    x = np.c_[np.ones(20_000), random.normal(size=(20_000, 2))]
    truth = np.asarray([-0.5, 2.0, -1.0])
    y = (random.random(20_000) < 1 / (1 + np.exp(-x @ truth))).astype(float)
    assert np.abs(fit(x, y) - truth).max() < 0.1


def test_what_is_half_right_at_one_half_has_no_error() -> None:
    error, bins = reliability(np.full(10, 0.5), np.asarray([0.0, 1.0] * 5))
    assert error == 0
    assert bins == ((10, 0.5, 0.5),)


def test_what_is_never_right_is_as_wrong_as_it_was_sure() -> None:
    error, _ = reliability(np.full(4, 0.75), np.zeros(4))
    assert error == 0.75
