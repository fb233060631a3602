"""Commands as a user runs them: their time and the memory of the whole tree of processes."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.metrics import Unavailable

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took, and its output.

    Seconds of the clock and of processors, mebibytes of memory at the highest sample.
    """

    seconds: float
    processor_seconds: float
    peak: float
    output: str


def onrecord(*arguments: str) -> list[str]:
    """Return the command line of onrecord in this environment."""
    script = Path(sys.executable).parent / "onrecord"
    if not script.exists():
        raise Unavailable(f"no onrecord command beside {sys.executable}: install the project")
    return [str(script), *arguments]


def ran(command: Sequence[str]) -> Ran:
    """Run a command to its end.

    Raises:
        Unavailable: when it fails; with the last line it said.
    """
    start, worked = time.perf_counter(), _worked()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        output, talk = process.communicate()
        seconds = time.perf_counter() - start
        sampler.stop()
    if process.returncode:
        said = talk.strip().splitlines() or ["no message"]
        raise Unavailable(f"{' '.join(command[:2])} failed: {said[-1]}")
    return Ran(seconds, _worked() - worked, sampler.peak, output)


def latency(command: Sequence[str], times: int = 7) -> tuple[float, float]:
    """Return the median seconds of a command, of the clock and of processors, unwatched."""
    clock, processor = zip(*(_seconds(command) for _ in range(times)), strict=True)
    return statistics.median(clock), statistics.median(processor)


def _seconds(command: Sequence[str]) -> tuple[float, float]:
    start, worked = time.perf_counter(), _worked()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start, _worked() - worked


def _worked() -> float:
    """Return the processor time of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Sampler(threading.Thread):
    """Samples the memory of a process and its children, shared pages counted once (Linux)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._done = threading.Event()
        self.peak = 0.0

    def run(self) -> None:
        while not self._done.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(map(_memory, _tree(self._pid))))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _tree(pid: int) -> list[int]:
    """Return a process and all its descendants; those that have just ended are left out."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(path).split():
            found += _tree(int(child))
    return found


def _memory(pid: int) -> float:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has ended
        return ""
