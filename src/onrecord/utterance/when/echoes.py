"""One remark told twice in a report has one time: the headline has that of the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.model import BlockKind, Said, Statement
from onrecord.utterance.when.attribution import is_told_as_made
from onrecord.utterance.when.settings import People
from onrecord.utterance.when.sheet import Sheet

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"»“]|‘([^‘]+?)’(?!\w)")
_ENOUGH = 3
"""Words that two tellings must have in common, one of them all that it has."""


def echoes(sheet: Sheet, people: People, told: Mapping[str, Said]) -> dict[str, Said]:
    """Return the times of statements whose quoted words another one tells, and when.

    Of a headline all words count: it leaves out the marks, and some of the words.
    """
    dated = [s for s in sheet.statements if s.id in told and told[s.id].interval]
    words_of = {s.id: _words(_content(sheet, s)) for s in dated}
    tellings = [(s, words_of[s.id], f" {' '.join(words_of[s.id])} ") for s in dated]
    found: dict[str, Said] = {}
    for one in sheet.statements:
        if one.id in told or not is_told_as_made(one):
            continue
        head = _is_head(sheet, one)
        pieces = [_content(sheet, one)] if head else _quotations(sheet, one)
        wanted = [words for piece in pieces if len(words := _words(piece)) >= _ENOUGH]
        if not wanted:
            continue
        same = [
            other
            for other, words, whole in tellings
            if not _is_inside(one, other)
            and people.may_be_same(one, other)
            and all(
                f" {' '.join(piece)} " in whole or (head and set(piece) <= set(words))
                for piece in wanted
            )
        ]
        said = _one(told, (s for s in same if not sheet.depths[s.id])) or _one(told, same)
        if said is not None:
            found[one.id] = said
    return found


def _one(told: Mapping[str, Said], statements: Iterable[Statement]) -> Said | None:
    """Return the time of all the statements, None where they have several."""
    times = [told[s.id] for s in statements]
    days = {(t.interval.start, t.interval.end) for t in times if t.interval}
    return min(times, key=lambda t: (t.rule == "scene", t.text)) if len(days) == 1 else None


def _is_inside(one: Statement, other: Statement) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _is_head(sheet: Sheet, one: Statement) -> bool:
    sentence = sheet.sentence_of(one.content[0])
    return sentence is not None and sentence.kind is BlockKind.HEADLINE


def _content(sheet: Sheet, one: Statement) -> str:
    return " ".join(c.of(sheet.text) for c in one.content)


def _quotations(sheet: Sheet, one: Statement) -> list[str]:
    return [a or b for a, b in _QUOTED.findall(_content(sheet, one))]


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
