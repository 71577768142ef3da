"""The standard streams, made so that none of them can turn an exit code into another."""

import errno
import io
import os
import sys
from typing import TextIO

_STANDARD = 2  # the highest number of a standard stream


class _Unfailing(io.TextIOWrapper):
    """Standard error that nobody may be able to read: what cannot be written is lost, and the exit code stays true."""

    def write(self, text: str) -> int:
        """Write `text`, or nothing."""
        try:
            return super().write(text)
        except OSError:
            silence(self)
            return len(text)

    def flush(self) -> None:
        """Write what waits, or nothing."""
        try:
            super().flush()
        except OSError:
            silence(self)


class _Closed(io.TextIOBase):
    """Standard output that was closed before the start: what is written to it is an error, and not lost in silence."""

    def write(self, text: str) -> int:  # noqa: ARG002  # it goes nowhere
        """Fail as the system does."""
        raise OSError(errno.EBADF, "standard output is closed")


def open_streams() -> None:
    """Make the standard streams fit for any text, and standard error one that cannot fail a command.

    A stream that was closed before the start leaves its number free, and the next file that is opened would get
    it, with all that is meant for the stream; so these numbers are taken first.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _STANDARD:
        pass
    os.close(descriptor)
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    elif hasattr(sys.stderr, "buffer"):
        sys.stderr = _Unfailing(sys.stderr.buffer, "utf-8", "backslashreplace", line_buffering=True)
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence(stream: TextIO | None) -> None:
    """Let what is left for a stream that cannot be written go nowhere: Python would fail on it again at exit."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:  # one without a number has nothing left
        pass
