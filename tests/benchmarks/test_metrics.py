"""The measures against examples that were worked out by hand."""

from __future__ import annotations

import sys
from itertools import permutations

import numpy as np
import pytest
from benchmarks.metrics import (
    Tally,
    Tokens,
    Unavailable,
    assign,
    bag_f1,
    best_first,
    decode,
    encode,
    in_order,
    jaccard,
    kappa,
    kind_of,
    quoted,
    score,
    set_f1,
    share,
    with_marks,
    words,
)
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Kind, Span


def span(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(a, b) for a, b in pairs)


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-cue", "I-cue", "O"], [("cue", 0, 2)]),
        (["B-cue", "B-cue"], [("cue", 0, 1), ("cue", 1, 2)]),
        (["O", "I-cue", "I-cue"], []),
        (["B-source", "I-content", "I-source"], [("source", 0, 1)]),
        (["B-source", "I-source"], [("source", 0, 2)]),
        (["B-source", "O", "I-source", "B-cue"], [("source", 0, 1), ("cue", 3, 4)]),
        ([], []),
    ],
)
def test_labels_read_as_cofenet_reads_them(
    labels: list[str], spans: list[tuple[str, int, int]]
) -> None:
    assert decode(labels) == spans


def test_of_two_spans_on_a_token_the_last_has_it() -> None:
    assert encode(5, [("content", 0, 5), ("cue", 2, 3)]) == [
        "B-content",
        "I-content",
        "B-cue",
        "B-content",
        "I-content",
    ]


def test_neighbouring_spans_of_one_type_stay_two() -> None:
    assert encode(3, [("cue", 0, 1), ("cue", 1, 3)]) == ["B-cue", "B-cue", "I-cue"]


@given(st.lists(st.sampled_from(["O", "B-a", "I-a", "B-b", "I-b"])))
def test_what_is_decoded_encodes_to_the_same_spans(labels: list[str]) -> None:
    spans = decode(labels)
    assert decode(encode(len(labels), spans)) == spans


def test_jaccard_is_intersection_over_hull_with_zeros_for_idle_predictions() -> None:
    # 2 of hull 4; not found; and one prediction that touches nothing.
    assert jaccard([(0, 3), (10, 12)], [(1, 4), (20, 22)]) == (0.5, 3)
    assert jaccard([(0, 2)], [(0, 2)]) == (1.0, 1)
    assert jaccard([], [(0, 2)]) == (0.0, 1)


def test_a_quote_is_hit_when_more_than_the_share_of_it_is_predicted() -> None:
    ten = [span((0, 10))]
    assert in_order(ten, [span((7, 40))], 0.3) == {}
    assert in_order(ten, [span((6, 40))], 0.3) == {0: 0}
    assert in_order(ten, [span((6, 40))], 0.8) == {}


def test_quotes_take_predictions_in_order_and_each_once() -> None:
    gold = [span((0, 10)), span((10, 20))]
    assert in_order(gold, [span((0, 20))], 0.3) == {0: 0}
    assert in_order(gold, [span((5, 20)), span((0, 4))], 0.3) == {0: 0}
    assert in_order(gold, [span((8, 20)), span((0, 4))], 0.3) == {0: 1, 1: 0}


def test_of_equal_predictions_the_first_is_taken() -> None:
    assert in_order([span((0, 4))], [span((0, 9)), span((0, 4))], 0.3) == {0: 0}


def test_pieces_of_a_quote_count_together() -> None:
    assert in_order([span((0, 4), (10, 16))], [span((10, 16))], 0.5) == {0: 0}


def test_assignment_takes_the_largest_sum_not_the_largest_pair() -> None:
    pytest.importorskip("scipy")
    # Best first would pair 0.9 and leave 0.0; the sum is larger the other way.
    assert assign([[0.9, 0.8], [0.8, 0.0]]) == [(0, 1, 0.8), (1, 0, 0.8)]
    assert assign([[0.0, 0.0], [0.5, 0.0]]) == [(1, 0, 0.5)]
    assert assign([]) == []
    assert assign([[], []]) == []


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=3, max_size=3), min_size=3, max_size=3))
def test_no_permutation_is_worth_more_than_the_assignment(matrix: list[list[float]]) -> None:
    pytest.importorskip("scipy")
    best = max(sum(matrix[r][c] for r, c in enumerate(p)) for p in permutations(range(3)))
    assert sum(value for _, _, value in assign(matrix)) == pytest.approx(best)


def test_without_scipy_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(Unavailable, match=r"scipy.*\[bench\]"):
        assign([[1.0]])


