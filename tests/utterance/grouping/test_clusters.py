from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterance.grouping.clusters import Bound, clusters


def bound(name: str, first: int = 0, last: int = 9, *, within: str = "", count: int = 1) -> Bound:
    ids = frozenset(f"{name}{n}" if n else name for n in range(count))
    return Bound(first, last, ids, frozenset({within} - {""}))


def test_what_is_likely_enough_is_together() -> None:
    bounds = [bound("a"), bound("b"), bound("c")]
    pairs = {(0, 1): 0.9, (1, 2): 0.3}
    assert clusters(bounds, pairs, at_least=0.5) == [[0, 1], [2]]


def test_what_is_told_in_another_is_never_with_it() -> None:
    bounds = [bound("a"), bound("b", within="a"), bound("c")]
    pairs = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8}
    assert clusters(bounds, pairs, at_least=0.5) == [[0, 2], [1]]


def test_what_stands_for_many_counts_as_many() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.9}
    alone = [bound("a"), bound("b"), bound("c")]
    many = [bound("a"), bound("b", count=9), bound("c")]
    assert clusters(alone, pairs, at_least=0.65) == [[0, 1, 2]]
    assert clusters(many, pairs, at_least=0.65) == [[0, 1], [2]]


DAYS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(sorted)


@given(st.lists(DAYS, min_size=2, max_size=8))
def test_any_two_that_are_together_have_a_day_in_common(days: list[list[int]]) -> None:
    bounds = [bound(f"s{n}", first, last) for n, (first, last) in enumerate(days)]
    pairs = dict.fromkeys(combinations(range(len(days)), 2), 0.9)
    found = clusters(bounds, pairs, at_least=0.5)
    assert sorted(n for members in found for n in members) == list(range(len(days)))
    for members in found:
        for a, b in combinations(members, 2):
            assert max(days[a][0], days[b][0]) <= min(days[a][1], days[b][1])
    for one, other in combinations(found, 2):  # Nothing is left apart that could be together.
        together = [days[n] for n in (*one, *other)]
        assert max(first for first, _ in together) > min(last for _, last in together)
