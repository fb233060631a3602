"""Read the names in a report, with the titles and the other words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.actor.mention.leading import Titles
from onrecord.actor.mention.page import Page, Sentence, is_shouted
from onrecord.actor.mention.runs import SOFT, Runs
from onrecord.actor.mention.titles import (
    apposition,
    foregoing,
    gender_of_roles,
    is_acronym,
    is_crowd,
    is_office,
    kind_of,
    titles,
)
from onrecord.actor.name.countries import is_place
from onrecord.actor.name.given import gender_of, is_given
from onrecord.actor.words import (
    CROWDS,
    DOING,
    HONORIFICS,
    HUMANS,
    OFFICES,
    ORGANISATION,
    PARTICLES,
    PLACING,
    SPEECH,
    STARTERS,
    SUFFIXES,
    TITLE_WORDS,
)
from onrecord.model import ActorKind, Span

_OPENERS = "\"“„‘«'([:–—•*-"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: its words, and what the words around it say.

    Offsets are those of the name without its title; a name from a title outside the text
    has a negative start. `gender` is what honorific, title or given name give away; `agent`
    says that a verb of speaking or doing follows, `placed` that a preposition of place
    goes before. `title_start` is where the title begins, or the name without one.
    """

    words: tuple[str, ...]
    start: int
    end: int
    sentence: int
    roles: tuple[str, ...] = ()
    honorific: str = ""
    gender: str = ""
    kind: ActorKind = ActorKind.UNKNOWN
    definite: bool = False
    thing: bool = False
    subject: bool = False
    agent: bool = False
    placed: bool = False
    possessive: bool = False
    title_start: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.words)


def read_names(page: Page, sources: Sequence[Span] = ()) -> tuple[Name, ...]:
    """Return the names of `page` in the order of the text.

    Inside `sources`, spans that are known to name a speaker, a capital at the start of a
    sentence needs no second witness.
    """
    found: list[Name] = []
    for index, sentence in enumerate(page.sentences):
        if not is_shouted(sentence) or _is_credit(sentence, sources):
            runs = Runs(page.text, sentence)
            leading = Titles(page.text, sentence, runs)
            found.extend(_Reader(page, sentence, index, sources, runs, leading).names())
    return tuple(_freed(found, page.text))


def _is_credit(sentence: Sentence, sources: Sequence[Span]) -> bool:
    """Whether a sentence is nothing but a speaker: "Ann Berg, Lorne Harbour Workers' Union"."""
    whole = Span(sentence.words[0].start, sentence.words[-1].end)
    return any(source.covers(whole) for source in sources)


