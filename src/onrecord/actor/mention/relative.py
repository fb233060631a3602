"""Whom "who" goes on about: the head of the noun phrase before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.page import Word
from onrecord.actor.mention.scene import Scene
from onrecord.actor.role.roles import describe
from onrecord.actor.words import DEFINITE, INDEFINITE, POSSESSIVE
from onrecord.model import ActorKind, Span

_REACH = 14
"""So many words before "who" are read for whom it goes on about."""

_COMPLEMENTING = frozenset("of in from on for at".split())
_OF_SEVERAL = re.compile(r"\s*,?\s*(?:are|were|have|don['’]t|['’]ve|['’]re)\b", re.IGNORECASE)
# "Ann Berg, ", "Ann Berg (Lorne), ", "Ann Berg is "
_TOLD_OF = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:[,–—]|\s(?:is|was))\s*$")
_ASIDE = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?,\s*(?P<what>[^,;:.\n]{3,80}),?\s*$")


def antecedent(scene: Scene, span: Span) -> Draft | Span | None:
    """Return who is named right before the "who" at `span`, or where somebody is described.

    None where it is a crowd, or nobody that could be found.
    """
    page, text = scene.page, scene.document.text
    words = page.sentences[page.sentence_at(span.start)].words
    before = [w for w in words if w.end <= span.start][-_REACH:]
    if not before or _OF_SEVERAL.match(text, span.end):
        return None
    near = [r for r in scene.named_between(before[0].start, span.start) if r.draft.human]
    last = next((r for r in near if r.name.end == before[-1].end), None)
    if last is not None and (last.draft.kind is ActorKind.PERSON or not _tells_more(before, last)):
        return last.draft
    for reading in reversed(near):
        told = _ASIDE.match(text, reading.name.end, span.start)
        if told is not None and _is_somebody(told["what"]):
            return reading.draft
    return _described(text, _to_head(scene, before), near)


def _described(text: str, before: Sequence[Word], near: Sequence[Reading]) -> Draft | Span | None:
    starts = [w.start for w in before if w.lower in DEFINITE | INDEFINITE | POSSESSIVE]
    if not starts:
        return None
    for reading in near:
        if reading.name.end < starts[-1] and _TOLD_OF.fullmatch(text, reading.name.end, starts[-1]):
            return reading.draft
    whole = Span(starts[-1], before[-1].end)
    wanted = describe(whole.of(text))
    return None if wanted is None or wanted.crowd or not wanted.human else whole


def _to_head(scene: Scene, before: Sequence[Word]) -> Sequence[Word]:
    """Leave out a last name that only tells more of the noun before it."""
    reading = scene.named_until(before[-1].end)
    if reading is None:
        return before
    ahead = [w for w in before if w.end <= reading.name.title_start]
    while ahead and ahead[-1].lower in _COMPLEMENTING | {"the"}:
        ahead.pop()
    return ahead


def _tells_more(before: Sequence[Word], last: Reading) -> bool:
    """Whether a name only tells more of the noun before it: "Democrats on Capitol Hill"."""
    ahead = [w.lower for w in before if w.end <= last.name.title_start and w.lower != "the"]
    return bool(ahead) and ahead[-1] in _COMPLEMENTING


def _is_somebody(words: str) -> bool:
    described = describe(words)
    return described is not None and described.human and not described.plural
