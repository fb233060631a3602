"""Offices and descriptions: "the Ukrainian president", and whose role it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actor.name.countries import is_national, same_country
from onrecord.actor.words import (
    BYGONE,
    CROWDS,
    DEFINITE,
    GENDERED_NOUNS,
    GROUPS,
    HEADS_OF_STATE,
    HUMANS,
    INDEFINITE,
    LEADERS,
    OFFICES,
    ORGANISATION,
    PARTIES,
    POSSESSIVE,
    RANKING,
    TITLES_IN_FULL,
)

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_AFTER_HEADS = (
    "of for from in at on with who which whose whom that to by speaking aboard near inside outside "
    "across under against among about after before during living working based here there wearing "
    "familiar close involved briefed told said"
)


def after_head(also: str) -> re.Pattern[str]:
    """Return what a phrase ends at behind its head: a sign, or one of the words, or of `also`."""
    words = "|".join(f"{_AFTER_HEADS} {also}".split())
    return re.compile(rf"\s*[,;:()\[\]–—]|\s+(?:{words})\b")


_CUT = after_head("named called behind representing")
_STATE = re.compile(
    r"\bhead of (?:the )?(?:(?P<whose>[^\W\d_]+) )?(?:state|country|nation)\b", re.I
)
_SELF = re.compile(r"\s+(?:himself|herself|itself|themselves)$", re.IGNORECASE)
_STAFF = re.compile(r"\b(chief) of staff\b", re.I)
_GOVERNMENT = re.compile(r"\bhead of (?:the )?(?:(?P<whose>[^\W\d_]+) )?government\b", re.I)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that names nobody: its head, what stands before and after it.

    `proper` are its capitalised modifiers, in which a country or a body is named; `whole`
    are those of them that stand behind: "head of the Tide Society".
    """

    text: str
    head: str
    modifiers: frozenset[str]
    proper: tuple[str, ...]
    article: str
    whole: tuple[str, ...] = ()

    @property
    def definite(self) -> bool:
        return self.article in DEFINITE or (not self.article and self.head in OFFICES)

    @property
    def crowd(self) -> bool:
        """Whether several people speak, or one that the report does not name."""
        if self.head.startswith(("spokes", "source")):
            return True
        if self.definite:
            return self.plural
        return self.plural or self.head in CROWDS or self.article in INDEFINITE | POSSESSIVE

    @property
    def plural(self) -> bool:
        return self.head in _PLURAL or (
            self.head.endswith("s")
            and not self.head.endswith("ss")
            and self.head not in GROUPS | HUMANS
        )

    @property
    def group(self) -> bool:
        return self.head in GROUPS

    @property
    def human(self) -> bool:
        return self.head in HUMANS or self.head.endswith(("-old", "man", "woman"))

    @property
    def gender(self) -> str:
        return GENDERED_NOUNS.get(self.head, "")


_PLURAL = frozenset(
    {"people", "police", "media", "many", "some", "several", "few", "most", "others"}
)