def test_best_first_keeps_pairs_at_the_threshold_or_above() -> None:
    assert best_first([[0.9, 0.8], [0.8, 0.4]], 0.5) == {0: 0}
    assert best_first([[0.5, 0.0], [0.0, 0.5]], 0.5) == {0: 0, 1: 1}


def test_word_f1_counts_every_word_as_often_as_both_have_it() -> None:
    assert words("The “Bridge” isn't SAFE.") == ["the", "bridge", "isn", "t", "safe"]
    assert bag_f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(2 / 3)
    assert bag_f1([], []) == 0.0


def test_set_f1() -> None:
    assert set_f1(frozenset({1, 2, 3}), frozenset({2, 3, 4, 5})) == pytest.approx(4 / 7)
    assert set_f1(frozenset(), frozenset({1})) == 0.0


def test_tokens_are_words_and_signs_and_any_touch_counts() -> None:
    tokens = Tokens("“Yes,” she said.")
    assert tokens.of(span((0, 6))) == {0, 1, 2, 3}
    assert tokens.of(span((8, 9), (11, 12))) == {4, 5}


def test_tokens_may_leave_out_the_marks() -> None:
    assert Tokens("“Yes,” she", marks=False).of(span((0, 6))) == {0, 1}
    assert Tokens("``Yes,'' she", marks=False).of(span((0, 8))) == {0, 1}


def test_a_mark_of_two_apostrophes_is_one_sign() -> None:
    assert Tokens("''Yes'' isn't").of(span((0, 7))) == {0, 1, 2}


def test_score_is_micro_over_documents() -> None:
    scored = score([Tally(1, 2, 1, 4), Tally(2, 4, 2, 2)])
    assert (scored.gold, scored.predicted) == (6, 6)
    assert scored.precision == pytest.approx(50)
    assert scored.recall == pytest.approx(50)
    assert scored.f1 == pytest.approx(50)


def test_nothing_found_scores_zero() -> None:
    assert score([Tally(0, 3, 0, 0)]).f1 == 0
    assert score([]).high == 0


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    rng = np.random.default_rng(1)
    documents = [Tally(hit, 10, hit, 12) for hit in rng.integers(2, 9, size=40)]
    first, second = score(documents), score(documents)
    assert first == second
    assert first.low < first.f1 < first.high
    assert first.high - first.low < 20


def test_documents_that_are_alike_leave_no_doubt() -> None:
    scored = score([Tally(1, 2, 1, 2)] * 20)
    assert scored.low == scored.f1 == scored.high == pytest.approx(50)


def test_share_divides_the_sums() -> None:
    assert share([(1, 2), (0, 2)]).value == pytest.approx(25)
    assert share([(0, 0)]).value == 0


def test_kappa_takes_chance_away() -> None:
    # Observed 0.7, chance 0.6 * 0.5 + 0.4 * 0.5 = 0.5.
    pairs = [("a", "a")] * 4 + [("a", "b")] * 2 + [("b", "a")] + [("b", "b")] * 3
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("a", "a")]) == 1
    assert kappa([]) == 0


def test_kind_is_read_from_the_marks() -> None:
    text = "“All of it,” he said, but only “half” of this\nand none of that"
    inside = quoted(text)
    assert kind_of(text, inside, span((0, 12))) is Kind.DIRECT
    assert kind_of(text, inside, span((22, 45))) is Kind.MIXED
    assert kind_of(text, inside, span((46, 62))) is Kind.INDIRECT


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    inside = quoted('"open\nnot')
    assert inside == (True,) * 6 + (False,) * 3


def test_marks_of_two_apostrophes_open_and_close_as_straight_ones_do() -> None:
    text = "He said ''yes'' and ``no'' but it isn't"
    assert [text[i] for i, q in enumerate(quoted(text)) if q] == list("''yes''``no''")
    assert kind_of(text, quoted(text), span((10, 13))) is Kind.DIRECT


def test_contents_are_widened_over_the_marks_beside_them() -> None:
    text = 'He said "yes" twice'
    assert with_marks(text, span((9, 12))) == span((8, 13))
    assert with_marks(text, span((8, 13))) == span((8, 13))
    assert with_marks(text, span((3, 7))) == span((3, 7))
    assert with_marks("“ yes , ” twice", span((2, 7))) == span((0, 9))
    assert with_marks("said ''yes'' twice", span((7, 10))) == span((5, 12))
    assert with_marks("`` yes '' twice", span((3, 6))) == span((0, 6))
    assert with_marks("``yes'' twice", span((2, 5))) == span((0, 7))
    assert with_marks("said 'yes' twice", span((6, 9))) == span((6, 9))
