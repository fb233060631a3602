"""What each passage of a report is: from its layout, its words and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from onrecord.document.dates import date_line
from onrecord.document.draft import Passage, trimmed
from onrecord.document.furniture import (
    LONGEST,
    Dateline,
    byline,
    head_prefix,
    is_furniture,
    kind_of_line,
    opens_links,
    place_line,
    prefix,
)
from onrecord.document.masthead import masthead, outlet_over, press_in
from onrecord.document.turns import is_turn
from onrecord.model import Block, BlockKind, Interval, Span

_HEADLINE_LENGTH = 200
_HEADLINE_WORDS = range(2, 31)
_HEADING_LENGTH = 60
_HEADING_WORDS = 8
_SUMMARY_WORDS = 5
_REPEAT_WORDS = 6
_HEAD = 6
"""Passages at the top of a report among which its name, its date and its headline stand."""
_ENDS = re.compile(r"""[.…;,:]["”’'»)\]]*$""")
_ENDS_SENTENCE = re.compile(r"""[.!?…]["”’'»)\]]*$""")
# "Q: Will it open?", "Voss: We will see"
_SPEAKER = re.compile(r"\w[\w .’'-]*:\s")
_MARKS = re.compile(r"""["“”„«»]""")
_NOT_WORDS = re.compile(r"\W+")


class Layout(NamedTuple):
    """The blocks of a report, and what its datelines and bylines say."""

    blocks: tuple[Block, ...]
    outlet: str | None
    byline: str | None
    dates: tuple[Interval, ...]


def lay_out(text: str, passages: list[Passage], *, title: str | None = None) -> Layout:
    """Return the blocks of `text`: in order, apart from one another, trimmed.

    `title` is the headline where it is known from elsewhere: the passage that says it again
    is the headline of the text.
    """
    walk = _Walk(text, passages, title)
    for number, passage in enumerate(passages):
        walk.step(number, passage)
    return Layout(tuple(walk.blocks), walk.outlet, walk.byline, tuple(walk.dates))


