"""What became of the statements of a page is told by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Act, Factuality, Fate, Kind, Telling
from onrecord.utterance import revisions

OPEN = "the port will be open to all ships from the first of May"


def told(name: str, words: str, *actors: str, place: int = 0) -> Telling:
    return Telling(
        statement_id=name,
        document_id=name[0],
        copy_of=name[0],
        actors=frozenset(actors),
        words=words,
        kind=Kind.DIRECT,
        act=Act.SPEECH,
        factuality=Factuality.MADE,
        said=None,
        published=None,
        place=place,
        block=0,
        headline=False,
    )


def fates(earlier: list[Telling], later: list[Telling]) -> list[tuple[str, str | None, str | None]]:
    return [(r.fate.value, r.earlier, r.later) for r in revisions(earlier, later)]


def test_the_same_words_are_carried_wherever_they_stand() -> None:
    earlier = [told("a1", OPEN, "voss"), told("a2", "nobody should doubt it", "voss", place=90)]
    later = [
        told("b1", "Nobody should doubt it.", "voss"),
        told("b2", f"“{OPEN}”", "voss", place=300),
    ]
    assert fates(earlier, later) == [("carried", "a1", "b2"), ("carried", "a2", "b1")]


def test_a_changed_statement_is_paired_with_the_one_most_like_it() -> None:
    earlier = [told("a1", OPEN, "voss")]
    later = [
        told("b1", OPEN.replace("all", "most"), "voss", place=70),
        told("b2", OPEN.replace("all ships", "some boats of ours"), "voss"),
    ]
    (changed, added) = revisions(earlier, later)
    assert (changed.fate, changed.later) == (Fate.CHANGED, "b1")
    assert changed.similarity == pytest.approx(12 / 13)
    assert (added.fate, added.later) == (Fate.ADDED, "b2")


def test_what_has_no_counterpart_is_gone_or_added() -> None:
    earlier, later = told("a1", OPEN, "voss"), told("b1", "taxes will not rise", "voss")
    assert fates([earlier], [later]) == [("gone", "a1", None), ("added", None, "b1")]


def test_the_same_words_of_another_speaker_are_changed() -> None:
    assert fates([told("a1", OPEN, "voss")], [told("b1", OPEN, "tarn")]) == [
        ("changed", "a1", "b1")
    ]


def test_a_word_or_two_of_another_speaker_is_another_statement() -> None:
    earlier, later = told("a1", "I agree", "voss"), told("b1", "I agree", "tarn")
    assert fates([earlier], [later]) == [("gone", "a1", None), ("added", None, "b1")]


def test_a_speaker_whom_one_version_does_not_name_hinders_no_pair() -> None:
    assert fates([told("a1", OPEN)], [told("b1", OPEN, "tarn")]) == [("carried", "a1", "b1")]


def test_the_right_speaker_is_found_for_words_that_two_say() -> None:
    earlier = [told("a1", OPEN, "voss"), told("a2", OPEN, "tarn", place=90)]
    later = [told("b1", OPEN, "tarn"), told("b2", OPEN, "voss", place=90)]
    assert fates(earlier, later) == [("carried", "a1", "b2"), ("carried", "a2", "b1")]


def _version(letter: str) -> st.SearchStrategy[list[Telling]]:
    words = st.lists(st.sampled_from("we will open the port soon".split()), max_size=6)
    actors = st.sets(st.sampled_from(["voss", "tarn"]), max_size=1)
    return st.lists(st.tuples(words, actors), max_size=5).map(
        lambda made: [
            told(f"{letter}{n}", " ".join(words), *actors, place=n)
            for n, (words, actors) in enumerate(made)
        ]
    )


@given(_version("a"), _version("b"))
def test_every_statement_has_one_fate(earlier: list[Telling], later: list[Telling]) -> None:
    found = revisions(earlier, later)
    assert [r.earlier for r in found if r.earlier] == [t.statement_id for t in earlier]
    assert sorted(r.later for r in found if r.later) == [t.statement_id for t in later]
    assert found == revisions(earlier[::-1], later[::-1])


@given(_version("a"))
def test_a_version_carries_all_of_itself(version: list[Telling]) -> None:
    assert {r.fate for r in revisions(version, version)} <= {Fate.CARRIED}
