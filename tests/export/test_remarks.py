"""What is counted once, what is told of it, and which telling is shown."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.remarks import counts, remarks, unsaid
from onrecord.model import Factuality, Kind
from onrecord.record.views import StatementView, UtteranceView
from tests.export.views import date, one_remark, view

U = one_remark()


def test_counts_say_tellings_second_hand_and_copies_only_where_there_are_any() -> None:
    assert str(counts([view("a")])) == "1 remark"
    assert str(counts([view("a"), view("b", second_hand=True)])) == "2 remarks (1 at second hand)"
    told = [
        view("a", utterance=U),
        view("b", utterance=U, second_hand=True),
        view("c", utterance=U, copied=True, second_hand=True),
    ]
    assert str(counts(told)) == "1 remark (2 tellings, 1 at second hand, 1 copied)"


def test_what_is_not_told_as_said_is_no_remark() -> None:
    told = [view("a"), *(view(f"{each}", factuality=each) for each in list(Factuality)[1:])]
    assert str(counts(told)) == "1 remark"
    assert unsaid(told) == "1 announced, 1 supposed, 1 denied"
    assert unsaid(told[:1]) == ""


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ({}, {"copied": True}),
        ({}, {"second_hand": True, "said": date("2031-05-01")}),
        ({"said": date("2031-05-05"), "published": date("2031-06-01")}, {}),
        ({"published": date("2031-05-01"), "kind": Kind.INDIRECT}, {}),
        ({}, {"kind": Kind.MIXED}),
        ({"kind": Kind.INDIRECT}, {"confidence": 0.5}),
        ({}, {"published": None}),
    ],
)
def test_the_nearest_telling_is_shown(near: dict[str, Any], far: dict[str, Any]) -> None:
    one, other = view("b", utterance=U, **near), view("a", utterance=U, **far)
    for order in ([one, other], [other, one]):
        (remark,) = remarks(order)
        assert (remark.statement.id, [s.id for s in remark.others]) == ("b", ["a"])


def test_a_plan_is_never_shown_for_what_was_said() -> None:
    told = [view("a", utterance=U), view("b", utterance=U, factuality=Factuality.ANNOUNCED)]
    assert [r.statement.id for r in remarks(told)] == ["a", "b"]


@st.composite
def tellings(draw: st.DrawFn) -> list[StatementView]:
    return [
        view(
            str(number),
            utterance=draw(
                st.none() | st.sampled_from("uvw").map(lambda id: UtteranceView(id, 1, 0, (), "a"))
            ),
            factuality=draw(st.sampled_from(Factuality)),
            second_hand=draw(st.booleans()),
            copied=draw(st.booleans()),
            kind=draw(st.sampled_from(Kind)),
            said=draw(st.none() | st.just(date("2031-05-01"))),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@given(tellings(), st.randoms())
def test_every_statement_stands_in_one_remark(told: list[StatementView], r: random.Random) -> None:
    found = remarks(told)
    shown = [s.id for remark in found for s in (remark.statement, *remark.others)]
    assert sorted(shown) == sorted(s.id for s in told)
    made = [remark for remark in found if remark.statement.made]
    assert len(made) == counts(told).remarks
    order = [told.index(remark.statement) for remark in found]
    assert order == sorted(order)
    r.shuffle(told)
    assert counts(told).remarks == len(made)
