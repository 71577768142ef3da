"""A progress line on standard error, only at a terminal and only when there is time to look at it.

How long a comparison takes cannot be told by the size of its files: one page of a scan takes longer
than a hundred of text. So the line appears once the work has taken a second, whatever the work is.
"""

import sys
from threading import Lock, Timer
from types import TracebackType
from typing import Any

SECONDS = 1.0  # until the line appears; shorter work shows none


class Progress:
    """A line that says what is done now, how much of the work is behind it, and for how long it has been going on."""

    def __init__(self, steps: int, *, done: int | None = None) -> None:
        """Take the number of steps that the work has; nothing is shown before `with`.

        With `done`, the steps behind it at the start, steps are alike: the line counts them and says how long
        the rest takes.
        """
        self._steps = steps
        self._done = done
        self._begun = done or 0
        self._what = ""
        self._bar: Any = None
        self._lock = Lock()
        self._timer = Timer(SECONDS, self._appear)
        self._timer.daemon = True

    def __enter__(self) -> "Progress":
        """Begin to count the time, at a terminal."""
        if sys.stderr is not None and sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away, or see to it that it does not appear any more."""
        self._timer.cancel()
        with self._lock:
            self._steps = 0
            if self._bar is not None:
                self._bar.stop()

    def step(self, what: str) -> None:
        """Say what is being done now."""
        with self._lock:
            self._what, self._begun = what, self._begun + 1
            self._tell()

    def _appear(self) -> None:
        """Draw the line, unless the work is done."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
        from rich.progress import TimeRemainingColumn as Remaining

        with self._lock:
            if not self._steps:
                return
            estimate = () if self._done is None else (MofNCompleteColumn(), Remaining())
            columns = (TextColumn("{task.description}", markup=False), BarColumn(), *estimate, TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._bar.add_task("", total=self._steps)
            self._tell()

    def _tell(self) -> None:
        if self._bar is not None:
            from stmtdiff.renderers.visible import visible

            self._bar.update(self._bar.task_ids[0], description=visible(self._what), completed=max(0, self._begun - 1))
