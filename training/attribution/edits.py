"""Edits and rearrangements of annotated texts: the annotations move with the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from benchmarks.polnear import Attribution

from onrecord.model import Span, Spans
from training.attribution.data import Text

Edit = tuple[int, int, str]
"""Start and end of the stretch, and what stands there instead."""
Stretch = tuple[int, int]
"""Start and end of words that are taken together; it may be empty."""
MARK = r"[“”\"]|''|``"
"""A pattern of the double marks in PolNeAR."""


def edited(text: Text, edits: Iterable[Edit]) -> Text:
    """Return the text with edits made; they do not overlap. What vanishes leaves its spans."""
    ordered = sorted(edits)
    parts, at = [], 0
    for start, end, new in ordered:
        parts += [text.text[at:start], new]
        at = end
    parts.append(text.text[at:])
    ends = [end for _, end, _ in ordered]
    grown = [0, *accumulate(len(new) - (end - start) for start, end, new in ordered)]
    starts = [start for start, _, _ in ordered]

    def moved(place: int) -> int:
        i = bisect_right(ends, place)
        if i < len(ordered) and starts[i] < place:  # in the middle of what vanishes
            return min(place, starts[i] + len(ordered[i][2])) + grown[i]
        return place + grown[i]

    def moved_start(place: int) -> int:
        # A span that begins with an edited stretch begins with what stands there now.
        i = bisect_right(starts, place) - 1
        return place + grown[i] if i >= 0 and starts[i] == place else moved(place)

    def all_moved(spans: Spans) -> Spans:
        pairs = ((moved_start(s.start), moved(s.end)) for s in spans)
        return tuple(Span(a, b) for a, b in pairs if a < b)

    attributions = tuple(
        Attribution(all_moved(a.content), all_moved(a.cue), all_moved(a.source))
        for a in text.attributions
    )
    return Text(text.name, "".join(parts), attributions)


def rearranged(text: Text, parts: Iterable[Stretch | str]) -> Text:
    """Return a text made of stretches of this one, in any order, with new words between them.

    Every annotation has the words it had in these stretches; what comes to stand side by side
    in one paragraph is one span.
    """
    new = ""
    kept: list[tuple[int, int, int]] = []
    for part in parts:
        if isinstance(part, str):
            new += part
        else:
            start, end = part
            kept.append((start, end, len(new) - start))
            new += text.text[start:end]

    def moved(spans: Spans) -> Spans:
        found = sorted(
            (max(s.start, start) + by, min(s.end, end) + by)
            for s in spans
            for start, end, by in kept
            if s.start < end and start < s.end
        )
        return _joined(found, new)

    return Text(
        text.name,
        new,
        tuple(
            Attribution(moved(a.content), moved(a.cue), moved(a.source)) for a in text.attributions
        ),
    )


def _joined(stretches: Iterable[Stretch], text: str) -> Spans:
    joined: list[Span] = []
    for start, end in stretches:
        if joined and not text[joined[-1].end : start].strip(" "):
            start = joined.pop().start
        joined.append(Span(start, end))
    return tuple(joined)
