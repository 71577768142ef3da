"""Keep the records of a batch while it runs, so that one that was stopped goes on where it was.

Lines are appended, in the order of the list, to a file beside the result. Its first line says of which batch it is: the
pairs, what is asked of them, and the version of stmtdiff. Only when the last record is there does the result
appear, whole. A line that was cut by the end of the process is made again; no other one is.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

from stmtdiff import __version__
from stmtdiff.batch.pairs import Pair
from stmtdiff.batch.work import Work
from stmtdiff.errors import RenderError
from stmtdiff.series.writing import try_to_hold

_SCHEMA = "stmtdiff-batch-part/1"


class Journal:
    """The records so far of a batch whose result goes to `output`; `done` counts those that a run before has left."""

    def __init__(self, output: Path, pairs: Sequence[Pair], work: Work) -> None:
        """Take where the result goes, and what it is made of; nothing is opened before `with`."""
        self.part = output.with_name(f"{output.name}.part")
        self.done = 0
        self._output = output
        self._first = json.dumps({"schema": _SCHEMA, "batch": _digest(pairs, work)}).encode() + b"\n"

    def __enter__(self) -> "Journal":
        """Open the file of a run that was stopped, or a new one, and hold it against other runs.

        Raises:
            RenderError: when the file cannot be written, another run holds it, or it belongs to another batch.
        """
        try:
            self._file = self.part.open("a+b")
        except OSError as error:
            raise RenderError(
                f"nothing was written: {error.strerror}", path=self.part, hint="choose another -o"
            ) from error
        if not try_to_hold(self._file.fileno()):
            self._file.close()
            raise RenderError(
                "another run is writing this batch", path=self.part, hint="wait for it, or choose another -o"
            )
        try:
            self._take_up()
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; it stays until `finish`."""
        self._file.close()

    def _take_up(self) -> None:
        """Count the whole lines of a run before, and cut off half a line at the end."""
        self._file.seek(0)
        first = self._file.readline()
        if first.endswith(b"\n") and first != self._first:
            hint = f"remove {self.part.name} to start again, or choose another -o"
            raise RenderError("this file is the unfinished result of another batch", path=self.part, hint=hint)
        if not first.endswith(b"\n"):
            self._file.truncate(0)
            self._file.write(self._first)
            self._file.flush()
            return
        end = self._file.tell()
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            self.done += 1
            end += len(line)
        self._file.truncate(end)

    def add(self, line: str) -> None:
        """Add the next record; once this returns, the end of the process does not take it away.

        Raises:
            RenderError: when it cannot be written.
        """
        try:
            self._file.write(line.encode("utf-8") + b"\n")
            self._file.flush()
        except OSError as error:
            hint = "the records before it are kept: run the same command again"
            raise RenderError(f"a record could not be written: {error.strerror}", path=self.part, hint=hint) from error

    def records(self) -> Iterator[bytes]:
        """Yield the lines of all records so far, each with its end."""
        with self.part.open("rb") as file:
            file.readline()
            yield from file

    def finish(self, write: Callable[[Iterator[bytes], Path], None]) -> None:
        """Make the result by `write`, which gets the records and a file to fill; then the journal goes.

        Raises:
            RenderError: when the result cannot be written; the records are kept.
        """
        draft = self._output.with_name(f".{self._output.name}.draft")
        try:
            write(self.records(), draft)
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            draft.replace(self._output)
            self.part.unlink()
        except OSError as error:
            draft.unlink(missing_ok=True)
            hint = "the records are kept: run the same command again"
            raise RenderError(f"nothing was written: {error.strerror}", path=self._output, hint=hint) from error


def _digest(pairs: Sequence[Pair], work: Work) -> str:
    """Return a name for a batch: the same only for the same pairs, the same work and the same version."""
    told = [__version__, work.what, repr(astuple(work.settings)), str(work.library)]
    options = work.options
    told += [
        options.selector,
        options.ocr_language,
        str(options.original),
        *sorted(options.allowed),
        repr(options.limits),
    ]
    told += [repr(astuple(pair)) for pair in pairs]
    return hashlib.sha256("\n".join(told).encode("utf-8", "backslashreplace")).hexdigest()
