"""Who told whom, turned round: ``she was told by the harbour master that …``."""

from __future__ import annotations

from onrecord.statement.contents import find_contents
from onrecord.statement.ends import content_end
from onrecord.statement.phrases import (
    DETERMINERS,
    SUBJECT_PRONOUNS,
    is_capital,
    is_infinitive,
    is_past_form,
    phrase_ending_at,
    phrase_starting_at,
)
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence

_OPENERS = frozenset("that whether if why how what who when where :".split())
_MEANS = frozenset("phone telephone email e-mail mail post letter text message fax fact".split())
"""What somebody is told by, and who is no source: ``informed by letter``."""


def is_by(sentence: Sentence, verb: int) -> bool:
    """Whether the verb's doer follows it: ``told by``."""
    return verb + 1 < len(sentence) and sentence[verb + 1].low == "by"


def told_by(
    sentence: Sentence, verb: int, group: int, *, passive: bool
) -> tuple[Range, list[Range], Range | None] | None:
    """Return source, content and addressee of ``was told by X that …``, None where it is none.

    `group` is where the verb's auxiliaries begin. Where none of them makes it `passive`, as in
    ``the council, told by X that …, voted``, a word must open what was told.
    """
    by = verb + 1
    end = phrase_starting_at(sentence, by + 1)
    if end == by + 1 or sentence[end - 1].low in _MEANS:
        return None
    end, after = _over_name(sentence, end)
    comma = group > 0 and sentence[group - 1].text == ","
    start = phrase_ending_at(sentence, group - 1 if comma else group)
    hearer = None if start is None else (start, group - 1 if comma else group)
    if passive:
        content = _told(sentence, group if start is None else start, after)
    else:
        content = _told_aside(sentence, after)
    return ((by + 1, end), content, hearer) if content else None


def told_by_nobody(
    sentence: Sentence, verb: int, group: int
) -> tuple[Range, list[Range], Range | None] | None:
    """Return no source, the content and the addressee of ``I was told (that) …``."""
    start = phrase_ending_at(sentence, group)
    if start is None:
        return None
    after = verb + 1
    content = find_contents(sentence, left_end=start, right_start=after, rightward=True)
    return ((0, 0), content, (start, group)) if content else None


def _over_name(sentence: Sentence, end: int) -> Range:
    """Return where ``told by the minister, Ada Brill, that …`` ends its source, and goes on."""
    if end >= len(sentence) or sentence[end].text != ",":
        return end, end
    closing = next((k for k in range(end + 1, len(sentence)) if sentence[k].text == ","), end)
    named = closing - end > 1 and is_capital(sentence[end + 1])
    opens = closing + 1 < len(sentence) and sentence[closing + 1].low in _OPENERS
    return (closing, closing + 1) if named and opens else (end, end)


def _told(sentence: Sentence, left_end: int, after: int) -> list[Range]:
    """Return what was told, behind the source or in front of who was told."""
    if _is_infinitive(sentence, after):
        return [(after, content_end(sentence, after))]
    if after < len(sentence) and sentence[after].low == "if":
        return [(after, content_end(sentence, after))]
    return find_contents(sentence, left_end=left_end, right_start=after, rightward=False)


def _told_aside(sentence: Sentence, after: int) -> list[Range]:
    """Return what was told in an aside, which ends where the clause around it goes on."""
    if after >= len(sentence):
        return []
    first = sentence[after]
    if not (first.quote or first.low in _OPENERS or _is_infinitive(sentence, after)):
        return []
    start = after + 1 if first.text == ":" else after
    commas = (k for k in range(start + 1, len(sentence) - 1) if sentence[k].text == ",")
    end = next((k for k in commas if _goes_on(sentence, k + 1)), content_end(sentence, start))
    return [(start, end)] if start < end else []


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a main clause begins at `at`, or its verb stands there."""
    first = sentence[at]
    subject = is_capital(first) or first.low in SUBJECT_PRONOUNS | DETERMINERS
    return is_past_form(first) or (subject and any(map(is_past_form, sentence[at + 1 :])))


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    skipped = at < len(sentence) and sentence[at].low == "not"
    return is_infinitive(sentence, at + skipped)
