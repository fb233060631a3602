"""What the tests of actors over reports share: an entity by its name, and who became one."""

from __future__ import annotations

from onrecord.actor import resolve_actors
from onrecord.model import Actor, ActorKind, Entity, content_id

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


def entity(
    name: str,
    document: str = "",
    *,
    names: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    kind: ActorKind = PERSON,
    named: bool = True,
    gender: str = "",
    year: int | None = None,
) -> Entity:
    document = document or name
    return Entity(
        content_id(document, name),
        document,
        name,
        (name, *names),
        roles,
        kind,
        named,
        gender,
        f"{year}-05-01" if year else "",
    )


def actor_count(*entities: Entity) -> int:
    return len(resolve_actors(entities)[0])


def actor_of(one: Entity, *entities: Entity) -> Actor:
    """Return the actor that `one` is among `entities`."""
    actors, links = resolve_actors([one, *entities])
    id = next(link.actor_id for link in links if link.entity_id == one.id)
    return next(actor for actor in actors if actor.id == id)


def rule_of(one: Entity, *entities: Entity) -> tuple[float, str]:
    """Return the score and the reason of the link of `one`."""
    _, links = resolve_actors([one, *entities])
    return next((link.score, link.rule) for link in links if link.entity_id == one.id)
