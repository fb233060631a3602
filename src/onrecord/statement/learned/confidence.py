"""How sure a statement is: the shares of its parts, weighed so that they mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

FEATURES = (
    "content",
    "cue",
    "source",
    "content link",
    "source link",
    "no source",
    "seconded",
    "same source",
    "structure alone",
    "rule",
)
UNCALIBRATED = (0.0, 0.5, 0.5, 0.0, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 1.0)
"""Intercept, then one weight a feature."""


class Shares(NamedTuple):
    """How sure the model is of a statement's parts and links, 0 to 1; None for no such part."""

    content: float
    cue: float | None
    source: float | None
    content_link: float
    source_link: float


def features(
    shares: Shares | None, *, rule: float | None, same_source: bool = False
) -> tuple[float, ...]:
    """Return what a statement's confidence is made of.

    Args:
        shares: those of the model, None for what structure alone has found.
        rule: the confidence of the structural rule that has found it too (0 to 1), or None.
        same_source: whether the sources of both overlap.
    """
    if shares is None:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, _logit(rule))
    return (
        _logit(shares.content),
        _logit(shares.cue),
        _logit(shares.source),
        _logit(shares.content_link),
        _logit(shares.source_link),
        float(shares.source is None),
        float(rule is not None),
        float(same_source),
        0.0,
        0.0,
    )


def confidence(found: Sequence[float], weights: Sequence[float]) -> float:
    """Return the probability (0 to 1, to three digits) that a statement is right."""
    total = weights[0] + sum(w * f for w, f in zip(weights[1:], found, strict=True))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 3)


def _logit(share: float | None) -> float:
    if share is None:
        return 0.0
    kept = min(max(share, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))
