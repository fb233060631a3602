"""Carry a time to all that its speaker says on the same occasion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.actor.words import PRONOUNS
from onrecord.model import Act, Granularity, Kind, Mention, Part, Said, Span, Statement
from onrecord.utterance.times import Base, Expression
from onrecord.utterance.when import words as w
from onrecord.utterance.when.attribution import ASIDE, is_of_other, is_told_as_made
from onrecord.utterance.when.occasions import Occasions
from onrecord.utterance.when.references import References, days_of
from onrecord.utterance.when.sheet import Sheet, anchor

_LEAD = 6
"""Sentences at the head of a report to which a day named among them belongs."""
_BESIDE = 60
"""Code points behind "with" in which whoever it is must be named."""
_LATELY = timedelta(days=31)
_EXACT = frozenset({Granularity.DAY, Granularity.MINUTE})
_LONG = frozenset({Granularity.MONTH, Granularity.YEAR})


@dataclass(frozen=True, slots=True)
class _Scene:
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


class Scenes:
    """Who spoke when, from the top of a report to its end."""

    def __init__(
        self,
        sheet: Sheet,
        references: References,
        mentions: Sequence[Mention],
        occasions: Occasions,
        told: Mapping[str, Said],
    ) -> None:
        self._sheet = sheet
        self._occasions = occasions
        self._references = references
        self._told = told
        self._mentions = sorted(
            (m for m in mentions if m.entity_id), key=lambda m: (m.span.start, m.span.end)
        )
        self._entity_of: dict[str, str] = {}
        for m in mentions:
            if m.part is Part.SOURCE and m.statement_id and m.entity_id:
                # The first is who speaks; others speak with them, or are spoken for.
                self._entity_of.setdefault(m.statement_id, m.entity_id)
        self._dates = {said.span.start for said in told.values() if said.span}

    def carried(self) -> dict[str, Said]:
        """Return the times of the statements that have none of their own."""
        found: dict[str, Said] = {}
        scenes: dict[str, _Scene] = {}
        asides: dict[str, _Scene] = {}
        waiting: dict[str, list[Statement]] = {}
        settings = self._settings()
        speaker, first, last = "", None, None
        for statement in (s for s in self._sheet.statements if not self._sheet.depths[s.id]):
            start = anchor(statement).start
            speaker = self._speaker(statement, speaker)
            first = speaker if first is None and statement.source else first
            while settings and settings[0][1].start < start:
                key, scene = settings.pop(0)
                scenes[key] = scene
                if key == first and self._sheet.body_index(scene.start) < _LEAD:
                    found |= {early.id: as_scene(scene.said) for early in waiting.pop(key, [])}
            said = self._told.get(statement.id)
            if said is not None:
                scene = self._scene(statement, said)
                if speaker and scene.aside:
                    asides[speaker] = scene
                elif speaker:
                    scenes[speaker] = scene
                    asides.pop(speaker, None)
                    at_head = self._sheet.body_index(start) < _LEAD
                    if speaker == first and at_head:
                        found |= {early.id: as_scene(said) for early in waiting.pop(speaker, [])}
                for other in self._together(self._sheet.page.sentence_at(start)):
                    scenes.setdefault(other, scene)
            elif is_told_as_made(statement):
                held = self._held(statement, scenes.get(speaker), asides.get(speaker))
                held = held or self._runs_on(statement, last)
                if held is not None:
                    found[statement.id] = as_scene(held)
                elif speaker and speaker not in scenes and self._is_early(statement):
                    waiting.setdefault(speaker, []).append(statement)
            last = (statement, found.get(statement.id) or said)
        known = {**self._told, **found}
        undated = [
            s.id
            for s in self._sheet.statements
            if not self._sheet.depths[s.id] and s.id not in known and is_told_as_made(s)
        ]
        shared = self._occasions.dated(known, undated)
        return found | {id: as_scene(said) for id, said in shared.items()}

    def _held(
        self, statement: Statement, scene: _Scene | None, aside: _Scene | None
    ) -> Said | None:
        """Return the time of the scene that a statement belongs to, or of one told in passing."""
        start = anchor(statement).start
        goes_on = bool(w.GOES_ON.search(self._cue(statement)))
        if aside is not None and self._sheet.block_of(start) == self._sheet.block_of(aside.start):
            here = self._sheet.sentence_of(anchor(statement))
            if goes_on or (here is not None and here.start <= aside.start):
                return aside.said
            if not aside.perfect:
                return None
        if scene is None or self._is_other_medium(statement, scene):
            return None
        if self._occasions.is_another(statement.id, scene.statement):
            return None
        if w.EARLIER.search(self._cue(statement)):
            return None
        return scene.said if goes_on or not self._is_interrupted(scene, start) else None

    def _cue(self, statement: Statement) -> str:
        """Return a cue and the few words before it, which tell its tense."""
        here = anchor(statement)
        return self._sheet.text[max(here.start - 24, 0) : here.end]

    def _is_other_medium(self, statement: Statement, scene: _Scene) -> bool:
        """Whether of a statement and a scene one was spoken and the other one written."""
        if statement.act is scene.act:
            return False
        written = anchor(statement).start if statement.act is Act.WRITING else scene.start
        sentence = self._sheet.own_words(self._sheet.page.sentence_at(written))
        return w.WRITTEN.search(sentence) is not None

    def _runs_on(
        self, statement: Statement, last: tuple[Statement, Said | None] | None
    ) -> Said | None:
        """A quotation with nobody's name to it, right below words whose time is known."""
        unsigned = not statement.cue and not statement.source and statement.kind is Kind.DIRECT
        if last is None or last[1] is None or not unsigned:
            return None
        here, above = statement.content[0].start, last[0].content[-1].start
        near = self._sheet.block_of(here) - self._sheet.block_of(above)
        return last[1] if 0 <= near <= 1 else None

    def _is_early(self, statement: Statement) -> bool:
        """Whether a statement stands at the head of a report and tells no earlier words."""
        cue = self._cue(statement)
        return not w.EARLIER.search(cue) or w.HAS.search(cue) is not None

    def _scene(self, statement: Statement, said: Said) -> _Scene:
        here = anchor(statement)
        perfect = w.PERFECT.search(self._cue(statement)) is not None
        aside = perfect or self._is_old(said, here.start)
        return _Scene(here.start, here.end, said, statement.act, statement.id, aside, perfect)

    def _is_old(self, said: Said, offset: int) -> bool:
        if said.interval is None:
            return said.rule in ("event", "long ago")
        days, _ = self._references.at(offset)
        if days is None:
            return said.interval.granularity is Granularity.YEAR
        long = said.interval.granularity in _LONG and said.interval.end < days[0].isoformat()
        return long or date.fromisoformat(said.interval.end[:10]) < days[0] - _LATELY

    def _is_interrupted(self, scene: _Scene, until: int) -> bool:
        """Whether the report tells of another day in between, other than as somebody's words."""
        times = self._sheet.times
        low, high = (bisect_left(times, at, key=lambda t: t[1]) for at in (scene.end, until))
        return any(
            start not in self._dates
            and self._sheet.block_of(start) != self._sheet.block_of(scene.start)
            and self._is_other_day(expression, start, scene.said)
            for _, start, expression in times[low:high]
        )

    def _is_other_day(self, expression: Expression, start: int, said: Said) -> bool:
        if expression.granularity not in _EXACT or expression.base is Base.NAMED:
            return False
        found = self._references.resolve(expression, start)
        if found is None or said.interval is None:
            return said.interval is None and expression.text.lower() != said.text.lower()
        return days_of(found[0]) != days_of(said.interval)

    def _settings(self) -> list[tuple[str, _Scene]]:
        """Return the sentences that tell who spoke when, though no statement is known from them."""
        found = []
        for index, start, expression in self._sheet.times:
            if start in self._dates:
                continue
            sentence = self._sheet.page.sentences[index]
            words = ASIDE.sub(lambda m: w.BLANK * len(m[0]), self._sheet.own_words(index))
            verb = _verb_of(words, expression)
            if verb is None:
                continue
            speaker = self._subject(sentence.start, words[: verb.start()])
            told = self._references.resolve(expression, start)
            if not speaker or (told and self._references.is_to_come(told[0])):
                continue
            when = replace(told[0], rule=told[1]) if told else None
            span = Span(start, start + expression.end - expression.start)
            said = Said(span, expression.text, told[1] if told else expression.rule, when)
            if not self._is_old(said, start):
                scene = _Scene(start, span.end, said, Act.SPEECH)
                found.append((speaker, scene))
                found += ((o, scene) for o in self._together(index) if o != speaker)
        return found

    def _together(self, index: int) -> list[str]:
        """Return who spoke with the speaker: "at a joint press conference with X"."""
        start, words = self._sheet.page.sentences[index].start, self._sheet.own_words(index)
        starts = (start + match.end() for match in w.TOGETHER.finditer(words))
        others = (next(iter(self._within(at, at + _BESIDE)), None) for at in starts)
        return [m.entity_id for m in others if m is not None and m.entity_id]

    def _subject(self, start: int, words: str) -> str:
        """Return the last who is named in `words` outside of all that stands aside."""
        named = [
            m
            for m in self._within(start, start + len(words))
            if words[m.span.start - start] != w.BLANK
        ]
        last = max(named, key=lambda m: (m.span.end, -m.span.start), default=None)
        return (last.entity_id if last else None) or ""

    def _within(self, start: int, end: int) -> list[Mention]:
        return [m for m in self._mentions if start <= m.span.start < end]

    def _speaker(self, statement: Statement, before: str) -> str:
        """Return whom a statement is of: an entity, else the words of its source."""
        if statement.id in self._entity_of:
            return self._entity_of[statement.id]
        if not statement.source:
            return ""
        words = statement.source[0].of(self._sheet.text).lower().split()
        if words and words[-1] in PRONOUNS:
            return "" if self._entity_of else before
        kept = [word for word in words if word not in ("the", "a", "an", "one", "of")]
        return " ".join(kept) if self._entity_of else (kept or words or [""])[-1]


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


def as_scene(said: Said) -> Said:
    """Return the time of an occasion as that of another statement on it."""
    interval = replace(said.interval, rule="scene") if said.interval else None
    return replace(said, rule="scene", interval=interval)
