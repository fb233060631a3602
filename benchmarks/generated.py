"""Any number of reports, the same each time: the demo corpus retold with other names and days.

Every run through the corpus is a copy. Four copies share a cast of names, so that actors
have a past and grow in number with the reports; each copy has days and years of its own.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.metrics import Unavailable

CORPUS = Path(__file__).resolve().parents[1] / "examples" / "corpus"
COPIES_A_CAST = 4
MIN_TIMES = 3

# Capitalised in the middle of a sentence and no name of anybody.
_COMMON = """
January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
President Prime Minister Foreign Defence Deputy Secretary General Chancellor Speaker
Parliament Council Government Commission Alliance Ministry Institute Union Press House
Constitution Compact Workers Port Facebook Sept Nobody
The This That These Those And But For With From Read Also
"""
NO_NAMES = frozenset(_COMMON.split())
ONSETS = ("B", "Br", "D", "Dr", "F", "G", "Gr", "H", "K", "Kl", "L", "M", "N", "P", "R", "St", "T")
VOWELS = ("a", "e", "i", "o", "u", "ei", "ou")
CODAS = ("l", "n", "r", "s", "k", "m", "rn", "nd", "sk", "v")

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_DAY = re.compile(r"\b([12]?\d)(?= (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* 20)")
_ISO_DAY = re.compile(r"(?<=\b20\d\d-\d\d-)([012]\d)\b")
_YEAR = re.compile(r"\b20\d\d\b")


def reports(count: int, corpus: Path = CORPUS) -> Iterator[tuple[str, str]]:
    """Yield the file name and the text of `count` reports, all different.

    Raises:
        Unavailable: when the corpus is not there.
    """
    originals = [
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted(corpus.rglob("*"))
        if path.suffix in (".txt", ".html")
    ]
    if not originals:
        raise Unavailable(f"no demo corpus at {corpus}")
    names = names_of([text for _, text in originals])
    for number in range(count):
        copy, place = divmod(number, len(originals))
        name, text = originals[place]
        retold = _redated(_renamed(text, cast(names, copy // COPIES_A_CAST)), copy)
        yield f"{number:06}-{name}", _marked(retold, number)


def write(folder: Path, count: int, corpus: Path = CORPUS) -> None:
    """Write `count` reports into a folder."""
    folder.mkdir(parents=True)
    for name, text in reports(count, corpus):
        (folder / name).write_text(text, encoding="utf-8")


def names_of(texts: list[str]) -> list[str]:
    """Return the words that are capitalised inside sentences, several times over all texts."""
    seen = Counter(word for text in texts for word in _NAME.findall(text))
    return sorted(w for w, times in seen.items() if times >= MIN_TIMES and w not in NO_NAMES)


def cast(names: list[str], number: int) -> dict[str, str]:
    """Return a new name for every name; cast 0 keeps them."""
    if number == 0:
        return {name: name for name in names}
    chance = random.Random(number)
    return {name: _invented(chance) for name in names}


def _invented(chance: random.Random) -> str:
    syllables = [
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(2)
    ]
    return "".join(syllables).capitalize()


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: names.get(match.group(), match.group()), text)


def _redated(text: str, copy: int) -> str:
    def day(match: re.Match[str]) -> str:
        return str((int(match.group()) + copy) % 28 + 1).zfill(len(match.group()))

    text = _ISO_DAY.sub(day, _DAY.sub(day, text))
    return _YEAR.sub(lambda match: str(int(match.group()) - copy % 3), text)


def _marked(text: str, number: int) -> str:
    """Add a line that no other report has: a copy must not be taken for a duplicate."""
    line = f"Ref. {number:06}"
    if "</body>" in text:
        return text.replace("</body>", f"<p>{line}</p>\n</body>")
    return f"{text.rstrip()}\n\n{line}\n"
