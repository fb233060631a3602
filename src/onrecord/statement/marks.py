"""Pairs of quotation marks: all styles, nested, unbalanced, over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import Block

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
REVERSED = {"»": "«", "”": "”", "›": "‹"}
"""How some outlets use a closing mark to open (»Berlin style«, ”Stockholm style”)."""

_MARK = re.compile(r"''|``|[“”‘’«»„‹›‚「」『』\"']")


class Quote(NamedTuple):
    """One passage in marks. `start` and `end` take in the marks, `inner` does not.

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


def pair_marks(text: str, start: int, end: int, *, continues: bool = False) -> list[Quote]:
    """Return the quoted passages of ``text[start:end]``, each before those inside it.

    A double mark left open runs to the end of the range. A single one left open was an
    apostrophe, unless `continues` says that the next paragraph opens with a mark again.
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
        if partner is not None and not left.isspace() and not (opens and mark in EITHER):
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
        elif mark in REVERSED and opens and not stack:
            stack.append(_Open(mark, REVERSED[mark], i))
    found += [
        (opened.position, end, len(opened.mark), 0)
        for opened in stack[:1]
        if opened.mark not in SINGLE or (continues and opened.position == start)
    ]
    return _nested(found)


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


def _nested(found: list[tuple[int, int, int, int]]) -> list[Quote]:
    quotes: list[Quote] = []
    around: list[int] = []
    for start, end, opener, closer in sorted(found, key=lambda f: (f[0], -f[1])):
        while around and around[-1] <= start:
            around.pop()
        if start + opener < end - closer:
            depth = len(around)
            quotes.append(Quote(start, end, start + opener, end - closer, depth, closer > 0))
            around.append(end)
    return quotes


def pair_all_marks(text: str, blocks: Sequence[Block]) -> list[list[Quote]]:
    """Return the quoted passages of each block."""
    following = [text[b.span.start] for b in blocks[1:]]
    return [
        pair_marks(text, b.span.start, b.span.end, continues=after in SINGLE)
        for b, after in zip(blocks, [*following, " "], strict=True)
    ]


def carried_on(blocks: Sequence[Block], quotes: Sequence[list[Quote]]) -> frozenset[int]:
    """Return the indices of the blocks that carry on a quotation left open in the one before.

    By the convention of print, a quotation over several paragraphs opens each of them
    with a mark and closes only the last.
    """
    return frozenset(
        i
        for i in range(1, len(blocks))
        if quotes[i]
        and quotes[i][0].start == blocks[i].span.start
        and quotes[i - 1]
        and _last_is_open(quotes[i - 1], blocks[i - 1].span.end)
    )


def _last_is_open(quotes: Sequence[Quote], end: int) -> bool:
    last = [q for q in quotes if q.depth == 0][-1]
    return not last.closed and last.end == end
