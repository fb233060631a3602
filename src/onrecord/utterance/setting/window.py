"""The words around one cue, and which of the phrases there belong to the speaking."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.actor.mention.page import Sentence, Word
from onrecord.model import MediumKind, Span
from onrecord.utterance.setting import words as w
from onrecord.utterance.setting.phrases import Phrase, Stretch

BLANK = "\x00"
"""What stands for a code point that is not read."""
_NEAR = 90
"""Code points between a cue and what tells of its occasion, at most."""
_WORD = re.compile(r"[^\W_]+")
_FILLER = re.compile(
    r"(?:[\s,]|\b(?:this|so|and|also|later|earlier|too|on|early|late|to|speaking|standing|talking|"
    r"addressing|reporters|journalists|the press|again|afterwards|himself|herself|live)\b)*",
    re.IGNORECASE,
)
"""What may stand between a cue and the place that hangs on it."""


class Window:
    """A stretch of a sentence around a cue; what is not to be read is blank in `text`.

    `known` are the stretches that belong to the speaking: the cue, who speaks and to whom, and
    what was found since. A place has to hang on one of them.
    """

    def __init__(
        self,
        sentence: Sentence,
        span: Span,
        text: str,
        cue: Sequence[Span],
        source: Sequence[Span],
        addressee: Sequence[Span],
    ) -> None:
        self.text, self.start = text, span.start
        self.cue, self.source = cue, source
        self.known: list[Span] = [*cue, *source, *addressee]
        self.times: list[Span] = []
        self.stretch = self._stretch(sentence, span)

    def _stretch(self, sentence: Sentence, span: Span) -> Stretch:
        low = bisect_left(sentence.words, span.start, key=lambda word: word.start)
        high = bisect_right(sentence.words, span.end, key=lambda word: word.end)
        words = tuple(
            word
            for word in sentence.words[low:high]
            if BLANK not in self._between(word.start, word.end)
        )
        apart = [True, *(self._is_apart(a, b) for a, b in pairwise(words))]
        verbs = (
            n
            for n, word in enumerate(words)
            if any(c.start <= word.start < c.end for c in self.cue)
        )
        return Stretch(words, tuple(apart[: len(words)]), frozenset(verbs))

    def _is_apart(self, before: Word, word: Word) -> bool:
        between = self._between(before.end + (2 if before.possessive else 0), word.start)
        return bool(between.strip(" \t\n\r\xa0'’\"“”"))

    def _between(self, low: int, high: int) -> str:
        return self.text[max(low - self.start, 0) : max(high - self.start, 0)]

    def span(self, phrase: Phrase) -> Span:
        """Return where the words of a phrase stand."""
        words = self.stretch.words
        return Span(words[phrase.first].start, words[phrase.end - 1].end)

    def led(self, phrase: Phrase) -> Span:
        """Return where a phrase stands with what leads to it."""
        words = self.stretch.words
        return Span(words[phrase.lead].start, words[phrase.end - 1].end)

    # On the occasion, through the medium ------------------------------------------------

    def nearest(self, phrases: Iterable[Phrase]) -> Phrase | None:
        """Return the phrase nearest to the cue; what the speaking only followed comes last."""
        ranked = [
            (phrase.link in w.AFTER, phrase.kind is MediumKind.WEBSITE, gap, phrase)
            for phrase in phrases
            if (gap := self._gap(phrase)) is not None
        ]
        return min(ranked)[-1] if ranked else None

    def _gap(self, phrase: Phrase) -> int | None:
        """Return how far a phrase is from the cue, None where it belongs to something else."""
        led = self.led(phrase)
        if self._is_relative and led.end <= self.cue[0].start:
            return None  # "at the forum she met a man who said"
        if phrase.link != "by" and any(s.covers(self.span(phrase)) for s in self.source):
            return None  # "officials at the talks"
        if phrase.link in w.TOLD | {"to"} and not self._is_told(phrase):
            return None  # "posted a letter and said", "in a message to the convention"
        if self._opens(phrase):
            return min(abs(self.cue[0].start - led.end), _NEAR)
        if led.start < self.cue[0].start:
            clause = self._between(self.start, led.start).rpartition(",")[2]
            if _has_barrier(clause):
                return None  # "asked about progress at the summit, he said"
        return self.distance(led)

    @property
    def _is_relative(self) -> bool:
        """Whether the cue stands in a relative clause, so that what comes before is not its own."""
        source = self.source[0] if self.source else None
        return source is not None and self._between(source.start, source.end) in ("who", "which")

    def _is_told(self, phrase: Phrase) -> bool:
        """Whether the verb that leads to a phrase tells of the speaking: the cue, "addressing"."""
        if phrase.link == "to":
            return phrase.lead - 1 in self.stretch.verbs or (
                self.stretch.low(phrase.lead - 1) in w.OPENS
            )
        return phrase.lead in self.stretch.verbs or phrase.link.endswith("ing")

    def distance(self, span: Span) -> int | None:
        """Return how far a stretch is from the cue, None where it belongs to something else."""
        after = span.start >= self.cue[0].start
        low, high = (self.cue[-1].end, span.start) if after else (span.end, self.cue[0].start)
        between = self._between(low, high)
        if len(between) > _NEAR or any(mark in between for mark in (BLANK, ";", ":")):
            return None
        return None if _has_barrier(between) else len(between.strip())

    def is_near(self, span: Span) -> bool:
        """Whether words for a time are those of the cue: near it, or at the head of all."""
        opening = not self._between(self.start, span.start).replace(BLANK, "x").strip(" On“\"'")
        return opening or self.distance(span) is not None

    def _opens(self, phrase: Phrase) -> bool:
        """Whether a phrase opens the sentence: "At the summit, …", "Speaking at the summit, …"."""
        led = self.led(phrase)
        before = self._between(self.start, led.start)
        if led.start >= self.cue[0].start or BLANK in before or _has_barrier(before):
            return False
        said = _WORD.findall(before.lower())
        return phrase.lead == 0 or bool(said and said[0] in w.OPENS)

    # The place --------------------------------------------------------------------------

    def attached(self, phrases: Iterable[Phrase]) -> Phrase | None:
        """Return the first place that hangs on what is known, with nothing between."""
        return next((phrase for phrase in phrases if self._is_attached(phrase)), None)

    def _is_attached(self, phrase: Phrase) -> bool:
        span, first = self.led(phrase), self.cue[0]
        if any(known.overlaps(span) for known in self.known if known not in self.cue):
            return False
        if phrase.lead == 0 and span.end <= first.start:
            return not _has_barrier(self._between(span.end, first.start))
        if phrase.link == "from" and not self._is_spoken_from(phrase):
            return False
        before = [known for known in self.known if known.end <= span.start]
        if span.end <= first.start:
            before = [k for k in before if k not in self.times]
            # "Brill, in Nook on Friday, said", "speaking from Nook, Brill said"
            before += [
                Span(word.start, word.end)
                for word in self.stretch.words[: phrase.lead]
                if word.lower in w.OPENS or word.lower == "standing"
            ]
            if not self._is_filled(span.end, first.start):
                return False
        elif self.source and self.source[0].start < first.start:
            before = [known for known in before if known not in self.source]
        return any(self._is_filled(known.end, span.start) for known in before)

    def _is_spoken_from(self, phrase: Phrase) -> bool:
        """Whether "from" leads to a place: not in "promises from Brill", "a letter from Nook"."""
        before = self.stretch.low(phrase.lead - 1)
        article = self.stretch.low(phrase.first) in w.DETERMINERS
        return not before or before in w.FROM or before.endswith("ed") or article

    def _is_filled(self, low: int, high: int) -> bool:
        """Whether nothing stands between two offsets but what is known to belong there."""
        letters = list(self._between(low, high))
        for span in self.known:
            for at in range(max(span.start, low), min(span.end, high)):
                letters[at - low] = " "
        between = "".join(letters)
        return len(between) <= 2 * _NEAR and _FILLER.fullmatch(between) is not None


def _has_barrier(words: str) -> bool:
    return not w.BARRIERS.isdisjoint(_WORD.findall(words.lower()))
