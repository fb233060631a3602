"""Pairs of actors that may be one: what is too little for a link and worth a look.

Only pairs are looked at that have something in common: a surname, a given name and the
consonants of a surname, a key that one name asks for (`other_spellings`), the words of a
body's name. Of names that more share than `_MANY` nothing is suggested: nobody could look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.actor.link.bodies import acronyms, body_key
from onrecord.actor.link.context import Context, context_of
from onrecord.actor.link.groups import LINKED_FROM
from onrecord.actor.name.forenames import ALSO_SHORT_FOR
from onrecord.actor.name.letters import ascii_of, given_key
from onrecord.actor.name.other_spellings import answered, asked, name_key, surnames_asked
from onrecord.actor.name.person_name import PersonName, split_name
from onrecord.actor.name.spelling import near
from onrecord.model import Actor, ActorKind, Entity, Link, Suggestion

AT_LEAST = 0.3
"""What is less likely is not suggested."""
_MANY = 24
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})

Reason = tuple[float, str]


@dataclass(frozen=True, slots=True)
class _Bearer:
    """An actor with what it is told by."""

    actor: Actor
    names: tuple[str, ...]
    context: Context

    @property
    def full(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if split_name(name).full)


def suggestions(
    entities: Iterable[Entity],
    actors: Iterable[Actor],
    links: Iterable[Link],
    *,
    at_least: float = AT_LEAST,
) -> tuple[Suggestion, ...]:
    """Return the pairs of `actors` that may be one and are not linked, the likeliest first.

    `links` say which of `entities` is which actor, as `resolve_actors` gives them. A pair has
    a score below `LINKED_FROM`, from `at_least` on, and its reasons, what speaks for it first.
    The result does not depend on the order of what is given.
    """
    bearers = _bearers(entities, actors, links)
    found: dict[tuple[str, str], Suggestion] = {}
    for block in _blocks(bearers):
        for one, other in combinations(sorted(block), 2):
            if (one, other) not in found:
                made = _compared(bearers[one], bearers[other])
                if made is not None and made.score >= at_least:
                    found[one, other] = made
    return tuple(sorted(found.values(), key=lambda s: (-s.score, s.one, s.other)))


def _bearers(
    entities: Iterable[Entity], actors: Iterable[Actor], links: Iterable[Link]
) -> dict[str, _Bearer]:
    actor_of = {link.entity_id: link.actor_id for link in links}
    members: dict[str, list[Entity]] = defaultdict(list)
    for entity in set(entities):
        if entity.id in actor_of:
            members[actor_of[entity.id]].append(entity)
    return {
        actor.id: _Bearer(
            actor,
            tuple(sorted({e.name for e in members[actor.id]})) or (actor.name,),
            context_of(members[actor.id]),
        )
        for actor in actors
    }


# What has something in common ---------------------------------------------------------------


def _blocks(bearers: dict[str, _Bearer]) -> list[set[str]]:
    """Return sets of actors that have a key in common, as long as few have it."""
    by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for id, bearer in bearers.items():
        keys = _keys_of_person if bearer.actor.kind in _PEOPLE else _keys_of_body
        for name in bearer.names:
            for key in keys(name):
                by_key[key].add(id)
    return [by_key[key] for key in sorted(by_key) if 1 < len(by_key[key]) <= _MANY]


def _keys_of_person(name: str) -> Iterator[tuple[str, ...]]:
    parts = split_name(name)
    yield ("surname", parts.key)
    for key, _ in surnames_asked(parts.surname):
        yield ("surname", key)
    if parts.full:
        yield name_key(parts)
        yield from (way.key for way in asked(name))
        yield from answered(name)
        bones = "".join(c for c in parts.key if c not in "aeiouy")
        yield ("bones", given_key(parts.given[0]), bones)
        yield ("head", given_key(parts.given[0]), parts.key[:4])


def _keys_of_body(name: str) -> Iterator[tuple[str, ...]]:
    key = body_key(name)
    yield ("body", key)
    yield from (("body", short) for short in acronyms(name))
    for word in key.split():
        if len(word) > 3:
            yield ("word", word)


# How likely two are one -----------------------------------------------------------------------


def _compared(one: _Bearer, other: _Bearer) -> Suggestion | None:
    """Return how likely two actors are one, None where they are of two kinds or nothing says so."""
    people = one.actor.kind in _PEOPLE
    if people != (other.actor.kind in _PEOPLE):
        return None
    pairs = [(a, b) for a in one.names for b in other.names]
    weigh = _weigh_people if people else _weigh_bodies
    score, reason = max((weigh(a, b) for a, b in pairs[:64]), default=(0.0, ""))
    if not score:
        return None
    reasons = [reason]
    if against := one.context.against(other.context):
        score *= 0.7
        reasons.append(f"but {against}")
    elif shared := one.context.shared(other.context):
        score *= 1.1
        reasons.append(shared)
    first, second = sorted((one.actor.id, other.actor.id))
    return Suggestion(first, second, round(min(score, LINKED_FROM - 0.01), 2), tuple(reasons))


def _weigh_people(one: str, other: str) -> Reason:
    a, b = split_name(one), split_name(other)
    if a.generation != b.generation:
        return (0.0, "")
    if a.full and b.full:
        return max(_full(one, other), _full(other, one))
    if a.key == b.key and near(a.surname, b.surname) and _may_begin(a, b):
        return (0.45, "the same surname")
    if b.key in dict(surnames_asked(a.surname)) or a.key in dict(surnames_asked(b.surname)):
        return (0.4, "the surname in another spelling")
    return (0.0, "")


def _may_begin(one: PersonName, other: PersonName) -> bool:
    """Whether initials do not speak against each other, or against a given name."""
    first, second = (n.letters or (ascii_of(n.given[0]) if n.given else "") for n in (one, other))
    return first[:1] == second[:1] or not first or not second


def _full(one: str, other: str) -> Reason:
    """Weigh two full names; what the first asks for is looked up in the second."""
    a, b = split_name(one), split_name(other)
    mine, theirs = a.given[0], b.given[0]
    if name_key(a) == name_key(b):
        return (0.5, "the same name")
    if given_key(mine) == given_key(theirs) and a.key == b.key:
        return (0.5, "the same given name and surnames that sound alike")
    keys = answered(other) | {name_key(b)}
    for way in asked(one):
        if way.key in keys:
            return (0.55, way.rule)
    if a.key == b.key and near(a.surname, b.surname):
        shorts = ALSO_SHORT_FOR.get(ascii_of(mine), ())
        if given_key(theirs) in map(given_key, shorts):
            return (0.5, f"{mine} may be short for {theirs}")
        if _like(mine, theirs) >= _ALIKE:
            return (0.4, "the same surname and given names much alike")
    if given_key(mine) == given_key(theirs) and _like(a.surname, b.surname) >= _ALIKE:
        return (0.4, "the same given name and surnames much alike")
    return (0.0, "")


_ALIKE = 0.93


def _like(one: str, other: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(ascii_of(one), ascii_of(other))


def _weigh_bodies(one: str, other: str) -> Reason:
    a, b = body_key(one), body_key(other)
    if a in acronyms(other) or b in acronyms(one):
        return (0.5, "acronym of several bodies")
    first, second = set(a.split()), set(b.split())
    if first < second or second < first:
        return (0.4 if min(len(first), len(second)) > 1 else 0.35, "all the words of one name")
    if _like(a, b) >= _ALIKE + 0.03:
        return (0.4, "names much alike")
    return (0.0, "")
