"""Noun phrases that may tell on which occasion, where or through what something was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from onrecord.actor.mention.page import Word
from onrecord.actor.words import PRONOUNS
from onrecord.model import Aspect, MediumKind, OccasionKind
from onrecord.utterance.setting import words as w
from onrecord.utterance.setting.leads import LEADS_TO, Noun

_BEFORE_HEAD = 6
"""Words that a phrase has in front of its noun, at most."""
_BEHIND_HEAD = 9
"""Words that a phrase has behind its noun, at most."""
_NO_PLACES = w.TIMES | w.DETERMINERS | w.LANGUAGES
"""Words with a capital that name no place."""
_FOLLOWS = w.PREPOSITIONS | w.TIMES | w.CONJUNCTIONS | w.DETERMINERS | w.OPENS | w.BEHIND | PRONOUNS
"""Words that may stand behind a phrase that is whole."""


class Phrase(NamedTuple):
    """A phrase with its numbers of words: what it is and which word leads to it.

    `lead` is the first word of what leads there, `link` the word that does: "at", "told".
    """

    aspect: Aspect
    kind: str
    lead: int
    first: int
    end: int
    link: str


@dataclass(frozen=True)
class Stretch:
    """The words of a sentence that tell of speaking; what is said in it is left out.

    `apart` says of every word whether more than white space parts it from the one before;
    `verbs` are the numbers of the words of the cue, which belong to no phrase.
    """

    words: tuple[Word, ...]
    apart: tuple[bool, ...]
    verbs: frozenset[int] = frozenset()

    @cached_property
    def _lows(self) -> tuple[str, ...]:
        return tuple(word.lower for word in self.words)

    def low(self, i: int) -> str:
        """Return a word in lower case, "" where none has that number."""
        return self._lows[i] if 0 <= i < len(self.words) else ""

    def phrases(self) -> Iterator[Phrase]:
        """Yield every phrase for an occasion, a medium or a place, in order."""
        for i, word in enumerate(self.words):
            low = self._lows[i]
            heads = word.capital or low in w.HEADS or low.removesuffix("s") in w.HEADS
            if i in self.verbs or not heads:
                continue
            if (occasion := self._occasion(i)) is not None:
                yield from self._of(Aspect.OCCASION, occasion, i)
            if (medium := self._medium(i)) is not None:
                yield from self._of(Aspect.MEDIUM, medium, i)
            if self._is_venue(i) or self._ends_name(i):
                yield from self._of(Aspect.PLACE, "", i)

    # What a word names ------------------------------------------------------------------

    def _occasion(self, i: int) -> OccasionKind | None:
        low = self.low(i)
        if not self.apart[i]:
            pair = w.OCCASIONS_OF_TWO.get((self.low(i - 1), low)) or w.OCCASIONS_OF_TWO.get(
                (self.low(i - 1), low.removesuffix("s"))
            )
            if pair is not None and not self._is_modifier(i):
                return pair
        if i + 1 in self._joined(i) and (low, self.low(i + 1)) in w.OCCASIONS_OF_TWO:
            return None
        kind = w.OCCASIONS.get(low) or w.OCCASIONS.get(low.removesuffix("s"))
        if kind is None or self._is_modifier(i) or (low in w.PART and self._is_part(i)):
            return None
        # "March" and "Address" in a name are what the words are only at its end.
        named = self.words[i].capital and (self.apart[i] or not self.words[i - 1].capital)
        return None if named and i and self.low(i - 1) not in w.DETERMINERS else kind

    def _joined(self, i: int) -> range:
        """Return the number of the next word, if nothing parts it from this one."""
        return (
            range(i + 1, i + 2) if i + 1 < len(self.words) and not self.apart[i + 1] else range(0)
        )

    def _is_part(self, i: int) -> bool:
        """Whether a noun names part of another occasion: "the opening | of the summit"."""
        behind = range(i + 2, min(self._over_noun(i + 2), len(self.words)))
        return self.low(i + 1) == "of" and any(self.low(k) in w.OCCASIONS for k in behind)

    def _is_modifier(self, i: int) -> bool:
        """Whether the next word is the noun: "summit | talks", "session | hall"."""
        if self.words[i].possessive:
            return True
        if i + 1 not in self._joined(i):
            return False
        low = self.low(i + 1)
        known = low in w.OCCASIONS or low in w.VENUES or low in w.MEDIA
        return known or low.removesuffix("s") in w.OCCASIONS

    def _medium(self, i: int) -> MediumKind | None:
        word, low = self.words[i], self.low(i)
        if word.text in w.NETWORKS:
            return MediumKind.SOCIAL_MEDIA
        if word.possessive:
            return None
        pair = None if self.apart[i] else w.MEDIA_OF_TWO.get((self.low(i - 1), low))
        if pair is not None:
            return pair
        kind = w.MEDIA.get(low)
        if kind is None or word.capital or (i + 1 in self._joined(i) and self._goes_on(i + 1)):
            named = word.capital and low in ("radio", "television", "tv", "agency")
            return w.CARRYING[low] if named else None
        return kind

    def _goes_on(self, i: int) -> bool:
        """Whether a noun follows, so that the one before only tells of which kind it is."""
        low = self.low(i)
        return low in w.OCCASIONS or low in w.MEDIA or low in ("channel", "station", "release")

    def _is_venue(self, i: int) -> bool:
        low = self.low(i)
        venue = low in w.VENUES or low.removesuffix("s") in w.VENUES
        return venue and not self.words[i].possessive and not self._is_modifier(i)

    def _ends_name(self, i: int) -> bool:
        """Whether a name written with capitals ends here and no other noun follows."""
        word = self.words[i]
        if not word.capital or word.possessive:
            return False
        if word.lower in _NO_PLACES or word.lower.endswith("ish"):
            return False
        if i > 1 and self.words[i - 1].text == "The":
            return False  # "in The Ferryman"
        nexts = self._joined(i)
        return not any(self.words[k].capital or self._is_venue(k) for k in nexts)

    # Its phrase -------------------------------------------------------------------------

    def _of(self, aspect: Aspect, kind: str, head: int) -> Iterator[Phrase]:
        first, lead, link = self._lead(head)
        noun = Noun(
            self.words[head].text,
            bare=self.low(first) not in w.DETERMINERS and not self._has_owner(lead, head),
            named=any(word.capital for word in self.words[first : head + 1]),
            venue=self._is_venue(head),
        )
        end = self._end(aspect, head)
        if link in w.AFTER and kind not in w.TALKED_AFTER:
            return
        if LEADS_TO[aspect](link, noun) and self._is_whole(lead, end, link):
            first = lead if self.low(head) in w.BY_ONLY else first
            yield Phrase(aspect, kind, lead, first, end, link)

    def _is_whole(self, lead: int, end: int, link: str) -> bool:
        """Whether a phrase is neither part of a clause nor told to lie some time back."""
        if link in w.AFTER and self.low(lead - 1) in w.UNITS and lead and not self.apart[lead]:
            return False
        if end >= len(self.words) or self.apart[end] or end in self.verbs:
            return True
        low = self.low(end)
        told = low.endswith(("ly", "ed")) and link not in w.AFTER
        return low in _FOLLOWS or self.words[end].capital or told

    def _lead(self, head: int) -> tuple[int, int, str]:
        """Return where the phrase of a noun begins, and where and what leads to it."""
        first = head
        while first > 0 and head - first < _BEFORE_HEAD and not self.apart[first]:
            before = self.words[first - 1]
            low = before.lower
            outside = low in w.PREPOSITIONS or low in w.CONJUNCTIONS or low in w.TIMES
            tells = low in w.TOLD | w.OPENS | w.SPEAKS and self.low(first - 2) not in w.DETERMINERS
            if outside or tells or first - 1 in self.verbs:
                break
            first -= 1
            if low in w.DETERMINERS:
                break
        lead = first
        while lead > 0 and not self.apart[lead] and self.low(lead - 1) in w.TIMES | {"this"}:
            lead -= 1
        if lead == 0 or self.apart[lead]:
            return first, lead, ""
        lead -= 1
        link = self.low(lead)
        if link == "of" and lead and self.low(lead - 1) in w.PART:
            part = self._part(lead - 1)
            return first, part, self.low(part) if self.low(part) in w.AFTER else "at"
        if link == "front" or (link == "of" and self.low(lead - 1) == "front"):
            return first, lead, ""
        return first, lead, link

    def _part(self, at: int) -> int:
        """Return where "on the sidelines", "following the second day" begins, from its noun."""
        first = at
        while first > 0 and at - first < 4 and not self.apart[first]:
            first -= 1
            if self.low(first) in w.PREPOSITIONS:
                break
        return first

    def _has_owner(self, lead: int, head: int) -> bool:
        return any(self.words[k].possessive for k in range(lead, head))

    def _end(self, aspect: Aspect, head: int) -> int:
        """Return where a phrase ends: with what names it behind its noun."""
        end = head + 1
        while end < len(self.words) and end - head < _BEHIND_HEAD and not self.apart[end]:
            low = self.low(end)
            if low in ("together", "jointly") and self.low(end + 1) == "with":
                end, low = end + 1, "with"
            opens = low == "of" or (
                low in ("with", "between", "alongside", "to") and aspect is not Aspect.PLACE
            )
            if opens and end + 1 in self._joined(end):
                stop = self._over_noun(end + 1)
                if stop > end + 1:
                    end = stop
                    continue
            if low == "and" and end > head + 1 and end + 1 in self._joined(end):
                stop = self._over_noun(end + 1) if self.words[end + 1].capital else end
                if stop > end + 1:
                    end = stop
                    continue
            break
        if end == head + 1 and end < len(self.words) and not self.apart[end]:
            # "the daily Ferryman", "the state channel Nook One": the name behind its noun.
            while (
                aspect is Aspect.MEDIUM
                and w.MEDIA.get(self.low(head)) not in (MediumKind.LETTER, MediumKind.MESSAGE)
                and end < len(self.words)
                and not self.apart[end]
                and (self.words[end].capital and self.low(end) not in w.TIMES)
            ):
                end += 1
        return end

    def _over_noun(self, start: int) -> int:
        """Return where the noun phrase that begins at `start` ends."""
        end = start
        while end < len(self.words) and (end == start or not self.apart[end]):
            low = self.low(end)
            if end in self.verbs or low in w.PREPOSITIONS | w.CONJUNCTIONS | w.TIMES:
                break
            if low in w.DETERMINERS and end > start:
                break
            if low.endswith("ed") and end > start and self.words[end - 1].capital:
                break  # "an interview with Ada Roe | aired on Monday"
            end += 1
        return end
