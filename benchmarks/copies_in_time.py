"""How long copies take among a hundred thousand reports, and how much memory."""

from __future__ import annotations

import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate, islice
from multiprocessing import get_context
from typing import NamedTuple

from benchmarks.options import Options
from benchmarks.report import Report
from benchmarks.variants import invented, variants
from onrecord.document.copies import find_copies, signature
from onrecord.model import Block, BlockKind, CopyKind, Document, Signed, Span

REPORTS = 100_000
ADDED = 10
_PARAGRAPHS = 8
_WORDS = 40
_VOCABULARY = 30_000
_REPRINTED = 20
_TIMES = 5


class Taken(NamedTuple):
    """Seconds of the clock and of the processor for each step, mebibytes at the highest."""

    signing: tuple[float, float]
    finding: tuple[float, float]
    adding: tuple[float, float]
    peak: float
    bytes_each: float
    kinds: dict[str, int]


def measure(options: Options) -> Report:
    """Time the signatures of reports and the finding of copies, in a process of its own."""
    count = min(options.limit or REPORTS, REPORTS)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        taken = alone.submit(_taken, count).result()
    steps = {
        "signatures": taken.signing,
        "finding copies": taken.finding,
        f"finding those of {ADDED} more": taken.adding,
    }
    return Report(
        protocol="G: copies in time",
        system="onrecord",
        data=f"reports of {_PARAGRAPHS * _WORDS} invented words; of one in {_REPRINTED}, "
        f"{_TIMES} variants",
        documents=count,
        gold=0,
        rule="seconds of the clock and of the processor; documents are made, not read",
        rows=[
            *(
                row
                for step, (clock, processor) in steps.items()
                for row in (
                    (f"{step}: seconds", clock),
                    (f"{step}: processor seconds", processor),
                )
            ),
            ("peak memory, MiB", taken.peak),
            ("bytes of a signature", taken.bytes_each),
            *((f"{kind} copies", str(number)) for kind, number in taken.kinds.items()),
        ],
        notes=["the memory is that of the whole process, which makes the reports too"],
    )


def _taken(count: int) -> Taken:
    clock = processor = 0.0
    reports: list[Signed] = []
    for document in islice(_documents(), count):
        start, worked = time.perf_counter(), time.process_time()
        kept = signature(document)
        clock += time.perf_counter() - start
        processor += time.process_time() - worked
        reports.append(Signed(document.id, kept))
    signing = clock, processor
    old, new = reports[:-ADDED], frozenset(report.document_id for report in reports[-ADDED:])
    start, worked = time.perf_counter(), time.process_time()
    known = find_copies(old)
    finding = time.perf_counter() - start, time.process_time() - worked
    start, worked = time.perf_counter(), time.process_time()
    found = find_copies(reports, new=new, known=known)
    adding = time.perf_counter() - start, time.process_time() - worked
    kinds = Counter(copy.kind for copy in found)
    return Taken(
        signing,
        finding,
        adding,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        sum(len(report.signature) for report in reports) / len(reports),
        {kind.value: kinds[kind] for kind in CopyKind},
    )


def _documents() -> Iterator[Document]:
    """Yield reports of words of their own, and after some of them variants."""
    chance = random.Random(1)
    vocabulary = sorted(set(invented(_VOCABULARY, chance)))
    weights = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    number = 0
    while True:
        paragraphs = [
            " ".join(chance.choices(vocabulary, cum_weights=weights, k=_WORDS))
            for _ in range(_PARAGRAPHS)
        ]
        text = "\n\n".join(["A headline", *paragraphs])
        times = 0 if number % _REPRINTED else _TIMES
        number += 1
        for place, one in enumerate([text, *(v for _, v in variants(text, times, seed=number))]):
            yield _document(f"{number:06}-{place}", one)


def _document(name: str, text: str) -> Document:
    blocks, at = [], 0
    for place, paragraph in enumerate(text.rstrip("\n").split("\n\n")):
        kind = BlockKind.PARAGRAPH if place else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(
        id=name,
        digest=name,
        path=name,
        url=None,
        text=text,
        blocks=tuple(blocks),
        title=None,
        outlet=None,
        byline=None,
        language=None,
        published=None,
        dates=(),
    )
