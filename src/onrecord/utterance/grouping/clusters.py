"""Which of the pairs that seem one are: clusters in which all fit, not only neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

Pairs = Mapping[tuple[int, int], float]

_UNSEEN = 0.02
"""The likeness of two that nothing made worth a look."""
_BEST = 0.5
"""How much the best pair counts beside the mean of all pairs."""


def clusters(
    size: int, pairs: Pairs, conflict: Callable[[int, int], bool], *, at_least: float
) -> list[list[int]]:
    """Put numbers below `size` that are alike into clusters, the likeliest first.

    Two clusters become one as long as their likeness is `at_least` so much: half of it is the
    likeness of the two members most alike, for a long quotation holds parts that have nothing
    in common, and half is the mean over all their pairs, so that no chain of neighbours joins
    what differs (between single and average linkage). No cluster holds two that conflict.

    Args:
        pairs: the likeness (0 to 1) of pairs, the smaller number first.
        conflict: whether two can never be together.
    """
    members = {number: [number] for number in range(size)}
    links = _Links(pairs)
    waiting = [(-value, a, b) for (a, b), value in pairs.items() if value >= at_least]
    heapify(waiting)
    while waiting:
        value, a, b = heappop(waiting)
        if a not in members or b not in members or -value != links.value(members, a, b):
            continue
        if any(conflict(*sorted((x, y))) for x in members[a] for y in members[b]):
            continue
        members[a] = sorted(members[a] + members.pop(b))
        for other in links.unite(a, b):
            one, two = sorted((a, other))
            if (now := links.value(members, one, two)) >= at_least:
                heappush(waiting, (-now, one, two))
    return [members[number] for number in sorted(members)]


class _Links:
    """The sum, the number and the best of the pairs between clusters."""

    def __init__(self, pairs: Pairs) -> None:
        self._of: dict[int, dict[int, tuple[float, int, float]]] = defaultdict(dict)
        for (a, b), value in pairs.items():
            self._of[a][b] = self._of[b][a] = (value, 1, value)

    def value(self, members: Mapping[int, list[int]], a: int, b: int) -> float:
        total, seen, best = self._of[a][b]
        every = len(members[a]) * len(members[b])
        mean = (total + _UNSEEN * (every - seen)) / every
        return _BEST * best + (1 - _BEST) * mean

    def unite(self, a: int, b: int) -> list[int]:
        """Give the links of `b` to `a`; return the clusters that `a` is linked to, in order."""
        of_b = self._of.pop(b)
        for other, (total, seen, best) in of_b.items():
            if other == a:
                del self._of[a][b]
                continue
            mine = self._of[a].get(other, (0.0, 0, 0.0))
            both = (mine[0] + total, mine[1] + seen, max(mine[2], best))
            self._of[a][other] = self._of[other][a] = both
            del self._of[other][b]
        return sorted(self._of[a])
