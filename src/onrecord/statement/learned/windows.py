"""Windows over a document, and how what is read in them is put together again."""

from __future__ import annotations

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


def windows(words: Words, *, size: int, margin: int, first: int = 0) -> list[Window]:
    """Cut words into windows of at most `size` pieces, from word `first` on.

    Two neighbours share twice `margin` pieces, and each keeps the words on its side of the
    middle. A word that is longer than a window has one of its own.
    """
    firsts, count = words.firsts, len(words)
    found: list[Window] = []
    start, kept = first, first
    while kept < count:
        # The next word must fit, if need be without what stands before it.
        start = min(kept, max(start, int(np.searchsorted(firsts, firsts[kept + 1] - size))))
        end = max(kept + 1, int(np.searchsorted(firsts, firsts[start] + size, "right")) - 1)
        if end >= count:
            found.append(Window(start, count, kept, count))
            break
        middle = int(np.searchsorted(firsts, firsts[end] - margin))
        kept_end = min(end, max(kept + 1, middle))
        found.append(Window(start, end, kept, kept_end))
        follows = int(np.searchsorted(firsts, firsts[kept_end] - margin))
        start, kept = max(start, min(follows, kept_end)), kept_end
    return found


def inputs(words: Words, window: Window, *, begin: int, close: int) -> tuple[Ints, Ints, Ints]:
    """Return the pieces and shapes of a window and where among them its words begin.

    `begin` and `close` are the ids of the pieces that stand before and after every text.
    """
    firsts = words.firsts[window.start : window.end + 1]
    pieces = np.concatenate(([begin], words.pieces[firsts[0] : firsts[-1]], [close]))
    shapes = np.zeros(len(pieces), dtype=np.int64)
    shapes[1:-1] = np.repeat(words.shapes[window.start : window.end], np.diff(firsts))
    return pieces, shapes, firsts[:-1] - firsts[0] + 1
