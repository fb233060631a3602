from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import WeightsError
from onrecord.model import Factuality, Kind, Telling, Utterance, utterance_id
from onrecord.utterance.grouping import group
from onrecord.utterance.grouping.likeness import load_likeness
from onrecord.utterance.grouping.meaning import load_meaning
from tests.utterance.grouping.telling import day, telling

LONG = "The harbour toll is dead, and I buried it myself behind the fish market."


def together(*tellings: Telling) -> list[set[str]]:
    """Return the utterances that more than one statement tells."""
    return sorted((set(u.statements) for u in group(tellings) if len(u.statements) > 1), key=min)


def rules(*tellings: Telling) -> dict[str, str]:
    return {s: r for u in group(tellings) for s, r in zip(u.statements[1:], u.rule, strict=True)}


def test_the_same_words_in_two_reports_are_one_utterance() -> None:
    a, b = telling("a", LONG), telling("b", LONG)
    assert together(a, b) == [{"a", "b"}]
    assert rules(a, b) == {"b": "verbatim"}


def test_the_same_words_in_a_copy_are_one_and_said_to_be_a_copy() -> None:
    a, b = telling("a", LONG, report="wire"), telling("b", LONG, copy_of="wire")
    assert rules(a, b) == {"b": "copy"}


def test_a_part_of_a_quotation_is_one_with_the_whole() -> None:
    part = telling(
        "part", "that she had “buried it myself behind the fish market”", kind=Kind.MIXED
    )
    assert rules(telling("a", LONG), part) == {"part": "part"}


def test_another_translation_of_the_day_is_one_utterance() -> None:
    a = telling(
        "a", "We are not trading the islands for a chair in the Council.", said="2023-09-20"
    )
    b = telling("b", "We won't swap our islands for a seat on the Council.", said="2023-09-20")
    assert rules(a, b) == {"b": "translation"}


def test_what_a_report_retells_before_it_quotes_is_one_utterance() -> None:
    told = "that the harbour toll was dead and buried"
    a = telling("a", told, report="r", kind=Kind.INDIRECT, place=10)
    b = telling("b", LONG, report="r", place=90)
    assert rules(a, b) == {"b": "paraphrase"}


def test_different_remarks_of_one_press_conference_stay_apart() -> None:
    quotes = (
        LONG,
        "The mayor of Nook may swim if she likes.",
        "Our school roof will be mended in May.",
    )
    said = [
        telling(f"s{n}", words, report="r", said="2023-09-20", place=100 * n)
        for n, words in enumerate(quotes)
    ]
    assert together(*said) == []


def test_other_actors_are_never_bridged() -> None:
    assert together(telling("a", LONG), telling("b", LONG, actors=("reeve",))) == []


def test_dates_that_conflict_are_never_bridged() -> None:
    a, b = telling("a", LONG, said="2023-09-19"), telling("b", LONG, said="2023-09-20")
    assert together(a, b) == []


def test_a_month_holds_a_day_of_it() -> None:
    a = telling("a", LONG, said="2023-09-19")
    b = telling("b", LONG, said=day("2023-09-01", "2023-09-30"))
    assert together(a, b) == [{"a", "b"}]


def test_nothing_is_told_before_it_was_said() -> None:
    early = telling("early", LONG, published="2023-09-10")
    assert together(early, telling("late", LONG, said="2023-09-20")) == []


def test_a_report_may_be_dated_a_day_early_by_another_zone_of_time() -> None:
    early = telling("early", LONG, published="2023-09-19")
    assert together(early, telling("late", LONG, said="2023-09-20")) == [{"early", "late"}]


@pytest.mark.parametrize("factuality", [Factuality.ANNOUNCED, Factuality.DENIED])
def test_what_is_announced_or_denied_in_these_words_is_what_was_said(
    factuality: Factuality,
) -> None:
    other = telling("other", LONG, factuality=factuality, published="2023-09-18")
    made = telling("made", LONG, said=None if factuality is Factuality.DENIED else "2023-09-20")
    assert together(other, made) == [{"other", "made"}]


def test_what_is_announced_speaks_against_one_a_little() -> None:
    made = telling("a", LONG, said="2023-09-20")
    told = [telling("b", LONG, factuality=each) for each in Factuality]
    likely = {one.factuality: group([made, one])[0].similarity for one in told}
    assert likely[Factuality.ANNOUNCED] < likely[Factuality.MADE]


@pytest.mark.parametrize(
    ("one", "other"),
    [("40 buses", "90 buses"), ("every bus", "no bus")],
    ids=["amount", "negation"],
)
def test_what_differs_in_meaning_speaks_against(one: str, other: str) -> None:
    words = "We will send {} to the coast before winter, as long as the roads are open."
    first, same = (telling(n, words.format(one), said="2023-09-20") for n in "ab")
    changed = telling("c", words.format(other), said="2023-09-20")
    likely = [
        dict(zip(u.statements[1:], u.similarity, strict=True)).get(second.statement_id, 0.0)
        for second in (same, changed)
        for u in group([first, second])
        if "a" in u.statements
    ]
    assert likely[1] < likely[0]


def test_what_quotes_itself_is_not_what_it_quotes() -> None:
    outer = telling("outer", f"Two years ago I said: ‘{LONG}’ I was wrong.", report="r")
    inner = telling("inner", LONG, report="r", within=("outer",), told_by=("brill",), place=20)
    before = telling("before", LONG, published="2021-09-21")
    assert together(outer, inner, before) == [{"before", "inner"}]


