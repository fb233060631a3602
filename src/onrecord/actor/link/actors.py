"""Bring the entities of many reports together: one actor for all spellings of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.actor.link.bodies import bodies, body_key
from onrecord.actor.link.groups import Group, Member
from onrecord.actor.link.people import people
from onrecord.actor.name.letters import ascii_of
from onrecord.actor.name.person_name import split_name
from onrecord.model import Actor, ActorKind, Entity, Link, content_id

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.GROUP})


def resolve_actors(entities: Iterable[Entity]) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    """Return the actors behind `entities`, and which entity is which actor.

    Spellings of one name meet in one actor, over scripts and the habits of languages; people
    with other given names, another generation ("Jr") or clashing middle names stay apart, and
    so do namesakes whom gender, country, walk of life or time tell apart. A bare surname joins
    the one bearer it can mean. A link says why, with a score; where that would be less than
    `LINKED_FROM`, the entity is an actor of its own (see `onrecord.actor.suggestions`).

    Unnamed entities have no actor. The result depends on the set of entities alone, not on
    their order, and the time grows with their number.
    """
    named = sorted((e for e in set(entities) if e.named), key=lambda e: e.id)
    groups = bodies([e for e in named if e.kind in BODIES])
    known = {group.key[1]: group for group in groups}
    persons: list[Entity] = []
    for entity in named:
        if entity.kind in BODIES:
            continue
        body = known.get(body_key(entity.name)) if entity.kind is ActorKind.UNKNOWN else None
        if body is not None:
            body.members.append(Member(entity, 0.7, ("name of a body",)))
        else:
            persons.append(entity)
    pairs = [(_actor(group), group) for group in (*groups, *people(persons))]
    links = [_link(actor, member) for actor, group in pairs for member in group.members]
    return (
        tuple(sorted((actor for actor, _ in pairs), key=lambda actor: actor.id)),
        tuple(sorted(links, key=lambda link: link.entity_id)),
    )


def _actor(group: Group) -> Actor:
    entities = [member.entity for member in group.members]
    aliases = sorted({name for e in entities for name in e.names})
    kinds = Counter(e.kind for e in entities if e.kind is not ActorKind.UNKNOWN)
    kind = min(kinds, key=lambda k: (-kinds[k], k), default=ActorKind.UNKNOWN)
    name = _best_name(entities, person=kind not in BODIES)
    return Actor(content_id("actor", *group.key), name, kind, tuple(aliases))


def _best_name(entities: Sequence[Entity], *, person: bool) -> str:
    """Return the most frequent full spelling; of equals the longest, then the first.

    A person's name in capitals, or turned round at a comma, is only taken where there is no
    other.
    """
    counts = Counter(e.name for e in entities)
    full = [n for n in counts if len(n.split()) > 1 and not (person and not split_name(n).full)]
    return min(
        full or counts,
        key=lambda n: (person and (n.isupper() or "," in n), -counts[n], -len(n), n),
    )


def _link(actor: Actor, member: Member) -> Link:
    score, reasons = member.score, member.reasons
    if reasons == ("full name",) and ascii_of(member.entity.name) != ascii_of(actor.name):
        score, reasons = 0.9, (_how_else(member.entity.name, actor.name),)
    return Link(member.entity.id, actor.id, score, "; ".join(reasons))


def _how_else(name: str, usual: str) -> str:
    """Return how a spelling of the full name differs from the usual one."""
    one, other = split_name(name), split_name(usual)
    if not other.full:
        return "full name"
    if ascii_of(one.surname) == ascii_of(other.surname):
        given, usually = ascii_of(one.given[0]), ascii_of(other.given[0])
        return "full name" if given == usually else "full name, another form of the given name"
    return "full name, spelled another way"
