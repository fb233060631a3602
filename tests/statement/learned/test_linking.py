import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statement.learned import linking
from onrecord.statement.learned.decoding import ROLES, Run
from onrecord.statement.learned.linking import (
    BUCKETS,
    FARTHEST,
    SPARED,
    TOGETHER,
    Floats,
    LinkWeights,
    Relation,
    apart,
    bucket,
    gap,
    link,
)


def near(width: int = 2) -> LinkWeights:
    """Weights for which only nearness counts."""
    distance = -np.abs(np.arange(BUCKETS) - 8).astype(np.float32)
    return LinkWeights(np.stack([distance, distance]), np.zeros(width, dtype=np.float32))


def vectors(words: int, width: int = 2) -> Floats:
    return np.zeros((words, 4 * width), dtype=np.float32)


def test_distances_fall_into_classes_by_powers_of_two() -> None:
    assert bucket(np.asarray([0, 1, -1, 2, 3, 4, 127, 128, 10_000])).tolist() == [
        8, 9, 7, 10, 10, 11, 15, 16, 16,
    ]  # fmt: skip


def test_distance_is_that_between_the_nearer_ends() -> None:
    starts, lasts = np.asarray([0, 20]), np.asarray([3, 21])
    assert gap(5, 9, starts, lasts).tolist() == [-2, 11]


def test_a_content_goes_to_the_cue_that_fits_best() -> None:
    found = [Run("cue", 0, 1), Run("content", 2, 4), Run("cue", 40, 41)]
    relations = link(found, vectors(50), near())
    assert [(r.cue, r.contents) for r in relations] == [(0, (1,))]


def test_pieces_of_a_content_come_together_under_their_cue() -> None:
    found = [Run("content", 0, 3), Run("cue", 4, 5), Run("content", 6, 9)]
    (relation,) = link(found, vectors(10), near())
    assert relation.contents == (0, 2)


def test_a_cue_without_a_source_that_fits_has_none() -> None:
    found = [Run("source", 0, 1), Run("cue", 1, 2), Run("content", 3, 4)]
    away = LinkWeights(np.full((2, BUCKETS), -9, dtype=np.float32), np.zeros(2, dtype=np.float32))
    (relation,) = link(found, vectors(10), away)
    assert relation.source is None
    assert relation.source_sure > 0.9


def test_a_source_that_nobody_chose_goes_to_the_cue_that_loses_least() -> None:
    found = [
        Run("source", 0, 1), Run("cue", 1, 2), Run("content", 2, 4),
        Run("source", 4, 5), Run("cue", 5, 6), Run("content", 6, 8),
    ]  # fmt: skip
    distance = np.zeros((2, BUCKETS), dtype=np.float32)
    distance[1] = -20
    distance[1, :7], distance[1, 7] = 3, 2  # further back fits better than beside the cue
    still = np.zeros_like(vectors(10))
    relations = link(found, still, LinkWeights(distance, np.zeros(2, dtype=np.float32)))
    assert [relation.source for relation in relations] == [0, 3]


def test_a_content_far_from_all_changes_nothing_for_the_others() -> None:
    found = [Run("cue", 0, 1), Run("content", 1, 3), Run("cue", 4, 5), Run("content", 5, 7)]
    far = [*found, Run("content", 900, 910)]
    assert link(far, vectors(910), near()) == link(found, vectors(910), near())


def test_what_is_too_far_makes_no_relation() -> None:
    assert link([Run("cue", 0, 1), Run("content", 900, 910)], vectors(910), near()) == []


def test_without_cues_there_are_no_relations() -> None:
    assert link([Run("content", 0, 3), Run("source", 4, 5)], vectors(9), near()) == []


def test_words_in_another_passage_are_a_statement_without_cue() -> None:
    relation = Relation(cue=0, source=1, contents=(2, 3, 4), source_sure=0.9, content_sure=0.8)
    first, second = apart(relation, [0, 0, 0, 0, 1])
    assert (first.cue, first.contents) == (0, (2, 3))
    assert (second.cue, second.source, second.contents) == (None, 1, (4,))


