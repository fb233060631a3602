"""What was said: from a cue to its content, before it, behind it, or both."""

from __future__ import annotations

from onrecord.model import Act
from onrecord.statement.cues import CUES, Frame, Inflection
from onrecord.statement.ends import ADJUNCT_OPENERS, citing_words, content_end
from onrecord.statement.phrases import (
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    is_adverb,
    is_finite_verb,
    is_punctuation,
)
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence, Token

_ANSWERS = frozenset({"yes", "no"})
_DAY_PARTS = frozenset("morning afternoon evening night again".split())
_WIDEST_ADJUNCT = 25


def find_contents(
    sentence: Sentence, *, left_end: int, right_start: int, rightward: bool
) -> list[Range]:
    """Return the content of a cue: ranges of the sentence, none where it holds none.

    `left_end` is where source and cue begin, `right_start` the first token after cue,
    source and addressee. With `rightward` the content can only follow.
    """
    left = None if rightward else _left(sentence, left_end)
    right = _right(sentence, right_start, has_left=left is not None)
    if right is None and not rightward and right_start < len(sentence):
        right = _resumed(sentence, left_end, right_start)
        if right is not None and left is None:
            left = (0, left_end - 1)
        if right is not None and left is not None and not is_passage(sentence, left):
            return [left, right]
    if left is None or right is None:
        return [r for r in (left, right) if r is not None]
    if is_passage(sentence, left):
        # "…," X said, "…": both. "…," said X, who leads Y: the passage alone.
        return [left, right] if sentence[right[0]].quote is not None else [left]
    if sentence[left[1] - 1].quote is None or (
        is_passage(sentence, right) and _says(sentence, left)
    ):
        return [right]
    return [left, right]


def _says(sentence: Sentence, span: Range) -> bool:
    """Whether a verb of speech stands in a range: ``Some say “no,” others say “yes”``."""
    return any(
        cue.frame in (Frame.CLAUSE, Frame.HEARER) and cue.act is Act.SPEECH
        for token in sentence[span[0] : span[1]]
        for cue in CUES.get(token.low, ())[:1]
    )


def _resumed(sentence: Sentence, left_end: int, at: int) -> Range | None:
    """Take up the clause that the attribution interrupts: ``The tax, Bo said, will rise``."""
    if sentence[at].text != "," or at + 2 >= len(sentence) or left_end < 2:
        return None
    if sentence[left_end - 1].text != ",":
        return None
    interrupted = not any(is_finite_verb(t) for t in sentence[: left_end - 1])
    resumes = is_finite_verb(sentence[at + 1]) or _begins_clause(sentence, at + 1)
    if not (interrupted and resumes):
        return None
    return at + 1, content_end(sentence, at + 1)


def is_passage(sentence: Sentence, span: Range) -> bool:
    """Whether a range holds quoted passages and nothing besides."""
    inside = sentence[span[0] : span[1]]
    return all(t.quote is not None or is_punctuation(t) for t in inside) and any(
        t.quote is not None for t in inside
    )


def _left(sentence: Sentence, before: int) -> Range | None:
    end = before
    if (
        end > 1
        and sentence[end - 1].text in ("—", "–", "-", "--")
        and sentence[end - 2].text == ","
    ):
        end -= 2
    elif end > 0 and sentence[end - 1].text == ",":
        end -= 1
    elif end > 1 and sentence[end - 1].text in ("—", "–", "-", "--"):
        if not any(t.quote is not None or is_finite_verb(t) for t in sentence[: end - 1]):
            return None  # a dateline
        end -= 1
    elif end == 0 or sentence[end - 1].quote is None:
        return None
    start = 0
    while start < end and _is_lead_in(sentence, start):
        start += 1
    if start >= end:
        return None
    inside = sentence[start:end]
    if any(t.quote is not None for t in inside):
        return start, end
    if _is_asked(inside[0]):
        return None
    opens_adjunct = inside[0].low in PREPOSITIONS | QUESTION_WORDS | BREAKS
    if (len(inside) < 3 or opens_adjunct) and not any(is_finite_verb(t) for t in inside):
        return None
    return start, end


def _is_asked(first: Token) -> bool:
    """Whether a word opens what a speaker answers to: ``Asked whether …, Bo said``."""
    return any(
        cue.frame is Frame.HEARER and cue.inflection is Inflection.PAST
        for cue in CUES.get(first.low, ())
    )


