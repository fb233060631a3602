"""What the command line says, for every benchmark alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.systems import Run


@dataclass(frozen=True, slots=True)
class Options:
    """Where the data is, which part of it, and how many documents at most (None: all)."""

    data: Path
    split: str = "dev"
    limit: int | None = None

    @staticmethod
    def failures(done: Run) -> list[str]:
        """Return a note on the passages a system raised an error on, if any."""
        return [f"raised an error on {done.failures} paragraphs"] if done.failures else []
