"""Reading inputs into a record: what `add` and `demo` share."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.cli.terminal import say
from onrecord.record import Record


@dataclass
class Tally:
    """What became of the inputs of one run; `skipped` counts by reason."""

    added: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def seen(self) -> int:
        return self.added + self.known + self.skipped.total()


class Step(Protocol):
    def __call__(self) -> None: ...


def read_into(record: Record, paths: Sequence[str], *, jobs: int | None = None) -> Tally:
    """Read `paths` into `record` and work out its actors anew; return what became of them.

    Each input that fails is said in one line and counted; none stops the run.
    """
    from onrecord.actor import resolve_actors
    from onrecord.errors import InputError
    from onrecord.model import Capture
    from onrecord.pipeline import read

    tally = Tally()
    with _progress() as step:
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
            step()
        if tally.added or not record.resolved:
            record.resolve(resolve_actors)
    return tally


@contextmanager
def _progress() -> Iterator[Step]:
    """Show, on a terminal only, how many inputs are done and how fast."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from onrecord.cli.terminal import talk

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} documents  {task.fields[rate]:,.0f}/s"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=talk(), transient=True) as progress:
        task = progress.add_task("", total=None, rate=0)

        def step() -> None:
            done = progress.tasks[0]
            rate = (done.completed + 1) / max(done.elapsed or 0, 0.001)
            progress.update(task, advance=1, rate=rate)

        yield step
