"""The words of a statement, as they are compared: without case, accents and endings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

LONGEST = 2_000
"""Only so many words of a statement are compared."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|‘([^‘’]+)’(?!\w)")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor cannot without nowhere".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, and what speaks against two texts being one.

    `plain` has the words without case and accents, `stems` those without endings too. `numbers`
    are the plain forms of those that stand for an amount; `quoted` the plain words of every
    stretch that stands in quotation marks, with two words or more.
    """

    plain: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: frozenset[str]
    negated: bool
    quoted: tuple[tuple[str, ...], ...]


def read_words(text: str) -> Words:
    """Read the first 2,000 words of a text: what is compared must not grow with its square."""
    matches = list(islice(_WORD.finditer(text), LONGEST))
    if len(matches) == LONGEST:
        text = text[: matches[-1].end()]
    plain = tuple(plain_word(m.group()) for m in matches)
    return Words(
        plain=plain,
        stems=tuple(map(stem, plain)),
        numbers=frozenset(_NUMBERS.get(w, w) for w in plain if w[0].isdigit() or w in _NUMBERS),
        negated=any(w in _NEGATIONS or w.endswith("n't") for w in plain),
        quoted=tuple(
            words
            for quoted in _QUOTED.finditer(text)
            if len(words := tuple(map(plain_word, _WORD.findall(quoted[quoted.lastindex or 0]))))
            > 1
        ),
    )


@lru_cache(maxsize=1 << 16)
def plain_word(word: str) -> str:
    """Return a word in small letters without accents, its apostrophes straight."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.replace("’", "'").lower())
    return "".join(c for c in letters if unicodedata.category(c) != "Mn") or word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a plain word without its ending, so that "blocks", "blocked" and "block" are one."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending, other in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
            word = word.removesuffix(ending) + other
            break
    return word.removesuffix("e") if len(word) > 3 else word
