"""Whom an interview questions, by its headline or its first paragraphs: who "A:" is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.page import Sentence
from onrecord.actor.mention.scene import Scene
from onrecord.actor.role.roles import describe
from onrecord.actor.words import OFFICES

ANSWERS = frozenset({"a", "answer", "antwort"})
"""Labels of turns that say only that a question is answered."""

_WITH = re.compile(
    r"\b(?:interview|conversation|gespräch|entretien|entrevista|intervista)"
    r"\s+(?:with|mit|avec|con)\b",
    re.I,
)
_TALKS = re.compile(
    r"\b(?:talk|speak)(?:s|ing)?\s+(?:to|with)\b|\b(?:talked|spoke)\s+(?:to|with)\b"
)
_PRESS = frozenset("journalist reporter editor correspondent presenter author writer".split())

_FIRST = 5
"""So many blocks of a report may say whom it questions."""

_BEHIND = 100
"""So far behind "interview with", in code points, a name may follow an office."""


def interviewee(scene: Scene) -> Draft | None:
    """Return the one person whom a report says that it questions, None without or with several."""
    asked = {
        draft
        for sentence in scene.page.sentences
        if sentence.block < _FIRST and not scene.turns.has_turn(sentence.block)
        for draft in _questioned(scene, sentence)
        if not _is_author(scene, draft)
    }
    return asked.pop() if len(asked) == 1 else None


def _questioned(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """Yield whom one sentence says to be questioned."""
    text = scene.document.text
    if match := _WITH.search(text, sentence.start, sentence.end):
        yield from _people(scene, match.end(), min(match.end() + _BEHIND, sentence.end))[:1]
    elif match := _TALKS.search(text, sentence.start, sentence.end):
        before = _people(scene, sentence.start, match.start())[:1]
        behind = _people(scene, match.end(), min(match.end() + _BEHIND, sentence.end))[:1]
        either = before + behind
        # Both ask and answer "talk to" each other: who has an office, and not at a paper, answers.
        in_office = [draft for draft in either if _answers_for(draft)]
        yield from in_office if len(either) > 1 else either


def _people(scene: Scene, start: int, end: int) -> list[Draft]:
    def is_person(reading: Reading) -> bool:
        return reading.draft.human and not reading.name.possessive and not reading.name.thing

    return [r.draft for r in scene.named_between(start, end) if is_person(r)]


def _answers_for(draft: Draft) -> bool:
    heads = {told.head for told in map(describe, draft.roles) if told is not None}
    return bool(heads & OFFICES - _PRESS)


def _is_author(scene: Scene, draft: Draft) -> bool:
    return any(name in (scene.document.byline or "") for name in draft.names)
