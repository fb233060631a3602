"""How alike two ways are of putting mentions into entities: MUC, B-cubed and CEAF-e.

An entity is a set of its mentions, of any hashable kind, and no mention is in two of one side.
Mentions that only one side has count as in Pradhan et al. (2014), "Scoring Coreference
Partitions of Predicted Mentions: A Reference Implementation": against that side alone.

Each returns the counts of one document, which `benchmarks.metrics.score` sums over documents
and turns to precision, recall and F1 with an interval. Nothing of nothing is zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from benchmarks.metrics import Floats, Share, Tally, assign, interval

Entities = Sequence[AbstractSet[Hashable]]


def muc(gold: Entities, predicted: Entities) -> Tally:
    """Count links: an entity of n mentions needs n - 1 of them (Vilain et al. 1995).

    Entities of one mention have no link and so no part in it.
    """
    return Tally(
        found=_links(gold, predicted),
        gold=sum(len(entity) - 1 for entity in gold),
        right=_links(predicted, gold),
        predicted=sum(len(entity) - 1 for entity in predicted),
    )


def _links(entities: Entities, others: Entities) -> int:
    """Return how many of the links of `entities` are in `others` too."""
    of = _numbers(others)
    return sum(len(entity) - len({of.get(m, m) for m in entity}) for entity in entities)


def b_cubed(gold: Entities, predicted: Entities) -> Tally:
    """Sum, over mentions, how much of their entity is in the other side's (Bagga, Baldwin 1998)."""
    each = b_cubed_each(gold, predicted)
    return Tally(
        found=sum(recall for recall, _ in each.values()),
        gold=sum(map(len, gold)),
        right=sum(precision for _, precision in each.values()),
        predicted=sum(map(len, predicted)),
    )


def b_cubed_each(gold: Entities, predicted: Entities) -> dict[Hashable, tuple[float, float]]:
    """Return B-cubed's recall and precision (0 to 1) of every mention that both sides have.

    For corpora whose entities go over documents: grouped by the document of the mention they
    are what a document adds to the sums of `b_cubed`.
    """
    of_gold, of_predicted = _numbers(gold), _numbers(predicted)
    both = [mention for mention in of_gold if mention in of_predicted]
    shared = Counter((of_gold[m], of_predicted[m]) for m in both)
    return {
        m: (n / len(gold[of_gold[m]]), n / len(predicted[of_predicted[m]]))
        for m in both
        for n in (shared[of_gold[m], of_predicted[m]],)
    }


def ceaf_e(gold: Entities, predicted: Entities) -> Tally:
    """Count entities, each as far as it is like the one it is paired with (Luo 2005, φ4).

    Raises:
        Unavailable: without SciPy.
    """
    of = _numbers(predicted)
    shared = [Counter(of[m] for m in entity if m in of) for entity in gold]
    alike = [
        [2 * n[p] / (len(entity) + len(other)) for p, other in enumerate(predicted)]
        for entity, n in zip(gold, shared, strict=True)
    ]
    paired = sum(value for _, _, value in assign(alike))
    return Tally(found=paired, gold=len(gold), right=paired, predicted=len(predicted))


MEASURES: Mapping[str, Callable[[Entities, Entities], Tally]] = {
    "MUC": muc,
    "B-cubed": b_cubed,
    "CEAF-e": ceaf_e,
}


def conll(documents: Sequence[Mapping[str, Tally]]) -> Share:
    """Return the mean F1 of the three measures over documents (CoNLL-2012), of how many mentions.

    Every document has the counts of each of `MEASURES`.
    """
    counts = np.asarray(
        [[value for name in MEASURES for value in document[name]] for document in documents],
        dtype=np.float64,
    )
    low, high = interval(counts, _mean_f1)
    mentions = sum(document["B-cubed"].gold for document in documents)
    value = 100 * float(_mean_f1(counts.sum(axis=0, keepdims=True))[0])
    return Share(of=int(mentions), value=value, low=low, high=high)


def _mean_f1(sums: Floats) -> Floats:
    """Return the mean F1 (0 to 1) of each row: found, gold, right and predicted, by measure."""
    found, gold, right, predicted = np.moveaxis(sums.reshape(len(sums), -1, 4), 2, 0)
    some = (found > 0) & (right > 0)
    recall = np.divide(found, gold, out=np.zeros_like(gold), where=some)
    precision = np.divide(right, predicted, out=np.zeros_like(gold), where=some)
    f1 = np.divide(2 * precision * recall, precision + recall, out=np.zeros_like(gold), where=some)
    mean: Floats = f1.mean(axis=1)
    return mean


def _numbers(entities: Entities) -> dict[Hashable, int]:
    """Return the number of every mention's entity.

    Raises:
        ValueError: if a mention is in two entities.
    """
    of = {m: number for number, entity in enumerate(entities) for m in entity}
    if len(of) < sum(map(len, entities)):
        raise ValueError("a mention is in two entities")
    return of
