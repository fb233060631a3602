"""The other ways in which a person's full name may be written, and the keys they lead to.

A name has one key of its own (`name_key`). Beside it, a name *asks* for the keys that the
same person may have elsewhere: in another script, in the spelling of another language, in
another order, under another of their names. And it *answers* to keys that only others ask
for, because they know less of it: the consonants of Arabic or Hebrew, the sounds of Korean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from onrecord.actor.name.east_asian import chinese_key, is_korean_family, korean_key, part_latin
from onrecord.actor.name.forenames import EASTERN, SLAVIC
from onrecord.actor.name.given import is_given
from onrecord.actor.name.languages import LANGUAGES, as_read, bent
from onrecord.actor.name.letters import ascii_of, bare, fold, given_key, is_known_given, surname_key
from onrecord.actor.name.person_name import PersonName, split_name
from onrecord.actor.name.spelling import family_key, of_habit
from onrecord.actor.name.unvowelled import GIVEN_IN_SCRIPT, SKELETONS, sound_of_arabic, unvowelled

Key = tuple[str, ...]


class Way(NamedTuple):
    """A key that a name asks for, why, and how surely it is the same person's."""

    key: Key
    rule: str
    score: float


def name_key(name: PersonName) -> Key:
    """Return the key of a full name: given name, surname, generation."""
    return ("name", given_key(name.given[0]), family_key(name), name.generation)


def _sound(name: PersonName) -> Key:
    return ("sound", given_key(name.given[0]), name.key, name.generation)


@lru_cache(maxsize=65536)
def asked(name: str) -> tuple[Way, ...]:
    """Return the keys besides its own that the full name `name` asks for, the surest first."""
    parts = split_name(name)
    found: dict[Key, Way] = {}
    for given, surname, rule, score in _ways(parts):
        way = Way(name_key(PersonName((given,), surname, parts.generation)), rule, score)
        if found.get(way.key, way).score <= score:
            found[way.key] = way
        if rule.endswith("spelling"):
            heard = _sound(PersonName((given,), surname, parts.generation))
            found.setdefault(heard, Way(heard, rule, score))
    for way in (*_by_consonants(parts), *_by_sounds(parts), *_arabic_in_latin(parts)):
        found.setdefault(way.key, way)
    if not of_habit(parts):
        sound = ("name", *_sound(parts)[1:])
        found.setdefault(sound, Way(sound, "as the full name sounds", 0.85))
    found.pop(name_key(parts), None)
    return tuple(sorted(found.values(), key=lambda w: (-w.score, w.key)))


@lru_cache(maxsize=65536)
def answered(name: str) -> frozenset[Key]:
    """Return the keys besides its own that the full name `name` answers to."""
    parts = split_name(name)
    keys = {way.key for way in (*_by_sounds(parts), *_arabic_in_latin(parts))}
    if not unvowelled(parts):
        keys.add(_sound(parts))
        surname, given = bare(parts.surname), ascii_of(parts.given[0])
        for script, skeleton in SKELETONS.items():
            bones = skeleton(surname)
            keys.add((script, skeleton(given), bones))
            keys.add((script, f"={given_key(parts.given[0])}", bones))
    return frozenset(keys)


@lru_cache(maxsize=65536)
def surnames_asked(surname: str) -> tuple[tuple[str, str], ...]:
    """Return the keys that a surname alone may have elsewhere, each with its spelling."""
    found: dict[str, str] = {}
    if _CYRILLIC.search(surname):
        for _, other, _, _ in _cyrillic("", surname):
            found.setdefault(surname_key(other), other)
    else:
        for language in LANGUAGES:
            for other, slavic in as_read(language, surname.lower()).items():
                if slavic:
                    found.setdefault(surname_key(bent(other)), bent(other))
    found.pop(surname_key(surname), None)
    return tuple(sorted(found.items()))


# Order, and which of several names ----------------------------------------------------------

_Told = tuple[str, str, str, float]
"""Given name and surname as they may be written too, the rule and its score."""

_IBERIAN = frozenset(
    """
    alberto alejandro alfonso alvaro ana andres antonio beatriz carlos carmen cristina diego
    eduardo enrique ernesto felipe fernando francisco gabriel gabriela gustavo hugo ignacio isabel
    javier jorge jose juan julio laura lucia luis luiz manuel marcelo maria mario marta miguel
    monica nicolas pablo patricia paulo pedro rafael ramon raul ricardo roberto rodrigo rosa
    santiago sergio sofia teresa tomas vicente
    """.split()
)
_GLUED = re.compile(r"(?:Le|La|De|Di|Da|Du|Del|Della|Van|Von)(?=[A-Z])")


