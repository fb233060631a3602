from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.utterance.grouping import differences


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    a, b = differences(one, other)
    return [span.of(one) for span in a], [span.of(other) for span in b]


def test_only_words_that_differ_are_marked() -> None:
    a, b = (
        "Will Kestria sit at this table or not?",
        "Is there a place for Kestria at this table or not?",
    )
    assert marked(a, b) == (["Will", "sit"], ["Is there a place for"])


def test_case_accents_and_marks_make_no_difference() -> None:
    assert marked("“No,” Renée isn’t here.", "no Renee isn't HERE") == ([], [])


def test_offsets_count_code_points() -> None:
    assert marked("𝔸 😀 toll", "𝔸 😀 tax") == (["toll"], ["tax"])


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    a, _ = differences(one, other)
    assert all(span.end <= len(one) for span in a)
    assert differences(one, one) == ((), ())
