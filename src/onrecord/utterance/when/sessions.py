"""Occasions of many speakers: a trial, a debate, whatever "the rally" or "the court" heard."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Act, Said, Statement
from onrecord.utterance.when import words as w
from onrecord.utterance.when.references import days_of
from onrecord.utterance.when.sheet import Sheet, anchor

_AUDIENCES = (
    r"rally|court|tribunal|jury|inquest|inquiry|hearing|trial|chamber|parliament|house|senate|"
    r"assembly|council|committee|commission|congress|conference|convention|forum|summit|meeting|"
    r"session|sitting|debate|crowd|gathering|demonstration|congregation|delegates|deputies|briefing|"
    r"letter|statement|interview|speech|address|broadcast|programme|telegram|communiqu[ée]"
)
_NAMED = re.compile(rf"\b(?:{_AUDIENCES})\b", re.IGNORECASE)
_THE = re.compile(rf"\b(?:the|that|same)\s+(?:same\s+)?(?P<noun>{_AUDIENCES})\b", re.IGNORECASE)
_TRIAL = re.compile(
    r"\b(?:court|tribunal|jury|inquest|trial)\b[^.]{0,200}\b(?:heard|hears|resumed|opened)\b"
    r"|\btook the (?:witness )?stand\b|\bgave evidence\b|\btestified\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:statement|letter|interview|outside|telephone|spokes\w+|office|agency|television|radio|"
    r"website|meanwhile|elsewhere|ministry|press)\b",
    re.IGNORECASE,
)
_TESTIFIES = re.compile(r"\b(?:testified|gave evidence)\b", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:In|At|During|Before|Addressing)\s+the\s+\w+")
_SHORT = 20
"""Code points of a source that is but "the letter"."""
_BEHIND = 60
"""Code points behind a cue in which whoever was told is named."""


class Sessions:
    """What is told of occasions on which several people speak, down to where one reads."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._by_noun: dict[str, Said | None] = {}
        self._trial: tuple[int, Said] | None = None
        self._read, self._left = 0, False

    def take(self, start: int, said: Said) -> None:
        """Note the sentence at an offset, which tells when somebody spoke."""
        nouns, is_trial = _occasions(self._sheet.apart(self._sheet.page.sentence_at(start)))
        for noun in nouns:
            known = self._by_noun.get(noun, said)
            same = known is not None and days_of(known.interval) == days_of(said.interval)
            self._by_noun[noun] = known if same else None
        if is_trial:
            self._trial = (start, said)
            self._read, self._left = self._sheet.page.sentence_at(start), False

    def of(self, statement: Statement) -> Said | None:
        """Return the time of the occasion that a statement's own words name as one known."""
        verb = self._sheet.verb_of(anchor(statement))
        if w.EARLIER.search(verb) or w.HEARD.search(verb):
            return None
        if self._trial is not None and self._is_of_trial(statement):
            return self._trial[1]
        times = (self._by_noun.get(noun) for noun in self._nouns(statement))
        return next((said for said in times if said is not None), None)

    def _is_of_trial(self, statement: Statement) -> bool:
        """Whether words were spoken at the trial that is told of: nothing else was named since."""
        cue, start = anchor(statement).of(self._sheet.text), anchor(statement).start
        if _TESTIFIES.search(cue):
            return True
        if statement.act is not Act.SPEECH or w.PRESENT.search(cue):
            return False
        return not self._is_over(start)

    def _is_over(self, until: int) -> bool:
        """Whether the report has gone on from the trial, to another time or place, by an offset."""
        if self._trial is None or self._left:
            return True
        at = bisect_right(self._sheet.times, self._trial[0], key=lambda time: time[1])
        if at < len(self._sheet.times) and self._sheet.times[at][1] < until:
            self._left = True
        here = self._sheet.page.sentence_at(until)
        for index in range(self._read + 1, here + 1):
            self._left |= _ELSEWHERE.search(self._sheet.own_words(index)) is not None
        self._read = max(self._read, here)
        return self._left

    def _nouns(self, statement: Statement) -> Iterator[str]:
        here = anchor(statement)
        sentence = self._sheet.sentence_of(here)
        until = sentence.end if sentence else here.end
        end = min((c.start for c in statement.content if c.start >= here.end), default=until)
        behind = self._sheet.text[here.start : max(min(end, here.end + _BEHIND), here.end)]
        begin = sentence.start if sentence else here.start
        opening = _OPENS.match(self._sheet.text, begin, here.start)
        told = (opening[0] + ", ") if opening else ""
        told += "".join(s.of(self._sheet.text) + ", " for s in statement.addressee)
        told += "".join(
            s.of(self._sheet.text) for s in statement.source if s.end - s.start <= _SHORT
        )
        yield from (m["noun"].lower() for m in _THE.finditer(told + behind))


@lru_cache(maxsize=16)
def _occasions(words: str) -> tuple[frozenset[str], bool]:
    """Return the audiences that a sentence names, and whether it tells of a trial.

    The last are kept: one sentence may tell of many times.
    """
    nouns = frozenset(m[0].lower() for m in _NAMED.finditer(words))
    return nouns, _TRIAL.search(words) is not None
