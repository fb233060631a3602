"""Carry what is told of one occasion to all that its speaker says there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import (
    Act,
    Aspect,
    Circumstance,
    Factuality,
    MediumKind,
    OccasionKind,
    Span,
    Statement,
)
from onrecord.utterance.setting.attribution import Found, Told

ATTRIBUTION, SCENE = "attribution", "scene"
_SAID = (Act.SPEECH, Act.WRITING)


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement, or a sentence that only sets the scene.

    `audience` is to whom it was said, "" where untold; `guests` are those who speak on the same
    occasion as `speaker`; `joint` says that somebody does, whoever it is.
    """

    start: int
    speaker: str
    told: Told
    statement: Statement | None
    audience: str = ""
    guests: frozenset[str] = frozenset()
    joint: bool = False

    @property
    def is_written(self) -> bool:
        return self.statement is not None and self.statement.act is Act.WRITING

    @property
    def of_now(self) -> bool:
        """Whether it is of what the report reports: not remembered, planned or nested."""
        one = self.statement
        if self.told.earlier:
            return False
        if one is None:
            return True
        return one.act in _SAID and one.factuality is Factuality.MADE and one.parent is None


_WRITTEN = frozenset({MediumKind.LETTER, MediumKind.MESSAGE, MediumKind.SOCIAL_MEDIA})
_ON_AIR = frozenset({MediumKind.RADIO, MediumKind.TELEVISION})
_AIRED = frozenset(
    {OccasionKind.INTERVIEW, OccasionKind.SPEECH, OccasionKind.PRESS_CONFERENCE, OccasionKind.CALL}
)
"""Occasions that are broadcast, where a medium and they are told apart."""


_Read = Mapping[Aspect, tuple[str, Span]]


def _do_not_meet(one: _Read, other: _Read) -> bool:
    """Whether a medium and an occasion are not of the same words: a letter and a rally."""
    medium, occasion = one.get(Aspect.MEDIUM), other.get(Aspect.OCCASION)
    if medium is None or occasion is None or Aspect.MEDIUM in other or Aspect.OCCASION in one:
        return False
    return medium[0] in _WRITTEN or (medium[0] in _ON_AIR and occasion[0] not in _AIRED)


@dataclass(slots=True)
class _Occasion:
    """What is known of one occasion on which one speaker spoke, and what was said there."""

    found: Found = field(default_factory=dict)
    times: frozenset[str] = frozenset()
    audience: str = ""
    tellings: list[Telling] = field(default_factory=list)

    def is_another(self, telling: Telling) -> bool:
        """Whether a telling is of another occasion, or another time, than this one."""
        told = telling.told
        if told.times and self.times and not told.times & self.times:
            return True
        if _do_not_meet(told.found, self.found) or _do_not_meet(self.found, told.found):
            return True
        if telling.is_written and self.audience and not telling.audience:
            return True
        if any(self._is_from_before(*one) for one in told.found.items()):
            return True
        both = told.found.keys() & self.found.keys() - {Aspect.PLACE}
        if any(told.found[aspect][0] != self.found[aspect][0] for aspect in both):
            return True
        if telling.audience and self.audience and telling.audience != self.audience:
            return not both
        named = told.found.keys() - {Aspect.PLACE}
        return bool(told.times and not self.times and self.found and not named)

    def _is_from_before(self, aspect: Aspect, named: tuple[str, Span]) -> bool:
        """Whether what a telling names was told before this occasion began: "in the letter"."""
        known = aspect in self.found or aspect is Aspect.PLACE
        return not known and bool(self.tellings) and named[1].end < self.tellings[0].start

    def take(self, telling: Telling) -> None:
        self.found = {**telling.told.found, **self.found}
        self.times = self.times or telling.told.times
        self.audience = self.audience or telling.audience
        self.tellings.append(telling)


def carried(tellings: Sequence[Telling]) -> Iterator[Circumstance]:
    """Yield the circumstances of each statement: what is told with it, then those of its scene.

    They come in the order of the text.
    """
    ordered = sorted(tellings, key=lambda t: (t.start, t.statement.id if t.statement else ""))
    found: list[tuple[int, Circumstance]] = []
    for occasion in _occasions(ordered):
        for telling in occasion.tellings:
            found += ((telling.start, one) for one in _circumstances(telling, occasion.found))
    found.sort(key=lambda pair: (pair[0], pair[1].statement_id, pair[1].aspect))
    return (one for _, one in found)


def _occasions(tellings: Sequence[Telling]) -> list[_Occasion]:
    """Part what is told in the order of the text into occasions, each of one speaker."""
    now: dict[str, _Occasion] = {}
    every: list[_Occasion] = []
    joint: Telling | None = None
    for telling in tellings:
        if joint is not None and telling.of_now and telling.speaker not in ("", joint.speaker):
            if not telling.told.found and not telling.told.times:
                # Whoever speaks next speaks where the two stand together.
                now[telling.speaker] = _Occasion(dict(joint.told.found), joint.told.times)
                every.append(now[telling.speaker])
            joint = None
        joint = telling if telling.joint and telling.of_now else joint
        current = now.get(telling.speaker) if telling.speaker and telling.of_now else None
        if current is None or current.is_another(telling):
            current = _Occasion()
            every.append(current)
            if telling.speaker and telling.of_now:
                now[telling.speaker] = current
        current.take(telling)
        for guest in telling.guests:
            now[guest] = _Occasion(dict(telling.told.found), telling.told.times, telling.audience)
            every.append(now[guest])
    return every


def _circumstances(telling: Telling, scene: Found) -> Iterator[Circumstance]:
    one = telling.statement
    if one is None or (one.act not in _SAID and one.factuality is Factuality.MADE):
        return
    for aspect in Aspect:
        own = telling.told.found.get(aspect)
        kind, span = own or scene.get(aspect) or ("", None)
        if isinstance(span, Span):
            yield Circumstance(one.id, aspect, kind, span, ATTRIBUTION if own else SCENE)
