"""Read the pronouns of a report along: whoever "he" goes on about stays in the reader's mind."""

from __future__ import annotations

from onrecord.actor.mention.references import References
from onrecord.actor.mention.salience import CALLED, CALLED_SUBJECT
from onrecord.actor.mention.scene import Scene
from onrecord.actor.words import FEMALE, MALE
from onrecord.model import Span

_SUBJECTS = frozenset({"he", "she"})


class Along:
    """The pronouns of a report for a man or a woman, in the order of the text.

    Those in quotations are the speaker's, and those that are sources or addressees are read
    as such: both are left out.
    """

    def __init__(self, scene: Scene, references: References) -> None:
        self._scene = scene
        self._references = references
        parts = {
            part.start
            for statement in scene.statements
            for part in (*statement.source, *statement.addressee)
        }
        self._words = [
            word
            for sentence in scene.page.sentences
            for word in sentence.words
            if word.lower in MALE | FEMALE
            and word.start not in parts
            and not scene.quotes.holds(word.start)
        ]
        self._next = 0

    def read_to(self, offset: int) -> None:
        """Note whom the pronouns before an offset mean; offsets must not decrease."""
        while self._next < len(self._words) and self._words[self._next].start < offset:
            word = self._words[self._next]
            self._next += 1
            found = self._references.pronoun(word.lower, Span(word.start, word.end), None)
            if found.draft is not None:
                weight = CALLED_SUBJECT if word.lower in _SUBJECTS else CALLED
                self._scene.memory.see(found.draft, word.start, weight)
