"""The whole story on one page: from a pile of inputs to one `Reading` a report.

    capture → document → statement → actor → utterance

Each stage is a function of the nouns before it; here they are composed, and spread over
processes. Readings come in the order of the inputs whatever the number of processes, and
an input that cannot be read gives its error in its place.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import connection, parent_process
from threading import Thread

from onrecord.actor import resolve_document
from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.errors import InputError
from onrecord.model import Capture, Reading
from onrecord.statement import Extractor, StructuralExtractor
from onrecord.utterance import said_when

Outcome = Reading | Capture | InputError
"""A reading; a capture that was known and not read again; or why an input cannot be read."""

_CHUNK = 16  # captures a task: enough to outweigh the trip between processes
_AHEAD = 4  # tasks a process may have waiting
_HELD = 32 * 1024 * 1024  # bytes of captures under way: bounds what is in memory
_WORTH_SPREADING = 64  # captures; fewer are read sooner than a process starts


def extractor_tag(extractor: Extractor) -> str:
    """Return what keys an extractor's rows: its name and version."""
    return f"{extractor.name}/{extractor.version}"


def default_extractor() -> Extractor:
    return StructuralExtractor()


def read(
    paths: Sequence[str],
    *,
    jobs: int | None = None,
    known: Callable[[str, str], bool] | None = None,
) -> Iterator[Outcome]:
    """Read files, folders and standard input (``-``); yield readings in order of input.

    Args:
        paths: what `onrecord.capture.read_captures` takes.
        jobs: number of processes; by default one a core, and none for a few reports.
        known: asked with the digest of each capture and the extractor's name and version;
            when true the capture comes back as it is, unread.
    """
    tag = extractor_tag(default_extractor())
    tasks = (
        (c, isinstance(c, InputError) or (known is not None and known(c.digest, tag)))
        for c in read_captures(paths)
    )
    jobs = jobs or os.cpu_count() or 1
    first = _take(tasks, _WORTH_SPREADING)
    everything = chain(first, tasks)
    if jobs == 1 or (len(first) < _WORTH_SPREADING and _weight(first) < _HELD):
        return chain.from_iterable(_read_chunk([task]) for task in everything)
    return _spread(everything, jobs)


def read_capture(capture: Capture) -> Reading | InputError:
    """Take one capture through all stages; return its error where it cannot be read."""
    extractor = default_extractor()
    try:
        document = read_document(capture)
    except InputError as error:
        return error
    statements, drops = extractor.extract(document)
    entities, mentions = resolve_document(document, statements)
    return Reading(
        capture=capture,
        document=document,
        statements=statements,
        drops=drops,
        entities=entities,
        mentions=mentions,
        said=said_when(document, statements, mentions=mentions),
        extractor=extractor_tag(extractor),
    )


_Task = tuple[Capture | InputError, bool]
"""An input, and whether there is nothing to do for it."""


def _read_chunk(tasks: Sequence[_Task]) -> list[Outcome]:
    return [
        one if done or isinstance(one, InputError) else read_capture(one) for one, done in tasks
    ]


def _take(tasks: Iterator[_Task], count: int) -> list[_Task]:
    """Return the next `count` tasks, or fewer where they hold many bytes."""
    taken: list[_Task] = []
    room = _HELD
    for task in tasks:
        taken.append(task)
        room -= _weight([task])
        if len(taken) == count or room <= 0:
            break
    return taken


def _weight(tasks: Sequence[_Task]) -> int:
    """Return how many bytes of captures the tasks hold."""
    return sum(len(one.data) for one, _ in tasks if isinstance(one, Capture))


def _spread(tasks: Iterator[_Task], jobs: int) -> Iterator[Outcome]:
    """Read on several processes, in order, with a bounded number of chunks under way."""
    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        waiting: deque[tuple[Future[list[Outcome]], int]] = deque()
        try:
            while chunk := _take(tasks, _CHUNK):
                waiting.append((pool.submit(_read_chunk, chunk), _weight(chunk)))
                while len(waiting) >= jobs * _AHEAD or sum(size for _, size in waiting) > _HELD:
                    yield from waiting.popleft()[0].result()
            while waiting:
                yield from waiting.popleft()[0].result()
        finally:
            for task, _ in waiting:
                task.cancel()


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone: killed, it tells nobody."""
    parent = parent_process()
    if parent is None:
        return

    def watch(sentinel: int = parent.sentinel) -> None:
        connection.wait([sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()
