"""Whether a report tells a statement as made, announces it, supposes it or denies it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Act, Document, Factuality, Kind, Statement
from onrecord.statement.checks import ENGLISH
from onrecord.statement.cues import CUES, Inflection
from onrecord.statement.phrases import AUXILIARIES, MODALS, QUESTION_WORDS

_SAID = frozenset({Act.SPEECH, Act.WRITING})
_TO_COME = frozenset("will shall 'll ’ll".split())
_SUPPOSING = frozenset("if unless whether or".split())
_NOBODY = frozenset("no nobody none neither nor".split())
_ONESELF = frozenset({"i", "we"})
_NEGATION = re.compile(r"\b(?:not|never|neither|nor)\b|n[’']t\b", re.I)
_WORD = re.compile(r"[’']ll\b|[^\W\d_]+(?:[’'](?!ll\b)[^\W\d_]+)?")
_PLANNED = re.compile(
    r"\b(?:(?:am|is|are|was|were|be)\s+(?:\w+ly\s+)?(?:(?:expected|due|set|scheduled|going|about|"
    r"likely|planning|preparing|supposed|slated|poised|ready|hoping|intending)\s+)?"
    r"|(?:plan|intend|want|hope|expect|prepare|aim|seek|wish)(?:s|ed|ned|ning|ing)?\s+)"
    r"to\s+(?!have\b)(?:\w+ly\s+)?\w+",
    re.I,
)
"""What leads to speech that is still to come, up to its verb."""
_REFUSED = re.compile(r"\b(?:refus|declin)", re.I)
_REFUSING = re.compile(
    r"\b(?:confirm|comment|rule|exclude|deny|dispute|specify|elaborate|disclose|reveal|respond|"
    r"reply|answer|give|name|identify|elaborated|explain|clarify|mention|indicate|provide|know|"
    r"hesitate|object|oppose|doubt|mince|hide|conceal|shy|stop|challenge|question|contradict)",
    re.I,
)
"""Verbs whose negation tells what was said all the same: "did not rule out", "did not deny"."""
_DENYING = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.I)
_HEARERS = (
    r"(?:\w+\s+){0,2}?(?:(?-i:[A-Z])|(?:parliament|nation|council|assembly|congress|house|summit|"
    r"meeting|conference|crowd|deputies|lawmakers|senate|session|forum|reporters|journalists|"
    r"president|minister|chancellor|leader|king|queen|mayor|governor|secretary|general|him|her|"
    r"them|me|us|on|for)\b)"
)
_TO_SPEAK = re.compile(
    r"\bto\s+(?:\w+ly\s+|also\s+|then\s+|again\s+)?(?:(?:"
    r"say|tell|ask|warn|urge|speak|talk|inform|advise|assure|remind|beg|implore|write|phone|"
    r"telephone|ring|contact|brief|announce|explain|argue|propose|demand|appeal|apologi[sz]e|"
    r"congratulate|thank|answer|reply|insist|stress|tweet|testify|comment|report|wish)\b"
    rf"|(?:call|address)\s+{_HEARERS}"
    r"|(?:raise|put)\s+(?:\w+\s+){0,2}?(?:issue|question|matter|subject|point|topic|concern)s?\b)",
    re.I,
)
"""An act of speech as what is planned: "to call the mayor", "to raise the issue"."""
_FORESEEN = re.compile(
    r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:expected|likely|due|set|scheduled)\s+(?=to\b)", re.I
)
"""What tells that others expect somebody to do something."""
_DENIED_SAYING = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:ever\s+)?(?:having\s+\w+|\w+ing)\b", re.I
)
"""A denial and what is denied in one cue: "denies saying"."""
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Mrs)[.!?][\"”’']?\s")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)\s+$")
_INVERTING = re.compile(
    r"\b(?:(?P<not>never|nor|neither|at no time|not once|nowhere)|only|not until|rarely|seldom"
    r"|hardly|scarcely)\b[^.?!;:“”\"]*$",
    re.I,
)
"""What puts the verb before its subject though nothing is asked: "Only then did she say"."""
_CLAUSE = 100
"""Code points in which a plan that goes on with "and" is looked for."""
_LOOK_BACK = 30
"""Code points in which the words before a source or a cue are looked for."""


def with_factuality(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield `statements`, each with whether the report tells it as made.

    What somebody thinks is told as thought, in a modal too ("would like to see"); a plan is
    an announcement where it is one to speak. Only English is read: the rest counts as made.
    """
    known = list(statements)
    if document.language not in ENGLISH:
        yield from known
        return
    by_id = {one.id: one for one in known}
    for one in known:
        told = _factuality(document.text, one, by_id.get(one.parent or ""))
        yield one if told is one.factuality else replace(one, factuality=told)


def _factuality(text: str, one: Statement, parent: Statement | None) -> Factuality:
    if one.act is Act.INTENTION:
        return _of_plan(text, one)
    if one.act not in _SAID:
        return Factuality.ANNOUNCED if _is_foreseen(text, one) else Factuality.MADE
    if _DENIED_SAYING.search(_words(text, one)):
        return Factuality.DENIED
    if parent is not None and _is_what_is_denied(text, one, parent):
        return Factuality.DENIED
    if one.source:
        around = _around_source(text, one)
        if around is not None:
            return around
    return _of_cue(text, one)


