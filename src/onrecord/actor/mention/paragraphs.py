"""Quotations of several paragraphs: each opens with a mark, and only the last is closed.

The readers of statements pair marks and take a single one without its partner for an
apostrophe; here the next paragraph tells that it is none.
"""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "'": "'"}
_SINGLE = frozenset("‘'")
_LEAD = "*_> \t"


def opening_mark(paragraph: str) -> str:
    """Return the mark that a paragraph opens with, or ""."""
    first = paragraph.lstrip(_LEAD)[:1]
    return first if first in _PAIRS else ""


def is_left_open(paragraph: str, mark: str) -> bool:
    """Whether a quotation in marks of this sort begins in a paragraph and does not end in it."""
    if mark == '"':
        return paragraph.count(mark) % 2 == 1
    closers = _PAIRS[mark]
    if mark not in _SINGLE:
        return paragraph.rfind(mark) > max(paragraph.rfind(closer) for closer in closers)
    opened = [m.start() for m in re.finditer(rf"(?<![\w.,!?…]){mark}(?=\S)", paragraph)]
    # "the workers' union": only a mark behind a stop closes for certain.
    return bool(opened) and not re.search(
        rf"[.,!?…]{closers}|{closers}\s*$", paragraph[opened[-1] + 1 :]
    )


def is_carried_on(before: str, paragraph: str) -> bool:
    """Whether a paragraph carries on a quotation that the one before leaves open."""
    mark = opening_mark(paragraph)
    return bool(mark) and is_left_open(before, mark)
