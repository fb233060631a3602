"""To whom a statement was made, where the words beside its cue tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Act, Document, Factuality, Span, Statement
from onrecord.statement.checks import ENGLISH
from onrecord.statement.cues import CUES, Frame
from onrecord.statement.phrases import (
    DETERMINERS,
    OBJECT_PRONOUNS,
    is_capital,
    is_infinitive,
    phrase_starting_at,
)
from onrecord.statement.tokens import Sentence, Token, tokens

_REACH = 160
"""Code points on either side of a cue in which its addressee is looked for."""
_MAY_NAME_HEARER = frozenset("warn promise caution write pledge answer order instruct".split())
"""Verbs that may have one before their content: "warned | deputies | that …"."""
_PROMISED = frozenset({"warn", "promise"})
"""Of these, those whose object is always a person: "promised the miners on Monday that"."""
_ALL_OF_THEM = frozenset("both all everyone everybody anyone anybody".split())
_OUTLETS = frozenset(
    "newspaper paper review magazine station agency reporter correspondent weekly daily journal "
    "broadcaster channel column page".split()
)
"""What "this" is a hearer with: "told this newspaper"."""
_ARTICLES = frozenset({"the", "his", "her", "its", "their", "our", "my"})
_NO_PART = frozenset("last this next at early late yesterday today tonight again".split())
_NOT_TOLD = frozenset("that this these those how why what when where whether if so more".split())
_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN_TO = re.compile(
    r"\b(?:(?:in|during|over|by|through)\s+(?:[\w-]+\s+){0,3}?(?:(?:conversation|call)\s+with|"
    r"(?:letter|speech|address|statement|message|telegram|note|remarks|toast|appeal|lecture|"
    r"e-?mail|testimony)\s+to)|(?:speaking|talking)\s+(?:to|with)|addressing)\s+",
    re.IGNORECASE,
)
"""What leads to the addressee of a speaking beside the cue: "in a letter to"."""
_TO_TELL = re.compile(
    r"to\s+(?:\w+ly\s+|also\s+)?(?:(?:tell|warn|ask|urge|inform|advise|assure|remind|brief|call|"
    r"phone|telephone|ring|contact|address)(?!\s+(?:for|on|to)\b)|(?:write|speak|talk|report)\s+to)\s+",
    re.IGNORECASE,
)
"""What leads to the addressee in words for what somebody is expected to say."""
_MATTERS = frozenset(
    "issue issues question questions concern concerns problem problems matter applause day week "
    "month year time times morning night evening afternoon".split()
)
"""Last words of what is no addressee: "addressing the issue", "answered every day"."""
_BARRIER = re.compile(r"[;:“”\"«»„]|\b(?:that|which|who|after|before|when|while|because)\b", re.I)


def with_addressees(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield `statements`, those without an addressee with the one that their words tell.

    It is a noun phrase behind the cue ("told reporters", "wrote to the council", "urged members
    to read"), or beside it ("in a letter to the council", "speaking to students"). Only English
    is read, and only what was said or written.
    """
    if document.language not in ENGLISH:
        yield from statements
        return
    known = list(statements)
    for one in known:
        if one.addressee or not one.cue:
            yield replace(one, addressee=tuple(_trimmed(document.text, a) for a in one.addressee))
            continue
        if one.factuality is Factuality.ANNOUNCED and one.act is not Act.INTENTION:
            found = _in_content(document.text, one) or _behind_cue(document.text, one)
        elif one.act in (Act.SPEECH, Act.WRITING):
            found = _behind_cue(document.text, one) or _beside_cue(document.text, one)
        else:
            found = None
        yield replace(one, addressee=(found,)) if found else one


def _behind_cue(text: str, one: Statement) -> Span | None:
    """Read ``told reporters``, ``said to him``, ``urged members to wait``."""
    cue = one.cue[-1]
    words = [word.lower() for word in _WORD.findall(cue.of(text))]
    to = words[-1:] == ["to"]
    verb = next((word for word in reversed(words) if word in CUES), "")
    if any(cue.end <= s.start < cue.end + 3 for s in one.source):
        return None
    content = min((c.start for c in one.content if c.start >= cue.end), default=None)
    sentence = _sentence(text, cue.end, content)
    hearer = any(c.frame is Frame.HEARER for c in CUES.get(verb, ()))
    may_name = any(c.lemma in _MAY_NAME_HEARER for c in CUES.get(verb, ()))
    if not sentence:
        return _opening_content(text, one, verb) if hearer or may_name else None
    start = 0
    if sentence[0].low == "to" and not to:
        if is_infinitive(sentence, 0) and not _is_plural(sentence[1]):
            return None
        start = 1
    elif not (to or hearer or (may_name and content is not None)):
        return None
    end = _end_of(sentence, start)
    if end == start or not _is_hearer(sentence, start, end):
        return None
    promised = any(c.lemma in _PROMISED for c in CUES.get(verb, ()))
    leads = end == len(sentence) or sentence[end].low == "that" or promised
    if may_name and not (to or start or leads):
        return None  # "answered questions about …"
    return _span(sentence, start, end)


