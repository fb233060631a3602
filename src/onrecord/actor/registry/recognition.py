"""Recognise the actors of reports among those that a registry lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.actor.link.groups import LINKED_FROM
from onrecord.actor.registry.known import united
from onrecord.actor.registry.likeness import OFFICE, Key, keys, likeness, of_one_kind
from onrecord.actor.registry.terms import Listed
from onrecord.actor.role.offices import Offices
from onrecord.model import Actor, ActorKind, Entity, Link, Registered, Suggestion

SEVERAL = 0.4
"""How sure a name is that several are listed with."""

BY_OFFICE = 0.8
"""How sure it is which of several is meant where only one of them held the office then."""

AGAINST = 0.5
"""How sure a report is that gives a recognised actor an office of somebody else."""


@dataclass(frozen=True, slots=True)
class Match:
    """The claim that an actor of the reports is one of a registry."""

    actor_id: str
    registered: Registered
    score: float
    rule: str
    whole: bool = True
    """Whether all that reports tell of the actor is meant, or what has a listed office alone."""


def with_registry(
    actors: Iterable[Actor],
    links: Iterable[Link],
    entities: Iterable[Entity],
    registry: Iterable[Registered],
) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Return `actors` and `links` with those recognised that a registry lists.

    A recognised actor has the id, the name and the kind that are listed; several that are
    one in the registry become one. A namesake stays who they are: one of another country, of
    another time in one office, or one who cannot be told from another that is listed. Nobody
    is added of whom no report tells, nobody without a name is recognised, and who is not
    recognised is as before.

    The result depends on the sets that are given alone, not on their order.
    """
    scene = _Scene(actors, links, entities, registry)
    taken = {entity.id: match for entity, match in scene.decided()}
    new_links = [scene.recognised(link, taken.get(link.entity_id)) for link in scene.links.values()]
    spelled: dict[str, set[str]] = defaultdict(set)
    for entity_id, match in taken.items():
        spelled[match.registered.id].update(scene.entities[entity_id].names)
    left = {link.actor_id for link in scene.links.values()} - {link.actor_id for link in new_links}
    stayed = [a for a in scene.actors.values() if a.id not in left and a.id not in spelled]
    recognised = [_actor(scene.registry[id], names) for id, names in spelled.items()]
    return (
        tuple(sorted([*stayed, *recognised], key=lambda actor: actor.id)),
        tuple(sorted(new_links, key=lambda link: link.entity_id)),
    )


def registry_suggestions(
    entities: Iterable[Entity],
    actors: Iterable[Actor],
    links: Iterable[Link],
    registry: Iterable[Registered],
) -> tuple[Suggestion, ...]:
    """Return whom `actors` may be in the registry where that is not sure enough to be taken.

    Of each pair `one` is the id of the actor and `other` that of the registered one.
    """
    scene = _Scene(actors, links, entities, registry)
    taken = {match.actor_id for _, match in scene.decided()}
    found = [
        Suggestion(
            match.actor_id,
            match.registered.id,
            SEVERAL if len(matches) > 1 else match.score,
            (match.rule, "several are listed with it") if len(matches) > 1 else (match.rule,),
        )
        for actor_id, matches in scene.matches.items()
        if actor_id not in taken
        for match in matches
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.one, each.other)))


