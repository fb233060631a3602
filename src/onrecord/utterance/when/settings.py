"""Who speaks, and the sentences that tell when somebody spoke but not what they said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.actor.words import PRONOUNS
from onrecord.model import Act, Form, Granularity, Mention, Part, Said, Span, Statement
from onrecord.utterance.times import Expression
from onrecord.utterance.when import words as w
from onrecord.utterance.when.attribution import is_of_other
from onrecord.utterance.when.references import References
from onrecord.utterance.when.sheet import Sheet, near

_NAME = re.compile(r"[^\W\d_][^\W_]*")
_TITLES = frozenset("Sir Dame Lord Lady Prince Princess King Queen Don Dom Father Sister".split())
"""Titles that stand before a given name alone."""
_SO_SAID = re.compile(r"\W*(?:so|thus)\s*", re.IGNORECASE)
_BESIDE = 60
"""Code points behind "with" in which whoever it is must be named."""
_LATELY = timedelta(days=31)
_LONG = frozenset({Granularity.MONTH, Granularity.YEAR})


@dataclass(frozen=True, slots=True)
class Scene:
    """A time told of a speaker, and where.

    `aside` is one told in passing, not the occasion that the report is of; `perfect` one told as
    past even then ("had said").
    """

    start: int
    end: int
    said: Said
    act: Act
    statement: str = ""
    aside: bool = False
    perfect: bool = False


class People:
    """The speakers of a report by what they are known by: an entity, or the words for them."""

    def __init__(self, sheet: Sheet, mentions: Sequence[Mention]) -> None:
        self._sheet = sheet
        self._mentions = sorted(
            (m for m in mentions if m.entity_id), key=lambda m: (m.span.start, m.span.end)
        )
        self._entity_of: dict[str, str] = {}
        self._known: set[str] = set()
        self._named: set[str] = set()
        for m in mentions:
            if m.part is Part.SOURCE and m.statement_id and m.entity_id:
                # The first is who speaks; others speak with them, or are spoken for.
                self._entity_of.setdefault(m.statement_id, m.entity_id)
                if m.form is not Form.DESCRIPTION:
                    self._known.add(m.statement_id)
                if m.form is Form.NAME:
                    self._named.add(m.statement_id)
        self._whole = _whole_names(sheet, self._mentions)
        self._together: dict[int, list[str]] = {}

    def speaker(self, statement: Statement, before: str) -> str:
        """Return whom a statement is of: an entity, else the words of its source."""
        if statement.id in self._entity_of:
            return self._same(self._entity_of[statement.id])
        if not statement.source:
            return ""
        words = statement.source[0].of(self._sheet.text).lower().split()
        if words and words[-1] in PRONOUNS:
            return "" if self._entity_of else before
        kept = [word for word in words if word not in ("the", "a", "an", "one", "of")]
        return " ".join(kept) if self._entity_of else (kept or words or [""])[-1]

    def may_be_same(self, one: Statement, other: Statement) -> bool:
        """Whether two statements are not known to be of two people."""
        known = {self._entity_of[s.id] for s in (one, other) if s.id in self._named}
        return len(known) < 2

    def is_nobody_named(self, statement: Statement) -> bool:
        """Whether a source is "the minister" or a pronoun, and who that is nobody tells."""
        if statement.id in self._known or not statement.source:
            return False
        words = statement.source[0].of(self._sheet.text).lower().split()
        return bool(words) and (words[0] == "the" or words[-1] in PRONOUNS)

    def together(self, index: int) -> list[str]:
        """Return who spoke with the speaker: "at a joint press conference with X"."""
        if index not in self._together:
            start, words = self._sheet.page.sentences[index].start, self._sheet.own_words(index)
            starts = (start + match.end() for match in w.TOGETHER.finditer(words))
            others = (next(iter(self._within(at, at + _BESIDE)), None) for at in starts)
            known = (self._same(m.entity_id) for m in others if m is not None and m.entity_id)
            self._together[index] = list(dict.fromkeys(known))
        return self._together[index]

    def subject(self, start: int, words: str) -> str:
        """Return the last who is named in `words` outside of all that stands aside."""
        named = [
            m
            for m in self._within(start, start + len(words))
            if words[m.span.start - start] not in (w.BLANK, w.APART)
        ]
        last = max(named, key=lambda m: (m.span.end, -m.span.start), default=None)
        return self._same((last.entity_id if last else None) or "")

    def object(self, start: int, end: int) -> str:
        """Return the first who is named in a stretch: "So said Drev"."""
        first = next(iter(self._within(start, end)), None)
        return self._same((first.entity_id if first else None) or "")

    def _same(self, entity: str) -> str:
        return self._whole.get(entity, entity)

    def _within(self, start: int, end: int) -> list[Mention]:
        low, high = (bisect_left(self._mentions, at, key=_start) for at in (start, end))
        return self._mentions[low:high]


def _start(mention: Mention) -> int:
    return mention.span.start


def _whole_names(sheet: Sheet, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return of whom else a title and a given name are part: "Sir Paul" of "Sir Paul Drev"."""
    words: dict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if m.form is Form.NAME and m.entity_id:
            words[m.entity_id] |= set(_NAME.findall(m.span.of(sheet.text)))
    found = {}
    for one, short in words.items():
        longer = [other for other, names in words.items() if short < names]
        if len(longer) == 1 and len(short) == 2 and short & _TITLES:
            found[one] = longer[0]
    return found


def is_old(references: References, said: Said, offset: int) -> bool:
    """Whether a time is not that of the occasion which the report is of."""
    if said.interval is None:
        return said.rule in ("event", "long ago")
    days, _ = references.at(offset)
    if days is None:
        return said.interval.granularity is Granularity.YEAR
    long = said.interval.granularity in _LONG and said.interval.end < days[0].isoformat()
    return long or date.fromisoformat(said.interval.end[:10]) < days[0] - _LATELY


def settings(
    sheet: Sheet, references: References, people: People, dates: Collection[int]
) -> Iterator[tuple[str, Scene]]:
    """Yield the sentences that tell who spoke when, though no statement is known from them.

    `dates` are the offsets of the times that are those of a statement.
    """
    for index, start, expression in sheet.times:
        if start in dates:
            continue
        sentence = sheet.page.sentences[index]
        words, there = near(sheet.apart(index), expression)
        verb = _verb_of(words, there)
        if verb is None:
            continue
        begin = start - there.start
        speaker = people.subject(begin, words[: verb.start()])
        if begin == sentence.start and _SO_SAID.fullmatch(words[: verb.start()]):
            speaker = people.object(begin + verb.end(), start)
        told = references.resolve(expression, start)
        if not speaker or (told and references.is_to_come(told[0])):
            continue
        when = replace(told[0], rule=told[1]) if told else None
        span = Span(start, start + expression.end - expression.start)
        said = Said(span, expression.text, told[1] if told else expression.rule, when)
        if not is_old(references, said, start):
            scene = Scene(start, span.end, said, Act.SPEECH)
            yield speaker, scene
            yield from ((o, scene) for o in people.together(index) if o != speaker)


def _verb_of(words: str, expression: Expression) -> re.Match[str] | None:
    """Return the verb of speaking that a time in the same sentence is of."""
    if is_of_other(words, expression):
        return None
    for verb in w.SPOKE.finditer(words):
        before = words[: verb.start()]
        if expression.start >= verb.end():
            between = words[verb.end() : expression.start]
        else:
            between = words[expression.end : verb.start()]
        own = w.BLANK not in between and not w.BARRIER.search(between)
        if own and not w.FUTURE.search(before) and not w.PERFECT.search(before):
            return verb
    return None
