"""The different texts among reports, and how much of one stands in another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.document.copies.signature import MINIMA, Numbers, unpack
from onrecord.model import Signed

# By so many of its minima an estimate may be out: 4.5 standard deviations where it is least sure.
_MARGIN = 16


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
        self._sizes = np.array([len(s) for s in self._shingles], np.int64)

    def __len__(self) -> int:
        return len(self.first)

    def shared(self, one: int, other: int) -> int:
        """Return how many shingles two texts have in common."""
        both = np.intersect1d(self._shingles[one], self._shingles[other], assume_unique=True)
        return len(both)

    def jaccard(self, one: int, other: int) -> float:
        """Return the share of the shingles of two texts that both have."""
        shared = self.shared(one, other)
        return shared / int(self._sizes[one] + self._sizes[other] - shared)

    def held(self, one: int, by: int) -> float:
        """Return the share of a text's shingles that another has too."""
        return self.shared(one, by) / int(self._sizes[one])

    def may_hold(
        self, earlier: NDArray[np.int64], later: NDArray[np.int64], least: float
    ) -> NDArray[np.bool_]:
        """Say for each pair whether the earlier may have so great a share of the later's shingles.

        It may by its sketch, the estimate taken as high as it can be.
        """
        alike = (self.sketches[earlier] == self.sketches[later]).sum(axis=1)
        jaccard = np.minimum(1.0, (alike + _MARGIN) / MINIMA)
        shared = jaccard / (1 + jaccard) * (self._sizes[earlier] + self._sizes[later])
        may: NDArray[np.bool_] = shared >= least * self._sizes[later]
        return may
