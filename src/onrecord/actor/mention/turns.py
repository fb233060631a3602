"""The turns of an interview or a hearing: paragraphs that begin with who speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.page import Page
from onrecord.model import BlockKind, Statement

# "VOSS: ", "Ada Voss (Minister): ", and in Markdown "**VOSS**: " and "**VOSS:** ".
_LABEL_ENDS = re.compile(r"[*_]{0,2}(?:\s+\([^()\n]{2,40}\))?[*_]{0,2}:")

PARTY = 0.1
"""What is left of a chance that "she" is another who takes turns: to such a one one says "you"."""

TOPIC = 2.0
"""How much likelier "she" is somebody whom this turn or the one before it named."""

_JUST_NOW = 3000
"""How far back, in code points, a name still counts as named just now."""


class Turns:
    """The statements of a page whose source and a colon open a paragraph, in order of text.

    `named` gives the readings of the names that begin between two offsets. Who takes a turn is
    known once it was `taken`.
    """

    def __init__(
        self,
        page: Page,
        statements: Sequence[Statement],
        named: Callable[[int, int], Sequence[Reading]],
    ) -> None:
        self._page = page
        self._named = named
        self._in_block = {
            _block(page, s): s for s in reversed(statements) if s.source and _opens(page, s)
        }
        blocks = sorted(self._in_block)
        self._before = dict(zip(blocks[1:], blocks, strict=False))
        self._ids = {s.id for s in self._in_block.values()}
        self._speaker: dict[str, Draft | None] = {}
        self._parties: set[Draft] = set()

    def __contains__(self, statement: Statement) -> bool:
        return statement.id in self._ids

    def has_turn(self, block: int) -> bool:
        """Whether somebody takes a turn in the paragraph `block`."""
        return block in self._in_block

    def taken(self, statement: Statement, draft: Draft | None) -> None:
        """Note who makes a statement that takes a turn."""
        self._speaker[statement.id] = draft
        if draft is not None:
            self._parties.add(draft)

    def share(self, draft: Draft, offset: int) -> float:
        """Return what part of its chance to be "she" at `offset` a turn leaves to `draft`.

        Nobody calls oneself so (0), and hardly whom one speaks to (`PARTY`); whoever was named
        just now is meant sooner (`TOPIC`). Outside of turns it is 1.
        """
        sentences = self._page.sentences
        block = sentences[self._page.sentence_at(offset)].block if sentences else -1
        turn = self._in_block.get(block)
        if turn is None:
            return 1.0
        if draft is self._speaker.get(turn.id):
            return 0.0
        before = self._in_block.get(self._before.get(block, -1), turn)
        named = [
            reading
            for reading in self._named(max(before.source[0].end, offset - _JUST_NOW), offset)
            if reading.draft is draft
            and not turn.source[0].start <= reading.name.start < turn.source[0].end
        ]
        if draft in self._parties:
            # In a hearing one may be told of: "Mr Stone said that he would".
            return 1.0 if any(reading.name.agent for reading in named) else PARTY
        return TOPIC if named else 1.0


def _opens(page: Page, statement: Statement) -> bool:
    """Whether nothing but a mark stands before the source in its paragraph, and then a colon."""
    source = statement.source[0]
    if not page.sentences or statement.content[0].start < source.end:
        return False
    first = page.sentences[page.blocks[_block(page, statement)][0]]
    before = page.text[first.start : source.start] if source.start - first.start <= 3 else "no"
    return (
        first.kind is not BlockKind.HEADLINE
        and not before.strip("*_ ")
        and _LABEL_ENDS.match(page.text, source.end) is not None
    )


def _block(page: Page, statement: Statement) -> int:
    if not page.sentences:
        return -1
    return page.sentences[page.sentence_at(statement.source[0].start)].block
