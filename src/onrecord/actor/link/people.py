"""Group the people of many reports: one group for all spellings of a name, namesakes apart.

Names that are told in full come first. Those with one key are one; those that ask for the key
of exactly one other join it (`other_spellings`). Then what speaks against one bearer parts
them again: another middle name, another context (`namesakes`). Last, initials and bare
surnames go to the one bearer they can mean. Whom a name joins is settled on what was there
before anyone joined, so that nothing depends on the order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.actor.link.families import Families
from onrecord.actor.link.groups import Group, Member, spelled_alike
from onrecord.actor.link.namesakes import parted
from onrecord.actor.link.one_office import in_one_office
from onrecord.actor.link.unions import Unions
from onrecord.actor.name.other_spellings import Key, Way, answered, asked, name_key
from onrecord.actor.name.person_name import split_name
from onrecord.model import Entity


def people(entities: Iterable[Entity]) -> list[Group]:
    """Return the groups of the people among many reports; every entity is in one of them."""
    full: list[Entity] = []
    partial: list[Entity] = []
    for entity in entities:
        (full if split_name(entity.name).full else partial).append(entity)
    bearers = [part for group in _united(_by_key(full)) for part in parted(group)]
    groups = in_one_office(bearers)
    return [*groups, *Families(groups).place(partial)]


def _by_key(entities: Iterable[Entity]) -> list[Group]:
    """Group full names by their keys; surnames that look like different words stay apart."""
    by_key: dict[Key, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_key[name_key(split_name(entity.name))].append(entity)
    groups: list[Group] = []
    for key in sorted(by_key):
        parts = spelled_alike(by_key[key])
        for spelling, alike in parts.items():
            members = [Member(e, 0.95, ("full name",)) for e in alike]
            groups.append(Group(key if len(parts) == 1 else (*key, spelling), members))
    return groups


def _united(groups: Sequence[Group]) -> list[Group]:
    """Unite groups of which one asks for the key of exactly one other."""
    index: dict[Key, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        index[group.key[:4]].add(number)
        for name in _spellings(group):
            for key in answered(name):
                index[key].add(number)
    choices = [_targets(n, group, index) for n, group in enumerate(groups)]
    unions = Unions(len(groups))
    joined: dict[int, Way] = {}
    for number, targets in enumerate(choices):
        if len(targets) == 1:
            ((target, way),) = targets.items()
            unions.unite(number, target)
            joined[number] = way
    # Several that are one by now are one choice.
    roots = [unions.find(n) for n in range(len(groups))]
    for number, targets in enumerate(choices):
        if len(targets) > 1 and len({roots[t] for t in targets}) == 1:
            unions.unite(number, min(targets))
            joined[number] = max(targets.values(), key=lambda way: (way.score, way.key))
    _unite_strangers(groups, choices, unions, joined)
    return [_one(groups, together, joined) for together in unions.classes()]


def _targets(number: int, group: Group, index: dict[Key, set[int]]) -> dict[int, Way]:
    """Return the other groups that every spelling of a group asks for, and the surest way."""
    targets: dict[int, Way] = {}
    for way in _asked_by_all(group):
        for target in index.get(way.key, ()):
            if target != number:
                targets.setdefault(target, way)
    return targets


def _asked_by_all(group: Group) -> list[Way]:
    """Return the ways that all spellings of a group share: one without them needs none."""
    first, *others = _spellings(group)
    shared = set.intersection(*({w.key for w in asked(name)} for name in (first, *others)))
    return [way for way in asked(first) if way.key in shared]


def _spellings(group: Group) -> list[str]:
    return sorted({member.entity.name for member in group.members})


def _unite_strangers(
    groups: Sequence[Group],
    choices: Sequence[dict[int, Way]],
    unions: Unions,
    joined: dict[int, Way],
) -> None:
    """Unite groups that ask for one and the same key, which nobody bears."""
    seeking: dict[Key, list[tuple[int, Way]]] = defaultdict(list)
    for number, targets in enumerate(choices):
        if not targets:
            for way in _asked_by_all(groups[number]):
                if way.rule.startswith("full name"):
                    seeking[way.key].append((number, way))
    for _, found in sorted(seeking.items()):
        (first, _), *others = found
        for number, way in others:
            if unions.find(first) != unions.find(number):
                unions.unite(first, number)
                joined[number] = way


_BY_ANOTHER = Way((), "full name in another spelling", 0.75)
"""Why those are one that a third asks for."""


def _one(groups: Sequence[Group], together: Sequence[int], joined: Mapping[int, Way]) -> Group:
    """Return several groups as one, whose key is of one that asked for no other."""
    root = min(together, key=lambda n: (n in joined, groups[n].key))
    made = Group(groups[root].key, list(groups[root].members))
    for number in together:
        if number != root:
            way = joined.get(number, _BY_ANOTHER)
            made.members += [
                Member(m.entity, way.score, (way.rule,)) for m in groups[number].members
            ]
    return made
