"""MUC, B-cubed and CEAF-e against what was worked out in print, and what must hold of each."""

from __future__ import annotations

from collections.abc import Hashable
from importlib.util import find_spec

import pytest
from benchmarks.coreference_scores import MEASURES, b_cubed, b_cubed_each, ceaf_e, conll
from benchmarks.metrics import Score, Tally, score
from hypothesis import given
from hypothesis import strategies as st

HERE = {name: m for name, m in MEASURES.items() if m is not ceaf_e or find_spec("scipy")}
"""The measures that can be taken here: one needs SciPy."""

Some = list[frozenset[Hashable]]


def entities(words: str) -> Some:
    """Return entities of one-letter mentions: "abc de"."""
    return [frozenset(word) for word in words.split()]


def figures(of: Tally) -> Score:
    return score([of])


TRUTH = entities("12345 67 89ABC")


@pytest.mark.parametrize(
    ("found", "printed"),
    [
        ("12345 6789ABC", {"MUC": 94.7, "B-cubed": 86.5, "CEAF-e": 73.3}),
        ("1234589ABC 67", {"MUC": 94.7, "B-cubed": 73.7, "CEAF-e": 66.7}),
        ("123456789ABC", {"MUC": 90.0, "B-cubed": 54.5, "CEAF-e": 29.4}),
        ("1 2 3 4 5 6 7 8 9 A B C", {"MUC": 0, "B-cubed": 40.0, "CEAF-e": 17.8}),
    ],
)
def test_figures_are_those_of_luo_2005(found: str, printed: dict[str, float]) -> None:
    # Luo (2005), "On Coreference Resolution Performance Metrics", table 1; the first two
    # responses are those of Bagga and Baldwin (1998).
    f1 = {name: figures(measure(TRUTH, entities(found))).f1 for name, measure in HERE.items()}
    assert {name: round(value, 1) for name, value in f1.items()} == {n: printed[n] for n in HERE}


def test_mentions_that_one_side_lacks_count_against_that_side() -> None:
    # Pradhan et al. (2014), "Scoring Coreference Partitions of Predicted Mentions", section 4.
    printed = {"MUC": (40, 40), "B-cubed": (42, 50), "CEAF-e": (65, 43)}
    key, response = entities("abc defg"), entities("ab cd fghi")
    found = {name: figures(measure(key, response)) for name, measure in HERE.items()}
    assert {name: (round(f.recall), round(f.precision)) for name, f in found.items()} == {
        name: printed[name] for name in HERE
    }


def test_conll_is_the_mean_of_the_three_over_all_documents() -> None:
    pytest.importorskip("scipy")
    documents = [
        {name: measure(TRUTH, entities(words)) for name, measure in MEASURES.items()}
        for words in ("12345 6789ABC", "12345 67 89ABC")
    ]
    three = [score([d[name] for d in documents]).f1 for name in MEASURES]
    whole = conll(documents)
    assert whole.value == pytest.approx(sum(three) / 3)
    assert whole.of == 24
    assert whole.low < whole.value < whole.high == 100


def test_each_mention_adds_its_part_to_b_cubed() -> None:
    each = b_cubed_each(entities("abc defg"), entities("ab cd fghi"))
    assert each["a"] == (2 / 3, 1)
    assert each["c"] == (1 / 3, 1 / 2)
    assert "e" not in each
    assert "h" not in each
    whole = b_cubed(entities("abc defg"), entities("ab cd fghi"))
    assert sum(recall for recall, _ in each.values()) == pytest.approx(whole.found)


def test_a_mention_of_two_entities_is_an_error() -> None:
    with pytest.raises(ValueError, match="in two entities"):
        b_cubed(entities("ab bc"), entities("ab"))


def test_nothing_scores_nothing() -> None:
    for measure in HERE.values():
        assert figures(measure([], [])).f1 == 0
        assert figures(measure(TRUTH, [])).f1 == 0
        assert figures(measure([], TRUTH)).f1 == 0


@st.composite
def partitions(draw: st.DrawFn) -> Some:
    """Return some letters in entities of two or more."""
    owner = draw(st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 3)))
    sets = (frozenset(m for m, n in owner.items() if n == number) for number in range(4))
    return [entity for entity in sets if len(entity) > 1]


@given(partitions(), partitions())
def test_swapped_sides_swap_recall_and_precision(one: Some, other: Some) -> None:
    for measure in HERE.values():
        there, back = figures(measure(one, other)), figures(measure(other, one))
        assert (there.recall, there.precision) == pytest.approx((back.precision, back.recall))
        assert 0 <= there.f1 <= 100 + 1e-9


@given(partitions().filter(bool), partitions())
def test_only_the_same_is_perfect(one: Some, other: Some) -> None:
    for measure in HERE.values():
        assert figures(measure(one, one[::-1])).f1 == pytest.approx(100)
    if set(one) != set(other):
        assert figures(b_cubed(one, other)).f1 < 100
