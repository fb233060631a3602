"""The different texts among reports, and how much of one stands in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.document.copies.candidates import Indices
from onrecord.document.copies.signature import MINIMA, Numbers, unpack
from onrecord.model import Signed

# By so many of its minima an estimate may be out: 4.5 standard deviations where it is least sure.
_MARGIN = 16
_BITS = 20
_SHIFT = np.uint32(32 - _BITS)


class Texts:
    """The texts of reports that have a signature, each once and numbered as they come.

    `of` says which text a document has, `first` which document was the first to have a text.
    """

    def __init__(self, reports: Sequence[Signed]) -> None:
        self.of: dict[str, int] = {}
        self.first: list[str] = []
        self._shingles: list[Numbers] = []
        sketches: list[Numbers] = []
        numbers: dict[bytes, int] = {}
        for report in reports:
            if not report.signature:
                continue
            digest, sketch, shingles = unpack(report.signature)
            number = numbers.setdefault(digest, len(numbers))
            self.of[report.document_id] = number
            if number == len(self.first):
                self.first.append(report.document_id)
                self._shingles.append(shingles)
                sketches.append(sketch)
        self.sketches = np.array(sketches, np.uint32).reshape(-1, MINIMA)
        self._table = np.zeros(2**_BITS, np.uint8)
        self._sizes = np.array([len(s) for s in self._shingles], np.int64)

    def __len__(self) -> int:
        return len(self.first)

    def shared(self, one: int, other: int) -> int:
        """Return how many shingles two texts have in common."""
        both = np.intersect1d(self._shingles[one], self._shingles[other], assume_unique=True)
        return len(both)

    def jaccard(self, one: int, other: int, shared: int) -> float:
        """Return the share of the shingles of two texts that both have."""
        return shared / int(self._sizes[one] + self._sizes[other] - shared)

    def held(self, one: int, shared: int) -> float:
        """Return the share of a text's shingles that another has too."""
        return shared / int(self._sizes[one])

    def holding(
        self, earlier: Indices, later: Indices, least: float
    ) -> Iterator[tuple[int, int, int]]:
        """Yield the pairs of which the earlier may have so great a share of the later's shingles.

        With each comes how many they share at most, which is seldom more than they do.
        """
        alike = (self.sketches[earlier] == self.sketches[later]).sum(axis=1)
        jaccard = np.minimum(1.0, (alike + _MARGIN) / MINIMA)
        shared = jaccard / (1 + jaccard) * (self._sizes[earlier] + self._sizes[later])
        may = np.flatnonzero(shared >= least * self._sizes[later])
        order = may[np.argsort(earlier[may], kind="stable")]
        edges = np.flatnonzero(np.diff(earlier[order])) + 1
        for some in np.split(order, edges):
            if len(some):
                one, others = int(earlier[some[0]]), later[some]
                most = self._shared_at_most(one, others)
                enough = most >= least * self._sizes[others]
                found = zip(others[enough].tolist(), most[enough].tolist(), strict=True)
                yield from ((one, other, count) for other, count in found)

    def _shared_at_most(self, one: int, others: Indices) -> Indices:
        """Return for each of other texts how many shingles it shares with one, or a few more.

        Of the hashes 20 bits are compared, in a table, which is twenty times as fast as to
        intersect: reports made of one form come in thousands of pairs.
        """
        seen = self._shingles[one] >> _SHIFT
        self._table[seen] = 1
        joined = np.concatenate([self._shingles[other] for other in others])
        starts = np.cumsum(self._sizes[others]) - self._sizes[others]
        counts: Indices = np.add.reduceat(self._table[joined >> _SHIFT], starts, dtype=np.int64)
        self._table[seen] = 0
        return counts
