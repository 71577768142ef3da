"""Compare pairs on a cluster of dask.distributed, and hand the records on in the order of the list.

Its scheduler gives what a worker had under way to another when the worker is gone; a pair that ends several workers
one after the other is a record that says so. Every worker reads the statements by the names that the list has, so
it needs stmtdiff and the same files or the same library. dask comes with the extra `cluster`.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from stmtdiff.batch.pairs import Pair
from stmtdiff.batch.work import Work
from stmtdiff.errors import SettingsError
from stmtdiff.processes import AHEAD

LOCAL = "local"
_SECONDS = 10  # to reach a scheduler
ENDED = "every worker that compared this pair was stopped: it may need more memory than the machine has"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler at an address like tcp://host:8786, or "local": one that is started here with `jobs` workers."""

    address: str
    jobs: int = 1

    def lines(self, pairs: Iterable[Pair], work: Work) -> Iterator[str]:
        """Yield the record of each pair as a line, in the order of `pairs`.

        Raises:
            SettingsError: when dask is not installed, or no scheduler answers at the address.
        """
        with self._client() as client:
            ahead = AHEAD * max(1, sum(client.ncores().values()))
            under_way: deque[tuple[Pair, Any]] = deque()
            for pair in pairs:
                under_way.append((pair, client.submit(work.line, pair, pure=False)))
                if len(under_way) > ahead:
                    yield _line(work, *under_way.popleft())
            while under_way:
                yield _line(work, *under_way.popleft())

    def _client(self) -> Any:
        """Return a client of the scheduler, whose workers end with it where it was started here."""
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            hint = "pip install 'stmtdiff[cluster]'"
            raise SettingsError("a cluster needs dask.distributed, which is not installed", hint=hint) from None
        if self.address == LOCAL:
            return distributed.Client(
                n_workers=self.jobs, threads_per_worker=1, dashboard_address=None, set_as_default=False
            )
        try:
            return distributed.Client(self.address, timeout=_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            hint = "start one with 'dask scheduler', or use --cluster local"
            raise SettingsError(f"no scheduler answers at {self.address}", hint=hint) from error


def _line(work: Work, pair: Pair, future: Any) -> str:
    from distributed import KilledWorker

    try:
        line: str = future.result()
    except KilledWorker:
        return work.failed(pair, ENDED)
    finally:
        future.release()
    return line
