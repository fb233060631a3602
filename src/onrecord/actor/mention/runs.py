"""Find the runs of capitalised words in a sentence: where a name may stand, titles and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.actor.mention.page import Sentence
from onrecord.actor.name.given import is_given
from onrecord.actor.words import (
    DAYS,
    HONORIFICS,
    LEADING_PARTICLES,
    OFFICES,
    ORGANISATION,
    PARTICLES,
    PRONOUNS,
    STARTERS,
)
from onrecord.document import MONTHS

SOFT = frozenset("new great good old first second last will may said next read three two".split())
"""Words that open sentences, and names as well: "New Norland"."""

_SURNAMES = frozenset("oh so no an do yet can".split())
_SHORT_MONTHS = frozenset({"sept", *(month[:3] for month in MONTHS if month[3:])})
# Over a line break too, and over the sign that opens a line of a block quote.
_GAP = re.compile(r"[ \t\u00a0\u202f]*(?:\n[ \t\u00a0\u202f>]*)?")
_DATING = frozenset("in since until till by of from last early late mid next during this".split())


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one sentence of `text`; words are counted from the sentence's first."""

    text: str
    sentence: Sentence

    def bounds(self) -> Iterator[tuple[int, int]]:
        """Yield the bounds of every run of capitalised words, particles and "of" included."""
        words, i = self.sentence.words, 0
        while i < len(words):
            start = i
            while self._leads(i):
                i += 1
            if not self._may_name(i):
                i += 1
                continue
            i, j = start, i + 1
            while step := self._joined(i, j):
                j += step
            yield i, j
            i = j

    def _leads(self, i: int) -> bool:
        """Whether the word at `i` is a particle that a surname may begin with: "von Berg"."""
        words = self.sentence.words
        particle = words[i].text in LEADING_PARTICLES and i + 1 < len(words)
        return particle and self.adjacent(i) and (self._leads(i + 1) or self._may_name(i + 1))

    def _may_name(self, i: int) -> bool:
        word = self.sentence.words[i]
        pronoun = word.lower in PRONOUNS and word.text != "US"
        return word.capital and not self.is_date(i) and not pronoun

    def is_date(self, i: int) -> bool:
        """Whether the word at `i` is a day or a month, and not somebody's name."""
        word = self.sentence.words[i]
        if word.lower in DAYS:
            return True
        if word.lower in _SHORT_MONTHS:
            # "Dec 6" beside "Jan Berg".
            digits = self.sentence.words[i + 1 : i + 2]
            return bool(digits) and digits[0].text.isdigit()
        if word.lower not in MONTHS:
            return False
        # Theresa May, June Smith: a month beside a given name or a surname is none.
        before = self.sentence.words[i - 1] if i else None
        if (
            before is not None
            and self.adjacent(i - 1)
            and (is_given(before.text) or before.lower in HONORIFICS or before.lower in OFFICES)
        ):
            return False
        if before is not None and before.lower in _DATING:
            return True
        after = self.sentence.words[i + 1] if i + 1 < len(self.sentence.words) else None
        return not (
            is_given(word.text)
            and after is not None
            and after.capital
            and self.adjacent(i)
            and after.lower not in DAYS
        )

    def _gap(self, i: int) -> str:
        words = self.sentence.words
        return self.text[words[i].end : words[i + 1].start]

    def adjacent(self, i: int) -> bool:
        """Whether only white space, or the full stop of an abbreviation, parts i and i + 1."""
        gap, word = self._gap(i), self.sentence.words[i]
        if gap.startswith(".") and (len(word.text) == 1 or word.lower in HONORIFICS):
            gap = gap[1:]
        return bool(gap) and _GAP.fullmatch(gap) is not None

    def _joined(self, first: int, j: int) -> int:
        """Return how many words from `j` on the run that starts at `first` takes in."""
        words = self.sentence.words
        if j >= len(words):
            return 0
        if words[j - 1].possessive:
            # "the Dock Workers' Union" goes on where "Holm's union" ends.
            plural = self._gap(j - 1) in ("' ", "’ ")
            return int(plural and words[j].capital and words[j].lower in ORGANISATION)
        if self._gap(j - 1) == " & " and self._may_name(j):
            return 1
        if not self.adjacent(j - 1):
            return self._suffix(j)
        if self._may_name(j):
            opens = words[j].lower in STARTERS and words[j].lower not in SOFT
            return int(not opens or self._is_surname(j))
        k = j
        if words[j].text in PARTICLES:
            while k < len(words) and words[k].text in PARTICLES and self.adjacent(k - 1):
                k += 1
            return k - j + 1 if k < len(words) and self._follows(k) else 0
        held = {w.lower for w in words[first:j]}
        if words[j].text in ("of", "for", "and") and held & (ORGANISATION | {"nations", "office"}):
            if words[j].text == "and" and not held & {"of", "for"}:
                return 0
            k = j + 1
            if k < len(words) and words[k].text == "the" and self.adjacent(j):
                k += 1
            if k < len(words) and self._follows(k) and words[k].lower not in OFFICES:
                return k - j + 1
        return 0

    def _is_surname(self, j: int) -> bool:
        """Whether a word that opens sentences ends a name: "Kim Oh"."""
        words = self.sentence.words
        return (
            words[j].lower in _SURNAMES
            and is_given(words[j - 1].text)
            and "\n" not in self._gap(j - 1)
            and not (j + 1 < len(words) and self._follows(j + 1))
        )

    def _follows(self, k: int) -> bool:
        return self.adjacent(k - 1) and self._may_name(k)

    def _suffix(self, j: int) -> int:
        return int(self._gap(j - 1) in (", ", " ") and self.sentence.words[j].lower in ("jr", "sr"))
