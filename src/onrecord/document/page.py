"""Web pages: trafilatura chooses the blocks, our renderer gives their text word for word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.document.content import chosen_runs, letters
from onrecord.document.draft import Draft, Passage
from onrecord.document.furniture import is_furniture
from onrecord.document.markup import parse
from onrecord.document.metadata import page_metadata
from onrecord.document.render import Run, runs_of
from onrecord.document.signatures import join_signatures
from onrecord.errors import DocumentError
from onrecord.model import BlockKind, Capture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BREAK = "\n\n"
# What may stand between the headline and the report and is no part of what was chosen.
_HEAD_KINDS = (BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE)
_HEAD_LENGTH = 12
_LONGEST_SIGNATURE = 160


def read_page(source: str, capture: Capture) -> Draft:
    """Return the report on a page: its headline, what stands under it, and the chosen blocks.

    Raises:
        DocumentError: ``no text`` if nothing on the page can be read, ``own page`` if it is one
            that `onrecord.report` made: what it quotes would count as told once more.
    """
    root = parse(source)
    if root is not None and _is_own(root):
        raise DocumentError(
            "is a page that onrecord made, not a report", capture.path, code="own page"
        )
    runs = list(runs_of(root)) if root is not None else []
    if root is None or not runs:
        raise DocumentError("has no text", capture.path, code="no text")
    found = page_metadata(root)
    kept = _with_signatures(runs, chosen_runs(root, runs))
    headline = _headline(runs, kept, found.title)
    draft = _join(_with_head(runs, kept, headline))
    title = found.title if headline is None else " ".join(runs[headline].text.split())
    return draft._replace(
        title=title, outlet=found.outlet, byline=found.byline, url=found.url, dates=found.dates
    )


def read_fragment(source: str) -> Draft:
    """Return markup that is the body of a report and nothing else, as in ninjs."""
    root = parse(source)
    return _join(runs_of(root) if root is not None else [])


def _is_own(root: HtmlElement) -> bool:
    makers = (e.get("content", "") for e in root.iter("meta") if e.get("name") == "generator")
    return any(maker.startswith("onrecord ") for maker in makers)


def _headline(runs: list[Run], kept: list[bool], title: str | None) -> int | None:
    """Return the run that is the headline: the words of the title, or the last ``<h1>`` above."""
    first = next((n for n, keep in enumerate(kept) if keep), len(runs))
    above = range(min(first + 1, len(runs)))
    said = letters(title) if title else ""
    same = [n for n in above if runs[n].level and said and _is_title(letters(runs[n].text), said)]
    largest = [n for n in above if runs[n].level == 1]
    return next(iter(same or reversed(largest)), None)


def _is_title(words: str, title: str) -> bool:
    """Whether a heading is the title, which may have the outlet's name after it."""
    return len(words) >= 8 and (title.startswith(words) or words.startswith(title))


def _with_signatures(runs: list[Run], kept: list[bool]) -> list[bool]:
    """Keep each signature with its quote; a signed quote amid the report is part of it.

    Trafilatura takes a ``<figure>`` for a picture, also where it holds a quote.
    """
    signed = {run.quote for run in runs if run.signs and not run.is_clutter}
    last = max((n for n, keep in enumerate(kept) if keep), default=-1)
    first = next((n for n, keep in enumerate(kept) if keep), len(runs))
    amid = {run.quote for run in runs[first : last + 1]} & signed
    return [keep or run.quote in amid for run, keep in zip(runs, kept, strict=True)]


def _with_head(runs: list[Run], kept: list[bool], headline: int | None) -> list[Run]:
    """Return the chosen runs, below a headline that has what stands under it on the page."""
    if headline is None:
        return [run for run, keep in zip(runs, kept, strict=True) if keep]
    below = range(headline + 1, len(runs))
    ordinary = (n for n in below if kept[n] and runs[n].kind not in _HEAD_KINDS)
    head = range(headline + 1, min(next(ordinary, len(runs)), headline + _HEAD_LENGTH))
    extra = {n for n in head if _is_of_head(runs[n])}
    top = runs[headline]._replace(kind=BlockKind.HEADLINE)
    chosen = (runs[n] for n in below if kept[n] or n in extra)
    return [top, *(part for run in chosen for part in _parts(run))]


def _is_of_head(run: Run) -> bool:
    return not run.is_clutter and (run.kind in _HEAD_KINDS or len(_parts(run)) > 1)


def _parts(run: Run) -> list[Run]:
    """Return a run by its lines if each is a byline, a date or the like; else the run whole."""
    lines = run.text.split("\n")
    if all(line and is_furniture(line) for line in lines):
        return [run._replace(text=line, kind=None) for line in lines]
    return [run]


def _join(runs: Iterable[Run]) -> Draft:
    passages: list[Passage] = []
    quotes: list[int] = []
    parts, at = [], 0
    for run in runs:
        start, kind = at, run.kind
        if run.signs and len(run.text) <= _LONGEST_SIGNATURE:
            # All paragraphs of a quote are his who signs it.
            while quotes and quotes[-1] == run.quote:
                start = passages.pop().start
                quotes.pop()
            kind = BlockKind.HEADING if start == at else BlockKind.QUOTE
        passages.append(Passage(start, at + len(run.text), kind))
        quotes.append(run.quote)
        parts.append(run.text)
        at += len(run.text) + len(_BREAK)
    text = _BREAK.join(parts)
    return Draft(text, join_signatures(text, passages))
