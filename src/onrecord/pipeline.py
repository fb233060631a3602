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
from itertools import chain, islice

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
_AHEAD = 4  # tasks a process may have waiting: bounds what is in memory
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
    first = list(islice(tasks, _WORTH_SPREADING))
    everything = chain(first, tasks)
    if jobs == 1 or len(first) < _WORTH_SPREADING:
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


def _spread(tasks: Iterator[_Task], jobs: int) -> Iterator[Outcome]:
    """Read on several processes, in order, with a bounded number of chunks under way."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        try:
            while chunk := list(islice(tasks, _CHUNK)):
                waiting.append(pool.submit(_read_chunk, chunk))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for task in waiting:
                task.cancel()
