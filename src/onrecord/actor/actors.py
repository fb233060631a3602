"""Bring the entities of many reports together: one actor for all spellings of a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.actor.countries import country_name
from onrecord.actor.offices import Offices, described
from onrecord.actor.spelling import (
    ascii_of,
    bare,
    fold,
    given_key,
    initials,
    is_initial,
    near,
    organisation_key,
    split_name,
)
from onrecord.model import Actor, ActorKind, Entity, Link, content_id


@dataclass(slots=True)
class _Group:
    """Entities that are one actor, and why each of them is."""

    key: tuple[str, ...]
    members: list[tuple[Entity, float, str]] = field(default_factory=list)

    def add(self, entity: Entity, score: float, rule: str) -> None:
        self.members.append((entity, score, rule))


def resolve_actors(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Return the actors behind `entities`, and which entity is which actor.

    Spellings of one name meet in one actor; people with other given names, another
    generation ("Jr") or clashing middle names stay apart. A bare surname joins the one
    actor that has it, unless an office or a gender speaks against that; where several have
    it, a shared office decides, else it stays apart.
    Unnamed entities have no actor. The result depends on the set of entities alone, not
    on their order, and the time grows with their number.
    """
    named = sorted((e for e in set(entities) if e.named), key=lambda e: e.id)
    bodies = [e for e in named if e.kind in _BODIES]
    body_groups = _bodies(bodies)
    known = {group.key[1]: group for group in body_groups}
    people: list[Entity] = []
    for entity in named:
        if entity.kind in _BODIES:
            continue
        body = known.get(organisation_key(entity.name))
        if entity.kind is ActorKind.UNKNOWN and body is not None:
            body.add(entity, 0.7, "name of a body")
        else:
            people.append(entity)
    groups = [*body_groups, *_people(people)]
    pairs = [(_actor(group), group) for group in groups]
    pairs.sort(key=lambda pair: pair[0].id)
    links = sorted(
        (
            Link(entity.id, actor.id, score, rule)
            for actor, group in pairs
            for entity, score, rule in group.members
        ),
        key=lambda link: link.entity_id,
    )
    return tuple(actor for actor, _ in pairs), tuple(links)


_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.GROUP})


def _actor(group: _Group) -> Actor:
    entities = [entity for entity, _, _ in group.members]
    aliases = sorted({name for e in entities for name in e.names})
    kinds = Counter(e.kind for e in entities if e.kind is not ActorKind.UNKNOWN)
    kind = min(kinds, key=lambda k: (-kinds[k], k), default=ActorKind.UNKNOWN)
    name = _best_name(entities, person=kind not in _BODIES)
    return Actor(content_id("actor", *group.key), name, kind, tuple(aliases))


def _best_name(entities: Sequence[Entity], *, person: bool) -> str:
    """Return the most frequent full spelling; of equals the longest, then the first.

    A person's name in capitals is only taken where there is no other.
    """
    counts = Counter(e.name for e in entities)
    full = [n for n in counts if len(n.split()) > 1 and not (person and _is_short(n))]
    return min(full or counts, key=lambda n: (person and n.isupper(), -counts[n], -len(n), n))


def _is_short(name: str) -> bool:
    given = split_name(name).given
    return not given or is_initial(given[0])


# People -----------------------------------------------------------------------------------


def _people(entities: Sequence[Entity]) -> Iterator[_Group]:
    """Group people by surname, then by given name within it."""
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_surname[split_name(entity.name).key].append(entity)
    for surname in sorted(by_surname):
        families = _spelled_alike(by_surname[surname])
        for spelling in sorted(families):
            yield from _family(surname if len(families) == 1 else spelling, families[spelling])


def _spelled_alike(entities: Sequence[Entity]) -> dict[str, list[Entity]]:
    """Part entities whose surnames share a key but look like different words."""
    home: dict[str, str] = {}
    families: dict[str, list[Entity]] = {}
    for spelling in sorted({bare(split_name(e.name).surname) for e in entities}):
        home[spelling] = next((f for f in families if near(f, spelling)), spelling)
        families.setdefault(home[spelling], [])
    for entity in entities:
        families[home[bare(split_name(entity.name).surname)]].append(entity)
    return families


def _family(tag: str, entities: Sequence[Entity]) -> Iterator[_Group]:
    """Part the bearers of one surname: full names first, then initials, then surnames alone."""
    full: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    partial: list[Entity] = []
    for entity in entities:
        parts = split_name(entity.name)
        if parts.given and not is_initial(parts.given[0]):
            full[given_key(parts.given[0]), parts.generation].append(entity)
        else:
            partial.append(entity)
    groups: list[_Group] = []
    for (given, generation), bearers in sorted(full.items()):
        groups.extend(_by_middle_name(("person", given, tag, generation), bearers))
    yield from _with_partial(tag, groups, partial)


