"""What is decoded is always a valid labelling, and the best of them."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from onrecord.statement.learned.decoding import (
    FORBIDDEN,
    TAGS,
    Floats,
    Ints,
    best_tags,
    forbidden_starts,
    forbidden_steps,
    runs,
)

NUMBERS = st.floats(-9, 9, width=32)
NONE = np.zeros((7, 7), dtype=np.float32), np.zeros(7, dtype=np.float32)


Case = tuple[Floats, Ints, Floats, Floats]


@st.composite
def scored(draw: st.DrawFn, longest: int = 12) -> Case:
    lengths = draw(st.lists(st.integers(1, longest), min_size=1, max_size=4))
    passages = np.repeat(np.arange(len(lengths)), lengths)
    scores = draw(arrays.arrays(np.float32, (len(passages), len(TAGS)), elements=NUMBERS))
    steps = draw(arrays.arrays(np.float32, (len(TAGS), len(TAGS)), elements=NUMBERS))
    starts = draw(arrays.arrays(np.float32, (len(TAGS),), elements=NUMBERS))
    return scores, passages, steps, starts


@given(scored())
def test_inside_follows_only_its_own_kind(case: Case) -> None:
    scores, passages, steps, starts = case
    tags = best_tags(scores, passages, steps, starts)
    for i, tag in enumerate(tags):
        name = TAGS[tag]
        if name.startswith("I-"):
            assert i > 0
            assert passages[i] == passages[i - 1]
            assert TAGS[tags[i - 1]][2:] == name[2:]


@given(scored(longest=3))
def test_no_valid_labelling_scores_higher(case: Case) -> None:
    scores, passages, steps, starts = case
    tags = best_tags(scores, passages, steps, starts)
    walk, first = steps + forbidden_steps(), starts + forbidden_starts()
    for passage in set(passages):
        here = np.flatnonzero(passages == passage)

        def total(some: Sequence[int], here: Ints = here) -> float:
            value = first[some[0]] + sum(scores[w, t] for w, t in zip(here, some, strict=True))
            return float(value + sum(walk[a, b] for a, b in pairwise(some)))

        best = max(total(some) for some in product(range(len(TAGS)), repeat=len(here)))
        assert best > FORBIDDEN / 2
        assert abs(total(list(tags[here])) - best) < 1e-3


@given(scored())
def test_passages_are_decoded_each_by_itself(case: Case) -> None:
    scores, passages, steps, starts = case
    together = best_tags(scores, passages, steps, starts)
    for passage in set(passages):
        here = passages == passage
        assert (best_tags(scores[here], passages[here], steps, starts) == together[here]).all()


@given(scored())
def test_runs_are_the_tags(case: Case) -> None:
    scores, passages, steps, starts = case
    tags = best_tags(scores, passages, steps, starts)
    again = np.zeros(len(tags), dtype=np.int64)
    for run in runs(tags, passages):
        assert len(set(passages[run.start : run.end])) == 1
        again[run.start : run.end] = TAGS.index(f"I-{run.role}")
        again[run.start] = TAGS.index(f"B-{run.role}")
    assert (again == tags).all()


def test_no_words_give_no_tags() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert len(best_tags(np.zeros((0, 7), dtype=np.float32), none, *NONE)) == 0
    assert runs(none, none) == []
