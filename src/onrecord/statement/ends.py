"""Where what was said ends in its sentence: before the next attribution, or with the passage."""

from __future__ import annotations

from itertools import takewhile

from onrecord.model import Act
from onrecord.statement.cues import CUES, Frame, Inflection
from onrecord.statement.phrases import (
    ADVERBS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    WILL,
    is_finite_verb,
    is_punctuation,
    phrase_ending_at,
    verb_group_start,
)
from onrecord.statement.tokens import Sentence

ADJUNCT_OPENERS = frozenset(
    "in on at by with for about of during after before following from when while as amid "
    "alongside via through to against".split()
)
_BEHIND_CLOSING = ADJUNCT_OPENERS | WEEKDAYS | {"that"}
"""What may follow on an attribution that closes its sentence, besides a mark."""
_STOPS = ".;!?…,"
_LONGEST_SUBJECT = 8
_CITING = (["quoting"], ["referring", "to"], ["with", "reference", "to"])
"""What cites behind a comma, and elsewhere does something else."""
_BEHIND_PASSAGE = frozenset("and but before when while as rather".split())


def content_end(sentence: Sentence, start: int) -> int:
    """Return where the content that begins at `start` ends, its final stop left out.

    It ends before the next attribution of the sentence: ``, adding that``, ``and warned``,
    ``, according to``, ``, X reports``.
    """
    if sentence[start].quote is not None and _is_complete(sentence, start):
        return start + 1
    for k in range(start + 2, len(sentence)):
        token, before = sentence[k], sentence[k - 1]
        if token.low == "according" and k + 1 < len(sentence) and sentence[k + 1].low == "to":
            if before.text == "," and sentence[k - 2].low == "that":
                continue  # "said that, according to Bo, the pier was shut"
            return k - 1 if before.text == "," else k
        if citing_words(sentence, k):
            return k - 1 if before.text == "," else k
        speech = [c for c in CUES.get(token.low, ()) if c.frame in (Frame.CLAUSE, Frame.HEARER)]
        if not speech or speech[0].act is Act.THOUGHT:
            continue
        if before.text == "," and speech[0].inflection is Inflection.PARTICIPLE:
            return k - 1
        if before.low in WILL and sentence[k - 2].low in ("and", "but"):
            return k - 2
        if speech[0].inflection not in (Inflection.PAST, Inflection.PRESENT):
            continue
        if before.low in ("and", "but"):
            return k - 2 if sentence[k - 2].text == "," and k - 2 > start else k - 1
        if before.text == "," and _governs(sentence, k):
            return k - 1
        closing = _closing_attribution(sentence, k, start)
        if closing is not None:
            return closing
    end = len(sentence)
    while end > start and sentence[end - 1].quote is None and sentence[end - 1].text in _STOPS:
        end -= 1
    return end


def citing_words(sentence: Sentence, at: int) -> int:
    """Return how many tokens from `at` on lead to whom a report has its words from."""
    low = [token.low for token in sentence[at : at + 3]]
    if low[:1] == ["citing"]:
        return 1
    if at == 0 or sentence[at - 1].text != ",":
        return 0
    return next((len(words) for words in _CITING if low[: len(words)] == words), 0)


def _is_complete(sentence: Sentence, passage: int) -> bool:
    """Whether a passage is all that was said: ``said “no”, and left``, ``said “no” before …``."""
    if passage + 2 >= len(sentence):
        return False
    following = sentence[passage + 1]
    if following.text == "," or following.low in _BEHIND_PASSAGE:
        return True
    if following.low in PREPOSITIONS:  # "said “never” to the bread"
        rest = takewhile(lambda token: token.text != ",", sentence[passage + 2 :])
        return not any(map(is_finite_verb, rest))
    return _says_next(sentence, passage + 1)


def _says_next(sentence: Sentence, at: int) -> bool:
    """Whether another attribution begins at `at`: ``“no,” others say “yes”``."""
    for verb in range(at + 1, min(at + _LONGEST_SUBJECT, len(sentence))):
        cues = CUES.get(sentence[verb].low, ())
        if cues and cues[0].frame in (Frame.CLAUSE, Frame.HEARER):
            return phrase_ending_at(sentence, verb_group_start(sentence, verb), floor=at) == at
    return False


def _governs(sentence: Sentence, verb: int) -> bool:
    """Whether a verb behind a comma goes on to its own source or content: ``…, said Bo``."""
    if verb + 1 >= len(sentence):
        return False
    following = sentence[verb + 1]
    return (
        following.quote is not None
        or following.low in ("that", "the")
        or following.low in SUBJECT_PRONOUNS
        or following.text[0].isupper()
    )


def closes(sentence: Sentence, at: int) -> bool:
    """Whether nothing but an adjunct follows: no words that were said."""
    if at >= len(sentence):
        return True
    following = sentence[at]
    if following.text == "," and at + 1 < len(sentence):
        return not _asks_on(sentence, at + 1)
    return is_punctuation(following) or following.low in ADJUNCT_OPENERS | WEEKDAYS | ADVERBS


def _asks_on(sentence: Sentence, at: int) -> bool:
    """Whether a question without marks stands at `at`: ``I asked him, stand for what?``"""
    return sentence[-1].text == "?" and sentence[at].text.islower()


def _closing_attribution(sentence: Sentence, verb: int, start: int) -> int | None:
    """Return the comma of ``, the agency reports.``, where another source takes the whole."""
    after = sentence[verb + 1 : verb + 2]
    if after and not (is_punctuation(after[0]) or after[0].low in _BEHIND_CLOSING):
        return None
    phrase = phrase_ending_at(sentence, verb_group_start(sentence, verb), floor=start)
    if phrase is None or phrase <= start + 1 or sentence[phrase - 1].text != ",":
        return None
    return phrase - 1