def _by_middle_name(key: tuple[str, ...], bearers: Sequence[Entity]) -> list[_Group]:
    """Part namesakes by their middle names; one who shows none joins where there is one class."""
    plain = _Group(key)
    middles: dict[str, list[Entity]] = defaultdict(list)
    for entity in bearers:
        middle = split_name(entity.name).given[1:]
        if middle:
            middles["".join(fold(m)[:1] for m in middle)].append(entity)
        else:
            plain.add(entity, *_score(entity))
    if len(middles) <= 1:
        for members in middles.values():
            for entity in members:
                plain.add(entity, *_score(entity))
        return [plain]
    groups = [plain] if plain.members else []
    for letters in sorted(middles):
        group = _Group((*key, letters))
        for entity in middles[letters]:
            group.add(entity, *_score(entity))
        groups.append(group)
    return groups


def _score(entity: Entity) -> tuple[float, str]:
    return (0.95, "full name") if split_name(entity.name).given else (0.8, "name")


def _with_partial(tag: str, groups: list[_Group], partial: Sequence[Entity]) -> Iterator[_Group]:
    """Give the bare surnames and initials of a family to its members, or leave them apart."""
    alone = _Group(("person", "", tag))
    apart: list[_Group] = []
    family = _Family(groups)
    # A family grows by those it takes in: whom they join is settled before anyone joins.
    chosen = [(entity, *family.choose(entity)) for entity in partial]
    for entity, group, rule in chosen:
        if group is not None:
            group.add(entity, _PARTIAL[rule], rule)
        elif not groups:
            alone.add(entity, 0.7, "surname")
        else:
            unsure = _Group(("person", "", tag, entity.id))
            unsure.add(entity, 0.4, "surname of several")
            apart.append(unsure)
    yield from groups
    if alone.members:
        yield from _initials_apart(alone)
    yield from apart


_ONLY = "only bearer of the surname"
_OTHER = "only bearer of the surname, in another office"
_SHARED = "surname and office"
_PARTIAL = {_ONLY: 0.75, _SHARED: 0.6, _OTHER: 0.5}
"""How surely a surname is whose each rule says."""


class _Family:
    """Groups of one surname, found by generation, first letter and office without a search."""

    def __init__(self, groups: Sequence[_Group]) -> None:
        self.by_sign: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self.groups = groups
        self.offices = [Offices(r for e, _, _ in g.members for r in e.roles) for g in groups]
        for index, group in enumerate(groups):
            letters = {split_name(e.name).given[0] for e, _, _ in group.members}
            for letter in {"", *(ascii_of(given)[:1] for given in letters)}:
                for generation in {"", group.key[3]}:
                    self.by_sign[letter, generation].add(index)
            for entity, _, _ in group.members:
                for office in _offices_of(entity):
                    self.by_sign["office", office, ""].add(index)

    def choose(self, entity: Entity) -> tuple[_Group | None, str]:
        """Return the one group that a partial name can mean, or None, and the rule."""
        name = split_name(entity.name)
        letter = ascii_of(name.given[0])[:1] if name.given else ""
        fitting = self.by_sign.get((letter, name.generation), set())
        if len(fitting) == 1:
            only = self.groups[min(fitting)]
            own, held = Offices(entity.roles), self.offices[min(fitting)]
            if own.contradict(held):
                return None, "another of the surname"
            return only, _ONLY if own.agree(held) else _OTHER
        sharing = {
            index
            for office in _offices_of(entity)
            if len(holders := self.by_sign.get(("office", office, ""), set())) <= _MANY
            for index in holders
            if index in fitting
        }
        if len(sharing) == 1:
            return self.groups[min(sharing)], _SHARED
        return None, "surname of several"


_MANY = 8
"""Of an office that more than this many namesakes hold nobody can tell whose it is."""


def _initials_apart(group: _Group) -> Iterator[_Group]:
    """Part "A. Berg" from "B. Berg" where nobody is named in full."""
    by_initial: dict[str, list[tuple[Entity, float, str]]] = defaultdict(list)
    for member in group.members:
        given = split_name(member[0].name).given
        by_initial[ascii_of(given[0])[:1] if given else ""].append(member)
    letters = sorted(letter for letter in by_initial if letter)
    if len(letters) <= 1:
        yield group
        return
    for first in sorted(by_initial):
        yield _Group((*group.key, first) if first else group.key, by_initial[first])


def _offices_of(entity: Entity) -> frozenset[str]:
    return frozenset(d.head for d in described(entity.roles))


# Bodies -----------------------------------------------------------------------------------


def _bodies(entities: Sequence[Entity]) -> list[_Group]:
    """Group organisations and countries by name; a short name joins the one long name it means."""
    main = {e.id: _body_key(e.name) for e in entities}
    means: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        key = main[entity.id]
        for name in entity.names:
            if (other := _body_key(name)) != key:
                means[other].add(key)
        if entity.kind is not ActorKind.COUNTRY and len(acronym := initials(entity.name)) > 1:
            means[acronym].add(key)
    groups: dict[str, _Group] = {}
    for entity in entities:
        key, rule, score = main[entity.id], "name", 0.9
        seen = {key}
        while len(long := means.get(key, set())) == 1 and not long & seen:
            (key,) = long
            seen.add(key)
            rule, score = "short for", 0.8
        groups.setdefault(key, _Group(("body", key))).add(entity, score, rule)
    return [groups[key] for key in sorted(groups)]


def _body_key(name: str) -> str:
    return organisation_key(country_name(name))
