"""Who had it from whom, in the turns of phrase that pass words on without a verb of their own.

``according to X``, ``X, citing Y, reported``, ``X had heard from Y that``, ``X quoted Y as
saying``, ``a threat by Y to``, ``Y’s promise that``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.statement.contents import find_contents
from onrecord.statement.ends import citing_words, content_end
from onrecord.statement.phrases import (
    BE,
    BREAKS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    is_capital,
    is_infinitive,
    is_past_form,
    is_punctuation,
    phrase_ending_at,
    phrase_starting_at,
    verb_group_start,
)
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence

_TELLERS = frozenset(
    "source sources official officials person people diplomat diplomats aide aides insider "
    "insiders witness witnesses adviser advisers advisor advisors lawmaker lawmakers police "
    "ministry department spokesman spokeswoman spokesperson statement report reports media "
    "agency newspaper paper document documents data figures letter officer officers "
    "investigators prosecutors analysts experts minister president mayor".split()
)
"""Heads of what a report cites when it has its words from somebody."""
_HEARD = frozenset({"heard", "learned", "learnt"})
_QUOTED = frozenset(
    "quoted cited quotes quoting cites recalled recalls remembered remembers described".split()
)
_SAYING = frozenset(
    "threat promise pledge claim warning vow demand assertion suggestion offer refusal proposal "
    "complaint assurance statement remark admission insistence prediction appeal accusation "
    "allegation denial prophecy reply answer story account version word".split()
)
"""Nouns that tell what somebody said, with the words behind them."""
_OWN_ACTS = frozenset({"refusal", "offer", "proposal", "demand", "denial"})
"""Nouns of which ``his`` mostly means who speaks: ``defended his refusal to go``."""
_WIDEST = 6
"""Tokens between a noun that tells something and "that"."""
_POSSESSIVES = frozenset({"his", "her", "their"})
_OF_OWNERS = frozenset({"’s", "'s", "’", "'"})


class Telling(NamedTuple):
    """An attribution in ranges of tokens, by the name of its rule."""

    rule: str
    cue: Range
    source: Range
    content: list[Range]
    hearer: Range | None = None


class Reported(NamedTuple):
    """What is known of an attribution that cites another: where its cue and its content are."""

    cue: Range
    source: Range
    content: Sequence[Range]


def told_otherwise(sentence: Sentence, i: int) -> Telling | None:
    """Read what the token at `i` passes on: ``heard from``, ``as saying``, ``threat by``."""
    low = sentence[i].low
    after = sentence[i + 1].low if i + 1 < len(sentence) else ""
    if low == "according" and after == "to":
        return _according_to(sentence, i)
    if low in _HEARD and after == "from":
        return _heard(sentence, i)
    if low == "saying" and i > 1 and sentence[i - 1].low == "as":
        return _as_saying(sentence, i)
    if low in _SAYING:
        return _noun(sentence, i, after)
    return None


def cited(sentence: Sentence, found: Sequence[Reported]) -> list[Telling]:
    """Read ``citing Y`` beside each attribution: Y said what X reports."""
    out: list[Telling] = []
    for i in range(len(sentence)):
        start = i + citing_words(sentence, i)
        if start == i:
            continue
        end = _end_of_aside(sentence, start)
        reporting = _reporting(found, i, end)
        if reporting is not None and _is_teller(sentence, start, end):
            out.append(Telling("citing", (i, start), (start, end), list(reporting.content)))
    return out


def _end_of_aside(sentence: Sentence, start: int) -> int:
    end = start
    while end < len(sentence) and sentence[end].quote is None:
        if sentence[end].text in ",;:.!?—–" or sentence[end].low == "that":
            break
        end += 1
    return end


def _reporting(found: Sequence[Reported], at: int, end: int) -> Reported | None:
    """Return the attribution that cites: the next one behind the aside, or the last before it."""
    told = [one for one in found if one.content]
    behind = [one for one in told if one.cue[0] >= end and one.source[1] <= at]
    before = [one for one in told if one.cue[1] <= at]
    nearest = max(before, key=lambda one: one.cue, default=None)
    return min(behind, key=lambda one: one.cue) if behind else nearest


def _is_teller(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what is cited can say something: somebody with a name, sources, a report."""
    words = sentence[start:end]
    return any(w.low in _TELLERS or (is_capital(w) and w.low not in DETERMINERS) for w in words)


def _heard(sentence: Sentence, i: int) -> Telling | None:
    """Read ``X had heard from Y that …``."""
    end = phrase_starting_at(sentence, i + 2)
    group = verb_group_start(sentence, i)
    if end == i + 2:
        return None
    content = find_contents(sentence, left_end=group, right_start=end, rightward=True)
    start = phrase_ending_at(sentence, group)
    hearer = None if start is None else (start, group)
    return Telling("passive", (group, i + 1), (i + 2, end), content, hearer) if content else None


