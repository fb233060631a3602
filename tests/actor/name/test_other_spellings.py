"""One actor for a name in other scripts, other languages' spelling, another order, other forms."""

import pytest

from tests.actor.naming import actor_count, entity, rule_of

SAME = [
    # scripts
    ("Василь Горецький", "Vasyl Horetskyy"),
    ("Василий Горецкий", "Vasyl Horetskyy"),
    ("Ігор Гнатюк", "Ihor Hnatiuk"),
    ("Анна Ермак", "Anna Yermak"),
    ("Νίκος Παπαδόπουλος", "Nikos Papadopoulos"),
    ("كريم الناصر", "Karim al-Nasser"),
    ("خالد بن ناصر", "Khaled bin Nasser"),
    ("גדעון ברמן", "Gideon Berman"),
    ("王小明", "Wang Xiaoming"),
    ("김민수", "Kim Min-su"),
    ("박지훈", "Park Ji-hoon"),
    ("नरेश शर्मा", "Naresh Sharma"),
    # the spelling of other languages
    ("Wassyl Horezkyj", "Vasyl Horetskyy"),
    ("Sergej Schukow", "Sergei Zhukov"),
    ("Jewgeni Sacharow", "Yevgeny Sakharov"),
    ("Sergueï Joukov", "Sergei Zhukov"),
    ("Nikołaj Kowaczow", "Nikolai Kovachev"),
    ("Igors Petrovs", "Igor Petrov"),
    # order
    ("Horetskyy, Vasyl", "Vasyl Horetskyy"),
    ("HORETSKYY Vasyl", "Vasyl Horetskyy"),
    ("Горецкий Василий Петрович", "Василий Горецкий"),
    ("Wang Xiaoming", "Xiaoming Wang"),
    ("Quist Peter", "Peter Quist"),
    ("Sakamoto Kenji", "Kenji Sakamoto"),
    # forms of a name
    ("Dr. Ada Fenn", "Ada Fenn"),
    ("J. D. Fenn", "JD Fenn"),
    ("Carlos Ruiz Ferrer", "Carlos Ruiz"),
    ("Mary Harriet Fenn", "Harriet Fenn"),
    ("Marta LePike", "Marta Le Pike"),
    ("Abdel Rahim Nour", "Abdelrahim Nour"),
    ("Chuck Fenn", "Charles Fenn"),
    ("Kim Min-su", "Kim Minsu"),
]

DIFFERENT = [
    ("Anna Fischer", "Anna Fisher"),
    ("Anna Hoffmann", "Anna Hofmann"),
    ("Sara Petrov", "Zara Petrov"),
    ("Ian Holm", "Jan Holm"),
    ("Кирилл Горецкий", "Vasyl Horetskyy"),
    ("محمد الحداد", "Mahmoud al-Haddad"),
    ("김민수", "Kim Min-seok"),
    ("Kim Ha-neul", "Kim Ha-na"),
    ("Paul Martin", "Martin Paul"),
    ("Pieter van den Quist", "Pieter van der Quist"),
    ("Martin Luther Holm", "Martin Luther"),
    ("Peter David Holm", "Peter Daniel Holm"),
    ("Sam Fenn", "Samantha Fenn"),
    ("Jamie Fenn", "James Fenn"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_to_write_one_name_are_one_actor(one: str, other: str) -> None:
    assert actor_count(entity(one, "a"), entity(other, "b")) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_only_look_alike_are_two_actors(one: str, other: str) -> None:
    assert actor_count(entity(one, "a"), entity(other, "b")) == 2


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Vasyl Horetskyy", "full name"),
        ("Vasyl Horetsky", "full name, spelled another way"),
        ("Vasil Horetskyy", "full name, another form of the given name"),
        ("Wassyl Horezkyj", "full name in German spelling"),
        ("V. Horetskyy", "initial and surname of one bearer"),
        ("Horetskyy", "surname of one bearer"),
    ],
)
def test_a_link_says_why_in_words(name: str, rule: str) -> None:
    others = [entity("Vasyl Horetskyy", d) for d in "xyz"]
    assert rule_of(entity(name, "a"), *others)[1] == rule


def test_more_than_one_reason_is_told() -> None:
    known = entity("Ilan Drev", "a", roles=("harbour minister",))
    score, rule = rule_of(entity("Drev", "b", roles=("minister",)), known)
    assert (score, rule) == (0.85, "surname of one bearer; same office (minister)")


def test_a_spelling_that_may_be_either_s_joins_neither() -> None:
    russian = entity("Игорь Голуб", "c")
    golub, holub = entity("Ihor Golub", "a"), entity("Ihor Holub", "b")
    assert actor_count(golub, holub) == 2
    assert actor_count(golub, russian) == 1
    assert actor_count(holub, russian) == 1


def test_a_middle_name_is_a_given_name_only_where_the_first_is_never_told_alone() -> None:
    long, plain, middle = (
        entity(name) for name in ("Mary Harriet Fenn", "Mary Fenn", "Harriet Fenn")
    )
    assert actor_count(long, middle) == 1
    assert actor_count(long, plain, middle) == 2
