"""Gather the names of one report into the people and bodies they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from onrecord.actor.mention.confidence import sure
from onrecord.actor.mention.names import Name
from onrecord.actor.name.countries import country_name
from onrecord.actor.name.letters import surname_key
from onrecord.actor.name.person_name import split_name
from onrecord.actor.name.spelling import initials, near, organisation_key, same_given
from onrecord.actor.role.roles import Description, describe
from onrecord.actor.words import DEPUTIES, HONORIFICS, RANKING
from onrecord.model import ActorKind

_ENOUGH_SIGNS = 8
"""What one honorific counts, or so many pronouns."""
_BEFORE_GIVEN_NAMES = frozenset("sir dame prince princess king queen dom".split())
"""Honorifics with which somebody is called by a given name: "Sir Tom" of "Sir Tom Reeve"."""


@dataclass(slots=True, eq=False)
class Draft:
    """An entity while the report is being read.

    `votes` counts signs of gender; `sightings` are (offset, sentence, weight) of what
    referred to it so far. `principal` is the body it speaks for, and how sure that is.
    """

    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    kind: ActorKind = ActorKind.UNKNOWN
    named: bool = True
    start: int = 0
    plural: bool = False
    thing: bool = False
    agent: bool = False
    placed: bool = False
    principal: tuple[Draft, float] | None = None
    votes: Counter[str] = field(default_factory=Counter)
    sightings: list[tuple[int, int, float]] = field(default_factory=list)

    @property
    def gender(self) -> str:
        """ "m", "f", or "" where the signs are none or disagree."""
        m, f = self.votes["m"], self.votes["f"]
        return "m" if m > f else "f" if f > m else ""

    @property
    def sure_gender(self) -> str:
        """The gender that enough signs give and none denies: a title, or many pronouns."""
        told = {gender for gender, count in self.votes.items() if count}
        return self.gender if len(told) == 1 and self.votes[self.gender] >= _ENOUGH_SIGNS else ""

    @property
    def name(self) -> str:
        """The fullest form, the first of equals; of one in capitals the other spelling."""
        return max(self.names, key=lambda n: (len(n.split()), not n.isupper(), len(n)))

    @property
    def human(self) -> bool:
        return self.kind is ActorKind.PERSON or (
            self.kind is ActorKind.UNKNOWN
            and self.named
            and not self.thing
            and not self.plural
            and not self.placed
        )

    @property
    def personal(self) -> float:
        """How much speaks for a person, 0 to 1: only a name known to be one has 1."""
        if not self.human:
            return 0.0
        if self.kind is ActorKind.PERSON:
            return 1.0
        if self.roles or self.gender:
            return 0.75
        return 0.5 if len(self.name.split()) > 1 else 0.35 if self.agent else 0.25

    def take(self, name: Name) -> None:
        if name.text not in self.names:
            self.names.append(name.text)
        known = {r.lower() for r in self.roles}
        self.roles.extend(r for r in name.roles if r.lower() not in known)
        self.agent |= name.agent
        self.placed |= name.placed
        if name.gender:
            sure = bool(HONORIFICS.get(name.honorific)) or len(name.words) == 1
            self.votes[name.gender] += 8 if sure else 4
        if self.kind is ActorKind.UNKNOWN or name.kind is ActorKind.PERSON:
            self.kind = name.kind if name.kind is not ActorKind.UNKNOWN else self.kind


@dataclass(frozen=True, slots=True)
class Reading:
    """What one name was taken for, by which rule and how surely."""

    name: Name
    draft: Draft
    rule: str
    confidence: float


def _reading(name: Name, draft: Draft, rule: str) -> Reading:
    return Reading(name, draft, rule, sure(rule))


_SURE = 0.6
"""A name that is less surely somebody's tells nothing about them."""


def gather(names: Sequence[Name], defined: dict[str, str]) -> list[Reading]:
    """Return a reading of every name, in the order of the text.

    `defined` maps the acronyms that the report explains, in lower case, to what they
    stand for.
    """
    surnames = {split_name(n.text).surname.lower() for n in names if _personal(n)}
    names = [_lowered(n, surnames - defined.keys()) for n in names]
    people = [n for n in names if _personal(n)]
    chosen = {id(n) for n in people}
    readings = _people(people)
    readings += _bodies([n for n in names if id(n) not in chosen], defined)
    return sorted(readings, key=lambda r: (r.name.start, r.name.end))


def _lowered(name: Name, surnames: Set[str]) -> Name:
    """Know a surname in capitals for one: KELLER where the report has a Mr Keller."""
    shouted = len(name.words) == 1 and name.text.isupper() and name.text.lower() in surnames
    return replace(name, kind=ActorKind.PERSON) if shouted else name


def _personal(name: Name) -> bool:
    """Whether `name` is a person's, or a single word that is some person's surname here."""
    if name.kind is ActorKind.PERSON:
        return True
    return not (name.kind is not ActorKind.UNKNOWN or name.thing or name.definite)


