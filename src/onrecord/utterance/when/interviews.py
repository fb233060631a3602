"""When an interview was given: its turns have the time that its head tells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import BlockKind, Kind, Said, Span, Statement
from onrecord.utterance.when.attribution import is_of_other, is_told_as_made
from onrecord.utterance.when.references import References
from onrecord.utterance.when.sheet import Sheet, anchor, near

_HEAD = 8
"""Sentences before the first turn in which an interview says when it was given."""
_GIVEN = re.compile(
    r"\b(?:interview\w*|conversation|transcript|sp(?:eaks?|oke)|talk(?:s|ed)|met|meets|receive[sd]|"
    r"sat down|answer(?:s|ed)|took questions|was asked|joined|visited|called on)\b",
    re.IGNORECASE,
)


def turns(sheet: Sheet, references: References, told: Mapping[str, Said]) -> dict[str, Said]:
    """Return the time of each turn of an interview that tells in its head when it was given."""
    every = [s for s in sheet.statements if _is_turn(sheet, s)]
    askers = {_label(sheet, s) for s in every if _asks(sheet, s)}
    found = [s for s in every if _label(sheet, s) not in askers]
    if len(found) < 2:
        return {}
    first = found[0].source[0].start
    said = _given(sheet, references, sheet.page.sentence_at(first))
    return {s.id: said for s in found if said and s.id not in told and is_told_as_made(s)}


def _is_turn(sheet: Sheet, statement: Statement) -> bool:
    """Whether a statement is a paragraph behind the name of who speaks: ``BRILL: We shall``."""
    if sheet.depths[statement.id] or statement.kind is not Kind.DIRECT or not statement.source:
        return False
    sentence = sheet.sentence_of(statement.source[0])
    if sentence is None or sentence.kind is BlockKind.HEADLINE:
        return False
    here = anchor(statement)
    colon = sheet.text[statement.source[0].end : statement.content[0].start].strip()
    opens = not sheet.text[sentence.start : statement.source[0].start].strip(" *–—-[(")
    return opens and (here.of(sheet.text) == ":" or colon == ":")


def _label(sheet: Sheet, statement: Statement) -> str:
    return statement.source[0].of(sheet.text).lower()


def _asks(sheet: Sheet, statement: Statement) -> bool:
    """Whether a turn ends with a question: whoever asks says nothing of their own."""
    last = statement.content[-1]
    end = sheet.text.find("\n", last.end)
    return sheet.text[last.start : end if end >= 0 else None].rstrip(' ”"»').endswith("?")


def _given(sheet: Sheet, references: References, until: int) -> Said | None:
    """Return the one time in the sentences above that is that of a conversation."""
    found: dict[tuple[str, str], Said] = {}
    for index, start, expression in sheet.times:
        if not until - _HEAD <= index < until:
            continue
        words, here = near(sheet.own_words(index), expression)
        at = here.start
        clause = re.split(r"[;:]", words[:at])[-1] + re.split(r"[;:]", words[at:])[0]
        told = references.resolve(expression, start)
        if told is None or not _GIVEN.search(clause) or is_of_other(words, here):
            continue
        if not references.is_to_come(told[0]):
            span = Span(start, start + expression.end - expression.start)
            key = (told[0].start, told[0].end)
            found.setdefault(key, Said(span, expression.text, told[1], told[0]))
    return next(iter(found.values())) if len(found) == 1 else None
