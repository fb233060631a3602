"""A process of its own that reads a folder of texts with one system and says how long it took.

`python -m benchmarks.reader SYSTEM FOLDER JOBS` prints JSON: seconds and processor
seconds (children too) for all files, warm; seconds to start up and read five files;
statements found.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.metrics import Unavailable
from benchmarks.systems import OURS, Article, our_extractor, system

WARM_UP_FILES = 5

# Reads the first so many files (None: all) and returns how many statements it found.
Reader = Callable[[int | None], int]


def main(name: str, folder: Path, jobs: int) -> dict[str, float]:
    """Return the figures of one run."""
    start = time.perf_counter()
    read = _onrecord(name, folder, jobs) if name in OURS else _peer(name, folder)
    read(WARM_UP_FILES)
    warm, worked = time.perf_counter(), _worked()
    statements = read(None)
    return {
        "start_up": warm - start,
        "seconds": time.perf_counter() - warm,
        "processor_seconds": _worked() - worked,
        "statements": statements,
    }


def _worked() -> float:
    """Return the processor time that this process and its ended children have used."""
    return sum(os.times()[:4])


def _onrecord(name: str, folder: Path, jobs: int) -> Reader:
    """Read by the whole `extract` path: files, captures, documents, statements, JSON Lines."""
    from onrecord.export.contract import encode, extract
    from onrecord.model import Reading
    from onrecord.pipeline import read

    extractor = our_extractor(name)

    def through(limit: int | None) -> int:
        paths = [str(path) for path in sorted(folder.iterdir())[:limit]]
        statements = 0
        for reading in read(paths, extractor=extractor, jobs=jobs):
            if not isinstance(reading, Reading):
                raise Unavailable(f"cannot be read: {reading}")
            encode(extract(reading))
            statements += len(reading.statements)
        return statements

    return through


def _peer(name: str, folder: Path) -> Reader:
    peer = system(name)

    def through(limit: int | None) -> int:
        texts = (path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())[:limit])
        return sum(len(peer.read(Article("", text)).statements) for text in texts)

    return through


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
