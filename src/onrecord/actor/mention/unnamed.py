"""Speakers whom a report describes and does not name: each is somebody of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.mention.drafts import Draft
from onrecord.actor.mention.scene import Scene
from onrecord.actor.role.roles import Description, describe
from onrecord.actor.words import CROWDS
from onrecord.model import ActorKind, Span

_BREAK = re.compile(r"\s[\s>]*")
"""White space, and the sign of a quoted line in it."""

_ASIDE = re.compile(
    r",?\s+(?:who|which|whose|whom|that)\b|,\s+(?:the|an?)\s"
    r"|\s+(?:aboard|near|inside|outside|living|working|wearing|speaking|based|here|there)\b"
)
"""Where what names an unnamed speaker ends, and what is told of them besides begins."""

_NOBODY = frozenset(
    "nobody none no-one noone nothing neither what how why when where whether".split()
)


def is_nobody(words: Sequence[str]) -> bool:
    """Whether words stand for no speaker: "nobody in the cabinet", "what it costs"."""
    return bool(words) and (words[0] in _NOBODY or list(words[:2]) == ["no", "one"])


class Unnamed:
    """The unnamed speakers of one scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._at: dict[tuple[int, str], Draft] = {}

    def described(self, wanted: Description, span: Span) -> Draft:
        """Return a new speaker of the kind that a description at `span` tells."""
        if wanted.group and not wanted.plural:
            return self.new(span, ActorKind.ORGANISATION)
        if wanted.plural:
            return self.crowd(span)
        if not wanted.human and wanted.head not in CROWDS:
            return self.new(span, ActorKind.UNKNOWN)
        draft = self.new(span, ActorKind.PERSON)
        if wanted.gender:
            draft.votes[wanted.gender] += 4
        draft.roles.append(wanted.text)
        return draft

    def before(self, wanted: Description, span: Span) -> Draft | None:
        """Return the unnamed speaker who was described by the same noun before."""

        def weigh(draft: Draft) -> float:
            if draft.named:
                return 0.0
            heads = {told.head for told in map(describe, draft.roles) if told is not None}
            return 1.0 if wanted.head in heads else 0.0

        return self._scene.memory.choose(span.start, weigh)[0]

    def crowd(self, span: Span) -> Draft:
        return self.new(span, ActorKind.GROUP)

    def new(self, span: Span, kind: ActorKind) -> Draft:
        """Return a speaker who is called what stands at `span`, the same for the same words."""
        plural = kind is ActorKind.GROUP
        said = _BREAK.sub(" ", span.of(self._scene.document.text)).strip(" ,;:")
        at = span.start, said
        if at in self._at:  # the source of several statements
            return self._at[at]
        aside = None if plural else _ASIDE.search(said, 3)
        name = said[: aside.start()] if aside else said
        draft = Draft([name], kind=kind, named=False, start=span.start, plural=plural)
        self._scene.drafts.append(draft)
        self._at[at] = draft
        return draft
