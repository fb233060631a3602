"""Tokens and sentences of a stretch of text, with each quoted passage as one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.statement.marks import Quote
from onrecord.statement.signs import SIGN

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Gov|Sen|Rep|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|St|Jr|Sr|Pres|Amb|Adm|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd|Art|approx|ca"
)
_TOKEN = re.compile(
    rf"(?P<sign>{SIGN})"
    rf"|(?:[A-Z]\.){{2,}}(?:-\w+)*|\b(?:{_ABBREVIATIONS})\.|\b[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,:]\d+)*%?(?:-\w+)*"
    r"|(?<=\w)[’'](?:d|ve|re|ll|m|s)\b"
    r"|\w+(?:[-‑&]\w+|[’'](?!(?:d|ve|re|ll|m|s)\b)\w+)*"
    r"|\.{2,}|--|[^\w\s]"
)
_SENTENCE_END = frozenset({".", "!", "?", "…", "...", "....", ";"})
_LONGEST_SENTENCE = 300
"""Tokens. What is longer is no prose; cutting it keeps the reading linear."""


class Token(NamedTuple):
    """A word, a mark, or (with `quote` set) a whole quoted passage."""

    text: str
    low: str
    start: int
    end: int
    quote: Quote | None


Sentence = list[Token]


def tokens(text: str, start: int, end: int, quotes: Sequence[Quote]) -> list[Token]:
    """Return the tokens of ``text[start:end]``; `quotes` are the outermost passages in it."""
    out: list[Token] = []
    position = start
    for quote in quotes:
        _append_words(out, text, position, quote.start)
        out.append(Token("“”", "“”", quote.start, quote.end, quote))
        position = quote.end
    _append_words(out, text, position, end)
    return out


def _append_words(out: list[Token], text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        if match["sign"]:
            continue
        word = match.group()
        out.append(Token(word, word.lower(), match.start(), match.end(), None))


def sentences(text: str, stream: Sequence[Token]) -> list[Sentence]:
    """Cut a stream of tokens into sentences.

    A passage in marks never breaks: what it holds is its own affair. After a passage that
    ends a sentence of its own, a capital or another passage begins the next sentence.
    """
    out: list[Sentence] = []
    current: Sentence = []
    for i, token in enumerate(stream):
        current.append(token)
        following = stream[i + 1] if i + 1 < len(stream) else None
        if following is None or len(current) >= _LONGEST_SENTENCE or _ends(text, token, following):
            out.append(current)
            current = []
    return out


def _ends(text: str, token: Token, following: Token) -> bool:
    starts = following.quote is not None or following.text[0].isupper() or following.text.isdigit()
    if token.quote is not None:
        last = text[token.quote.inner_end - 1]
        return starts and last in ".!?…"
    if token.low in _SENTENCE_END:
        return (starts and text[token.end : token.end + 1].isspace()) or token.low == ";"
    # In a quotation marked line by line, lines break anywhere.
    between = text[token.end : following.start]
    return "\n" in between and ">" not in between and starts
