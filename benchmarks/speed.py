"""Measure how fast stmtdiff is, beside what a user would pick instead, all in one run.

Run `python -m benchmarks.speed` at the root of a checkout. Nothing here is asserted: times belong to
one machine and one hour, and only the ratios of one run say something.
"""

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.profiling import stages, top_functions
from benchmarks.rivals import FLAT, OWN, compare, contenders
from benchmarks.sets import ROOT, data_folder
from benchmarks.synthetic import Writer
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import CHILDREN_WORK, OWN_WORK, WALL, in_turns, median
from stmtdiff.loaders import load

Row = tuple[str, ...]
Table = Callable[[Sequence[str], Sequence[Sequence[str]]], str]

_PATIENCE = 30  # seconds for one run of a rival
_SIZES = (2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
_LARGEST = 500_000
EXPONENT = 1.15
_SAMPLE = ("sample 2024/2025", "2024.txt", "2025.txt")
_IMPORTS = "python -c 'import typer, rich.console, rich.table'"
_TYPER = "python -c 'import typer'"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements to compare, and how many times the flat difflib the whole of compare may take."""

    name: str
    old: Path
    new: Path
    target: float | None = None


def find_pairs(corpora: Path) -> tuple[list[Pair], list[str]]:
    """Return the three real pairs, and the names of those that are not there; the bundled sample without any."""
    wanted = [
        Pair("FOMC 2014-01/2014-03", corpora / "fomc/2014-01-29.txt", corpora / "fomc/2014-03-19.txt", 8.0),
        Pair("UNIFIL 2010/2011", corpora / "unsc_unifil/2010-08-30.txt", corpora / "unsc_unifil/2011-08-30.txt"),
        Pair("G7 2021/2023", corpora / "g7_leaders/2021-06-13.txt", corpora / "g7_leaders/2023-05-20.txt", 0.15),
    ]
    found = [pair for pair in wanted if pair.old.exists() and pair.new.exists()]
    sample = ROOT / "corpora" / "sample"
    name, old, new = _SAMPLE
    return found or [Pair(name, sample / old, sample / new)], [pair.name for pair in wanted if pair not in found]


def pair_table(pair: Pair, runs: int) -> tuple[list[Row], list[str]]:
    """Return a row for each contender, and the names of those that are not installed."""
    old, new = load(pair.old).text, load(pair.new).text
    with tempfile.TemporaryDirectory() as folder:
        found, missing = contenders(Path(folder))
        tasks = {one.name: (lambda run=one.run: run(old, new)) for one in found}
        medians = {name: median(times) for name, times in in_turns(tasks, runs=runs, limit=_PATIENCE).items()}
    own = medians[OWN] or math.nan
    size = f"{len(old.split())}/{len(new.split())}"
    rows: list[Row] = [
        (pair.name, size, name, _milliseconds(value), _ratio(own, value)) for name, value in medians.items()
    ]
    flat = medians[FLAT]
    if pair.target and flat:
        verdict = "reached" if own <= pair.target * flat else "missed"
        rows.append(
            (
                pair.name,
                size,
                f"target: {pair.target} x flat difflib, {verdict}",
                _milliseconds(pair.target * flat),
                _ratio(own, pair.target * flat),
            )
        )
    return rows, missing


def _milliseconds(value: float | None) -> str:
    return f"over {_PATIENCE} s" if value is None else f"{1000 * value:.1f}"


def _ratio(own: float, other: float | None) -> str:
    return "-" if other is None else f"{own / other:.2f}"


@dataclass(frozen=True, slots=True)
class Growth:
    """What a comparison of two statements of `words` words takes: seconds, and bytes at the peak."""

    words: int
    seconds: float
    peak: float

    def row(self, before: "Growth | None") -> Row:
        """Return the figures as text, with the exponents since the size `before`."""
        steps = ("-", "-")
        if before:
            grown = math.log(self.words / before.words)
            times, peaks = self.seconds / before.seconds, self.peak / before.peak
            steps = (f"{math.log(times) / grown:.2f}", f"{math.log(peaks) / grown:.2f}")
        each = f"{1e6 * self.seconds / self.words:.1f}", f"{self.peak / self.words:.0f}"
        return f"{self.words:,}", _milliseconds(self.seconds), each[0], f"{self.peak / 1e6:.1f}", each[1], *steps


def grow(words: int, runs: int) -> Growth:
    """Compare synthetic statements of `words` words a side; long ones are compared fewer times."""
    old, new = Writer(f"growth {words}").pair(words)
    times = in_turns({OWN: lambda: compare(old, new)}, runs=max(1, min(runs, 200_000 // words)), clock=OWN_WORK)
    return Growth(words, median(times[OWN]) or math.nan, _peak(old, new))


def _peak(old: str, new: str) -> float:
    """Return the most bytes that Python's own objects took at once; those of C++ libraries are not seen."""
    tracemalloc.start()
    try:
        compare(old, new)
        return float(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the exponent of the power law that fits best, by least squares on logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle = [sum(values) / len(logs) for values in zip(*logs, strict=True)]
    spread = sum((x - middle[0]) ** 2 for x, _ in logs)
    return float(sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / spread)


def cold_starts(pair: Pair, runs: int) -> list[Row]:
    """Return a row for each command, started as a new process every time.

    Times are processor time where the system counts it by children: what others do does not count.
    """
    python = sys.executable
    commands = {
        _IMPORTS: [python, "-c", "import typer, rich.console, rich.table"],
        "stmtdiff diff": [python, "-m", "stmtdiff", "diff", str(pair.old), str(pair.new)],
        _TYPER: [python, "-c", "import typer"],
        "stmtdiff --help": [python, "-m", "stmtdiff", "--help"],
    }
    clock = WALL if os.name == "nt" else CHILDREN_WORK
    with tempfile.TemporaryDirectory() as compiled:
        tasks = {name: (lambda command=command: _start(command, compiled)) for name, command in commands.items()}
        medians = {name: median(times) or math.nan for name, times in in_turns(tasks, runs=runs, clock=clock).items()}
    beside = {"stmtdiff diff": (_IMPORTS, 2.0), "stmtdiff --help": (_TYPER, 1.1)}
    return [(name, _milliseconds(value), *_beside(value, medians, beside.get(name))) for name, value in medians.items()]


def _beside(value: float, medians: dict[str, float], other: tuple[str, float] | None) -> Row:
    if other is None:
        return "-", "-", ""
    ratio, target = value / medians[other[0]], other[1]
    return f"{ratio:.2f}", f"{target:.2f}", "reached" if ratio <= target else "missed"


def _start(command: Sequence[str], compiled: str) -> None:
    """Run `command` to its end; Python finds every module compiled in `compiled`, as after an installation."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = inherited | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": compiled}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)


def machine() -> str:
    """Return what the figures depend on, without naming the machine."""
    return (
        f"{os.cpu_count()} cores, {platform.python_implementation()} {platform.python_version()}, {platform.system()}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    chosen = _parser().parse_args(arguments)
    show: Table = as_markdown if chosen.markdown else as_text
    print(machine(), end="\n\n")
    pairs, absent = find_pairs(data_folder("corpora", chosen.corpora))
    if absent:
        print(f"not there: {', '.join(absent)}", end="\n\n")
    if chosen.profile:
        _print_profile(pairs, chosen.runs, show)
        return
    if "pairs" in chosen.parts:
        _print_pairs(pairs, chosen.runs, show)
    if "cold" in chosen.parts:
        print(show(("cold start", "ms", "ratio", "target", ""), cold_starts(pairs[0], 3 * chosen.runs)), end="\n\n")
    if "growth" in chosen.parts:
        _print_growth(chosen, show)


def _print_pairs(pairs: Sequence[Pair], runs: int, show: Table) -> None:
    tables = [pair_table(pair, runs) for pair in pairs]
    columns = ("pair", "words", "what", "ms", "stmtdiff takes x of it")
    print(show(columns, [row for rows, _ in tables for row in rows]), end="\n\n")
    for name in tables[0][1]:
        print(f"not installed: {name}", end="\n\n")


def _print_growth(chosen: argparse.Namespace, show: Table) -> None:
    sizes = [size for size in (*_SIZES, _LARGEST) if size <= chosen.up_to]
    grown = [grow(size, chosen.runs) for size in sizes]
    columns = ("words a side", "ms", "µs a word", "peak MB", "bytes a word", "time ^", "memory ^")
    print(show(columns, [one.row(before) for before, one in zip([None, *grown], grown, strict=False)]), end="\n\n")
    for what, points in (
        ("time", [(one.words, one.seconds) for one in grown]),
        ("memory", [(one.words, one.peak) for one in grown]),
    ):
        print(f"{what} grows as words to the {slope(points):.2f} (target: {EXPONENT} at most)")


def _print_profile(pairs: Sequence[Pair], runs: int, show: Table) -> None:
    for pair in pairs:
        old, new = load(pair.old).text, load(pair.new).text
        print(show((pair.name, "ms", "share"), stages(old, new, runs)), end="\n\n")
        print(show(("ms", "ms with callees", "calls", "function"), top_functions(old, new)), end="\n\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "parts", nargs="*", default=("pairs", "cold", "growth"), help="pairs, cold, growth (default: all)"
    )
    parser.add_argument(
        "--corpora", type=Path, help="folder of statements (or STMTDIFF_CORPORA; else ../shared/corpora)"
    )
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turns (default: 5)")
    parser.add_argument(
        "--up-to", type=int, default=_SIZES[-1], help="words of the largest synthetic statement (500000 too)"
    )
    parser.add_argument("--profile", action="store_true", help="show instead where the time of a comparison goes")
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    return parser


if __name__ == "__main__":
    main()
