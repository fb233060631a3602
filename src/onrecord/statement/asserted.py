"""Whether a report tells a statement as made, or asks, supposes or denies that it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Act, Document, Kind, Statement
from onrecord.statement.checks import ENGLISH
from onrecord.statement.phrases import AUXILIARIES, MODALS

NOT_ASSERTED = 0.5
"""The highest confidence in words that a report does not tell as said: set by hand, so that
they are marked wherever they are shown."""

_SAID = frozenset({Act.SPEECH, Act.WRITING})
_SUPPOSING = frozenset("if unless whether though".split())
_NOBODY = frozenset("no nobody none neither nor".split())
_NEGATION = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)\s+$")
_LOOK_BACK = 30
"""Code points in which the word before a source is looked for."""


def with_assertion(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield `statements`, none surer than `NOT_ASSERTED` that the report does not tell as made.

    What somebody thinks or plans may well stand in a modal ("would like to see").
    """
    for one in statements:
        if document.language in ENGLISH and one.act in _SAID and not _is_asserted(document, one):
            yield replace(one, confidence=min(one.confidence, NOT_ASSERTED))
        else:
            yield one


def _is_asserted(document: Document, one: Statement) -> bool:
    text = document.text
    cue = " ".join(span.of(text) for span in one.cue)
    words = [word.lower() for word in _WORD.findall(cue)]
    denied = _NEGATION.search(cue) is not None
    if denied and one.kind is not Kind.INDIRECT:
        return False
    # "Could not confirm" tells what she did say.
    if not denied and MODALS.intersection(words):
        return False
    if not one.source:
        return True
    start = min(span.start for span in (*one.source, *one.cue))
    before = _LAST_WORD.search(text[max(0, start - _LOOK_BACK) : start])
    if before is not None and before[1].lower() in _SUPPOSING | {"neither", "nor", "or"}:
        return False
    first = _WORD.search(one.source[0].of(text))
    return not (first is not None and first[0].lower() in _NOBODY) and not _is_asked(text, one)


def _is_asked(text: str, one: Statement) -> bool:
    """Whether an auxiliary stands before the source and the verb after: "Did she say …?"."""
    source = one.source[0]
    later = [span for span in one.cue if span.start > source.start]
    before = _LAST_WORD.search(text[max(0, source.start - _LOOK_BACK) : source.start])
    return bool(later) and before is not None and before[1].lower() in AUXILIARIES | MODALS
