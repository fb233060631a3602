"""Who stands behind words that speak for another: a body's spokesman, a firm's report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.actor.mention.confidence import UNSURE, sure
from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.names import Name
from onrecord.actor.mention.scene import Scene
from onrecord.actor.name.countries import COUNTRY_OF, NAMES
from onrecord.actor.words import WORKS
from onrecord.model import ActorKind, Span

_SPOKESMAN = re.compile(
    r"\b(?:spokes[\w-]+|press (?:secretary|officer|office)|media office)\b", re.IGNORECASE
)
_FOR_WHOM = re.compile(r"\b(?:for|of)\s+(?:the|an?|his|her|their|its)\b|['’]s\s")
"""That a spokesman speaks for somebody who is not named, "a spokesman for the group"."""
_FOR = re.compile(r"\s+(?:for|of|at|from|with)\s+(?:the\s+)?", re.IGNORECASE)
_WORK = re.compile(rf"\b(?:{'|'.join(sorted(WORKS))})\b", re.IGNORECASE)
_BY = re.compile(
    r"\s+(?:(?:provided|published|released|compiled|written|commissioned|conducted|collected|"
    r"carried out|done|made|seen|put out)\s+(?:[a-z]+\s+){0,3}?)?"
    r"(?:by|from)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,2}?",
    re.IGNORECASE,
)
_BETWEEN = 30
"""So many characters may stand between a body and its spokesman: "chief", "official"."""


def note_principal(scene: Scene, span: Span, draft: Draft) -> None:
    """Note the body that the spokesman at `span` speaks for.

    One who is called no more than a spokesman is that of the body told of just before. Of people
    spokesmen tell, and no more: what they say is not the people's.
    """
    words = span.of(scene.document.text)
    if draft.principal is not None or not _SPOKESMAN.search(words):
        return
    body: Draft | None
    named = principal(scene.document.text, span, scene.named_between(span.start, span.end))
    if named is not None:
        body, confidence = named.draft, min(named.confidence, sure("speaks for"))
    elif draft.named or _FOR_WHOM.search(words):
        return
    else:
        body, lead = scene.memory.choose(span.start, _has_spokesmen)
        confidence = min(UNSURE, sure("speaks for", lead))
    if body is not None and body is not draft and not body.thing and body.personal < 0.5:
        draft.principal = (body, confidence)


def _has_spokesmen(draft: Draft) -> float:
    body = draft.kind is ActorKind.ORGANISATION and draft.named
    return 1.0 if body and not draft.thing and not draft.plural else 0.0


def principal(text: str, span: Span, readings: Sequence[Reading]) -> Reading | None:
    """Return whom the spokesman at `span` is named to speak for.

    `readings` are those of the names in the span: "a Tide Union spokesman", "Ann Berg, a
    spokeswoman for the Tide Union".
    """
    word = _SPOKESMAN.search(text, span.start, span.end)
    if word is None:
        return None
    behind = _FOR.match(text, word.end(), span.end)
    for reading in readings:
        if behind is not None and reading.name.start == behind.end():
            return reading
    before = [
        r
        for r in readings
        if r.name.end <= word.start() <= r.name.end + _BETWEEN
        and "," not in text[r.name.end : word.start()]
    ]
    return before[-1] if before else None


def author(text: str, span: Span, head: str, readings: Sequence[Reading]) -> Reading | None:
    """Return whose work the words at `span` mean: "the Tide Union's report", "a poll by Holm".

    `head` is the noun that the words are about.
    """
    word = _WORK.search(text, span.start, span.end)
    if word is None:
        return None
    for reading in readings:
        name = reading.name
        if word.end() <= name.start and _BY.fullmatch(text, word.end(), name.title_start):
            return reading
        near = name.end <= word.start() <= name.end + _BETWEEN
        if near and word.group().lower() == head and "," not in text[name.end : word.start()]:
            return reading
    return None


_TOWN_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:city|town|municipal|mayor|council(?:l?ors?)?|residents|"
    r"streets?|suburbs?|police|airport|hospitals?|schools?)\b",
    re.IGNORECASE,
)
_TOWN_BEFORE = re.compile(
    r"\b(?:(?:mayor|city|town|council|residents|people|inhabitants|streets|outskirts|suburbs?|"
    r"districts?|centre|center|north|south|east|west)\s+of|near|outside|around)\s+$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|across|of)\s+$", re.IGNORECASE)
_NEAR_TOWN = 200
"""So many characters around a capital that speaks tell whether the town is the place of events."""


def means_town(text: str, name: Name) -> bool:
    """Whether a capital may be the town itself: the report has its mayor or its streets, or is
    set there close by.
    """
    town, events = _told_of_town(text, name.text)
    return town or any(0 < abs(at - name.start) <= _NEAR_TOWN for at in events)


@lru_cache(maxsize=8)
def _told_of_town(text: str, name: str) -> tuple[bool, tuple[int, ...]]:
    """Return whether a report tells of a town as one, and where it has something happen there."""
    found = [m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    before = {start: text[max(start - 20, 0) : start] for start, _ in found}
    town = any(
        _TOWN_BEFORE.search(before[start]) or _TOWN_AFTER.match(text, end) for start, end in found
    )
    return town, tuple(start for start, _ in found if _PLACE_BEFORE.search(before[start]))


def government(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the country of whose government a capital is the seat, if the report names it.

    "Kyiv said" is said by the government of Ukraine.
    """
    if draft.kind is not ActorKind.COUNTRY:
        return None
    country = COUNTRY_OF.get(draft.name.lower())
    if country is None or draft.name.lower() in NAMES:
        return None
    same = (
        d
        for d in drafts
        if d is not draft
        and d.kind is ActorKind.COUNTRY
        and any(n.lower() in NAMES and COUNTRY_OF[n.lower()] == country for n in d.names)
    )
    return next(same, None)
