"""Do a row of tasks in several processes of this machine, and hand their results on in the order of the row.

The ugly case: a task whose process is killed for its memory takes the whole pool of the standard library with it,
and every other task that was under way. So after such an end those tasks are done again, each alone: the one
that ends its process again has a result that says so, and the rest are what they would have been.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Protocol, TypeVar

AHEAD = 4  # tasks under way or done for each process: enough that a slow one does not keep the others waiting
ENDED = "the process that did this was stopped twice: it may need more memory than the machine has"
Task = TypeVar("Task")
Asked = TypeVar("Asked", contravariant=True)


class Does(Protocol[Asked]):
    """What is done with each task. It travels to other processes, as tasks do, so both hold values only."""

    def line(self, task: Asked, /) -> str:
        """Return the result of a task; a task that fails has a result too, and raises nothing."""

    def failed(self, task: Asked, why: str, /) -> str:
        """Return the result of a task that could not be done, with the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine; with one, the work is done in this process itself."""

    jobs: int = 1

    def lines(self, tasks: Iterable[Task], work: Does[Task]) -> Iterator[str]:
        """Yield the result of each task, in the order of `tasks`."""
        if self.jobs == 1:
            yield from map(work.line, tasks)
            return
        coming = iter(tasks)
        left: deque[Task] = deque()  # what a pool that broke had under way
        while True:
            under_way: deque[tuple[Task, Future[str]]] = deque()
            with _pool(self.jobs) as pool:
                try:
                    yield from self._flowing(coming, work, pool, under_way)
                    return
                except BrokenProcessPool:
                    left.extend(task for task, _ in under_way)
            while left:
                yield _alone(left.popleft(), work)

    def _flowing(
        self,
        coming: Iterator[Task],
        work: Does[Task],
        pool: ProcessPoolExecutor,
        under_way: "deque[tuple[Task, Future[str]]]",
    ) -> Iterator[str]:
        """Yield results as long as the pool lives; what it has under way stands in `under_way`, the first one first."""
        for task in coming:
            try:
                under_way.append((task, pool.submit(work.line, task)))
            except BrokenProcessPool:
                under_way.append((task, Future()))  # it was taken from the row, so it is left over like the others
                raise
            if len(under_way) > AHEAD * self.jobs:
                yield _first(under_way)
        while under_way:
            yield _first(under_way)


def _first(under_way: "deque[tuple[Task, Future[str]]]") -> str:
    """Return the result of the first task under way and take it out; it stays where its process ended."""
    line = under_way[0][1].result()
    under_way.popleft()
    return line


def _alone(task: Task, work: Does[Task]) -> str:
    """Return the result of one task, made by a process that does nothing else."""
    with _pool(1) as pool:
        try:
            return pool.submit(work.line, task).result()
        except BrokenProcessPool:
            return work.failed(task, ENDED)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes that begin anew: one that is copied from this one would hold its locks and its open files."""
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave interruptions from the keyboard to the first process, and see to it that this one ends when that one does.

    A process of the standard library's pool whose parent was killed waits for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
