"""Whose verb it is: from a cue to its source, in the orders that news prose uses."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.document import MONTHS
from onrecord.statement.cues import CUES, Frame
from onrecord.statement.phrases import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    is_capital,
    is_finite_verb,
    is_past_form,
    is_punctuation,
    phrase_ending_at,
    phrase_starting_at,
    skip_time_before,
    verb_group_start,
)
from onrecord.statement.tokens import Sentence, Token

Range = tuple[int, int]
"""A half-open range of the tokens of one sentence."""

_DASHES = frozenset({"—", "–", "-", "--"})
_LONGEST_ASIDE = 40  # tokens
_APPOSITIVE_OPENERS = frozenset(
    "a an the head chief director chair chairman chairwoman president leader spokesman "
    "spokeswoman spokesperson deputy secretary minister professor author founder".split()
)


def find_source(
    sentence: Sentence, verb: int, group: int, earlier: Sequence[Range]
) -> tuple[Range, str] | None:
    """Return the source of the verb at `verb` and the name of the order it stands in.

    `group` is where the verb's auxiliaries begin; `earlier` holds the sources of the cues
    before it in the sentence, which a coordinate verb ("… and added") shares.
    """
    end = skip_time_before(sentence, group)
    before = sentence[end - 1] if end > 0 else None
    if before is not None and before.text in _DASHES and end > 1:
        aside = _with_aside(sentence, end - 1)
        if aside is not None:
            return aside, "appositive"
    if before is None or before.quote is not None or before.text in _DASHES or before.text == ":":
        source = _after_verb(sentence, verb)
        return (source, "inverted") if source else None
    if before.text == ",":
        return _behind_comma(sentence, verb, end - 1)
    if before.low in ("who", "which") and end >= 2:
        antecedent_end = end - 2 if sentence[end - 2].text == "," else end - 1
        start = phrase_ending_at(sentence, antecedent_end)
        return None if start is None else ((start, antecedent_end), "relative")
    if before.low in ("and", "but", "then"):
        shared = earlier[-1] if earlier else sentence_subject(sentence, end - 1)
        return (shared, "coordinate") if shared else None
    start = phrase_ending_at(sentence, end)
    if start is None or (start > 0 and sentence[start - 1].low in ("whether", "if", "unless")):
        return None  # asked or supposed, not said
    return (start, end), "subject"


def _behind_comma(sentence: Sentence, verb: int, comma: int) -> tuple[Range, str] | None:
    """Tell ``Anna Bo, head of the union, said`` from ``the talks failed, said Anna Bo``."""
    inverted = _after_verb(sentence, verb)
    if inverted is not None and sentence[comma - 1].quote is not None:
        return inverted, "inverted"
    appositive = _with_aside(sentence, comma)
    if appositive is not None and _has_hearer(sentence[verb]):
        return appositive, "appositive"  # "Bo, the mayor, told Gull Radio on Sunday that …"
    if inverted is not None and _ends_there(sentence, inverted[1]):
        # "Bo, the mayor, said the family deserved better" has a verb of its own behind the cue.
        has_verb = any(map(is_past_form, sentence[inverted[0] + 1 : inverted[1]]))
        if appositive is None or not has_verb:
            return inverted, "inverted"
    return (appositive, "appositive") if appositive else None


def _has_hearer(verb: Token) -> bool:
    return any(cue.frame is Frame.HEARER for cue in CUES.get(verb.low, ()))


def _ends_there(sentence: Sentence, at: int) -> bool:
    """Whether nothing but an adjunct follows: no clause for the verb to govern."""
    if at >= len(sentence):
        return True
    following = sentence[at]
    return following.quote is None and (
        is_punctuation(following) or following.low in PREPOSITIONS | WEEKDAYS | {"when", "while"}
    )


def _after_verb(sentence: Sentence, verb: int) -> Range | None:
    """Read the source after its verb, as in ``…, said the minister.``"""
    start = verb + 1
    if start >= len(sentence):
        return None
    first = sentence[start]
    if not (
        is_capital(first)
        or first.low in DETERMINERS | SUBJECT_PRONOUNS
        or _is_titled_name(sentence, start)
    ):
        return None
    if first.low in WEEKDAYS or first.low in MONTHS:
        return None
    end = phrase_starting_at(sentence, start)
    if end == start or (end < len(sentence) and is_finite_verb(sentence[end])):
        return None
    return start, _over_appositive(sentence, end)


def _is_titled_name(sentence: Sentence, start: int) -> bool:
    """Whether a name stands behind its title in small letters: ``said party leader Anna Bo``."""
    at = start
    while at < min(len(sentence), start + 5) and sentence[at].text.islower():
        if sentence[at].low in PREPOSITIONS | BREAKS or sentence[at].low.endswith("ing"):
            return False
        at += 1
    return start < at < len(sentence) and is_capital(sentence[at])


def _over_appositive(sentence: Sentence, end: int) -> int:
    """Take in ``…, head of the union`` behind a name."""
    if end + 1 >= len(sentence) or sentence[end].text != ",":
        return end
    if sentence[end + 1].low not in _APPOSITIVE_OPENERS:
        return end
    stop = end + 1
    while stop < len(sentence) and not is_punctuation(sentence[stop]):
        if sentence[stop].quote is not None:
            break
        stop += 1
    return stop


def _with_aside(sentence: Sentence, closing: int) -> Range | None:
    """Read ``Anna Bo, head of the union,`` before its verb; `closing` is the second mark."""
    mark = sentence[closing].text
    at = closing - 1
    while at > 0 and sentence[at].text != mark:
        if sentence[at].quote is not None and mark == ",":
            return None
        if sentence[at].text in (";", ":"):
            return None
        at -= 1
    if closing - at > _LONGEST_ASIDE:
        return None
    if at <= 0:
        # "Secretary Bo following the meeting in Oslo, stated": a comma that should not be.
        end = phrase_starting_at(sentence, 0, ceiling=closing) if mark == "," else 0
        return (0, end) if 0 < end < closing and is_capital(sentence[end - 1]) else None
    start = phrase_ending_at(sentence, at)
    if start is None or not (
        is_capital(sentence[at - 1])
        or is_capital(sentence[start])
        or sentence[start].low in DETERMINERS
    ):
        return None
    if sentence[at - 1].low in WEEKDAYS.union(MONTHS) or sentence[at - 1].text.isdigit():
        return None
    describes = sentence[at + 1]
    adverbial = describes.low in BREAKS or describes.low.endswith("ing")
    if mark != "," or (adverbial and describes.text.islower()):
        return start, at  # "the agency, citing sources, reported", "Bo, when asked, said"
    return (start, at) if _is_told(sentence, at + 1, closing) else (start, closing)


def _is_told(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an aside tells who tells it: ``the mayor, Ada Brill told us, had said``."""
    if sentence[start].low in ("who", "which"):
        return False
    return any(
        phrase_ending_at(sentence, verb_group_start(sentence, verb), floor=start) == start
        for verb in range(start + 1, end)
        if is_finite_verb(sentence[verb])
        and any(
            cue.frame in (Frame.CLAUSE, Frame.HEARER) for cue in CUES.get(sentence[verb].low, ())
        )
    )


def sentence_subject(sentence: Sentence, limit: int) -> Range | None:
    """Guess the subject of the main clause: the first noun phrase before token `limit`."""
    at = 0
    while at < limit and (is_punctuation(sentence[at]) or sentence[at].low in ADVERBS):
        at += 1
    if at < limit and sentence[at].low in PREPOSITIONS | BREAKS | QUESTION_WORDS:
        while at < limit and sentence[at].text != ",":
            at += 1
        at += 1
    if at >= limit:
        return None
    first = sentence[at]
    if not (is_capital(first) or first.low in DETERMINERS or first.low in SUBJECT_PRONOUNS):
        return None
    end = phrase_starting_at(sentence, at, ceiling=limit)
    verb = next((k for k in range(at + 1, end) if is_past_form(sentence[k])), end)
    return (at, verb) if verb > at else None
