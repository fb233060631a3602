"""Which words differ between two tellings, to be marked where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from onrecord.model import Span, Spans
from onrecord.utterance.grouping.words import Words, read_words

_LONGEST = 2_000


def differences(one: str, other: str) -> tuple[Spans, Spans]:
    """Return the stretches of each text whose words the other does not have in that place.

    Case, accents and marks make no difference; words that follow one another and differ are one
    stretch, in code points of its text. Only the first 2,000 words of each are compared.
    """
    a, b = read_words(one), read_words(other)
    first, second = a.plain[:_LONGEST], b.plain[:_LONGEST]
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    apart = [code for code in codes if code[0] != "equal"]
    return (
        _stretches(a, ((start, end) for _, start, end, _, _ in apart)),
        _stretches(b, ((start, end) for _, _, _, start, end in apart)),
    )


def _stretches(words: Words, ranges: Iterable[tuple[int, int]]) -> Spans:
    return tuple(
        Span(words.spans[start][0], words.spans[end - 1][1]) for start, end in ranges if start < end
    )
