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


def link(runs: Sequence[Run], vectors: Floats, weights: LinkWeights) -> list[Relation]:
    """Return the relations among runs, in the order of their cues.

    Args:
        runs: sources, cues and contents of one document.
        vectors: words × (2 pairs · query and key · width).

    A content too far from every cue, and a cue that no content chooses, make no relation.
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
    near = np.isfinite(chosen).any(axis=1)
    contents, chosen = contents[near], chosen[near]
    shares = _softmax(chosen)
    said: dict[int, list[tuple[int, float]]] = {}
    for row, (content, best) in enumerate(zip(contents, _spread(chosen), strict=True)):
        said.setdefault(best, []).append((int(content), float(shares[row, best])))
    nobody = parts[cues, 2] @ weights.nobody / np.sqrt(parts.shape[-1])
    named = _fit(parts, starts, lasts, (cues, sources), 1, weights)
    who = np.concatenate((nobody[:, None], named), axis=1)
    who_shares = _softmax(who)
    speaking = sorted(said)
    found = []
    for row, best in zip(speaking, _spread(who[speaking], nobody=True), strict=True):
        found.append(
            Relation(
                cue=int(cues[row]),
                source=int(sources[best - 1]) if best else None,
                contents=tuple(content for content, _ in said[row]),
                source_sure=float(who_shares[row, best]),
                content_sure=max(share for _, share in said[row]),
            )
        )
    return found


def _spread(fit: Floats, *, nobody: bool = False) -> list[int]:
    """Return what each row chooses: what fits best, but so that little is chosen by none.

    A span was found because it belongs to something. What no row has chosen goes to the row
    that loses least by it, if that loses at most `SPARED` and its own choice has another row
    (or is `nobody`, the first column).
    """
    choice = [int(best) for best in fit.argmax(axis=1)]
    count = np.bincount(choice, minlength=fit.shape[1]) if choice else np.zeros(0, np.int64)
    for left in np.flatnonzero(count[int(nobody) :] == 0) + int(nobody):
        loss = [
            fit[row, best] - fit[row, left] if count[best] > 1 or (nobody and best == 0) else np.inf
            for row, best in enumerate(choice)
        ]
        row = int(np.argmin(loss))
        if loss[row] <= SPARED:
            count[choice[row]] -= 1
            count[left] += 1
            choice[row] = int(left)
    return choice


def _fit(
    parts: Floats,
    starts: Ints,
    lasts: Ints,
    who: tuple[Ints, Ints],
    pair: int,
    weights: LinkWeights,
) -> Floats:
    """Return how well each that asks fits each that is asked; −∞ where they are too far apart."""
    asking, asked = who
    queries, keys = parts[asking, 2 * pair], parts[asked, 2 * pair + 1]
    distance = gap(starts[asking][:, None], lasts[asking][:, None], starts[asked], lasts[asked])
    fit = queries @ keys.T / np.sqrt(parts.shape[-1]) + weights.distance[pair][bucket(distance)]
    return np.where(np.abs(distance) <= FARTHEST, fit, -np.inf).astype(np.float32)


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
