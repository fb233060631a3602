"""Whose name outlets write by ear is one actor where the office is one, and else is not."""

import random

import pytest

from onrecord.actor import resolve_actors
from tests.actor.naming import actor_count, entity, rule_of

HEARD = [
    ("Kemal Haddoun", "Kamal Hadun"),
    ("Tavor Belmejra", "Tavore Belmeira"),
    ("Denick Morvaunay", "Denic Morvauney"),
    ("Timour Josdel", "Timur Zhosdel"),
    ("Zibet Koyger", "Zibeth Koiger"),
]


@pytest.mark.parametrize(("one", "other"), HEARD)
def test_a_name_written_by_ear_is_one_in_one_office(one: str, other: str) -> None:
    pair = entity(one, roles=("president",)), entity(other, roles=("president",))
    assert actor_count(*pair) == 1
    assert 0.7 in {rule_of(member, *pair)[0] for member in pair}


@pytest.mark.parametrize(("one", "other"), HEARD)
def test_without_an_office_it_is_not(one: str, other: str) -> None:
    assert actor_count(entity(one, roles=("president",)), entity(other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Morvaunay", "Anne Morvaunay"),
        ("John Brown", "John Browne"),
        ("Kemal Haddoun", "Kemal Hadrun"),
        ("Kemal Haddoun", "Semal Haddoun"),
        ("Kemal Haddoun Jr", "Kamal Hadun"),
    ],
    ids=["two given names", "two families", "another consonant", "another start", "generation"],
)
def test_other_names_in_one_office_are_two(one: str, other: str) -> None:
    assert actor_count(entity(one, roles=("minister",)), entity(other, roles=("minister",))) == 2


def test_ministers_of_two_countries_are_two() -> None:
    one = entity("Kemal Haddoun", roles=("Foreign Minister of Spain",))
    assert actor_count(one, entity("Kamal Hadun", roles=("Foreign Minister of Poland",))) == 2


def test_among_several_nobody_is_chosen() -> None:
    ministers = [
        entity("Kemal Haddoun", roles=("minister",)),
        entity("Kamal Hadun", roles=("minister",)),
    ]
    assert actor_count(*ministers) == 1
    assert actor_count(*ministers, entity("Kamel Hadoun", roles=("ambassador",))) == 3


def test_it_does_not_depend_on_the_order() -> None:
    entities = [entity(name, roles=("president",)) for pair in HEARD for name in pair]
    shuffled = random.Random(3).sample(entities, len(entities))
    assert resolve_actors(shuffled) == resolve_actors(entities)
