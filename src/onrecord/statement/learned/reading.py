"""One document through the network: windows in, relations of runs out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.statement.learned.decoding import TAGS, Run, best_tags, runs
from onrecord.statement.learned.linking import LinkWeights, Relation, apart, link
from onrecord.statement.learned.windows import inputs, windows
from onrecord.statement.learned.words import Ints, Words

Floats = NDArray[np.float32]

Network = Callable[[Ints, Ints], tuple[Floats, Floats]]
"""Takes the pieces and shapes of one window; returns pieces × tags and pieces × vectors.

It is given one window at a time: the scale of int8 activations is that of all that is
computed together, so in a batch a window's figures would depend on its neighbours.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What was learned beside the network, and how it is to be fed.

    `size` and `margin` count pieces (`onrecord.statement.learned.windows`); `begin` and
    `close` are the pieces around every window.
    """

    size: int
    margin: int
    begin: int
    close: int
    steps: Floats
    starts: Floats
    links: LinkWeights


@dataclass(frozen=True, slots=True)
class Read:
    """The runs of a document, how sure each is (0 to 1), and the relations among them."""

    runs: list[Run]
    sure: list[float]
    relations: list[Relation]


def read(words: Words, network: Network, settings: Settings) -> Read:
    """Find the sources, cues and contents among words, and which belong together."""
    if not len(words):
        return Read([], [], [])
    scores, vectors = states(words, network, settings)
    tags = best_tags(scores, words.passages, settings.steps, settings.starts)
    found = runs(tags, words.passages)
    top = scores.max(axis=1, keepdims=True)
    shares = np.exp(scores - top)
    chosen = shares[np.arange(len(tags)), tags] / shares.sum(axis=1)
    sure = [_sure(run, chosen, words.passages) for run in found]
    passages = [int(words.passages[run.start]) for run in found]
    relations = link(found, vectors, settings.links)
    return Read(found, sure, [part for one in relations for part in apart(one, passages)])


def _sure(run: Run, chosen: Floats, passages: Ints) -> float:
    """Return how sure the edges of a run are: its first word, its last and the one after it.

    A run that closes its passage has none after it: what follows has a chain of its own.
    """
    edges = [run.start, run.end - 1]
    if run.end < len(chosen) and passages[run.end] == passages[run.start]:
        edges.append(run.end)
    return float(chosen[edges].min())


def states(words: Words, network: Network, settings: Settings) -> tuple[Floats, Floats]:
    """Return the scores of the tags and the vectors of every word.

    Each word takes those of the window that keeps it.
    """
    scores: Floats | None = None
    vectors: Floats | None = None
    for window in windows(words, size=settings.size - 2, margin=settings.margin):
        pieces, shapes, firsts = inputs(words, window, begin=settings.begin, close=settings.close)
        tagged, linked = network(pieces, shapes)
        if scores is None or vectors is None:
            scores = np.empty((len(words), len(TAGS)), dtype=np.float32)
            vectors = np.empty((len(words), linked.shape[1]), dtype=np.float32)
        kept = firsts[window.kept - window.start : window.kept_end - window.start]
        scores[window.kept : window.kept_end] = tagged[kept]
        vectors[window.kept : window.kept_end] = linked[kept]
    assert scores is not None
    assert vectors is not None
    return scores, vectors
