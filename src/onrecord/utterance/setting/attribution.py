"""What the words that attribute a statement tell of its occasion, place and medium."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.actor.mention.page import Page, Sentence, Spread, words_of
from onrecord.model import Aspect, MediumKind, Span, Statement
from onrecord.utterance.setting import words as w
from onrecord.utterance.setting.window import BLANK, Window
from onrecord.utterance.times import find_times

_REACH = 400
"""Code points of a sentence that are read on either side of a cue."""
_ASIDE = re.compile(
    r",? (?:who|which|whose|whom)\b[^,\x00]{0,200}(?:,|$)"
    r"|, (?:the|an?|his|her|its|their) [^,\x00]{0,200},|\([^()]{0,200}\)"
)
_EARLIER = re.compile(r"\b(?:had|once|earlier|previously)\s+(?:\w+\s+)?$", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|once|earlier|previously)\b", re.IGNORECASE)
_TO_NOUN = re.compile(r"to (?:(?:this|the|an?|his|her|its|their|our) |[A-Z])")
"""Where a cue takes in a hearer: "did not say | to this paper", but "declined to say"."""
_BEFORE_CUE = 30

Found = dict[Aspect, tuple[str, Span]]
"""The kind of each circumstance, and where its words stand."""


class Told(NamedTuple):
    """What one sentence tells of a speaking, and the words for when.

    `earlier` says that it is told as before something else: "had said".
    """

    found: Mapping[Aspect, tuple[str, Span]]
    times: frozenset[str]
    earlier: bool


NOTHING = Told({}, frozenset(), earlier=False)


class Attributions:
    """Reads the sentences of one report for what they tell of the speaking of its statements."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self._page = page
        self._by_id = {s.id: s for s in statements}
        self._contents = Spread(c for s in statements for c in s.content)

    def of(self, one: Statement) -> Told:
        """Return what the attribution of a statement tells; nothing of what is said counts."""
        if not (one.cue or one.source) or not self._page.sentences:
            return NOTHING
        anchor = anchor_of(one)
        index = self._page.sentence_at(anchor.start)
        sentence = self._page.sentences[index]
        low, high = sentence.start, sentence.end
        if not low <= anchor.start < high:
            return NOTHING
        parent = self._by_id.get(one.parent or "")
        if parent is not None:
            # What stands around a quotation tells of the quotation, not of what is told in it.
            held = next((c for c in parent.content if c.covers(anchor)), anchor)
            low, high = max(low, held.start), min(high, held.end)
        return self._read(
            sentence, Span(low, high), one.cue or (anchor,), one.source, one.addressee
        )

    def around(self, sentence: Sentence, verb: Span) -> Told:
        """Return what a sentence tells of the speaking that its word at `verb` is about."""
        return self._read(sentence, Span(sentence.start, sentence.end), (verb,), (), ())

    def bare(self, sentence: Sentence) -> str:
        """Return the words of a sentence outside all that is said, blanks for the rest."""
        return self._masked(Span(sentence.start, sentence.end), None, ())

    def _read(
        self,
        sentence: Sentence,
        span: Span,
        cue: Sequence[Span],
        source: Sequence[Span],
        addressee: Sequence[Span],
    ) -> Told:
        span = Span(max(span.start, cue[0].start - _REACH), min(span.end, cue[-1].end + _REACH))
        text = self._masked(span, cue[0], (*cue, *source, *addressee))
        verbs = [_verb(self._page.text, part) for part in cue]
        window = Window(sentence, span, text, verbs, source, addressee)
        phrases = list(window.stretch.phrases())
        found: Found = {}
        for aspect in (Aspect.OCCASION, Aspect.MEDIUM):
            best = window.nearest(p for p in phrases if p.aspect is aspect)
            if best is not None:
                found[aspect] = best.kind, window.span(best)
                window.known.append(window.led(best))
        found = self._medium_named(verbs, source, found) | found
        times = [(Span(span.start + e.start, span.start + e.end), e.text) for e in find_times(text)]
        window.times += [when for when, _ in times]
        window.known += window.times
        place = window.attached(p for p in phrases if p.aspect is Aspect.PLACE)
        if place is not None:
            found[Aspect.PLACE] = place.kind, window.span(place)
        return Told(
            found,
            frozenset(words.lower() for when, words in times if window.is_near(when)),
            self._is_earlier(cue),
        )

    def _medium_named(
        self, cue: Sequence[Span], source: Sequence[Span], found: Mapping[Aspect, tuple[str, Span]]
    ) -> Found:
        """Return the medium that occasion, verb or source names: "a radio interview"."""
        text = self._page.text
        for _, span in found.values():
            for word in words_of(text, span.start, span.end):
                if word.lower in w.CARRYING:
                    return {Aspect.MEDIUM: (w.CARRYING[word.lower], span)}
        for span in cue:
            for word in words_of(text, span.start, span.end):
                if word.lower in w.SENT:
                    return {Aspect.MEDIUM: (w.SENT[word.lower], span)}
        for span in source[:1]:
            head = _head(text, span)
            if w.MEDIA.get(head) in (
                MediumKind.LETTER,
                MediumKind.MESSAGE,
                MediumKind.SOCIAL_MEDIA,
            ):
                return {Aspect.MEDIUM: (w.MEDIA[head], span)}
        return {}

    def _masked(self, window: Span, anchor: Span | None, kept: Sequence[Span]) -> str:
        """Return a stretch with what is said blanked out, and asides without a part of `kept`.

        What holds the `anchor` itself is read.
        """
        letters = list(window.of(self._page.text))
        for span in self._contents.on(window):
            if anchor is not None and span.covers(anchor):
                continue
            low, high = max(span.start, window.start), min(span.end, window.end)
            if low < high:
                letters[low - window.start : high - window.start] = BLANK * (high - low)

        def blank(aside: re.Match[str]) -> str:
            there = Span(window.start + aside.start(), window.start + aside.end())
            spared = any(there.overlaps(span) for span in kept)
            return aside.group() if spared else BLANK * len(aside.group())

        return _ASIDE.sub(blank, "".join(letters))

    def _is_earlier(self, cue: Sequence[Span]) -> bool:
        text, start = self._page.text, cue[0].start
        words = " ".join(c.of(text) for c in cue)
        before = text[max(start - _BEFORE_CUE, 0) : start]
        return bool(_HAD.search(words) or _EARLIER.search(before))


def anchor_of(one: Statement) -> Span:
    """Return what a circumstance must stand near: the cue, else the source, else the content."""
    return (one.cue or one.source or one.content)[0]


def _verb(text: str, cue: Span) -> Span:
    """Return a cue up to a phrase that it takes in: "wrote | on her page"."""
    end = cue.start
    for word in words_of(text, cue.start, cue.end):
        low = word.lower
        leads = low in (w.PREPOSITIONS | w.TIMES) - {"to"} or (
            low == "to" and _TO_NOUN.match(text, word.start, cue.end) is not None
        )
        if end > cue.start and leads:
            return Span(cue.start, end)
        end = word.end
    return cue


def _head(text: str, source: Span) -> str:
    """Return the noun of a source in lower case: "A | letter | from the mayor"."""
    head = ""
    for word in words_of(text, source.start, source.end):
        if word.lower in w.PREPOSITIONS:
            break
        head = word.lower if word.text.islower() or word.start == source.start else ""
    return head
