"""The time that stands beside the words that attribute a statement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.model import Act, Factuality, Granularity, Interval, Kind, Said, Span, Statement
from onrecord.utterance.times import Base, Days, Expression, find_times
from onrecord.utterance.times.calendar import shifted
from onrecord.utterance.times.numbers import count_of
from onrecord.utterance.when import words as w
from onrecord.utterance.when.references import References, days_of
from onrecord.utterance.when.sheet import REACH, Sheet, anchor, set_apart, without

_OPENS = re.compile(r"[\s\"“(„«]*(?:but|and|then|meanwhile|later|earlier)?,?\s*", re.IGNORECASE)
_NEAR = 90
_EXACT = frozenset({Granularity.DAY, Granularity.MINUTE})
_SHORT = 9
"""Words of a content behind which the time of its cue may stand: "rejected the plan on Friday"."""
_DETERMINED = re.compile(r"(?:the|an?|his|her|its|their|any|all|no|[^\W_]+['’]s)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"that|this|it|them|him|her|so", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:to|that|will|would|was|were|is|are|has|had|have|be)\b", re.IGNORECASE)
_MARKS = re.compile(r"[\s\"”“’‘',»«]*(?:and\s)?")
_ENDS = re.compile(
    r"\s*(?:$|[,.;:!?)\x00—–]|(?:in|at|during|on|to|after|before|as|by|that|when|saying|adding|while"
    r"|with|but|and)\b)"
)


class Attribution:
    """One statement's cue, and the words of the report around it."""

    def __init__(self, sheet: Sheet, references: References) -> None:
        self._sheet = sheet
        self._references = references

    def said(self, statement: Statement, told: Mapping[str, Said]) -> Said | None:
        """Return when a statement was said by the words that attribute it, None where they are mum.

        `told` are the times of those that it may stand inside of, by their ids.
        """
        if not is_told_as_made(statement) or not (statement.cue or statement.source):
            return None
        here = anchor(statement)
        sentence = self._sheet.sentence_of(here)
        if sentence is None:
            return None
        # A sentence may be a whole book in one line: only its part about the cue is read.
        start = max(sentence.start, here.start - REACH)
        words = self._masked(start, min(sentence.end, here.end + REACH), statement)
        at, end = here.start - start, min(here.end - start, len(words))
        if statement.cue and is_to_come(words[:at], words[at:end]):
            return None
        near: list[tuple[int, int, Expression]] = []
        for expression in find_times(words):
            gap = self._distance(
                statement, words, expression, at, end, whole=start == sentence.start
            )
            if gap is not None and not is_of_other(words, expression):
                near.append((gap, expression.start, expression))
        before = w.PERFECT.search(self._sheet.verb_of(here)) is not None
        from_this = self._from_this(statement)
        if from_this is not None:
            return from_this
        found = [
            self.meaning(statement, expression, start, told, before=before)
            for _, _, expression in sorted(near, key=lambda one: one[:2])
        ]
        known = [one for one in found if one is not None]
        return next((one for one in known if one.interval), known[0] if known else None)

    def meaning(
        self,
        statement: Statement,
        expression: Expression,
        start: int,
        told: Mapping[str, Said],
        *,
        before: bool = False,
    ) -> Said | None:
        """Return what words for a time, found from `start` on, mean for a statement beside them.

        Inside quotation marks they count from the day on which that was spoken.
        """
        span = Span(start + expression.start, start + expression.end)
        speaking = self._sheet.quoting(statement, span.start)
        found = self._references.resolve(expression, span.start, before=before)
        if speaking is not None and expression.base is Base.REPORT:
            parent = told.get(speaking.id)
            days: Days | None = days_of(parent.interval) if parent else None
            when = expression.resolve(days, before=before)
            found = (when, when.rule + ", from the day of speaking") if when else None
        elif speaking is not None and expression.base is Base.NAMED and not expression.anchor:
            # "The day before": before a day that the speaker named, perhaps in other words.
            found = found if expression.granularity not in _EXACT else None
        if found is None:
            return Said(span, expression.text, expression.rule, None)
        when, rule = found
        if self._references.is_to_come(when):
            return None
        return Said(span, expression.text, rule, replace(when, rule=rule))

    def _from_this(self, statement: Statement) -> Said | None:
        """ "Venner said on Friday, a day after Holm announced it": when Holm did."""
        starts = sorted({one[0].start for one in (statement.source, statement.cue) if one})
        sentence = self._sheet.sentence_of(Span(starts[0], starts[0] + 1))
        if sentence is None or self._sheet.parent(statement) is not None:
            return None
        found = (
            w.DAYS_FROM_THIS.search(self._sheet.text, max(sentence.start, at - 24), at)
            for at in starts
        )
        match = next((one for one in found if one), None)
        count = count_of(match["count"]) if match else None
        if match is None or count is None:
            return None
        days = -count if match["way"].lower() == "after" else count
        begin = max(sentence.start, match.start() - REACH)
        for at, expression in self._sheet.times_within(begin, match.start()):
            named = self._references.resolve(expression, at)
            day = named and days_of(named[0])
            other = day and day[0] == day[1] and shifted(day[0], days)
            if named and other:
                words = " ".join(match[0].split())
                rule = (
                    "counted back from the day named"
                    if days < 0
                    else "counted on from the day named"
                )
                when = Interval(str(other), str(other), named[0].granularity, words, rule)
                return Said(
                    Span(match.start(), match.start() + len(match[0].rstrip())), words, rule, when
                )
        return None

    def _masked(self, start: int, end: int, statement: Statement) -> str:
        """Return a stretch with all content but the reporting statement's blanked out."""
        here = anchor(statement)
        others = [c for c in self._sheet.quoted.on(Span(start, end)) if not c.covers(here)]
        parent = self._sheet.parent(statement)
        if parent is not None:
            # The words around a quotation date the quotation, not what is told in it.
            held = [c for c in parent.content if c.covers(here)]
            low, high = (held[0].start, held[0].end) if held else (start, start)
            others += [Span(0, low)] if low else []
            others.append(Span(high, max(end, high + 1)))
        words = without(self._sheet.text, start, end, others)
        return set_apart(words, here.start - start)

    def _distance(
        self,
        statement: Statement,
        words: str,
        expression: Expression,
        at: int,
        end: int,
        *,
        whole: bool,
    ) -> int | None:
        """Return how far a time is from the cue, or None where it belongs to something else.

        `whole` says that `words` begin where their sentence does.
        """
        if expression.start >= end:
            between = words[end : expression.start]
            if w.BLANK in between and not self._is_behind(statement, words, expression, end):
                return None
            between = between.partition(w.BLANK)[0]
            if w.ANOTHER_CLAUSE.search(between):
                return None
        else:
            between = words[expression.end : at]
            if statement.source and w.RELATIVE.fullmatch(statement.source[0].of(self._sheet.text)):
                return None  # "On Friday Brill met Drev, who said"
            if w.WHEN.fullmatch(between):
                return len(between)
            if whole and _OPENS.fullmatch(words[: expression.start]):
                # "On Thursday, …": the time of the whole sentence.
                return None if ";" in between else min(len(between), _NEAR)
            if w.BLANK in between:
                return None
        if len(between) > _NEAR or w.BARRIER.search(between):
            return None
        return len(between)

    def _is_behind(
        self, statement: Statement, words: str, expression: Expression, end: int
    ) -> bool:
        """Whether a time behind a content is that of its cue: "rejected the plan on Friday"."""
        between = words[end : expression.start]
        lead, content = between.partition(w.BLANK)[0], between.rstrip(" ,\"”’'»“")
        if (
            not content.endswith(w.BLANK)
            or len(lead) > _NEAR
            or not _ENDS.match(words, expression.end)
        ):
            return False
        own = [c.of(self._sheet.text) for c in statement.content]
        last = own[-1]
        if len(last) + 8 < content.count(w.BLANK):
            return False  # Another statement's words stand between.
        if statement.kind is Kind.DIRECT:
            return True
        if _PRONOUN.fullmatch(last):
            return True
        short = len(last.split()) <= _SHORT and bool(_DETERMINED.match(last))
        return short and not _CLAUSE.search(last)


