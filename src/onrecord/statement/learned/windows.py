"""Windows over a document, and how what is read in them is put together again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onrecord.statement.learned.words import Ints, Words


class Window(NamedTuple):
    """Words `start` to `end` are read together; of those, `kept` to `kept_end` count.

    The words around the kept ones are their context; each word is kept in one window.
    """

    start: int
    end: int
    kept: int
    kept_end: int


def windows(words: Words, *, size: int, margin: int) -> list[Window]:
    """Cut words into windows of at most `size` pieces: each holds what whole passages fit.

    What belongs together stands in one passage or in neighbours, and is best read in one
    window. A passage that is longer than a window is read in parts: two neighbours share
    twice `margin` pieces, and each keeps the words on its side of the middle. A word that is
    longer than a window has one of its own.
    """
    opens = np.flatnonzero(np.diff(words.passages, prepend=-1))
    closes = np.append(opens[1:], len(words))
    found: list[Window] = []
    first = 0
    while first < len(opens):
        start = int(opens[first])
        room = words.firsts[start] + size
        last = int(np.searchsorted(words.firsts[closes], room, "right")) - 1
        if last < first:
            found += _parts(words.firsts, start, int(closes[first]), size=size, margin=margin)
            last = first
        else:
            found.append(Window(start, int(closes[last]), start, int(closes[last])))
        first = last + 1
    return found


def _parts(firsts: Ints, start: int, close: int, *, size: int, margin: int) -> Iterator[Window]:
    """Yield the windows of the words from `start` up to `close`, which one cannot hold."""
    kept = start
    while kept < close:
        # The next word must fit, if need be without what stands before it.
        start = min(kept, max(start, int(np.searchsorted(firsts, firsts[kept + 1] - size))))
        end = max(kept + 1, int(np.searchsorted(firsts, firsts[start] + size, "right")) - 1)
        if end >= close:
            yield Window(start, close, kept, close)
            return
        middle = int(np.searchsorted(firsts, firsts[end] - margin))
        kept_end = min(end, max(kept + 1, middle))
        yield Window(start, end, kept, kept_end)
        follows = int(np.searchsorted(firsts, firsts[kept_end] - margin))
        start, kept = max(start, min(follows, kept_end)), kept_end


def inputs(words: Words, window: Window, *, begin: int, close: int) -> tuple[Ints, Ints, Ints]:
    """Return the pieces and shapes of a window and where among them its words begin.

    `begin` and `close` are the ids of the pieces that stand before and after every text.
    """
    firsts = words.firsts[window.start : window.end + 1]
    pieces = np.concatenate(([begin], words.pieces[firsts[0] : firsts[-1]], [close]))
    shapes = np.zeros(len(pieces), dtype=np.int64)
    shapes[1:-1] = np.repeat(words.shapes[window.start : window.end], np.diff(firsts))
    return pieces, shapes, firsts[:-1] - firsts[0] + 1
