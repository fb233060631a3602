"""Local files in which a person reads what a system did: they hold the words of a data set.

None of that may come into the project, so a file inside the checkout is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.metrics import Unavailable
from onrecord.model import Span, Spans

CHECKOUT = Path(__file__).resolve().parents[1]


def outside(path: Path) -> Path:
    """Return the path of a file that is to hold words of a data set.

    Raises:
        Unavailable: if it would lie in the checkout.
    """
    if path.resolve().is_relative_to(CHECKOUT):
        raise Unavailable(f"{path} would hold the text of a data set: name a file elsewhere")
    return path


def in_context(text: str, spans: Spans, around: int) -> str:
    """Return spans, each in ⟦ ⟧, with so many characters on either side, on one line."""
    if not spans:
        return ""
    start = max(0, spans[0].start - around)
    end = min(len(text), spans[-1].end + around)
    pieces, at = [], start
    for span in spans:
        pieces += [text[at : span.start], "⟦", span.of(text), "⟧"]
        at = span.end
    pieces.append(text[at:end])
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return before + one_line("".join(pieces)) + after


def shown(text: str, spans: Spans) -> str:
    """Return the offsets of spans and their words, or a dash."""
    return " + ".join(f"{offsets((s,))} “{one_line(s.of(text))}”" for s in spans) or "–"


def offsets(spans: Spans) -> str:
    return "+".join(f"{s.start}-{s.end}" for s in spans)


def one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def hull(*spans: Spans) -> Spans:
    """Return one span over all that is given, none over nothing."""
    every = [s for group in spans for s in group]
    return (Span(min(s.start for s in every), max(s.end for s in every)),) if every else ()
