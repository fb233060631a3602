"""The report as its reader knows it at any point: who was named, who spoke, who is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.page import Page, Spread, words_of
from onrecord.actor.mention.paragraphs import is_carried_on
from onrecord.actor.mention.salience import Memory
from onrecord.actor.mention.turns import Turns
from onrecord.model import Document, Form, Kind, Span, Spans, Statement


class Found(NamedTuple):
    """Whom words stand for, with `draft` None for nobody known, by which rule and how surely.

    `others` answer for the words as well: each of two who speak together, the body that a
    spokesman speaks for.
    """

    form: Form
    draft: Draft | None
    rule: str
    confidence: float
    others: tuple[Found, ...] = ()


class Scene:
    """What all that read one report share: its statements, names, quotations and speakers.

    `speakers` fills as sources are resolved: the id of a statement to who makes it, and how
    sure that is.
    """

    def __init__(
        self,
        document: Document,
        page: Page,
        statements: Sequence[Statement],
        readings: Sequence[Reading],
    ) -> None:
        self.document = document
        self.page = page
        self.statements = sorted(statements, key=lambda s: (_place(s), s.id))
        self.readings = readings
        self.drafts: list[Draft] = list(dict.fromkeys(r.draft for r in readings))
        self.memory = Memory(page)
        self.speakers: dict[str, tuple[Draft | None, float]] = {}
        self.by_id = {s.id: s for s in self.statements}
        self.quotes = Spread(_quoted(document.text, statements))
        self._contents = Spread(c for s in statements for c in s.content)
        self._holder: dict[Span, Statement] = {}
        for statement in reversed(self.statements):
            self._holder.update(dict.fromkeys(statement.content, statement))
        self._in_block: dict[int, list[Statement]] = {}
        for statement in self.statements:
            for block in dict.fromkeys(self.block_of(part.start) for part in _parts(statement)):
                self._in_block.setdefault(block, []).append(statement)
        self._starts = [r.name.start for r in readings]
        self._by_end = {r.name.end: r for r in readings}
        self.turns = Turns(page, self.statements, self.named_between)

    def words(self, span: Span) -> list[str]:
        """Return the words of `span` in lower case."""
        return [w.lower for w in words_of(self.document.text, span.start, span.end)]

    def stretches(self, spans: Spans) -> list[Span]:
        """Return `spans`, those in one that only the sign of a quoted line parts: ``\\n> ``."""
        out: list[Span] = []
        for span in spans:
            between = self.document.text[out[-1].end : span.start] if out else ""
            if between.strip() and not between.strip("> \t\r\n"):
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(span)
        return out

    def named_between(self, start: int, end: int) -> Sequence[Reading]:
        """Return the readings of the names that begin between two offsets."""
        return self.readings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def named_until(self, end: int) -> Reading | None:
        """Return the reading of the name that ends at an offset."""
        return self._by_end.get(end)

    def parent_of(self, statement: Statement | None) -> Statement | None:
        return self.by_id.get(statement.parent or "") if statement else None

    def around(self, statement: Statement) -> Statement | None:
        """Return the innermost other statement in whose content `statement` stands."""
        inner = statement.content[0]
        holders = [
            (c.end - c.start, self._holder[c].id)
            for c in self._contents.on(inner)
            if c.covers(inner) and c != inner and self._holder[c] is not statement
        ]
        return self.by_id[min(holders)[1]] if holders else None

    def barred(self, span: Span, statement: Statement | None) -> set[Draft]:
        """Return whom the words at `span` do not mean: who quotes them, who tells oneself so."""
        barred = {self.quoting(span, statement)}
        if statement is not None and span not in statement.source:
            barred.add(self.speakers.get(statement.id, (None, 0.0))[0])
        return {draft for draft in barred if draft is not None}

    def quoting(self, span: Span, statement: Statement | None) -> Draft | None:
        """Return the speaker of the quotation around `span`: never "he" in his own words."""
        parent = self.parent_of(statement) or (statement and self.around(statement))
        if parent is None or parent.kind is Kind.INDIRECT:
            return None
        if parent.kind is Kind.MIXED and not self.quotes.holds(span.start):
            return None  # the reporter's words: "Berg claimed that Holm told him “no”"
        if not any(c.covers(span) for c in parent.content):
            return None
        return self.speakers.get(parent.id, (None, 0.0))[0]

    def another_between(self, draft: Draft, source: Span, content: Span) -> bool:
        """Whether the report turns to somebody else between a source and words further on.

        A quotation that goes on in the next paragraph is still its speaker's; one after a
        paragraph about another may be the other's.
        """
        if content.start < source.end or self.blocks_between(source, content) == 0:
            return False
        return any(
            r.name.subject and r.draft.human and r.draft is not draft
            for r in self.named_between(source.end, content.start)
            if not self.quotes.holds(r.name.start)
        )

    def last_speaker_in(self, block: int, before: Statement) -> tuple[Draft, float] | None:
        """Return the last speaker of the paragraph `block` ahead of a statement.

        Who speaks inside the words of another does not count.
        """
        place = before.content[0].start
        speakers = [
            (max(part.start for part in _parts(statement) if part.start < place), statement.id)
            for statement in self._in_block.get(block, ())
            if statement is not before
            and statement.parent is None
            and _parts(statement)[0].start < place
        ]
        for _, id_ in sorted(speakers, reverse=True):
            draft, confidence = self.speakers.get(id_, (None, 0.0))
            if draft is not None and not draft.thing:
                return draft, confidence
        return None

    def block_of(self, offset: int) -> int:
        """Return the number of the readable block that holds an offset."""
        if not self.page.sentences:
            return 0
        return self.page.sentences[self.page.sentence_at(offset)].block

    def blocks_between(self, one: Span, other: Span) -> int:
        """Return how many blocks `other` is further on than `one`: below 0 where it is before."""
        return self.block_of(other.start) - self.block_of(one.start)

    def opens_block(self, span: Span) -> bool:
        """Whether nothing but a mark goes before a span in its paragraph."""
        first = self.page.sentences[self.page.blocks[self.block_of(span.start)][0]]
        return span.start - first.start <= 3

    def is_carried_on(self, words: Span) -> bool:
        """Whether words open a paragraph and carry on a quotation the one before left open."""
        block = self.block_of(words.start)
        opens = self.opens_block(words) or self._is_in_first_quotation(words, block)
        return opens and self.is_carried_on_at(block)

    def is_carried_on_at(self, block: int) -> bool:
        """Whether a paragraph opens with a mark where the one before closes none."""
        if block not in self.page.blocks or block - 1 not in self.page.blocks:
            return False
        return is_carried_on(self._paragraph(block - 1), self._paragraph(block))

    def _is_in_first_quotation(self, words: Span, block: int) -> bool:
        """Whether no other mark stands between the one that opens the paragraph and `words`."""
        start = self.page.sentences[self.page.blocks[block][0]].start
        return not _CLOSING.search(self.document.text, start + 1, words.start)

    def _paragraph(self, block: int) -> str:
        first, last = self.page.blocks[block]
        return self.document.text[
            self.page.sentences[first].start : self.page.sentences[last].end
        ].strip()


_CLOSING = re.compile(r"[”»\"]|[.,!?…]['’]")


def _quoted(text: str, statements: Sequence[Statement]) -> Iterator[Span]:
    """Yield what stands in a speaker's own words."""
    for statement in statements:
        for span in statement.content:
            if statement.kind is Kind.DIRECT:
                yield span
            elif statement.kind is Kind.MIXED:
                for match in _MARKED.finditer(text, span.start, span.end):
                    yield Span(*match.span())


_MARKED = re.compile(r"[“„«][^”“»]*[”“»]?|\"[^\"]*\"?|(?<!\w)[‘'][^’']*[’']?")


def _parts(statement: Statement) -> Spans:
    """Return the source and the stretches of content of a statement in the order of the text."""
    return tuple(sorted((*statement.source[:1], *statement.content)))


def _place(statement: Statement) -> int:
    """Where a statement takes its turn: at its source, else at its content."""
    return statement.source[0].start if statement.source else statement.content[0].start
