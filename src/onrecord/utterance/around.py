"""The words of an attribution: the sentence of its cue without what was said."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.actor.mention.page import Page
from onrecord.model import Document, Statement

_REACH = 400
"""Code points around a cue that are read."""


class Words(NamedTuple):
    """Words as long as the stretch of text that begins at `start`, some of it blanked."""

    start: int
    words: str


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
