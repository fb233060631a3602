"""Which runs of a page are the report: trafilatura chooses, its text is matched to ours.

Trafilatura's choice of blocks is the best there is, but its text is not word for word. So
its text and ours are compared by their letters and figures alone, in order: what is ours and
in its text is kept. Short runs ("Share", "Politics") must stand where the reading has got to;
a run long enough to be known may also be found further on.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from onrecord.document.markup import is_ordinary
from onrecord.document.render import Run

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOT_WORDS = re.compile(r"[\W_]+")
# This many letters make a run known anywhere.
_KNOWN = 24
_NEAR = 60
_LEAST_SHARE = 0.5
_MOST_LINKS = 0.5


def chosen_runs(root: HtmlElement, runs: list[Run]) -> list[bool]:
    """Return for each run whether it belongs to the report."""
    keys = [letters(run.text) for run in runs]
    chosen = _chosen_text(root) if is_ordinary(root) else []
    pieces = [key for key in map(letters, chosen) if key]
    matched = zip(runs, keys, _match(keys, pieces), strict=True)
    kept = [found and (len(key) >= _KNOWN or not run.is_clutter) for run, key, found in matched]
    found = sum(len(key) for key, keep in zip(keys, kept, strict=True) if keep)
    if found >= _LEAST_SHARE * sum(map(len, pieces)) and any(kept):
        return kept
    return [not run.is_clutter and run.link_share <= _MOST_LINKS for run in runs]


def letters(words: str) -> str:
    """Return the letters and figures of `words` alone, composed as trafilatura composes them."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFC", words))


def _chosen_text(root: HtmlElement) -> Iterable[str]:
    from trafilatura import bare_extraction

    # What it complains of is printed where nobody handles it; here a page without a choice
    # is read whole instead.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    copied = deepcopy(root)
    # It parts sentences at <q>, and tells them out of order if one stands in another.
    for quotation in list(copied.iter("q")):
        quotation.tag = "span"
    try:
        found = bare_extraction(copied, include_comments=False)
    except Exception:
        # Whatever a page does to somebody else's code must not stop a run.
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(body.itertext())


def _match(keys: list[str], pieces: list[str]) -> list[bool]:
    text = "".join(pieces)
    starts = _starts(pieces)
    at = 0
    kept = []
    for key in keys:
        found = _find(key, text, at, starts)
        kept.append(found is not None)
        if found is not None and found >= at:
            at = found + len(key)
    return kept


def _starts(pieces: list[str]) -> dict[str, list[int]]:
    """Return where a piece begins, or a long one is gone on with, by its first letters."""
    starts: dict[str, list[int]] = {}
    at = 0
    for piece in pieces:
        if len(piece) >= _KNOWN:
            starts.setdefault(piece[:_KNOWN], []).append(at)
        at += len(piece)
    return starts


def _find(key: str, text: str, at: int, starts: dict[str, list[int]]) -> int | None:
    if not key:
        return None
    if text.startswith(key, at):
        return at
    near = text.find(key, at, at + len(key) + _NEAR)
    if near >= 0:
        return near
    if len(key) < _KNOWN:
        return None
    places = starts.get(key[:_KNOWN], [])
    # Part of a run may be left out, such as a button in a paragraph.
    whole = [p for p in places[:99] if text.startswith(key, p)]
    ahead = [p for p in whole or places[:99] if p >= at]
    return next(iter(ahead or whole or places), None)
