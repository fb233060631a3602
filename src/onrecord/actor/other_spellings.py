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

from onrecord.actor.east_asian import chinese_key, is_korean_family, korean_key, part_latin
from onrecord.actor.forenames import EASTERN, SLAVIC
from onrecord.actor.given import is_given
from onrecord.actor.spelling import (
    PersonName,
    ascii_of,
    bare,
    family_key,
    fold,
    given_key,
    is_known_given,
    of_habit,
    sounds_slavic,
    split_name,
    surname_key,
)

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
    if not _unvowelled(parts):
        keys.add(_sound(parts))
        surname, given = bare(parts.surname), ascii_of(parts.given[0])
        for script, skeleton in _SKELETONS.items():
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
        for language in _READERS:
            for other, slavic in _read(language, surname.lower()).items():
                if slavic:
                    found.setdefault(surname_key(_bent(other)), _bent(other))
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
    yield from _cyrillic(first, last) if _CYRILLIC.search(first + last) else _as_read(first, last)
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
        yield given, _bent(ascii_of(surname)), _SCRIPT, 0.85
    yield first.translate(_PLAIN), last.translate(_PLAIN), _SCRIPT, 0.85


def _greek_endings(word: str) -> tuple[str, ...]:
    latin = ascii_of(word)
    soft = re.sub(r"^gi(?=[aoe])", "y", latin)
    return (soft, re.sub(r"is$", "es", soft))


# The spelling of other languages --------------------------------------------------------------


def _substituted(word: str, *pairs: tuple[str, str]) -> str:
    for pattern, to in pairs:
        word = re.sub(pattern, to, word)
    return word


_CARONS = (("č|ć", "ch"), ("š", "sh"), ("ž", "zh"))


def _german(word: str) -> Iterator[str]:
    for hissed, voiced in product(("sh", "zh"), ("s", "z")):
        yield _substituted(
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
    yield _substituted(word, ("tch", "C"), ("ch", "sh"), ("C", "ch"), ("j", "zh"), *tail)
    yield _substituted(word, ("tch", "ch"), *tail)


def _polish(word: str) -> Iterator[str]:
    yield _substituted(
        word, ("ch", "kh"), ("cz|ć", "ch"), ("sz|ś", "sh"), ("ż|rz", "zh"), ("ł", "l"),
        ("w", "v"), ("j", "y"), ("c(?![h])", "ts"),
    )  # fmt: skip


def _spanish(word: str) -> Iterator[str]:
    yield _substituted(word, ("j", "kh"), ("í", "i"))


def _baltic(word: str) -> Iterator[str]:
    if word.endswith("s") and len(word) > 4:
        yield _substituted(word, *_CARONS, ("(?:as|is|s)$", ""))
        yield _substituted(word, *_CARONS, ("s$", ""))


def _english(word: str) -> Iterator[str]:
    yield _substituted(word, *_CARONS)


_READERS = {
    "English": _english,
    "German": _german,
    "French": _french,
    "Polish": _polish,
    "Spanish": _spanish,
    "Baltic": _baltic,
}
_SLAVS = frozenset(fold(name) for name in SLAVIC) | {"boris"}


def _as_read(first: str, last: str) -> Iterator[_Told]:
    """Read a Slavic name that is written by the rules of another language than English.

    One language must explain both words. Names that are not Slavic are spelled by their own
    rules, and are left alone.
    """
    for language in _READERS:
        surnames = _read(language, last.lower())
        for given in _read(language, first.lower()):
            if given != first.lower() and not is_known_given(given):
                continue
            slav = fold(given) in _SLAVS
            for surname, slavic in surnames.items():
                unread = (given, surname) == (first.lower(), last.lower())
                if (slav or slavic) and not (unread and surname == _bent(surname)):
                    yield given, _bent(surname), f"full name in {language} spelling", 0.85


@lru_cache(maxsize=65536)
def _read(language: str, word: str) -> dict[str, bool]:
    """Return how a word sounds by the rules of a language, and whether that is a Slavic surname."""
    heard = dict.fromkeys(_READERS[language](word))
    return {sound: sounds_slavic(_bent(sound)) for sound in heard}


def _bent(surname: str) -> str:
    """Bring together what Russian, Belarusian and Ukrainian forms of a surname end in."""
    return _substituted(surname, ("(?<=ch|sh|zh)ov$", "ev"), ("enka$", "enko"))


# Scripts without vowels -----------------------------------------------------------------------

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_INDIC = re.compile(r"[\u0900-\u0dff]")


def _skeleton_arabic(word: str) -> str:
    return _substituted(
        word, ("sh", "s"), ("[kg]h|ck|[qgc]", "k"), ("ph", "f"), ("[dt]h", "d"), ("z", "s"),
        ("t", "d"), ("[aeiouywh]", ""), (r"(.)\1+", r"\1"),
    )  # fmt: skip


def _skeleton_hebrew(word: str) -> str:
    return _substituted(
        word, ("t[sz]|sh|z", "s"), ("kh|ch", ""), ("ck|[qgc]", "k"), ("ph|f", "p"),
        ("th", "t"), ("[aeiouywhvbj]", ""), (r"(.)\1+", r"\1"),
    )  # fmt: skip


_SKELETONS = {"Arabic": _skeleton_arabic, "Hebrew": _skeleton_hebrew}
_GIVEN_IN_SCRIPT = {
    native: latin
    for pair in (
        "محمد mohammed|محمود mahmoud|أحمد ahmed|احمد ahmed|حسن hassan|حسين hussein|حسین hussein|"
        "علي ali|علی ali|عمر omar|خالد khaled|مصطفى mustafa|يوسف yousef|إبراهيم ibrahim|"
        "ابراهیم ibrahim|بشار bashar|صدام saddam|ياسر yasser|سعد saad|سعيد saeed|"
        "בנימין benjamin|בני benny|יצחק isaac|יאיר yair|שמעון shimon|אהוד ehud|דוד david|"
        "יוסף yosef|משה moshe|אריאל ariel|גדעון gideon|אביגדור avigdor|יואב yoav|נפתלי naftali|"
        "גולדה golda|ציפי tzipi|מנחם menachem|אביב aviv|דניאל daniel|מיכאל michael|שרה sarah"
    ).split("|")
    for native, latin in (pair.split(" "),)
}
_ENOUGH = 4
"""So many consonants must agree before a name is known by them."""


def _unvowelled(name: PersonName) -> str:
    """Return the script whose letters leave out the vowels, "" of one that writes them."""
    written = name.given[0] + name.surname
    if _HEBREW.search(written):
        return "Hebrew"
    return "Arabic" if _ARABIC.search(written) or _INDIC.search(written) else ""


def _by_consonants(name: PersonName) -> Iterator[Way]:
    script = _unvowelled(name)
    if not script:
        return
    skeleton = _SKELETONS[script]
    surname = skeleton(bare(name.surname))
    known = _GIVEN_IN_SCRIPT.get(name.given[0])
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
    sound = _substituted(
        bare(name.surname), ("sh", "S"), ("[kg]h|ck|[qgc]", "k"), ("ph", "f"), ("[dt]h", "d"),
        ("z", "s"), ("h", ""), ("ee|[eiy]+", "i"), ("[ouw]+", "u"), (r"(.)\1+", r"\1"),
    )  # fmt: skip
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
