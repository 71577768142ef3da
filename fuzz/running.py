"""Feed one target for some seconds, in this process: ``python -m fuzz.running TARGET SECONDS SEED TALLY CORPUS``.

The numbers of inputs stand in the file TALLY, which the parent reads: libFuzzer ends a process as it likes.
"""

import mmap
import struct
import sys
import time
from pathlib import Path
from random import Random

from fuzz.mutating import changed
from fuzz.target import Target, keep

_NUMBERS = struct.Struct("=QQQ")
_LEAST = 65_536  # bytes that a tally has, and an input at most under atheris
_PATIENCE, _MEMORY = 60, 3_000  # seconds and MB after which libFuzzer ends an input that hangs or grows


class Tally:
    """How many inputs were tried, how many got past the gates, and how many were finds."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, which is made if it is missing."""
        if not path.exists():
            path.write_bytes(bytes(_LEAST))
        self._file = path.open("r+b")
        self._map = mmap.mmap(self._file.fileno(), _LEAST)

    def read(self) -> tuple[int, int, int]:
        """Return the three numbers."""
        tried, passed, found = _NUMBERS.unpack_from(self._map)
        return tried, passed, found

    def add(self, *, is_past: bool, is_find: bool) -> None:
        """Count one input."""
        tried, passed, found = self.read()
        _NUMBERS.pack_into(self._map, 0, tried + 1, passed + is_past, found + is_find)


def feed(target: Target, data: bytes, tally: Tally) -> None:
    """Try one input, count it, and keep it when it is a find."""
    is_past, find = target.tried(data)
    tally.add(is_past=is_past, is_find=bool(find))
    if find:
        keep(target, find, data)


def by_chance(target: Target, seconds: float, seed: int, tally: Tally) -> None:
    """Feed `target` with its seeds and with changes of them, the same for the same `seed`, until `seconds` are over."""
    random = Random(seed)
    end = time.monotonic() + seconds
    for data in target.seeds:
        feed(target, data, tally)
    pool = list(target.seeds)
    while time.monotonic() < end:
        data = changed(random.choice(pool), target.seeds, random)
        before = tally.read()[1]
        feed(target, data, tally)
        if tally.read()[1] > before and len(pool) < 500:  # what got past a gate once may lead further
            pool.append(data)


def led(name: str, seconds: float, seed: int, tally: Tally, corpus: Path) -> None:
    """Feed the target `name` with what leads to code that was not reached before; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["stmtdiff"]):
        from fuzz.targets import TARGETS
    target = TARGETS[name]
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    options = (
        f"-max_total_time={max(1, round(seconds))}", f"-seed={seed}", f"-max_len={_LEAST}", f"-timeout={_PATIENCE}",
        f"-rss_limit_mb={_MEMORY}", f"-artifact_prefix={corpus}.", "-len_control=0", "-verbosity=0",
    )  # fmt: skip

    def mutated(data: bytes, most: int, chance: int) -> bytes:
        """Change an input as libFuzzer does, or line by line and value by value, which keeps it readable."""
        random = Random(chance)
        if random.random() < 0.5:
            return atheris.Mutate(data, most)
        return changed(random.choice((data, *target.seeds)), target.seeds, random)[:most]

    fed = [sys.argv[0], *options, str(corpus)]
    atheris.Setup(fed, lambda data: feed(target, data, tally), custom_mutator=mutated)
    atheris.Fuzz()


def main() -> None:
    """Feed the target that the arguments name."""
    name, seconds, seed, tally, corpus = sys.argv[1:]
    counted = Tally(Path(tally))
    try:
        import atheris  # noqa: F401  # is it there?
    except ImportError:
        from fuzz.targets import TARGETS

        by_chance(TARGETS[name], float(seconds), int(seed), counted)
    else:
        led(name, float(seconds), int(seed), counted, Path(corpus))


if __name__ == "__main__":
    main()
