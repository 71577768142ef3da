"""Watch what one page costs, wherever the time goes.

The ugly case: a server sends its status line one letter every ten seconds. No silence is too long, and
the header never ends; the same can be done with header fields, sizes of chunks and trailers.
"""

from collections.abc import Callable

from stmtdiff.errors import FetchError
from stmtdiff.web.limits import Limits

_HEAD = 1_000_000  # bytes of an answer that are not its page: status lines, header fields, sizes of chunks


class Watch:
    """The time that is left for one page, with all requests that it takes; the bytes that one answer may have.

    Args:
        limits: how long and how much.
        clock: gives the seconds.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        """Begin now."""
        self._limits = limits
        self._clock = clock
        self._end = clock() + limits.total

    def limited(self, seconds: float) -> float:
        """Return `seconds`, or what is left when that is less.

        Raises:
            FetchError: when nothing is left.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise FetchError(f"the page took longer than {self._limits.total:g} seconds", hint="try again later")
        return min(seconds, left)

    def silence(self) -> float:
        """Return how long the next piece of an answer may be waited for.

        Raises:
            FetchError: when no time is left.
        """
        return self.limited(self._limits.read)

    def weigh(self, count: int) -> None:
        """Do nothing when one answer, all that belongs to it counted, may have `count` bytes.

        Raises:
            FetchError: when that is too much.
        """
        if count > self._limits.size + _HEAD:
            raise FetchError(f"the answer is larger than {self._limits.size:,} bytes")

    def pause(self, wait: Callable[[], None]) -> None:
        """Wait, as a server asks for or politeness does; that time is not the page's."""
        begun = self._clock()
        wait()
        self._end += self._clock() - begun
