"""What a judgement of an actor says, and whom it means: anchored in reports, not in an id.

The id of an actor may move: with a better extractor, with another way of bringing names
together. What a report calls somebody does not. So a judgement names an actor by the places
where reports name it, each a document and a name in it, and by its names. The id it had is
kept too, so that notes that hold it still lead somewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model import Actor, Entity, Verdict
from onrecord.record.words import folded, storable

MOST_PLACES = 1000
"""How many places an anchor holds at most: enough to know an actor by, whatever is lost."""

OF_ACTORS = (Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME, Verdict.ALIAS)
"""The verdicts that change who is who."""

Place = tuple[str, str]
"""A document's id and a name in it, folded."""


@dataclass(frozen=True, slots=True)
class Meant:
    """An actor as a judgement knew it.

    `names` and those in `places` are folded. `unnamed` is the id of the one entity that is
    meant where that has no name ("a senior official"), else None.
    """

    id: str
    name: str
    names: frozenset[str]
    places: frozenset[Place]
    unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The content of a judgement of actors.

    ``merge``: `other` is `actor`. ``split``: what `reports` (ids of documents) tell of
    `actor`, and what goes by one of `spellings`, is another, called `name`; given
    both, only what fits both. ``rename``: `actor` is called `name`. ``alias``: whoever goes by
    `name` is `actor`.
    """

    verdict: Verdict
    actor: Meant
    other: Meant | None = None
    name: str | None = None
    reports: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[Meant, ...]:
        return (self.actor, self.other) if self.other else (self.actor,)


def is_split_off(entity: Entity, decision: Decision, fold: Callable[[str], str] = folded) -> bool:
    """Return whether a split takes `entity` out: by its report, its name, or both where both
    are given. `fold` is `folded`, or what remembers its results."""
    told = not decision.reports or entity.document_id in decision.reports
    spellings = {fold(spelling) for spelling in decision.spellings}
    return told and (not spellings or fold(entity.name) in spellings)


def meant(actor: Actor, entities: Iterable[Entity]) -> Meant:
    """Return `actor` as it is to be found again, by the `entities` that are linked to it."""
    places = sorted({(e.document_id, folded(storable(e.name))) for e in entities})
    return Meant(
        id=actor.id,
        name=actor.name,
        names=frozenset(folded(name) for name in (actor.name, *actor.aliases)),
        # Ids of documents come from their digests: the first thousand are any thousand.
        places=frozenset(places[:MOST_PLACES]),
    )


def meant_unnamed(entity: Entity) -> Meant:
    """Return an entity without a name as it is to be found again."""
    name = folded(storable(entity.name))
    place = entity.document_id, name
    return Meant(entity.id, entity.name, frozenset({name}), frozenset({place}), entity.id)


def encoded(decision: Decision) -> str:
    """Return the JSON of a decision: the `value` of its judgement."""
    told = {
        "actor": _encoded(decision.actor),
        "other": _encoded(decision.other) if decision.other else None,
        "name": decision.name,
        "reports": list(decision.reports),
        "spellings": list(decision.spellings),
    }
    known = {name: value for name, value in told.items() if value}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def decoded(verdict: Verdict, value: str) -> Decision | None:
    """Return the decision that `value` holds, None where it holds none."""
    if verdict not in OF_ACTORS:
        return None
    try:
        told = json.loads(value)
        decision = Decision(
            verdict=verdict,
            actor=_decoded(told["actor"]),
            other=_decoded(told["other"]) if told.get("other") else None,
            name=told.get("name"),
            reports=tuple(told.get("reports", ())),
            spellings=tuple(told.get("spellings", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    needed = {
        Verdict.MERGE: decision.other,
        Verdict.SPLIT: decision.reports or decision.spellings,
        Verdict.RENAME: decision.name,
        Verdict.ALIAS: decision.name,
    }
    return decision if needed[verdict] else None


def _encoded(meant: Meant) -> dict[str, Any]:
    entities: dict[str, list[str]] = {}
    for document, name in sorted(meant.places):
        entities.setdefault(name, []).append(document)
    told: dict[str, Any] = {
        "id": meant.id,
        "name": meant.name,
        "names": sorted(meant.names),
        "entities": dict(sorted(entities.items())),
    }
    return told | ({"unnamed": meant.unnamed} if meant.unnamed else {})


def _decoded(told: Mapping[str, Any]) -> Meant:
    places = (
        (str(document), str(name))
        for name, documents in told["entities"].items()
        for document in documents
    )
    return Meant(
        id=str(told["id"]),
        name=str(told["name"]),
        names=frozenset(map(str, told["names"])),
        places=frozenset(places),
        unnamed=told.get("unnamed"),
    )
