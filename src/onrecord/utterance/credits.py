"""Outlets that a report credits beside a statement: ``told the Bote``, ``in an interview with``.

A credit holds for what the same speaker says on the same occasion, before and after, until
another is named. A dateline such as ``(Tarn Wire) –`` holds for the whole report.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.actor.mention.page import Page, read_page
from onrecord.model import (
    Act,
    BlockKind,
    Document,
    Entity,
    Factuality,
    Mention,
    Part,
    Span,
    Statement,
)
from onrecord.utterance.around import Words, words_around
from onrecord.utterance.outlets import NAME, Outlets, alike, core, is_outlet_noun, words_at

_GIVEN = re.compile(
    r"\b(?P<how>(?:interview|conversation|chat|speaking|spoke|talking|talked|comments?|remarks?|"
    r"statement|e-?mail|message|letter|note|briefing|opinion piece|essay|article|column|op-ed|"
    r"commentary|appearance|writing|wrote|piece|podcast|programme|show|documents?|memo|recording|"
    r"transcript)\b"
    r"(?:[ ](?:given|published|broadcast|aired|sent|shared|provided|released|to|[a-z]+day))?"
    r"[ ](?:with|to|for|in|by|on)"
    r"|(?:seen|obtained|reviewed|published|printed|carried|quoted|cited|broadcast|aired|heard|"
    r"released)[ ](?:by|in|on)"
    r"|(?:given|provided|sent|leaked|shared|available)[ ](?:to|with)"
    r"|(?P<behind>with[ ]reference[ ]to|referring[ ]to))"
    rf"[ ](?P<name>(?:[Tt]he[ ])?(?:(?!an?\b)[a-z-]+[ ]){{0,3}}?(?P<core>{NAME}))"
)
"""What was given to an outlet or published by it, with the name behind it."""
_OTHER_OCCASION = re.compile(
    r"\b(?:had|earlier|previously|last|ago|reporters|journalists|press conference|briefing|"
    r"speech|summit|rally|parliament|post|tweet|posted|tweeted|the day before|the day after|"
    r"January|February|March|April|June|July|August|September|October|"
    r"November|December)\b"
)
"""Words that may put a statement on another occasion than the one before it."""
_DATELINE = re.compile(rf"\((?P<name>{NAME})\)|[•/|][ ]?(?P<other>{NAME})$")


class Credit(NamedTuple):
    """An outlet through which words are known: what it is called, where, and who that is.

    It stands `behind` who makes the statement where they refer to it.
    """

    name: str
    span: Span
    entity_id: str | None
    behind: bool = False


def credits_of(
    document: Document,
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    outlets: Outlets,
) -> dict[str, tuple[Credit, ...]]:
    """Return the outlets credited with each statement itself, in the order of the text."""
    return _Reader(document, statements, entities, mentions, outlets).credits()


class _Reader:
    """Reads the words around each statement, and carries what they credit."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
        outlets: Outlets,
    ) -> None:
        self._document = document
        self._page: Page = read_page(document)
        self._statements = sorted(statements, key=lambda s: (_start(s), s.id))
        self._by_id = {s.id: s for s in statements}
        self._entities = {e.id: e for e in entities}
        self._outlets = outlets
        self._told: dict[str, list[Mention]] = defaultdict(list)
        self._speaker: dict[str, str] = {}
        for mention in mentions:
            if mention.statement_id is None:
                continue
            if mention.part is Part.ADDRESSEE:
                self._told[mention.statement_id].append(mention)
            elif mention.part is Part.SOURCE and mention.entity_id is not None:
                self._speaker.setdefault(mention.statement_id, mention.entity_id)
        self._named = sorted((m for m in mentions if m.entity_id), key=lambda m: m.span)
        self._cues = sorted({cue for one in statements for cue in one.cue})

    def credits(self) -> dict[str, tuple[Credit, ...]]:
        whole = tuple(self._of_dateline())
        own = {s.id: tuple(self._beside(s)) for s in self._statements}
        carried = self._carried(own)
        return {s.id: _distinct((*whole, *carried.get(s.id, own[s.id]))) for s in self._statements}

    def _beside(self, one: Statement) -> Iterator[Credit]:
        for mention in self._told[one.id]:
            credit = self._credit(mention.span, mention.entity_id, told=True)
            if credit is not None:
                yield credit
        around = self._around(one)
        for match in _GIVEN.finditer(around.words):
            if not self._is_of_another(one, around.start + match.start()):
                span = Span(around.start + match.start("core"), around.start + match.end("core"))
                given = "interview" in match["how"]
                credit = self._credit(span, self._entity_at(span), given=given)
                if credit is not None:
                    yield credit._replace(behind=match["behind"] is not None)

    def _credit(
        self, span: Span, entity_id: str | None, *, told: bool = False, given: bool = False
    ) -> Credit | None:
        entity = self._entities.get(entity_id or "")
        words = words_at(self._document, span)
        if (entity is None or not entity.named) and is_outlet_noun(words):
            entity = self._outlets.before(span.start)
            if entity is None:
                return None
        if self._outlets.is_own(words, entity):
            return None
        if not self._outlets.is_outlet(words, entity, told=told, given=given):
            return None
        name = entity.name if entity and entity.named else core(words)
        return Credit(name, span, entity.id if entity else None)

    def _entity_at(self, span: Span) -> str | None:
        """Return whom the words of a name mean, not those of a phrase that only holds it."""
        around = Span(max(span.start - len("the "), 0), span.end)
        first = bisect_left(self._named, around.start, key=lambda m: m.span.start)
        last = bisect_left(self._named, around.end, key=lambda m: m.span.start)
        meant = (m for m in self._named[first:last] if around.covers(m.span))
        return next((m.entity_id for m in meant if m.span.overlaps(span)), None)

    def _around(self, one: Statement) -> Words:
        return words_around(self._document, self._page, one, self._by_id.get(one.parent or ""))

    def _is_of_another(self, one: Statement, at: int) -> bool:
        """Whether the cue of another statement stands between the words at `at` and this one's."""
        cue = (*one.cue, *one.source)[0].start
        low, high = sorted((cue, at))
        first = bisect_right(self._cues, low, key=lambda other: other.start)
        last = bisect_left(self._cues, high, key=lambda other: other.start)
        return any(other not in one.cue for other in self._cues[first:last])

    def _of_dateline(self) -> Iterator[Credit]:
        text = self._document.text
        for block in self._document.blocks:
            if block.kind not in (BlockKind.DATELINE, BlockKind.BYLINE):
                continue
            for match in _DATELINE.finditer(text, block.span.start, block.span.end):
                span = Span(*match.span("name" if match["name"] else "other"))
                credit = self._credit(span, self._entity_at(span))
                if credit is not None:
                    yield credit

    def _carried(self, own: Mapping[str, tuple[Credit, ...]]) -> dict[str, tuple[Credit, ...]]:
        """Return the credits of statements that say nothing of the kind, by who makes them."""
        by_speaker: dict[str, list[Statement]] = defaultdict(list)
        for one in self._statements:
            spoken = one.act in (Act.SPEECH, Act.WRITING) and one.factuality is Factuality.MADE
            if one.parent is None and spoken and one.id in self._speaker:
                by_speaker[self._speaker[one.id]].append(one)
        out: dict[str, tuple[Credit, ...]] = {}
        for said in by_speaker.values():
            current: tuple[Credit, ...] | None = None
            before: list[Statement] = []
            for one in said:
                if own[one.id]:
                    current = own[one.id]
                    if not self._is_elsewhere(one):
                        out |= dict.fromkeys((s.id for s in before), current)
                    before = []
                elif self._has_own_occasion(one):
                    current, before = None, []
                elif current is not None:
                    out[one.id] = current
                else:
                    before.append(one)
        return out

    def _has_own_occasion(self, one: Statement) -> bool:
        return bool(self._told[one.id]) or self._is_elsewhere(one)

    def _is_elsewhere(self, one: Statement) -> bool:
        return _OTHER_OCCASION.search(self._around(one).words) is not None


def _distinct(found: Sequence[Credit]) -> tuple[Credit, ...]:
    """Keep of each outlet the first credit."""
    kept: list[Credit] = []
    for one in found:
        if not any(alike(one.name, other.name) for other in kept):
            kept.append(one)
    return tuple(kept)


def _start(one: Statement) -> int:
    return min(span.start for span in (*one.content, *one.cue, *one.source))
