"""Whom a registry lists is recognised in reports; whom it does not list is as before."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import (
    listed_tenures,
    registry_suggestions,
    resolve_actors,
    titles_given,
    with_registry,
)
from onrecord.actor.link.groups import LINKED_FROM
from onrecord.model import (
    Actor,
    ActorKind,
    Entity,
    Link,
    Registered,
    Role,
    RoleKind,
    content_id,
)

_Thing = TypeVar("_Thing")
PERSON, BODY, COUNTRY = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COUNTRY


def told(
    name: str,
    *roles: str,
    on: str = "2031-05-06",
    kind: ActorKind = PERSON,
    named: bool = True,
    also: tuple[str, ...] = (),
) -> Entity:
    """Return an entity of a report of its own; the report's id is its date and the name."""
    document = f"{on} {name}"
    id = content_id(document, *roles)
    return Entity(id, document, name, (name, *also), roles, kind, named, published=on)


def term(title: str, country: str, start: str | None = None, end: str | None = None) -> Role:
    return Role(RoleKind.OFFICE, title, "", country, start, end, "people.toml", None)


def listed(
    id: str, name: str, *roles: Role, aliases: tuple[str, ...] = (), kind: ActorKind = PERSON
) -> Registered:
    return Registered(id, name, kind, aliases, (), roles)


def recognised(
    entities: list[Entity], *registry: Registered
) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    found = resolve_actors(entities)
    return with_registry(*found, entities, registry)


def ids(entities: list[Entity], *registry: Registered) -> list[str | None]:
    """Return whose each entity is: the id that is listed, or None for an actor of its own."""
    _, links = recognised(entities, *registry)
    of = {link.entity_id: link.actor_id for link in links}
    known = {actor.id for actor in registry}
    return [of[e.id] if of.get(e.id) in known else None for e in entities]


VELL = listed(
    "vell",
    "Oda Vell",
    term("President", "Ukraine", "2021-10-01", "2026-10-01"),
    aliases=("О. Велл", "Odile Marie Vell"),
)


@pytest.mark.parametrize(
    "name", ["Oda Vell", "ODA VELL", "Odá Vell", "Vell, Oda", "Odile Marie Vell", "Ода Велл"]
)
def test_a_name_and_an_alias_are_recognised(name: str) -> None:
    assert ids([told(name)], VELL) == ["vell"]


def test_a_recognised_actor_is_called_as_it_is_listed_and_keeps_its_spellings() -> None:
    spelled = listed("h", "Vasyl Horetskyy", aliases=("Horetskyy",))
    (actor,), (link,) = recognised([told("Vasil Horetskij", also=("Horetskij",))], spelled)
    aliases = ("Horetskij", "Horetskyy", "Vasil Horetskij", "Vasyl Horetskyy")
    assert actor == Actor("h", "Vasyl Horetskyy", PERSON, aliases)
    assert link.rule == "full name; registry: spelling of “Vasyl Horetskyy”"
    assert link.score >= LINKED_FROM


def test_two_actors_that_are_one_in_the_registry_become_one() -> None:
    entities = [told("Oda Vell"), told("Odile Marie Vell"), told("Tam Roke")]
    assert len(resolve_actors(entities)[0]) == 3
    actors, _ = recognised(entities, VELL)
    assert [actor.name for actor in actors if actor.id == "vell"] == ["Oda Vell"]
    assert len(actors) == 2


def test_a_surname_with_a_listed_office_is_recognised_and_alone_only_suggested() -> None:
    assert ids([told("Vell", "Ukrainian President", on="2023-01-01")], VELL) == ["vell"]
    assert ids([told("Vell", "mayor")], VELL) == [None]
    entities = [told("Vell")]
    found = resolve_actors(entities)
    assert with_registry(*found, entities, [VELL]) == found
    (found_out,) = registry_suggestions(entities, *found, [VELL])
    assert (found_out.other, found_out.reasons) == ("vell", ("surname of “Oda Vell”",))
    assert found_out.score < LINKED_FROM


def test_a_surname_that_is_listed_as_an_alias_is_enough() -> None:
    assert ids([told("Vell")], replace(VELL, aliases=("Vell",))) == ["vell"]


