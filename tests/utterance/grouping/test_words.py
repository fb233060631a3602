from __future__ import annotations

import pytest

from onrecord.utterance.grouping.words import LONGEST, read_words, stem


def test_words_lose_case_accents_and_endings() -> None:
    words = read_words("Blockades blocked Zürich’s harbours")
    assert words.plain == ("blockades", "blocked", "zurich's", "harbours")
    assert words.stems == ("blockad", "block", "zurich", "harbour")


@pytest.mark.parametrize(("one", "other"), [("applies", "applied"), ("closing", "closed")])
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_amounts_are_one_in_words_and_in_digits() -> None:
    assert read_words("two of 12").numbers == read_words("2 of twelve").numbers == {"2", "12"}


def test_a_negation_is_seen_in_all_its_forms() -> None:
    negated = [
        read_words(text).negated for text in ("it isn’t", "never", "cannot", "note", "it is")
    ]
    assert negated == [True, True, True, False, False]


def test_words_in_marks_are_quoted() -> None:
    assert read_words("he called it “a joke” and „an old one“, ‘no’").quoted == (
        ("a", "joke"),
        ("an", "old", "one"),
    )


def test_a_megabyte_of_anything_is_read_in_one_go() -> None:
    for letters in ("a", '"', "“", "‘", "'", "1,", "’a", " "):
        read_words(letters * (1_000_000 // len(letters)))


def test_only_the_first_words_of_an_endless_quotation_are_read() -> None:
    words = read_words("“no toll” " * LONGEST)
    assert len(words.plain) == LONGEST
    assert len(words.quoted) < LONGEST
