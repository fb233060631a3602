"""Which words differ between the tellings of one act of speech, to be marked side by side. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.model import Span, Spans
from onrecord.record.words import folded

LONGEST = 2_000
"""Only so many words of each telling are compared."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


# A page asks for the cards of a remark one after another, and each of them has all tellings.
@lru_cache(maxsize=8)
def differing(texts: tuple[str, ...]) -> tuple[Spans, ...]:
    """Return the stretches of each text that differ, the first being what others differ from.

    Of the first those words are marked that no other text has in that place, of the others those
    that the first does not have there. Case, accents and marks make no difference, and words that
    follow one another are one stretch, in code points of their text. Nothing of a text alone.
    """
    read = [_words(text) for text in texts]
    if len(read) < 2:
        return tuple(() for _ in read)
    (places, first), others = read[0], read[1:]
    left = set(range(len(first)))
    marked = []
    for found, words in others:
        mine, theirs = _apart(first, words)
        left &= mine
        marked.append(_stretches(found, theirs))
    return (_stretches(places, left), *marked)


def _words(text: str) -> tuple[list[Span], list[str]]:
    """Return where the words of a text stand, and what they are compared by."""
    found = list(_WORD.finditer(text))[:LONGEST]
    return [Span(*m.span()) for m in found], [folded(m[0].replace("’", "'")) for m in found]


def _apart(one: Sequence[str], other: Sequence[str]) -> tuple[set[int], set[int]]:
    """Return the numbers of the words of each that the other does not have in that place.

    As many as can be are in one place in both: their longest common subsequence.
    """
    from rapidfuzz.distance import Indel  # Only tellings that stand side by side wait for it.

    # Words as numbers: rapidfuzz would compare them by hashes that differ from run to run.
    known: dict[str, int] = {}
    first, second = ([known.setdefault(w, len(known)) for w in words] for words in (one, other))
    apart = [code for code in Indel.opcodes(first, second) if code.tag != "equal"]
    return (
        {n for code in apart for n in range(code.src_start, code.src_end)},
        {n for code in apart for n in range(code.dest_start, code.dest_end)},
    )


def _stretches(places: Sequence[Span], numbers: set[int]) -> Spans:
    """Return the places of words, of such as follow one another in one."""
    firsts = sorted(n for n in numbers if n - 1 not in numbers)
    lasts = sorted(n for n in numbers if n + 1 not in numbers)
    return tuple(
        Span(places[first].start, places[last].end)
        for first, last in zip(firsts, lasts, strict=True)
    )
