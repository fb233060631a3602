import numpy as np

from onrecord.statement.learned.decoding import Run
from onrecord.statement.learned.linking import (
    BUCKETS,
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
