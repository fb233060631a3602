"""Layouts that PolNeAR hardly has: block quotes without marks, headlines that open with a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from benchmarks.polnear import Attribution

from onrecord.model import Span, Spans
from training.attribution.data import Text
from training.attribution.edits import MARK, Edit, Stretch, edited, rearranged

APART_EACH = 0.5
"""The share of the long quotations of a text that are set apart."""
LONG = 25
"""The words a quotation of one sentence has at least to be called long."""
DASHES = (" - ", " – ", " — ")
"""What closes a block quote before its clause."""
ENDS = (":", ":", ":", ".")
"""How a clause before a block quote ends, the frequent one more often."""
HEADLINE_WORDS = (4, 16)
"""The fewest and the most words after the name in a headline."""

_PARTED = "\n\n"
_WORD = re.compile(r"\w+")
_CALLED = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w’'.-]*\w){0,2}(?<![’']s)")
_THAT = re.compile(r"that (\S.*)", re.S)
_MARK = re.compile(MARK)
_QUOTED = re.compile(r"(?:[“\"]|``|'')\s*(\S.*?)\s*([,.!?…–—-]?)\s*(?:[”\"]|'')[,.]?\s*", re.S)
_NEXT = re.compile(r"(?<=\w{4}[.!?])\s+(?=[“\"A-Z])|(?<=\w{4}[.!?][”\"])\s+(?=[“\"A-Z])")


def long_quotation(text: str, one: Attribution) -> bool:
    """Tell whether a content is wholly in double marks and long enough to stand by itself."""
    pieces = [s.of(text) for s in one.content]
    if any(not _QUOTED.fullmatch(p) or len(_MARK.findall(p)) != 2 for p in pieces):
        return False
    words = " ".join(pieces)
    return len(words.split()) >= LONG or bool(re.search(r"\w{4}[.!?]\s+[A-Z]", words))


def without_marks(text: Text, number: int) -> Text:
    """Return the text with one quotation bare: its marks fall, a last comma becomes a stop."""
    content = text.attributions[number].content
    edits: list[Edit] = []
    for piece, following in zip(content, (*content[1:], None), strict=True):
        match = _QUOTED.fullmatch(piece.of(text.text))
        if match is None:
            return text
        goes_on = following is not None and following.of(text.text).lstrip("“\"`' ")[:1].islower()
        stops = (match[2] or ",") in ".!?…" or match[1][-2:-1] in ".!?"
        sign = match[2] if stops or goes_on else "."
        edits.append((piece.start, piece.start + match.start(1), ""))
        edits.append((piece.start + match.end(1), piece.end, sign))
    return edited(text, edits)


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A paragraph as stretches: what leads to a quotation, its pieces, its clause, what follows."""

    lead: Stretch
    pieces: tuple[Stretch, ...]
    clause: Stretch
    rest: Stretch


def set_apart(text: Text, number: int, random: Random) -> Text:
    """Return the text with a quotation as a paragraph of its own, without marks.

    It follows its clause, which then ends its paragraph with a colon (or a stop), or it is closed
    by a dash and the clause. The text stays as it is where that cannot be told for sure.
    """
    bare = without_marks(text, number)
    found = _quotation(bare, number)
    if found is None:
        return text
    clause = bare.text[slice(*found.clause)]
    lead, after = found.lead[0] < found.lead[1], found.rest[0] < found.rest[1]
    words = [part for piece in found.pieces for part in (" ", piece)][1:]
    parts: list[Stretch | str]
    if clause[0].isupper() and random.random() < 0.5:
        parts = [" " if lead else "", found.clause, random.choice(ENDS), _PARTED, *words]
    else:
        parts = [_PARTED if lead else "", *words, random.choice(DASHES), found.clause, "."]
    before, behind = (0, found.lead[1]), (found.rest[0], len(bare.text))
    return rearranged(bare, [before, *parts, _PARTED if after else "", behind])


