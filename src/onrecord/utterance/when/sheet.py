"""A report as whoever dates its statements wants it: its own words apart from what it quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from onrecord.actor.mention.page import Page, Sentence, Spread, read_page
from onrecord.model import BlockKind, Document, Kind, Span, Statement
from onrecord.utterance.times import Expression, find_times
from onrecord.utterance.when.words import APART, BLANK, CREDIT

REACH = 400
"""Code points of a sentence that are read on either side of a cue or a time."""
_ASIDE = re.compile(
    r",? (?:who|which|whose|whom|where)\b[^,\x00]{0,200},"
    r"|, (?:who|which|whose|whom|where)\b[^,\x00]{0,200}$"
    r"|, (?:the|an?|his|her|its|their) [^,\x00]{0,200},|\([^()]{0,200}\)"
)
_FIRST_WORDS = re.compile(r"\w+(?:\s+\w+)?")
_TENSE = 24
"""Code points before a cue in which "had" and "will" are looked for."""
_MARKS = re.compile(r'["“”„«»]')
_TAIL = 40
"""Code points behind a credit in which its own time may stand."""


class Sheet:
    """The sentences of a report, and which of its words are its own."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self.text = document.text
        self.page: Page = read_page(document)
        self.statements = sorted(statements, key=lambda s: (anchor(s).start, s.id))
        self._by_id = {s.id: s for s in statements}
        self.quoted = Spread(c for s in statements if not self._is_credit(s) for c in s.content)
        self._own_words: dict[int, str] = {}
        self._apart: dict[int, str] = {}

    def sentence_of(self, span: Span) -> Sentence | None:
        """Return the sentence that holds the start of `span`."""
        if not self.page.sentences:
            return None
        sentence = self.page.sentences[self.page.sentence_at(span.start)]
        return sentence if sentence.start <= span.start < sentence.end else None

    def block_of(self, offset: int) -> int:
        return self.page.sentences[self.page.sentence_at(offset)].block

    def body_index(self, offset: int) -> int:
        """Return which sentence of the body, headlines not counted, holds `offset`."""
        return self._body[self.page.sentence_at(offset)]

    @cached_property
    def _body(self) -> list[int]:
        """How many sentences of the body stand before each sentence."""
        kinds = (s.kind is not BlockKind.HEADLINE for s in self.page.sentences)
        return list(accumulate(kinds, initial=0))

    def parent(self, statement: Statement) -> Statement | None:
        """Return the statement that reports this one, unless it only credits an outlet."""
        above = self._by_id.get(statement.parent or "")
        while above is not None and self._is_credit(above):
            above = self._by_id.get(above.parent or "")
        return above

    def verb_of(self, cue: Span) -> str:
        """Return the first words of a cue and the few before it, which tell its tense."""
        begun = _FIRST_WORDS.match(self.text, cue.start, cue.end)
        return self.text[max(cue.start - _TENSE, 0) : begun.end() if begun else cue.end]

    def quoting(self, statement: Statement, offset: int) -> Statement | None:
        """Return the statement in whose quoted words an offset lies, the innermost around one."""
        for above in self._above(statement):
            held = next((c for c in above.content if c.start <= offset < c.end), None)
            if held is not None and (
                above.kind is Kind.DIRECT or _in_marks(self.text[held.start : offset])
            ):
                return above
        return None

    def has_inside(self, statement: Statement) -> bool:
        """Whether other statements are told inside of one."""
        return statement.id in self._reporting

    @cached_property
    def _reporting(self) -> frozenset[str]:
        return frozenset(s.parent for s in self.statements if s.parent)

    @cached_property
    def depths(self) -> dict[str, int]:
        """How deep each statement is nested: 0 for what the report itself tells."""
        return {s.id: sum(1 for _ in self._above(s)) for s in self.statements}

    def _above(self, statement: Statement) -> Iterator[Statement]:
        seen = {statement.id}
        above = self.parent(statement)
        while above is not None and above.id not in seen:
            seen.add(above.id)
            yield above
            above = self.parent(above)

    def _is_credit(self, statement: Statement) -> bool:
        """Whether a statement is the report's own telling, with an outlet's name behind it.

        "…, KPA reports", but not "…, KPA reported on Friday": what that told counts from then.
        """
        if statement.parent or not statement.cue or not statement.source:
            return False
        cue, source = statement.cue[0], statement.source[0]
        if not CREDIT.fullmatch(cue.of(self.text)) or source.start < statement.content[-1].end:
            return False
        last = max(source.end, cue.end)
        return not any(find_times(re.split(r"[,.;]", self.text[last : last + _TAIL])[0]))

    @cached_property
    def times(self) -> tuple[tuple[int, int, Expression], ...]:
        """Every time in the report's own words: the sentence's index, the offset, and the words."""
        return tuple(
            (index, sentence.start + expression.start, expression)
            for index, sentence in enumerate(self.page.sentences)
            for expression in find_times(self.own_words(index))
        )

    def own_words(self, index: int) -> str:
        """Return a sentence with all that it quotes blanked out, offsets kept."""
        if index not in self._own_words:
            sentence = self.page.sentences[index]
            here = Span(sentence.start, sentence.end)
            self._own_words[index] = without(self.text, here.start, here.end, self.quoted.on(here))
        return self._own_words[index]

    def apart(self, index: int) -> str:
        """Return the own words of a sentence with its asides blanked out too."""
        if index not in self._apart:
            self._apart[index] = set_apart(self.own_words(index))
        return self._apart[index]

    def times_within(self, start: int, end: int) -> Iterator[tuple[int, Expression]]:
        """Yield the times that begin in a stretch of the text, with their offsets."""
        low, high = (bisect_left(self.times, at, key=lambda time: time[1]) for at in (start, end))
        yield from ((at, expression) for _, at, expression in self.times[low:high])


def near(words: str, expression: Expression) -> tuple[str, Expression]:
    """Return of a sentence's words those near a time in them, and where it stands there.

    A sentence may be a whole book in one line.
    """
    low = max(expression.start - REACH, 0)
    there = replace(expression, start=expression.start - low, end=expression.end - low)
    return words[low : expression.end + REACH], there


def set_apart(words: str, cue: int = -1) -> str:
    """Return words with their asides blanked out, so that no time in one is found.

    What stands around the offset of a cue is none.
    """
    return _ASIDE.sub(lambda m: m[0] if m.start() <= cue < m.end() else APART * len(m[0]), words)


def _in_marks(words: str) -> bool:
    """Whether words end inside quotation marks that opened among them."""
    opened = 0
    for mark in _MARKS.finditer(words):
        opens = mark[0] in "“„«" or (mark[0] == '"' and not opened)
        opened = max(opened + (1 if opens else -1), 0)
    return opened > 0


def without(text: str, start: int, end: int, contents: Iterable[Span]) -> str:
    """Return ``text[start:end]`` with all of `contents` blanked out, offsets kept."""
    letters = list(text[start:end])
    for span in contents:
        low, high = max(span.start, start), min(span.end, end)
        if low < high:
            letters[low - start : high - start] = BLANK * (high - low)
    return "".join(letters)


def anchor(statement: Statement) -> Span:
    """Return what the time must stand near: the cue, else the source, else the content."""
    return (statement.cue or statement.source or statement.content)[0]
