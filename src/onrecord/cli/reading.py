"""Reading inputs into a record: what `add` and `demo` share."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from onrecord.cli.guesses import Guesses
from onrecord.cli.terminal import say
from onrecord.errors import InputError
from onrecord.export.wording import count
from onrecord.model import DEFAULT_EXTRACTOR, ExtractorName
from onrecord.record import open_record

if TYPE_CHECKING:
    from rich.progress import Progress


@dataclass
class Tally:
    """What became of the inputs of one run; `skipped` counts by reason.

    `failed` is how many of those the user named, or could be read by their kind: what lies
    beside reports in a folder is skipped, and no failure.
    """

    extractor: ExtractorName = DEFAULT_EXTRACTOR
    added: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    failed: int = 0

    @property
    def seen(self) -> int:
        return self.added + self.known + self.skipped.total()


def read_into(
    path: Path,
    paths: Sequence[str],
    *,
    extractor: ExtractorName = DEFAULT_EXTRACTOR,
    jobs: int | None = None,
) -> Tally:
    """Read `paths` into the record at `path`; work out its actors and utterances anew.

    A record is made where there is none as soon as there is something to put in it. Each
    input that fails is said in one line and counted; none stops the run.
    """
    from onrecord.model import Capture
    from onrecord.pipeline import (
        is_grouped,
        named_extractor,
        read,
        work_out_actors,
        work_out_copies,
        work_out_utterances,
    )

    finder = named_extractor(extractor)
    tally, problems = Tally(extractor), Problems(paths)
    guesses = Guesses()
    uncounted: list[InputError] = []
    with ExitStack() as opened, _progress(paths) as progress:
        record = opened.enter_context(open_record(path)) if path.exists() else None
        known = record.knows if record else None
        for result in read(paths, extractor=finder, jobs=jobs, known=known):
            if isinstance(result, InputError):
                problems.say(result)
                tally.skipped[result.code] += 1
                uncounted.append(result)
            else:
                record = record or opened.enter_context(open_record(path))
                if isinstance(result, Capture):
                    record.place(result)
                    tally.known += 1
                elif record.add(result):
                    guesses.note(result)
                    tally.added += 1
                else:
                    tally.known += 1
            while record and uncounted:
                record.skip(uncounted.pop(0))
            progress.step()
        if record and (tally.added or not record.resolved):
            progress.name("Working out who is who")
            work_out_actors(record)
        if record and not is_grouped(record):
            progress.name("Comparing reports")
            work_out_copies(record)
            progress.name("Bringing remarks together")
            work_out_utterances(record)
    problems.say_rest()
    guesses.say()
    tally.failed = problems.said
    return tally


class Problems:
    """Says why inputs cannot be read: one line each, and one for all that are no reports.

    In a folder of saved pages most files are styles and pictures: those are counted.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        # As errors show a path: bytes that are no UTF-8 are written out.
        self._named = {os.fsencode(path).decode("utf-8", "backslashreplace") for path in paths}
        self._beside: Counter[str] = Counter()
        self.said = 0

    def say(self, error: InputError) -> None:
        if error.code == "unsupported kind" and not self._named.intersection(error.ids):
            self._beside[PurePath(error.ids[0]).suffix.lower() or "no ending"] += 1
        else:
            self.said += 1
            say(str(error))

    def say_rest(self) -> None:
        if self._beside:
            kinds = [f"{kind} {number:,}" for kind, number in self._beside.most_common(8)]
            more = ", …" if len(self._beside) > len(kinds) else ""
            files = count(self._beside.total(), "file")
            say(f"passed over {files} of kinds that are not read: {', '.join(kinds)}{more}")


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
