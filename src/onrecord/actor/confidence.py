"""How sure each rule is of whom words mean: measured where it could be, careful elsewhere."""

from __future__ import annotations

RIGHT = {
    "full name": 0.97,
    "surname": 0.97,
    "given name": 0.92,
    "name": 0.77,
    "acronym": 0.75,
    "he": 0.94,
    "she": 0.92,
    "role": 0.88,
    "unnamed": 0.68,
    # Too rare to measure: set by hand, on the careful side.
    "surname and title": 0.8,
    "surname and gender": 0.75,
    "surname, most recent": 0.45,
    "full name of several": 0.5,
    "joint": 0.6,
    "who": 0.75,
    "it": 0.5,
    "they": 0.55,
    "description": 0.5,
    "body": 0.55,
    "unnamed body": 0.5,
    "the same unnamed": 0.55,
    "label": 0.65,
    "same paragraph": 0.55,
    "introduced": 0.55,
    "continued": 0.5,
    "carried on": 0.9,
    "only described": 0.6,
    "work of": 0.75,
    "speaks for": 0.8,
    "its government": 0.7,
}
"""How often the speaker is right whom a rule finds where nobody else comes near, 0 to 1.

Measured on the demo's gold and on CED-1K dev: ``benchmarks speakers``.
"""

UNSURE = 0.5
"""The most that a guess is worth: below what a reader need not look up."""


def sure(rule: str, lead: float = 1.0) -> float:
    """Return how sure `rule` is, 0 to 1.

    `lead` is by what share of its own weight the choice outweighs the next best, 0 to 1: of
    two that are nearly equal either may be meant.
    """
    return round(RIGHT[rule] * (0.55 + 0.45 * lead), 2)
