"""Who is in the reader's mind at a point of the text: recency, subjects, speakers."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable

from onrecord.actor.mention.drafts import Draft
from onrecord.actor.mention.page import Page

SPOKE = 3.0
SUBJECT = 2.4
CALLED_SUBJECT = 3.0
CALLED = 2.0
NAMED = 1.0
QUOTED = 0.35
_FADE = 0.6
_BACK = 12
_SPAN = 120


class Memory:
    """What a reader remembers: every sighting of every draft, looked back at from any point.

    Only the last sightings count, so that a long report costs no more by the word than a
    short one.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[tuple[int, int, Draft]] = []

    def see(self, draft: Draft, offset: int, weight: float) -> None:
        """Note that `draft` is referred to at `offset`, -1 for a title outside the text."""
        sentence = self.page.sentence_at(max(offset, 0))
        insort(draft.sightings, (offset, sentence, weight))
        insort(self.seen, (offset, len(self.seen), draft))

    def salience(self, draft: Draft, position: int) -> float:
        """Return how present `draft` is at `position`, 0 where it was not seen before."""
        end = bisect_left(draft.sightings, (position,))
        if not end:
            return 0.0
        sentence = self.page.sentence_at(position)
        latest = draft.sightings[max(end - _BACK, 0) : end]
        best = max(weight * _FADE ** max(sentence - at, 0) for _, at, weight in latest)
        return best + 0.03 * min(end, 10)

    def recent(self, position: int) -> Iterable[Draft]:
        """Return the drafts seen last before `position`, each once."""
        end = bisect_left(self.seen, (position,))
        return dict.fromkeys(draft for _, _, draft in self.seen[max(end - _SPAN, 0) : end])

    def choose(
        self,
        position: int,
        weigh: Callable[[Draft], float],
        *,
        later: Iterable[Draft] = (),
        floor: float = 0.05,
    ) -> tuple[Draft | None, float]:
        """Return the most salient draft by `weigh` (0 rules one out), and its lead.

        The lead is by what share of its score it is ahead of the next, 0 to 1.

        `later` are drafts that may be meant though the text names them further on; `floor`
        is their presence.
        """
        scored: list[tuple[float, int, str, Draft]] = []
        present = self.recent(position)
        for draft in dict.fromkeys((*present, *later)):
            weight = weigh(draft)
            if weight > 0:
                score = weight * max(self.salience(draft, position), floor)
                scored.append((-score, draft.start, draft.name, draft))
        if not scored:
            return None, 0.0
        scored.sort(key=lambda s: s[:3])
        best = -scored[0][0]
        second = -scored[1][0] if len(scored) > 1 else 0.0
        return scored[0][3], (best - second) / best
