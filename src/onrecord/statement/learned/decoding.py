"""From scores of labels to spans: the best sequence that is a valid BIO labelling."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
FORBIDDEN = -1e4
"""Added to the score of what may not be; finite, so that sums of it stay numbers."""


def begin_tag(role: str) -> int:
    return TAGS.index(f"B-{role}")


def forbidden_steps() -> Floats:
    """Return what is added to the score of each step: I-x follows only B-x and I-x."""
    inside = np.asarray([tag.startswith("I-") for tag in TAGS])
    same = np.asarray([[a[2:] == b[2:] for b in TAGS] for a in TAGS])
    return np.where(inside[None, :] & ~same, FORBIDDEN, 0).astype(np.float32)


def forbidden_starts() -> Floats:
    """Return what is added to the score of each first tag: a passage never begins inside."""
    return np.asarray([FORBIDDEN if t.startswith("I-") else 0 for t in TAGS], dtype=np.float32)


class Run(NamedTuple):
    """Neighbouring words with one role: from `start` up to `end`."""

    role: str
    start: int
    end: int


def best_tags(scores: Floats, passages: Ints, steps: Floats, starts: Floats) -> Ints:
    """Return the best valid tags of the words, each passage by itself (Viterbi 1967).

    Args:
        scores: words × tags.
        passages: the passage of each word, ascending.
        steps: tag before × tag, the learned scores of a step.
        starts: the learned scores of a passage's first tag.
    """
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    steps, starts = steps + forbidden_steps(), starts + forbidden_starts()
    opens = np.flatnonzero(np.diff(passages, prepend=passages[0] - 1))
    lengths = np.diff(np.append(opens, len(passages)))
    order = np.argsort(-lengths, kind="stable")
    opens, lengths = opens[order], lengths[order]
    best = scores[opens] + starts
    back = np.zeros((len(scores), len(TAGS)), dtype=np.int64)
    for i in range(1, int(lengths[0])):
        live = int(np.searchsorted(-lengths, -i))  # the passages longer than i
        paths = best[:live, :, None] + steps
        here = opens[:live] + i
        back[here] = paths.argmax(axis=1)
        best[:live] = paths.max(axis=1) + scores[here]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[opens + lengths - 1] = current = best.argmax(axis=1)
    for i in range(int(lengths[0]) - 1, 0, -1):
        live = int(np.searchsorted(-lengths, -i))
        here = opens[:live] + i
        current[:live] = back[here, current[:live]]
        tags[here - 1] = current[:live]
    return tags


def runs(tags: Ints, passages: Ints) -> list[Run]:
    """Read valid tags as runs of words, in order; a run ends with its passage."""
    if not len(tags):
        return []
    found: list[Run] = []
    changes = np.flatnonzero(
        np.isin(tags, [begin_tag(role) for role in ROLES])
        | ((tags == 0) & (np.diff(tags, prepend=0) != 0))
        | (np.diff(passages, prepend=-1) != 0)
    )
    for start, end in zip(changes, np.append(changes[1:], len(tags)), strict=True):
        if tags[start]:
            found.append(Run(TAGS[tags[start]][2:], int(start), int(end)))
    return found
