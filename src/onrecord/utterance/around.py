"""The words of an attribution: the sentence of its cue without what was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from onrecord.actor.mention.page import Page
from onrecord.model import Document, Span, Statement

_REACH = 400
"""Code points around a cue that are read."""


class Words(NamedTuple):
    """Words as long as the stretch of text that begins at `start`, some of it blanked."""

    start: int
    words: str


class Contents:
    """All that is said in a report, so that what touches a stretch is found at once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def on(self, stretch: Span) -> Iterator[Span]:
        """Yield what touches a stretch."""
        at = bisect_left(self._starts, stretch.end) - 1
        while at >= 0 and self._reach[at] > stretch.start:
            if self._spans[at].overlaps(stretch):
                yield self._spans[at]
            at -= 1


def words_around(document: Document, page: Page, one: Statement, parent: Statement | None) -> Words:
    """Return the words around the cue of a statement, within the content of its `parent`."""
    places = (*one.cue, *one.source)
    if not places:
        return Words(0, "")
    sentence = page.sentences[page.sentence_at(places[0].start)]
    start = max(sentence.start, places[0].start - _REACH)
    end = min(sentence.end, places[0].end + _REACH)
    for content in parent.content if parent else ():
        if content.covers(places[0]):
            start, end = max(start, content.start), min(end, content.end)
    letters = list(document.text[start:end])
    for content in one.content:
        low, high = max(content.start, start), min(content.end, end)
        if low < high:
            letters[low - start : high - start] = "\x00" * (high - low)
    return Words(start, "".join(letters))
