"""Which spans belong together: each content to a cue, each cue to a source or to none.

The model gives every word four vectors. A span is the sum of those of its first and last
word; two spans go together as well as the query of the one fits the key of the other,
plus what their distance is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.statement.learned.decoding import Run

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SPARED = 6.0
"""How much worse a second choice may fit, so that a span is not left alone."""
PAIRS = ("content-cue", "cue-source")
"""Who asks and who is asked. The vectors of a word come in this order, query before key."""
BUCKETS = 17
FARTHEST = 200
"""Words between two spans that may belong together, at most."""
TOGETHER = 256
"""How many ask at once."""
NOBODY = -1
"""What a cue without source chooses."""


def bucket(distance: Ints) -> Ints:
    """Return the class of a distance in words as `gap` has it: 0 to 16.

    By powers of two: 9 is the next word, 7 the one before, 16 some 128 words after or more.
    """
    size = np.ceil(np.log2(np.abs(distance) + 1)).clip(0, 8).astype(np.int64)
    classes: Ints = (size * np.sign(distance) + 8).clip(0, BUCKETS - 1)
    return classes


def gap(start: Ints | int, last: Ints | int, asked_start: Ints, asked_last: Ints) -> Ints:
    """Return the distance in words from a span to those it may ask; negative before it."""
    distance: Ints = np.where(asked_start > last, asked_start - last, asked_last - start)
    return distance


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """`distance` is pairs × `BUCKETS`; `nobody` is the key a cue without source fits."""

    distance: Floats
    nobody: Floats


class Relation(NamedTuple):
    """Numbers of the runs that make one attribution, and how sure each link is (0 to 1).

    `cue` is None where words stand in another passage than the cue they belong to.
    """

    cue: int | None
    source: int | None
    contents: tuple[int, ...]
    source_sure: float
    content_sure: float


class Fits(NamedTuple):
    """How well each that asks fits each that is asked and near: what is far costs nothing.

    Both stand in the order of the text, so what one may ask is a stretch of the others:
    `scores` is askers × widest stretch, −∞ where that is too far; column `k` of a row is
    number ``first[row] + k`` of those asked.
    """

    first: Ints
    scores: Floats

    def among(self, rows: Sequence[int] | Ints) -> Fits:
        """Return the fits of some of the askers, in order."""
        return Fits(self.first[rows], self.scores[rows])


def link(runs: Sequence[Run], vectors: Floats, weights: LinkWeights) -> list[Relation]:
    """Return the relations among runs, in the order of their cues.

    Args:
        runs: sources, cues and contents of one document, in order.
        vectors: words × (2 pairs · query and key · width).

    A content too far from every cue, and a cue that no content chooses, make no relation.
    Time and memory grow with the length of the document.
    """
    numbers = {
        role: np.asarray([i for i, r in enumerate(runs) if r.role == role], dtype=np.int64)
        for role in ("source", "cue", "content")
    }
    cues, sources, contents = numbers["cue"], numbers["source"], numbers["content"]
    if not len(cues) or not len(contents):
        return []
    starts = np.asarray([r.start for r in runs])
    lasts = np.asarray([r.end - 1 for r in runs])
    parts = (vectors[starts] + vectors[lasts]).reshape(len(runs), 4, -1)
    chosen = _fit(parts, starts, lasts, (contents, cues), 0, weights)
    near = np.flatnonzero(np.isfinite(chosen.scores).any(axis=1))
    contents, chosen = contents[near], chosen.among(near)
    shares = _softmax(chosen.scores)
    said: dict[int, list[tuple[int, float]]] = {}
    for row, (content, best) in enumerate(zip(contents, _spread(chosen, len(cues)), strict=True)):
        share = float(shares[row, best - chosen.first[row]])
        said.setdefault(best, []).append((int(content), share))
    nobody = parts[cues, 2] @ weights.nobody / np.sqrt(parts.shape[-1])
    named = _fit(parts, starts, lasts, (cues, sources), 1, weights)
    who_shares = _softmax(np.concatenate((nobody[:, None], named.scores), axis=1))
    speaking = sorted(said)
    speakers = _spread(named.among(speaking), len(sources), nobody=nobody[speaking])
    found = []
    for row, best in zip(speaking, speakers, strict=True):
        column = 0 if best == NOBODY else best - named.first[row] + 1
        found.append(
            Relation(
                cue=int(cues[row]),
                source=None if best == NOBODY else int(sources[best]),
                contents=tuple(content for content, _ in said[row]),
                source_sure=float(who_shares[row, column]),
                content_sure=max(share for _, share in said[row]),
            )
        )
    return found


def _spread(fits: Fits, count: int, *, nobody: Floats | None = None) -> list[int]:
    """Return what each row chooses of `count`: what fits best, but so that little is left.

    A span was found because it belongs to something. What no row has chosen goes to the row
    that loses least by it, if that loses at most `SPARED` and its own choice has another row
    (or is `NOBODY`, which fits each row as well as `nobody` says).
    """
    first, scores = fits
    width = scores.shape[1]
    if not width:
        return [NOBODY] * len(scores)
    having = scores.max(axis=1, initial=-np.inf)
    choice = first + scores.argmax(axis=1)
    if nobody is not None:
        choice[nobody >= having] = NOBODY
        having = np.maximum(having, nobody)
    asked = np.bincount(choice[choice != NOBODY], minlength=count)
    for left in np.flatnonzero(asked == 0):
        low, high = np.searchsorted(first, (left - width, left), "right")
        rows = np.arange(low, high)
        held = (choice[rows] != NOBODY) & (asked[choice[rows]] == 1)
        loss = np.where(held, np.inf, having[rows] - scores[rows, left - first[rows]])
        if loss.min(initial=np.inf) <= SPARED:
            row = rows[loss.argmin()]
            if choice[row] != NOBODY:
                asked[choice[row]] -= 1
            asked[left] = 1
            choice[row], having[row] = left, scores[row, left - first[row]]
    return [int(best) for best in choice]


def _fit(
    parts: Floats,
    starts: Ints,
    lasts: Ints,
    who: tuple[Ints, Ints],
    pair: int,
    weights: LinkWeights,
) -> Fits:
    """Return how well each that asks fits each that is asked, up to `FARTHEST` words away."""
    asking, asked = who
    first = np.searchsorted(lasts[asked], starts[asking] - FARTHEST)
    end = np.searchsorted(starts[asked], lasts[asking] + FARTHEST, "right")
    width = int((end - first).max(initial=0))
    scores = np.full((len(asking), width), -np.inf, dtype=np.float32)
    for at in range(0, len(asking) if width else 0, TOGETHER):
        rows = slice(at, at + TOGETHER)
        some, near = asking[rows], asked[first[at] : end[rows][-1]]
        if not len(near):
            continue
        queries, keys = parts[some, 2 * pair], parts[near, 2 * pair + 1]
        far = gap(starts[some][:, None], lasts[some][:, None], starts[near], lasts[near])
        fit = queries @ keys.T / np.sqrt(parts.shape[-1]) + weights.distance[pair][bucket(far)]
        fit = np.where(np.abs(far) <= FARTHEST, fit, -np.inf)
        columns = (first[rows] - first[at])[:, None] + np.arange(width)
        there = np.take_along_axis(fit, np.minimum(columns, len(near) - 1), axis=1)
        scores[rows] = np.where(columns < len(near), there, -np.inf)
    return Fits(first, scores)


def _softmax(scores: Floats) -> Floats:
    top = scores.max(axis=1, keepdims=True, initial=-1e9)
    shares = np.exp(scores - top)
    shares = shares / shares.sum(axis=1, keepdims=True).clip(1e-9)
    return np.asarray(shares, dtype=np.float32)


def apart(relation: Relation, passages: Sequence[int]) -> list[Relation]:
    """Part a relation where its words stand in several passages; each has its own attribution.

    `passages` has the passage of every run. What stands in another than the cue has no cue.
    """
    assert relation.cue is not None
    home = passages[relation.cue]
    groups: dict[int, list[int]] = {}
    for content in relation.contents:
        groups.setdefault(passages[content], []).append(content)
    return [
        relation._replace(cue=relation.cue if passage == home else None, contents=tuple(contents))
        for passage, contents in groups.items()
    ]
