"""A document as the model reads it: words, their pieces, and what their look tells.

The encoder is uncased and knows no layout. What is lost on the way (capitals, the start of
a passage, standing in quotation marks) comes back as the shape of each piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.statement.marks import pair_marks

Ints = NDArray[np.int64]

SHAPES = 12
"""Three kinds of case, by whether the word opens a passage, by whether it stands in marks."""
_OPENS = 3
_QUOTED = 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some passages of a text, in order; all arrays are parallel.

    `starts` and `ends` are code points of the text. Word `i` has the pieces
    ``pieces[firsts[i]:firsts[i + 1]]``, so `firsts` is one longer than there are words.
    `passages` holds the number of each word's passage and `shapes` one shape a word.
    """

    starts: Ints
    ends: Ints
    passages: Ints
    shapes: Ints
    firsts: Ints
    pieces: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the words from `first` up to `end`, which is not among them."""
        return Span(int(self.starts[first]), int(self.ends[end - 1]))


def read_words(tokenizer: Tokenizer, text: str, passages: Sequence[Span]) -> Words:
    """Return the words of `passages`, which do not overlap and come in order."""
    encodings = tokenizer.encode_batch([p.of(text) for p in passages], add_special_tokens=False)
    parts = []
    count = 0
    for number, (passage, encoding) in enumerate(zip(passages, encodings, strict=True)):
        if not encoding.ids:
            continue
        offsets = np.asarray(encoding.offsets, dtype=np.int64) + passage.start
        words = np.asarray(encoding.word_ids, dtype=np.int64)
        firsts = np.flatnonzero(np.diff(words, prepend=-1))
        lasts = np.append(firsts[1:], len(words)) - 1
        starts, ends = offsets[firsts, 0], offsets[lasts, 1]
        shapes = np.fromiter(
            (_case(text[s:e]) for s, e in zip(starts, ends, strict=True)), np.int64, len(starts)
        )
        shapes[0] += _OPENS
        for quote in pair_marks(text, passage.start, passage.end):
            if quote.depth == 0:
                shapes[(starts >= quote.start) & (ends <= quote.end)] += _QUOTED
        parts.append(
            (
                starts,
                ends,
                np.full(len(starts), number, dtype=np.int64),
                shapes,
                firsts + count,
                np.asarray(encoding.ids, dtype=np.int64),
            )
        )
        count += len(words)
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Words(none, none, none, none, np.zeros(1, dtype=np.int64), none)
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    columns[4] = np.append(columns[4], count)
    return Words(*columns)


def _case(word: str) -> int:
    """Return 0 for small letters and signs, 1 for a capital first, 2 for all capitals."""
    if word.isupper() and len(word) > 1:
        return 2
    return int(word[:1].isupper())