def _opening_content(text: str, one: Statement, verb: str) -> Span | None:
    """Read ``urged | members to wait``, ``promised | him in May that``: the content begins so."""
    content = next((c for c in one.content if c.start == one.cue[-1].end + 1), None)
    inside = _sentence(text, content.start, content.end + 1) if content else []
    if content is None or not inside:
        return None
    end = 1 if inside[0].low in _ALL_OF_THEM else _end_of(inside, 0)
    if not 0 < end < len(inside) + (text[inside[-1].end :][:2].strip()[:1] in '"“'):
        return None
    who = inside[0].low in OBJECT_PRONOUNS or (
        is_capital(inside[0]) and is_capital(inside[end - 1])
    )
    asked = is_infinitive(inside, end) and not any(
        c.lemma in _MAY_NAME_HEARER for c in CUES.get(verb, ())
    )
    told = any(t.low == "that" for t in inside[end:]) and inside[0].low in _ARTICLES
    return _span(inside, 0, end) if (who or asked or told) and _is_hearer(inside, 0, end) else None


def _end_of(sentence: Sentence, start: int) -> int:
    """Return where a noun phrase ends, before a time or a place: "the mayor | last month"."""
    end = phrase_starting_at(sentence, start)
    cut = (n for n in range(start + 1, end) if sentence[n].low in _NO_PART)
    return next(cut, end)


def _trimmed(text: str, hearer: Span) -> Span:
    """Return a hearer without the place or the time behind: "the Ferryman | at the pier"."""
    words = tokens(text, hearer.start, hearer.end, ())
    cut = (t for t in words[1:] if t.low in _NO_PART)
    end = next(cut, None)
    return (
        hearer
        if end is None
        else Span(hearer.start, max(t.end for t in words if t.end <= end.start))
    )


def _in_content(text: str, one: Statement) -> Span | None:
    """Read ``is expected | to warn the council that``: the content holds whom it is said to."""
    for content in one.content:
        lead = _TO_TELL.match(text, content.start)
        sentence = _sentence(text, lead.end(), content.end) if lead else []
        end = _end_of(sentence, 0) if sentence else 0
        if end and _is_hearer(sentence, 0, end):
            return _span(sentence, 0, end)
    return None


def _beside_cue(text: str, one: Statement) -> Span | None:
    """Read ``in an interview with the Ferryman``, ``speaking to students``."""
    start = max(0, one.cue[0].start - _REACH)
    around = text[start : one.cue[-1].end + _REACH]
    for lead in _SPOKEN_TO.finditer(around):
        at = start + lead.end()
        if any(c.start <= at < c.end for c in one.content):
            continue
        first, last = one.cue[0], one.cue[-1]
        between = text[last.end : start + lead.start()] if at > last.end else text[at : first.start]
        if _BARRIER.search(between) or "\n" in between or re.search(r"[.!?]\s", between):
            continue
        sentence = _sentence(text, at, None)
        end = _end_of(sentence, 0) if sentence else 0
        if end and _is_hearer(sentence, 0, end):
            return _span(sentence, 0, end)
    return None


def _sentence(text: str, start: int, end: int | None) -> Sentence:
    """Return the tokens from `start` to a content, a mark or the end of the line."""
    stop = min(len(text), start + _REACH) if end is None else min(end, start + _REACH)
    line = text.find("\n", start, stop)
    stretch = tokens(text, start, line if line >= 0 else stop, ())
    cut = next((n for n, t in enumerate(stretch) if t.text in '“”"„«»:;'), len(stretch))
    return stretch[:cut]


def _is_plural(token: Token) -> bool:
    return token.low.endswith("s") and not token.low.endswith("ss")


def _is_hearer(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a noun phrase may stand for somebody: no clause, no occasion, no matter."""
    first, last = sentence[start], sentence[end - 1]
    if first.low == "this" and last.low in _OUTLETS:
        return True
    if first.low in _NOT_TOLD or last.low in _MATTERS:
        return False
    return (
        is_capital(first)
        or first.low in _ALL_OF_THEM
        or first.low in DETERMINERS | OBJECT_PRONOUNS
        or (last.low.endswith("s") and last.text.islower())
        or last.low in ("parliament", "congress", "media", "press", "people", "television", "radio")
    )


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence[start].start, sentence[end - 1].end)
