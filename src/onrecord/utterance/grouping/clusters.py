"""Which of the pairs that seem one are: clusters in which all fit, not only neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Pairs = Mapping[tuple[int, int], float]

_UNSEEN = 0.02
"""The likeness of two that nothing made worth a look."""
_DIGITS = 9
_BEST = 0.5
"""How much the best pair counts beside the mean of all pairs."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What holds together what may be together, and keeps apart what may not.

    `first` and `last` are the days, inclusive, that all its statements can be made on, so that
    two can be one as long as they have a day in common: stretches of days of which any two
    overlap have a day that is in all. `ids` are its statements, `within` those that these are
    told in.
    """

    first: int
    last: int
    ids: frozenset[str]
    within: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        return len(self.ids)

    def conflicts(self, other: Bound) -> bool:
        """Whether two hold statements that cannot tell one act of speech."""
        return (
            max(self.first, other.first) > min(self.last, other.last)
            or not self.ids.isdisjoint(other.within)
            or not self.within.isdisjoint(other.ids)
        )

    def __or__(self, other: Bound) -> Bound:
        return Bound(
            max(self.first, other.first),
            min(self.last, other.last),
            self.ids | other.ids,
            self.within | other.within,
        )


def clusters(bounds: Sequence[Bound], pairs: Pairs, *, at_least: float) -> list[list[int]]:
    """Put bounds that are alike into clusters, the likeliest first; return their numbers.

    Two clusters become one as long as their likeness is `at_least` so much: half of it is the
    likeness of the two members most alike, for a long quotation holds parts that have nothing
    in common, and half is the mean over all their pairs, so that no chain of neighbours joins
    what differs (between single and average linkage). No cluster holds two that conflict.

    Args:
        bounds: statements, or such as are together from the start; these count as many.
        pairs: the likeness (0 to 1) of pairs, the smaller number first.
    """
    bound = dict(enumerate(bounds))
    members = {number: [number] for number in bound}
    links = _Links(pairs, bounds)
    values = ((links.value(bound, a, b), a, b) for a, b in pairs)
    waiting = [(-value, a, b) for value, a, b in values if value >= at_least]
    heapify(waiting)
    while waiting:
        value, a, b = heappop(waiting)
        if a not in members or b not in members or -value != links.value(bound, a, b):
            continue
        if bound[a].conflicts(bound[b]):
            continue
        bound[a] |= bound.pop(b)
        members[a] = sorted(members[a] + members.pop(b))
        for other in links.unite(a, b):
            one, two = sorted((a, other))
            if (now := links.value(bound, one, two)) >= at_least:
                heappush(waiting, (-now, one, two))
    return [members[number] for number in sorted(members)]


class _Links:
    """The sum, the number and the best of the pairs between clusters."""

    def __init__(self, pairs: Pairs, bounds: Sequence[Bound]) -> None:
        self._of: dict[int, dict[int, tuple[float, int, float]]] = defaultdict(dict)
        for (a, b), value in pairs.items():
            count = bounds[a].size * bounds[b].size
            self._of[a][b] = self._of[b][a] = (value * count, count, value)

    def value(self, bound: Mapping[int, Bound], a: int, b: int) -> float:
        total, seen, best = self._of[a][b]
        every = bound[a].size * bound[b].size
        mean = (total + _UNSEEN * (every - seen)) / every
        # What is as likely must stay so, however many stand for one.
        return round(_BEST * best + (1 - _BEST) * mean, _DIGITS)

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
