"""What the words of a name and around it tell: office, kind, gender, role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.mention.page import Word
from onrecord.actor.name.countries import is_national, is_place
from onrecord.actor.name.given import is_given
from onrecord.actor.words import (
    CROWDS,
    DEFINITE,
    GENDERED_NOUNS,
    HUMANS,
    INDEFINITE,
    OFFICES,
    ORGANISATION,
    POSSESSIVE,
    PRONOUNS,
    SPEECH,
    STARTERS,
    THINGS,
    TITLE_WORDS,
)
from onrecord.model import ActorKind

_APPOSITION = re.compile(
    r"\s*,\s*(?:who (?:is|was)\s+|aged\s+)?(?:\d{1,3}\s*,\s*)?"
    r"(?:(?:the|an?|its|their|his|her)\s+)?(?P<role>[^,.;:\n\"“”()]{3,90})(?=[,.;:\n]|$)"
)
_FOREGOING = re.compile(
    r"(?:^|[^\w])(?:(?:the|an?|its|their|his|her)\s+|(?=[^\W\d_][\w-]*['’]s\s))"
    r"(?P<role>[^,.;:\n\"“”()]{3,80}),\s*$",
    re.IGNORECASE,
)
_ELECT = re.compile(r"-(?:elect|designate)$")
_ROLE_END = re.compile(r"\s(?:of|at|for|in|from|with|to|on|who|and|that)\b")


def is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper() and word.text[0].isalpha()


def is_office(low: str) -> bool:
    held = _ELECT.sub("", low)
    return held in OFFICES or ("-" in held and held.rsplit("-", 1)[-1] in OFFICES)


def is_crowd(own: Sequence[Word]) -> bool:
    """Whether a run ends in "MPs" or "Estonians": several people, none of them named.

    The Centre for Policy Studies is a body and no crowd.
    """
    if any(word.lower in ORGANISATION for word in own):
        return False
    low = own[-1].lower
    crowd = low in CROWDS and low.endswith("s")
    return crowd or (low.endswith("s") and is_national(low[:-1]) and not is_national(low))


def titles(word: Word) -> bool:
    low = word.lower
    return (
        low in TITLE_WORDS
        or low in HUMANS
        or low in ORGANISATION
        or is_national(low)
        or is_acronym(word)
        or low.rsplit("-", 1)[-1] in OFFICES
    )


def kind_of(own: Sequence[Word], titled: bool) -> tuple[ActorKind, bool]:
    """Return the kind the words of a name show, and whether they name a mere thing."""
    lower = [w.lower for w in own]
    whole = " ".join(lower)
    if is_place(whole):
        return ActorKind.COUNTRY, False
    if len(own) > 1 and is_given(own[0].text) and lower[-1] not in ORGANISATION | THINGS:
        return ActorKind.PERSON, False
    if set(lower) & {"of", "for"} and set(lower) & ORGANISATION:
        return ActorKind.ORGANISATION, False
    if lower[-1] in ORGANISATION:
        return ActorKind.ORGANISATION, False
    if lower[-1] in THINGS or any(c.isdigit() for c in whole):
        return ActorKind.UNKNOWN, True
    if titled and len(own) <= 4 and not is_national(lower[-1]):
        return ActorKind.PERSON, False
    if set(lower[1:]) & ORGANISATION or (len(own) == 1 and is_acronym(own[0])):
        return ActorKind.ORGANISATION, False
    if is_national(lower[0]) or is_national(lower[-1]):
        return ActorKind.UNKNOWN, True
    return ActorKind.UNKNOWN, False


def gender_of_roles(roles: Sequence[str]) -> str:
    """Return the gender that offices give away: of a critic of the queen nothing is told."""
    for role in roles:
        for word in _ROLE_END.split(role.lower(), maxsplit=1)[0].split():
            if word in GENDERED_NOUNS:
                return GENDERED_NOUNS[word]
    return ""


def apposition(text: str) -> str:
    """Return the role in ", chief executive of the council," after a name, or ""."""
    match = _APPOSITION.match(text)
    return _role_phrase(match["role"]) if match else ""


def foregoing(text: str) -> str:
    """Return the role in "the home secretary, " before a name, or ""."""
    match = _FOREGOING.search(text)
    return _role_phrase(match["role"]) if match and not _ends_in_another(match["role"]) else ""


def _ends_in_another(phrase: str) -> bool:
    """Whether a name behind may be that of either of two: "a spokesman for the mayor"."""
    *of, last = _ROLE_END.split(phrase)
    words = last.split()
    return bool(of and words) and is_office(words[-1].lower())


def _role_phrase(phrase: str) -> str:
    """Return `phrase` if its head word names an office or a human being, else ""."""
    if not SPEECH.isdisjoint(phrase.split()[-1:]):
        return ""  # "Berg, a spokesman for Holm said, was wrong"
    head = _ROLE_END.split(phrase.strip(), maxsplit=1)[0].split()
    if not head or len(head) > 7 or head[0].lower() in STARTERS | PRONOUNS | SPEECH:
        return ""
    if any(word.lower() in DEFINITE | INDEFINITE | POSSESSIVE for word in head[1:]):
        return ""  # "Berg, quoting his lawyer," is no lawyer
    low = head[-1].lower().rstrip("'’")
    return " ".join(phrase.split()) if low in HUMANS or is_office(low) else ""
