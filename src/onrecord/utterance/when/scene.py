"""Carry a time to all that its speaker says on the same occasion."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Act, BlockKind, Granularity, Kind, Mention, Said, Span, Statement
from onrecord.utterance.times import Base, Expression
from onrecord.utterance.when import words as w
from onrecord.utterance.when.attribution import is_told_as_made
from onrecord.utterance.when.occasions import Occasions
from onrecord.utterance.when.references import References, days_of
from onrecord.utterance.when.sessions import Sessions
from onrecord.utterance.when.settings import People, Scene, is_old, settings
from onrecord.utterance.when.sheet import Sheet, anchor

_LEAD = 6
"""Sentences at the head of a report to which a day named among them belongs."""
_EXACT = frozenset({Granularity.DAY, Granularity.MINUTE})


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
        self._people = People(sheet, mentions)
        self._sessions = Sessions(sheet)
        self._found: dict[str, Said] = {}
        self._scenes: dict[str, Scene] = {}
        self._asides: dict[str, Scene] = {}
        self._waiting: dict[str, list[Statement]] = {}
        self._elsewhere: set[str] = set()
        self._speaker = ""
        self._first: str | None = None
        self._last: tuple[Statement, Said | None] | None = None
        self._setting: Scene | None = None
        self._dates = {said.span.start for said in told.values() if said.span}

    def carried(self) -> dict[str, Said]:
        """Return the times of the statements that have none of their own."""
        ahead = list(settings(self._sheet, self._references, self._people, self._dates))
        for statement in (s for s in self._sheet.statements if not self._sheet.depths[s.id]):
            start = anchor(statement).start
            self._speaker = self._people.speaker(statement, self._speaker)
            if self._first is None and statement.source:
                self._first = self._speaker
            while ahead and ahead[0][1].start < start:
                self._set(*ahead.pop(0))
            said = self._told.get(statement.id)
            if said is not None:
                self._take(statement, said)
            elif is_told_as_made(statement):
                self._carry(statement)
            self._last = (statement, self._found.get(statement.id) or said)
        known = {**self._told, **self._found}
        undated = [
            s.id
            for s in self._sheet.statements
            if not self._sheet.depths[s.id]
            and s.id not in known
            and s.id not in self._elsewhere
            and is_told_as_made(s)
            and not w.EARLIER.search(self._verb(s))
        ]
        shared = self._occasions.dated(known, undated)
        return self._found | {id: as_scene(said) for id, said in shared.items()}

    def _set(self, key: str, scene: Scene) -> None:
        """Take in a sentence that tells when somebody spoke, and not what."""
        self._scenes[key] = scene
        self._setting = scene
        self._sessions.take(scene.start, scene.said)
        if key == self._first and self._sheet.body_index(scene.start) < _LEAD:
            self._date_waiting(key, scene)

    def _take(self, statement: Statement, said: Said) -> None:
        """Take in a statement whose own words tell its time."""
        scene, speaker = self._scene(statement, said), self._speaker
        if not scene.aside:
            self._sessions.take(scene.start, said)
        if speaker and scene.aside:
            self._asides[speaker] = scene
        elif speaker:
            self._scenes[speaker] = scene
            self._asides.pop(speaker, None)
            if speaker == self._first and self._sheet.body_index(scene.start) < _LEAD:
                self._date_waiting(speaker, scene)
            else:
                self._date_waiting(speaker, scene, beside=True)
        for other in self._people.together(self._sheet.page.sentence_at(scene.start)):
            self._scenes.setdefault(other, scene)

    def _date_waiting(self, speaker: str, scene: Scene, *, beside: bool = False) -> None:
        """Date what a speaker said before the time was told: at the head, or right before it."""
        kept = []
        for early in self._waiting.pop(speaker, []):
            if beside:
                fits = self._is_beside(anchor(early).start, scene.start)
            else:
                fits = not self._is_of_now(early) or self._is_of_now(scene)
            if fits and not self._is_other_medium(early, scene):
                self._found[early.id] = as_scene(scene.said)
            else:
                kept.append(early)
        if kept:
            self._waiting[speaker] = kept

    def _is_beside(self, early: int, late: int) -> bool:
        """Whether two offsets lie in one sentence, or in two of a paragraph that are neighbours."""
        page = self._sheet.page
        near = page.sentence_at(late) - page.sentence_at(early) <= 1
        return near and self._sheet.block_of(early) == self._sheet.block_of(late)

    def _carry(self, statement: Statement) -> None:
        """Date a statement by the scene that it belongs to, or let it wait for one."""
        speaker = self._speaker
        if self._is_reply(statement) or w.HEARD.search(self._cue(statement)):
            self._elsewhere.add(statement.id)
            return
        held = self._held(statement, self._scenes.get(speaker), self._asides.get(speaker))
        held = held or self._sessions.of(statement) or self._runs_on(statement)
        if held is not None:
            self._found[statement.id] = as_scene(held)
        elif speaker and speaker not in self._scenes and self._is_early(statement):
            self._waiting.setdefault(speaker, []).append(statement)

    def _is_reply(self, statement: Statement) -> bool:
        """Whether a statement answers words that the one before it retells."""
        if not w.REPLIED.search(self._cue(statement)):
            return False
        sentence = self._sheet.sentence_of(anchor(statement))
        if sentence is not None and w.TO_THIS.match(self._sheet.text, sentence.start):
            return True
        above = self._last[0] if self._last else None
        if above is None:
            return False
        near = self._sheet.block_of(anchor(statement).start) == self._sheet.block_of(
            anchor(above).start
        )
        return near and self._sheet.has_inside(above)

    def _held(self, statement: Statement, scene: Scene | None, aside: Scene | None) -> Said | None:
        """Return the time of the scene that a statement belongs to, or of one told in passing."""
        start = anchor(statement).start
        goes_on = bool(w.GOES_ON.search(self._cue(statement)))
        if aside is not None:
            away = self._sheet.block_of(start) - self._sheet.block_of(aside.start)
            here = self._sheet.sentence_of(anchor(statement))
            if away == 0 and (goes_on or (here is not None and here.start <= aside.start)):
                return aside.said
            if away == 0 and not aside.perfect:
                return None
            direct = statement.kind is Kind.DIRECT and aside.perfect and 0 <= away <= 1
            if scene is None and direct and not w.EARLIER.search(self._verb(statement)):
                return aside.said
        if scene is None or self._is_other_medium(statement, scene):
            return None
        if self._occasions.is_another(statement.id, scene.statement):
            return None
        if self._is_of_now(statement) and not self._is_of_now(scene):
            return None
        if w.EARLIER.search(self._verb(statement)):
            return None
        return scene.said if goes_on or not self._is_interrupted(scene, start) else None

    def _cue(self, statement: Statement) -> str:
        """Return a cue and the few words before it."""
        here = anchor(statement)
        return self._sheet.text[max(here.start - 24, 0) : here.end]

    def _verb(self, statement: Statement) -> str:
        return self._sheet.verb_of(anchor(statement))

    def _is_other_medium(self, statement: Statement, scene: Scene) -> bool:
        """Whether of a statement and a scene one was spoken and the other one written."""
        if statement.act is scene.act:
            return False
        one, other = anchor(statement).start, scene.start
        written, spoken = (one, other) if statement.act is Act.WRITING else (other, one)
        return self._is_written(written) and not self._is_written(spoken)

    def _is_written(self, offset: int) -> bool:
        return _tells(w.WRITTEN, self._sheet.own_words(self._sheet.page.sentence_at(offset)))

    def _is_of_now(self, one: Statement | Scene) -> bool:
        """Whether it is told in the present, outside of headlines: "he says", "she denies"."""
        here = anchor(one) if isinstance(one, Statement) else Span(one.start, one.end)
        sentence = self._sheet.sentence_of(here)
        if sentence is None or sentence.kind is BlockKind.HEADLINE:
            return False
        words = here.of(self._sheet.text).split()
        return bool(words) and w.PRESENT.search(words[0]) is not None

    def _runs_on(self, statement: Statement) -> Said | None:
        """A quotation with nobody's name to it, right below words whose time is known."""
        unsigned = not statement.cue and not statement.source
        if statement.kind is not Kind.DIRECT:
            return None
        if not unsigned and (
            w.EARLIER.search(self._verb(statement)) or not self._people.is_nobody_named(statement)
        ):
            return None
        here = statement.content[0].start
        last, said = self._last or (None, None)
        above = last.content[-1].start if last else 0
        if not unsigned and self._setting is not None and self._setting.start > above:
            above, said, last = self._setting.start, self._setting.said, None
        if said is None or (last is not None and not unsigned and self._is_aside(last)):
            return None
        if not 0 <= self._sheet.block_of(here) - self._sheet.block_of(above) <= 1:
            return None
        if self._speaker:
            # "The minister" goes on to be whoever that was.
            scene = self._scene(statement, said)
            self._scenes.setdefault(self._speaker, replace(scene, statement=""))
        return said

    def _is_aside(self, statement: Statement) -> bool:
        return any(scene.statement == statement.id for scene in self._asides.values())

    def _is_early(self, statement: Statement) -> bool:
        """Whether a statement stands at the head of a report and tells no earlier words."""
        cue = self._verb(statement)
        return not w.EARLIER.search(cue) or w.HAS.search(cue) is not None

    def _scene(self, statement: Statement, said: Said) -> Scene:
        here = anchor(statement)
        perfect = w.PERFECT.search(self._verb(statement)) is not None
        aside = perfect or is_old(self._references, said, here.start)
        return Scene(here.start, here.end, said, statement.act, statement.id, aside, perfect)

    def _is_interrupted(self, scene: Scene, until: int) -> bool:
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
        if _tells(w.HAD, self._sheet.own_words(self._sheet.page.sentence_at(start))):
            return False  # It is told how it had come to this.
        found = self._references.resolve(expression, start)
        if found is None or said.interval is None:
            return said.interval is None and expression.text.lower() != said.text.lower()
        return days_of(found[0]) != days_of(said.interval)


@lru_cache(maxsize=16)
def _tells(what: re.Pattern[str], words: str) -> bool:
    """Whether a sentence has such words; the last are kept, as one may hold many statements."""
    return what.search(words) is not None


def as_scene(said: Said) -> Said:
    """Return the time of an occasion as that of another statement on it."""
    interval = replace(said.interval, rule="scene") if said.interval else None
    return replace(said, rule="scene", interval=interval)
