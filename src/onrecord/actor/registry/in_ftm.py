"""Entities of FollowTheMoney, one JSON object a line, as OpenSanctions and Aleph publish them.

Read are persons, organisations and public bodies with `name`, `alias`, `wikidataId`,
`country`, `nationality`, `political` and `position`, and what ties them: an `Occupancy` of a
`Position`, and a `Membership`. Weak aliases are left: they are said to be no proof.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.actor.registry.codes import country_of_code
from onrecord.actor.registry.entries import WIKIDATA, Entry, Listed, Place, Raw, Refused
from onrecord.errors import InputError
from onrecord.model import ActorKind

_KINDS = {
    "Person": ActorKind.PERSON,
    "Organization": ActorKind.ORGANISATION,
    "PublicBody": ActorKind.ORGANISATION,
    "Company": ActorKind.ORGANISATION,
}
_Properties = Mapping[str, list[str]]
_Line = tuple[Place, str, str, _Properties]
"""Where an entity stands, its schema, its id and its properties."""


def ftm_entries(file: str, text: str) -> Listed:
    """Return the entries of a registry of FollowTheMoney.

    Raises:
        InputError: if no line of it is an entity.
    """
    entries: list[Entry] = []
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Place(file, number)
            try:
                lines.append((place, *_entity(line)))
            except Refused as why:
                entries.append((place, why))
    if not lines:
        cure = "write one JSON object a line, with id, schema and properties"
        raise InputError(f"holds no entity of FollowTheMoney; {cure}", file)
    entries += _actors(lines)
    return Listed(None, sorted(entries, key=lambda entry: entry[0].line))


def _entity(line: str) -> tuple[str, str, _Properties]:
    try:
        entity = json.loads(line)
    except ValueError as error:
        raise Refused(f"no JSON ({error}); write one object a line") from None
    whole = isinstance(entity, dict) and isinstance(entity.get("properties", {}), dict)
    if not whole or not all(isinstance(entity.get(key), str) for key in ("id", "schema")):
        raise Refused("no entity of FollowTheMoney; it needs an id and a schema")
    properties = {
        str(name): [str(value) for value in (values if isinstance(values, list) else [values])]
        for name, values in entity.get("properties", {}).items()
    }
    return entity["schema"], entity["id"], properties


def _actors(lines: list[_Line]) -> Iterator[tuple[Place, Raw]]:
    posts = {id: _post(has) for _, schema, id, has in lines if schema == "Position"}
    names = {id: _first(has, "name") for _, schema, id, has in lines if schema in _KINDS}
    roles: dict[str, list[Raw]] = defaultdict(list)
    memberships: dict[str, list[Raw]] = defaultdict(list)
    for _, schema, _, has in lines:
        if schema == "Occupancy":
            for holder in has.get("holder", []):
                roles[holder] += [
                    {**posts[post], **_dates(has)} for post in has.get("post", []) if post in posts
                ]
        elif schema == "Membership":
            for member in has.get("member", []):
                of = [names[o] for o in has.get("organization", []) if names.get(o)]
                memberships[member] += [{"alliance": name, **_dates(has)} for name in of]
    for place, schema, id, has in lines:
        if schema in _KINDS:
            yield place, _entry(schema, id, has, roles[id], memberships[id])


def _entry(schema: str, id: str, has: _Properties, roles: list[Raw], memberships: list[Raw]) -> Raw:
    names = has.get("name", [])
    wikidata = _first(has, "wikidataId")
    countries = dict.fromkeys([*has.get("nationality", []), *has.get("country", [])])
    return {
        "id": id,
        "name": _first(has, "name"),
        "kind": _KINDS[schema].value,
        "aliases": [*names[1:], *has.get("alias", [])],
        "identifiers": {WIKIDATA: wikidata} if wikidata else {},
        # A position in so many words has no dates; an occupancy says the same and more.
        "roles": roles or [{"title": title} for title in has.get("position", [])],
        "memberships": [
            *memberships,
            *({"party": party} for party in has.get("political", [])),
            *({"country": country_of_code(code)} for code in countries),
        ],
    }


def _post(has: _Properties) -> Raw:
    country = _first(has, "country")
    return {"title": _first(has, "name"), "country": country_of_code(country) if country else ""}


def _dates(has: _Properties) -> dict[str, str]:
    """Return the interval of a tie; of several days the widest."""
    starts, ends = has.get("startDate", []), has.get("endDate", [])
    return {"from": min(starts, default="")[:10], "to": max(ends, default="")[:10]}


def _first(has: _Properties, name: str) -> str:
    return next(iter(has.get(name, [])), "")
