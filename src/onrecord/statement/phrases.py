"""Noun phrases and the small words around a cue, found without a parser.

News prose puts few things between a source and its verb, so that the closed classes
(determiners, prepositions, conjunctions, pronouns, auxiliaries) and the capitals are enough
to see where a noun phrase begins and ends.
"""

from __future__ import annotations

from onrecord.statement.cues import CUES, Inflection
from onrecord.statement.tokens import Sentence, Token

SUBJECT_PRONOUNS = frozenset("i he she it they we you who".split())
OBJECT_PRONOUNS = frozenset("me him her it them us you everyone anyone".split())
_NEVER_SUBJECTS = frozenset("me him her them us whom".split())
_STANDING_ALONE = frozenset("this that some many both most".split())
_ARTICLES = frozenset("the a an my your his its our their these those".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some many most several "
    "all both another other any no every each few one two three four five six seven eight nine ten "
    "eleven twelve".split()
)
PREPOSITIONS = frozenset(
    "in on at by of for from with about as to into after before during since until under over "
    "between among against through without within following amid alongside despite via near "
    "around outside inside toward towards upon like unlike besides beyond".split()
)
BREAKS = frozenset(
    "that which while when because if but although though since where whether than so unless "
    "until why how what whereas yet or nor and".split()
)
AUXILIARIES = frozenset(
    "has have had am is are was were be been being do does did hasn't haven't hadn't "
    "hasn’t haven’t hadn’t didn't didn’t doesn't doesn’t don't don’t not never "
    "'d ’d 've ’ve 're ’re 'm ’m".split()
)
BE = frozenset("am is are was were be been being".split())
WILL = frozenset("will shall 'll ’ll".split())
MODALS = WILL | frozenset("would can could may might should must cannot won't won’t".split())
ADVERBS = frozenset(
    "always often sometimes usually ever rarely seldom first also later then again once earlier "
    "further still just even now already meanwhile thus today yesterday too long soon however "
    "thereby far twice".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
LEADING = frozenset(
    "and but so yet or then meanwhile however later also still instead earlier nevertheless "
    "besides moreover furthermore additionally now today yesterday here there well finally "
    "separately elsewhere when while as after".split()
)
QUESTION_WORDS = frozenset("how what why whether if who which where when".split())
PRESENT_VERBS = frozenset(
    "says tells thinks believes argues adds writes knows insists warns explains describes".split()
)
"""Forms that are no plural nouns as well."""
_BEFORE_ARTICLES = frozenset("half such double twice thrice only not".split())
_NOUNS_IN_LY = frozenset(
    "family ally assembly supply reply rally bully monopoly anomaly fly jelly belly".split()
)
_STYLES = frozenset("Rev. Hon. Rt".split())
_JOINERS = frozenset({"-", "’s", "'s", "&", "/", "’", "'", "."})


def is_adverb(token: Token) -> bool:
    ends = token.low.endswith("ly") and token.low not in _NOUNS_IN_LY
    return token.low in ADVERBS or (ends and token.text.islower())


def is_capital(token: Token) -> bool:
    return token.quote is None and token.text[0].isupper()


def is_punctuation(token: Token) -> bool:
    return token.quote is None and not token.text[0].isalnum()


def is_finite_verb(token: Token) -> bool:
    """Whether a word is surely a verb that has a subject of its own."""
    if token.low in AUXILIARIES or token.low in MODALS or token.low in PRESENT_VERBS:
        return True
    cues = CUES.get(token.low, ())
    return any(cue.inflection is Inflection.PAST for cue in cues) and token.text.islower()


def is_past_form(token: Token) -> bool:
    """Whether a word looks like a verb in the past, or surely is a finite verb."""
    return is_finite_verb(token) or (token.low.endswith("ed") and token.text.islower())


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether "to" and a verb stand at `at`."""
    if at + 1 >= len(sentence) or sentence[at].low != "to":
        return False
    verb = sentence[at + 1]
    return (
        verb.quote is None
        and verb.text.islower()
        and verb.low not in DETERMINERS | OBJECT_PRONOUNS | PREPOSITIONS
        and not (verb.low.endswith("s") and not verb.low.endswith("ss"))
    )


def verb_group_start(sentence: Sentence, verb: int) -> int:
    """Return where the verb's auxiliaries and adverbs begin: "has also | said"."""
    start = verb
    while start > 0:
        before = sentence[start - 1]
        so_far = before.low == "so" and start < verb and sentence[start].low == "far"
        if before.low in AUXILIARIES or before.low in MODALS or is_adverb(before) or so_far:
            start -= 1
        else:
            break
    while start < verb and sentence[start].low in ("today", "yesterday", "however", "meanwhile"):
        start += 1
    return start


def skip_time_before(sentence: Sentence, end: int) -> int:
    """Step left over "on Monday" or "Monday" between a source and its verb."""
    at = end
    if at > 1 and sentence[at - 1].low in WEEKDAYS:
        at -= 1
        if at > 1 and sentence[at - 1].low in ("on", "late", "early", "last"):
            at -= 1
    return at


def phrase_ending_at(sentence: Sentence, end: int, *, floor: int = 0) -> int | None:
    """Return where the noun phrase that ends before token `end` begins, or None.

    `floor` is the first token it may take.
    """
    if end <= floor:
        return None
    last = sentence[end - 1]
    if last.low in SUBJECT_PRONOUNS:
        return end - 1
    if last.text == ")":
        opener = _opening_bracket(sentence, end - 1, floor)
        return None if opener is None else phrase_ending_at(sentence, opener, floor=floor)
    if last.quote is not None or (is_punctuation(last) and last.text not in _JOINERS):
        return None
    clause = _clause_start(sentence, end, floor)
    start = clause
    while start < end - 1 and (sentence[start].low in LEADING or is_adverb(sentence[start])):
        start += 1
    if _begins_elsewhere(sentence, start, end):
        start = _strict_start(sentence, end, start)
    while start < end and is_punctuation(sentence[start]):
        start += 1
    if start >= end or not _can_head(sentence[end - 1]):
        return None
    if sentence[end - 1].low in _NEVER_SUBJECTS and sentence[end - 2].low != "of":
        return None
    return start


def _begins_elsewhere(sentence: Sentence, start: int, end: int) -> bool:
    """Whether more than the phrase stands between the start of the clause and its end."""
    first = sentence[start]
    return (
        first.low in PREPOSITIONS
        or (first.low.endswith("ing") and first.text.islower())
        or any(is_finite_verb(w) or w.low in SUBJECT_PRONOUNS for w in sentence[start : end - 1])
        or any(_opens_object(sentence, k) for k in range(start + 2, end))
    )


def _opens_object(sentence: Sentence, at: int) -> bool:
    """Whether an article stands where only a finite verb leads: ``officials found | a man``."""
    before, after = sentence[at - 1], sentence[at + 1 : at + 2]
    return (
        sentence[at].low in _ARTICLES
        and before.text.islower()
        and before.low not in PREPOSITIONS | DETERMINERS | BREAKS | _BEFORE_ARTICLES
        and not is_adverb(before)
        and not before.low.endswith("ing")
        and sentence[at - 2].low != "to"
        and not (after and after[0].text in _STYLES)  # "spokesman the Rev. Jan Bo"
    )


def _clause_start(sentence: Sentence, end: int, floor: int) -> int:
    at = end
    while at > floor:
        before = sentence[at - 1]
        if before.quote is not None:
            break
        if before.text == ")":
            opener = _opening_bracket(sentence, at - 1, floor)
            if opener is None:
                break
            at = opener
            continue
        if is_punctuation(before) and before.text not in _JOINERS:
            break
        if before.low in BREAKS and not _joins_names(sentence, at - 1):
            break
        at -= 1
    return at


def _opening_bracket(sentence: Sentence, closing: int, floor: int) -> int | None:
    """Find the bracket of a short aside: "the Harbour Union (HU)"."""
    for at in range(closing - 1, max(floor, closing - 8) - 1, -1):
        if sentence[at].text == "(":
            return at
    return None


def _joins_names(sentence: Sentence, conjunction: int) -> bool:
    if sentence[conjunction].low != "and" or not 0 < conjunction < len(sentence) - 1:
        return False
    before, after = sentence[conjunction - 1], sentence[conjunction + 1]
    return is_capital(before) and (is_capital(after) or after.low in DETERMINERS)


def _strict_start(sentence: Sentence, end: int, floor: int) -> int:
    """Take only what must belong to the phrase: up to a preposition, a verb or a pronoun."""
    at = end
    while at > floor:
        before = sentence[at - 1]
        if before.low in PREPOSITIONS:
            # "the head of the state" goes on, "in Geneva Smith" does not.
            within = at - 1 > floor and (
                not is_capital(sentence[at]) or is_capital(sentence[at - 2])
            )
            goes_on = before.low == "of" and within
            if not goes_on:
                break
        elif is_finite_verb(before) or before.low in SUBJECT_PRONOUNS or is_adverb(before):
            break
        at -= 1
        if before.low in DETERMINERS and at > floor and sentence[at - 1].low != "of":
            break
    return at


def _can_head(token: Token) -> bool:
    low = token.low
    return (
        token.quote is None
        and (token.text[0].isalnum() or token.text in ("'s", "’s"))
        and low not in PREPOSITIONS
        and low not in BREAKS
        and (low not in DETERMINERS or low in _STANDING_ALONE)
        and low not in WEEKDAYS
        and not (low.endswith("ing") and token.text.islower())
    )


def phrase_starting_at(sentence: Sentence, start: int, *, ceiling: int | None = None) -> int:
    """Return the token after the noun phrase that begins at `start` (`start` itself if none)."""
    stop = len(sentence) if ceiling is None else ceiling
    if start >= stop:
        return start
    first = sentence[start]
    if first.low in SUBJECT_PRONOUNS or first.low in OBJECT_PRONOUNS:
        return start + 1
    at = start
    seen_noun = False
    while at < stop:
        token = sentence[at]
        if token.quote is not None or (is_punctuation(token) and token.text not in _JOINERS):
            break
        if token.text == "." and at == stop - 1:
            break
        low = token.low
        if low in PREPOSITIONS:
            follows = at + 1 < stop and _begins_noun(sentence[at + 1])
            if not (seen_noun and low in ("of", "for", "at") and follows):
                break
        elif low in BREAKS and not _joins_names(sentence, at):
            break
        elif low in SUBJECT_PRONOUNS or low in AUXILIARIES or low in MODALS or low in WEEKDAYS:
            break
        elif is_adverb(token) and not is_capital(token):
            break
        elif seen_noun and low == "last" and sentence[at + 1 : at + 2] and at + 1 < stop:
            break  # "told the Gazette | last night"
        elif (
            seen_noun
            and low in DETERMINERS
            and not is_capital(token)
            and sentence[at - 1].low not in PREPOSITIONS
        ):
            break
        elif seen_noun and low in CUES and token.text.islower():
            break
        else:
            seen_noun = seen_noun or low not in DETERMINERS
        at += 1
    while at > start and sentence[at - 1].text in _JOINERS:
        at -= 1
    return at if seen_noun else start


def _begins_noun(token: Token) -> bool:
    return token.low in DETERMINERS or (token.quote is None and token.text[0].isalnum())
