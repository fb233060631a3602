"""A table of word pieces from a sentence encoder, so that no network runs where statements do.

After Model2Vec (Tulkens and van Dongen 2024): each piece alone goes through the encoder; what all
have in common is taken off, the main directions are kept, and each row is weighted by how rare its
piece is in news (SIF: Arora, Liang and Ma 2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from training.attribution.data import polnear
from training.attribution.teacher import fnc1

Array = NDArray[Any]

WIDTH = 256
SMOOTH = 1e-3
"""SIF's a: a piece that is this share of all pieces counts half."""
_LARGEST = 127
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each piece stands in paragraphs of news, in how many, and of how many."""

    times: Array
    paragraphs: Array
    of: int


class Table(NamedTuple):
    """Rows in 8 bits with a scale each, and how rare each piece is (0 to 1)."""

    vectors: Array
    scales: Array
    rarity: Array


def news(data: Path) -> Iterator[str]:
    """Yield the paragraphs of FNC-1's articles and of PolNeAR's train part."""
    texts = [text for _, text in fnc1(data)] + [one.text for one in polnear(data, "train")]
    for text in texts:
        yield from (line for line in text.split("\n") if line.strip())


def count(tokenizer: Tokenizer, paragraphs: Iterable[str]) -> Counts:
    """Count the pieces of some paragraphs."""
    size = tokenizer.get_vocab_size()
    times, within, of = np.zeros(size), np.zeros(size), 0
    for paragraph in paragraphs:
        of += 1
        pieces, here = np.unique(
            tokenizer.encode(paragraph, add_special_tokens=False).ids, return_counts=True
        )
        times[pieces.astype(np.int64)] += here
        within[pieces.astype(np.int64)] += 1
    return Counts(times, within, of)


def encoded(encoder: Path, pieces: Sequence[Sequence[int]]) -> Array:
    """Return the mean of an encoder's last states for some sequences of pieces."""
    model = BertModel.from_pretrained(str(encoder)).eval().to(torch.bfloat16)
    out = np.zeros((len(pieces), model.config.hidden_size), dtype=np.float32)
    order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]))
    for start in range(0, len(order), _BATCH):
        chosen = order[start : start + _BATCH]
        longest = max(len(pieces[i]) for i in chosen)
        ids = torch.zeros(len(chosen), longest, dtype=torch.long)
        mask = torch.zeros(len(chosen), longest, dtype=torch.long)
        for row, i in enumerate(chosen):
            ids[row, : len(pieces[i])] = torch.tensor(pieces[i])
            mask[row, : len(pieces[i])] = 1
        with torch.inference_mode():
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        shown = mask[..., None]
        out[chosen] = ((states * shown).sum(1) / shown.sum(1)).numpy()
    return out


def distil(vectors: Array, counts: Counts, special: Sequence[int]) -> Table:
    """Return the table for the encoder's vectors of all pieces; `special` ones mean nothing."""
    share = (counts.times + 0.5) / (counts.times + 0.5).sum()
    own = vectors - np.average(vectors, axis=0, weights=share)
    main = np.linalg.svd(own[counts.paragraphs > 0], full_matrices=False)[2][:WIDTH]
    rows = (own @ main.T) * (SMOOTH / (SMOOTH + share))[:, None]
    rows[list(special)] = 0
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / _LARGEST
    return Table(
        vectors=np.round(rows / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        rarity=rarity(counts).astype(np.float16),
    )


def rarity(counts: Counts) -> Array:
    """Return how rare pieces are: inverse document frequency, 1 for one that was never seen."""
    seen = np.maximum(counts.paragraphs, 1)
    found: Array = np.log(counts.of / seen) / np.log(counts.of)
    return found.clip(0, 1)
