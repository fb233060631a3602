"""Keys under which the spellings of one name meet.

Latin renderings of one Cyrillic, Greek, Arabic or German name differ in habits (kh or h,
yy or iy or y, w or v, oe or ö). `fold` undoes the habits and leaves a key that is compared,
never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actor.east_asian import part_latin, part_unspaced
from onrecord.actor.forenames import AS_WRITTEN, EASTERN, RESPELLED, SLAVIC
from onrecord.actor.given import EITHER, MEN, WOMEN, is_given
from onrecord.actor.words import GENERATIONS, HONORIFICS, LEADING_PARTICLES, PARTICLES, SUFFIXES

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


@lru_cache(maxsize=65536)
def given_key(given: str) -> str:
    """Return the key of a given name: languages and common short forms meet in one."""
    key = fold(given)
    return _SHORT_FORMS.get(ascii_of(given)) or _CANONICAL.get(key, key)


def is_known_given(given: str) -> bool:
    """Whether a given name, however it is spelled, is one of those that have several forms."""
    return fold(given) in _CANONICAL


def bare(surname: str) -> str:
    """Return the letters of a surname in small ASCII, without its particles."""
    words = [w for w in re.split(r"[\s-]+", surname) if w]
    kept = [w for w in words if not _is_particle(w)] or words
    return "".join(ascii_of(_without_article(w)) for w in kept)


_ARABIC_PARTICLES = frozenset("بن ابن آل".split())


def _is_particle(word: str) -> bool:
    return word.lower() in PARTICLES or word in _ARABIC_PARTICLES


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 and word != "الله" else word


@lru_cache(maxsize=65536)
def surname_key(surname: str) -> str:
    """Return the key of a surname, without its particles and its Arabic article."""
    return fold(_unaccented(surname))


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
        (i for i, w in enumerate(words) if i and _is_particle(w) and i < len(words) - 1),
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
    if _of_other_particles(one, other):
        return False
    a, b = ascii_of(one), ascii_of(other)
    if a == b or bare(one) == bare(other):
        return True
    if min(len(a), len(b)) <= 3:
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= 0.75


_ARTICLES = {"el": "al", "ul": "al", "ibn": "bin", "ben": "bin"}


def _of_other_particles(one: str, other: str) -> bool:
    """Whether both have particles, and others: van den Berg is not van der Berg."""
    first, second = (
        {_ARTICLES.get(w, w) for w in re.split(r"[\s-]+", name.lower()) if w in PARTICLES}
        for name in (one, other)
    )
    return bool(first) and bool(second) and not (first <= second or second <= first)


def family_key(name: PersonName) -> str:
    """Return the key of a person's surname: as it sounds, or as it is written.

    It is as it sounds where it may be spelled in many ways; see `look_alike`.
    """
    return name.key if of_habit(name) else f"={_unaccented(name.surname)}"


@lru_cache(maxsize=65536)
def sounds_slavic(surname: str) -> bool:
    """Whether a surname ends as Slavic and Georgian ones do, however it is spelled."""
    return bool(_SLAVIC_SURNAME.search(fold(surname)))


_SLAVIC_SURNAME = re.compile(r"(?:[oe]va?|[sc]ki|[sc]kaia|enk[oa]|chuk|[oe]vich|shvili)$")
_OF_HABIT = frozenset(fold(form) for form in SLAVIC | EASTERN)


@lru_cache(maxsize=65536)
def look_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two names with one key look alike enough to be trusted with it.

    Names from other scripts have many spellings. Fischer and Fisher are two families: where
    nothing tells of another script, surnames may differ in accents alone.
    """
    if one.given and other.given and not _given_alike(one.given[0], other.given[0]):
        return False
    if _of_other_particles(one.surname, other.surname):
        return False
    if _unaccented(one.surname) == _unaccented(other.surname):
        return True
    habit = any(map(of_habit, (one, other)))
    return habit and near(one.surname, other.surname)


@lru_cache(maxsize=65536)
def of_habit(name: PersonName) -> bool:
    """Whether a name is from another script, or may be for all that is known of it."""
    if sounds_slavic(name.surname) or _OTHER_SCRIPT.search(name.surname):
        return True
    if not name.full:
        return False
    given = fold(name.given[0])
    return given in _OF_HABIT or given not in _COMMON_GIVEN


_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_COMMON_GIVEN = frozenset(fold(given) for given in MEN | WOMEN | EITHER)


def _unaccented(surname: str) -> str:
    plain = bare(surname)
    plain = re.sub("^i(?=[aou])", "j", plain)
    return _UMLAUTS.sub(r"\1", plain) if len(plain) > 4 else plain


def _given_alike(one: str, other: str) -> bool:
    a, b = ascii_of(one), ascii_of(other)
    if a == b or is_initial(one) or is_initial(other):
        return True
    key = given_key(one)
    if key == given_key(other) and key in _KNOWN_KEYS:
        return True
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= 0.8


_KNOWN_KEYS = frozenset(_CANONICAL.values()) | frozenset(_SHORT_FORMS.values())


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
