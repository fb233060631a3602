"""What is no statement, whichever reader took it for one: dropped, and counted by its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TypeVar

from onrecord.model import Block, BlockKind, Document, Drop, Statement
from onrecord.statement.findings import Finding
from onrecord.statement.phrases import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
)
from onrecord.statement.tokens import tokens

OWN_NAME = "the outlet names itself"
NAMES_NOBODY = "the source names nobody"
NO_WORDS = "figures without a word"
UNNAMED = "who speaks asks not to be named"
TITLE = "a title in quotation marks"

ENGLISH = (None, "en")
"""The languages whose small words are known, and capitals are those of names and titles."""

_NO_NAMES = (
    PREPOSITIONS
    | AUXILIARIES
    | MODALS
    | ADVERBS
    | frozenset("the a an".split())
    | (BREAKS - frozenset("that which".split()))
)
_LONGEST_TITLE = 8
_SHORTEST_WORD = 4
"""Letters from which on titles have a capital."""
_WORD = re.compile(r"[^\W\d_][\w’']*")
_NOT_NAMED = re.compile(
    r"(?:not to be|to remain|that (?:he|she|they) not be)"
    r" (?:further )?(?:named|identified|quoted|anonymous|unnamed)\b|(?:for )?anonymity\b"
)
_MARKS = "\"'“”‘’«»„‚`"

Found = TypeVar("Found", Finding, Statement)


def sound(document: Document, found: Iterable[Found]) -> tuple[list[Found], list[Drop]]:
    """Return the statements that are some, and for each other one why it is dropped."""
    kept: list[Found] = []
    drops: list[Drop] = []
    for one in found:
        reason = _fault(document, one)
        if reason is None:
            kept.append(one)
        else:
            of_content = reason in (NO_WORDS, TITLE)
            place = one.content if of_content else one.cue or one.source
            drops.append(Drop(place[0], reason))
    return kept, drops


def _fault(document: Document, one: Finding | Statement) -> str | None:
    checks = {
        OWN_NAME: _names_itself,
        NAMES_NOBODY: _names_nobody,
        NO_WORDS: _has_no_words,
        UNNAMED: _asks_no_name,
        TITLE: _is_title,
    }
    return next((reason for reason, holds in checks.items() if holds(document, one)), None)


def _names_itself(document: Document, one: Finding | Statement) -> bool:
    """Whether this is ``…, Our Agency reports`` or ``Our Agency: …`` in its headline.

    An outlet that names itself attributes nothing; before its turns in an interview it asks.
    """
    if document.outlet is None or not one.source:
        return False
    (source, *_), named = one.source, document.outlet.casefold()
    return source.of(document.text).casefold() == named and (
        bool(one.cue)
        or any(b.kind is BlockKind.HEADLINE and b.span.covers(source) for b in document.blocks)
    )


def _names_nobody(document: Document, one: Finding | Statement) -> bool:
    """Whether a source holds neither a noun nor a pronoun: "in the", "so far", "today".

    Beside no cue, or a colon, it is a label of the layout, as "A" is that of answers.
    """
    cued = any(sign.isalpha() for span in one.cue for sign in span.of(document.text))
    if document.language not in ENGLISH or not one.source or not cued:
        return False
    words = [
        word
        for span in one.source
        for word in tokens(document.text, span.start, span.end, [])
        if word.text[0].isalnum()
    ]
    return all(word.low in _NO_NAMES or is_adverb(word) for word in words)


def names_somebody(document: Document, one: Statement) -> bool:
    """Whether a source holds a capitalised name or is a pronoun, rather than a noun alone."""
    return any(
        word.low in SUBJECT_PRONOUNS or (word.text[0].isupper() and word.low not in _NO_NAMES)
        for span in one.source
        for word in tokens(document.text, span.start, span.end, [])
    )


def _asks_no_name(document: Document, one: Finding | Statement) -> bool:
    return _NOT_NAMED.match(document.text, one.content[0].start) is not None


def _has_no_words(document: Document, one: Finding | Statement) -> bool:
    """Whether a line such as "Voss: 1,204" gives the figures of somebody, and no words."""
    return not one.cue and not any(
        letter.isalpha() for span in one.content for letter in span.of(document.text)
    )


def _is_title(document: Document, one: Finding | Statement) -> bool:
    """Whether marks around a whole paragraph are those of a title, by its capitals."""
    if document.language not in ENGLISH or one.cue or len(one.content) > 1:
        return False
    content = one.content[0]
    whole = _block_at(document, content.start).span.of(document.text)
    words = _WORD.findall(content.of(document.text))
    long = [word for word in words if len(word) >= _SHORTEST_WORD]
    return (
        1 < len(words) <= _LONGEST_TITLE
        and whole.strip(_MARKS + ".") == content.of(document.text).strip(_MARKS + ".")
        and whole[0] in _MARKS
        and len(long) > 1
        and all(word[0].isupper() for word in long)
    )


def _block_at(document: Document, offset: int) -> Block:
    at = bisect_right(document.blocks, offset, key=lambda block: block.span.start)
    return document.blocks[max(at - 1, 0)]
