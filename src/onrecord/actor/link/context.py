"""What is told of a bearer of a name beside the name, and whether it speaks against another's.

Two of one name are two people where they differ in gender, where each holds a national office
of another country or is of another country by what they are called, where only one is a
sportsman, or where nothing is heard of the name for longer than a career lasts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actor.name.countries import CAPITALS, COUNTRY_OF
from onrecord.actor.name.given import gender_of
from onrecord.actor.name.person_name import split_name
from onrecord.actor.role.offices import Offices
from onrecord.actor.role.roles import Description, describe
from onrecord.model import Entity

SILENCE = 25
"""So many years without a word of a name, and the next who bears it is taken for another."""

EVERYDAY = "everyday life"

_NATIONAL = frozenset(
    "president minister chancellor senator mp congressman congresswoman lawmaker king queen emir "
    "sultan premier taoiseach prince princess emperor monarch ambassador".split()
) | {"head of state"}
"""Offices that one holds in a single country."""

_SPORT = frozenset(
    "footballer player striker goalkeeper midfielder defender winger coach athlete sprinter boxer "
    "cyclist swimmer golfer cricketer batsman bowler runner jockey skier skater wrestler gymnast "
    "racer quarterback".split()
)
_EVERYDAY = frozenset(
    "farmer teacher headteacher nurse pensioner student resident driver fisherman tenant voter "
    "parent mother father neighbour neighbor shopkeeper pupil plumber waiter waitress".split()
)
_SINGLE = {
    **dict.fromkeys(_SPORT, "sport"),
    **dict.fromkeys(_EVERYDAY, EVERYDAY),
}
"""Walks of life that a bearer of another is not in, as long as nothing says so."""

_NEUTRAL = frozenset(
    "man woman person boy girl son daughter husband wife brother sister friend member veteran "
    "figure star hero winner champion expert critic author writer commentator pundit candidate "
    "leader head chief boss official captain source insider owner".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What entities that are one actor are told to be.

    `countries` are those they are of, `named_countries` all that their roles name; the years
    are those of their reports.
    """

    genders: frozenset[str]
    offices: Offices
    countries: frozenset[str]
    named_countries: frozenset[str]
    walks: frozenset[str]
    years: tuple[int, ...]

    def against(self, other: Context) -> str:
        """Return why the two are not one person's, "" where nothing says so."""
        if _apart(self.genders, other.genders):
            return "of another gender"
        if self.countries and other.countries and not self.countries & other.countries:
            return "of another country"
        if _apart(self.walks, other.walks):
            return "in another walk of life"
        if _years_between(self.years, other.years) > SILENCE:
            return "in another time"
        return ""

    def elsewhere(self, other: Context) -> bool:
        """Whether the roles of each name countries, and none in common."""
        return _apart(self.named_countries, other.named_countries)

    def shared(self, other: Context) -> str:
        """Return what speaks for one person, "" where nothing does."""
        heads = self.offices.by_head.keys() & other.offices.by_head.keys()
        if heads and not self.offices.contradict(other.offices):
            return f"same office ({min(heads)})"
        if self.countries & other.countries:
            return f"same country ({min(self.countries & other.countries).title()})"
        return ""


def context_of(entities: Iterable[Entity]) -> Context:
    """Return what all of `entities` together are told to be."""
    entities = list(entities)
    roles = tuple(sorted({role for e in entities for role in e.roles}))
    return Context(
        genders=frozenset(g for e in entities if (g := gender(e))),
        offices=Offices(roles),
        countries=_countries(roles),
        named_countries=_named_countries(roles),
        walks=_walks(roles),
        years=tuple(sorted({y for e in entities if (y := year(e)) is not None})),
    )


def gender(entity: Entity) -> str:
    """Return "m", "f", or "" where neither given name nor report nor role tells."""
    given = split_name(entity.name).given
    if given and (told := gender_of(given[0])):
        return told
    roles = {d.gender for d in _described(entity.roles)} - {""}
    return entity.gender or (roles.pop() if len(roles) == 1 else "")


def year(entity: Entity) -> int | None:
    """Return the year of the report that tells of `entity`, None where that is unknown."""
    start = entity.published[:4]
    return int(start) if start.isdigit() else None


def countries(entity: Entity) -> frozenset[str]:
    """Return the countries that an entity is of, by its offices and by what it is called."""
    return _countries(entity.roles)


def walks(entity: Entity) -> frozenset[str]:
    """Return the walks of life of an entity, as far as one tells people apart by them."""
    return _walks(entity.roles)


@lru_cache(maxsize=65536)
def _countries(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(country for d in _described(roles) for country in _of_country(d))


@lru_cache(maxsize=65536)
def _named_countries(roles: tuple[str, ...]) -> frozenset[str]:
    told = (describe(role) for role in roles)
    return frozenset(
        _state(COUNTRY_OF[name])
        for d in told
        if d is not None
        for name in _runs(d.proper)
        if name in COUNTRY_OF
    )


def _of_country(role: Description) -> Iterator[str]:
    """Yield the countries a role makes its bearer one of.

    A national office is its country's, wherever that is named; "German footballer" is a German,
    and neither "ambassador to Germany" nor "Berlin correspondent" is.
    """
    national = role.head in _NATIONAL and role.head != "ambassador"
    before = tuple(w for w in role.proper if w not in role.whole)
    for name in _runs(role.proper if national else before):
        if name in COUNTRY_OF and (national or name not in CAPITALS):
            yield _state(COUNTRY_OF[name])


def _state(country: str) -> str:
    return _PARTS.get(country, country)


_PARTS = dict.fromkeys(("england", "scotland", "wales"), "united kingdom")


def _runs(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the names that stand in a row of words, small: "new zealand" holds "zealand"."""
    for length in (1, 2, 3):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length]).lower().removesuffix(".")


@lru_cache(maxsize=65536)
def _walks(roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        _SINGLE.get(d.head, "public life") for d in _described(roles) if d.head not in _NEUTRAL
    )


def _described(roles: Iterable[str]) -> Iterator[Description]:
    """Yield what those of `roles` say that are people's."""
    for role in roles:
        told = describe(role)
        if told is not None and (told.human or told.head in _SINGLE):
            yield told


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _years_between(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """Return how many years lie between the nearest of each."""
    if not one or not other:
        return 0
    if one[0] > other[0]:
        one, other = other, one
    return min(abs(a - b) for a in one[:64] + one[-64:] for b in other[:64] + other[-64:])
