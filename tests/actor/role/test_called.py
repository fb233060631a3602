"""From the words of a title to the office, and to whether it is borne, was, or may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import titles_given
from onrecord.actor.role.called import read_title
from onrecord.model import ActorKind, Called, Entity, Status


@pytest.mark.parametrize(
    ("words", "title", "status"),
    [
        ("President", "President", Status.HELD),
        ("then-US President", "US President", Status.THEN),
        ("US then-president", "US president", Status.THEN),
        ("former US President", "US President", Status.FORMER),
        ("ex-president", "president", Status.FORMER),
        ("the late prime minister", "prime minister", Status.FORMER),
        ("Ukraine's former president", "Ukraine's president", Status.FORMER),
        ("German chancellor candidate", "German chancellor candidate", Status.CANDIDATE),
        ("presidential nominee", "presidential nominee", Status.CANDIDATE),
        ("US president-elect", "US president-elect", Status.ELECT),
        ("acting mayor of Tarn", "mayor of Tarn", Status.ACTING),
        ("the opposition leader who took tea", "opposition leader", Status.HELD),
        ("former adviser to the then-president", "adviser to the then-president", Status.FORMER),
    ],
)
def test_a_title_and_how_it_is_borne(words: str, title: str, status: Status) -> None:
    read = read_title(words)
    assert read is not None
    assert read[:2] == (title, status)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "34-year-old",
        "mother of two",
        "dinner against his colleague",
        "colleague",
        "then",
        "former",
    ],
)
def test_what_is_no_title(words: str) -> None:
    assert read_title(words) is None


@pytest.mark.parametrize(
    "same",
    [
        ("US President", "President of the United States", "then-American president"),
        ("NATO Secretary General", "secretary-general of NATO"),
        ("Pelland’s Chancellor", "Chancellor of Pelland", "the former chancellor of Pelland"),
        ("Kestrian President", "President of Kestria", "Kestria’s president"),
        ("PM", "prime minister", "Prime Minister"),
        ("Opposition leader", "opposition leader", "former Opposition leader"),
    ],
)
def test_an_office_is_one_however_it_is_told(same: tuple[str, ...]) -> None:
    assert len({read[2] for words in same if (read := read_title(words))}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US President", "US Vice President"),
        ("US President", "French President"),
        ("German chancellor", "German chancellor candidate"),
        ("foreign minister", "defence minister"),
    ],
)
def test_offices_that_differ_stay_two(one: str, other: str) -> None:
    first, second = read_title(one), read_title(other)
    assert first
    assert second
    assert first[2] != second[2]


def test_titles_are_given_to_whom_a_report_names() -> None:
    def entity(id: str, *roles: str, named: bool = True) -> Entity:
        return Entity(id, "d", "Oda Vell", ("Oda Vell",), roles, ActorKind.PERSON, named)

    given = titles_given(
        [
            entity("a", "former mayor", "mother", "Minister"),
            entity("b", "senior official", named=False),
        ]
    )
    assert given == (
        Called("a", "mayor", Status.FORMER, "mayor|"),
        Called("a", "Minister", Status.HELD, "minister|"),
    )


@given(st.text(max_size=40))
def test_any_words_are_read(words: str) -> None:
    read = read_title(words)
    assert read is None or (read[0].strip() and "|" in read[2])
