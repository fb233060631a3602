"""What words mean, as vectors: a table of word pieces, distilled from a sentence encoder.

A text's vector is the sum of those of its pieces, each already weighted by how rare it is
(Arora, Liang and Ma 2017, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings"), so
that no network runs: two texts in other words for the same have a cosine near one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import WeightsError

Floats = NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
"""The folder of the table, of the weights of `likeness` and of their card."""
TABLE = "pieces.npz"
VOCABULARY = "pieces.txt"
CURE = "reinstall onrecord, or rebuild it with `python -m training.similarity`"

_LONGEST = 40
_PART = re.compile(r"[^\W_]+")


class Meaning:
    """A table of word pieces, each with a vector and with how rare it is in news (0 to 1)."""

    def __init__(self, pieces: Sequence[str], vectors: Floats, rarity: Floats) -> None:
        self._number = {piece: number for number, piece in enumerate(pieces)}
        self._vectors = vectors
        self._rarity = rarity
        self._known: dict[str, tuple[int, ...]] = {}

    @property
    def width(self) -> int:
        return int(self._vectors.shape[1])

    def vector(self, word: str) -> Floats:
        """Return the vector of a plain word, its weight in its length; zero for foreign signs."""
        total: Floats = self._vectors[list(self.pieces(word))].sum(axis=0, dtype=np.float32)
        return total

    def rarity(self, word: str) -> float:
        """Return how rare a plain word is: 0 for "the", 1 for one of several pieces."""
        numbers = self.pieces(word)
        return float(self._rarity[numbers[0]]) if len(numbers) == 1 else 1.0

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a plain word's pieces, the longest first that fits (WordPiece)."""
        found = self._known.get(word)
        if found is None:
            found = tuple(n for part in _PART.findall(word) for n in self._cut(part[:_LONGEST]))
            self._known[word] = found
        return found

    def _cut(self, part: str) -> list[int]:
        numbers = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._number.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
            else:
                return []
            numbers.append(number)
            start = end
        return numbers


@cache
def load_meaning(folder: Path = MODEL) -> Meaning:
    """Load the table that comes with the package, once.

    Raises:
        WeightsError: if it is missing or damaged; says what to do.
    """
    try:
        with np.load(folder / TABLE, allow_pickle=False) as table:
            rounded, scales, rarity = (table[n] for n in ("vectors", "scales", "rarity"))
        pieces = (folder / VOCABULARY).read_text("utf-8").splitlines()
        if not len(pieces) == len(rounded) == len(scales) == len(rarity):
            raise ValueError("a row for each piece")
        vectors = rounded.astype(np.float32) * scales.astype(np.float32)[:, None]
    except FileNotFoundError as missing:
        raise WeightsError(
            f"no weights: {CURE}", str(missing.filename), code="weights missing"
        ) from None
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(
            f"damaged weights: {CURE}", str(folder), code="weights damaged"
        ) from error
    return Meaning(pieces, vectors, rarity.astype(np.float32))
