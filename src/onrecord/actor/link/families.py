"""Give initials and bare surnames to the one bearer they can mean, or leave them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.actor.link.context import Context, context_of
from onrecord.actor.link.groups import LINKED_FROM, Group, Member, spelled_alike
from onrecord.actor.link.namesakes import parted_by_initials
from onrecord.actor.name.letters import ascii_of
from onrecord.actor.name.other_spellings import surnames_asked
from onrecord.actor.name.person_name import PersonName, initials_in, split_name
from onrecord.actor.name.spelling import family_key, look_alike
from onrecord.model import ActorKind, Entity

_MANY = 8
"""Of more namesakes than this nobody looks at each to find who is meant."""
_FAMOUS = 10
"""Told of so many times as often as all namesakes, one is whom a bare surname means."""


class Choice(NamedTuple):
    """Whom a partial name means, how surely and why; `group` is None where it stays apart."""

    group: int | None
    score: float
    reasons: tuple[str, ...]


class Families:
    """The groups of full names, found by surname, first letter of the given name, generation."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.contexts: dict[int, Context] = {}
        self.by_sign: dict[tuple[str, str, str], set[int]] = defaultdict(set)
        self.by_office: dict[tuple[str, str], set[int]] = defaultdict(set)
        self.spellings: list[frozenset[PersonName]] = []
        for number, group in enumerate(groups):
            names = {split_name(m.entity.name) for m in group.members}
            self.spellings.append(frozenset(names))
            letters = {"", *(ascii_of(n.given[0])[:1] for n in names if n.given)}
            for name in names:
                for letter in letters:
                    for generation in {"", name.generation}:
                        self.by_sign[name.key, letter, generation].add(number)

    def place(self, partial: Sequence[Entity]) -> list[Group]:
        """Put partial names into groups; return the new groups of those who stay apart."""
        # A group grows by those it takes in: whom they join is settled before anyone joins.
        choices = [(entity, self.choose(entity)) for entity in partial]
        strangers: list[Entity] = []
        apart: list[Group] = []
        for entity, choice in choices:
            member = Member(entity, choice.score, choice.reasons)
            if choice.group is not None:
                self.groups[choice.group].members.append(member)
            elif choice.reasons == _STRANGER:
                strangers.append(entity)
            else:
                key = split_name(entity.name).key
                apart.append(Group(("surname", key, "", entity.id), [member]))
        return [*_strangers(strangers), *apart]

    def choose(self, entity: Entity) -> Choice:
        """Return the one group that a partial name can mean."""
        fitting = self.fitting(entity)
        if not fitting:
            return Choice(None, 0.7, _STRANGER)
        own = _context(entity)
        if len(fitting) > _MANY:
            return self._famous(fitting) or Choice(None, 0.4, (_SEVERAL,))
        open_ = [n for n in fitting if not self._against(own, n)]
        sharing = [n for n in open_ if own.shared(self.context(n))]
        whose = "initial and surname" if split_name(entity.name).letters else "surname"
        if len(fitting) == 1 and len(open_) == 1:
            more = own.shared(self.context(open_[0]))
            if more:
                return Choice(open_[0], 0.85, (f"{whose} of one bearer", more))
            return Choice(open_[0], 0.75, (f"{whose} of one bearer",))
        if len(sharing) == 1:
            more = own.shared(self.context(sharing[0]))
            return Choice(sharing[0], 0.7, (f"{whose} of several", more))
        if len(open_) == 1:
            why = self._against(own, next(n for n in fitting if n != open_[0]))
            return Choice(open_[0], 0.65, (f"{whose} of several", f"the others are {why}"))
        if not open_:
            why = self._against(own, fitting[0])
            return Choice(None, 0.5, (f"{whose} of another bearer", why))
        return self._famous(open_) or Choice(None, 0.4, (_SEVERAL,))

    def fitting(self, entity: Entity) -> list[int]:
        """Return the groups whose surname, initials and generation a partial name has."""
        name = split_name(entity.name)
        for key, surname in ((name.key, name.surname), *surnames_asked(name.surname)):
            meant = replace(name, surname=surname)
            found = self.by_sign.get((key, name.letters[:1], name.generation), set())
            alike = [
                n
                for n in sorted(found)
                if len(found) > _MANY or any(look_alike(s, meant) for s in self.spellings[n])
            ]
            if len(name.letters) > 1:
                alike = [n for n in alike if self._middle_begins(n, name.letters[1])]
            if alike:
                return alike
        return []

    def context(self, number: int) -> Context:
        if number not in self.contexts:
            self.contexts[number] = context_of(m.entity for m in self.groups[number].members)
        return self.contexts[number]

    def _against(self, own: Context, number: int) -> str:
        other = self.context(number)
        if own.offices.contradict(other.offices):
            return "in that office elsewhere"
        if own.elsewhere(other):
            return "of another country"
        return own.against(other)

    def _middle_begins(self, number: int, letter: str) -> bool:
        """Whether a group shows no middle name, or one with this letter."""
        middles = {
            (initials_in(given[1]) or ascii_of(given[1]))[:1]
            for m in self.groups[number].members
            if len(given := split_name(m.entity.name).given) > 1
        }
        return not middles or letter in middles

    def _famous(self, numbers: Sequence[int]) -> Choice | None:
        sizes = sorted(((len(self.groups[n].members), n) for n in numbers), reverse=True)
        most, number = sizes[0]
        if most < _FAMOUS * sum(size for size, _ in sizes[1:]):
            return None
        return Choice(number, LINKED_FROM, ("surname of several", "the one told of mostly"))


_STRANGER = ("surname",)
_SEVERAL = "surname of several"


def _context(entity: Entity) -> Context:
    return _context_of(entity.name, entity.roles, entity.gender, entity.published[:4])


@lru_cache(maxsize=16384)
def _context_of(name: str, roles: tuple[str, ...], gender: str, year: str) -> Context:
    return context_of([Entity("", "", name, (name,), roles, ActorKind.PERSON, True, gender, year)])


# Those of whom no full name is known ---------------------------------------------------------


def _strangers(entities: Iterable[Entity]) -> Iterator[Group]:
    """Group partial names by surname and generation, then part them as namesakes are."""
    by_key: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        name = split_name(entity.name)
        by_key[family_key(name), name.generation].append(entity)
    for (key, generation), bearers in sorted(by_key.items()):
        parts = spelled_alike(bearers)
        for spelling, alike in parts.items():
            tag = key if len(parts) == 1 else f"{key} {spelling}"
            members = [Member(e, 0.7, _STRANGER) for e in alike]
            yield from parted_by_initials(Group(("surname", tag, generation), members))
