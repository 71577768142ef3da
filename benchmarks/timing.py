"""Time several things so that they can be compared: in turns, by the median, with a limit on patience."""

import signal
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

Times = list[float]
Clock = Callable[[], float]
WALL: Clock = time.perf_counter
OWN_WORK: Clock = time.process_time  # of this process alone: what others do at the same time does not count


def _children() -> float:
    import resource  # Windows has none

    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


CHILDREN_WORK: Clock = _children  # of the processes that this one started and that ended


class TooSlowError(Exception):
    """A run took longer than the limit."""


def in_turns(
    tasks: Mapping[str, Callable[[], object]], *, runs: int, limit: int = 0, clock: Clock = WALL
) -> dict[str, Times]:
    """Return the seconds of each run of each task; the tasks take turns, so that a busy moment hits all.

    A first turn warms up and is not counted. A task that takes longer than `limit` seconds in it
    (0: no limit) gets no times; without signals, as on Windows, there is no limit.
    """
    times: dict[str, Times] = {}
    for name, task in tasks.items():
        try:
            with _at_most(limit):
                task()
            times[name] = []
        except TooSlowError:
            continue
    for _ in range(runs):
        for name, own in times.items():
            own.append(seconds(tasks[name], clock))
    return {name: times.get(name, []) for name in tasks}


def seconds(task: Callable[[], object], clock: Clock = WALL) -> float:
    """Return how long one run of `task` takes."""
    start = clock()
    task()
    return clock() - start


def median(times: Times) -> float | None:
    """Return the median, or None without times."""
    return statistics.median(times) if times else None


@contextmanager
def _at_most(limit: int) -> Iterator[None]:
    if not limit or not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(number, frame)

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
