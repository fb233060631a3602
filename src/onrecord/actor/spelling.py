"""Keys under which the spellings of one name meet.

Latin renderings of one Cyrillic, Greek, Arabic or German name differ in habits (kh or h,
yy or iy or y, w or v, oe or ö). `fold` undoes the habits and leaves a key that is compared,
never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actor.words import GENERATIONS, LEADING_PARTICLES, PARTICLES, SUFFIXES

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

# Given names that one bearer has in several languages or short forms, by their folded keys.
_SAME_GIVEN = """
oleksandr aleksandr alexander aleksander alex
volodymyr vladimir wladimir
oleksiy aleksei alexei alexey
serhiy sergei serhii
mykola nikolai nikolay
mykhailo mikhail
dmytro dmitri dmitry
andriy andrei andrey
yevhen yevgeny evgeni
pavlo pavel
petro pyotr petr
oleh oleg
ihor igor
bohdan bogdan
kyrylo kirill
vasyl vasily
kateryna ekaterina
olena elena yelena
iryna irina
oleksandra aleksandra alexandra
hryhoriy grigory
fyodor fedor
viacheslav vyacheslav
joe joseph
bill william will
bob robert rob
mike michael
jim james jimmy
tom thomas
tony anthony
dave david
steve steven stephen
ben benjamin
dan daniel danny
nick nicholas
liz elizabeth
ed edward
jon jonathan
matt matthew
sam samuel
ron ronald
don donald
ken kenneth
tim timothy
greg gregory
andy andrew
jeff jeffrey
pete peter
mohammed muhammad mohamed mohammad
"""


@lru_cache(maxsize=65536)
def ascii_of(word: str) -> str:
    """Return the letters of `word` in small ASCII, accents and apostrophes gone."""
    if word.isascii():
        plain = word
    else:
        from anyascii import anyascii

        plain = anyascii(word)
    return re.sub(r"[^a-z0-9]", "", plain.lower())


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the key under which the spellings of one word of a name meet."""
    key = ascii_of(word)
    for pattern, to in _HABITS:
        key = pattern.sub(to, key)
    return key or word.lower()


_CANONICAL = {
    fold(word): fold(line.split()[0])
    for line in _SAME_GIVEN.split("\n")
    if line
    for word in line.split()
}


def given_key(given: str) -> str:
    """Return the key of a given name: languages and common short forms meet in one."""
    key = fold(given)
    return _CANONICAL.get(key, key)


def bare(surname: str) -> str:
    """Return the letters of a surname in small ASCII, without its particles."""
    words = [w for w in re.split(r"[\s-]+", surname) if w]
    kept = [w for w in words if w.lower() not in PARTICLES] or words
    return "".join(ascii_of(w) for w in kept)


@lru_cache(maxsize=65536)
def surname_key(surname: str) -> str:
    """Return the key of a surname, without its particles and its Arabic article."""
    plain = bare(surname)
    return fold(_UMLAUTS.sub(r"\1", plain)) if len(plain) > 4 else fold(plain)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name: given names, surname with its particles, generation."""

    given: tuple[str, ...]
    surname: str
    generation: str

    @property
    def key(self) -> str:
        return surname_key(self.surname)


@lru_cache(maxsize=65536)
def split_name(name: str) -> PersonName:
    """Take a person's name apart; a single word is a surname."""
    words = name.replace(",", " ").split()
    generation = ""
    while len(words) > 1 and words[-1].lower().rstrip(".") in SUFFIXES:
        last = words.pop().lower().rstrip(".")
        generation = last if last in GENERATIONS else generation
    at = next(
        (i for i, w in enumerate(words) if i and w.lower() in PARTICLES and i < len(words) - 1),
        len(words) - 1,
    )
    if len(words) > 1 and words[0].lower() in LEADING_PARTICLES:
        at = 0
    return PersonName(tuple(words[:at]), " ".join(words[at:]), generation)


def is_initial(given: str) -> bool:
    return len(given.replace(".", "")) == 1 or bool(re.fullmatch(r"(?:[^\W\d_]\.)+", given))


def same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two runs of given names may be one person's: an initial fits its name."""
    return all(_fits(a, b) for a, b in zip(one, other, strict=False))


def _fits(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return ascii_of(one)[:1] == ascii_of(other)[:1]
    return given_key(one) == given_key(other)


def near(one: str, other: str) -> bool:
    """Whether two spellings with one key look alike enough to be trusted with it.

    A key can bring together words that no habit of spelling explains; short words must
    agree letter by letter. A particle may be left out.
    """
    a, b = ascii_of(one), ascii_of(other)
    if a == b or bare(one) == bare(other):
        return True
    if min(len(a), len(b)) <= 3:
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= 0.75


def organisation_key(name: str) -> str:
    """Return the key of an organisation's name: letters and digits, no article."""
    words = [ascii_of(w) for w in re.split(r"[\s\-/&.,]+", name)]
    kept = [w for w in words if w and w not in ("the", "and", "of", "for")]
    key = " ".join(_BRITISH.get(w, w) for w in kept or words)
    return key or name.lower()


_BRITISH = {
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
    "center": "centre",
    "program": "programme",
    "ministries": "ministry",
}


def initials(name: str) -> str:
    """Return the acronym a name of several words would have, lower case, or ""."""
    words = [w for w in re.split(r"[\s\-]+", name) if w[:1].isupper()]
    return "".join(ascii_of(w)[:1] for w in words) if len(words) > 1 else ""
