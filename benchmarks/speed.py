"""Protocol G: words per second from file to statements, beside the peers in the same run."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import generated, polnear
from benchmarks.metrics import Score, Share, Unavailable
from benchmarks.options import Options
from benchmarks.processes import ran
from benchmarks.report import Report
from benchmarks.systems import OURS

ARTICLES = 240
RULE = (
    "the same text files, each system in a process of its own, warm; words by white space; "
    "memory over the tree of processes"
)


@dataclass(frozen=True, slots=True)
class Timed:
    """One system's run: processes, words per second (of the clock, of a processor), memory."""

    system: str
    jobs: int
    rate: float
    processor_rate: float
    start_up: float
    peak: float
    statements: int


def measure(options: Options, systems: Sequence[str]) -> list[Report]:
    """Return a report for each system; the ratios are in those of onrecord."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        data, texts = _texts(options)
        for number, text in enumerate(texts):
            (folder / f"{number:05}.txt").write_bytes(text.encode())
        words = sum(len(text.split()) for text in texts)
        jobs = [(name, n) for name in systems for n in _jobs(name, cores)]
        timed = [_timed(name, n, folder, words) for name, n in jobs]
    peers = [t for t in timed if t.system not in OURS]
    return [
        Report(
            protocol="G: speed",
            system=f"{t.system}, {t.jobs} process{'es' if t.jobs > 1 else ''}",
            data=f"{data}, {words} words",
            documents=len(texts),
            gold=0,
            rule=RULE,
            rows=_rows(t, peers),
            speed=1_000 / t.rate,
            notes=[f"{cores} cores"],
        )
        for t in timed
    ]


def _jobs(system: str, cores: int) -> Sequence[int]:
    """One process for everybody; onrecord also with all cores, as its command runs."""
    return (1, cores) if system in OURS and cores > 1 else (1,)


def _texts(options: Options) -> tuple[str, list[str]]:
    """Return the name of the data and the texts: PolNeAR's where they are, else generated."""
    count = options.limit or ARTICLES
    try:
        found = islice(polnear.articles(options.data, "train"), count)
        return "PolNeAR train, raw text", [annotated.article.text for annotated in found]
    except Unavailable:
        made = (text for name, text in generated.reports(10 * count) if name.endswith(".txt"))
        return "generated reports", list(islice(made, count))


def _timed(system: str, jobs: int, folder: Path, words: int) -> Timed:
    command = [sys.executable, "-m", "benchmarks.reader", system, str(folder), str(jobs)]
    done = ran(command)
    figures = json.loads(done.output)
    return Timed(
        system=system,
        jobs=jobs,
        rate=words / figures["seconds"],
        processor_rate=words / figures["processor_seconds"],
        start_up=figures["start_up"],
        peak=done.peak,
        statements=figures["statements"],
    )


def _rows(timed: Timed, peers: Sequence[Timed]) -> list[tuple[str, Score | Share | float | str]]:
    rows: list[tuple[str, Score | Share | float | str]] = [
        ("words per second", timed.rate),
        ("words per second of processor time", timed.processor_rate),
        ("seconds to start and read five articles", timed.start_up),
        ("peak memory, MiB", timed.peak),
        ("statements found", str(timed.statements)),
    ]
    if timed.system in OURS:
        for peer in peers:
            rows += [
                (f"times as fast as {peer.system}", timed.rate / peer.rate),
                (
                    f"times as fast as {peer.system}, processor time",
                    timed.processor_rate / peer.processor_rate,
                ),
            ]
    return rows
