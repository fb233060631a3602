"""Carry a time through what somebody retells: "On Monday he rang. He said …, I answered …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from onrecord.actor.words import PRONOUNS
from onrecord.model import Said, Span, Statement
from onrecord.utterance.times import find_times
from onrecord.utterance.when import words as w
from onrecord.utterance.when.attribution import is_of_other, is_told_as_made
from onrecord.utterance.when.references import References
from onrecord.utterance.when.sheet import Sheet, anchor

_FAR = 260
"""Code points between two remarks of one retold conversation."""
_MET = re.compile(
    r"\b(?:rang|telephoned|phoned|called|met|received|saw|visited|wrote to|spoke|talked|dined)\b",
    re.IGNORECASE,
)


def retold(
    sheet: Sheet, references: References, told: Mapping[str, Said], depth: int
) -> dict[str, Said]:
    """Return the times of statements `depth` deep that others beside them, or the report, tell.

    A conversation that somebody retells goes on with "I answered" and "she said", until
    another time is named; where the report says just before the quotation when the two met,
    that is when.
    """
    found: dict[str, Said] = {}
    inside: dict[str, list[Statement]] = defaultdict(list)
    for one in sheet.statements:
        above = sheet.parent(one)
        if above is not None and sheet.depths[one.id] == depth:
            inside[above.id].append(one)
    for siblings in inside.values():
        last: Statement | None = None
        for one in siblings:
            said = told.get(one.id)
            if said is None and is_told_as_made(one) and _is_retold(sheet, one):
                known = (told.get(last.id) or found.get(last.id)) if last else None
                if last is None:
                    known = _met(sheet, references, one)
                elif known is None or not _goes_on(sheet, last, one, known):
                    known = None
                if known is not None:
                    found[one.id] = known
            if is_told_as_made(one):
                last = one
    return found


def _is_retold(sheet: Sheet, one: Statement) -> bool:
    verb = sheet.verb_of(anchor(one))
    if not one.source or w.PERFECT.search(verb) or w.EARLIER.search(verb):
        return False
    cue = anchor(one).of(sheet.text).split()
    if cue and w.PRESENT.search(cue[0]):
        return False
    words = one.source[0].of(sheet.text).lower().split()
    return bool(words) and words[-1] in PRONOUNS


def _goes_on(sheet: Sheet, last: Statement, one: Statement, said: Said) -> bool:
    """Whether a remark follows on another with no time between."""
    low, high = anchor(last).end, anchor(one).start
    if not 0 <= high - low <= _FAR + sum(c.end - c.start for c in last.content):
        return False
    words = sheet.text[low:high]
    for content in (*last.content, *([said.span] if said.span else [])):
        start, end = max(content.start - low, 0), max(content.end - low, 0)
        words = words[:start] + w.BLANK * len(words[start:end]) + words[end:]
    if len(re.findall(r"[.?!](?=\s|$)", words.replace(w.BLANK, ""))) > 1:
        return False
    tail = sheet.text[high : min(anchor(one).end + 60, len(sheet.text))]
    return not any(find_times(words)) and not any(find_times(re.split(r"[.:;“\"]", tail)[0]))


def _met(sheet: Sheet, references: References, one: Statement) -> Said | None:
    """Return the time of a sentence right before a quotation that tells when the two met."""
    above = sheet.parent(one)
    if above is None or (above.source and above.source[0].start < above.content[0].start):
        return None
    start = above.content[0].start
    here = sheet.page.sentence_at(start)
    if not here or sheet.text[above.content[0].start : anchor(one).start].count(".") > 0:
        return None
    before = sheet.page.sentences[here - 1]
    words = sheet.apart(here - 1)
    if sheet.page.sentences[here].block - before.block > 1 or not _MET.search(words):
        return None
    times = list(find_times(words))
    if len(times) != 1 or is_of_other(words, times[0]):
        return None
    at = before.start + times[0].start
    resolved = references.resolve(times[0], at)
    if resolved is None or references.is_to_come(resolved[0]):
        return None
    span = Span(at, before.start + times[0].end)
    return Said(span, times[0].text, resolved[1], resolved[0])
