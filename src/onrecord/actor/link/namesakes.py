"""Part the bearers of one name where something tells them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from onrecord.actor.link.context import EVERYDAY, SILENCE, countries, gender, walks, year
from onrecord.actor.link.groups import LINKED_FROM, Group, Member
from onrecord.actor.link.unions import Unions
from onrecord.actor.name.letters import ascii_of, given_key
from onrecord.actor.name.person_name import initials_in, split_name
from onrecord.model import Entity

MOSTLY = 4
"""Told of so many times as often as all others of the name, one is who is meant without more."""
FEW = 8
"""What so many times as many reports tell otherwise is a mistake more often than a namesake."""


def parted(group: Group) -> Iterator[Group]:
    """Yield the bearers of one name apart: by middle name, gender, country, walk of life, time.

    An entity of which nothing is told goes to the one bearer there is, or who is told of
    mostly; where there are several it is a bearer of its own.
    """
    for part in _by_sign(group, _by_middle, named=True):
        yield from _by_context(part)


def parted_by_initials(group: Group) -> Iterator[Group]:
    """Yield the bearers of one surname apart, of whom no full name is known."""
    for part in _by_sign(group, _by_initials, named=True):
        yield from _by_context(part)


def _by_context(group: Group) -> Iterator[Group]:
    parts = [group]
    for classes in (_by_gender, _by_country, _by_walk):
        parts = [p for part in parts for p in _by_sign(_doubted(part, classes), classes)]
    for part in parts:
        yield from _by_sign(part, _by_time)


Signs = Mapping[str, str]
"""From the id of an entity to its class; who shows none is left out."""
Classes = Callable[[Sequence[Member]], Signs]


def _by_sign(group: Group, classes: Classes, *, named: bool = False) -> Iterator[Group]:
    """Part a group by the classes of its members.

    A sign that is part of the name is part of the key as well, unless some bear the name
    without it: then neither their coming nor a namesake's moves the id of the group.
    """
    signs = classes([m for m in group.members if _DOUBT not in m.reasons])
    counts = Counter(signs.values())
    if len(counts) <= 1:
        shown_by_all = len(signs) == len(group.members)
        yield Group((*group.key, *counts), group.members) if named and shown_by_all else group
        return
    first, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    mostly = most >= MOSTLY * (counts.total() - most)
    members: dict[str, list[Member]] = defaultdict(list)
    for member in group.members:
        sign = signs.get(member.entity.id)
        if sign is None and mostly:
            member = _less_sure(member, 0.7, "the bearer of the name told of mostly")
        members[sign if sign is not None else first if mostly else ""].append(member)
    for sign in sorted(members):
        plain = not sign or (mostly and sign == first)
        yield Group(group.key if plain else (*group.key, sign), members[sign])


def _doubted(group: Group, classes: Classes) -> Group:
    """Return a group in which what few reports tell against many parts nobody, and is unsure.

    Of so many reports a few give anybody a wrong office.
    """
    signs = classes(group.members)
    counts = Counter(signs.values())
    if len(counts) <= 1:
        return group
    most = max(counts.values())
    few = {sign for sign, count in counts.items() if count * FEW <= most}
    return Group(
        group.key,
        [
            _less_sure(m, LINKED_FROM, _DOUBT) if signs.get(m.entity.id) in few else m
            for m in group.members
        ],
    )


_DOUBT = "against what most reports tell"


def _less_sure(member: Member, score: float, reason: str) -> Member:
    return replace(member, score=min(member.score, score), reasons=(*member.reasons, reason))


# Signs ------------------------------------------------------------------------------------


def _by_middle(members: Sequence[Member]) -> Signs:
    """Class full names by the middle names they show; an initial goes with what it begins."""
    shown: dict[str, tuple[str, ...]] = {}
    for member in members:
        if middle := _middle(member.entity.name):
            shown[member.entity.id] = middle
    class_of = _classes_of_middles(set(shown.values()))
    return {id: class_of[middle] for id, middle in shown.items() if middle in class_of}


def _by_initials(members: Sequence[Member]) -> Signs:
    """Class partial names by their initials; the first alone goes with those it begins."""
    shown = {m.entity.id: told for m in members if (told := split_name(m.entity.name).letters)}
    class_of = _classes_of_middles({tuple(letters) for letters in shown.values()})
    return {
        id: class_of[tuple(letters)] for id, letters in shown.items() if tuple(letters) in class_of
    }


def _middle(name: str) -> tuple[str, ...]:
    """Return the middle names of a full name in small ASCII: an initial as its letter."""
    words: list[str] = []
    for word in split_name(name).given[1:]:
        letters = initials_in(word)
        words += list(letters) if letters else [ascii_of(word) or word]
    return tuple(words)


def _classes_of_middles(middles: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Return the class of each row of middle names, called by the letter it begins with.

    Two whole names with one letter are two classes, called by their names; what fits several
    is in none.
    """
    told = sorted(middles, key=lambda m: (-sum(len(w) > 1 for w in m), -len(m), m))
    whole = [m for m in told if all(len(w) > 1 for w in m)]
    unions = Unions(len(whole))
    for (i, one), (j, other) in combinations(enumerate(whole), 2):
        if _fits(one, other):
            unions.unite(i, j)
    classes = [[whole[i] for i in together] for together in unions.classes()]
    for middle in told:
        if middle in whole:
            continue
        fitting = [c for c in classes if all(_fits(middle, other) for other in c)]
        if len(fitting) == 1:
            fitting[0].append(middle)
        elif not fitting:
            classes.append([middle])
    shared = Counter(_letter(c[0]) for c in classes)
    return {
        middle: _letter(c[0]) if shared[_letter(c[0])] == 1 else " ".join(c[0])
        for c in classes
        for middle in c
    }


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(
        given_key(a) == given_key(b) or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(one, other, strict=False)
    )


def _letter(middle: tuple[str, ...]) -> str:
    return middle[0][:1]


def _by_gender(members: Sequence[Member]) -> Signs:
    return {m.entity.id: told for m in members if (told := gender(m.entity))}


def _linked(members: Sequence[Member], of: Callable[[Entity], frozenset[str]]) -> Signs:
    """Class entities by what `of` finds; things that one entity is at once are one class."""
    found = {m.entity.id: things for m in members if (things := of(m.entity))}
    names = sorted({thing for things in found.values() for thing in things})
    number = {name: i for i, name in enumerate(names)}
    unions = Unions(len(names))
    for things in set(found.values()):
        for one, other in pairwise(sorted(things)):
            unions.unite(number[one], number[other])
    return {id: names[unions.find(number[min(things)])] for id, things in found.items()}


def _by_country(members: Sequence[Member]) -> Signs:
    return _linked(members, countries)


def _by_walk(members: Sequence[Member]) -> Signs:
    return _linked(members, lambda entity: walks(entity) - {EVERYDAY})


def _by_time(members: Sequence[Member]) -> Signs:
    """Class entities by the times the name is heard of, between which there is silence."""
    years = {m.entity.id: told for m in members if (told := year(m.entity)) is not None}
    heard = sorted(set(years.values()))
    begins = {heard[0]: heard[0]} if heard else {}
    for before, after in pairwise(heard):
        begins[after] = after if after - before > SILENCE else begins[before]
    return {id: f"from {begins[told]}" for id, told in years.items()}
