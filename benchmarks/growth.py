"""Measure how the time of every stage grows on shapes of text that stop a comparer, and how a worker's memory grows.

Run `python -m benchmarks.growth` at the root of a checkout. Exponents of 1 are a stage that reads each word once, 2 one
that looks at all pairs. Nothing here is asserted: seconds are those of this process alone, of one machine and one hour.
`tests/test_growth.py` counts calls on the same shapes in small.
"""

import argparse
import gc
import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.rivals import as_source, compare
from benchmarks.shapes import GAPS, SHAPES
from benchmarks.synthetic import Writer
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import OWN_WORK, seconds
from stmtdiff.align import align
from stmtdiff.ledger.making import ledger_of
from stmtdiff.loaders import load
from stmtdiff.outline import parse
from stmtdiff.phrases import PhraseSet, compile_phrase
from stmtdiff.releases.comparing import compare as compared
from stmtdiff.remembering import forget
from stmtdiff.renderers import render
from stmtdiff.rules import annotate
from stmtdiff.settings import Settings
from stmtdiff.shifts import shifts

# The sizes that are measured, in words a side, and the one that the table of whole comparisons names.
_SIZES = (2_000, 4_000, 8_000)
_NAMED = {"table": 1_500, "litany": 1_800, "strangers": 16_000, "endless": 21_000, "minutes": 150_000, "roll": 150_000}
_LEAST = 0.005  # seconds: what is quicker says nothing of its growth
_PAIR = 1_000  # words of each side of the pairs that a worker compares
_WARM = 10  # pairs after which a worker's memory is first looked at

Stage = tuple[str, Callable[[], object]]
Row = tuple[str, ...]


def steps(old: str, new: str, folder: Path) -> Iterator[Stage]:
    """Yield each stage of a comparison with what runs it, in their order: the next one needs what it made."""
    path = folder / "old.txt"
    path.write_text(old, encoding="utf-8")
    forget()
    yield "load", partial(load, path)
    sources = as_source(old), as_source(new)
    yield "parse", lambda: [parse(source) for source in sources]
    sides = parse(sources[0]), parse(sources[1])
    settings = Settings()
    yield "align", partial(align, *sides, settings)
    alignment = align(*sides, settings)
    yield "edits and shifts", partial(shifts, *sides, alignment, settings)
    found, _ = shifts(*sides, alignment, settings)
    yield "rules", partial(annotate, *sides, found)
    report = compared(*sides)
    yield "brief", partial(ledger_of, report)
    phrases = PhraseSet([compile_phrase("a" + " ... a" * 8), compile_phrase("the ... harbour* ... open")])
    yield "phrases", lambda: [phrases.find(paragraph.words) for side in sides for paragraph in side.paragraphs]
    for form in ("plain", "json", "html"):
        yield f"render: {form}", partial(render, report, form)


def growth_of(shape: str, sizes: Sequence[int]) -> list[Row]:
    """Return a row for each stage: its seconds at the largest size and the exponent since the smallest."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            for stage, run in steps(*SHAPES[shape](size), Path(folder)):
                taken.setdefault(stage, []).append(seconds(run, OWN_WORK))
    return [(shape, stage, f"{times[-1]:.3f}", exponent(sizes, times)) for stage, times in taken.items()]


def exponent(sizes: Sequence[int], times: Sequence[float]) -> str:
    """Return the power of the size that the time grows with, "-" where it is too short to say."""
    if times[-1] < _LEAST:
        return "-"
    return f"{math.log(times[-1] / max(times[0], 1e-6)) / math.log(sizes[-1] / sizes[0]):.2f}"


def named_sizes(names: Sequence[str]) -> list[Row]:
    """Return how long a whole comparison takes at the size at which each shape was found to stop one."""
    rows = []
    for name in names:
        if size := _NAMED.get(name):
            old, new = SHAPES[name](size)
            rows.append((name, f"{size:,}", f"{seconds(partial(compare, old, new), OWN_WORK):.2f}"))
    for text in ("a " * 1_000, "a b " * 500):
        statement = parse(as_source(text))
        finder = partial(PhraseSet([compile_phrase(GAPS)]).find, statement.paragraphs[0].words)
        rows.append((f"a phrase of 50 gaps on {text[:6].strip()!r} ...", "1,000", f"{seconds(finder, OWN_WORK):.2f}"))
    return rows


def worker(pairs: int) -> list[Row]:
    """Return the megabytes of memory of a process that compares so many pairs of texts that it never saw."""

    def one(number: int) -> None:
        old, new = Writer(f"worker {number}").pair(_PAIR)
        compared(parse(as_source(old)), parse(as_source(new)))

    for number in range(_WARM):
        one(number)
    gc.collect()
    before = _resident()
    for number in range(_WARM, pairs):
        one(number)
    gc.collect()
    after = _resident()
    return [(f"{pairs:,}", f"{before:.0f}", f"{after:.0f}", f"{after - before:+.0f}")]


def _resident() -> float:
    """Return the megabytes that this process has in memory; "not a number" where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return math.nan
    return pages * 4096 / 1e6


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    chosen = _parser().parse_args(arguments)
    show = as_markdown if chosen.markdown else as_text
    compare("It met.", "It met again.")  # what is loaded once is no part of a comparison
    if chosen.worker:
        print(show(("pairs of new texts", f"MB after {_WARM}", "MB at the end", "grown by"), worker(chosen.worker)))
        return
    print(show(("shape", "words a side", "seconds, whole comparison"), named_sizes(chosen.shapes)), end="\n\n")
    rows = []
    for shape in chosen.shapes:
        sys.stderr.write(f"{shape} ...\n")
        rows += growth_of(shape, chosen.sizes)
    print(show(("shape", "stage", f"seconds at {chosen.sizes[-1]:,} words", "words ^"), rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shapes", nargs="*", default=list(SHAPES), help=f"{', '.join(SHAPES)} (default: all)")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="words a side, rising")
    parser.add_argument("--worker", type=int, metavar="PAIRS", help="show instead how a worker's memory grows")
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    return parser


if __name__ == "__main__":
    main()
