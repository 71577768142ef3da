"""Work for the tests of `batch` that ends its own process. It stands here so that other processes can import it."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from stmtdiff.batch import Pair, Work


@dataclass(frozen=True, slots=True)
class Deadly(Work):
    """Ends its process at the pair called `at`: always, or once, where a file can be left as a sign that it did."""

    at: str = ""
    once: Path | None = None

    def line(self, pair: Pair) -> str:
        """Return what `Work` does, unless this is the pair."""
        if pair.id == self.at and not (self.once and self.once.exists()):
            if self.once:
                self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super(Deadly, self).line(pair)