def test_somebody_without_a_name_is_another_in_each_report() -> None:
    a, b = telling("a", LONG, actors=()), telling("b", LONG, actors=())
    assert together(a, b) == []
    copied = telling("c", LONG, actors=(), copy_of="report of a")
    assert together(a, copied) == [{"a", "c"}]


def test_neighbours_alike_do_not_join_what_conflicts() -> None:
    a = telling("a", LONG, said="2023-09-19")
    b = telling("b", LONG, published="2023-09-22")
    c = telling("c", LONG, said="2023-09-20")
    found = together(a, b, c)
    assert len(found) == 1
    assert len(found[0]) == 2


def test_the_earliest_report_comes_first_and_one_without_a_date_last() -> None:
    first = telling("z", LONG, published="2023-09-20")
    none, second = telling("a", LONG, published=None), telling("b", LONG)
    (one,) = group([none, second, first])
    assert one.statements == ("z", "b", "a")
    assert one.id == utterance_id(["a", "b", "z"])
    assert all(0.5 <= likely <= 1 for likely in one.similarity)


def test_a_statement_without_any_word_is_an_utterance_of_its_own() -> None:
    assert len(group([telling("a", "…"), telling("b", "!"), telling("c", LONG)])) == 3


REMARKS = (
    LONG,
    "The harbour toll is dead",
    "that the harbour toll was “dead”",
    "No one in Nook will pay 40 crowns for a chair.",
    "Nobody in Nook is going to pay 90 crowns for a chair.",
    "no",
)
START = date(2023, 9, 15)


@st.composite
def some_tellings(draw: st.DrawFn) -> list[Telling]:
    days = st.none() | st.integers(0, 9).map(lambda n: (START + timedelta(n)).isoformat())
    count = draw(st.integers(1, 12))
    return [
        telling(
            f"s{n}",
            draw(st.sampled_from(REMARKS)),
            report=f"r{draw(st.integers(0, 5))}",
            actors=draw(st.sampled_from((("brill",), ("reeve",), ("brill", "reeve"), ()))),
            kind=draw(st.sampled_from(Kind)),
            factuality=draw(st.sampled_from((Factuality.MADE, Factuality.MADE, Factuality.DENIED))),
            said=draw(days),
            published=draw(days),
            place=100 * n,
        )
        for n in range(count)
    ]


@given(some_tellings(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_statements_makes_no_difference(told: list[Telling], chance: Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert group(shuffled) == group(told) == group(reversed(told))


@given(some_tellings(), st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_what_is_added_later_ends_as_if_it_had_been_there(told: list[Telling], cut: int) -> None:
    known, new = told[:cut], told[cut:]
    touched = {one.key for one in new}
    again = group(one for one in told if one.key in touched)
    of = {one.statement_id: one.key for one in told}
    kept = [u for u in group(known) if of[u.statements[0]] not in touched]
    assert sorted([*kept, *again], key=lambda u: u.id) == list(group(told))


@given(some_tellings())
@settings(max_examples=60, deadline=None)
def test_every_statement_is_in_one_utterance_that_could_have_been(told: list[Telling]) -> None:
    by_id = {one.statement_id: one for one in told}
    utterances = group(told)
    assert sorted(s for u in utterances for s in u.statements) == sorted(by_id)
    for utterance in utterances:
        members = [by_id[s] for s in utterance.statements]
        assert len({one.actors for one in members}) == 1
        said = [one.said for one in members if one.said]
        assert len({one.start for one in said}) <= 1
        assert len(utterance.similarity) == len(utterance.rule) == len(members) - 1


@given(some_tellings())
@settings(max_examples=20, deadline=None)
def test_grouping_what_is_grouped_changes_nothing(told: list[Telling]) -> None:
    by_id = {one.statement_id: one for one in told}

    def again(one: Utterance) -> tuple[Utterance, ...]:
        return group(by_id[s] for s in one.statements)

    utterances = group(told)
    assert group(told) == utterances
    for utterance in utterances:
        if len(utterance.statements) == 1:
            assert again(utterance) == (utterance,)


def test_a_remark_that_every_report_prints_is_put_together_in_no_time() -> None:
    printed = [
        telling(f"{n:04}", LONG, published=(START + timedelta(n % 20)).isoformat())
        for n in range(2_000)
    ]
    clock = time.perf_counter()
    (one,) = group(printed)
    assert time.perf_counter() - clock < 10  # It was 47 s.
    assert len(one.statements) == 2_000
    assert min(one.similarity) > 0.9


def test_the_same_words_over_and_over_are_compared_in_no_time() -> None:
    never = telling("a", "never " * 2_000), telling("b", "never no " * 1_000)
    clock = time.perf_counter()
    group(never)
    assert time.perf_counter() - clock < 2


def test_what_many_print_is_one_with_a_part_of_it() -> None:
    printed = [telling(f"p{n}", LONG, said="2023-09-20") for n in range(5)]
    part = telling("q", "“buried it myself behind the fish market”", kind=Kind.MIXED)
    assert together(*printed, part) == [{"p0", "p1", "p2", "p3", "p4", "q"}]
    assert rules(*printed, part) == {f"p{n}": "verbatim" for n in range(1, 5)} | {"q": "part"}


@pytest.mark.parametrize("load", [load_likeness, load_meaning])
def test_a_model_that_is_missing_or_damaged_says_what_to_do(
    tmp_path: Path, load: Callable[[Path], object]
) -> None:
    with pytest.raises(WeightsError, match="no weights: reinstall onrecord"):
        load(tmp_path)
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    for name in ("model.json", "pieces.npz", "pieces.txt"):
        (damaged / name).write_text("{}")
    with pytest.raises(WeightsError, match="damaged weights: reinstall onrecord"):
        load(damaged)