def _freed(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Free a name that stands alone elsewhere from the capitals before it.

    "Tide Union Zorin Pike" is Zorin Pike where the report names Zorin Pike again.
    """
    alone = {n.words for n in found if len(n.words) == 2}
    for name in found:
        tail = name.words[-2:]
        if len(name.words) > 3 and tail in alone and tail[0].lower() not in PARTICLES:
            start = text.rindex(tail[0], name.start, name.end - len(tail[1]))
            yield replace(name, words=tail, start=start, kind=ActorKind.PERSON, thing=False)
        else:
            yield name


@dataclass(frozen=True, slots=True)
class _Reader:
    page: Page
    sentence: Sentence
    index: int
    sources: Sequence[Span]
    runs: Runs
    leading: Titles

    def names(self) -> Iterator[Name]:
        for first, last in self.runs.bounds():
            name = self._name(first, last)
            if name is not None:
                yield name

    def _name(self, first: int, last: int) -> Name | None:
        words = self.sentence.words
        definite = first > 0 and words[first - 1].lower == "the"
        start = first
        while start < last and self._opens(start, last):
            definite = words[start].lower == "the"
            start += 1
        if start == last:
            return None
        begin, honorific = self._title_end(start, last)
        if begin == last or (last - begin == 1 and not self._stands_alone(begin, start)):
            return None
        if all(w.lower in SUFFIXES for w in words[begin:last]) or is_crowd(words[begin:last]):
            return None
        return self._describe(start, begin, last, honorific, definite)

    def _is_initial(self, i: int) -> bool:
        """Whether the word at `i` has its capital from its place."""
        if i == 0:
            return True
        gap = self.page.text[self.sentence.words[i - 1].end : self.sentence.words[i].start]
        return any(c in _OPENERS for c in gap)

    def _opens(self, i: int, last: int) -> bool:
        """Whether the word at `i` only opens the run: a starter, or a common word."""
        word = self.sentence.words[i]
        alone = i + 1 == last
        if word.lower in STARTERS:
            kept = word.lower in SOFT and not alone and not word.text[1:].isupper()
            short = len(word.text) <= 3 and is_acronym(word)
            return not kept and not (is_given(word.text) and not alone) and not short
        if not self._is_initial(i) or is_given(word.text) or alone or word.lower in PARTICLES:
            return False
        if i + 2 == last and word.text not in self.page.inner_capitals:
            following = self.sentence.words[i + 1]
            if is_acronym(following) or is_place(following.text):
                return word.lower not in OFFICES | TITLE_WORDS and not is_acronym(word)
        return (
            word.lower in self.page.lower_words
            and word.text not in self.page.inner_capitals
            and word.lower not in OFFICES | TITLE_WORDS | ORGANISATION
            and word.lower not in HONORIFICS
        )

    def _title_end(self, start: int, last: int) -> tuple[int, str]:
        """Return where the name proper begins in a run, and its honorific."""
        words = self.sentence.words
        honorific = ""
        begin = start
        for k in range(start, last):
            rest = [w.lower for w in words[k + 1 : last] if w.lower not in SUFFIXES]
            low = words[k].lower
            if rest and (rest[0] in ("of", "for", "and") or set(rest) <= _STAFF):
                continue
            if low in HONORIFICS or is_office(low):
                if rest and not (k > start and is_given(words[k - 1].text)):
                    begin = k + 1
                    honorific = low if low in HONORIFICS else honorific
                elif not rest and not (k > start and is_given(words[k - 1].text)):
                    begin = last
        if begin == start and not is_given(words[start].text):
            # "Conservative Ann Berg": party, country and office before a given name.
            for g in range(start + 1, last - 1):
                if is_given(words[g].text) and all(titles(w) for w in words[start:g]):
                    return g, honorific
        if begin == start and last - start > 2 and self._follows_office_of(start):
            # "President of Norland Ilan Drev": the last two are the name.
            return last - 2, honorific
        return begin, honorific

    def _follows_office_of(self, i: int) -> bool:
        words = self.sentence.words
        k = i - 2 if i > 1 and words[i - 1].lower == "the" else i - 1
        return k > 0 and words[k].lower == "of" and is_office(words[k - 1].lower)

    def _stands_alone(self, i: int, start: int) -> bool:
        """Whether one capitalised word is a name and not the first word of a sentence."""
        word = self.sentence.words[i]
        if len(word.text) < 2 or word.text.isdigit():
            return False
        if len(word.text) > 3 and word.text.isupper() and word.lower in self.page.lower_words:
            return False
        if i > start or self.leading.stands_before(i) or not self._is_initial(i):
            return True
        if word.lower in CROWDS and not is_acronym(word):
            return False
        if "-" in word.text and word.text.rsplit("-", 1)[-1] in HUMANS:
            return False  # "Ex-wife", that opens a sentence
        if word.text in self.page.inner_capitals or is_place(word.text) or is_acronym(word):
            return True
        if word.lower in self.page.lower_words:
            return False
        return any(s.start <= word.start and word.end <= s.end for s in self.sources)

    def _describe(
        self, start: int, begin: int, last: int, honorific: str, definite: bool
    ) -> Name | None:
        words, text = self.sentence.words, self.page.text
        own = words[begin:last]
        title, article, title_start = self.leading.of(start, begin)
        if title and not honorific and words[begin - 1].lower in HONORIFICS:
            honorific = words[begin - 1].lower
        office = _COURTESY.sub("", title)
        roles = [office] if office else []
        after = apposition(text[own[-1].end : own[-1].end + 140])
        before = foregoing(text[max(self.sentence.start, own[0].start - 120) : own[0].start])
        if before.endswith(" " + " ".join(w.text for w in own)):
            before = ""  # "the spokeswoman for Berg, Berg" tells nothing of Berg
        roles += [r for r in (after, before) if r]
        kind, thing = kind_of(own, bool(title or after or before or honorific))
        gender = HONORIFICS.get(honorific, "") or gender_of_roles(roles)
        if not gender and kind is ActorKind.PERSON and len(own) > 1:
            gender = gender_of(own[0].text)
        following = words[last : last + 2]
        return Name(
            tuple(w.text for w in own),
            own[0].start,
            own[-1].end,
            self.index,
            roles=tuple(roles),
            honorific=honorific,
            gender=gender,
            kind=kind,
            definite=(definite and begin == start) or article == "the",
            thing=thing,
            subject=start <= 2 or any(w.lower in SPEECH for w in following),
            agent=not own[-1].possessive and any(w.lower in DOING for w in following[:1]),
            placed=(start > 0 and words[start - 1].lower in PLACING and not own[-1].possessive),
            possessive=own[-1].possessive,
            title_start=title_start,
        )


_STAFF = ORGANISATION | {"staff"}
_COURTESY = re.compile(r"\s*\b(?:mr|mrs|ms|miss|sir|dame|dr|prof)\.?$", re.IGNORECASE)
