"""How sure each rule is of whom words mean: measured where it could be, careful elsewhere."""

from __future__ import annotations

RIGHT = {
    "full name": 0.97,
    "surname": 0.98,
    "given name": 0.93,
    "name": 0.78,
    "he": 0.96,
    "she": 0.9,
    "role": 0.93,
    "carried on": 0.95,
    "unnamed": 0.87,
    "only described": 0.67,
    # Rare where it could be measured: set by hand, on the careful side of what was counted.
    "acronym": 0.8,
    "they": 0.8,
    "it": 0.45,
    "who": 0.85,
    "body": 0.65,
    "description": 0.58,
    "unnamed body": 0.5,
    "work of": 0.75,
    "surname and title": 0.8,
    "surname and gender": 0.75,
    "surname, most recent": 0.48,
    "full name of several": 0.5,
    "joint": 0.6,
    "speaks for": 0.75,
    "its government": 0.7,
    "the same unnamed": 0.55,
    "label": 0.65,
    "interviewee": 0.65,
    "same paragraph": 0.55,
    "introduced": 0.55,
    "continued": 0.55,
    "signed": 0.6,
    "the outlet itself": 0.85,
}
"""How often the speaker is right whom a rule finds where nobody else comes near, 0 to 1.

Measured on the demo's gold and on CED-1K dev (``benchmarks speakers``) and on the references of
PolNeAR dev (``benchmarks references``).
"""

UNSURE = 0.5
"""The most that a guess is worth: below what a reader need not look up."""


def sure(rule: str, lead: float = 1.0) -> float:
    """Return how sure `rule` is, 0 to 1.

    `lead` is by what share of its own weight the choice outweighs the next best, 0 to 1: of
    two that are nearly equal either may be meant.
    """
    return round(RIGHT[rule] * (0.6 + 0.28 * min(1.0, 4 * lead) + 0.12 * lead), 2)
