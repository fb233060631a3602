"""Pairs of quotation marks: all styles, nested, unbalanced, over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import Block, Span

OPENERS = {
    "“": "”",
    "‘": "’",
    "«": "»",
    "„": "“”",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‚": "‘’",
    "``": ("''",),
}
"""What may close each mark that can only open."""
EITHER = frozenset(('"', "'", "''"))
SINGLE = frozenset("‘’'‚")
"""Marks that are also apostrophes: without their partner they are not marks at all."""
CLOSERS = frozenset("”»›」』")
"""Marks that may close behind a space: « French spacing », text cut into tokens."""
STRAIGHT = frozenset(('"', "''"))
"""Marks that in text cut into tokens stand free, with a space on either side."""
REVERSED = {"»": "«", "”": "”", "›": "‹"}
"""How some outlets use a closing mark to open (»Berlin style«, ”Stockholm style”)."""

_MARK = re.compile(r"''|``|[“”‘’«»„‹›‚「」『』\"']")


class Quote(NamedTuple):
    """One passage in marks. `start` and `end` take in the marks, `inner` is the words alone.

    `closed` is false when the closing mark is missing and the passage runs to the end of
    its block. `depth` counts the passages around this one.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    mark: str
    closers: Sequence[str]
    position: int
    free: bool = False


def pair_marks(text: str, start: int, end: int, *, continues: bool = False) -> list[Quote]:
    """Return the quoted passages of ``text[start:end]``, each before those inside it.

    A double mark left open runs to the end of the range. A single one left open was an
    apostrophe, unless `continues` says that the next paragraph opens with a mark again; a
    straight one that stands free, with spaces around it, was none either.
    Offsets are those of `text`.
    """
    stack: list[_Open] = []
    found: list[tuple[int, int, int, int]] = []  # start, end, and the widths of the two marks
    for match in _MARK.finditer(text, start, end):
        mark, i = match.group(), match.start()
        left = text[i - 1] if i > start else " "
        right = text[match.end()] if match.end() < end else " "
        if mark in SINGLE and left.isalnum() and right.isalnum():
            continue
        opens = _could_open(left, right)
        partner = _partner(stack, mark)
        free = mark in STRAIGHT and left.isspace() and right.isspace()
        spaced = left.isspace() and mark not in CLOSERS and not free
        if partner is not None and not spaced and not (opens and mark in EITHER):
            opened = stack[partner]
            del stack[partner:]  # single marks left open inside were apostrophes
            found.append((opened.position, match.end(), len(opened.mark), len(mark)))
        elif mark in OPENERS or (mark in EITHER and opens):
            if partner is not None and mark in EITHER:
                # The passage before this one was never closed: it ends where this begins.
                unclosed = stack[partner]
                del stack[partner:]
                if mark not in SINGLE:
                    found.append((unclosed.position, _trimmed(text, i), len(mark), 0))
            if mark not in SINGLE or opens:
                stack.append(_Open(mark, OPENERS.get(mark, (mark,)), i))
        elif free:
            stack.append(_Open(mark, (mark,), i, free))
        elif mark in REVERSED and opens and not stack:
            stack.append(_Open(mark, REVERSED[mark], i))
    found += [
        (opened.position, end, len(opened.mark), 0)
        for opened in [o for o in stack if not o.free][:1]
        if opened.mark not in SINGLE or (continues and opened.position == start)
    ]
    return _nested(text, found)


def _could_open(left: str, right: str) -> bool:
    return (left.isspace() or left in "([{—–-:…/\"'“‘«„") and not right.isspace()


def _partner(stack: Sequence[_Open], mark: str) -> int | None:
    for at in range(len(stack) - 1, max(-1, len(stack) - 8), -1):
        if mark in stack[at].closers:
            return at
    return None


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _nested(text: str, found: list[tuple[int, int, int, int]]) -> list[Quote]:
    quotes: list[Quote] = []
    around: list[int] = []
    for start, end, opener, closer in sorted(found, key=lambda f: (f[0], -f[1])):
        while around and around[-1] <= start:
            around.pop()
        words = text[start + opener : end - closer]
        if words.strip():
            inner_start = start + opener + len(words) - len(words.lstrip())
            inner_end = end - closer - len(words) + len(words.rstrip())
            quotes.append(Quote(start, end, inner_start, inner_end, len(around), closer > 0))
            around.append(end)
    return quotes


class Marks:
    """All quoted passages of a document, found by place and depth in logarithmic time.

    Passages of one depth never overlap.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        following = [text[b.span.start] for b in blocks[1:]]
        self._quotes: dict[int, list[Quote]] = {}
        for block, after in zip(blocks, [*following, " "][: len(blocks)], strict=True):
            start, end = block.span.start, block.span.end
            for quote in pair_marks(text, start, end, continues=after in SINGLE):
                self._quotes.setdefault(quote.depth, []).append(quote)

    def within(self, span: Span, depth: int = 0) -> list[Quote]:
        """Return the passages that lie in `span`, marks and all, in order of text."""
        quotes = self._quotes.get(depth, [])
        first = bisect_left(quotes, span.start, key=_start)
        last = bisect_left(quotes, span.end, first, key=_start)
        return [q for q in quotes[first:last] if q.end <= span.end]

    def around(self, span: Span, depth: int = 0) -> Quote | None:
        """Return the passage that `span` lies in, marks counted in, or None."""
        quotes = self._quotes.get(depth, [])
        at = bisect_left(quotes, span.start + 1, key=_start) - 1
        return quotes[at] if at >= 0 and span.end <= quotes[at].end else None

    def touch(self, span: Span, depth: int = 0) -> bool:
        """Whether any passage shares a character with `span`."""
        quotes = self._quotes.get(depth, [])
        at = bisect_left(quotes, span.end, key=_start) - 1
        return at >= 0 and quotes[at].end > span.start

    def left_open(self, block: Block) -> bool:
        """Whether the last passage of a block runs to its end without a closing mark."""
        inside = self.within(block.span)
        return bool(inside) and not inside[-1].closed and inside[-1].end == block.span.end


def _start(quote: Quote) -> int:
    return quote.start


def carried_on(blocks: Sequence[Block], marks: Marks) -> frozenset[int]:
    """Return the indices of the blocks that carry on a quotation left open in the one before.

    By the convention of print, a quotation over several paragraphs opens each of them
    with a mark and closes only the last.
    """
    return frozenset(
        i
        for i in range(1, len(blocks))
        if marks.left_open(blocks[i - 1])
        and (inside := marks.within(blocks[i].span))
        and inside[0].start == blocks[i].span.start
    )