def test_another_given_name_or_generation_is_another_person() -> None:
    assert ids([told("Tam Vell"), told("Oda Vell Jr")], VELL) == [None, None]


def test_a_namesake_of_another_country_stays_apart() -> None:
    entities = [told("Oda Vell", "French minister")]
    found = resolve_actors(entities)
    assert with_registry(*found, entities, [VELL]) == found
    (found_out,) = registry_suggestions(entities, *found, [VELL])
    assert found_out.reasons == ("name, against the office told",)
    assert found_out.score < LINKED_FROM


def test_a_namesake_in_the_office_at_another_time_stays_apart() -> None:
    then, later = (told("Oda Vell", "Ukrainian President", on=on) for on in ("2024", "2041"))
    assert ids([then], VELL) == ["vell"]
    assert ids([later], VELL) == [None]
    assert ids([replace(later, roles=("former Ukrainian President",))], VELL) == ["vell"]


def test_a_title_of_courtesy_out_of_office_is_no_clash() -> None:
    secretary = listed("vell", "Oda Vell", term("Secretary of State", "Ukraine", "2021", "2022"))
    for title in ("Secretary of State", "President"):
        (link,) = recognised([told("Oda Vell", title, on="2031-01-01")], secretary)[1]
        assert (link.actor_id, link.score >= LINKED_FROM) == ("vell", True)


def test_another_department_at_another_time_is_no_clash() -> None:
    foreign = term("Foreign Secretary", "United Kingdom", "2034-07-05")
    secretary = listed("vell", "Oda Vell", foreign)
    earlier = told("Oda Vell", "British Health Secretary", on="2028-01-01")
    assert ids([earlier], secretary) == ["vell"]
    assert ids([replace(earlier, roles=("British Foreign Secretary",))], secretary) == [None]


def test_a_term_has_the_office_that_reports_would_tell_of() -> None:
    terms = listed_tenures(
        [
            listed("a", "Oda Vell", term("Finance Minister", "Ukraine", "2021", "2022")),
            listed("b", "Tam Roke", term("Finance Minister", "Ukraine", None, "2022")),
            listed("c", "Sam Fenn", term("Finance Minister", "Ukraine")),
        ]
    )
    (called,) = titles_given([told("Oda Vell", "Ukraine’s finance minister")])
    assert {id: [each.office for each in found] for id, found in terms.items()} == {
        "a": [called.office],
        "b": [called.office],
    }


def test_father_and_son_are_told_by_office_and_date() -> None:
    father = listed("father", "Oda Vell", term("President", "Ukraine", "1989", "1993"))
    son = listed("son", "Oda Vell", term("President", "Ukraine", "2001", "2009"))
    entities = [
        told("Oda Vell", "Ukrainian President", on="1990-01-01"),
        told("Oda Vell", "Ukrainian President", on="2005-01-01"),
        told("Oda Vell", "Ukrainian President", on="2006-01-01"),
        told("Oda Vell", on="2031-01-01"),
    ]
    assert ids(entities, father, son) == ["father", "son", "son", None]
    actors, links = recognised(entities, father, son)
    assert len(actors) == 3
    assert {link.score < LINKED_FROM for link in links} == {False}


def test_one_wrong_office_among_many_reports_parts_nobody() -> None:
    entities = [told("Oda Vell", "Ukrainian President", on=f"2024-01-{n:02}") for n in range(1, 9)]
    wrong = told("Oda Vell", "French President", on="2024-02-01")
    assert set(ids([*entities, wrong], VELL)) == {"vell"}
    _, links = recognised([*entities, wrong], VELL)
    doubted = [link for link in links if link.score < LINKED_FROM]
    assert [link.entity_id for link in doubted] == [wrong.id]


def test_bodies_and_countries_are_recognised_by_name_alias_and_acronym() -> None:
    compact = listed("compact", "Meridian Trade Compact", aliases=("the Compact",), kind=BODY)
    land = listed("land", "Pelland", kind=COUNTRY)
    entities = [
        told("Meridian Trade Compact", kind=BODY),
        told("MTC", kind=BODY),
        told("Compact", kind=ActorKind.UNKNOWN),
        told("Pelland", kind=ActorKind.UNKNOWN),
        told("Harvest Union", kind=BODY),
    ]
    assert ids(entities, compact, land) == ["compact", "compact", "compact", "land", None]
    actors, _ = recognised(entities, compact, land)
    assert next(actor.kind for actor in actors if actor.id == "land") is COUNTRY


