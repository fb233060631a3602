"""Copies: what is found of 20,000 variants against an exact oracle, and 100,000 reports timed.

The oracle compares all pairs of variants by the sets of three words that they hold, without
hashes; only how a body is cut into words it takes from onrecord.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks import copies_in_time, generated
from benchmarks.metrics import Score, Share, Unavailable, share
from benchmarks.options import Options
from benchmarks.report import Grid, Report
from benchmarks.systems import Article
from benchmarks.systems.onrecord_path import capture
from benchmarks.variants import variants
from onrecord.document import read_document
from onrecord.document.copies import find_copies
from onrecord.document.copies.candidates import bands_of
from onrecord.document.copies.finding import SAME
from onrecord.document.copies.signature import MINIMA, SHINGLE, sign, unpack
from onrecord.document.copies.words import body_words
from onrecord.model import Copy, CopyKind, Signed

VARIANTS = 20_000
OF_ONE = 20
REPEATS = (CopyKind.EXACT, CopyKind.NEAR)
_ROWS = 500


class Variant(NamedTuple):
    """A report that was made of another: the words of its body."""

    name: str
    base: int
    edit: str
    words: tuple[str, ...]


class Pairs(NamedTuple):
    """Pairs of variants by their places, and Jaccard's coefficient of each."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]


def measure(options: Options) -> Iterator[Report]:
    """Compare with the oracle, with datasketch if it is there; then time reports by the thousand.

    Raises:
        Unavailable: without scipy.
    """
    pile = list(_pile(min(options.limit or VARIANTS, VARIANTS)))
    pairs = near_pairs([variant.words for variant in pile])
    yield _of_ours(pile, pairs)
    yield from _of_datasketch(pile, pairs)
    yield copies_in_time.measure(options)


def _pile(count: int) -> Iterator[Variant]:
    texts = (text for name, text in generated.reports(10 * count) if name.endswith(".txt"))
    for base, text in enumerate(islice(texts, count // OF_ONE)):
        for place, (edit, varied) in enumerate(variants(text, OF_ONE, seed=base)):
            name = f"{base:05}-{place:02}"
            document = read_document(capture(Article(name, varied)))
            yield Variant(name, base, edit, tuple(body_words(document)))


def near_pairs(texts: Sequence[Sequence[str]], least: float = SAME) -> Pairs:
    """Return all pairs of texts whose sets of `SHINGLE` words have Jaccard `least` or more.

    Raises:
        Unavailable: without scipy.
    """
    try:
        from scipy.sparse import csr_array
    except ImportError as missing:
        raise Unavailable(
            "this benchmark needs scipy: install onrecord with the extra [bench]"
        ) from missing
    numbers: dict[tuple[str, ...], int] = {}
    sets = [sorted({numbers.setdefault(s, len(numbers)) for s in _runs(text)}) for text in texts]
    sizes = np.array([len(s) for s in sets])
    columns = np.concatenate([np.array(s, np.int64) for s in sets])
    starts = np.concatenate([[0], np.cumsum(sizes)])
    held = csr_array((np.ones(len(columns), np.int32), columns, starts))
    turned = held.T.tocsr()
    found: list[Any] = []
    for row in range(0, len(sets), _ROWS):
        shared = (held[row : row + _ROWS] @ turned).tocoo()
        one, other = shared.row.astype(np.int64) + row, shared.col.astype(np.int64)
        jaccard = shared.data / (sizes[one] + sizes[other] - shared.data)
        kept = (one < other) & (jaccard >= least)
        found.append((one[kept], other[kept]))
    return Pairs(*(np.concatenate(side) for side in zip(*found, strict=True)))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def _of_ours(pile: Sequence[Variant], pairs: Pairs) -> Report:
    reports = [Signed(v.name, sign(v.words)) for v in pile]
    copies = find_copies(reports)
    first = {c.document_id: c.of for c in copies if c.kind in REPEATS}
    group = np.array([int(first.get(v.name, v.name).replace("-", "")) for v in pile])
    bands = bands_of(np.array([unpack(r.signature).sketch for r in reports], np.uint32))
    met = (bands[pairs.one] == bands[pairs.other]).any(axis=1)
    together = group[pairs.one] == group[pairs.other]
    rows: list[tuple[str, Score | Share | float | str]] = [
        ("pairs in one group", _share(pile, pairs, together)),
        ("pairs that share a band", _share(pile, pairs, met)),
        ("reports in the oracle's very group", _same_groups(group, pairs)),
    ]
    return Report(
        protocol="copies",
        system="onrecord",
        data=f"variants of reports generated from the demo corpus, {OF_ONE} of each",
        documents=len(pile),
        gold=len(pairs.one),
        rule=f"gold: all pairs of Jaccard {SAME} or more; groups: what such pairs join",
        rows=rows,
        grids=[_by_edit(pile, copies)],
    )


def _share(pile: Sequence[Variant], pairs: Pairs, right: NDArray[np.bool_]) -> Share:
    """Return the share of pairs that are right, those of one base resampled together."""
    base = np.array([variant.base for variant in pile])[pairs.one]
    of = np.bincount(base)
    found = np.bincount(base, weights=right)
    return share(list(zip(found.tolist(), of.tolist(), strict=True)))


def _same_groups(group: NDArray[np.int64], pairs: Pairs) -> Share:
    """Return the share of reports whose group holds the same reports as the oracle's."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    count = len(group)
    joined = coo_array((np.ones(len(pairs.one)), (pairs.one, pairs.other)), shape=(count, count))
    _, gold = connected_components(joined, directed=False)
    _, ours = np.unique(group, return_inverse=True)
    both = Counter(zip(gold.tolist(), ours.tolist(), strict=True))
    of_gold, of_ours = np.bincount(gold), np.bincount(ours)
    return share([(of if of == of_gold[g] == of_ours[o] else 0, of) for (g, o), of in both.items()])


def _by_edit(pile: Sequence[Variant], copies: Sequence[Copy]) -> Grid:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    of = {copy.document_id: copy.kind.value for copy in copies}
    for variant in pile:
        kinds[variant.edit][of.get(variant.name, "none")] += 1
    headings = ("exact", "near", "part", "none")
    return Grid(
        title="what a variant is found to be (none: also the first of its group)",
        headings=("edit", *headings),
        rows=[(edit, *(str(kinds[edit][kind]) for kind in headings)) for edit in kinds],
    )


def _of_datasketch(pile: Sequence[Variant], pairs: Pairs) -> Iterator[Report]:
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return
    index = MinHashLSH(threshold=SAME, num_perm=MINIMA)
    hashed = MinHash.bulk(
        [[" ".join(run).encode() for run in _runs(v.words)] for v in pile], num_perm=MINIMA
    )
    for place, minhash in enumerate(hashed):
        index.insert(place, minhash)
    met = {place: set(index.query(minhash)) for place, minhash in enumerate(hashed)}
    found = np.array(
        [o in met[n] for n, o in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)]
    )
    yield Report(
        protocol="copies",
        system="datasketch (MinHashLSH, its own parameters)",
        data="the same variants",
        documents=len(pile),
        gold=len(pairs.one),
        rule=f"gold: all pairs of Jaccard {SAME} or more",
        rows=[("pairs that share a band", _share(pile, pairs, found))],
    )
