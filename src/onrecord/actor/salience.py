"""Who is in the reader's mind at a point of the text: recency, subjects, speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.actor.drafts import Draft
from onrecord.actor.page import Page

SPOKE = 3.0
SUBJECT = 2.4
NAMED = 1.0
QUOTED = 0.35
_FADE = 0.6


def salience(draft: Draft, position: int, sentence: int) -> float:
    """Return how present `draft` is at `position`, 0 where it was not mentioned before."""
    best, count = 0.0, 0
    for offset, at, weight in draft.sightings:
        if offset < position:
            count += 1
            best = max(best, weight * _FADE ** max(sentence - at, 0))
    return best + 0.03 * min(count, 10) if count else 0.0


def choose(
    drafts: Iterable[Draft],
    page: Page,
    position: int,
    weigh: Callable[[Draft], float],
    *,
    floor: float = 0.0,
) -> tuple[Draft | None, float]:
    """Return the most salient of `drafts` by `weigh` (0 rules one out), and how sure it is.

    `floor` is the presence of one that the text names only later; 0 leaves it out.
    """
    sentence = page.sentence_at(position)
    scored = []
    for order, draft in enumerate(drafts):
        weight = weigh(draft)
        if weight > 0:
            score = weight * max(salience(draft, position, sentence), floor)
            if score > 0:
                scored.append((score, -order, draft))
    if not scored:
        return None, 0.0
    scored.sort(key=lambda s: s[:2], reverse=True)
    best = scored[0][0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    return scored[0][2], round(0.4 + 0.5 * (best - second) / best, 2)
