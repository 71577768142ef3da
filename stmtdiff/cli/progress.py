"""A progress bar on standard error, only at a terminal and only when there is time to look at it."""

import sys
from pathlib import Path
from types import TracebackType
from typing import Any

LONG_BYTES = 1_000_000  # of both files; less is done before a bar would be drawn
STEPS = 3


class Progress:
    """A bar that takes one step for each part of the work; silent for short work and away from a terminal."""

    def __init__(self, *names: str) -> None:
        """Decide by the size of the files `names` whether there will be a bar."""
        self._names = names
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        """Draw the bar, if there will be one."""
        if sys.stderr.isatty() and sum(map(_size, self._names)) > LONG_BYTES:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn

            console = Console(stderr=True)
            self._bar = Progress(
                TextColumn("{task.description}", markup=False), BarColumn(), console=console, transient=True
            )
            self._bar.start()
            self._bar.add_task("", total=STEPS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def step(self, what: str) -> None:
        """Say what is being done now."""
        if self._bar is not None:
            from stmtdiff.renderers.visible import visible

            task = self._bar.tasks[0]
            begun = task.completed + 1 if task.description else 0
            self._bar.update(task.id, description=visible(what), completed=begun)


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return 0
