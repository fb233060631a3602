"""When a statement was made, where the words that attribute it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.actor.mention.page import Page, Spread, read_page
from onrecord.actor.words import PRONOUNS
from onrecord.model import (
    Act,
    BlockKind,
    Document,
    Granularity,
    Interval,
    Mention,
    Part,
    Said,
    Span,
    Statement,
)
from onrecord.utterance.times import Expression, find_times

_BLANK = "\x00"
_ASIDE = re.compile(
    r",? (?:who|which|whose|whom|where)\b[^,\x00]*,|, (?:who|which|whose|whom|where)\b[^,\x00]*$"
    r"|, (?:the|an?|his|her|its|their) [^,\x00]*,|\([^)]*\)"
)
# Before a time, these make it the time of something else or only one end of a span.
_OTHER = re.compile(
    r"\b(?:since|until|till|by|before|after|from|next|coming|between|following|ahead of|due|"
    r"scheduled(?: for)?|planned for|starting|beginning|effective|later|for|than|of)\s+"
    r"(?:on\s+|in\s+|the\s+|early\s+|late\s+|last\s+)*$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"^\s*(?:,\s*)?(?:next|this coming|to come|onwards?)\b", re.IGNORECASE)
# Between a cue and a time, these start a clause that has a time of its own.
_BARRIER = re.compile(
    r"\b(?:that|after|before|since|until|following|ahead|when|while|because|which|who|held|"
    r"due|scheduled|expected|planned|amid|despite|as|whose|if|about|regarding|over|"
    r"was|were|is|are|has|had|have|will|would)\b|[;:]",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|is to|are to|was to|due to|expected to|set to|going to|plans? to|"
    r"intends? to|wants? to|hopes? to|about to|to)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:had|have|has|having|once|earlier|previously|would|will)\b(?:\s+\w+){0,2}$"
)
_NEAR = 90
_REACH = 400
_LEAD = 5
_FIRST_YEAR = 1000  # a day of publication before it is a machine's empty field


def said_when(
    document: Document,
    statements: Sequence[Statement],
    *,
    mentions: Sequence[Mention] = (),
) -> dict[str, Said]:
    """Return when each of `statements` was made, for those of which the text tells.

    Only words of the attribution count: the sentence of the cue without any content.
    Weekdays, days without a year and words like "yesterday" need `document.published`; an
    unknown day of publication leaves them unknown. A day in the first sentences carries to
    the other statements of the same speaker, rule ``scene``, until another day is named;
    `mentions`, where given, tell who the same speaker is, else the words of the source do.
    """
    return _Clock(document, statements, mentions).read()


class _Clock:
    def __init__(
        self, document: Document, statements: Sequence[Statement], mentions: Sequence[Mention]
    ) -> None:
        self.entity_of: dict[str, str] = {}
        for m in mentions:
            if m.part is Part.SOURCE and m.statement_id and m.entity_id:
                # The first is who speaks; others speak with them, or are spoken for.
                self.entity_of.setdefault(m.statement_id, m.entity_id)
        self.text = document.text
        self.page: Page = read_page(document)
        self.published = _day(document.published)
        self.statements = sorted(statements, key=lambda s: (_anchor(s).start, s.id))
        self.by_id = {s.id: s for s in statements}
        self.contents = Spread(self.page, (c for s in statements for c in s.content))
        self.said: dict[str, Said] = {}

    def read(self) -> dict[str, Said]:
        pending = [s for s in self.statements if s.parent is None]
        pending += [s for s in self.statements if s.parent is not None]
        for statement in pending:
            when = self._attributed(statement)
            if when is not None:
                self.said[statement.id] = when
        self._carry()
        return {s.id: self.said[s.id] for s in self.statements if s.id in self.said}

    # The attribution itself -------------------------------------------------------------

    def _attributed(self, statement: Statement) -> Said | None:
        anchor = _anchor(statement)
        if not (statement.cue or statement.source) or not self.page.sentences:
            return None
        sentence = self.page.sentences[self.page.sentence_at(anchor.start)]
        if not sentence.start <= anchor.start < sentence.end:
            return None
        # A sentence may be a whole book in one line: only its part about the cue is read.
        start = max(sentence.start, anchor.start - _REACH)
        words = self._masked(start, min(sentence.end, anchor.end + _REACH), statement)
        at, end = anchor.start - start, min(anchor.end - start, len(words))
        if statement.cue and _FUTURE.search(words[:at].replace(_BLANK, " ")):
            return None
        published = self._reference(statement)
        whole = start == sentence.start
        near = [
            (gap, expression)
            for expression in find_times(words)
            if (gap := _distance(words, expression, at, end, whole=whole)) is not None
        ]
        for _, expression in sorted(near, key=lambda pair: (pair[0], pair[1].start)):
            if not _is_other(words, expression):
                when = expression.resolve(published)
                span = Span(start + expression.start, start + expression.end)
                return Said(span, expression.text, expression.rule, when) if when else None
        return None

    def _masked(self, start: int, end: int, statement: Statement) -> str:
        """Return a stretch with all content but the reporting statement's blanked out."""
        anchor = _anchor(statement)
        here = self.contents.on(self.page.sentence_at(anchor.start))
        others = [c for c in here if not c.covers(anchor)]
        parent = self.by_id.get(statement.parent or "")
        if parent is not None:
            # The words around a quotation date the quotation, not what is told in it.
            held = [c for c in parent.content if c.covers(anchor)]
            low, high = (held[0].start, held[0].end) if held else (start, start)
            others += [Span(0, low)] if low else []
            others.append(Span(high, max(end, high + 1)))
        words = _without(self.text, start, end, others)
        return _ASIDE.sub(lambda m: _BLANK * len(m.group()), words)

    def _reference(self, statement: Statement) -> date | None:
        """Return the day to count from: of publication, or, in a quotation, of speaking."""
        if statement.parent is None:
            return self.published
        parent = self.said.get(statement.parent)
        return _day(parent.interval if parent else None)

    # The scene --------------------------------------------------------------------------

    def _carry(self) -> None:
        """Give a day named in the lead to the other statements of its speaker."""
        top = [s for s in self.statements if s.parent is None]
        lead = next((s for s in top if s.id in self.said), None)
        if lead is None or self._body_index(_anchor(lead).start) >= _LEAD:
            return
        told = self.said[lead.id]
        when = told.interval
        if when is None or when.granularity is not Granularity.DAY:
            return
        limit = self._next_day(_anchor(lead).end, when)
        speaker = last = self._speaker(lead)
        for statement in top:
            here = _anchor(statement).start
            if here >= limit:
                return
            before = here < _anchor(lead).start
            word = self._speaker(statement)
            if not before and word not in PRONOUNS:
                last = word
            if self.entity_of:
                same = self._is_entity(lead, statement)
            else:
                same = (
                    bool(speaker) and (word if before or word not in PRONOUNS else last) == speaker
                )
            if same and statement.id not in self.said and self._tells_of_now(statement):
                self.said[statement.id] = replace(
                    told, rule="scene", interval=replace(when, rule="scene")
                )

    def _tells_of_now(self, statement: Statement) -> bool:
        """Whether a statement is of the occasion told, not one remembered: "had said"."""
        if statement.act not in (Act.SPEECH, Act.WRITING):
            return False
        anchor = _anchor(statement)
        before = self.text[max(anchor.start - 24, 0) : anchor.start]
        return not _EARLIER.search(before + anchor.of(self.text))

    def _is_entity(self, lead: Statement, other: Statement) -> bool:
        known = self.entity_of.get(lead.id)
        return known is not None and known == self.entity_of.get(other.id)

    def _body_index(self, offset: int) -> int:
        """Return which sentence of the body, headlines not counted, holds `offset`."""
        index = self.page.sentence_at(offset)
        before = self.page.sentences[:index]
        return sum(s.kind is not BlockKind.HEADLINE for s in before)

    def _speaker(self, statement: Statement) -> str:
        """Return the word a speaker is known by here: the last of the source."""
        if not statement.source:
            return ""
        words = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", statement.source[0].of(self.text))
        last = words[-1] if words else ""
        return last if last[:1].isupper() and last.lower() not in PRONOUNS else last.lower()

    def _next_day(self, after: int, when: Interval) -> int:
        """Return where the text outside all content next names a day other than `when`."""
        for index, sentence in enumerate(self.page.sentences):
            if sentence.end <= after:
                continue
            bare = _without(self.text, sentence.start, sentence.end, self.contents.on(index))
            for expression in find_times(bare):
                start = sentence.start + expression.start
                if expression.granularity is Granularity.DAY and start >= after:
                    day = expression.resolve(self.published)
                    if day is None or (day.start, day.end) != (when.start, when.end):
                        return sentence.start
        return len(self.text)


