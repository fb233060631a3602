"""Which words of the tellings of one remark are marked."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.differing import differing


def marked(*texts: str) -> list[list[str]]:
    found = differing(texts)
    return [[span.of(text) for span in spans] for text, spans in zip(texts, found, strict=True)]


def test_words_that_the_other_does_not_have_are_marked_on_both_sides() -> None:
    assert marked("The harbour stays open tonight.", "The port stays open.") == [
        ["harbour", "tonight"],
        ["port"],
    ]


def test_words_that_follow_one_another_are_one_stretch() -> None:
    assert marked("We will, of course, stay", "We stay") == [["will, of course"], []]


def test_case_accents_and_marks_make_no_difference() -> None:
    assert marked("“The CAFÉ isn’t open”", "the cafe isn't — open!") == [[], []]


def test_of_the_first_is_marked_what_no_other_has() -> None:
    assert marked("tolls must go now", "tolls will go now", "tolls must go soon") == [
        [],
        ["will"],
        ["soon"],
    ]
    assert marked("tolls must go", "tolls will go", "tolls shall go")[0] == ["must"]


def test_what_stands_alone_differs_from_nothing() -> None:
    assert differing(("tolls must go",)) == ((),)
    assert differing(()) == ()


def test_words_repeated_without_end_are_compared_in_no_time() -> None:
    one, other = "never " * 2_000, "never no " * 1_000
    clock = time.perf_counter()
    mine, theirs = differing((one, other))
    assert time.perf_counter() - clock < 2  # It was 104 s.
    assert [span.of(other) for span in theirs] == ["no"] * 1_000
    assert sum(len(span.of(one).split()) for span in mine) == 1_000


TEXTS = st.lists(
    st.text("ab ,”’\u0301", max_size=20) | st.text(max_size=10), min_size=2, max_size=4
)


@given(TEXTS)
def test_spans_stand_in_their_text_in_order_and_apart(texts: list[str]) -> None:
    for text, spans in zip(texts, differing(tuple(texts)), strict=True):
        assert all(span.of(text).strip() for span in spans)
        assert list(spans) == sorted(spans)
        assert all(a.end < b.start for a, b in pairwise(spans))


@given(st.text(max_size=30))
def test_a_text_differs_not_from_itself(text: str) -> None:
    assert differing((text, text)) == ((), ())
