"""What the weights are worth: on headlines, and on statements of actors that it never saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from benchmarks.actors_gold import b_cubed
from benchmarks.metrics import score
from benchmarks.utterances import Labelled
from scipy.stats import spearmanr

from onrecord.utterance.grouping.blocks import Block
from onrecord.utterance.grouping.clusters import clusters
from onrecord.utterance.grouping.folds import Fold, bound
from onrecord.utterance.grouping.meaning import Meaning
from training.similarity.learn import EQUIVALENT, Array, Examples, Learned, learn

LEVELS = (0.4, 0.45, 0.5, 0.55, 0.6)


def on_headlines(scores: Array, alike: Array) -> tuple[float, float]:
    """Return Spearman's correlation with what people said, and the best F1 of "equivalent"."""
    one = alike >= EQUIVALENT
    f1 = [
        2 * (one & (scores >= level)).sum() / (one.sum() + (scores >= level).sum())
        for level in np.unique(scores)
    ]
    return float(spearmanr(scores, alike)[0]), float(max(f1))


def held_out(gold: Examples, texts: Examples) -> Array:
    """Return the scores of the gold's pairs, each actor's by weights that never saw them."""
    scores = np.zeros(len(gold.one))
    for number in np.unique(gold.of):
        away = gold.of == number
        rest = Examples(gold.rows[~away], gold.one[~away], gold.of[~away])
        scores[away] = learn(rest, texts).scores(gold.rows[away])
    return scores


def average_precision(scores: Array, one: Array) -> float:
    """Return the mean, over the pairs that are one, of the share of such among the likelier."""
    right = one[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


def b_cubed_f1(
    labelled: Sequence[Labelled], scores: Array, meaning: Meaning, at_least: float
) -> float:
    """Return B-cubed F1 of the statements put together by the scores of their pairs."""
    blocks: dict[str, list[Labelled]] = defaultdict(list)
    for each in labelled:
        blocks[each.telling.key].append(each)
    likely = (1 / (1 + np.exp(-scores))).tolist()
    items, start = [], 0
    for key in sorted(blocks):
        known = {each.telling.statement_id: each for each in blocks[key]}
        block = Block.of([each.telling for each in blocks[key]], meaning)
        pairs = [(pair.one, pair.other) for pair in block.pairs()]
        alike = dict(zip(pairs, likely[start : start + len(pairs)], strict=True))
        start += len(pairs)
        bounds = [bound(block, Fold((one,), 1.0)) for one in range(len(block.told))]
        found = clusters(bounds, alike, at_least=at_least)
        for number, members in enumerate(found):
            for member in members:
                one = known[block.tellings[member].statement_id]
                items.append((one.path, one.utterance, (key, number)))
    return score(b_cubed(items)).f1


def best_level(f1_at: Callable[[float], float]) -> tuple[float, float]:
    """Return how likely is likely enough, and the F1 there."""
    value, level = max((f1_at(level), -level) for level in LEVELS)
    return -level, value


def told(learned: Learned, names: Sequence[str]) -> str:
    """Return the weights as lines."""
    rows = sorted(zip(names, learned.weights, strict=True), key=lambda row: -abs(row[1]))
    return "\n".join(f"{weight:8.2f}  {name}" for name, weight in rows)
