"""Which runs of capitals are names, and what the words around them say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.actor.mention.names import Name, read_names
from onrecord.actor.mention.page import read_page
from onrecord.actor.mention.titles import apposition, foregoing
from onrecord.model import ActorKind, Span
from tests.told import document


def names(text: str) -> list[Name]:
    return list(read_names(read_page(document(text))))


def one(text: str) -> Name:
    (name,) = names(text)
    return name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It was President Mara Voss who spoke.", "Mara Voss", "President"),
        ("It was then-Norland President Ilan Drev there.", "Ilan Drev", "then-Norland President"),
        ("It was Norland chancellor candidate Peter Holm who spoke.", "Peter Holm",
         "Norland chancellor candidate"),
        ("It was NATO Secretary General Anna Brandt who spoke.", "Anna Brandt",
         "NATO Secretary General"),
        ("It was Deputy Prime Minister Clara Quist who spoke.", "Clara Quist",
         "Deputy Prime Minister"),
        ("It was Lorne Town Council leader Adam Pike who spoke.", "Adam Pike",
         "Lorne Town Council leader"),
        ("It was President of Norland Ilan Drev who spoke.", "Ilan Drev", "President of Norland"),
        ("It was Ada Fenn, chief executive of the Tide Society, who spoke.", "Ada Fenn",
         "chief executive of the Tide Society"),
        ("It was Ada Fenn, 43, a teacher from the coast, who spoke.", "Ada Fenn",
         "teacher from the coast"),
        ("It was Mr Pike who spoke.", "Pike", None),
        ("It was Sir Adam Pike who spoke.", "Adam Pike", None),
    ],
)  # fmt: skip
def test_a_title_or_an_apposition_becomes_a_role(text: str, name: str, role: str | None) -> None:
    found = next(n for n in names(text) if n.text == name)
    assert found.roles == ((role,) if role else ())
    assert found.kind is ActorKind.PERSON


def test_the_role_before_a_comma_belongs_to_the_name_after_it() -> None:
    found = next(n for n in names("Later the harbour minister, Clara Quist, spoke.") if n.words)
    assert (found.text, found.roles) == ("Clara Quist", ("harbour minister",))


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("It was a spokesman for Prime Minister Ada Fenn who spoke.", "Ada Fenn",
         ("Prime Minister",)),
        ("It was an adviser of former Norland President Ada Fenn who spoke.", "Ada Fenn",
         ("former Norland President",)),
        ("It was a lawyer for Mrs Fenn who spoke.", "Fenn", ()),
        ("As the spokeswoman for Ada Fenn, Ada Fenn did not speak.", "Ada Fenn", ()),
        ("It was a spokesman for the mayor, Ada Fenn, who spoke.", "Ada Fenn", ()),
        ("It was Ada Fenn, a spokesman for Holm said, who spoke.", "Ada Fenn", ()),
        ("It was Ada Fenn, quoting her lawyer, who spoke.", "Ada Fenn", ()),
    ],
)  # fmt: skip
def test_the_role_of_who_speaks_for_another_is_not_the_others(
    text: str, name: str, roles: tuple[str, ...]
) -> None:
    assert {n.roles for n in names(text) if n.text == name} == {roles}


@pytest.mark.parametrize(
    "role",
    [
        "Minister for Trade",
        "Minister of Justice",
        "President of Norland",
        "Chief of Defence General",
    ],
)
def test_an_office_and_what_it_is_of_are_one_role(role: str) -> None:
    (told,) = (n for n in names(f"It was {role} Ada Fenn who spoke.") if n.text == "Ada Fenn")
    assert told.roles == (role,)


def test_a_critic_of_a_queen_is_no_woman_for_that() -> None:
    (name,) = (n for n in names("It was Pike, a critic of Queen Mara, there.") if n.text == "Pike")
    assert name.gender == ""


def test_a_list_of_people_is_no_apposition() -> None:
    text = "It was Ada Fenn, President Ilan Drev and the crowd."
    assert {n.text: n.roles for n in names(text)} == {
        "Ada Fenn": (),
        "Ilan Drev": ("President",),
    }


@pytest.mark.parametrize(
    "name",
    [
        "Ursula van der Hoek",
        "Juan de la Vega",
        "Mohammed bin Rashad",
        "Karim al-Hadi",
        "Anne-Marie Duval",
        "Ciara O'Daly",
        "J. R. Holm",
        "Peter D. Holm",
        "Peter Holm Jr",
        "Théo Lefèvre",
    ],
)
def test_particles_hyphens_initials_and_apostrophes_stay_in_the_name(name: str) -> None:
    assert [n.text for n in names(f"We met {name.replace('J. R.', 'J. R.')} there.")] == [
        name.replace(".", "")
    ]


def test_a_possessive_is_left_out_and_ends_the_name() -> None:
    assert [n.text for n in names("We saw Voss's Norland tour and Drev’s answer.")] == [
        "Voss",
        "Norland",
        "Drev",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The talks went on. But they failed. Nobody came on Monday in March.",
        "Fishermen wait. The fishermen wait for rain.",
        "I think we should go.",
        "“Yes,” was the answer. “Never mind.”",
        "MPs and Tory MPs left.",
    ],
)
def test_words_that_only_open_a_sentence_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_name_that_opens_a_sentence_needs_a_second_witness() -> None:
    assert [n.text for n in names("Drev left. Nobody saw Drev.")] == ["Drev", "Drev"]
    assert names("Drev left.") == []


def test_months_and_days_are_names_only_beside_a_given_name() -> None:
    text = "On Monday, in March, we met Theresa May and June Holm."
    assert [n.text for n in names(text)] == ["Theresa May", "June Holm"]


def test_a_headline_in_title_case_tells_nothing() -> None:
    text = "# Harbour Workers And Their Children Refuse Offer Again\nWe met Ada Fenn there."
    assert [n.text for n in names(text)] == ["Ada Fenn"]


def test_a_headline_in_sentence_case_names_people() -> None:
    assert one("# Officials say that Ada Fenn will leave the harbour board").text == "Ada Fenn"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harbour Ministry", ActorKind.ORGANISATION),
        ("Bank of Norland", ActorKind.ORGANISATION),
        ("Department for Tides and Harbours", ActorKind.ORGANISATION),
        ("NTU", ActorKind.ORGANISATION),
        ("Estonia", ActorKind.COUNTRY),
        ("Clara Quist", ActorKind.PERSON),
    ],
)
def test_names_show_their_kind(name: str, kind: ActorKind) -> None:
    found = one(f"We asked the {name} there.")
    assert (found.text, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("We met Mr Pike.", "m"),
        ("We met Baroness Pike.", "f"),
        ("We met Clara Pike.", "f"),
        ("We met spokesman Zorin Pike.", "m"),
        ("We met Dr Zorin Pike.", ""),
    ],
)
def test_titles_and_given_names_tell_gender(text: str, gender: str) -> None:
    assert one(text).gender == gender


@pytest.mark.parametrize("gap", [" ", "  ", "\u00a0"])
def test_a_name_freed_from_the_capitals_before_it_stands_where_it_is(gap: str) -> None:
    report = document(f"We met Zorin Pike. He saw Tide Union Zorin{gap}Pike there.")
    last = list(read_names(read_page(report)))[-1]
    assert last.text == "Zorin Pike"
    assert report.text[last.start : last.end] == f"Zorin{gap}Pike"


def test_a_relative_that_opens_a_sentence_is_no_name() -> None:
    text = "Ex-wife of the mayor, Ada Fenn, said it."
    found = read_names(read_page(document(text)), [Span(0, 30)])
    assert [name.text for name in found] == ["Ada Fenn"]


@given(st.text(alphabet=" ,.the'mayorf-", max_size=30))
@example("the mayor of , ")
@example(",    ,")
def test_any_words_around_a_name_can_be_read(words: str) -> None:
    for role in (foregoing(words), apposition(words)):
        assert role == " ".join(role.split())


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("US President-elect Rob Ash spoke.", "Rob Ash", "US President-elect"),
        ("It was the ambassador to France, Kim Oh, who spoke.", "Kim Oh", "ambassador to France"),
        ("Said Prime Minister Bo Holm: “No.”", "Bo Holm", "Prime Minister"),
    ],
)
def test_a_name_and_its_title_end_where_they_end(text: str, name: str, role: str) -> None:
    found = next(n for n in names(text) if n.text == name)
    assert found.roles == (role,)


def test_a_name_in_a_line_of_its_own_ends_with_it() -> None:
    assert [n.text for n in names("It was about Kim\nSo they waited for her.")] == ["Kim"]


def test_no_role_begins_with_a_verb_of_speech() -> None:
    assert apposition(", said Norland foreign minister,") == ""
    assert apposition(", Norland foreign minister,") == "Norland foreign minister"
