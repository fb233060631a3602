"""The titles that reports give: which office each is, and whether it is borne, was or may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.actor.name.countries import COUNTRY_OF
from onrecord.actor.role.roles import Description, describe
from onrecord.actor.words import BYGONE, OFFICES, RANKING, TITLE_WORDS
from onrecord.model import Called, Entity, Status

# A word at the head of a title that says how it is borne, and is no part of it.
_LEADS = (
    (Status.THEN, re.compile(r"(?:the )?(?:then|at the time)[\s-]+", re.I)),
    (Status.FORMER, re.compile(r"(?:the )?(?:former|ex|one-?time|erstwhile|late)[\s-]+", re.I)),
    (Status.ACTING, re.compile(r"(?:the )?(?:acting|interim|caretaker)[\s-]+", re.I)),
)
_WITHIN = {
    "then": Status.THEN,
    "former": Status.FORMER,
    "ex": Status.FORMER,
    "acting": Status.ACTING,
    "interim": Status.ACTING,
    "elect": Status.ELECT,
    "designate": Status.ELECT,
    "incoming": Status.ELECT,
}
_ELECT = re.compile(r"[\s-](?:elect|designate)\b", re.I)
_TITLES = (OFFICES | {"head of state"}) - {"colleague", "counterpart", "resident"}
_RUNNING = frozenset({"candidate", "nominee", "contender"})
_CLAUSE = re.compile(r"\s+(?:who|whom|whose|which|that)\b|\s*[,;:()]")
_ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her|our)\s+", re.I)
_ENDING = re.compile(r"(?:ians?|ans?|ine|ish|ese|ic|ia|i|y|a|e)$")
_SHORT = 5
_IDLE = BYGONE | frozenset(
    "the new current acting interim caretaker incoming outgoing elected elect designate newly "
    "re-elected embattled long-time longtime veteran".split()
)


def titles_given(entities: Iterable[Entity]) -> tuple[Called, ...]:
    """Return the titles among the roles that reports give to `entities`, each once.

    A trade counts as an office does; what says no more of somebody than that they are a
    mother, or 34 years old, is no title.
    """
    return tuple(
        Called(entity.id, title, status, office)
        for entity in entities
        if entity.named
        for title, status, office in dict.fromkeys(_titles(entity.roles))
    )


def _titles(roles: Iterable[str]) -> Iterator[tuple[str, Status, str]]:
    return (title for title in map(read_title, roles) if title is not None)


@lru_cache(maxsize=16384)
def read_title(role: str) -> tuple[str, Status, str] | None:
    """Return the title in the words of a role, how it is borne and its office; None without one.

    "then-US President" is ("US President", THEN, "president|united states"). A candidate bears
    no title but that of candidate, which is the office then.
    """
    words = _ARTICLE.sub("", _CLAUSE.split(" ".join(role.split()), maxsplit=1)[0], count=1)
    status, title = _lead(words)
    elect = bool(_ELECT.search(title))
    about = describe(_ELECT.sub("", title))
    if about is None or about.head not in _TITLES:
        return None
    if status is Status.HELD:
        status = _status(about, elect)
        title = _within(status).sub("", title, count=1)
    return title, status, _office(about)


def _lead(words: str) -> tuple[Status, str]:
    for status, lead in _LEADS:
        if found := lead.match(words):
            return status, words[found.end() :]
    return Status.HELD, words


def _status(about: Description, elect: bool) -> Status:
    if about.head in _RUNNING:
        return Status.CANDIDATE
    if elect:
        return Status.ELECT
    return next((_WITHIN[m] for m in sorted(about.modifiers) if m in _WITHIN), Status.HELD)


def _within(status: Status) -> re.Pattern[str]:
    """Return what a title is rid of that stands in "Pelland’s former chancellor"."""
    words = [
        word for word in ("then", "former", "ex", "acting", "interim") if _WITHIN[word] is status
    ]
    return re.compile(rf"\b(?:{'|'.join(words)})[\s-]+", re.I) if words else re.compile(r"(?!)")


def _office(about: Description) -> str:
    # "Opposition" has a capital where it begins a sentence, and is no place for that.
    said = [w for w in about.proper if w.lower() not in TITLE_WORDS or w in about.whole]
    place = _place(about, said)
    more = sorted(about.modifiers - _IDLE - {word.lower() for word in said})
    # Of two orders of the same words one is as good: what ranks an office goes first.
    more.sort(key=lambda word: word not in RANKING)
    return f"{' '.join([*more, about.head])}|{place}"


def _place(about: Description, said: Sequence[str]) -> str:
    """Return the country or body of a title, a country by its usual name, "" without one."""
    behind = " ".join(about.whole).lower()
    if behind in COUNTRY_OF:
        return COUNTRY_OF[behind]
    words = (word.lower() for word in said)
    return " ".join(dict.fromkeys(COUNTRY_OF.get(word) or _stem(word) for word in words))


def _stem(word: str) -> str:
    """Return what a country that is in no table shares with its adjective: "kestr", a key only."""
    return _ENDING.sub("", word) if len(word) > _SHORT else word
