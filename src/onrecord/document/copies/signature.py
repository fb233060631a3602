"""What is kept of a report to find its copies: a digest, a sketch and its shingles, in bytes.

    1 byte      the version of what follows
    16 bytes    BLAKE2b of the words: the same for the same words, and for no others
    512 bytes   the sketch: 128 minima of 32 bits (MinHash, Broder 1997)
    4 bytes     each different shingle of three words, a hash of 32 bits, in rising order

Three words, because an outlet that spells one name its own way changes every shingle that
holds it, and of longer shingles too many. All numbers are little-endian.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from onrecord.document.copies.words import body_words
from onrecord.model import Document

SIGNATURE_VERSION = 1
"""The first byte of a signature; one with another is to be made anew."""

FEWEST_WORDS = 20
"""A report of fewer words says too little to be told from another: it has no signature."""

SHINGLE = 3
MINIMA = 128
_SEED = 42
_DIGEST = 16
_HEAD = 1 + _DIGEST
_NUMBER = np.dtype("<u4")

Numbers = NDArray[np.uint32]


class Unpacked(NamedTuple):
    """A signature, taken apart."""

    digest: bytes
    sketch: Numbers
    shingles: Numbers


def signature(document: Document) -> bytes:
    """Return the signature of a report, b"" where its body has fewer than `FEWEST_WORDS`."""
    words = body_words(document)
    return sign(words) if len(words) >= FEWEST_WORDS else b""


def sign(words: Sequence[str]) -> bytes:
    """Return the signature of at least `SHINGLE` words."""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
    shingles = shingles_of(words)
    head = bytes([SIGNATURE_VERSION]) + digest.digest()
    return head + sketch_of(shingles).tobytes() + shingles.tobytes()


def shingles_of(words: Sequence[str]) -> Numbers:
    """Return the hashes of all runs of `SHINGLE` words, each once, in rising order."""
    hashed = np.fromiter(
        (crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words)
    )
    count = len(words) - SHINGLE + 1
    mixed = np.zeros(count, np.uint64)
    for place in range(SHINGLE):
        mixed = _mixed(mixed + hashed[place : place + count])
    return np.unique(mixed >> np.uint64(32)).astype(_NUMBER)


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return numbers of which every bit hangs on every bit given (SplitMix64, Steele 2014)."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def sketch_of(shingles: Numbers) -> Numbers:
    """Return the minima of the shingles under `MINIMA` permutations."""
    offsets = np.array([0, len(shingles)], np.uint64)
    made = RMinHash.digest_matrix_from_flat_token_hashes(
        shingles.astype(np.uint64), offsets, MINIMA, _SEED
    )
    return np.array(made.to_rows()[0], _NUMBER)


def unpack(packed: bytes) -> Unpacked:
    """Return the parts of a signature, which share its memory.

    Raises:
        ValueError: for one of another version, or none.
    """
    if packed[:1] != bytes([SIGNATURE_VERSION]):
        raise ValueError("a signature of another version: make it anew")
    return Unpacked(
        digest=packed[1:_HEAD],
        sketch=np.frombuffer(packed, _NUMBER, count=MINIMA, offset=_HEAD),
        shingles=np.frombuffer(packed, _NUMBER, offset=_HEAD + 4 * MINIMA),
    )
