from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterance.grouping.runs import Runs

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


def ending_at(words: list[str], place: int, text: list[str]) -> int:
    """Return how many words up to a place stand together in a text, the slow way."""
    together = {tuple(text[a:b]) for a in range(len(text)) for b in range(a + 1, len(text) + 1)}
    return max(
        (place + 1 - a for a in range(place + 1) if tuple(words[a : place + 1]) in together),
        default=0,
    )


@given(WORDS, WORDS)
def test_of_every_word_the_longest_run_up_to_it_is_found(text: list[str], words: list[str]) -> None:
    slowly = [ending_at(words, place, text) for place in range(len(words))]
    runs = Runs(text)
    assert list(runs.up_to_each(words)) == slowly
    assert list(runs.up_to_each(words)) == slowly


def test_one_word_over_and_over_takes_no_longer_than_others() -> None:
    clock = time.perf_counter()
    found = list(Runs(["never"] * 20_000).up_to_each(["never"] * 20_000))
    assert time.perf_counter() - clock < 2
    assert found[-1] == 20_000
