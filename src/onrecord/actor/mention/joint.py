"""Who speak together: what an "and" joins in a source, and whom "they" and "the two" mean then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.mention.confidence import UNSURE, sure
from onrecord.actor.mention.drafts import Draft, Reading
from onrecord.actor.mention.phrase import cut_of, read_phrase
from onrecord.actor.mention.scene import Found, Scene
from onrecord.actor.mention.unnamed import Unnamed
from onrecord.actor.role.roles import Description, describe, fits
from onrecord.actor.words import DEFINITE, INDEFINITE, OFFICES, POSSESSIVE, PRONOUNS
from onrecord.model import Form, Span

_AND = re.compile(r"(?P<comma>\s*,)?\s+(?:and|&|or)\s+")
_EITHER = re.compile(
    r"\b(?:either\s|or\s+(?:(?:the|an?|his|her|its|their|perhaps|possibly|maybe)\s|[A-Z]))"
)
_ABOUT = re.compile(r",?\s(?:who|whom|whose|which|that)\s")
_LISTING = re.compile(r"\s*,\s*")
_OF = re.compile(r"\s+of\s")
_COUNTS = {"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}

_COUNTED = re.compile(r"(?:(?:the|these|those|both)\s+)?(?:(?:two|three|four)\s+)?", re.I)

_BACK = 3000
"""How far back, in code points, two who spoke together are still "the two"."""


def joined(text: str, span: Span, readings: Sequence[Reading]) -> tuple[Span, ...]:
    """Return the parts of a source that "and" joins, each a speaker's; none where one speaks.

    "Finance Minister Ann Berg and her counterpart, Bo Holm" are two, "the minister of trade and
    labour" is one.
    """
    inside = [r for r in readings if span.start <= r.name.start and r.name.end <= span.end]
    for match in _AND.finditer(text, span.start, span.end):
        if match.start() == span.start or match.end() == span.end:
            continue
        if any(r.name.start < match.end() and match.start() < r.name.end for r in inside):
            continue
        first, last = Span(span.start, match.start()), Span(match.end(), span.end)
        before = _before(text, first, inside, closed=match["comma"] is not None)
        if before and _is_speaker(text, last, inside):
            return *before, last
        if _is_office_somewhere(text, first, inside) and _is_person(last, inside):
            return first, last
    return ()


def is_either(text: str, span: Span, readings: Sequence[Reading]) -> bool:
    """Whether a source leaves open which of two speaks: "Berg or Holm"."""
    about = _ABOUT.search(text, span.start, span.end)
    choice = _EITHER.search(text, span.start, about.start() if about else span.end)
    return choice is not None and not any(
        r.name.start <= choice.start() < r.name.end for r in readings
    )


def _before(text: str, span: Span, inside: Sequence[Reading], *, closed: bool) -> tuple[Span, ...]:
    """Return the speakers ahead of an "and": one, or several that commas part."""
    cut = cut_of(text, span, inside)
    if cut == span.end:
        owned = any(r.name.possessive and r.name.title_start == span.start for r in inside)
        return (span,) if _is_speaker(text, span, inside, owned=owned) else ()
    names = [r for r in inside if span.start <= r.name.start and r.name.end <= span.end]
    starts = [max(r.name.title_start, span.start) for r in names]
    listed = len(names) > 1 and names[-1].name.end == span.end and starts[0] == span.start
    gaps = zip(names, starts[1:], strict=False)
    if listed and all(_LISTING.fullmatch(text, r.name.end, start) for r, start in gaps):
        return tuple(Span(s, r.name.end) for s, r in zip(starts, names, strict=True))
    # "Ann Berg, the mayor, and Bo Holm", "Ann Berg of Norland and Bo Holm of Sudland".
    person = bool(names) and names[0].draft.human and names[0].name.end == cut
    place = _OF.match(text, cut) and len(names) == 2 and names[1].name.end == span.end
    return (span,) if person and (closed or place) else ()


def _is_office_somewhere(text: str, span: Span, inside: Sequence[Reading]) -> bool:
    """Whether words are an office and its place: "the mayor of Lorne"."""
    cut = cut_of(text, span, inside)
    whole = any(r.name.end == span.end and not r.name.possessive for r in inside)
    told = describe(text[span.start : cut])
    office = told is not None and told.head in OFFICES and not told.crowd
    return whole and office and _OF.match(text, cut) is not None


def _is_person(span: Span, inside: Sequence[Reading]) -> bool:
    """Whether words begin with a full name, and no office that "Trade and Labour" may end in."""
    return any(r.name.start == span.start and r.draft.human and " " in r.name.text for r in inside)


def _is_speaker(text: str, span: Span, inside: Sequence[Reading], *, owned: bool = False) -> bool:
    """Whether words alone could be a source: a name, "she", "the mayor", "her brother, Bo".

    `owned` tells that they begin with whose mayor it is: "Lorne's mayor".
    """
    words = span.of(text).strip(" ,")
    if words.lower() in PRONOUNS:
        return True
    phrase = read_phrase(text, span, inside)
    if phrase.heads:
        return True
    told = phrase.description
    which = owned or (told is not None and told.article in DEFINITE | INDEFINITE | POSSESSIVE)
    return told is not None and told.human and which


class Together:
    """Those who spoke together in one report, by the crowd that they are."""

    def __init__(self, scene: Scene, unnamed: Unnamed) -> None:
        self._scene = scene
        self._unnamed = unnamed
        self._members: dict[Draft, tuple[Found, ...]] = {}
        self._last: list[tuple[int, Draft]] = []

    def speak(self, members: Sequence[Found], span: Span, *, either: bool = False) -> Found:
        """Return the crowd that speaks at `span`, and each of its members besides.

        `either` tells that only one of them does, nobody knows which.
        """
        crowd = self._unnamed.crowd(span)
        most = UNSURE if either else 1.0
        each = {
            m.draft: m._replace(rule="joint", others=(), confidence=min(m.confidence, most))
            for m in members
            if m.draft
        }
        self._members[crowd] = tuple(each.values())
        self._last.append((span.start, crowd))
        form = Form.NAME if any(m.form is Form.NAME for m in members) else Form.DESCRIPTION
        return Found(form, crowd, "joint", min(sure("joint"), most), self._members[crowd])

    def of(self, crowd: Draft, rule: str, confidence: float) -> tuple[Found, ...]:
        """Return each member of a crowd, found by `rule` no surer than `confidence`."""
        return tuple(
            found._replace(rule=rule, confidence=min(found.confidence, confidence))
            for found in self._members.get(crowd, ())
        )

    def counted(self, wanted: Description, span: Span) -> tuple[Found, ...]:
        """Return whom "the two ministers" means: the last two who spoke together, or all who fit.

        Nobody where more or fewer people could be meant.
        """
        number = _count(wanted)
        if number is None:
            return ()
        one = _one_of(wanted)
        for offset, crowd in sorted(self._last, key=lambda last: -last[0]):
            members = self.of(crowd, "joint", sure("they"))
            near = offset <= span.start <= offset + _BACK
            meant = one is None or any(_is(member, one) for member in members)
            if near and meant and len(members) == number:
                return members
        return self._all_who_fit(one, number, span) if one is not None else ()

    def _all_who_fit(self, one: Description, number: int, span: Span) -> tuple[Found, ...]:
        """Return the people of an office named so far, where there are as many as are counted."""
        known = [
            draft
            for draft in self._scene.drafts
            if draft.named and draft.human and fits(one, draft.roles) > 0
            if self._scene.memory.salience(draft, span.start) > 0
        ]
        if len(known) != number:
            return ()
        return tuple(Found(Form.ROLE, draft, "joint", sure("joint")) for draft in known)


def _is(found: Found, one: Description) -> bool:
    return found.draft is not None and fits(one, found.draft.roles) > 0


def _one_of(wanted: Description) -> Description | None:
    """Return what each of "the two finance ministers" is; None for "the two men", "the pair"."""
    words = _COUNTED.sub("", wanted.text, count=1)
    one = describe("the " + re.sub(rf"\b{re.escape(wanted.head)}\b", _singular, words, flags=re.I))
    return one if one is not None and one.head in OFFICES else None


def _singular(noun: re.Match[str]) -> str:
    return noun.group().removesuffix("s")


def _count(wanted: Description) -> int | None:
    """Return how many "the two ministers", "both" or "the trio" are, None where it is not said."""
    said = ({wanted.head, wanted.article} | wanted.modifiers) & _COUNTS.keys()
    whole = wanted.definite or wanted.article == "both"
    return _COUNTS[said.pop()] if whole and len(said) == 1 else None
