"""What is announced to be said: ``the council will say``, ``Bo is expected to tell``."""

from __future__ import annotations

from onrecord.statement.cues import Cue, Frame, Inflection
from onrecord.statement.phrases import BE, phrase_ending_at, verb_group_start
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence

_WILL = frozenset("will shall 'll ’ll".split())
_EXPECTED = frozenset("expected due set scheduled going about likely".split())
_ANNOUNCED = frozenset("say tell announce report ask urge warn inform propose".split())
"""Verbs whose future is speech to come; that of others is mostly a forecast."""


def to_come(sentence: Sentence, verb: int, cue: Cue) -> Range | None:
    """Return who is to say something, None where the verb tells nothing of the kind.

    The words that put it in the future begin where the source ends.
    """
    said = cue.frame in (Frame.CLAUSE, Frame.HEARER) and cue.inflection is Inflection.BASE
    if not said or cue.lemma not in _ANNOUNCED:
        return None
    group = verb_group_start(sentence, verb)
    if sentence[verb - 1].low == "to":
        at = verb - 1
        while at > 0 and sentence[at - 1].low in _EXPECTED:
            at -= 1
        group = verb_group_start(sentence, at)
        if not {token.low for token in sentence[group:at]} & BE:
            return None
    elif not {token.low for token in sentence[group:verb]} & _WILL:
        return None
    start = phrase_ending_at(sentence, group)
    return None if start is None else (start, group)