@lru_cache(maxsize=16384)
def describe(text: str) -> Description | None:
    """Take a noun phrase apart, or return None where it has no words."""
    phrase = _SELF.sub("", _STAFF.sub(r"\1-of-staff", text.strip()))
    article = ""
    first = _WORD.match(phrase)
    if first and first.group().lower() in DEFINITE | INDEFINITE | POSSESSIVE:
        article = first.group().lower()
        phrase = phrase[first.end() :].strip()
    fixed = _fixed(phrase, article, text)
    if fixed is not None:
        return fixed
    cut = _CUT.search(phrase)
    head_part, rest = (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")
    words = _WORD.findall(head_part)
    if not words:
        return Description(text, article, frozenset(), (), article) if article else None
    before = words[:-1]
    complement = [w for w in _WORD.findall(rest.split(",")[0]) if w[:1].isupper()]
    head = _singular_office(words[-1].lower())
    head = TITLES_IN_FULL.get(head, head)
    modifiers = {part for w in before for part in w.lower().split("-")}
    if head in ("pm", "premier"):
        head, modifiers = "minister", modifiers | {"prime"}
    if "-" in head and head.rsplit("-", 1)[-1] in _TO_COME:
        head, elect = head.rsplit("-", 1)
        modifiers |= {elect}
    if "-" in head and head.rsplit("-", 1)[-1] in OFFICES:
        *more, head = head.split("-")
        modifiers |= set(more)
    proper = [
        _last_part(_unpossessed(w))
        for w in before
        if _last_part(w)[:1].isupper() and w.lower() not in OFFICES | _TOPICS
    ]
    return Description(
        text,
        head,
        frozenset(_unpossessed(m) for m in modifiers),
        tuple(proper + complement),
        article,
        tuple(complement),
    )


_TO_COME = frozenset({"elect", "designate"})

_TOPICS = frozenset(
    "prime vice deputy foreign home defence defense finance interior justice immigration health "
    "former secretary first shadow senior chief attorney general managing".split()
)


def _fixed(phrase: str, article: str, text: str) -> Description | None:
    for pattern, head, modifiers in (
        (_STATE, "head of state", frozenset[str]()),
        (_GOVERNMENT, "minister", frozenset({"prime"})),
    ):
        match = pattern.search(phrase)
        if match and match.start() <= 20:
            words = [*_WORD.findall(phrase[: match.start()]), match["whose"] or ""]
            words += list(_WORD.findall(phrase[match.end() :].split(",")[0]))
            proper = tuple(w for w in words if w[:1].isupper())
            return Description(text, head, modifiers, proper, article)
    return None


def _singular_office(head: str) -> str:
    return _unpossessed(head)


def _unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _last_part(word: str) -> str:
    return word.rsplit("-", 1)[-1]


def fits(description: Description, roles: Iterable[str]) -> float:
    """Return how well one of `roles` answers to `description`: 0 not at all, 1 or more well.

    Who holds the same office elsewhere, and not here, is not meant.
    """
    held = [d for d in map(describe, roles) if d is not None]
    best = max((_fit(description, d) for d in held), default=0.0)
    if best <= 1.0 and any(is_elsewhere(description, d) for d in held):
        return 0.0
    return best


def is_bygone(wanted: Description, roles: Iterable[str]) -> bool:
    """Whether `roles` answer to an office only as one that was held, and it is not so called."""
    held = [d for d in map(describe, roles) if d is not None and _fit(wanted, d) > 0]
    was = bool(held) and all(d.modifiers & BYGONE for d in held)
    return was and not wanted.modifiers & BYGONE


def is_elsewhere(wanted: Description, held: Description) -> bool:
    """Whether `held` is the office that is wanted, but of another country or body."""
    one, other = ([w for w in d.proper if w.lower() not in PARTISANS] for d in (wanted, held))
    if not one or not other or not _same_office(wanted, held):
        return False
    return not any(same_country(a, b) for a in one for b in other)


PARTISANS = HUMANS | ORGANISATION
"""What a word with a capital beside an office may be that tells no country: Democrats, a body."""


def _fit(wanted: Description, held: Description) -> float:
    score = _same_office(wanted, held)
    if not score:
        return 0.0
    if (wanted.modifiers & RANKING) != (held.modifiers & RANKING) and score == 1.0:
        return 0.0
    if wanted.modifiers & BYGONE and not held.modifiers & BYGONE:
        return 0.0
    if not wanted.modifiers & BYGONE and held.modifiers & BYGONE:
        score *= 0.8
    if (wanted.modifiers & _TO_COME) != (held.modifiers & _TO_COME):
        score *= 0.7
    topics = [
        d.modifiers - RANKING - BYGONE - _TO_COME - _lower(d.proper) - _IDLE for d in (wanted, held)
    ]
    if topics[0] and topics[1] and not topics[0] & topics[1]:
        return 0.0
    if topics[0] and not topics[1]:
        score *= 0.7
    return score * _agreement(wanted, held)


_IDLE = frozenset({"the", "new", "current", "acting", "interim", "senior", "us", "uk", "embattled"})


_OF_COUNTRIES = HEADS_OF_STATE | {"minister", "premier", "chancellor"}


_STANDING = frozenset("nominee candidate hopeful contender frontrunner politician".split())
"""What one stands for an office as, for a party."""


def _same_body(one: str, other: str) -> bool:
    """Whether two words mean one country or one party."""
    a, b = PARTIES.get(one.lower()), PARTIES.get(other.lower())
    return same_country(one, other) if a is None or b is None else a == b


def _lower(words: Iterable[str]) -> set[str]:
    return {w.lower() for w in words}


def _same_office(wanted: Description, held: Description) -> float:
    if wanted.head == held.head:
        return 1.0
    if wanted.head in _STANDING and held.head in PARTIES:
        return 0.6  # "the Republican nominee" is "Republican Ann Berg"
    if wanted.head == "head of state":
        return 0.95 if held.head in HEADS_OF_STATE and not held.modifiers & RANKING else 0.0
    if held.head == "head of state":
        return 0.95 if wanted.head in HEADS_OF_STATE and not wanted.modifiers & RANKING else 0.0
    leads = held.head in LEADERS or (held.head, "prime" in held.modifiers) == ("minister", True)
    leads = leads or (held.head == "general" and "secretary" in held.modifiers)
    if wanted.head in ("leader", "chief", "boss", "head") and leads:
        return 0.9
    if wanted.head == "secretary" and held.head == "general" and "secretary" in held.modifiers:
        return 0.5
    return 0.0


def _agreement(wanted: Description, held: Description) -> float:
    """Weigh the countries and bodies that two roles name: of one office, another's is none."""
    if not wanted.proper:
        return 1.0
    if held.head in PARTIES and wanted.head in _STANDING:
        party = any(_same_body(w, held.head) for w in wanted.proper)
        return 1.0 if party else 0.0
    of_body = len(wanted.whole) > 1 and not any(map(is_national, wanted.whole))
    if not held.proper:
        if of_body and held.modifiers & ORGANISATION:
            return 0.0  # a "union head" is not "the head of the Tide Society"
        if of_body and wanted.head != held.head:
            return 0.0 if held.head in _OF_COUNTRIES else 0.6
        return 0.8
    if any(_same_body(a, b) for a in wanted.proper for b in held.proper):
        return 1.6
    national = any(map(is_national, wanted.proper)) and any(map(is_national, held.proper))
    return 0.0 if national or of_body or wanted.head == held.head else 0.6
