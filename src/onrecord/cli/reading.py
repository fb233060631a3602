"""Reading inputs into a record: what `add` and `demo` share."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.cli.terminal import say
from onrecord.record import Record

if TYPE_CHECKING:
    from rich.progress import Progress


@dataclass
class Tally:
    """What became of the inputs of one run; `skipped` counts by reason."""

    added: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def seen(self) -> int:
        return self.added + self.known + self.skipped.total()


def read_into(record: Record, paths: Sequence[str], *, jobs: int | None = None) -> Tally:
    """Read `paths` into `record` and work out its actors anew; return what became of them.

    Each input that fails is said in one line and counted; none stops the run.
    """
    from onrecord.actor import resolve_actors
    from onrecord.errors import InputError
    from onrecord.model import Capture
    from onrecord.pipeline import read

    tally = Tally()
    with _progress(paths) as progress:
        for result in read(paths, jobs=jobs, known=record.knows):
            if isinstance(result, InputError):
                record.skip(result)
                tally.skipped[result.code] += 1
                say(str(result))
            elif isinstance(result, Capture):
                record.place(result)
                tally.known += 1
            elif record.add(result):
                tally.added += 1
            else:
                tally.known += 1
            progress.step()
        if tally.added or not record.resolved:
            progress.name("Working out who is who")
            record.resolve(resolve_actors)
    return tally


class _Quiet:
    """Progress that nobody watches."""

    def step(self) -> None: ...

    def name(self, stage: str) -> None: ...


class _Bar:
    """A bar on a terminal: how many inputs are done, of how many files, and how fast."""

    def __init__(self, progress: Progress, files: int) -> None:
        self.progress = progress
        self.task = progress.add_task("Reading", total=files, rate=0)

    def step(self) -> None:
        task = self.progress.tasks[0]
        done = task.completed + 1
        # A file may hold many documents; then nobody knows how many there will be.
        total = task.total if task.total and done <= task.total else None
        rate = done / max(task.elapsed or 0, 0.001)
        self.progress.update(self.task, completed=done, total=total, rate=rate)

    def name(self, stage: str) -> None:
        self.progress.update(self.task, description=stage, total=None)


@contextmanager
def _progress(paths: Sequence[str]) -> Iterator[_Bar | _Quiet]:
    """Show on a terminal how far the reading is; say nothing elsewhere."""
    if not sys.stderr.isatty():
        yield _Quiet()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from onrecord.cli.terminal import talk

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} documents  {task.fields[rate]:,.0f}/s"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=talk(), transient=True) as progress:
        yield _Bar(progress, _files(paths))


def _files(paths: Sequence[str]) -> int:
    """Return about how many files there are to read."""
    return sum(
        sum(len(names) for _, _, names in os.walk(path)) if os.path.isdir(path) else 1
        for path in paths
    )
