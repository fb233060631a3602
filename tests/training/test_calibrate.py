"""Calibration finds what it should."""

import numpy as np
from training.attribution.calibrate import fit


def test_the_weights_that_made_the_data_are_found_again() -> None:
    random = np.random.default_rng(0)
    x = np.c_[np.ones(20_000), random.normal(size=(20_000, 2))]
    truth = np.asarray([-0.5, 2.0, -1.0])
    y = (random.random(20_000) < 1 / (1 + np.exp(-x @ truth))).astype(float)
    assert np.abs(fit(x, y) - truth).max() < 0.1
