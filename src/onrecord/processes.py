"""Work spread over processes: in order, with a bounded amount under way."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import connection, parent_process
from threading import Thread
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_CHUNK = 4  # tasks sent at once: a learned extractor takes seconds for so many
_AHEAD = 4  # chunks a process may have waiting
_HELD = 32 * 1024 * 1024  # bytes under way: bounds what is in memory
_WORTH_SPREADING = 8  # tasks; fewer are done sooner than a process starts


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[Task], Result],
    tasks: Iterator[Task],
    *,
    jobs: int,
    weigh: Callable[[Task], int],
) -> Iterator[Result]:
    """Yield ``work(task)`` of each task, in order, from `jobs` processes.

    A few tasks are done here, without any. `weigh` tells the bytes a task holds; `work`,
    tasks and results travel between processes.
    """
    first = _take(tasks, _WORTH_SPREADING, weigh)
    everything = chain(first, tasks)
    few = len(first) < _WORTH_SPREADING and sum(map(weigh, first)) < _HELD
    if jobs == 1 or few:
        return (work(task) for task in everything)
    return _spread(work, everything, jobs, weigh)


def _spread(
    work: Callable[[Task], Result], tasks: Iterator[Task], jobs: int, weigh: Callable[[Task], int]
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(jobs, initializer=_end_with_parent)
    waiting: deque[tuple[Future[list[Result]], int]] = deque()
    try:
        while chunk := _take(tasks, _CHUNK, weigh):
            waiting.append((pool.submit(_do, work, chunk), sum(map(weigh, chunk))))
            while len(waiting) >= jobs * _AHEAD or sum(size for _, size in waiting) > _HELD:
                yield from waiting.popleft()[0].result()
        while waiting:
            yield from waiting.popleft()[0].result()
    except BaseException:
        # Not waited for: a second interrupt would find nobody to end the wait.
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _do(work: Callable[[Task], Result], tasks: list[Task]) -> list[Result]:
    return [work(task) for task in tasks]


def _take(tasks: Iterator[Task], count: int, weigh: Callable[[Task], int]) -> list[Task]:
    """Return the next `count` tasks, or fewer where they hold many bytes."""
    taken: list[Task] = []
    room = _HELD
    for task in tasks:
        taken.append(task)
        room -= weigh(task)
        if len(taken) == count or room <= 0:
            break
    return taken


def _end_with_parent() -> None:
    """Let this process end when the one that started it is gone: killed, it tells nobody.

    An interrupt from the terminal is for the parent to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is None:
        return

    def watch(sentinel: int = parent.sentinel) -> None:
        connection.wait([sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()
