from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statement.marks import pair_marks


def passages(text: str, depth: int = 0, *, continues: bool = False) -> list[str]:
    quotes = pair_marks(text, 0, len(text), continues=continues)
    return [text[q.inner_start : q.inner_end] for q in quotes if q.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        "She said “no tax” twice.",
        'She said "no tax" twice.',
        "She said «no tax» twice.",
        "She said „no tax“ twice.",
        "She said „no tax” twice.",
        "She said »no tax« twice.",
        "She said ”no tax” twice.",
        "She said ‘no tax’ twice.",
        "She said 'no tax' twice.",
        "She said ''no tax'' twice.",
        "She said ``no tax'' twice.",
        "She said ‹no tax› twice.",
        "She said 「no tax」 twice.",
    ],
)
def test_every_style_of_marks_is_paired(text: str) -> None:
    assert passages(text) == ["no tax"]


def test_marks_may_stand_off_from_the_words() -> None:
    assert passages("Elle a dit « pas de taxe » hier.") == ["pas de taxe"]
    assert passages("She said “ no tax ” twice.") == ["no tax"]


def test_straight_marks_may_stand_free_in_text_cut_into_tokens() -> None:
    text = "He said , \" We will go . \" Then he left , '' really '' , she said ."
    assert [text[q.inner_start : q.inner_end] for q in pair_marks(text, 0, len(text))] == [
        "We will go .",
        "really",
    ]
    assert pair_marks('A 6 " pipe burst .', 0, 18) == []


def test_marks_inside_marks_are_deeper() -> None:
    text = "“He told me ‘never’ and left,” she said."
    assert passages(text) == ["He told me ‘never’ and left,"]
    assert passages(text, depth=1) == ["never"]


def test_double_marks_inside_double_marks_of_another_style() -> None:
    text = "«Er sagte „nie“ zu uns», so Bo."
    assert passages(text) == ["Er sagte „nie“ zu uns"]
    assert passages(text, depth=1) == ["nie"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan and the people’s vote didn't pass in '98.",
        "It is Bo’s union’s members’ choice.",
        "rock 'n' roll",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert [p for p in passages(text) if p != "n"] == []


def test_a_double_mark_left_open_runs_to_the_end() -> None:
    (quote,) = pair_marks("She said: “We will not pay", 0, 26)
    assert not quote.closed
    assert quote.end == 26


def test_a_single_mark_left_open_counts_only_when_the_next_paragraph_opens_again() -> None:
    assert passages("'We will not pay.") == []
    assert passages("'We will not pay.", continues=True) == ["We will not pay."]


def test_a_passage_opened_again_before_it_was_closed_ends_there() -> None:
    assert passages('"We will not pay. "Never again," she said.') == [
        "We will not pay.",
        "Never again,",
    ]


def test_a_closing_mark_without_an_opening_one_is_nothing() -> None:
    assert passages("We will not pay” she said.") == []


@given(st.text(alphabet="ab .,“”‘’\"'«»„`\n", max_size=60))
def test_passages_lie_in_the_text_and_nest(text: str) -> None:
    quotes = pair_marks(text, 0, len(text))
    for quote in quotes:
        assert 0 <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= len(text)
    for depth in {q.depth for q in quotes}:
        same = [q for q in quotes if q.depth == depth]
        assert all(a.end <= b.start for a, b in pairwise(same))
