"""What `add` had to guess, or could not understand, in reports that it read: counted, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cli.terminal import say
from onrecord.export.wording import count, crop
from onrecord.model import Reading

_SHOWN = 3
"""So many of the reports that a line is about are named."""

_LONGEST = 40
"""No more than so many code points are shown of what is no date."""


class Guesses:
    """The reports whose encoding was guessed, and those whose date nobody could read."""

    def __init__(self) -> None:
        self._encodings: list[str] = []
        self._dates: list[str] = []

    def note(self, reading: Reading) -> None:
        capture, document = reading.capture, reading.document
        if capture.encoding_rule == "detected":
            self._encodings.append(f"{capture.encoding} for {capture.path}")
        if document.dates and document.published is None:
            # Candidates of which none was chosen are words that could not be read as a date.
            self._dates.append(f"“{crop(document.dates[0].text, _LONGEST)}” in {capture.path}")

    def say(self) -> None:
        """Say in a line what was guessed, and in another which dates were not understood."""
        if self._encodings:
            guessed = count(len(self._encodings), "encoding")
            be = "was" if len(self._encodings) == 1 else "were"
            shown = _some(self._encodings)
            say(f"{guessed} {be} guessed: {shown}; check it with onrecord why")
        if self._dates:
            say(f"{count(len(self._dates), 'date')} not understood: {_some(self._dates)}")


def _some(said: Sequence[str]) -> str:
    return ", ".join(sorted(said)[:_SHOWN]) + (", …" if len(said) > _SHOWN else "")
