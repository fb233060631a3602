"""A document as the readers of names want it: sentences of words, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from onrecord.actor.words import HONORIFICS
from onrecord.model import READ_KINDS, BlockKind, Document, Span

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., J.K.
    r"|[^\W_]+(?:[-‐‑'’ʼ`][^\W_]+)*",
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s[\s>]*(?=[\"“‘«„(\[]*[^\W_])")
_LINE = re.compile(r"[^\n]+")
_ABBREVIATED = frozenset(HONORIFICS) | frozenset(
    {"st", "jr", "sr", "no", "vs", "inc", "ltd", "co", "corp", "dept", "mt", "ft", "pp"}
)
_POSSESSIVES = ("'s", "’s", "ʼs", "`s", "'S", "’S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word; its offsets leave out a possessive ending."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: Amira, al-Amin, d'Orsay."""
        if self.text[:1].isupper() or self.text.isalpha():
            return self.text[:1].isupper()
        first, _, rest = self.text.replace("’", "'").replace("'", "-").partition("-")
        return first in _ARTICLES and rest[:1].isupper()


_ARTICLES = frozenset({"al", "el", "ul", "ash", "as", "at", "an", "ar", "d", "l", "o"})


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    block: int
    kind: BlockKind
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Page:
    """The sentences of a document's readable blocks, in the order of the text."""

    text: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`, or the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    @cached_property
    def blocks(self) -> dict[int, tuple[int, int]]:
        """The first and the last sentence of every block, by the block's index."""
        found: dict[int, tuple[int, int]] = {}
        for index, sentence in enumerate(self.sentences):
            found[sentence.block] = (found.get(sentence.block, (index, 0))[0], index)
        return found

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word the document writes with a small letter."""
        return frozenset(w.text for s in self.sentences for w in s.words if w.text.islower())

    @cached_property
    def inner_capitals(self) -> frozenset[str]:
        """Every word the document writes with a capital inside a sentence."""
        return frozenset(
            w.text
            for s in self.sentences
            if s.kind is not BlockKind.HEADLINE
            for w in s.words[1:]
            if w.capital
        )


class Spread:
    """Many spans of a text, so that those that touch a stretch are found at once."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def on(self, stretch: Span) -> Iterator[Span]:
        """Yield the spans that touch a stretch, the last first."""
        at = bisect_left(self._starts, stretch.end) - 1
        while at >= 0 and self._reach[at] > stretch.start:
            if self._spans[at].end > stretch.start:
                yield self._spans[at]
            at -= 1

    def holds(self, offset: int) -> bool:
        return any(self.on(Span(offset, offset + 1)))


def is_shouted(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here, as in a headline in title case."""
    headline = sentence.kind is BlockKind.HEADLINE
    words = [w for w in sentence.words if len(w.text) > (3 if headline else 2) and w.text.isalpha()]
    capitals = sum(w.capital for w in words)
    return len(words) >= 5 and capitals >= (0.75 if headline else 0.9) * len(words)


@lru_cache(maxsize=1)
def read_page(document: Document) -> Page:
    """Cut the readable blocks of `document` into sentences and words.

    The last page is kept: every stage asks for that of the same report.
    """
    sentences: list[Sentence] = []
    for index, (kind, span) in enumerate(_readable(document)):
        for start, end in cut_sentences(document.text, span.start, span.end):
            words = tuple(words_of(document.text, start, end))
            if words:
                sentences.append(Sentence(start, end, index, kind, words))
    return Page(document.text, tuple(sentences))


def _readable(document: Document) -> Iterator[tuple[BlockKind, Span]]:
    if document.blocks:
        yield from ((b.kind, b.span) for b in document.blocks if b.kind in READ_KINDS)
    else:
        for line in _LINE.finditer(document.text):
            yield BlockKind.PARAGRAPH, Span(*line.span())


def cut_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of ``text[start:end]``."""
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _is_abbreviation(text, begin, match):
            yield begin, match.end()
            begin = match.end()
    if begin < end:
        yield begin, end


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    if match.group()[0] != "." or not match.group()[1:].isspace():
        return False
    last = re.search(
        r"[^\W_]+(?:\.[^\W_]+)*$", text[max(begin, match.start() - 12) : match.start()]
    )
    if last is None:
        return False
    word = last.group()
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper()) or "." in word


def words_of(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of ``text[start:end]``."""
    for match in WORD.finditer(text, start, end):
        word = match.group()
        if word.endswith(_POSSESSIVES) and len(word) > 2:
            yield Word(word[:-2], match.start(), match.end() - 2, possessive=True)
        else:
            follows = text[match.end() : match.end() + 2]
            plural = word.endswith("s") and follows[:1] in ("'", "’") and follows[1:2] == " "
            yield Word(word, match.start(), match.end(), possessive=plural)
