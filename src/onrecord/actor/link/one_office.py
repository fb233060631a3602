"""People whom outlets spell in their own ways, known for one by the office that they hold.

"Joana Strel" and "Ioana Strell" may be two. Where each is told to be the president, and nothing
tells the two apart, they are one who is written by ear. This is asked of full names of which
given name and surname both sound alike, and never of two given names that are both common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.actor.link.context import Context, context_of
from onrecord.actor.link.groups import Group, Member
from onrecord.actor.link.unions import Unions
from onrecord.actor.name.given import is_given
from onrecord.actor.name.letters import ascii_of, bare, fold, given_key
from onrecord.actor.name.person_name import is_initial, split_name
from onrecord.actor.name.spelling import near, of_habit

_SCORE = 0.7
_RULE = "full name spelled by ear, in the same office"
_LEAST = 2
"""So many consonants of a surname must agree."""
_MANY = 8
"""Of more that sound alike nothing is known by their office."""


def in_one_office(groups: Sequence[Group]) -> list[Group]:
    """Unite groups of full names that sound alike and hold the same office.

    Of the groups that sound alike either all that hold an office hold the same, and become one, or
    each stays: nobody is chosen among several.
    """
    by_sound: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        if key := _sound(_name(group)):
            by_sound[key].append(number)
    unions = Unions(len(groups))
    for _, numbers in sorted(by_sound.items()):
        if not 1 < len(numbers) <= _MANY:
            continue
        contexts = {n: context_of(m.entity for m in groups[n].members) for n in numbers}
        holders = [n for n in numbers if contexts[n].offices.by_head]
        pairs = list(combinations(holders, 2))
        if all(_one(groups[a], groups[b], contexts[a], contexts[b]) for a, b in pairs):
            for one, other in pairs:
                unions.unite(one, other)
    return [_united([groups[n] for n in together]) for together in unions.classes()]


def _one(one: Group, other: Group, of_one: Context, of_other: Context) -> bool:
    if of_one.against(of_other) or of_one.elsewhere(of_other):
        return False
    if not of_one.shared(of_other).startswith("same office"):
        return False
    a, b = (split_name(_name(group)) for group in (one, other))
    first, second = a.given[0], b.given[0]
    if given_key(first) != given_key(second) and is_given(first) and is_given(second):
        return False
    # Brown and Browne are two families; where the given names differ too, an ear was at work.
    by_ear = of_habit(a) or of_habit(b) or ascii_of(first) != ascii_of(second)
    return by_ear and near(first, second) and near(a.surname, b.surname)


def _name(group: Group) -> str:
    return min(member.entity.name for member in group.members)


@lru_cache(maxsize=65536)
def _sound(name: str) -> tuple[str, ...]:
    """Return the key in which names meet that are written by ear; none for one of initials."""
    parts = split_name(name)
    if not parts.full or is_initial(parts.given[0]) or parts.generation:
        return ()
    given, surname = _bones(ascii_of(parts.given[0])), _bones(bare(parts.surname))
    return (given, surname) if len(surname) > _LEAST else ()


def _bones(word: str) -> str:
    """Return how a word begins and its consonants, hissing and silent ones undone."""
    word = re.sub(r"(?<=[tdg])h", "", fold(word))
    return word[:1] + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", word[1:]))


def _united(groups: Sequence[Group]) -> Group:
    """Return several groups as one, under the key of the one with most members."""
    first, *others = sorted(groups, key=lambda g: (-len(g.members), g.key))
    joined = [Member(m.entity, min(m.score, _SCORE), (_RULE,)) for g in others for m in g.members]
    return Group(first.key, [*first.members, *joined])