def _is_what_is_denied(text: str, one: Statement, parent: Statement) -> bool:
    """Whether a statement stands in what is denied: not in “My wife says so” two sentences on."""
    if not _DENYING.search(_words(text, parent)):
        return False
    cue, here = parent.cue[-1].end, (one.cue or one.content)[0].start
    return here < cue or _SENTENCE_END.search(text, cue, here) is None


def _of_plan(text: str, one: Statement) -> Factuality:
    """Tell a plan to speak from any other, which somebody has already."""
    cue = _words(text, one)
    speaks = _TO_SPEAK.search(f"{cue} {one.content[0].of(text)}")
    planned = speaks is not None and speaks.start() <= len(cue) + 1
    refused = _REFUSED.search(cue) or _NEGATION.search(cue)
    return Factuality.ANNOUNCED if planned and not refused else Factuality.MADE


def _is_foreseen(text: str, one: Statement) -> bool:
    """Whether others expect somebody to speak: "is expected | to report that"."""
    if not one.cue:
        return False
    foreseen = _FORESEEN.match(text, one.cue[0].start)
    return foreseen is not None and _TO_SPEAK.match(text, foreseen.end()) is not None


def _of_cue(text: str, one: Statement) -> Factuality:
    cue = _words(text, one)
    words = [word.lower() for word in _WORD.findall(cue)]
    if _NEGATION.search(cue):
        return Factuality.DENIED if _is_denied(text, one, words) else Factuality.MADE
    if _TO_COME.intersection(words) or _is_planned(text, one):
        return Factuality.ANNOUNCED
    only = "only" in words or text[one.cue[-1].end :].startswith(" only ") if one.cue else False
    if MODALS.intersection(words) and not only and not _speaks_of_oneself(text, one):
        return Factuality.SUPPOSED
    return Factuality.MADE


def _is_planned(text: str, one: Statement) -> bool:
    """Whether a plan leads to the cue, or stands in it: "is expected | to tell", "Bo to say"."""
    if not one.cue:
        return False
    cue = one.cue[0]
    before = text[max(0, cue.start - _CLAUSE) : cue.start]
    if before.endswith(("and ", "or ")) and _is_base(cue.of(text)):
        # "is due to address parliament and | call on deputies"
        return _PLANNED.search(re.split(r"[.,;:!?\n]", before)[-1]) is not None
    headline = one.source and text[one.source[-1].end : cue.start].isspace()
    if (
        headline
        and text.startswith("to ", cue.start)
        and not text.startswith("to have ", cue.start)
    ):
        return True
    start = max(0, cue.start - _LOOK_BACK)
    return any(start + plan.end() > cue.start for plan in _PLANNED.finditer(text[start : cue.end]))


def _is_base(cue: str) -> bool:
    verbs = CUES.get(cue.split()[0].lower(), ())
    return any(verb.inflection is Inflection.BASE for verb in verbs)


def _is_denied(text: str, one: Statement, words: list[str]) -> bool:
    """Whether a negation denies what follows: "could not confirm" tells what she did say."""
    if one.kind is not Kind.INDIRECT and not _REFUSING.search(" ".join(words)):
        return True
    if MODALS.intersection(words) or _TO_COME.intersection(words):
        return False
    if _REFUSING.search(" ".join(words)):
        return False
    first = _WORD.search(one.content[0].of(text))
    return "never" in words or first is None or first[0].lower() not in QUESTION_WORDS


def _speaks_of_oneself(text: str, one: Statement) -> bool:
    """Whether the modal only softens what is said: "I would say", "we must admit"."""
    return bool(one.source) and one.source[0].of(text).lower() in _ONESELF


def _around_source(text: str, one: Statement) -> Factuality | None:
    """Return what the words in front of the source make of it, None where they say nothing."""
    source = one.source[0]
    first = _WORD.search(source.of(text))
    if first is not None and first[0].lower() in _NOBODY:
        return Factuality.DENIED
    start = min(span.start for span in (*one.source, *one.cue))
    before = text[max(0, start - _LOOK_BACK) : start]
    last = _LAST_WORD.search(before)
    if last is None:
        return None
    word = last[1].lower()
    if word in ("neither", "nor"):
        return Factuality.DENIED
    if word in _SUPPOSING or (word == "though" and before.split()[-2:-1] == ["as"]):
        return Factuality.SUPPOSED
    if not _is_asked(text, one):
        return None
    inverting = _INVERTING.search(text[max(0, source.start - 2 * _LOOK_BACK) : source.start])
    if inverting is None:
        return Factuality.SUPPOSED
    return Factuality.DENIED if inverting["not"] else Factuality.MADE


def _is_asked(text: str, one: Statement) -> bool:
    """Whether an auxiliary stands before the source and the verb after: "Did she say …?"."""
    source = one.source[0]
    later = [span for span in one.cue if span.start > source.start]
    before = _LAST_WORD.search(text[max(0, source.start - _LOOK_BACK) : source.start])
    verb = any(word.lower() in CUES for span in later for word in _WORD.findall(span.of(text)))
    return verb and before is not None and before[1].lower() in AUXILIARIES | MODALS


def _words(text: str, one: Statement) -> str:
    """Return the words of a cue; a colon stands for what leads to it: "She will say | :"."""
    words = " ".join(span.of(text) for span in one.cue)
    if words == ":" and one.source and 0 < one.cue[0].start - one.source[0].end < _LOOK_BACK:
        return text[one.source[0].end : one.cue[0].end]
    return words
