"""How sure a statement is: the shares of its parts, weighed so that they mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

FEATURES = ("content", "cue", "source", "content link", "source link", "no source")
UNCALIBRATED = (0.0, 0.5, 0.5, 0.0, 0.5, 0.5, 0.0)
"""Intercept, then one weight a feature."""


def features(
    content: float, cue: float | None, source: float | None, content_link: float, source_link: float
) -> tuple[float, ...]:
    """Return what a statement's confidence is made of: logits of shares (0 to 1).

    `cue` and `source` are None where the statement has none.
    """
    return (
        _logit(content),
        0.0 if cue is None else _logit(cue),
        0.0 if source is None else _logit(source),
        _logit(content_link),
        _logit(source_link),
        float(source is None),
    )


def confidence(found: Sequence[float], weights: Sequence[float]) -> float:
    """Return the probability (0 to 1, to three digits) that a statement is right."""
    total = weights[0] + sum(w * f for w, f in zip(weights[1:], found, strict=True))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 3)


def _logit(share: float) -> float:
    kept = min(max(share, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))