def is_told_as_made(statement: Statement) -> bool:
    """Whether there is a day on which a statement was made: not of thoughts, plans and denials."""
    made = statement.factuality is Factuality.MADE
    return made and statement.act in (Act.SPEECH, Act.WRITING)


def is_to_come(before: str, cue: str) -> bool:
    """Whether a cue and the words before it tell of what is still to be said."""
    planned = w.PLANNED.search(cue)
    return planned is not None or any(
        w.FUTURE.search(words.replace(w.BLANK, " ")) is not None
        for words in (before, cue.rstrip().rpartition(" ")[0] + " ")
    )


def is_of_other(words: str, expression: Expression) -> bool:
    """Whether a time is that of something else: "since Monday", "the vote on Thursday"."""
    before, after = words[: expression.start], words[expression.end :]
    if w.WRITTEN_ON.search(before[-80:]):
        return False
    if w.OF_OTHER.search(before) or w.AFTERWARDS.search(after):
        return True
    about = w.ABOUT_OTHER.search(before[-80:])
    if about is not None and not w.IS_OCCASION.search(about["what"]):
        return True
    if w.POSSESSIVE.match(after):
        return w.OWN_NOUN.match(after) is None
    adjective = w.ADJECTIVE.search(before) or expression.text.lower().startswith("the ")
    return bool(adjective and w.NOUN.match(after) and not w.OWN_NOUN.match(after))
