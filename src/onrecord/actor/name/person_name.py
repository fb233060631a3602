"""Take a person's name apart: given names, surname, generation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actor.name.east_asian import part_latin, part_unspaced
from onrecord.actor.name.given import is_given
from onrecord.actor.name.letters import ascii_of, is_particle, surname_key
from onrecord.actor.words import GENERATIONS, HONORIFICS, LEADING_PARTICLES, SUFFIXES


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name: given names, surname with its particles, generation."""

    given: tuple[str, ...]
    surname: str
    generation: str

    @property
    def key(self) -> str:
        return surname_key(self.surname)

    @property
    def full(self) -> bool:
        """Whether a given name is told, and not only begun."""
        return bool(self.given) and not is_initial(self.given[0])

    @property
    def letters(self) -> str:
        """The initials that stand for the given names, in small ASCII."""
        return initials_in(self.given[0]) if self.given and not self.full else ""


@lru_cache(maxsize=65536)
def split_name(name: str) -> PersonName:
    """Take a person's name apart; a single word is a surname.

    The surname may stand first: before a comma, in capitals ("PUTIN Vladimir"), before given
    name and patronymic, and in East Asia.
    """
    unspaced = part_unspaced(name)
    if unspaced is not None:
        return PersonName(*unspaced, "")
    words, generation = _without_titles(name.replace(",", " , ").split())
    words = _in_order(words)
    if len(words) > 2 and words[-1] == _GOD:
        words = [*words[:-2], words[-2] + _GOD]
    east_asian = part_latin(words)
    if east_asian is not None:
        return PersonName(*east_asian, generation)
    at = next(
        (i for i, w in enumerate(words) if i and is_particle(w) and i < len(words) - 1),
        len(words) - 1,
    )
    if len(words) > 1 and words[0].lower() in LEADING_PARTICLES:
        at = 0
    return PersonName(_joined(words[:at]), " ".join(words[at:]), generation)


def _without_titles(words: list[str]) -> tuple[list[str], str]:
    """Leave out the honorifics before a name, and take the generation off its end."""
    generation = ""
    while len(words) > 1 and (words[-1] == "," or _is_suffix(words[-1])):
        last = words.pop().lower().rstrip(".")
        generation = last if last in GENERATIONS or last in _REGNAL else generation
    while len(words) > 1 and words[0].lower().rstrip(".") in HONORIFICS:
        rest = [w for w in words[1:] if w != ","]
        # Earl Holm and Judge Holm: before a surname alone, only what is nobody's given name.
        if not rest or (len(rest) == 1 and is_given(words[0])):
            break
        words = words[1:]
    return words, generation


_REGNAL = frozenset("i v vi vii viii ix xi xii xiii xiv xv xvi".split())


def _is_suffix(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in SUFFIXES or (low in _REGNAL and word.isupper())


_PATRONYMIC = re.compile(
    r"\w{2,}(?:ovich|evich|ovych|evych|yovych|iovych|avich|ovna|evna|ivna|yivna|ichna"
    r"|ович|евич|йович|івна|ївна|овна|евна|ична|авіч)",
    re.IGNORECASE,
)


def _in_order(words: list[str]) -> list[str]:
    """Put the given names before the surname."""
    if "," in words:
        cut = words.index(",")
        turned = [w for w in words[cut:] + words[:cut] if w != ","]
        return turned or words
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]) and not is_given(words[0]):
        return [*words[1:], words[0]]
    shouted = [w for w in words if w.isupper() and len(w) > 2]
    if len(words) > 1 and shouted == words[:1] and "." not in words[0]:
        return [*words[1:], words[0]]
    return words


_GOD = "الله"
_SERVANT = re.compile(r"abd(?:[aeu]l)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|ul|ال)-?", re.IGNORECASE)


def _joined(given: list[str]) -> tuple[str, ...]:
    """Put initials and the Arabic names of two words together: J. D. as J.D., Abdel Fattah."""
    if len(given) > 1 and all(is_initial(g) for g in given):
        return ("".join(f"{letter}." for g in given for letter in initials_in(g)),)
    if len(given) > 1 and (_SERVANT.fullmatch(given[0]) or given[0] == "عبد"):
        return ("abdel" + _ARTICLE.sub("", given[1]), *given[2:])
    return tuple(given)


def is_initial(given: str) -> bool:
    return bool(initials_in(given))


@lru_cache(maxsize=65536)
def initials_in(given: str) -> str:
    """Return the letters of "J.", "J.D." or "JD" in small ASCII, "" of a name."""
    letters = given.replace(".", "")
    single = len(letters) == 1
    dotted = bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", given))
    consonants = bool(re.fullmatch(r"[BCDFGHJKLMNPQRSTVWXZ]{2}", given))
    return ascii_of(letters) or letters.lower() if single or dotted or consonants else ""