def _quotation(bare: Text, number: int) -> _Quotation | None:
    """Take the paragraph of a bare quotation apart; None where a word or a span falls between."""
    one, text = bare.attributions[number], bare.text
    pieces = tuple((s.start, s.end) for s in one.content)
    first, last = pieces[0][0], pieces[-1][1]
    start = text.rfind("\n", 0, first) + 1
    end = min(at for at in (text.find("\n", last), len(text)) if at >= 0)
    told = (*one.cue, *one.source)
    between = [(a, b) for (_, a), (b, _) in pairwise(pieces)]
    clause = _clause(text, [(start, first), *between, (last, end)], told)
    if clause is None:
        return None
    lead = _stripped(text, start, min(first, clause[0]))
    rest = _stripped(text, max(last, clause[1]), end, ".,")
    stretches = (lead, *pieces, clause, rest)
    words = sum(len(_WORD.findall(text[a:b])) for a, b in stretches)
    spans = (s for a in bare.attributions for s in (*a.content, *a.cue, *a.source))
    inside = (s for s in spans if start < s.end and s.start < end)
    if (
        words != len(_WORD.findall(text[start:end]))
        or not all(any(a <= s.start and s.end <= b for a, b in stretches) for s in inside)
        or re.search(r"[\w,]$", text[slice(*lead)])
        or text[slice(*rest)][:1].islower()
        or text[clause[1] - 1] in ".,:; \n"
    ):
        return None
    return _Quotation(lead, pieces, clause, rest)


def _clause(text: str, gaps: Sequence[Stretch], told: Spans) -> Stretch | None:
    """Return the sentence that holds cue and source, if one does and the quotation meets it."""
    for at, (start, end) in enumerate(gaps):
        cuts = [start, *(m.end() for m in _NEXT.finditer(text, start, end)), end]
        for a, b in pairwise(cuts):
            if told and all(a <= s.start and s.end <= b for s in told):
                a, b = _stripped(text, a, b, ".,:;–—-")
                begins = min(s.start for s in told)
                return (a, max(b, *(s.end for s in told))) if at == 0 or a == begins else None
    return None


def _stripped(text: str, start: int, end: int, signs: str = "") -> Stretch:
    words, signs = text[start:end], signs + " \t\r\n"
    start += len(words) - len(words.lstrip(signs))
    return start, max(start, end - len(words) + len(words.rstrip(signs)))


def apart(text: Text, random: Random) -> Text:
    """Return the text with some of its long quotations set apart."""
    for number, one in enumerate(text.attributions):
        if long_quotation(text.text, one) and random.random() < APART_EACH:
            text = set_apart(text, number, random)
    return text


def headed(text: Text, random: Random) -> Text:
    """Return the text with a first line `Name: words`, from an attribution further down.

    As in PolNeAR the colon is the cue.
    """
    fitting = [found for one in text.attributions if (found := _headline(text.text, one))]
    if not fitting:
        return text
    name, words = random.choice(fitting)
    line = f"{name}: {words}"
    at = len(name)
    own = Attribution((Span(at + 2, len(line)),), (Span(at, at + 1),), (Span(0, at),))
    whole = rearranged(text, [line + _PARTED, (0, len(text.text))])
    return Text(text.name, whole.text, (own, *whole.attributions))


def _headline(text: str, one: Attribution) -> tuple[str, str] | None:
    """Return a name and what it says, if both are short and what is said is a sentence."""
    if len(one.source) != 1 or len(one.content) != 1:
        return None
    name, content = one.source[0].of(text), one.content[0].of(text)
    if not _CALLED.fullmatch(name) or re.search(rf"\b{name.split()[0].lower()}\b", text):
        return None
    match = _QUOTED.fullmatch(content) or _THAT.fullmatch(content)
    if match is None or _MARK.search(match[1]) or "\n" in content:
        return None
    words = match[1].rstrip(".,")
    fewest, most = HEADLINE_WORDS
    return (name, words[0].upper() + words[1:]) if fewest <= len(words.split()) <= most else None
