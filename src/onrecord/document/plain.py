"""Plain text and Markdown: which lines belong together.

Some reports set paragraphs apart by blank lines, some by line breaks, some are wrapped at
a fixed width. A line goes on from the one above if the text is wrapped and its first word
had no room there, or if it begins in lower case where no sentence ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from onrecord.document.draft import Draft, Passage, trimmed
from onrecord.document.furniture import is_furniture
from onrecord.document.signatures import join_signatures
from onrecord.document.turns import is_turn
from onrecord.model import BlockKind

_WRAP_WIDTHS = range(30, 121)
_WRAPPED_SHARE = 0.7
_SHORTEST_BROKEN_LINE = 30
_HEAD_LINES = 8
_ENDS_SENTENCE = re.compile(r"""[.!?…:;][\])}"'”’»]*$""")
_BULLET = re.compile(r"(?:[-*+•▪◦‣·●]|\d{1,2}[.)])\s+(?=\S)")
_SURE_BULLET = re.compile(r"[•▪◦‣●]")
_QUOTED = re.compile(r"(?:>\s*)+")
_MARKED_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")


class _Line(NamedTuple):
    """A line without white space at its ends.

    `gap` tells that a blank line stands before it, `opens` that a passage begins with it all
    the same, and `closes` that one ends with it.
    """

    start: int
    end: int
    gap: bool
    opens: bool = False
    closes: bool = False

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def read_plain(text: str, *, markdown: bool = False, start: int = 0) -> Draft:
    """Return the passages of a text from the offset `start` on; the text itself is not touched."""
    lines = _with_turns(text, _with_head(text, list(_lines(text, start))))
    passages = list(_passages(text, lines, _wrap_width(text, lines), markdown))
    return Draft(text, _list_items(text, join_signatures(text, passages)))


def _lines(text: str, at: int) -> Iterator[_Line]:
    """Yield the lines from an offset on that have a letter or a figure in them."""
    gap = True
    for line in text[at:].splitlines(keepends=True):
        start, end = trimmed(text, at, at + len(line))
        at += len(line)
        if start == end:
            gap = True
        elif any(map(str.isalnum, line)):
            yield _Line(start, end, gap)
            gap = False
        else:
            gap = True


def _with_head(text: str, lines: list[_Line]) -> list[_Line]:
    """Mark the dates, places and names above the first sentence, each a line to itself."""
    head = list(takewhile(lambda line: not _ends_sentence(text, line), lines[:_HEAD_LINES]))
    alone = [is_furniture(line.of(text)) for line in head]
    marked = [line._replace(opens=a, closes=a) for line, a in zip(head, alone, strict=True)]
    return marked + lines[len(head) :]


def _with_turns(text: str, lines: list[_Line]) -> list[_Line]:
    """Mark the lines of a transcript that begin with who speaks; a single one may be chance."""
    turns = [is_turn(text, line.start, line.end) for line in lines]
    if sum(turns) < 2:
        return lines
    return [line._replace(opens=line.opens or t) for line, t in zip(lines, turns, strict=True)]


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """Return the width a text is wrapped at, None if its line breaks end paragraphs.

    Most lines of a wrapped text are full, and break off in the middle of a sentence.
    """
    width = max((line.end - line.start for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if width not in _WRAP_WIDTHS or not pairs:
        return None
    full = [above for above, line in pairs if _had_no_room(text, above, line, width)]
    broken = sum(not _ends_sentence(text, line) for line in full)
    is_wrapped = len(full) >= _WRAPPED_SHARE * len(pairs) and broken > len(full) / 2
    return width if is_wrapped else None


def _ends_sentence(text: str, line: _Line) -> bool:
    return _ENDS_SENTENCE.search(text, max(line.start, line.end - 9), line.end) is not None


def _had_no_room(text: str, above: _Line, line: _Line, width: int) -> bool:
    word = text.find(" ", line.start, line.end)
    first = (line.end if word < 0 else word) - line.start
    return above.end - above.start + 1 + first > width


def _goes_on(text: str, above: _Line, line: _Line, width: int | None) -> bool:
    if line.gap or line.opens or above.closes or _BULLET.match(text, line.start, line.end):
        return False
    if width is not None and _had_no_room(text, above, line, width):
        return True
    return (
        text[line.start].islower()
        and above.end - above.start >= _SHORTEST_BROKEN_LINE
        and not _ends_sentence(text, above)
    )


def _passages(
    text: str, lines: list[_Line], width: int | None, markdown: bool
) -> Iterator[Passage]:
    """Yield paragraphs, quotes marked by ``>``, and in Markdown the headings marked by ``#``."""
    at = 0
    while at < len(lines):
        first = lines[at]
        quoted = _QUOTED.match(text, first.start, first.end)
        heading = _MARKED_HEADING.match(text, first.start, first.end) if markdown else None
        at += 1
        if quoted is not None:
            while at < len(lines) and not lines[at].gap and text[lines[at].start] == ">":
                at += 1
            yield Passage(quoted.end(), lines[at - 1].end, BlockKind.QUOTE, first.gap)
        elif heading is not None:
            kind = BlockKind.HEADLINE if len(heading[1]) == 1 else BlockKind.HEADING
            yield Passage(heading.end(), first.end, kind, first.gap)
        else:
            while at < len(lines) and _goes_on(text, lines[at - 1], lines[at], width):
                at += 1
            yield Passage(first.start, lines[at - 1].end, None, first.gap)


def _list_items(text: str, passages: list[Passage]) -> list[Passage]:
    """Mark the items of lists; a dash counts only beside another, as it opens other lines too."""
    bullets = [_BULLET.match(text, p.start, p.end) if p.kind is None else None for p in passages]
    items = []
    for n, (passage, bullet) in enumerate(zip(passages, bullets, strict=True)):
        beside = (bullets[n - 1] if n else None, bullets[n + 1] if n + 1 < len(bullets) else None)
        if bullet and (any(beside) or _SURE_BULLET.match(bullet[0])):
            items.append(passage._replace(start=bullet.end(), kind=BlockKind.LIST))
        else:
            items.append(passage)
    return items
