"""Which of many things are one, told pair by pair."""

from __future__ import annotations

from collections import defaultdict


class Unions:
    """Classes of numbers from 0, each alone until united; the order of uniting is lost."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, number: int) -> int:
        """Return the smallest number of the class that `number` is in."""
        root = number
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[number] != root:
            self._parent[number], number = root, self._parent[number]
        return root

    def unite(self, one: int, other: int) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def classes(self) -> list[list[int]]:
        """Return the classes in the order of their smallest numbers, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.find(number)].append(number)
        return list(found.values())
