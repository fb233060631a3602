"""How a Slavic name sounds that is written in Latin letters by the rules of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from onrecord.actor.name.spelling import sounds_slavic


def substituted(word: str, *pairs: tuple[str, str]) -> str:
    """Return `word` with patterns replaced, one after the other."""
    for pattern, to in pairs:
        word = re.sub(pattern, to, word)
    return word


_CARONS = (("č|ć", "ch"), ("š", "sh"), ("ž", "zh"))


def _german(word: str) -> Iterator[str]:
    for hissed, voiced in product(("sh", "zh"), ("s", "z")):
        yield substituted(
            word,
            ("z", "ts"),
            (r"(?:^|(?<=[aeiouyn]))s(?=[aeiouy])", voiced),
            ("schtsch", "S"),
            ("tsch", "C"),
            ("sch", hissed),
            ("ch", "kh"),
            ("S", "shch"),
            ("C", "ch"),
            ("w", "v"),
            ("j", "y"),
        )


def _french(word: str) -> Iterator[str]:
    tail = (("ou", "u"), ("ï|î", "i"), ("gu(?=[ei])", "g"), ("(?<=.{3})ine$", "in"))
    yield substituted(word, ("tch", "C"), ("ch", "sh"), ("C", "ch"), ("j", "zh"), *tail)
    yield substituted(word, ("tch", "ch"), *tail)


def _polish(word: str) -> Iterator[str]:
    yield substituted(
        word, ("ch", "kh"), ("cz|ć", "ch"), ("sz|ś", "sh"), ("ż|rz", "zh"), ("ł", "l"),
        ("w", "v"), ("j", "y"), ("c(?![h])", "ts"),
    )  # fmt: skip


def _spanish(word: str) -> Iterator[str]:
    yield substituted(word, ("j", "kh"), ("í", "i"))


def _baltic(word: str) -> Iterator[str]:
    if word.endswith("s") and len(word) > 4:
        yield substituted(word, *_CARONS, ("(?:as|is|s)$", ""))
        yield substituted(word, *_CARONS, ("s$", ""))


def _english(word: str) -> Iterator[str]:
    yield substituted(word, *_CARONS)


LANGUAGES = {
    "English": _english,
    "German": _german,
    "French": _french,
    "Polish": _polish,
    "Spanish": _spanish,
    "Baltic": _baltic,
}


@lru_cache(maxsize=65536)
def as_read(language: str, word: str) -> dict[str, bool]:
    """Return how a word sounds by the rules of a language, and whether that is a Slavic surname."""
    heard = dict.fromkeys(LANGUAGES[language](word))
    return {sound: sounds_slavic(bent(sound)) for sound in heard}


def bent(surname: str) -> str:
    """Bring together what Russian, Belarusian and Ukrainian forms of a surname end in."""
    return substituted(surname, ("(?<=ch|sh|zh)ov$", "ev"), ("enka$", "enko"))