def test_a_person_is_no_body_of_the_same_name() -> None:
    assert ids([told("Oda Vell")], listed("fund", "Oda Vell", kind=BODY)) == [None]


def test_two_lists_of_one_actor_are_one() -> None:
    one = replace(VELL, identifiers=(("wikidata", "Q1"),))
    other = replace(VELL, id="other", name="Oda Marie Vell", identifiers=(("wikidata", "Q1"),))
    assert ids([told("Oda Vell")], one, other) in (["vell"], ["other"])
    plain = replace(VELL, id=content_id("registered", PERSON, "Oda Vell"))
    assert len(recognised([told("Oda Vell")], one, plain)[0]) == 1
    assert ids([told("Oda Vell")], one, plain) != [None]


def test_an_actor_that_has_the_listed_id_is_meant() -> None:
    entities = [told("Iri Brand")]
    (actor,), _ = resolve_actors(entities)
    found, (link,) = recognised(entities, listed(actor.id, "Iri Brand-Kess"))
    assert [a.name for a in found] == ["Iri Brand-Kess"]
    assert link.rule == "full name; registry: id"


names = st.sampled_from(
    ["Oda Vell", "Vell", "Tam Vell", "Odile Marie Vell", "Oda Velle", "Tam Roke", "Compact", "MTC"]
)
roles = st.lists(
    st.sampled_from(["Ukrainian President", "French minister", "mayor", "former President"]),
    max_size=2,
).map(tuple)
entities = st.lists(
    st.builds(
        lambda number, name, roles, kind, named: Entity(
            content_id(str(number), name, *roles),
            f"20{number:02}-01-01",
            name,
            (name,),
            roles,
            kind,
            named,
            published=f"20{number:02}",
        ),
        st.integers(20, 40),
        names,
        roles,
        st.sampled_from(ActorKind),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda e: e.id,
)
registries = st.lists(
    st.sampled_from(
        [
            VELL,
            replace(VELL, id="namesake", roles=(term("minister", "France"),)),
            listed("roke", "Tam Roke", aliases=("Vell",)),
            listed("compact", "Meridian Trade Compact", aliases=("Compact",), kind=BODY),
        ]
    ),
    unique=True,
)


@given(entities, registries, st.randoms(use_true_random=False))
def test_what_is_recognised_depends_on_no_order(
    given: list[Entity], registry: list[Registered], chance: random.Random
) -> None:
    actors, links = resolve_actors(given)
    want = with_registry(actors, links, given, registry)

    def shuffled(things: Sequence[_Thing]) -> list[_Thing]:
        return chance.sample(things, len(things))

    turned = shuffled(actors), shuffled(links), shuffled(given), shuffled(registry)
    assert with_registry(*turned) == want


@given(entities, registries)
def test_a_registry_adds_nobody_and_names_nobody_who_is_unnamed(
    given: list[Entity], registry: list[Registered]
) -> None:
    before = resolve_actors(given)
    actors, links = with_registry(*before, given, registry)
    assert {link.entity_id for link in links} == {link.entity_id for link in before[1]}
    assert {link.actor_id for link in links} == {actor.id for actor in actors}
    assert len(links) == sum(e.named for e in given)
    new = {link.entity_id for link in links} - {link.entity_id for link in before[1]}
    assert not new


@given(entities, registries)
def test_whoever_is_not_recognised_is_as_before(
    given: list[Entity], registry: list[Registered]
) -> None:
    before = resolve_actors(given)
    actors, links = with_registry(*before, given, registry)
    known = {actor.id for actor in registry}
    assert {link for link in links if link.actor_id not in known} <= set(before[1])
    assert {actor for actor in actors if actor.id not in known} <= set(before[0])
    assert all("; registry: " in link.rule for link in links if link.actor_id in known)
    assert with_registry(*before, given, []) == before
