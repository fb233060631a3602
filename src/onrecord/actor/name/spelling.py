"""Which spellings may be of one name."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.actor.name.forenames import EASTERN, SLAVIC
from onrecord.actor.name.given import EITHER, MEN, WOMEN
from onrecord.actor.name.letters import (
    ascii_of,
    bare,
    fold,
    given_key,
    same_known_given,
    unaccented,
)
from onrecord.actor.name.person_name import PersonName, is_initial
from onrecord.actor.words import PARTICLES


def same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two runs of given names may be one person's: an initial fits its name."""
    return all(_fits(a, b) for a, b in zip(one, other, strict=False))


def _fits(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return ascii_of(one)[:1] == ascii_of(other)[:1]
    return given_key(one) == given_key(other)


def near(one: str, other: str) -> bool:
    """Whether two spellings with one key look alike enough to be trusted with it.

    A key can bring together words that no habit of spelling explains; short words must
    agree letter by letter. A particle may be left out.
    """
    if _of_other_particles(one, other):
        return False
    a, b = ascii_of(one), ascii_of(other)
    if a == b or bare(one) == bare(other):
        return True
    if min(len(a), len(b)) <= 3:
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= 0.75


_ARTICLES = {"el": "al", "ul": "al", "ibn": "bin", "ben": "bin"}


def _of_other_particles(one: str, other: str) -> bool:
    """Whether both have particles, and others: van den Berg is not van der Berg."""
    first, second = (
        {_ARTICLES.get(w, w) for w in re.split(r"[\s-]+", name.lower()) if w in PARTICLES}
        for name in (one, other)
    )
    return bool(first) and bool(second) and not (first <= second or second <= first)


def family_key(name: PersonName) -> str:
    """Return the key of a person's surname: as it sounds, or as it is written.

    It is as it sounds where it may be spelled in many ways; see `look_alike`.
    """
    return name.key if of_habit(name) else f"={unaccented(name.surname)}"


@lru_cache(maxsize=65536)
def sounds_slavic(surname: str) -> bool:
    """Whether a surname ends as Slavic and Georgian ones do, however it is spelled."""
    return bool(_SLAVIC_SURNAME.search(fold(surname)))


_SLAVIC_SURNAME = re.compile(r"(?:[oe]va?|[sc]ki|[sc]kaia|enk[oa]|chuk|[oe]vich|shvili)$")
_OF_HABIT = frozenset(fold(form) for form in SLAVIC | EASTERN)


@lru_cache(maxsize=65536)
def look_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two names with one key look alike enough to be trusted with it.

    Names from other scripts have many spellings. Fischer and Fisher are two families: where
    nothing tells of another script, surnames may differ in accents alone.
    """
    if one.given and other.given and not _given_alike(one.given[0], other.given[0]):
        return False
    if _of_other_particles(one.surname, other.surname):
        return False
    if unaccented(one.surname) == unaccented(other.surname):
        return True
    habit = any(map(of_habit, (one, other)))
    return habit and near(one.surname, other.surname)


@lru_cache(maxsize=65536)
def of_habit(name: PersonName) -> bool:
    """Whether a name is from another script, or may be for all that is known of it."""
    if sounds_slavic(name.surname) or _OTHER_SCRIPT.search(name.surname):
        return True
    if not name.full:
        return False
    given = fold(name.given[0])
    return given in _OF_HABIT or given not in _COMMON_GIVEN


_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_COMMON_GIVEN = frozenset(fold(given) for given in MEN | WOMEN | EITHER)


def _given_alike(one: str, other: str) -> bool:
    a, b = ascii_of(one), ascii_of(other)
    if a == b or is_initial(one) or is_initial(other):
        return True
    if same_known_given(one, other):
        return True
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= 0.8


def organisation_key(name: str) -> str:
    """Return the key of an organisation's name: letters and digits, no article."""
    words = [ascii_of(w) for w in re.split(r"[\s\-/&.,]+", name)]
    kept = [w for w in words if w and w not in ("the", "and", "of", "for")]
    key = " ".join(BRITISH.get(w, w) for w in kept or words)
    return key or name.lower()


BRITISH = {
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
    "center": "centre",
    "program": "programme",
    "ministries": "ministry",
}


def initials(name: str) -> str:
    """Return the acronym a name of several words would have, lower case, or ""."""
    words = [w for w in re.split(r"[\s\-]+", name) if w[:1].isupper()]
    return "".join(ascii_of(w)[:1] for w in words) if len(words) > 1 else ""
