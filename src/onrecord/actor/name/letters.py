"""The letters of a name, and the keys under which the spellings of one word of it meet.

Latin renderings of one Cyrillic, Greek, Arabic or German name differ in habits (kh or h,
yy or iy or y, w or v, oe or ö). `fold` undoes the habits and leaves a key that is compared,
never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.actor.name.forenames import AS_WRITTEN, RESPELLED
from onrecord.actor.words import PARTICLES

_HABITS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ee", "i"),
        (r"oo", "u"),
        (r"(.)\1+", r"\1"),
        (r"shch|sch", "sh"),
        (r"tch", "ch"),
        (r"dzh|zh", "j"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"c(?=[aourlt]|$)", "k"),
        (r"t[sz]", "c"),
        (r"w", "v"),
        (r"^(?:i(?=[aou])|j(?=[aou]))", "y"),
        (r"^[yji]e", "e"),
        (r"(?<=[aeou])[yj]e", "e"),
        (r"(?<=.)[ijy]+(?=[aou])", "i"),
        (r"(?<=[aeou])j(?![aeou])", "i"),
        (r"(?<=.)(?:iy|ij|yy|yi|ii|yj|ji|y)", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_UMLAUTS = re.compile(r"([aou])e")


@lru_cache(maxsize=65536)
def ascii_of(word: str) -> str:
    """Return the letters of `word` in small ASCII, accents and apostrophes gone."""
    if word.isascii():
        plain = word
    else:
        from anyascii import anyascii

        if _UKRAINIAN.search(word):
            word = word.translate(_HARD_G)
        plain = anyascii(_latin_of_greek(word) if _GREEK.search(word) else word)
    return re.sub(r"[^a-z0-9]", "", plain.lower())


_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_HARD_G = str.maketrans("гГ", "hH")  # g in Russian, h in Ukrainian
_GREEK = re.compile(r"[α-ωά-ώ]", re.IGNORECASE)
_GREEK_SOUNDS = (
    ("ού", "ου"), ("ου", "ou"), ("αύ", "αυ"), ("εύ", "ευ"), ("αυ", "av"), ("ευ", "ev"),
    ("γγ", "ng"), ("χ", "ch"), ("υ", "y"), ("ύ", "y"), ("β", "v"), ("φ", "f"),
)  # fmt: skip


def _latin_of_greek(word: str) -> str:
    """Write the letters of Greek that go by sound as passports do."""
    low = word.lower()
    for greek, latin in _GREEK_SOUNDS:
        low = low.replace(greek, latin)
    return low


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the key under which the spellings of one word of a name meet."""
    key = ascii_of(word)
    for pattern, to in _HABITS:
        key = pattern.sub(to, key)
    return key or word.lower()


_CANONICAL = {fold(form): fold(line[0]) for line in RESPELLED for form in line}
_SHORT_FORMS = {form: fold(line[0]) for line in AS_WRITTEN for form in line}
_KNOWN_KEYS = frozenset(_CANONICAL.values()) | frozenset(_SHORT_FORMS.values())


@lru_cache(maxsize=65536)
def given_key(given: str) -> str:
    """Return the key of a given name: languages and common short forms meet in one."""
    key = fold(given)
    return _SHORT_FORMS.get(ascii_of(given)) or _CANONICAL.get(key, key)


def same_known_given(one: str, other: str) -> bool:
    """Whether two given names are forms of one that is known to have several."""
    key = given_key(one)
    return key == given_key(other) and key in _KNOWN_KEYS


def is_known_given(given: str) -> bool:
    """Whether a given name, however it is spelled, is one of those that have several forms."""
    return fold(given) in _CANONICAL


def bare(surname: str) -> str:
    """Return the letters of a surname in small ASCII, without its particles."""
    words = [w for w in re.split(r"[\s-]+", surname) if w]
    kept = [w for w in words if not is_particle(w)] or words
    return "".join(ascii_of(_without_article(w)) for w in kept)


_ARABIC_PARTICLES = frozenset("بن ابن آل".split())


def is_particle(word: str) -> bool:
    """Whether `word` stands between a given name and a surname: von, bin."""
    return word.lower() in PARTICLES or word in _ARABIC_PARTICLES


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 and word != "الله" else word


def unaccented(surname: str) -> str:
    """Return the letters of a surname as those write it who have no accents."""
    plain = bare(surname)
    plain = re.sub("^i(?=[aou])", "j", plain)
    return _UMLAUTS.sub(r"\1", plain) if len(plain) > 4 else plain


@lru_cache(maxsize=65536)
def surname_key(surname: str) -> str:
    """Return the key of a surname, without its particles and its Arabic article."""
    return fold(unaccented(surname))
