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

Outcome = Reading | InputError

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
    known: Callable[[Capture], bool] | None = None,
) -> Iterator[Outcome]:
    """Read files, folders and standard input (``-``); yield readings in order of input.

    Args:
        paths: what `onrecord.capture.read_captures` takes.
        jobs: number of processes; by default one a core, and none for a few reports.
        known: called with each capture before it is read; true passes it over.
    """
    captures = read_captures(paths)
    if known is not None:
        captures = (c for c in captures if not (isinstance(c, Capture) and known(c)))
    jobs = jobs or os.cpu_count() or 1
    first = list(islice(captures, _WORTH_SPREADING))
    everything = chain(first, captures)
    if jobs == 1 or len(first) < _WORTH_SPREADING:
        return (read_capture(c) for c in everything)
    return _spread(everything, jobs)


def read_capture(capture: Capture | InputError) -> Outcome:
    """Take one input through all stages; an error stays what it is."""
    if isinstance(capture, InputError):
        return capture
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
        said=said_when(document, statements),
        extractor=extractor_tag(extractor),
    )


def _read_chunk(captures: Sequence[Capture | InputError]) -> list[Outcome]:
    return [read_capture(c) for c in captures]


def _spread(captures: Iterator[Capture | InputError], jobs: int) -> Iterator[Outcome]:
    """Read on several processes, in order, with a bounded number of chunks under way."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        try:
            while chunk := list(islice(captures, _CHUNK)):
                waiting.append(pool.submit(_read_chunk, chunk))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for task in waiting:
                task.cancel()
