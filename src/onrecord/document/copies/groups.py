"""Sets that are joined two at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Groups:
    """The numbers below `count` in groups, each alone at first; the order of joins is all one."""

    def __init__(self, count: int) -> None:
        self.label: NDArray[np.int64] = np.arange(count)
        self._members: dict[int, list[int]] = {}

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two numbers."""
        kept, given = int(self.label[one]), int(self.label[other])
        if kept == given:
            return
        members = {label: self._members.pop(label, [label]) for label in (kept, given)}
        if len(members[kept]) < len(members[given]):
            kept, given = given, kept
        self.label[members[given]] = kept
        self._members[kept] = members[kept] + members[given]

    def together(self, one: int, other: int) -> bool:
        return bool(self.label[one] == self.label[other])

    def first(self, number: int) -> int:
        """Return the least number of a number's group."""
        return min(self._members.get(int(self.label[number]), (number,)))
