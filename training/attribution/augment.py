"""Changed copies of annotated texts: other marks, names and layouts, so that structure is learned.

An edit replaces a stretch of the text, a rearrangement puts stretches in another order; the
annotations move with the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

from benchmarks.polnear import Attribution

from onrecord.model import Span, Spans
from training.attribution.data import Text

Edit = tuple[int, int, str]
"""Start and end of the stretch, and what stands there instead."""
Stretch = tuple[int, int]
"""Start and end of words that are taken together; it may be empty."""

STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("''", "''"), ("", ""))
STYLE_WEIGHTS = (30, 36, 8, 8, 4, 14)
RENAMED = 0.2
"""The share of texts whose people get other names."""
SMALL = 0.04
"""The share of texts without capitals."""
HEADED = 0.06
"""The share of texts that get a headline `Name: words`; a tenth of PolNeAR's have one."""
APART = 0.16
"""The share of texts whose long quotations may become block quotes without marks."""
APART_EACH = 0.5
"""The share of the long quotations of such a text."""
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
_MARK = re.compile(r"[“”\"]|''|``")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


def edited(text: Text, edits: Iterable[Edit]) -> Text:
    """Return the text with edits made; they do not overlap. What vanishes leaves its spans."""
    ordered = sorted(edits)
    parts, at = [], 0
    for start, end, new in ordered:
        parts += [text.text[at:start], new]
        at = end
    parts.append(text.text[at:])
    ends = [end for _, end, _ in ordered]
    grown = [0, *accumulate(len(new) - (end - start) for start, end, new in ordered)]
    starts = [start for start, _, _ in ordered]

    def moved(place: int) -> int:
        i = bisect_right(ends, place)
        if i < len(ordered) and starts[i] < place:  # in the middle of what vanishes
            return min(place, starts[i] + len(ordered[i][2])) + grown[i]
        return place + grown[i]

    def moved_start(place: int) -> int:
        # A span that begins with an edited stretch begins with what stands there now.
        i = bisect_right(starts, place) - 1
        return place + grown[i] if i >= 0 and starts[i] == place else moved(place)

    def all_moved(spans: Spans) -> Spans:
        pairs = ((moved_start(s.start), moved(s.end)) for s in spans)
        return tuple(Span(a, b) for a, b in pairs if a < b)

    attributions = tuple(
        Attribution(all_moved(a.content), all_moved(a.cue), all_moved(a.source))
        for a in text.attributions
    )
    return Text(text.name, "".join(parts), attributions)


def with_marks(text: Text, opening: str, closing: str) -> Text:
    """Return the text with its double marks in another style, or without any."""
    return edited(
        text,
        (
            (m.start(), m.end(), opening if _opens(text.text, m) else closing)
            for m in _MARK.finditer(text.text)
        ),
    )


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in "“``":
        return True
    before = text[mark.start() - 1 : mark.start()]
    return mark.group() != "”" and (not before or before.isspace() or before in "([—–-‘'")


def names(texts: Iterable[Text], *, at_least: int = 2) -> list[str]:
    """Return the names that sources are called by: words that are never seen small."""
    called: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        small.update(re.findall(r"\b[a-z]{3,}\b", text.text))
        sources = {s for a in text.attributions for s in a.source}
        called.update(name for s in sources for name in _NAME.findall(s.of(text.text)))
    return sorted(n for n, c in called.items() if c >= at_least and n.lower() not in small)


def renamed(text: Text, pool: Sequence[str], random: Random) -> Text:
    """Return the text with each name of `pool` in it replaced by another, the same throughout."""
    known = set(pool)
    new: dict[str, str] = {}
    edits = []
    for match in _NAME.finditer(text.text):
        name = match.group()
        if name in known:
            new.setdefault(name, random.choice(pool))
            edits.append((match.start(), match.end(), new[name]))
    return edited(text, edits)


def small(text: Text) -> Text:
    """Return the text without capitals."""
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.text)
    return Text(text.name, lower, text.attributions)


# Layouts ------------------------------------------------------------------------------


def rearranged(text: Text, parts: Iterable[Stretch | str]) -> Text:
    """Return a text made of stretches of this one, in any order, with new words between them.

    Every annotation has the words it had in these stretches; what comes to stand side by side
    in one paragraph is one span.
    """
    new = ""
    kept: list[tuple[int, int, int]] = []
    for part in parts:
        if isinstance(part, str):
            new += part
        else:
            start, end = part
            kept.append((start, end, len(new) - start))
            new += text.text[start:end]

    def moved(spans: Spans) -> Spans:
        found = sorted(
            (max(s.start, start) + by, min(s.end, end) + by)
            for s in spans
            for start, end, by in kept
            if s.start < end and start < s.end
        )
        return _joined(found, new)

    return Text(
        text.name,
        new,
        tuple(
            Attribution(moved(a.content), moved(a.cue), moved(a.source)) for a in text.attributions
        ),
    )


def _joined(stretches: Iterable[Stretch], text: str) -> Spans:
    joined: list[Span] = []
    for start, end in stretches:
        if joined and not text[joined[-1].end : start].strip(" "):
            start = joined.pop().start
        joined.append(Span(start, end))
    return tuple(joined)


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


def varied(text: Text, pool: Sequence[str], random: Random) -> Text:
    """Return a changed copy of a text, as often as not with its own marks.

    Layouts come first, for they are told by the marks.
    """
    if random.random() < HEADED:
        text = headed(text, random)
    if random.random() < APART:
        text = apart(text, random)
    if random.random() < RENAMED and pool:
        text = renamed(text, pool, random)
    if random.random() < 0.5:
        opening, closing = random.choices(STYLES, STYLE_WEIGHTS)[0]
        text = with_marks(text, opening, closing)
    if random.random() < SMALL:
        text = small(text)
    return text