def _as_saying(sentence: Sentence, i: int) -> Telling | None:
    """Read ``quoted Y as saying …`` and ``Y was quoted by X as saying …``."""
    verb = next((k for k in range(i - 2, -1, -1) if sentence[k].low in _QUOTED), None)
    if verb is None:
        return None
    group = verb_group_start(sentence, verb)
    if {token.low for token in sentence[group:verb]} & BE:
        cue = (group, i + 1 if verb == i - 2 else verb + 1)
        start, end = phrase_ending_at(sentence, group), group
    else:
        start, end, cue = verb + 1, i - 1, (i, i + 1)
        if sentence[start].low in OBJECT_PRONOUNS:
            end = start + 1  # "quoted her last year as saying"
    if start is None or start >= end:
        return None
    content = find_contents(sentence, left_end=start, right_start=i + 1, rightward=True)
    return Telling("as saying", cue, (start, end), content) if content else None


def _noun(sentence: Sentence, i: int, after: str) -> Telling | None:
    """Read ``a threat by Y to …`` and ``Y’s promise that …``."""
    at = i + 1
    if after in ("by", "from") and not _is_owner(sentence, i - 1):
        at = phrase_starting_at(sentence, i + 2)
        source = (i + 2, at)
    else:
        owner = i - 1 if _is_owner(sentence, i - 1) else i - 2
        if owner < 0 or not _is_owner(sentence, owner):
            return None
        if sentence[owner].low in _POSSESSIVES and sentence[i].low in _OWN_ACTS:
            return None
        start = owner if sentence[owner].low in _POSSESSIVES else phrase_ending_at(sentence, owner)
        if start is None:
            return None
        source = (start, max(owner, start + 1))
    if source[0] >= source[1] or at >= len(sentence):
        return None
    at = _over_adjunct(sentence, at)
    passage = sentence[at + 1 : at + 2] and sentence[at + 1].quote is not None
    opens = sentence[at].low == "that" or (sentence[at].low == "to" and passage)
    if not (opens or is_infinitive(sentence, at)):
        return None
    end = content_end(sentence, at)
    if sentence[at].low == "to":  # "the pledge to stay | was not helpful"
        end = next((k for k in range(at + 2, end) if sentence[k].low in BE), end)
    return Telling("noun", (i, i + 1), source, [(at, end)])


def _over_adjunct(sentence: Sentence, at: int) -> int:
    """Step over what stands between a noun and "that": ``her promise from May that``."""
    if sentence[at].low not in PREPOSITIONS or sentence[at].low == "to":
        return at
    for that in range(at + 2, min(at + _WIDEST, len(sentence))):
        if is_punctuation(sentence[that]) or is_past_form(sentence[that]):
            break
        if sentence[that].low == "that":
            return that
    return at


def _is_owner(sentence: Sentence, at: int) -> bool:
    return at >= 0 and sentence[at].low in _POSSESSIVES | _OF_OWNERS


def _according_to(sentence: Sentence, i: int) -> Telling | None:
    """Read ``according to X, …`` in front of the words, behind them or among them."""
    n = len(sentence)
    start = i + 2
    end = phrase_starting_at(sentence, start)
    if end == start:
        return None
    if i == 0 or (i == 1 and sentence[0].low in ("but", "and", "still", "yet")):
        comma = next((k for k in range(end, n) if sentence[k].text == ","), None)
        if comma is None or comma + 2 >= n:
            return None
        behind = comma
        if sentence[comma + 1].low == "citing":
            behind = next((k for k in range(comma + 2, n - 2) if sentence[k].text == ","), comma)
        words = (behind + 1, content_end(sentence, behind + 1))
        return Telling("according to", (i, i + 2), (start, comma), [words])
    while end < n and not is_punctuation(sentence[end]) and sentence[end].quote is None:
        if sentence[end].low in BREAKS:
            break
        end += 1
    if i > 1 and sentence[i - 1].text == "," and sentence[i - 2].low == "that":
        if end + 2 >= n or sentence[end].text != ",":
            return None
        words = (end + 1, content_end(sentence, end + 1))
        return Telling("according to", (i, i + 2), (start, end), [words])
    content_stop = i - 1 if sentence[i - 1].text == "," else i
    begin = 0
    while begin < content_stop and is_punctuation(sentence[begin]):
        begin += 1
    if content_stop <= begin:
        return None
    content = [(begin, content_stop)]
    if _goes_on(sentence, begin, content_stop, end):
        content.append((end + 1, content_end(sentence, end + 1)))
    return Telling("according to", (i, i + 2), (start, end), content)


def _goes_on(sentence: Sentence, begin: int, stop: int, end: int) -> bool:
    """Whether the clause goes on behind the source: ``The pier, according to Bo, is shut``."""
    if end + 2 >= len(sentence) or sentence[end].text != "," or sentence[stop].text != ",":
        return False
    has_verb = any(is_past_form(token) for token in sentence[begin:stop])
    return not has_verb and is_past_form(sentence[end + 1])