def _ways(name: PersonName) -> Iterator[_Told]:
    first, *more = name.given
    last = name.surname
    turned = is_given(ascii_of(last)) and not is_given(ascii_of(first))
    if not more and " " not in last and turned and "-" not in first:
        yield last, first, "the same words in another order", 0.75
    for given in more:
        if len(given.replace(".", "")) > 2:
            yield given, last, "called by a middle name", 0.7
    if more and ascii_of(first) in _IBERIAN and not is_given(more[-1]):
        yield first, more[-1], "called by the first of two surnames", 0.75
    if (glued := _GLUED.match(last)) is not None:
        yield first, last[glued.end() :], "particle written apart", 0.9
    yield from (
        _cyrillic(first, last) if _CYRILLIC.search(first + last) else _in_languages(first, last)
    )
    if _GREEK.search(first + last):
        for given, surname in product(_greek_endings(first), _greek_endings(last)):
            yield given, surname, _SCRIPT, 0.85


# Cyrillic and Greek -------------------------------------------------------------------------

_SCRIPT = "full name in another script"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_GREEK = re.compile(r"[α-ωά-ώ]", re.IGNORECASE)
_PLAIN = str.maketrans("чшжћђџЧШЖЋЂЏ", "cszcddCSZCDD")
_HARD = str.maketrans("гГ", "hH")


def _cyrillic(first: str, last: str) -> Iterator[_Told]:
    """Read the letter г as Ukrainians do, and the hissing ones as reports without accents do."""
    for given, surname in product((first, first.translate(_HARD)), (last, last.translate(_HARD))):
        yield given, surname, _SCRIPT, 0.85
        yield given, bent(ascii_of(surname)), _SCRIPT, 0.85
    yield first.translate(_PLAIN), last.translate(_PLAIN), _SCRIPT, 0.85


def _greek_endings(word: str) -> tuple[str, ...]:
    latin = ascii_of(word)
    soft = re.sub(r"^gi(?=[aoe])", "y", latin)
    return (soft, re.sub(r"is$", "es", soft))


# The spelling of other languages --------------------------------------------------------------

_SLAVS = frozenset(fold(name) for name in SLAVIC) | {"boris"}


def _in_languages(first: str, last: str) -> Iterator[_Told]:
    """Read a Slavic name that is written by the rules of another language than English.

    One language must explain both words. Names that are not Slavic are spelled by their own
    rules, and are left alone.
    """
    for language in LANGUAGES:
        surnames = as_read(language, last.lower())
        for given in as_read(language, first.lower()):
            if given != first.lower() and not is_known_given(given):
                continue
            slav = fold(given) in _SLAVS
            for surname, slavic in surnames.items():
                unread = (given, surname) == (first.lower(), last.lower())
                if (slav or slavic) and not (unread and surname == bent(surname)):
                    yield given, bent(surname), f"full name in {language} spelling", 0.85


# Scripts without vowels -----------------------------------------------------------------------

_ENOUGH = 4
"""So many consonants must agree before a name is known by them."""


def _by_consonants(name: PersonName) -> Iterator[Way]:
    script = unvowelled(name)
    if not script:
        return
    skeleton = SKELETONS[script]
    surname = skeleton(bare(name.surname))
    known = GIVEN_IN_SCRIPT.get(name.given[0])
    given = f"={given_key(known)}" if known else skeleton(ascii_of(name.given[0]))
    if len(surname) > 1 and (known or len(given) + len(surname) >= _ENOUGH):
        yield Way((script, given, surname), _SCRIPT, 0.8 if known else 0.75)


_PREFIXED = re.compile(r"(?:^|[\s-])(?:al|el|bin|ibn|abu)[\s-]|^abd", re.IGNORECASE)


def _arabic_in_latin(name: PersonName) -> Iterator[Way]:
    """Yield the key in which the Latin spellings of an Arabic surname meet.

    Its consonants count, and of its vowels whether they are open, front or back.
    """
    first = ascii_of(name.given[0])
    if not (first in EASTERN or _PREFIXED.search(f"{first} {name.surname}")):
        return
    sound = sound_of_arabic(bare(name.surname))
    if len(re.sub("[aiu]", "", sound)) > 2:
        yield Way(
            ("Arabic in Latin", given_key(first), sound), "full name, spelled another way", 0.8
        )


# East Asia --------------------------------------------------------------------------------------

_ROMANISED = "full name, romanised another way"


def _by_sounds(name: PersonName) -> Iterator[Way]:
    """Yield the key of an East Asian name in which its romanisations meet."""
    family, given = ascii_of(name.surname), ascii_of(name.given[0])
    unspaced = not (name.surname + name.given[0]).isascii() and len(name.surname) < 3
    if not unspaced and part_latin([name.surname, *name.given[0].split("-")[:2]]) is None:
        return
    if is_korean_family(name.surname):
        yield Way(("Korean", *korean_key(family, given)), _ROMANISED, 0.75)
    if not re.search(r"[\uac00-\ud7a3]", name.surname):
        yield Way(("Chinese", *chinese_key(family, given)), _ROMANISED, 0.75)
