"""The words by which copies are known: those of the body, without what outlets put around it."""

from __future__ import annotations

import re
import unicodedata

from onrecord.model import BlockKind, Document

BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST})
"""The kinds of block that are a report's own words wherever it is printed.

Headlines, standfirsts and headings are an outlet's; so are datelines and bylines, which change
with who reprints a report. Adverts and links are none of it, and repeats say nothing new.
"""

# Scripts that put no space between words: each character stands for a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def body_words(document: Document) -> list[str]:
    """Return the words of a report's body in their order, as copies keep them.

    In small letters and without accents, marks and white space: an outlet that reprints a
    report sets other quotation marks and drops the hook of "ğ", but keeps the figures.
    """
    text = document.text
    body = "\n".join(block.span.of(text) for block in document.blocks if block.kind in BODY)
    return _WORD.findall(_plain(body))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("\u00ad", "")).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))
