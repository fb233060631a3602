"""Windows of labelled texts as tensors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from onrecord.statement.learned.decoding import TAGS
from onrecord.statement.learned.linking import bucket, gap
from onrecord.statement.learned.reading import Floats
from onrecord.statement.learned.windows import Window, inputs
from onrecord.statement.learned.words import Ints, Words
from training.attribution.data import NOBODY, Labelled

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Links:
    """Candidates of one kind of link. Places are pieces of a flattened batch, first and last.

    `asking` is askers × 2; `asked` is askers × candidates × 2, padded with 0 where `open`
    is false; `target` is the number of the right candidate or `NOBODY`.
    """

    asking: Tensor
    asked: Tensor
    open: Tensor
    buckets: Tensor
    target: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows and what is to be learned from them.

    `places` maps passages × words to pieces of the flattened batch. `taught` has a
    teacher's scores of the tags for the words where `asked_teacher` is true.
    """

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    places: Tensor
    tags: Tensor
    word_mask: Tensor
    whole: Tensor
    taught: Tensor
    asked_teacher: Tensor
    links: tuple[Links, Links]


def batches(
    texts: Sequence[Labelled], *, size: int, count: int, ends: tuple[int, int], random: Random
) -> Iterator[Batch]:
    """Yield batches of `count` windows, in random order, cut at other places each time."""
    cut = []
    for text in texts:
        if len(text.words):
            first = random.randrange(min(len(text.words), size // 4))
            cut += [(text, w) for w in _cut(text.words, size - 2, first)]
    random.shuffle(cut)
    # Windows of like length together, in pools, so that little is padded.
    pool = 16 * count
    groups = []
    for at in range(0, len(cut), pool):
        near = sorted(cut[at : at + pool], key=lambda pair: pair[1].end - pair[1].start)
        groups += [near[i : i + count] for i in range(0, len(near), count)]
    random.shuffle(groups)
    for group in groups:
        yield collate(group, ends=ends)


def _cut(words: Words, size: int, first: int) -> Iterator[Window]:
    """Yield windows of at most `size` pieces, filled from word `first` on, whatever they part."""
    start = first
    while start < len(words):
        full = int(np.searchsorted(words.firsts, words.firsts[start] + size, "right")) - 1
        end = max(start + 1, full)
        yield Window(start, end, start, end)
        start = end
    if first:
        yield Window(0, first, 0, first)


def collate(group: Sequence[tuple[Labelled, Window]], *, ends: tuple[int, int]) -> Batch:
    """Put windows into one batch; `ends` are the pieces before and after every window."""
    read = [inputs(text.words, w, begin=ends[0], close=ends[1]) for text, w in group]
    length = max(len(pieces) for pieces, _, _ in read)
    pieces = np.zeros((len(group), length), dtype=np.int64)
    shapes, mask = np.zeros_like(pieces), np.zeros_like(pieces)
    rows: list[tuple[Ints, Ints, bool, Floats | None]] = []
    asks: tuple[list[_Ask], list[_Ask]] = ([], [])
    for i, ((text, window), (some, looks, firsts)) in enumerate(zip(group, read, strict=True)):
        pieces[i, : len(some)], shapes[i, : len(some)], mask[i, : len(some)] = some, looks, 1
        flat = firsts + i * length
        passages = text.words.passages[window.start : window.end]
        cuts = np.flatnonzero(np.diff(passages)) + 1
        edges = [window.start, *(window.start + cuts), window.end]
        for k, places in enumerate(np.split(flat, cuts)):
            here = slice(edges[k], edges[k + 1])
            whole = k > 0 or window.start == 0
            whole = whole or passages[0] != text.words.passages[window.start - 1]
            scores = None if text.taught is None else text.taught[here]
            rows.append((places, text.tags[here], bool(whole), scores))
        _ask(text, window, flat, asks)
    longest = max(len(row[0]) for row in rows)
    places = np.zeros((len(rows), longest), dtype=np.int64)
    tags_, words = np.zeros_like(places), np.zeros(places.shape, dtype=bool)
    taught = np.zeros((*places.shape, len(TAGS)), dtype=np.float32)
    asked = np.zeros_like(words)
    for i, (where, row, _, scores) in enumerate(rows):
        places[i, : len(where)], tags_[i, : len(where)], words[i, : len(where)] = where, row, True
        if scores is not None:
            taught[i, : len(where)], asked[i, : len(where)] = scores, True
    tensor = torch.from_numpy
    return Batch(
        pieces=tensor(pieces),
        shapes=tensor(shapes),
        mask=tensor(mask),
        places=tensor(places),
        tags=tensor(tags_),
        word_mask=tensor(words),
        whole=torch.tensor([row[2] for row in rows]),
        taught=tensor(taught),
        asked_teacher=tensor(asked),
        links=(_stack(asks[0]), _stack(asks[1])),
    )


@dataclass(frozen=True, slots=True)
class _Ask:
    asking: Ints
    asked: Ints
    buckets: Ints
    target: int


def _ask(text: Labelled, window: Window, flat: Ints, asks: tuple[list[_Ask], list[_Ask]]) -> None:
    """Note the links between runs that lie wholly in a window."""
    inside = [i for i, r in enumerate(text.runs) if window.start <= r.start and r.end <= window.end]
    ends = {
        i: flat[[text.runs[i].start - window.start, text.runs[i].end - 1 - window.start]]
        for i in inside
    }
    candidates = {
        role: [i for i in inside if text.runs[i].role == role] for role in ("cue", "source")
    }
    for asking, target in text.links:
        if asking not in ends or (target != NOBODY and target not in ends):
            continue
        pair = 0 if text.runs[asking].role == "content" else 1
        asked = candidates["cue" if pair == 0 else "source"]
        here = text.runs[asking]
        starts = np.asarray([text.runs[i].start for i in asked], dtype=np.int64)
        lasts = np.asarray([text.runs[i].end - 1 for i in asked], dtype=np.int64)
        asks[pair].append(
            _Ask(
                ends[asking],
                np.asarray([ends[i] for i in asked], dtype=np.int64).reshape(-1, 2),
                bucket(gap(here.start, here.end - 1, starts, lasts)),
                asked.index(target) if target != NOBODY else NOBODY,
            )
        )


def _stack(asks: Sequence[_Ask]) -> Links:
    most = max((len(a.asked) for a in asks), default=0)
    asked = np.zeros((len(asks), most, 2), dtype=np.int64)
    buckets = np.zeros((len(asks), most), dtype=np.int64)
    open_ = np.zeros((len(asks), most), dtype=bool)
    for i, a in enumerate(asks):
        n = len(a.asked)
        asked[i, :n], buckets[i, :n], open_[i, :n] = a.asked, a.buckets, True
    tensor = torch.from_numpy
    return Links(
        asking=tensor(np.asarray([a.asking for a in asks], dtype=np.int64).reshape(-1, 2)),
        asked=tensor(asked),
        open=tensor(open_),
        buckets=tensor(buckets),
        target=torch.tensor([a.target for a in asks], dtype=torch.long),
    )
