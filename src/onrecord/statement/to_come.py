"""What is announced to be said: ``the council will say``, ``Bo is expected to tell``."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.statement.cues import Cue, Frame, Inflection
from onrecord.statement.phrases import BE, WILL, phrase_ending_at, verb_group_start
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence

_EXPECTED = frozenset("expected due set scheduled going about likely".split())
_ANNOUNCED = frozenset("say tell announce report ask urge warn inform propose".split())
"""Verbs whose future is speech to come; that of others is mostly a forecast."""


def to_come(
    sentence: Sentence, verb: int, cue: Cue, earlier: Sequence[Range]
) -> tuple[Range, int] | None:
    """Return who is to say something, and where the words that put it in the future begin.

    None where the verb tells nothing of the kind. `earlier` holds the sources of the cues before
    it in the sentence, which a coordinate verb ("… and will say") shares.
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
    elif not {token.low for token in sentence[group:verb]} & WILL:
        return None
    if group > 0 and sentence[group - 1].low in ("and", "but"):
        return (earlier[-1], group) if earlier else None
    start = phrase_ending_at(sentence, group)
    return None if start is None else ((start, group), group)
