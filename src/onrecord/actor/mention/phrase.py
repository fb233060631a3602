"""What the words of a source name: somebody, several, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actor.mention.drafts import Reading
from onrecord.actor.role.roles import Description, after_head, describe
from onrecord.model import ActorKind, Span

_CUT = after_head("citing quoting")

# "the Tide Relief charity": the group that bears the name.
_GROUP_AFTER = re.compile(
    r"(?:group|charity|party|company|firm|agency|newspaper|website|channel|movement|campaign|"
    r"organi[sz]ation|foundation|alliance|think[ -]tank|union|press (?:office|service|team))$"
)
# "the harbour minister, Ann Berg", "Berg's rival, the banker Bo Holm", "a man named Bo Holm"
_APPOSED = re.compile(
    r"(?P<who>[^,]{3,90})(?:,|\s(?:named|called))\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)
_TIME = re.compile(
    r"\b(?:yesterday|today|tonight|then|later|earlier|now|also|himself|herself|itself|"
    r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The head of a source: the readings of the names it consists of, or a description.

    `sure` is false where the name may be another's: in "a spokesman for the mayor, Ann Berg".
    """

    heads: tuple[Reading, ...]
    description: Description | None
    sure: bool = True


def read_phrase(text: str, span: Span, readings: Sequence[Reading]) -> Phrase:
    """Find the head of the noun phrase at `span` among the names that were read in it."""
    words = span.of(text)
    inside = [r for r in readings if span.start <= r.name.start and r.name.end <= span.end]
    across = [r for r in readings if r.name.start < span.end and span.start < r.name.end]
    if not inside:
        # The span cuts a name ("Orlov" of "Ilya Orlov"): the name as a whole is meant.
        return Phrase(tuple(across[:1]), None if across else describe(words))
    cut = cut_of(text, span, inside)
    head = [r for r in inside if r.name.end <= cut]
    if person := _officer(text, span, cut, inside) or _after_office(text, span, cut, inside):
        return Phrase((person,), None)
    if head and _ends(text[head[-1].name.end : cut]):
        return Phrase((head[-1],), None)
    if head and _GROUP_AFTER.match(text[head[-1].name.end : cut].strip().lower()):
        return Phrase((head[-1],), None)
    titled = [
        r
        for r in inside
        if r.name.title_start <= span.start + _article(words) and not r.name.possessive
    ]
    if titled and titled[0].name.title_start < titled[0].name.start:
        return Phrase((titled[0],), None)
    for reading in inside:
        before = _APPOSED.match(text[span.start : reading.name.title_start])
        if before is not None and _may_be(describe(before["who"]), reading):
            return Phrase((reading,), None, sure=not _tells_of_another(before["who"]))
    return Phrase((), describe(words))


def is_crowd_of(phrase: Phrase, span: Span) -> bool:
    """Whether a name in the plural stands behind a quantifier: "many Democrats"."""
    return len(phrase.heads) == 1 and (
        phrase.heads[0].name.start > span.start and phrase.heads[0].name.text.endswith("s")
    )


def cut_of(text: str, span: Span, inside: Sequence[Reading]) -> int:
    """Return where the head of the phrase ends: at the first comma or preposition."""
    at = span.start
    while match := _CUT.search(text, at, span.end):
        holder = next((r for r in inside if r.name.start < match.end() <= r.name.end), None)
        if holder is None:
            return match.start()
        at = holder.name.end
    return span.end


def _officer(text: str, span: Span, cut: int, inside: Sequence[Reading]) -> Reading | None:
    """Return the person at the end of "City of Lorne Mayor Ann Berg" or of
    "deputy speaker of parliament Ann Berg": what goes before is the office.
    """
    last = inside[-1]
    if last.name.end != span.end or len(last.name.words) < 2 or not last.draft.human:
        return None
    between = text[cut : last.name.start]
    words = between.split()
    if words[:1] != ["of"] or "," in between or len(words) < 2 or words[1:] == ["the"]:
        return None
    titled = last.name.title_start < last.name.start
    described = describe(text[span.start : cut])
    office = described is not None and described.human and not described.plural
    return last if titled or office else None


def _after_office(text: str, span: Span, cut: int, inside: Sequence[Reading]) -> Reading | None:
    """Return the person behind an office of several commas: "the Minister of Employment, Trade
    and Labour, Ann Berg" or "the chief executive, Tide Farms, Lorne, Ann Berg".
    """
    last = inside[-1]
    before = text[span.start : last.name.title_start].rstrip()
    if len(last.name.words) < 2 or not last.draft.human or before.count(",") < 2:
        return None
    office = describe(text[span.start : cut])
    ends = before.endswith(",") and _ends(text[last.name.end : span.end])
    return last if ends and office and office.human and not office.plural else None


def _ends(rest: str) -> bool:
    """Whether nothing but marks follows a name: in "Orlov's lawyer" it is a mere owner."""
    return all(c.isspace() or c in "’'\"”.,;:" for c in _TIME.sub("", rest))


def _article(words: str) -> int:
    match = re.match(r"(?:the|an?)\s+", words, re.IGNORECASE)
    return match.end() if match else 0


def _tells_of_another(who: str) -> bool:
    """Whether a name behind "a spokesman for the mayor" may be the mayor's.

    Behind "a spokesman for the ministry" it is not the ministry's.
    """
    _, *rest = _CUT.split(who)
    return any(told is not None and told.human for told in map(describe, rest))


def _may_be(described: Description | None, reading: Reading) -> bool:
    """Whether a name can be that of what is described before it."""
    if described is None or described.plural or reading.name.possessive:
        return False
    if described.human:
        return reading.draft.kind in (ActorKind.PERSON, ActorKind.UNKNOWN)
    if described.group:
        return reading.draft.kind is not ActorKind.PERSON and not reading.name.thing
    return reading.draft.human and len(reading.name.words) > 1