def _people(names: Sequence[Name]) -> list[Reading]:
    full: dict[str, list[Draft]] = {}
    by_given: dict[str, list[Draft]] = {}
    readings: list[Reading] = []
    of: dict[int, Draft] = {}
    for name in sorted(names, key=lambda n: (-_completeness(n), n.start)):
        parts = split_name(name.text)
        if not parts.given:
            continue
        same = [d for d in full.get(parts.key, []) if _same_person(d, name)]
        if same:
            draft = same[0]
        else:
            draft = Draft(start=name.start)
            full.setdefault(parts.key, []).append(draft)
        by_given.setdefault(parts.given[0], []).append(draft)
        draft.take(name)
        draft.start = min(draft.start, name.start)
        of[id(name)] = draft
        rule = "full name" if len(same) < 2 else "full name of several"
        readings.append(_reading(name, draft, rule))
    latest: dict[str, Draft] = {}
    single: dict[str, list[Draft]] = {}
    for name in sorted(names, key=lambda n: n.start):
        parts = split_name(name.text)
        if parts.given:
            latest[parts.key] = of[id(name)]
            continue
        fulls = [d for d in full.get(parts.key, []) if near(split_name(d.name).surname, name.text)]
        reading = _surname(name, fulls, latest.get(parts.key), by_given, single)
        if reading.confidence < _SURE:
            reading.draft.names.append(name.text)
        else:
            reading.draft.take(name)
        readings.append(reading)
    return readings


def _completeness(name: Name) -> int:
    """Full given names before initials, so that an initial finds its name."""
    return sum(len(w) > 1 for w in split_name(name.text).given) * 2 + len(name.words)


def _same_person(draft: Draft, name: Name) -> bool:
    one, other = split_name(draft.name), split_name(name.text)
    return (
        same_given(one.given, other.given)
        and near(one.surname, other.surname)
        and (one.generation == other.generation or not (one.generation and other.generation))
        and not _of_other_gender(draft, name)
    )


def _of_other_gender(draft: Draft, name: Name) -> bool:
    return bool(name.gender and draft.gender and name.gender != draft.gender)


def _surname(
    name: Name,
    fulls: Sequence[Draft],
    latest: Draft | None,
    by_given: dict[str, list[Draft]],
    single: dict[str, list[Draft]],
) -> Reading:
    """Decide whom a single word means: a surname, a given name, or somebody new."""
    fitting = [d for d in fulls if not _of_other_gender(d, name)]
    if len(fitting) == 1:
        alone = len(fulls) == 1
        if _is_other_rank(fitting[0], name):
            return _reading(name, fitting[0], "surname, most recent")
        return _reading(name, fitting[0], "surname" if alone else "surname and gender")
    if fitting:
        titled = [d for d in fitting if _shares_role(d, name)]
        if len(titled) == 1:
            return _reading(name, titled[0], "surname and title")
        gendered = [d for d in fitting if name.gender and d.gender]
        if len(gendered) == 1:
            return _reading(name, gendered[0], "surname and gender")
        recent = latest if latest in fitting else fitting[0]
        return _reading(name, recent, "surname, most recent")
    by_surname = name.honorific and name.honorific not in _BEFORE_GIVEN_NAMES
    first = {} if by_surname else dict.fromkeys(by_given.get(name.words[0], ()))
    if len(first) == 1 and not fitting:
        return _reading(name, next(iter(first)), "given name")
    key = surname_key(name.text)
    known = [
        d
        for d in single.get(key, [])
        if near(d.names[0], name.text) and not _of_other_gender(d, name)
    ]
    if known:
        return _reading(name, known[-1], "name")
    draft = Draft(start=name.start)
    single.setdefault(key, []).append(draft)
    return _reading(name, draft, "name")


def _shares_role(draft: Draft, name: Name) -> bool:
    """Whether both have one office: who is the wife of a president is none."""
    mine, theirs = (
        {d.head for d in map(describe, roles) if d} for roles in (name.roles, draft.roles)
    )
    return not mine.isdisjoint(theirs)


def _is_other_rank(draft: Draft, name: Name) -> bool:
    """Whether a title is that of another: of two Amsels one is President, one Vice President."""
    offices = [d for d in map(describe, name.roles) if d is not None]
    held = [d for d in map(describe, draft.roles) if d is not None]
    same = [
        (d.modifiers & DEPUTIES, h.modifiers & DEPUTIES)
        for d in offices
        for h in held
        if _is_one_office(d, h)
    ]
    return bool(same) and all(bool(one) != bool(other) for one, other in same)


def _is_one_office(one: Description, other: Description) -> bool:
    """Whether two offices are one but for who is whose deputy."""
    above = (RANKING - DEPUTIES) & (one.modifiers ^ other.modifiers)
    return one.head == other.head and not above


def _bodies(names: Iterable[Name], defined: dict[str, str]) -> list[Reading]:
    """Read organisations, countries and things: by key, by acronym, by the word they end in."""
    names = list(names)
    keys: dict[str, Draft] = {}
    readings: list[Reading] = []
    short: dict[str, str] = {}
    for name in names:
        if len(name.words) > 1:
            short.setdefault(initials(name.text), organisation_key(name.text))
    for name in names:
        low = name.text.lower()
        key = organisation_key(country_name(name.text))
        rule = "name"
        if low in defined:
            key, rule = organisation_key(defined[low]), "acronym"
        elif len(name.words) == 1 and name.text.isupper() and low in short:
            key, rule = short[low], "acronym"
        draft = keys.get(key)
        if draft is None:
            draft = keys[key] = Draft(start=name.start, thing=name.thing)
        draft.take(name)
        readings.append(_reading(name, draft, rule))
    return readings
