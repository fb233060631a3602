"""Copies are found by what is kept of reports, and all of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.document.copies import find_copies
from onrecord.document.copies.finding import SAME
from onrecord.document.copies.signature import SHINGLE, sign
from onrecord.model import Copy, CopyKind, Signed

CHANCE = random.Random(5)
VOCABULARY = [f"w{n}" for n in range(500)]
TEXTS = [CHANCE.choices(VOCABULARY, k=120) for _ in range(3)]
DAYS = ("", "2024-01-01", "2024-01-02")


def report(name: str, words: Sequence[str], published: str = "", **known: str) -> Signed:
    return Signed(name, sign(words), published, **known)


def kinds(copies: Sequence[Copy]) -> list[tuple[str, str, str]]:
    return [(copy.document_id, copy.of, copy.kind.value) for copy in copies]


def edited(words: Sequence[str], places: Sequence[int]) -> list[str]:
    return [f"x{n}" if n in places else word for n, word in enumerate(words)]


def test_the_same_words_are_an_exact_copy_of_what_was_published_first() -> None:
    text = TEXTS[0]
    found = find_copies([report("a", text, "2024-01-02"), report("b", text, "2024-01-01")])
    assert found == (Copy("a", "b", CopyKind.EXACT, 1.0),)


def test_of_reports_without_a_date_the_lesser_id_is_first_and_after_the_dated() -> None:
    text = TEXTS[0]
    reports = [report("c", text), report("b", text), report("d", text, "2024-01-01")]
    assert kinds(find_copies(reports)) == [("b", "d", "exact"), ("c", "d", "exact")]
    assert kinds(find_copies(reports[:2])) == [("c", "b", "exact")]


def test_a_few_other_words_leave_a_near_copy() -> None:
    text = TEXTS[0]
    (found,) = find_copies([report("a", text), report("b", edited(text, [10, 50]))])
    assert (found.document_id, found.of, found.kind) == ("b", "a", CopyKind.NEAR)
    assert found.similarity == jaccard(text, edited(text, [10, 50]))


def test_reports_that_share_less_are_no_copies() -> None:
    text = TEXTS[0]
    other = edited(text, range(0, 120, 9))
    assert jaccard(text, other) < SAME
    assert find_copies([report("a", text), report("b", other)]) == ()


def test_a_near_copy_of_a_near_copy_belongs_to_the_first() -> None:
    text = TEXTS[0]
    second, third = edited(text, [10, 50, 90]), edited(text, [10, 30, 50, 70, 90, 110])
    found = find_copies(
        [report("a", text), report("b", second, "2024-01-01"), report("c", third, "2024-01-02")]
    )
    assert kinds(found) == [("a", "b", "near"), ("c", "b", "near")]
    assert jaccard(text, third) < SAME
    assert kinds(find_copies([report("a", text), report("c", third)])) == [("c", "a", "part")]


def test_a_copy_with_another_lead_is_a_part_of_the_report_whose_body_it_has() -> None:
    text = TEXTS[0]
    (found,) = find_copies(
        [report("a", text), report("b", [*edited(text[:20], range(20)), *text[20:]])]
    )
    assert (found.of, found.kind, round(found.similarity, 2)) == ("a", CopyKind.PART, 0.83)


def test_a_report_cut_short_is_a_part_of_the_whole_that_came_before() -> None:
    text = TEXTS[0]
    whole, cut = report("b", text, "2024-01-01"), report("a", text[:70], "2024-01-01")
    assert find_copies([whole, cut]) == (Copy("a", "b", CopyKind.PART, 1.0),)


def test_a_later_report_that_says_more_is_no_copy() -> None:
    text = TEXTS[0]
    whole, first = report("b", text, "2024-01-02"), report("a", text[:70], "2024-01-01")
    assert find_copies([whole, first]) == ()


def test_another_text_of_a_page_is_a_version_of_its_first_capture() -> None:
    one, two, other = TEXTS
    captures = [
        report("a", two, captured="2024-02-02", url="https://www.una.example/port/"),
        report("b", one, captured="2024-02-01", url="http://una.example/port?utm_source=x"),
        report("c", one, captured="2024-02-03", url="https://una.example/port#top"),
        report("d", other, captured="2024-02-04", url="https://una.example/storm"),
    ]
    assert kinds(find_copies(captures)) == [("a", "b", "version"), ("c", "b", "exact")]


def test_the_hour_of_publication_tells_the_earlier_of_one_day() -> None:
    noon, day = "2024-03-08T12:00", "2024-03-08"
    text = TEXTS[0]
    longer = [*text, "and", "so", "on"]
    found = find_copies(
        [report("b", text, noon), report("a", longer, "2024-03-08T18:00"), report("0", longer, day)]
    )
    assert {copy.of for copy in found} == {"b"}


def test_of_versions_captured_on_one_day_the_earlier_is_published_before_or_shorter() -> None:
    url, text = "https://una.example/port", TEXTS[0]
    short = report("b", text[:60], captured="2024-02-02T12:00", url=url)
    whole = report("a", text, captured="2024-02-02T11:00", url=url)
    assert ("a", "b", "version") in kinds(find_copies([whole, short]))
    dated = report("c", TEXTS[1], "2024-01-01", captured="2024-02-02T13:00", url=url)
    found = kinds(find_copies([whole, short, dated]))
    assert {of for _, of, kind in found if kind == "version"} == {"c"}


def test_a_version_may_be_a_copy_of_another_report_as_well() -> None:
    one, two, _ = TEXTS
    reports = [
        report("a", one, "2024-01-02", url="https://una.example/port"),
        report("b", two, "2024-01-03", url="https://una.example/port"),
        report("c", two, "2024-01-01"),
    ]
    assert kinds(find_copies(reports)) == [("b", "c", "exact"), ("b", "a", "version")]


def test_what_stands_on_a_front_page_today_is_no_version_of_yesterdays() -> None:
    reports = [
        report(name, text, url="https://una.example/")
        for name, text in zip("abc", TEXTS, strict=True)
    ]
    assert find_copies(reports) == ()


def test_a_report_without_a_signature_is_compared_with_none() -> None:
    reports = [Signed(name, b"", url="https://una.example/port") for name in "ab"]
    assert find_copies([*reports, report("c", TEXTS[0], url="https://una.example/port")]) == ()


def shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}


def jaccard(one: Sequence[str], other: Sequence[str]) -> float:
    a, b = shingles(one), shingles(other)
    return len(a & b) / len(a | b)


@st.composite
def piles(draw: st.DrawFn) -> dict[str, tuple[list[str], str]]:
    """Variants of a few texts: words replaced, the end cut off; and when each was published."""
    pile = {}
    for number in range(draw(st.integers(1, 9))):
        text = draw(st.sampled_from(TEXTS))
        places = draw(st.lists(st.integers(0, 119), max_size=8))
        length = draw(st.sampled_from([120, 120, 110, 60]))
        pile[f"d{number}"] = edited(text, places)[:length], draw(st.sampled_from(DAYS))
    return pile


def signed(pile: dict[str, tuple[list[str], str]]) -> list[Signed]:
    return [
        report(name, words, day, url=f"https://una.example/{words[0]}")
        for name, (words, day) in pile.items()
    ]


@given(piles())
@settings(deadline=None)
def test_every_pair_of_near_copies_is_in_one_group_and_no_other(
    pile: dict[str, tuple[list[str], str]],
) -> None:
    group = {name: {name} for name in pile}
    for one, other in combinations(pile, 2):
        if jaccard(pile[one][0], pile[other][0]) >= SAME:
            joined = group[one] | group[other]
            group |= dict.fromkeys(joined, joined)
    repeats = (CopyKind.EXACT, CopyKind.NEAR)
    of = {c.document_id: c.of for c in find_copies(signed(pile)) if c.kind in repeats}
    found = {name: {n for n in pile if of.get(n, n) == of.get(name, name)} for name in pile}
    assert found == group


@given(piles(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_reports_does_not_matter(
    pile: dict[str, tuple[list[str], str]], chance: random.Random
) -> None:
    reports = signed(pile)
    shuffled = chance.sample(reports, len(reports))
    assert find_copies(shuffled) == find_copies(reports)


@given(piles(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_reports_that_come_one_by_one_end_as_if_they_had_come_at_once(
    pile: dict[str, tuple[list[str], str]], chance: random.Random
) -> None:
    reports = signed(pile)
    chance.shuffle(reports)
    known: tuple[Copy, ...] = ()
    for number, new in enumerate(reports, 1):
        known = find_copies(reports[:number], new={new.document_id}, known=known)
    assert known == find_copies(reports)


@given(piles())
@settings(deadline=None)
def test_a_copy_leads_to_an_earlier_report_and_a_group_to_one(
    pile: dict[str, tuple[list[str], str]],
) -> None:
    found = find_copies(signed(pile))
    of = {(c.document_id, c.kind): c.of for c in found}
    assert len(of) == len(found)
    for copy in found:
        day, before = pile[copy.document_id][1], pile[copy.of][1]
        assert (not before, before) <= (not day, day)
        if copy.kind in (CopyKind.EXACT, CopyKind.NEAR):
            assert (copy.of, CopyKind.EXACT) not in of
            assert (copy.of, CopyKind.NEAR) not in of
