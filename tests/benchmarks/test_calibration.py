"""Which statements are right, and how far off their confidence is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from benchmarks.calibration import Judged, equal_mass, reliability, right
from benchmarks.polnear import Attribution
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Kind, Span, Spans

TEXT = "“The dam holds,” Ada Brill said. Critics doubt that it will."


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def told(content: str, source: str | None) -> Attribution:
    return Attribution(at(content), (), at(source) if source else ())


GOLD = (told("“The dam holds,”", "Ada Brill"), told("that it will", None))


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        (told("The dam holds,", "Brill"), True),
        (told("The dam", "Brill"), True),
        (told("dam", "Brill"), False),
        (told("The dam holds,", "Critics"), False),
        (told("The dam holds,", None), False),
        (told("that it will", None), True),
        (told("that it will", "Critics"), False),
        (told("Ada Brill", None), False),
    ],
)
def test_a_statement_is_right_by_most_of_its_words_and_its_source(
    found: Attribution, answer: bool
) -> None:
    pytest.importorskip("scipy")
    assert right(TEXT, GOLD, [found]) == [answer]


def test_a_gold_attribution_makes_one_statement_right() -> None:
    pytest.importorskip("scipy")
    twice = [told("The dam holds,", "Brill"), told("The dam", "Brill")]
    assert right(TEXT, GOLD, twice) == [True, False]


def judged(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged(confidence, answer, Kind.DIRECT) for confidence, answer in pairs]


def test_what_is_half_right_at_one_half_has_no_error() -> None:
    found = reliability([judged((0.5, True), (0.5, False))] * 5)
    assert (found.error.of, found.error.value, found.error.high) == (10, 0, 0)
    (only,) = found.bins
    assert (only.low, only.confidence, only.high) == (0.5, 0.5, 0.5)
    assert (only.right.of, only.right.value) == (10, 50)


def test_the_error_is_weighed_by_how_many_statements_a_bin_has() -> None:
    # Three at 0.9 of which all are right, one at 0.4 that is not: (3 × 0.1 + 1 × 0.4) / 4.
    found = reliability([judged((0.9, True), (0.9, True), (0.9, True), (0.4, False))])
    assert found.error.value == pytest.approx(17.5)
    assert [b.right.of for b in found.bins] == [1, 3]


def test_documents_that_differ_make_the_error_unsure() -> None:
    sure, unsure = judged((0.9, True)), judged((0.9, False))
    found = reliability([sure, sure, sure, unsure])
    assert found.error.value == pytest.approx(15)
    assert found.error.low < 15 < found.error.high


def test_chance_alone_makes_an_error_unless_all_is_sure() -> None:
    assert reliability([judged((1.0, True))] * 9).chance == 0
    # One statement a bin, each half right: always a half off.
    assert reliability([judged((0.5, True))]).chance == pytest.approx(50)


def test_nothing_found_is_no_error() -> None:
    found = reliability([[], []])
    assert (found.error.of, found.error.value, found.chance, found.bins) == (0, 0, 0, ())


def test_bins_are_of_one_size_where_values_differ() -> None:
    values = np.random.default_rng(0).permutation(40) / 40
    assert np.bincount(equal_mass(values)).tolist() == [4] * 10
    assert (np.diff(equal_mass(np.sort(values))) >= 0).all()


@given(st.lists(st.sampled_from([0.1, 0.5, 0.6, 0.9]), min_size=1))
def test_equal_values_share_a_bin_and_order_is_kept(values: Sequence[float]) -> None:
    bins = equal_mass(np.asarray(values)).tolist()
    assert all(0 <= b < 10 for b in bins)
    pairs = sorted(zip(values, bins, strict=True))
    assert [b for _, b in pairs] == sorted(bins)
    assert len(set(pairs)) == len(set(values))
