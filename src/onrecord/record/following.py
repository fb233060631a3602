"""Actors, and whose every entity is, as they change from one judgement to the next. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Actor, ActorKind, Entity, Judgement, Link, Verdict, content_id
from onrecord.record.decisions import Decision, Meant, Place, is_split_off
from onrecord.record.words import folded, storable


@dataclass(frozen=True, slots=True)
class Done:
    """What following a judgement did: `moved` entities, and those that it set them against."""

    judgement: Judgement
    decision: Decision
    actor_id: str | None = None
    moved: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()


class People:
    """Actors and whose every entity is, as they change from one judgement to the next."""

    def __init__(
        self, actors: Iterable[Actor], links: Iterable[Link], entities: Iterable[Entity]
    ) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.links = {link.entity_id: link for link in links}
        self.entities = {entity.id: entity for entity in entities}
        self.members: dict[str, set[str]] = defaultdict(set)
        for link in self.links.values():
            self.members[link.actor_id].add(link.entity_id)
        self._folds: dict[str, str] = {}
        self._called: dict[str, list[str]] = defaultdict(list)
        self._at: dict[Place, list[str]] = defaultdict(list)
        self._near: dict[Place, set[str]] = defaultdict(set)
        for id in sorted(self.entities):
            entity = self.entities[id]
            name = self._fold(entity.name)
            self._called[name].append(id)
            self._at[entity.document_id, name].append(id)
            for other in entity.names:
                self._near[entity.document_id, self._fold(other)].add(id)

    # Whom a judgement means

    def find(self, meant: Meant) -> str | None:
        """Return the id of the actor that is meant: that of most of its places, else None.

        Where none of the places is left, the actor that still has the id is meant, and else
        the one that bears the name and most of the names.
        """
        if meant.unnamed is not None:
            entity = self.unnamed(meant)
            link = self.links.get(entity) if entity else None
            return link.actor_id if link else None
        voters: dict[str, list[str]] = defaultdict(list)
        for place in meant.places:
            for entity in self._there(place):
                if link := self.links.get(entity):
                    voters[link.actor_id].append(entity)
        if voters:
            # Of two with as many places it is who has the id, else any, but always the same.
            return min(voters, key=lambda id: (-len(voters[id]), id != meant.id, min(voters[id])))
        return meant.id if meant.id in self.actors else self._bearer(meant)

    def unnamed(self, meant: Meant) -> str | None:
        """Return the entity without a name that is meant: the same, or the only one called so."""
        if meant.unnamed in self.entities:
            return meant.unnamed
        called = [
            id for place in meant.places for id in self._at[place] if not self.entities[id].named
        ]
        return called[0] if len(called) == 1 else None

    def _there(self, place: Place) -> Iterable[str]:
        """Return the entities that a report calls so in full, else the one that it calls so."""
        if at := [id for id in self._at.get(place, ()) if self.entities[id].named]:
            return at
        near = self._near.get(place, set())
        return near if len(near) == 1 else ()

    def _bearer(self, meant: Meant) -> str | None:
        shared = {
            id: len(names & meant.names)
            for id, actor in self.actors.items()
            if self._fold(meant.name) in (names := self._names(actor))
        }
        most = max(shared.values(), default=0)
        best = [id for id, number in shared.items() if number == most]
        return best[0] if len(best) == 1 else None

    def _names(self, actor: Actor) -> set[str]:
        return {self._fold(name) for name in (actor.name, *actor.aliases)}

    def _fold(self, name: str) -> str:
        if name not in self._folds:
            self._folds[name] = folded(storable(name))
        return self._folds[name]

    # What a judgement does

    def follow(self, judgement: Judgement, decision: Decision) -> Done:
        """Do as a judgement says, or nothing where one whom it means is not there."""
        nothing = Done(judgement, decision)
        if not all(self.find(m) or (m.unnamed and self.unnamed(m)) for m in decision.meant):
            return nothing
        id, *other = (self.find(m) or self._named(m) for m in decision.meant)
        match decision.verdict:
            case Verdict.MERGE:
                return self._merge(id, other[0], judgement, decision)
            case Verdict.SPLIT:
                return self._split(id, judgement, decision)
            case Verdict.RENAME:
                actor = self.actors[id]
                self._rename(id, decision.name or actor.name)
                return replace(nothing, actor_id=id)
            case _:
                return self._alias(id, judgement, decision)

    def _named(self, meant: Meant) -> str:
        """Make an actor of an entity without a name: by a judgement, and never without one."""
        entity = self.entities[self.unnamed(meant) or ""]
        actor = Actor(content_id("actor", "unnamed", entity.id), entity.name, entity.kind, ())
        self.actors[actor.id] = actor
        self._link(entity.id, Link(entity.id, actor.id, 1.0, "without a name in its report"))
        return actor.id

    def _merge(self, id: str, other: str, judgement: Judgement, decision: Decision) -> Done:
        beside, moved = frozenset(self.members[id]), frozenset(self.members[other])
        if id == other:
            return Done(judgement, decision, id, moved, beside)
        one, two = self.actors[id], self.actors.pop(other)
        aliases = {*one.aliases, *two.aliases, two.name} - self._descriptions(other)
        kind = two.kind if one.kind is ActorKind.UNKNOWN else one.kind
        self.actors[id] = replace(one, kind=kind, aliases=tuple(sorted(aliases)))
        self._move(moved, id, _reason("merged", judgement), decision.meant)
        return Done(judgement, decision, id, moved, beside, frozenset({other}))

    def _split(self, id: str, judgement: Judgement, decision: Decision) -> Done:
        whole = frozenset(self.members[id])
        out = frozenset(e for e in whole if is_split_off(self.entities[e], decision, self._fold))
        if not out or out == whole:
            return Done(judgement, decision)
        apart = split_id(judgement.id)
        told = [self.entities[e] for e in sorted(out)]
        counts = Counter(entity.name for entity in told)
        name = decision.name or min(counts, key=lambda n: (-counts[n], -len(n), n))
        aliases = tuple(sorted({n for entity in told for n in entity.names}))
        self.actors[apart] = Actor(apart, name, self.actors[id].kind, aliases)
        self._move(out, apart, _reason("split off", judgement), (), seen=True)
        return Done(judgement, decision, apart, out, whole - out)

    def _rename(self, id: str, name: str) -> None:
        actor = self.actors[id]
        aliases = {*actor.aliases, actor.name} - self._descriptions(id)
        self.actors[id] = replace(actor, name=name, aliases=tuple(sorted(aliases)))

    def _descriptions(self, id: str) -> set[str]:
        """Return what an actor goes by that is no name, and may be said of anybody."""
        return {e.name for e in map(self.entities.__getitem__, self.members[id]) if not e.named}

    def _alias(self, id: str, judgement: Judgement, decision: Decision) -> Done:
        name = decision.name or ""
        actor = self.actors[id]
        aliases = tuple(sorted({*actor.aliases, name}))
        self.actors[id] = replace(actor, aliases=aliases)
        called = self._called.get(self._fold(name), ())
        mine = frozenset(e for e in called if self.entities[e].named)
        moved = mine - self.members[id]
        before = {self.links[e].actor_id for e in moved if e in self.links}
        self._move(moved, id, _reason("spelling given", judgement), (), seen=True)
        ended = frozenset(before - self.actors.keys())
        return Done(judgement, decision, id, mine, frozenset(self.members[id]), ended)

    def _move(
        self,
        moved: Iterable[str],
        to: str,
        rule: str,
        known: Sequence[Meant],
        *,
        seen: bool = False,
    ) -> None:
        """Link entities to another actor; the actors that lose them lose their names too."""
        places = {place for meant in known for place in meant.places}
        unnamed = {meant.unnamed for meant in known}
        losing: dict[str, set[str]] = defaultdict(set)
        for entity_id in sorted(moved):
            entity, link = self.entities[entity_id], self.links.get(entity_id)
            place = entity.document_id, self._fold(entity.name)
            sure = seen or link is None or place in places or entity_id in unnamed
            if link and link.actor_id in self.actors:
                losing[link.actor_id].add(entity_id)
            score = 1.0 if sure or link is None else link.score
            self._link(entity_id, Link(entity_id, to, score, rule))
        for id in sorted(losing):
            self._without(id, losing[id])

    def _link(self, entity_id: str, link: Link) -> None:
        if before := self.links.get(entity_id):
            self.members[before.actor_id].discard(entity_id)
        self.links[entity_id] = link
        self.members[link.actor_id].add(entity_id)

    def _without(self, id: str, gone: Iterable[str]) -> None:
        """Take the names that only `gone` entities had from an actor, or the actor away."""
        left = [self.entities[e] for e in sorted(self.members[id])]
        if not left:
            del self.actors[id]
            return
        actor, still = self.actors[id], {name for e in left for name in e.names}
        lost = {name for e in gone for name in self.entities[e].names} - still
        name = actor.name
        if name in lost:
            counts = Counter(entity.name for entity in left)
            name = min(counts, key=lambda n: (-counts[n], -len(n), n))
        aliases = tuple(alias for alias in actor.aliases if alias not in lost)
        self.actors[id] = replace(actor, name=name, aliases=aliases)

    def owner(self, entities: Iterable[str]) -> str | None:
        """Return whose most of `entities` are now."""
        votes = Counter(self.links[e].actor_id for e in sorted(entities) if e in self.links)
        return max(votes, key=votes.__getitem__, default=None)


def split_id(judgement_id: str) -> str:
    """Return the id of the actor that a judgement splits off."""
    return content_id("actor", "split", judgement_id)


def _reason(did: str, judgement: Judgement) -> str:
    by = f"{did} by {judgement.author} on {judgement.at:%Y-%m-%d}"
    return f"{by}: {judgement.reason}" if judgement.reason else by