def _is_lead_in(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    if token.low in ("and", "but", "so"):
        return at + 1 < len(sentence) and sentence[at + 1].quote is not None
    return token.quote is None and token.text in ("-", "–", "—", "•", ",")


def _right(sentence: Sentence, after: int, *, has_left: bool) -> Range | None:
    if after >= len(sentence):
        return None
    start = _opener(sentence, after)
    if start is None:
        start = _with_the_words(sentence, after)
    if start is None:
        start = _over_time(sentence, after)
        if start >= len(sentence) or is_punctuation(sentence[start]):
            return None
        first = sentence[start].low
        if first in ("and", "but", "or", "than"):
            return None
        if first in ADJUNCT_OPENERS and (has_left or not _has_clause(sentence, start)):
            return None
        if has_left and not _begins_clause(sentence, start):
            return None
    end = content_end(sentence, start)
    shortest = 1 if sentence[start].quote is not None or sentence[start].low in _ANSWERS else 2
    return (start, end) if end - start >= shortest else None


def _opener(sentence: Sentence, at: int) -> int | None:
    """Find "that", a colon or a passage that opens the content, over adjuncts only."""
    for k in range(at, min(len(sentence), at + _WIDEST_ADJUNCT)):
        token = sentence[k]
        if k == at and token.low in QUESTION_WORDS:
            return k
        if token.quote is not None or token.low in ("that", "how", "whether", "why", "what"):
            return k if k == at or _opens_adjunct(sentence[at]) else None
        if token.text == ":":
            return k + 1 if k + 1 < len(sentence) else None
        if token.text == ",":
            if _opens_aside(sentence, k + 1):
                return _behind_aside(sentence, k + 2)
            if k + 1 < len(sentence) and sentence[k + 1].quote is not None:
                return k + 1
            if k == at:
                return None
        if k > at and (token.low in SUBJECT_PRONOUNS or is_finite_verb(token)):
            return None
    return None


def _with_the_words(sentence: Sentence, at: int) -> int | None:
    """Find the passage of ``answered the request with the words “…”``."""
    for k in range(at, min(len(sentence), at + _WIDEST_ADJUNCT) - 3):
        words = tuple(token.low for token in sentence[k : k + 3])
        if words in (("with", "the", "words"), ("with", "the", "word")):
            return k + 3 if sentence[k + 3].quote is not None else None
    return None


def _opens_aside(sentence: Sentence, at: int) -> bool:
    """Whether what was said may stand behind an aside: ``told him, getting up, that …``."""
    if at + 1 >= len(sentence) or sentence[at].quote is not None:
        return False
    return sentence[at].low.endswith("ing") or citing_words(sentence, at) > 0


def _behind_aside(sentence: Sentence, start: int) -> int | None:
    """Find "that" or a passage behind ``, citing somebody,``."""
    commas = (k for k in range(start, len(sentence) - 1) if sentence[k].text == ",")
    after = next(commas, len(sentence) - 1) + 1
    if after >= len(sentence):
        return None
    opens = sentence[after].quote is not None or sentence[after].low == "that"
    return after if opens else None


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Whether a subject stands at `at`: ``After the vote, Bo said she had lost``."""
    first = sentence[at]
    if len(sentence) - at < 4 or is_adverb(first) or first.low.endswith("ing"):
        return False
    return first.low in SUBJECT_PRONOUNS | DETERMINERS | {"there"} or first.text[0].isupper()


def _opens_adjunct(first: Token) -> bool:
    return first.text == "," or first.low in ADJUNCT_OPENERS | WEEKDAYS or is_adverb(first)


def _over_time(sentence: Sentence, at: int) -> int:
    n = len(sentence)
    if at + 1 < n and sentence[at].low == "on" and sentence[at + 1].low in WEEKDAYS:
        at += 2
    elif sentence[at].low in WEEKDAYS or sentence[at].low in ("today", "yesterday"):
        at += 1
    while at < n and sentence[at].low in _DAY_PARTS:
        at += 1
    return at


def _has_clause(sentence: Sentence, at: int) -> bool:
    return any(is_finite_verb(t) for t in sentence[at + 2 :])
