"""What a verb says of its object: ``criticised the tax``, ``called it a mistake``."""

from __future__ import annotations

from onrecord.statement.cues import Cue
from onrecord.statement.ends import closes, content_end
from onrecord.statement.phrases import (
    AUXILIARIES,
    BREAKS,
    MODALS,
    OBJECT_PRONOUNS,
    WEEKDAYS,
    is_adverb,
    is_infinitive,
    is_punctuation,
    phrase_starting_at,
)
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence

_NO_OBJECT = frozenset("in at by during after when with off up out on as to into from of".split())
_HOW_OFTEN = frozenset("once twice back again every several many three four five".split())
"""What follows whom a phone call went to, and no name that somebody is called by."""


def object_of(sentence: Sentence, after: int, cue: Cue) -> tuple[Range, int, Range | None] | None:
    """Return the object of a verb, where its cue ends, and who is called on.

    `after` is the first token behind the verb.
    """
    if after >= len(sentence):
        return None
    first = sentence[after]
    if cue.lemma == "call" and first.low == "on":
        return _called_on(sentence, after)
    if is_punctuation(first) or first.low in _NO_OBJECT | BREAKS | WEEKDAYS:
        return None
    if cue.lemma == "call" and _is_rung(sentence, after):
        return None
    if _main_verb(sentence, after):
        return None
    end = content_end(sentence, after)
    colon = next((k for k in range(after + 1, end - 1) if sentence[k].text == ":"), end)
    handed_over = sentence[colon - 1].low != "saying"  # "quoted her as saying: “…”" has it inside
    if colon < end and sentence[colon + 1].quote is not None and handed_over:
        end = colon  # "praised the crews: “…”": the passage is a statement of its own
    if end - after < 2 and first.quote is None:
        return None
    return (after, end), after, None


def _main_verb(sentence: Sentence, after: int) -> bool:
    """Whether the clause's own verb follows, so that the other is a participle.

    ``The figures quoted publicly | are wrong``.
    """
    while after < len(sentence) and is_adverb(sentence[after]):
        after += 1
    return after < len(sentence) and sentence[after].low in AUXILIARIES | MODALS


def _is_rung(sentence: Sentence, after: int) -> bool:
    """Whether a call went to somebody's phone: ``called him only once``, ``called her back``."""
    end = phrase_starting_at(sentence, after)
    if sentence[after].low not in OBJECT_PRONOUNS:
        return end < len(sentence) and sentence[end].low in _HOW_OFTEN
    while end < len(sentence) and (is_adverb(sentence[end]) or sentence[end].low in _HOW_OFTEN):
        end += 1
    return closes(sentence, end) and not any(t.quote is not None for t in sentence[end:])


def _called_on(sentence: Sentence, on: int) -> tuple[Range, int, Range] | None:
    """Read ``called on the allies to open the door``."""
    end = phrase_starting_at(sentence, on + 1)
    if end == on + 1 or not is_infinitive(sentence, end):
        return None
    return (end, content_end(sentence, end)), on + 1, (on + 1, end)
