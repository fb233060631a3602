"""Group organisations and countries by name: spellings, translations, acronyms, short names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.actor.link.groups import Group, Member
from onrecord.actor.name.countries import COUNTRY_OF, NAMES, country_name
from onrecord.actor.name.letters import ascii_of
from onrecord.actor.name.spelling import BRITISH, organisation_key
from onrecord.actor.name.translations import BODIES, COUNTRIES
from onrecord.actor.words import GROUPS, ORGANISATION
from onrecord.model import ActorKind, Entity

_SPELT = {**BRITISH, "intl": "international", "dept": "department"}
_SMALL = frozenset(
    "the and of for in an a de la le les des du et y e el die der das des fur und to on at".split()
)
_LEGAL = frozenset(
    "inc ltd llc plc corp corporation gmbh ag sa spa nv bv ab oy as co company limited".split()
)
_IDLE = {"ministry": frozenset({"affairs"})}
_GENERIC = (
    GROUPS
    | ORGANISATION
    | frozenset("national international royal world new first great global free people".split())
)


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Return the key of a body: its words in any order, however they are spelled.

    A country's adjective is its name ("Ukrainian Ministry of Defence", "Defence Ministry of
    Ukraine"), a legal form and small words count for nothing.
    """
    known = _KNOWN_AS.get(_plain(name))
    if known is not None:
        return known
    country = country_name(name)
    if country != name:
        return organisation_key(country)
    low = [w for w in re.split(r"[\s\-/&,’']+", name.lower().replace(".", "")) if w]
    words = [_SPELT.get(w, w) for w in map(ascii_of, low) if w]
    raw = {ascii_of(w): w for w in low}
    kept = [w for w in words if w not in _SMALL]
    kept = [w for w in kept if w not in _LEGAL] if len(kept) > 1 else kept
    for head, idle in _IDLE.items():
        if head in kept and len(kept) > 2:
            kept = [w for w in kept if w not in idle]
    if len(kept) > 1:
        kept = [_country(raw.get(w, w)) or w for w in kept]
    return " ".join(sorted(kept)) or organisation_key(name)


def _plain(name: str) -> str:
    words = re.split(r"[\s]+", name.lower().replace(".", "").strip())
    return " ".join(_SPELT.get(w, w) for w in words if w != "the")


_KNOWN_AS, _COUNTRY_AS = (
    {_plain(form): _plain(line.split("|")[0]) for line in lines for form in line.split("|")}
    for lines in ((*BODIES, *COUNTRIES), COUNTRIES)
)


def _country(word: str) -> str:
    return COUNTRY_OF.get(word) or _COUNTRY_AS.get(word, "")


def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words would have, in small letters."""
    words = [w for w in re.split(r"[\s\-]+", name) if w and w[0].isalpha()]
    if len(words) < 2:
        return frozenset()
    whole = "".join(ascii_of(w)[:1] for w in words)
    capital = "".join(ascii_of(w)[:1] for w in words if w[0].isupper())
    bare = "".join(ascii_of(w)[:1] for w in words if w.lower() not in _SMALL)
    return frozenset(a for a in (whole, capital, bare) if len(a) > 1)


def bodies(entities: Sequence[Entity]) -> list[Group]:
    """Group organisations and countries; a short name joins the one long name it means."""
    names = _by_key(entities)
    means = _short_names(entities, names)
    groups: dict[str, Group] = {}
    for entity in entities:
        key, rule, score = body_key(entity.name), "name", 0.9
        seen = {key}
        while len(long := means.get(key, {})) == 1:
            ((target, why),) = long.items()
            if target in seen:
                break
            seen.add(target)
            key, rule, score = target, why, min(score, _SHORT[why])
        groups.setdefault(key, Group(("body", key))).members.append(Member(entity, score, (rule,)))
    return [groups[key] for key in sorted(groups)]


_SAID = "called so in the same report"
_ACRONYM = "acronym of one body"
_BEGINS = "beginning of one body's name"
_SHORT = {_SAID: 0.85, _ACRONYM: 0.8, _BEGINS: 0.7}


def _by_key(entities: Iterable[Entity]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        names[body_key(entity.name)].add(entity.name)
    return names


def _short_names(
    entities: Sequence[Entity], names: dict[str, set[str]]
) -> dict[str, dict[str, str]]:
    """Return, for the key of a short name, the keys of all it may mean, each with the rule."""
    means: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        key = body_key(entity.name)
        for name in entity.names:
            if (other := body_key(name)) != key:
                means[other].setdefault(key, _SAID)
        if entity.kind is not ActorKind.COUNTRY:
            for acronym in acronyms(entity.name):
                if acronym != key:
                    means[acronym].setdefault(key, _ACRONYM)
    for key, spellings in sorted(names.items()):
        first = min(spellings).split()
        if len(first) > 1 and (short := body_key(first[0])) in names and _is_telling(first[0]):
            means[short].setdefault(key, _BEGINS)
    return means


def _is_telling(word: str) -> bool:
    """Whether a word alone may stand for the body whose name begins with it."""
    low = word.lower()
    return len(low) > 3 and low not in _GENERIC and low not in COUNTRY_OF and low not in NAMES
