"""The variants are made as they are described, and the oracle of copies is exact."""

from __future__ import annotations

from itertools import combinations

import pytest
from benchmarks.copies import near_pairs
from benchmarks.variants import EDITS, variants

from onrecord.document.copies.words import body_words
from tests.document import made

TEXT = "\n\n".join(
    [
        "A headline",
        *(f"Voss told the {place} port that “{place} ships” are open." for place in "abcd"),
    ]
)


def test_variants_are_of_every_kind_and_always_the_same() -> None:
    found = list(variants(TEXT, 14, seed=1))
    assert [name for name, _ in found] == [*EDITS, *EDITS]
    assert found == list(variants(TEXT, 14, seed=1))
    assert len({text for _, text in found}) > len(EDITS)


def test_what_stands_around_the_words_leaves_them_as_they_are() -> None:
    around = dict(variants(TEXT, 7, seed=1))["other things around"]
    assert "Advertisement" in around
    assert body_words(made.text(around)) == body_words(made.text(TEXT))


def test_the_oracle_finds_the_pairs_that_comparing_all_sets_finds() -> None:
    pytest.importorskip("scipy")
    texts = [text.split() for _, text in variants(TEXT, 28, seed=2)]
    runs = [{tuple(t[n : n + 3]) for n in range(len(t) - 2)} for t in texts]
    gold = {
        (one, other)
        for (one, a), (other, b) in combinations(enumerate(runs), 2)
        if len(a & b) / len(a | b) >= 0.5
    }
    found = near_pairs(texts, least=0.5)
    assert gold
    assert set(zip(found.one.tolist(), found.other.tolist(), strict=True)) == gold
