"""Names and words, as every other value of the record shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

UNSURE = 0.6
"""Below this confidence it is not sure who a speaker is, and whatever names one says so.

Who speaks is found in two steps: whom the words mean in their report, and which actor that
is over all reports. The less sure of the two counts.
"""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by name. `id` is None where the text names somebody and no actor is known.

    Then either the words are no name ("a senior official"), which `named` says, or actors are
    still to be worked out. `confidence` (0 to 1) is how sure it is that the words mean them, None
    where that is told elsewhere; it makes nobody another.
    """

    id: str | None
    name: str
    named: bool = True
    confidence: float | None = field(default=None, compare=False)

    @property
    def unsure(self) -> bool:
        """Whether it is not sure that they are meant."""
        return self.confidence is not None and self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document and where they stand: ``document.text[start:end] == text``."""

    start: int
    end: int
    text: str