def every_pair(runs: list[Run], vectors: Floats, weights: LinkWeights) -> list[Relation]:
    """The same as `link`, by whole tables of all pairs; it does not say how sure it is."""
    of = {role: np.asarray([i for i, r in enumerate(runs) if r.role == role]) for role in ROLES}
    cues, sources, contents = of["cue"], of["source"], of["content"]
    starts, lasts = np.asarray([(r.start, r.end - 1) for r in runs]).T
    parts = (vectors[starts] + vectors[lasts]).reshape(len(runs), 4, -1)

    def table(asking: np.ndarray, asked: np.ndarray, pair: int) -> np.ndarray:
        far = gap(starts[asking][:, None], lasts[asking][:, None], starts[asked], lasts[asked])
        products = parts[asking, 2 * pair] @ parts[asked, 2 * pair + 1].T
        fit = products / np.sqrt(parts.shape[-1]) + weights.distance[pair][bucket(far)]
        return np.where(np.abs(far) <= FARTHEST, fit, -np.inf)

    def spread(fit: np.ndarray, free: int) -> list[int]:
        choice = [int(row.argmax()) for row in fit]
        for left in [n for n in range(free, fit.shape[1]) if n not in choice]:
            loss = [
                row[best] - row[left] if best < free or choice.count(best) > 1 else np.inf
                for row, best in zip(fit, choice, strict=True)
            ]
            if min(loss, default=np.inf) <= SPARED:
                choice[int(np.argmin(loss))] = left
        return choice

    if not all(map(len, (cues, sources, contents))):
        return link(runs, vectors, weights)
    asked = table(contents, cues, 0)
    near = np.isfinite(asked).any(axis=1)
    said: dict[int, list[int]] = {}
    for content, best in zip(contents[near], spread(asked[near], 0), strict=True):
        said.setdefault(best, []).append(int(content))
    speaking = sorted(said)
    nobody = parts[cues, 2] @ weights.nobody / np.sqrt(parts.shape[-1])
    who = np.column_stack((nobody, table(cues, sources, 1)))[speaking]
    return [
        Relation(int(cues[row]), int(sources[best - 1]) if best else None, tuple(said[row]), 0, 0)
        for row, best in zip(speaking, spread(who, 1), strict=True)
    ]


def scattered(count: int, widest: int, seed: int) -> tuple[list[Run], Floats]:
    """Runs of any role, up to `widest` words apart, and the vectors of all words."""
    random = np.random.default_rng(seed)
    runs, at = [], 0
    for role in random.choice(ROLES, count):
        start = at + int(random.integers(0, widest))
        at = start + int(random.integers(1, 12))
        runs.append(Run(str(role), start, at))
    return runs, random.normal(scale=2, size=(at, 8)).astype(np.float32)


@settings(deadline=None)
@given(
    count=st.integers(1, 90),
    widest=st.sampled_from([1, 8, 150, 400]),
    together=st.sampled_from([1, 7, TOGETHER]),
    seed=st.integers(0, 10_000),
)
def test_only_those_near_are_asked_and_nothing_changes_by_it(
    count: int, widest: int, together: int, seed: int
) -> None:
    runs, spoken = scattered(count, widest, seed)
    random = np.random.default_rng(seed)
    weights = LinkWeights(
        random.normal(scale=2, size=(2, BUCKETS)).astype(np.float32),
        random.normal(scale=2, size=2).astype(np.float32),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "TOGETHER", together)
        found = link(runs, spoken, weights)
    unsure = [relation._replace(source_sure=0, content_sure=0) for relation in found]
    expected = every_pair(runs, spoken, weights)
    assert unsure == [relation._replace(source_sure=0, content_sure=0) for relation in expected]


def test_memory_grows_with_the_length_of_a_document_and_not_with_its_square() -> None:
    def needed(count: int) -> int:
        runs, spoken = scattered(count, 6, 1)
        tracemalloc.start()
        link(runs, spoken, near())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert needed(8_000) < 5 * needed(2_000)
