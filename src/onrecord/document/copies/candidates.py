"""Which pairs of texts are worth comparing: those whose sketches share a band (LSH).

A sketch of 128 minima is cut into 32 bands of 4 (Indyk and Motwani 1998). Two texts of Jaccard
0.8 have no band in common once in twenty million pairs, two of 0.1 have one once in 300.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Bands = NDArray[np.uint64]

BANDS = 32
_AT_ONCE = 100_000
_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], np.uint64)


def bands_of(sketches: NDArray[np.uint32]) -> Bands:
    """Return a number of 64 bits for each band of each sketch, a row a sketch."""
    halves = np.ascontiguousarray(sketches).view(np.uint64).reshape(len(sketches), BANDS, 2)
    mixed = halves * _ODD
    mixed ^= mixed >> np.uint64(29)
    bands: Bands = mixed.sum(axis=2, dtype=np.uint64)
    return bands


def meetings(bands: Bands, new: NDArray[np.bool_]) -> Iterator[tuple[Indices, Indices]]:
    """Yield pairs of rows that share a band, one of the two at least new, some at a time.

    Every pair comes once, whatever number of bands it shares.
    """
    for band in range(bands.shape[1]):
        keys = bands[:, band]
        # Of a great pile with little new in it hardly any need be sorted.
        asked = np.arange(len(new)) if new.all() else np.flatnonzero(np.isin(keys, keys[new]))
        order = asked[np.argsort(keys[asked], kind="stable")]
        for one, other in _meet(keys[order], new[order]):
            left, right = order[one], order[other]
            before = (bands[left, :band] == bands[right, :band]).any(axis=1)
            yield left[~before], right[~before]


def _meet(keys: Bands, new: NDArray[np.bool_]) -> Iterator[tuple[Indices, Indices]]:
    """Yield the pairs of places that hold the same key, of which one at least is new."""
    edges = np.flatnonzero(np.diff(keys)) + 1
    starts = np.concatenate([[0], edges])
    sizes = np.diff(np.concatenate([starts, [len(keys)]]))
    run = np.repeat(np.arange(len(starts)), sizes)
    asking = np.flatnonzero(new & (sizes[run] > 1))
    for some in _portions(asking, sizes[run[asking]]):
        of = run[some]
        one = np.repeat(some, sizes[of])
        first = np.repeat(np.cumsum(sizes[of]) - sizes[of], sizes[of])
        other = np.repeat(starts[of], sizes[of]) + np.arange(len(one)) - first
        # Of two new ones the first asks.
        kept = (one < other) | ((one > other) & ~new[other])
        yield one[kept], other[kept]


def _portions(asking: Indices, sizes: Indices) -> Iterator[Indices]:
    """Yield those who ask in portions that meet some hundred thousand others together."""
    portion = (np.cumsum(sizes) - sizes) // _AT_ONCE
    edges = np.flatnonzero(np.diff(portion)) + 1
    for some in np.split(asking, edges):
        if len(some):
            yield some
