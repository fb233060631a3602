"""The title that stands before a name: "then-Norland President", "Norland's former president"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.actor.mention.page import Sentence
from onrecord.actor.mention.runs import Runs
from onrecord.actor.mention.titles import is_office
from onrecord.actor.words import HONORIFICS, LEADERS, OFFICES, SPEECH, STARTERS, TITLE_WORDS


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one sentence of `text`; words are counted from the sentence's first."""

    text: str
    sentence: Sentence
    runs: Runs

    def stands_before(self, i: int) -> bool:
        """Whether an office or a form of address stands right before the word at `i`."""
        words = self.sentence.words
        return (
            i > 0
            and self.runs.adjacent(i - 1)
            and (is_office(words[i - 1].lower) or words[i - 1].lower in HONORIFICS)
        )

    def of(self, start: int, begin: int) -> tuple[str, str, int]:
        """Return the title that ends where the name begins, the article before it, its start."""
        words = self.sentence.words
        head = begin - 1
        if begin == 0 or (begin == start and not self.stands_before(begin)):
            return "", "", words[begin].start
        i = head
        while i > 0 and head - i < 9 and self.runs.adjacent(i - 1) and self._in_title(i - 1, start):
            i -= 1
        i = self._behind_another(i, head)
        while i < head and words[i].lower in ("of", "for", "and", "the"):
            i += 1
        while i < head and words[i].lower in SPEECH:
            i += 1  # "Said Prime Minister Ann Berg"
        i = self._owner(i)
        article = words[i - 1].lower if i > 0 else ""
        title = " ".join(self.text[words[i].start : words[head].end].split())
        return title, article, words[i].start

    def _behind_another(self, i: int, head: int) -> int:
        """Return where the title from `i` to `head` goes on behind the office of another.

        In "spokesman for President Ann Berg" it is the President who has the name.
        """
        words = self.sentence.words
        for k in range(head - 1, i, -1):
            if words[k].lower in ("of", "for") and self._is_of_another(k, head):
                return k + 1
        return i

    def _is_of_another(self, k: int, head: int) -> bool:
        """Whether the "of" or "for" at `k` leads from one person's office to another person."""
        office, other = self.sentence.words[k - 1].lower, self.sentence.words[head].lower
        if not is_office(office) or office in _OVER or (office, other) == ("secretary", "justice"):
            return False
        return is_office(other) or (other in HONORIFICS and k + 1 == head)

    def _owner(self, i: int) -> int:
        """Return where the owner of the title that begins at `i` does: "Norland's president"."""
        words = self.sentence.words
        owned = i > 0 and words[i - 1].possessive and words[i - 1].capital
        if not owned or len(self.text[words[i - 1].end : words[i].start].split()) > 1:
            return i
        i -= 1
        while i > 0 and self.runs.adjacent(i - 1) and words[i - 1].capital:
            i -= 1
        return i + (words[i].lower in STARTERS)

    def _in_title(self, i: int, start: int) -> bool:
        word = self.sentence.words[i]
        if word.possessive and i < start and not word.capital:
            return False
        if i >= start:
            return True
        low = word.lower.rsplit("-", 1)[-1]
        if low in ("of", "for"):
            return i > 0 and is_office(self.sentence.words[i - 1].lower)
        if low == "the":
            return (
                i > 1 and self.sentence.words[i - 1].lower == "of" and self._in_title(i - 1, start)
            )
        capital = word.capital and word.lower not in STARTERS and not self.runs.is_date(i)
        return capital or low in TITLE_WORDS or low in OFFICES or _then(word.text)


_OVER = LEADERS | {"minister", "commissioner", "director"}
"""Offices whose "of" and "for" lead to what they are over: "Chief of Defence General Ann Berg"."""


def _then(word: str) -> bool:
    return "-" in word and word.rsplit("-", 1)[-1][:1].isupper()
