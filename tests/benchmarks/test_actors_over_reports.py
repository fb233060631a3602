"""What is measured of actors over reports: pairs of names, B-cubed, growth; and the bars."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks import actors_gold, mentions, name_pairs
from benchmarks.metrics import Score, Unavailable, score

from onrecord.actor import resolve_actors


def test_the_pairs_are_many_and_of_many_kinds() -> None:
    pairs = name_pairs.pairs()
    kinds = Counter(pair.kind for pair in pairs)
    assert len(pairs) >= 300
    assert len(kinds) >= 10
    assert min(kinds.values()) >= 8
    assert {pair.half for pair in pairs} == set(name_pairs.HALVES)
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs)


@pytest.mark.parametrize("half", name_pairs.HALVES)
def test_nineteen_of_twenty_pairs_are_right_and_none_is_falsely_merged(half: str) -> None:
    answers = [a for a in name_pairs.answers(name_pairs.pairs()) if a.pair.half == half]
    assert sum(a.right for a in answers) >= 0.95 * len(answers)
    assert [a.pair for a in answers if a.one_actor and not a.pair.same] == []


def test_pairs_that_are_not_there_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no pairs of names"):
        name_pairs.pairs(tmp_path / "none.csv")


def test_b_cubed_is_that_of_the_paper_s_example() -> None:
    # Twelve items in classes of five, two and five; the last two were put together.
    gold = "11111" + "22" + "33333"
    given = "aaaaa" + "bb" + "bbbbb"
    items = [("report", g, s) for g, s in zip(gold, given, strict=True)]
    figures = score(actors_gold.b_cubed(items))
    assert (round(figures.precision, 1), round(figures.recall, 1)) == (76.2, 100.0)
    # The same with the two classes of five put together, which is worse.
    worse = [("report", g, s) for g, s in zip(gold, "aaaaa" + "bb" + "aaaaa", strict=True)]
    assert round(score(actors_gold.b_cubed(worse)).precision, 1) == 58.3


def test_who_is_who_in_the_demo_corpus() -> None:
    figures = dict(actors_gold.measure("onrecord").rows)
    entities = figures["entities"]
    assert isinstance(entities, Score)
    assert entities.f1 >= 97
    assert entities.precision == 100


def test_the_mentions_are_the_same_each_time_and_grow_in_names() -> None:
    first = list(mentions.mentions(600))
    assert first == list(mentions.mentions(600))
    assert len({e.id for e in first}) == 600
    few, many = (len(resolve_actors(mentions.mentions(n))[0]) for n in (300, 3000))
    assert many > 5 * few
