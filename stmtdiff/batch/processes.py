"""Compare pairs in several processes of this machine, and hand the records on in the order of the list.

The ugly case: a pair whose reader is killed for its memory takes the whole pool of the standard library with it,
and every other pair that was under way. So after such an end those pairs are compared again, each alone: the one
that ends its process again is a record that says so, and the rest are what they would have been.
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

from stmtdiff.batch.pairs import Pair
from stmtdiff.batch.work import Work, failed

AHEAD = 4  # pairs under way or done for each process: enough that a slow one does not keep the others waiting
ENDED = "the process that compared this pair was ended, twice: it may need more memory than there is"


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine; with one, the work is done in this process itself."""

    jobs: int = 1

    def lines(self, pairs: Iterable[Pair], work: Work) -> Iterator[str]:
        """Yield the record of each pair as a line, in the order of `pairs`."""
        if self.jobs == 1:
            yield from map(work.line, pairs)
            return
        coming = iter(pairs)
        left: deque[Pair] = deque()  # what a pool that broke had under way
        while True:
            under_way: deque[tuple[Pair, Future[str]]] = deque()
            with _pool(self.jobs) as pool:
                try:
                    yield from self._flowing(coming, work, pool, under_way)
                    return
                except BrokenProcessPool:
                    left.extend(pair for pair, _ in under_way)
            while left:
                yield _alone(left.popleft(), work)

    def _flowing(
        self,
        coming: Iterator[Pair],
        work: Work,
        pool: ProcessPoolExecutor,
        under_way: "deque[tuple[Pair, Future[str]]]",
    ) -> Iterator[str]:
        """Yield lines as long as the pool lives; what it has under way stands in `under_way`, the first one first."""
        for pair in coming:
            try:
                under_way.append((pair, pool.submit(work.line, pair)))
            except BrokenProcessPool:
                under_way.append((pair, Future()))  # it was taken from the list, so it is left over like the others
                raise
            if len(under_way) > AHEAD * self.jobs:
                yield _first(under_way)
        while under_way:
            yield _first(under_way)


def _first(under_way: "deque[tuple[Pair, Future[str]]]") -> str:
    """Return the line of the first pair under way and take it out; it stays where its process ended."""
    line = under_way[0][1].result()
    under_way.popleft()
    return line


def _alone(pair: Pair, work: Work) -> str:
    """Return the record of one pair, made by a process that does nothing else."""
    with _pool(1) as pool:
        try:
            return pool.submit(work.line, pair).result()
        except BrokenProcessPool:
            return failed(pair, ENDED)


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
