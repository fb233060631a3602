"""Runs of words that two texts share, found in one walk along one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Runs:
    """All runs of words of a text.

    They are kept in a suffix automaton (Blumer et al. 1985, "The Smallest Automaton Recognizing
    the Subwords of a Text"): it grows with the words and not with their square, however often one
    of them is repeated. It is made when it is first asked.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._next: list[dict[str, int]] = []
        self._link: list[int] = []
        self._length: list[int] = []

    def up_to_each(self, words: Sequence[str]) -> Iterator[int]:
        """Yield for each word the number of words of the longest run ending there that both have.

        It is 0 where the text does not have the word.
        """
        if not self._next:
            self._make()
        state = length = 0
        for word in words:
            while state and word not in self._next[state]:
                state = self._link[state]
                length = self._length[state]
            after = self._next[state].get(word)
            if after is not None:
                state, length = after, length + 1
            yield length

    def _make(self) -> None:
        """Add word after word: a state is all runs that end in the same places."""
        last = self._state({}, -1, 0)
        for word in self._words:
            new = self._state({}, 0, self._length[last] + 1)
            before = last
            while before >= 0 and word not in self._next[before]:
                self._next[before][word] = new
                before = self._link[before]
            if before >= 0:
                self._link[new] = self._split(before, word)
            last = new

    def _split(self, before: int, word: str) -> int:
        """Return the state of the runs of `before` with the word, apart from longer ones."""
        after = self._next[before][word]
        if self._length[after] == self._length[before] + 1:
            return after
        shorter = self._state(dict(self._next[after]), self._link[after], self._length[before] + 1)
        self._link[after] = shorter
        while before >= 0 and self._next[before].get(word) == after:
            self._next[before][word] = shorter
            before = self._link[before]
        return shorter

    def _state(self, after: dict[str, int], link: int, length: int) -> int:
        self._next.append(after)
        self._link.append(link)
        self._length.append(length)
        return len(self._next) - 1