class _Walk:
    """One pass over the passages. The head of a report is what stands above its first paragraph."""

    def __init__(self, text: str, passages: list[Passage], title: str | None) -> None:
        self.text = text
        self.passages = passages
        self.title = _key(title) if title else None
        self.blocks: list[Block] = []
        self.outlet: str | None = None
        self.byline: str | None = None
        self.dates: list[Interval] = []
        self._seen: dict[str, int] = {}
        self._in_head = True
        self._in_links = False
        self._has_headline = False
        # Where paragraphs are set apart by mere line breaks, a blank line means more.
        self._tight = sum(not p.gap for p in passages) >= 3

    def step(self, number: int, passage: Passage) -> None:
        line = self._words(passage)
        kind = self._furniture(passage, line)
        if kind is None and self._in_links and _is_headline(line):
            kind = BlockKind.LINK
        self._in_links = kind is BlockKind.LINK and (self._in_links or opens_links(line))
        if kind is not None:
            self._add(kind, passage.start, passage.end)
        elif self._in_head:
            self._head(number, passage, line)
        else:
            self._body(number, passage, line)

    def _words(self, passage: Passage) -> str:
        """Return the passage if it is short enough for its words to tell its kind."""
        return self.text[passage.start : min(passage.end, passage.start + LONGEST + 1)]

    def _furniture(self, passage: Passage, line: str) -> BlockKind | None:
        if passage.kind in (BlockKind.QUOTE, BlockKind.HEADLINE):
            return None
        if passage.kind in (BlockKind.LINK, BlockKind.ADVERT):
            return passage.kind
        kind = kind_of_line(line)
        if kind is BlockKind.BYLINE:
            self.byline = self.byline or byline(line)
        found = date_line(line) if kind is BlockKind.DATELINE else None
        if found is not None and self._in_head:
            self.outlet = self.outlet or press_in(line)
        if kind is None and self._in_head and (place := self._printed_in(passage, line)):
            self.outlet = self.outlet or place.outlet or press_in(line)
            kind, found = BlockKind.DATELINE, place.date
        # Further down, a line that is a date heads a part of a chronicle.
        if found is not None and (self._in_head or not line[0].isdigit()):
            self.dates.append(found)
        return kind or (passage.kind if passage.kind in _FROM_LAYOUT else None)

    def _printed_in(self, passage: Passage, line: str) -> Dateline | None:
        """Return what a line at the head says of where and when the report was printed."""
        if passage is self.passages[0] and self.title is None:
            head = [self._words(p) for p in self.passages[:_HEAD]]
            above = outlet_over(list(takewhile(_is_head_line, head)))
            if above is not None:
                return place_line(line) or masthead(line) or Dateline(len(line), above)
        if head_prefix(self.text, passage.start, passage.end) is not None:
            return place_line(line)  # The report itself begins behind it.
        return place_line(line) or masthead(line, under_name=self.outlet is not None)

    def _head(self, number: int, passage: Passage, line: str) -> None:
        if passage.kind is BlockKind.HEADLINE or self._is_headline(number, passage, line):
            repeated = self._seen.setdefault(_key(line), len(self.blocks))
            if repeated < len(self.blocks):
                self._add(BlockKind.REPEAT, passage.start, passage.end, repeats=repeated)
            elif not self._has_headline and not self._is_label(number, line):
                self._has_headline = True
                self._add(BlockKind.HEADLINE, passage.start, passage.end)
            else:
                # One or two words under a headline are a section or a name, not a summary.
                is_summary = len(line.split()) >= _SUMMARY_WORDS
                kind = BlockKind.STANDFIRST if is_summary else BlockKind.HEADING
                self._add(kind, passage.start, passage.end)
            return
        default = BlockKind.STANDFIRST if self._is_standfirst(number) else BlockKind.PARAGRAPH
        start = passage.start
        while (dateline := head_prefix(self.text, start, passage.end)) and self._is_from(dateline):
            start = self._dateline(start, dateline)
        self._in_head = False
        self._words_of_report(passage.kind or default, start, passage.end)

    def _is_headline(self, number: int, passage: Passage, line: str) -> bool:
        if passage.kind is not None or not (_is_headline(line) or _is_word(line)):
            return False
        if head_prefix(self.text, passage.start, passage.end) is not None:
            return False
        if self.title is not None and _key(line) == self.title:
            return True
        if self._is_transcript(number):
            return False
        return number + 1 < len(self.passages)

    def _is_transcript(self, number: int) -> bool:
        """Whether a passage and the one below it begin with who speaks."""
        pair = self.passages[number : number + 2]
        keys = {_key(self._words(passage)) for passage in pair}
        return len(keys) == 2 and all(is_turn(self.text, p.start, p.end) for p in pair)

    def _is_label(self, number: int, line: str) -> bool:
        """Whether one word stands above the headline, as the name of a section does."""
        if not _is_word(line) or _key(line) == self.title:
            return False
        words = (self._words(p) for p in islice(self.passages, number + 1, number + 5))
        below = next((w for w in words if not is_furniture(w)), "")
        return self.title is not None or _is_headline(below)

    def _is_standfirst(self, number: int) -> bool:
        """Whether a paragraph stands with the headline, above a blank line that is a rare one."""
        return (
            self._tight
            and self._has_headline
            and not self.passages[number].gap
            and number + 1 < len(self.passages)
            and self.passages[number + 1].gap
        )

    def _body(self, number: int, passage: Passage, line: str) -> None:
        kind, start = passage.kind or BlockKind.PARAGRAPH, passage.start
        if kind is BlockKind.PARAGRAPH:
            dateline = prefix(self.text, start, passage.end)
            if dateline is not None and self._is_from(dateline):
                start = self._dateline(start, dateline)
            elif passage.kind is None and self._is_heading(number, line):
                self._add(BlockKind.HEADING, start, passage.end)
                return
        self._words_of_report(kind, start, passage.end)

    def _is_from(self, dateline: Dateline) -> bool:
        """Whether a dateline is one: a name before several paragraphs is that of a speaker."""
        return dateline.town is None or self._towns[dateline.town] < 2

    @cached_property
    def _towns(self) -> Counter[str | None]:
        found = (prefix(self.text, p.start, p.end) for p in self.passages)
        return Counter(dateline.town for dateline in found if dateline)

    def _dateline(self, start: int, dateline: Dateline) -> int:
        """Add a dateline and return where the words after it begin."""
        self._add(BlockKind.DATELINE, *trimmed(self.text, start, dateline.end))
        self.outlet = self.outlet or dateline.outlet
        # Below the head, what is dated may be one report of several.
        if dateline.date and (self._in_head or not self.dates):
            self.dates.append(dateline.date)
        return dateline.end

    def _is_heading(self, number: int, line: str) -> bool:
        """Whether a short line without an end stands over a paragraph that has one."""
        if number + 1 == len(self.passages) or not _is_heading(line):
            return False
        below = self.passages[number + 1]
        ending = self.text[max(below.start, below.end - 4) : below.end]
        return below.kind is not None or _ENDS_SENTENCE.search(ending) is not None

    def _words_of_report(self, kind: BlockKind, start: int, end: int) -> None:
        key = _key(self.text[start:end])
        repeated = self._seen.get(key)
        long_enough = key.count(" ") + 1 >= _REPEAT_WORDS
        if repeated is not None and (long_enough or key == self.title):
            self._add(BlockKind.REPEAT, start, end, repeats=repeated)
        else:
            self._seen.setdefault(key, len(self.blocks))
            self._add(kind, start, end)

    def _add(self, kind: BlockKind, start: int, end: int, *, repeats: int | None = None) -> None:
        self.blocks.append(Block(kind, Span(start, end), repeats))


_FROM_LAYOUT = frozenset(
    {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.STANDFIRST}
)


def _key(words: str) -> str:
    """Return the words alone, as a repeat may differ in marks, spaces and case."""
    return _NOT_WORDS.sub(" ", words).strip().casefold()


def _is_headline(line: str) -> bool:
    return (
        len(line) <= _HEADLINE_LENGTH
        and len(line.split()) in _HEADLINE_WORDS
        and not line[0].islower()
        and _ENDS.search(line) is None
    )


def _is_head_line(line: str) -> bool:
    return is_furniture(line) or _is_headline(line) or _is_word(line)


def _is_word(line: str) -> bool:
    return (
        line.replace("-", "").isalpha() and not line[0].islower() and len(line) <= _HEADING_LENGTH
    )


def _is_heading(line: str) -> bool:
    return (
        len(line) <= _HEADING_LENGTH
        and len(line.split()) <= _HEADING_WORDS
        and not line[0].islower()
        and _ENDS.search(line) is None
        and not line.endswith(("!", "?"))  # somebody may ask it
        and _MARKS.search(line) is None
        and _SPEAKER.match(line) is None
    )