class _Scene:
    """Actors with their entities, and whom of the registry each of them may be."""

    def __init__(
        self,
        actors: Iterable[Actor],
        links: Iterable[Link],
        entities: Iterable[Entity],
        registry: Iterable[Registered],
    ) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.links = {link.entity_id: link for link in links}
        self.entities = {entity.id: entity for entity in entities if entity.named}
        self.members: dict[str, list[Entity]] = defaultdict(list)
        for id in sorted(self.entities.keys() & self.links.keys()):
            self.members[self.links[id].actor_id].append(self.entities[id])
        self.registry = {actor.id: actor for actor in united(registry)}
        self.listed = {id: Listed(actor) for id, actor in self.registry.items()}
        by_key: dict[Key, set[str]] = defaultdict(set)
        for registered in self.registry.values():
            for name in (registered.name, *registered.aliases):
                for key in keys(name, registered.kind):
                    by_key[key].add(registered.id)
        self.matches = {id: self._matches(id, by_key) for id in sorted(self.members)}
        self._part_namesakes()

    def decided(self) -> Iterator[tuple[Entity, Match]]:
        """Yield the entities that are registered, and who they are."""
        for actor_id, matches in self.matches.items():
            if len(matches) == 1 and matches[0].whole and matches[0].score >= LINKED_FROM:
                for entity in self.members[actor_id]:
                    yield entity, self._of_entity(entity, matches[0])
            elif matches and matches[0].score >= LINKED_FROM:
                # Father and son go by one name; the office that one of them held then tells.
                for entity in self.members[actor_id]:
                    held = [m for m in matches if self._answers(entity, m.registered)]
                    if len(held) == 1:
                        score = min(BY_OFFICE, held[0].score)
                        yield entity, replace(held[0], score=score, rule=f"{held[0].rule}, office")

    def recognised(self, link: Link, match: Match | None) -> Link:
        """Return the link of an entity to whom it was recognised as."""
        if match is None:
            return link
        # Alone it needs nobody to be one with: its name and office are all there is to doubt.
        alone = len(self.members[link.actor_id]) == 1
        score = match.score if alone else min(link.score, match.score)
        rule = f"{link.rule}; registry: {match.rule}"
        if score < OFFICE and self._answers(self.entities[link.entity_id], match.registered):
            score, rule = OFFICE, f"{rule}, and the office"
        return Link(link.entity_id, match.registered.id, score, rule)

    def _matches(self, actor_id: str, by_key: Mapping[Key, set[str]]) -> list[Match]:
        """Return whom an actor may be: the surest, or several who are as sure."""
        if actor_id in self.registry:
            return [Match(actor_id, self.registry[actor_id], 1.0, "id")]
        kind, members = self.actors[actor_id].kind, self.members[actor_id]
        names = {name for entity in members for name in entity.names}
        ids = {id for name in names for key in keys(name, kind) for id in by_key.get(key, ())}
        found: list[Match] = []
        for registered in (self.registry[id] for id in sorted(ids)):
            if not of_one_kind(kind, registered.kind):
                continue
            answering = sum(self._answers(entity, registered) for entity in members)
            against = sum(self._contradicts(entity, registered) for entity in members)
            person = registered.kind is ActorKind.PERSON
            called = {entity.name for entity in members} if person else names
            alike = likeness(registered, called, in_office=answering > 0)
            if alike and against and not answering:
                rule = f"{alike.rule}, against the office told"
                found.append(Match(actor_id, registered, SEVERAL, rule))
            elif alike:
                found.append(Match(actor_id, registered, *alike, whole=against <= answering))
        best = max((match.score for match in found), default=0.0)
        return [match for match in found if match.score == best]

    def _part_namesakes(self) -> None:
        """Leave apart whom names alone would bring to one registered actor against their offices.

        Where reports tell of two mayors of one name, the registered one is who has the office
        that is listed.
        """
        claims: dict[str, list[str]] = defaultdict(list)
        for actor_id, matches in self.matches.items():
            if len(matches) == 1 and matches[0].score >= LINKED_FROM:
                claims[matches[0].registered.id].append(actor_id)
        for id, claimants in claims.items():
            if len(claimants) == 1:
                continue
            offices = {a: Offices(r for e in self.members[a] for r in e.roles) for a in claimants}
            for actor_id in claimants:
                others = (offices[other] for other in claimants if other != actor_id)
                if any(map(offices[actor_id].contradict, others)) and not any(
                    self._answers(entity, self.registry[id]) for entity in self.members[actor_id]
                ):
                    (match,) = self.matches[actor_id]
                    self.matches[actor_id] = [replace(match, score=SEVERAL)]

    def _of_entity(self, entity: Entity, match: Match) -> Match:
        if match.rule == "id" or not self._contradicts(entity, match.registered):
            return match
        rule = f"{match.rule}, against the office told"
        return replace(match, score=min(match.score, AGAINST), rule=rule)

    def _answers(self, entity: Entity, registered: Registered) -> bool:
        return self.listed[registered.id].answers(entity.roles, entity.published)

    def _contradicts(self, entity: Entity, registered: Registered) -> bool:
        return self.listed[registered.id].contradicts(entity.roles, entity.published)


def _actor(registered: Registered, spelled: Iterable[str]) -> Actor:
    aliases = sorted({*spelled, *registered.aliases, registered.name})
    return Actor(registered.id, registered.name, registered.kind, tuple(aliases))