def _without(text: str, start: int, end: int, contents: Sequence[Span]) -> str:
    """Return ``text[start:end]`` with all of `contents` blanked out, offsets kept."""
    letters = list(text[start:end])
    for span in contents:
        low, high = max(span.start, start), min(span.end, end)
        if low < high:
            letters[low - start : high - start] = _BLANK * (high - low)
    return "".join(letters)


def _anchor(statement: Statement) -> Span:
    """Return what the time must stand near: the cue, else the source, else the content."""
    return (statement.cue or statement.source or statement.content)[0]


def _day(interval: Interval | None) -> date | None:
    """Return the one day of an interval, None for longer ones."""
    if interval is None or interval.start[:10] != interval.end[:10]:
        return None
    day = date.fromisoformat(interval.start[:10])
    return day if day.year >= _FIRST_YEAR else None


def _distance(words: str, expression: Expression, at: int, end: int, *, whole: bool) -> int | None:
    """Return how far a time is from the cue, or None where it belongs to something else.

    `whole` says that `words` begin where their sentence does.
    """
    if expression.start >= end:
        between = words[end : expression.start]
        if _BLANK in between:
            return None
    else:
        between = words[expression.end : at]
        opening = not words[: expression.start].strip(' "“(').replace("On", "").strip()
        if whole and opening:
            # "On Thursday, …": the time of the whole sentence.
            return None if ";" in between else min(len(between), _NEAR)
        if _BLANK in between:
            return None
    if len(between) > _NEAR or _BARRIER.search(between):
        return None
    return len(between)


def _is_other(words: str, expression: Expression) -> bool:
    before = words[: expression.start]
    return bool(_OTHER.search(before) or _AFTERWARDS.search(words[expression.end :]))
