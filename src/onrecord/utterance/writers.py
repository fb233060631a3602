"""Who wrote what a report quotes from: "according to the letter" is told by its writer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.mention.page import read_page
from onrecord.model import Document, Statement
from onrecord.utterance.around import words_around

_WORK = re.compile(
    r"(?:the|this|that|his|her|their|its)\s+(?:same\s+)?(?P<noun>letter|note|memo|message|e-?mail|"
    r"telegram|text|post|tweet|communiqué|memoirs?|diary|diaries|book|article|speech)",
    re.IGNORECASE,
)


class Writers:
    """Who wrote the letters and books of a report, by the statements that were made in them."""

    def __init__(self, document: Document, said: Sequence[tuple[Statement, str | None]]) -> None:
        self._document = document
        self._page = read_page(document)
        self._by_id = {one.id: one for one, _ in said}
        rows = ((one.content[0].start, one.id, who) for one, who in said if who and one.cue)
        self._said = sorted(row for row in rows if not self._is_work(self._by_id[row[1]]))

    def of(self, words: str, offset: int) -> str | None:
        """Return the id of who wrote what `words` at an offset mean: the last one told of."""
        work = _WORK.fullmatch(words)
        if work is None:
            return None
        noun = re.compile(rf"\b{re.escape(work['noun'])}\b", re.IGNORECASE)
        before = (row for row in reversed(self._said) if row[0] < offset)
        return next((who for _, id_, who in before if noun.search(self._words(id_))), None)

    def _is_work(self, one: Statement) -> bool:
        return any(_WORK.fullmatch(span.of(self._document.text)) for span in one.source)

    def _words(self, id_: str) -> str:
        one = self._by_id[id_]
        parent = self._by_id.get(one.parent or "")
        return words_around(self._document, self._page, one, parent).words
