"""One actor for all spellings of a name; namesakes, the unnamed and the unsure apart."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import resolve_actors
from onrecord.model import ActorKind, Entity
from tests.actor.naming import BODY, PERSON, actor_count, entity

SAME = [
    ("Vasyl Horetskyy", "Vasyl Horetsky"),
    ("Vasyl Horetskyi", "Vasyl Horetskij"),
    ("Vasyl Horetskiy", "Vasyl Horetskii"),
    ("Vasyl Horetskyy", "VASYL HORETSKYY"),
    ("Oleksandr Marko", "Aleksandr Marko"),
    ("Oleksandr Marko", "Alexander Marko"),
    ("Andriy Bondarchuk", "Andrii Bondarchuk"),
    ("Andriy Bondarchuk", "Andrei Bondarchuk"),
    ("Serhiy Tkach", "Sergei Tkach"),
    ("Dmytro Lysak", "Dmitry Lysak"),
    ("Dmytro Lysak", "Dmitri Lysak"),
    ("Mykhailo Rud", "Mikhail Rud"),
    ("Mykhailo Hrynko", "Mykhaylo Hrynko"),
    ("Yuriy Savka", "Yuri Savka"),
    ("Yuriy Savka", "Jurij Savka"),
    ("Yuliia Marchenko", "Yulia Marchenko"),
    ("Iuliia Marchenko", "Yuliya Marchenko"),
    ("Mariya Danko", "Maria Danko"),
    ("Tatiana Belova", "Tatyana Belova"),
    ("Yelena Belova", "Elena Belova"),
    ("Yevgeny Orlov", "Evgeny Orlov"),
    ("Igor Zhdan", "Igor Jdan"),
    ("Igor Khodak", "Igor Hodak"),
    ("Viktor Lubov", "Victor Lubow"),
    ("Petr Mattsov", "Petr Matsov"),
    ("Jörg Müller", "Jorg Mueller"),
    ("Jens Schröder", "Jens Schroeder"),
    ("Anders Ångström", "Anders Angstrom"),
    ("Théo Lefèvre", "Theo Lefevre"),
    ("Zoë Brandt", "Zoe Brandt"),
    ("José Núñez", "Jose Nunez"),
    ("Łukasz Wójcik", "Lukasz Wojcik"),
    ("Ştefan Țepeş", "Stefan Tepes"),
    ("Василь Марко", "Vasil Marko"),
    ("Karim al-Hadi", "Karim Hadi"),
    ("Karim Al-Hadi", "Karim el-Hadi"),
    ("Mohammed Rashad", "Muhammad Rashad"),
    ("Ursula van der Hoek", "Ursula Van der Hoek"),
    ("Ciara O'Daly", "Ciara O’Daly"),
    ("Anne-Marie Duval", "Anne-Marie  Duval"),
    ("Joe Fenwick", "Joseph Fenwick"),
    ("Bill Fenwick", "William Fenwick"),
    ("Tom Fenwick", "Thomas Fenwick"),
    ("Peter Holm", "Peter D Holm"),
    ("Peter D Holm", "Peter David Holm"),
    ("Philip Carr", "Phillip Carr"),
]

DIFFERENT = [
    ("Peter Holm", "Paul Holm"),
    ("Peter Holm", "Petra Holm"),
    ("Peter Holm", "Peter Home"),
    ("Peter Holm", "Peter Holmes"),
    ("Anna Andersen", "Anna Anderson"),
    ("Anna Bergman", "Anna Bergmark"),
    ("Peter Holm", "Peter Holm Jr"),
    ("Peter Holm Sr", "Peter Holm Jr"),
    ("Peter Holm II", "Peter Holm III"),
    ("Maria Danko", "Mara Danko"),
    ("Daria Danko", "Dara Danko"),
    ("Jan Novak", "Jana Novak"),
    ("Jan Novak", "Ivan Novak"),
    ("Yulia Marko", "Yuri Marko"),
    ("Clara Quist", "Klaus Quist"),
    ("Li Wu", "Li Vu"),
    ("Kim Ro", "Kim Rho"),
    ("Emma Carr", "Emily Carr"),
    ("Alan Reed", "Adam Reed"),
    ("Karin Lund", "Karen Lunde"),
    ("Oleh Marko", "Olha Marko"),
    ("Sam Ward", "Samantha Ward"),
    ("Ursula van der Hoek", "Ulla van der Hoek"),
    ("Leo Brandt", "Lena Brandt"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_one_actor(one: str, other: str) -> None:
    actors, links = resolve_actors([entity(one, "a"), entity(other, "b")])
    assert len(actors) == 1
    assert set(actors[0].aliases) == {one, other}
    assert {link.actor_id for link in links} == {actors[0].id}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_people_are_other_actors(one: str, other: str) -> None:
    assert actor_count(entity(one, "a"), entity(other, "b")) == 2


def test_the_name_is_the_most_frequent_full_spelling() -> None:
    actors, _ = resolve_actors(
        [
            entity("Vasyl Horetsky", "a"),
            entity("Vasyl Horetskyy", "b"),
            entity("Vasyl Horetskyy", "c"),
            entity("Horetskyy", "d"),
            entity("Horetskyy", "e"),
            entity("Horetskyy", "f"),
        ]
    )
    assert [a.name for a in actors] == ["Vasyl Horetskyy"]
    assert actors[0].aliases == ("Horetskyy", "Vasyl Horetsky", "Vasyl Horetskyy")


def test_a_bare_surname_joins_its_only_bearer() -> None:
    _, links = resolve_actors([entity("Ilan Drev", "a"), entity("Drev", "b")])
    assert len({link.actor_id for link in links}) == 1
    assert sorted(link.score for link in links) == [0.75, 0.95]


def test_a_bare_surname_of_several_stays_apart() -> None:
    ids = {
        link.entity_id: link
        for link in resolve_actors(
            [entity("Peter Holm", "a"), entity("Clara Holm", "b"), entity("Holm", "c")]
        )[1]
    }
    assert len({link.actor_id for link in ids.values()}) == 3
    assert ids[entity("Holm", "c").id].score < 0.5


def test_a_shared_office_tells_whose_bare_surname_it_is() -> None:
    peter = entity("Peter Holm", "a", roles=("President",))
    bare = entity("Holm", "c", roles=("Norland President",))
    _, links = resolve_actors([peter, entity("Clara Holm", "b", roles=("singer",)), bare])
    actor_of = {link.entity_id: link.actor_id for link in links}
    assert actor_of[bare.id] == actor_of[peter.id]


def test_an_initial_joins_the_given_name_it_begins() -> None:
    assert actor_count(entity("P. Holm", "a"), entity("Peter Holm", "b")) == 1
    assert actor_count(entity("C. Holm", "a"), entity("Peter Holm", "b")) == 2


def test_bare_surnames_alone_are_one_actor() -> None:
    assert actor_count(entity("Horetskyy", "a"), entity("Horetsky", "b")) == 1


def test_clashing_middle_names_stay_apart() -> None:
    a, b = entity("Peter W. Holm", "a"), entity("Peter H. Holm", "b")
    assert actor_count(a, b) == 2
    assert actor_count(a, b, entity("Peter Holm", "c")) == 3


def test_unnamed_entities_have_no_actor() -> None:
    unnamed = [entity("a senior official", d, named=False) for d in "abc"]
    assert resolve_actors(unnamed) == ((), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Ministry", "the Harbour Ministry"),
        ("Ministry of Defense", "Ministry of Defence"),
        ("North Tide Union", "North-Tide Union"),
        ("North Tide Union", "NTU"),
        ("United States", "US"),
        ("Britain", "UK"),
    ],
)
def test_spellings_of_one_body_are_one_actor(one: str, other: str) -> None:
    assert actor_count(entity(one, "a", kind=BODY), entity(other, "b", kind=BODY)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Ministry", "Defence Ministry"),
        ("Kyiv", "Ukraine"),
        ("Bank of Norland", "Bank of Sudria"),
    ],
)
def test_other_bodies_are_other_actors(one: str, other: str) -> None:
    assert actor_count(entity(one, "a", kind=BODY), entity(other, "b", kind=BODY)) == 2


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    assert (
        actor_count(
            entity("North Tide Union", "a", kind=BODY),
            entity("National Trade Union", "b", kind=BODY),
            entity("NTU", "c", kind=BODY),
        )
        == 3
    )


def test_a_person_and_a_body_of_one_name_are_two_actors() -> None:
    assert actor_count(entity("Mercer", "a"), entity("Mercer", "b", kind=BODY)) == 2


def test_an_id_does_not_change_when_other_documents_come() -> None:
    before, _ = resolve_actors([entity("Vasyl Horetskyy", "a")])
    after, _ = resolve_actors(
        [entity("Vasyl Horetsky", "b"), entity("Vasyl Horetskyy", "a"), entity("Clara Quist", "c")]
    )
    assert before[0].id in {a.id for a in after}


_names = st.builds(
    lambda given, surname: f"{given} {surname}".strip(),
    st.sampled_from(["", "", "Peter", "Paul", "P.", "Petr", "Peter D.", "Olena", "Elena"]),
    st.sampled_from(["Holm", "Holmes", "Horetskyy", "Horetsky", "Quist", "Holm Jr", "Wu", "Vu"]),
)
_entities = st.lists(
    st.builds(
        entity,
        _names,
        st.sampled_from(["a", "b", "c", "d"]),
        roles=st.sampled_from([(), ("President",), ("mayor of Lorne",)]),
        kind=st.sampled_from([PERSON, BODY, ActorKind.UNKNOWN]),
        named=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda e: e.id,
)


@given(_entities, st.randoms(use_true_random=False))
def test_the_order_of_entities_does_not_matter(
    entities: list[Entity], shuffler: random.Random
) -> None:
    shuffled = list(entities)
    shuffler.shuffle(shuffled)
    assert resolve_actors(shuffled) == resolve_actors(entities)


@given(_entities)
def test_every_named_entity_has_one_actor_and_every_actor_an_entity(
    entities: list[Entity],
) -> None:
    actors, links = resolve_actors([*entities, *entities])
    assert sorted(link.entity_id for link in links) == sorted(e.id for e in entities if e.named)
    assert {link.actor_id for link in links} == {a.id for a in actors}
    assert len({a.id for a in actors}) == len(actors)


@given(st.lists(st.text(max_size=24).filter(str.strip), max_size=8))
def test_no_text_breaks_it(names: list[str]) -> None:
    entities = [entity(name, str(i)) for i, name in enumerate(names)]
    actors, links = resolve_actors(entities)
    assert len(links) == len(entities)
    assert len(actors) <= len(entities)


def _generated(number: int) -> list[Entity]:
    dice = random.Random(1)
    syllables = "ba de ko lu mi na or pe ri sa to vu".split()

    def word(size: int) -> str:
        return "".join(dice.choice(syllables) for _ in range(size)).title()

    surnames = [word(3) for _ in range(1500)]
    given = [word(2) for _ in range(150)]
    return [
        entity(
            dice.choice(surnames)
            if i % 3 == 0
            else f"{dice.choice(given)} {dice.choice(surnames)}",
            str(i),
            roles=("minister",) if i % 5 == 0 else (),
        )
        for i in range(number)
    ]


def test_time_grows_with_the_number_of_entities() -> None:
    def seconds(entities: list[Entity]) -> float:
        start = time.process_time()
        resolve_actors(entities)
        return time.process_time() - start

    resolve_actors(_generated(20))  # loads what is loaded once
    small, large = _generated(2_000), _generated(20_000)
    # Ten times the entities may take twenty times as long, not the hundred of a square.
    few = seconds(small)
    assert seconds(large) < 20 * max(few, 0.05)


def test_many_namesakes_with_one_office_take_no_square_of_time() -> None:
    entities = [
        entity(f"{'Abcdefghij'[i % 10]}{i} Holm" if i % 2 else "Holm", str(i), roles=("mayor",))
        for i in range(4_000)
    ]
    start = time.process_time()
    resolve_actors(entities)
    assert time.process_time() - start < 5


def test_a_surname_without_its_particle_is_the_one_bearer_s() -> None:
    bearer = entity("Marta Le Pen")
    assert actor_count(bearer, entity("Pen", "other"), entity("Le Pen", "third")) == 1
    assert actor_count(entity("Ulla von der Quist"), entity("von der Quist", "other")) == 1
    assert actor_count(entity("Ben Drev"), entity("Drev", "other")) == 1


def test_a_surname_joins_its_only_bearer_and_is_not_sure() -> None:
    _, links = resolve_actors([entity("Paul Berg"), entity("Berg", "other")])
    assert sorted(link.score for link in links) == [0.75, 0.95]


def test_a_surname_in_an_office_that_its_only_bearer_was_not_given_is_unsure() -> None:
    bearer = entity("Paul Berg", roles=("harbour minister",))
    _, links = resolve_actors([bearer, entity("Berg", "other", roles=("farmer",))])
    assert min(link.score for link in links) < 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norland president", "Sudrian president"),
        ("Norland's president", "president of Sudria"),
        ("chairman", "spokeswoman"),
    ],
)
def test_a_surname_whose_office_contradicts_stays_apart(one: str, other: str) -> None:
    bearer = entity("Paul Berg", roles=(one,))
    assert actor_count(bearer, entity("Berg", "other", roles=(other,))) == 2
    assert actor_count(bearer, entity("Berg", "other", roles=(one,))) == 1
