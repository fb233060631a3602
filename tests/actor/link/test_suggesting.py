"""Pairs of actors that may be one: those that little speaks for, never those already one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import resolve_actors, suggestions
from onrecord.actor.link.groups import LINKED_FROM
from onrecord.model import Entity, Suggestion
from tests.actor.naming import BODY, entity


def suggested(*entities: Entity) -> tuple[Suggestion, ...]:
    return suggestions(entities, *resolve_actors(entities))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Sam Fenn", "Samantha Fenn", "Sam may be short for Samantha"),
        ("Anna Fischer", "Anna Fisher", "the same given name and surnames that sound alike"),
        ("Anna Bergmark", "Anna Bergmarks", "the same given name and surnames much alike"),
        ("Marietta Holm", "Mariette Holm", "the same surname and given names much alike"),
    ],
)
def test_names_that_may_be_one_are_suggested_with_a_reason(
    one: str, other: str, reason: str
) -> None:
    (made,) = suggested(entity(one, "a"), entity(other, "b"))
    assert made.reasons == (reason,)
    assert 0 < made.score < LINKED_FROM
    assert made.one < made.other


def test_a_surname_of_several_may_be_each_of_them() -> None:
    found = suggested(entity("Clara Holm", "a"), entity("Peter Holm", "b"), entity("Holm", "c"))
    assert [s.reasons for s in found] == [("the same surname",)] * 2


def test_what_speaks_against_is_told_and_counts() -> None:
    player = entity("Zorin Pike", "a", roles=("footballer",))
    (made,) = suggested(player, entity("Zorin Pike", "b", roles=("minister",)))
    assert made.reasons == ("the same name", "but in another walk of life")
    assert made.score == 0.35


def test_an_acronym_of_several_bodies_may_be_each_of_them() -> None:
    unions = [entity(n, n, kind=BODY) for n in ("North Tide Union", "National Trade Union", "NTU")]
    assert {s.reasons for s in suggested(*unions)} == {("acronym of several bodies",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clara Holm", "Peter Holm"),
        ("Clara Holm", "Clara Quist"),
        ("Clara Holm Jr", "Clara Holm"),
        ("Clara Holm", "Clara Holm"),
    ],
)
def test_other_people_and_those_who_are_one_are_not_suggested(one: str, other: str) -> None:
    assert suggested(entity(one, "a"), entity(other, "b")) == ()


def test_only_what_is_likely_enough_is_suggested() -> None:
    entities = [entity("Sam Fenn", "a"), entity("Samantha Fenn", "b")]
    assert suggestions(entities, *resolve_actors(entities), at_least=0.55) == ()


_names = st.sampled_from(
    "Sam Fenn|Samantha Fenn|S. Fenn|Fenn|Anna Fischer|Anna Fisher|Fischer|Ana Fischer|"
    "North Tide Union|NTU|National Trade Union".split("|")
)


@given(
    st.lists(
        st.builds(entity, _names, st.sampled_from("abc")), max_size=10, unique_by=lambda e: e.id
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_does_not_matter_and_pairs_are_of_two_actors(
    entities: list[Entity], chance: random.Random
) -> None:
    actors, links = resolve_actors(entities)
    found = suggestions(entities, actors, links)
    chance.shuffle(entities)
    turned = chance.sample(actors, len(actors)), chance.sample(links, len(links))
    assert suggestions(entities, *turned) == found
    ids = {actor.id for actor in actors}
    assert all(s.one < s.other and {s.one, s.other} <= ids for s in found)
    assert len({(s.one, s.other) for s in found}) == len(found)
