"""Bearers of one name stay apart by what is told of them, and their ids stay where they were."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import resolve_actors
from onrecord.model import Entity
from tests.actor.naming import actor_count, actor_of, entity, rule_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("German footballer", "German minister"),
        ("Brazilian senator", "Portuguese minister"),
        ("president of Finland", "president of Chile"),
        ("spokesman", "spokeswoman"),
    ],
)
def test_one_full_name_with_roles_of_two_people_is_two_actors(one: str, other: str) -> None:
    assert (
        actor_count(
            entity("Zorin Pike", "a", roles=(one,)), entity("Zorin Pike", "b", roles=(other,))
        )
        == 2
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finnish president", "president of Finland"),
        ("actor", "governor"),
        ("Estonian prime minister", "EU foreign policy chief"),
        ("mayor of London", "British prime minister"),
        ("Scottish lawmaker", "British minister"),
        ("Berlin correspondent", "Austrian author"),
        ("student", "activist"),
        ("New Zealand minister", "minister of New Zealand"),
    ],
)
def test_a_career_is_one_actor(one: str, other: str) -> None:
    assert (
        actor_count(
            entity("Zorin Pike", "a", roles=(one,)), entity("Zorin Pike", "b", roles=(other,))
        )
        == 1
    )


def test_what_one_report_tells_together_is_one_career() -> None:
    player = entity("Zorin Pike", "a", roles=("footballer",))
    mayor = entity("Zorin Pike", "b", roles=("mayor",))
    both = entity("Zorin Pike", "c", roles=("former footballer", "mayor"))
    assert actor_count(player, mayor) == 2
    assert actor_count(player, mayor, both) == 1


def test_a_name_that_is_silent_for_a_generation_is_another_s() -> None:
    father, son = entity("Zorin Pike", "a", year=1962), entity("Zorin Pike", "b", year=2010)
    assert actor_count(father, son) == 2
    assert actor_count(father, son, entity("Zorin Pike", "c", year=1986)) == 1
    assert actor_count(father, entity("Pike", "b", year=2010)) == 2


def test_a_surname_is_of_the_bearer_whose_gender_is_told() -> None:
    clara, peter = entity("Clara Holm", "a"), entity("Peter Holm", "b")
    bare = entity("Holm", "c", gender="f")
    assert actor_of(bare, clara, peter).name == "Clara Holm"
    assert rule_of(bare, clara, peter) == (
        0.65,
        "surname of several; the others are of another gender",
    )
    assert actor_count(entity("Holm", "c", gender="f"), peter) == 2


def test_a_surname_of_another_country_stays_apart() -> None:
    speaker = entity("Mike Holm", "a", roles=("Speaker of the US House",))
    assert actor_count(speaker, entity("Holm", "b", roles=("British prime minister",))) == 2


def test_few_reports_against_many_part_nobody_and_are_unsure() -> None:
    many = [entity("Zorin Pike", str(i), roles=("Finnish president",)) for i in range(8)]
    wrong = entity("Zorin Pike", "x", roles=("Chilean president",))
    assert actor_count(*many, wrong) == 1
    assert rule_of(wrong, *many) == (0.6, "full name; against what most reports tell")
    assert actor_count(*many[:4], wrong) == 2


def test_of_whom_nothing_is_told_goes_to_the_bearer_told_of_mostly() -> None:
    many = [entity("Zorin Pike", str(i), roles=("Finnish president",)) for i in range(4)]
    other, plain = (
        entity("Zorin Pike", "x", roles=("Finnish footballer",)),
        entity("Zorin Pike", "y"),
    )
    assert actor_of(plain, *many, other).id == actor_of(many[0], *many[1:], other, plain).id
    assert actor_count(plain, many[0], other) == 3


def test_initials_and_generations_tell_surnames_apart() -> None:
    assert actor_count(entity("A. Berg", "a"), entity("B. Berg", "b")) == 2
    assert actor_count(entity("A. B. Berg", "a"), entity("A. C. Berg", "b")) == 2
    assert actor_count(entity("A. B. Berg", "a"), entity("A. Berg", "b")) == 1
    assert actor_count(entity("Karel II", "a"), entity("Karel III", "b")) == 2
    assert actor_count(entity("J. D. Berg", "a"), entity("John Daniel Berg", "b")) == 1
    assert actor_count(entity("J. D. Berg", "a"), entity("John Paul Berg", "b")) == 2


@pytest.mark.parametrize(
    ("known", "comes"),
    [
        ([("Jon A. Berg", ())], ("Jon B. Berg", ())),
        ([("Jon A. Berg", ())], ("Jon C. Berg", ("footballer",))),
        ([("A. Berg", ())], ("B. Berg", ())),
        ([("Anna Fischer", ())], ("Anna Fisher", ())),
        ([("Anna Berg", ())], ("Bo Berg", ())),
        ([("Jon Berg", ("minister",))] * 4, ("Jon Berg", ("footballer",))),
        ([("Jon Berg", ()), ("Jon A. Berg", ())], ("Anna Berg", ())),
    ],
)
def test_the_id_stays_when_a_namesake_comes(
    known: list[tuple[str, tuple[str, ...]]], comes: tuple[str, tuple[str, ...]]
) -> None:
    before = [entity(name, str(i), roles=roles) for i, (name, roles) in enumerate(known)]
    namesake = entity(comes[0], "new", roles=comes[1])
    ids = {actor.id for actor in resolve_actors(before)[0]}
    assert ids < {actor.id for actor in resolve_actors([*before, namesake])[0]}


def test_a_namesake_never_takes_the_id_of_another() -> None:
    first, second = entity("Jon A. Berg", "a"), entity("Jon B. Berg", "b")
    alone = {resolve_actors([one])[0][0].id for one in (first, second)}
    assert {actor.id for actor in resolve_actors([first, second])[0]} == alone


_entities = st.lists(
    st.builds(
        entity,
        st.sampled_from(
            "Vasyl Horetskyy|Vasyl Horetsky|Василь Горецький|Wassyl Horezkyj|Horetskyy|"
            "V. Horetskyy|Horetskyy, Vasyl|Василий Горецкий|Vasyl P. Horetskyy|"
            "Vasyl S. Horetskyy|Anna Fischer|Anna Fisher|Fisher|A. Fischer|Kim Min-su|"
            "김민수|Kim|Min-su Kim|كريم الناصر|Karim Nasser|Karim al-Nasir|Nasser".split("|")
        ),
        st.sampled_from("abcd"),
        roles=st.sampled_from([(), ("Finnish president",), ("footballer",), ("Chilean minister",)]),
        gender=st.sampled_from(["", "", "m", "f"]),
        year=st.sampled_from([None, 1960, 1990, 2020]),
    ),
    max_size=14,
    unique_by=lambda e: e.id,
)


@given(_entities, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    entities: list[Entity], shuffler: random.Random
) -> None:
    shuffled = shuffler.sample(entities, len(entities))
    assert resolve_actors(shuffled) == resolve_actors(entities)


@given(_entities)
def test_every_entity_has_one_actor_and_a_score_with_a_reason(entities: list[Entity]) -> None:
    actors, links = resolve_actors(entities)
    assert sorted(link.entity_id for link in links) == sorted(e.id for e in entities)
    assert {link.actor_id for link in links} == {actor.id for actor in actors}
    assert all(0 < link.score <= 1 and link.rule for link in links)


@given(_entities)
def test_what_is_linked_with_others_is_sure_enough(entities: list[Entity]) -> None:
    _, links = resolve_actors(entities)
    together = [link for link in links if sum(o.actor_id == link.actor_id for o in links) > 1]
    assert all(link.score >= 0.6 for link in together)
