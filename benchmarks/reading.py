"""Measure that reading hostile texts takes time and memory that grow with them, and no faster.

Run `python -m benchmarks.reading` at the root of a checkout. Each row is one sign that fills a file of one format, at a
size and at ten times that size: the ratios of time and of memory are about ten where reading looks at every sign a few
times, and a hundred where it goes back from each to all before it.
"""

import argparse
import tracemalloc
from collections.abc import Callable, Sequence

from benchmarks.speed import machine
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import OWN_WORK, in_turns, median
from stmtdiff.errors import StmtdiffError
from stmtdiff.loaders import load_bytes
from stmtdiff.outline import parse

COLUMNS = ("format", "sign", "outcome", "s at the full size", "x time for x 10", "x memory for x 10")
# What real files are full of when a converter went wrong, and what readers were once slow on.
SIGNS = (
    " ",
    "<",
    "-",
    "7",
    "\t",
    "\n",
    "*",
    "_",
    "[",
    "(",
    "&",
    ">",
    "#",
    "|",
    "`",
    "\\",
    "a",
    "\u00e9",
    "1. ",
    "A. ",
    "<p>",
    "&#",
)
SUFFIXES = (".txt", ".md", ".html", ".xml")
_FIRST = {".html": "<html><body><p>Ports stay open. ", ".xml": "<?xml version='1.0'?><act><p>Ports stay open. "}
_LAST = {".html": "</p></body></html>", ".xml": "</p></act>"}
_LIMIT = 60  # seconds: a reader that takes longer for one file is not waited for


def filled(suffix: str, sign: str, size: int) -> bytes:
    """Return a file of `size` bytes that begins like one of its format and goes on with nothing but `sign`."""
    first, last = _FIRST.get(suffix, "Ports stay open. "), _LAST.get(suffix, "")
    return (first + sign * ((size - len(first + last)) // len(sign.encode())) + last).encode()


def outcome(raw: bytes, suffix: str) -> str:
    """Return what becomes of `raw`: "read", or "refused" in one sentence."""
    try:
        parse(load_bytes(raw, name=f"run{suffix}"))
    except StmtdiffError:
        return "refused"
    return "read"


def peak(task: Callable[[], object]) -> int:
    """Return how many bytes Python holds at most while `task` runs."""
    tracemalloc.start()
    try:
        task()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def measure(suffix: str, sign: str, size: int, runs: int) -> tuple[str, ...]:
    """Return the row of one sign in one format: what becomes of it, how long it takes, and how that grows."""
    small, large = (filled(suffix, sign, each) for each in (size // 10, size))
    times = in_turns(
        {"small": lambda: outcome(small, suffix), "large": lambda: outcome(large, suffix)},
        runs=runs,
        limit=_LIMIT,
        clock=OWN_WORK,
    )
    one, ten = median(times["small"]), median(times["large"])
    if one is None or ten is None:
        return suffix, repr(sign), f"longer than {_LIMIT} s", "-", "-", "-"
    memory = peak(lambda: outcome(large, suffix)) / peak(lambda: outcome(small, suffix))
    return suffix, repr(sign), outcome(small, suffix), f"{ten:.2f}", f"{ten / one:.1f}", f"{memory:.1f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, the slowest first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of the larger file (default: a million)")
    parser.add_argument("--runs", type=int, default=1, help="runs of each, in turns (default: 1)")
    parser.add_argument("--suffix", action="append", choices=SUFFIXES, help="only this format (may be given again)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    chosen = parser.parse_args(arguments)
    print(machine(), end="\n\n")
    rows = [measure(suffix, sign, chosen.size, chosen.runs) for suffix in chosen.suffix or SUFFIXES for sign in SIGNS]
    rows.sort(key=lambda row: (-float(row[3]) if row[3] != "-" else -_LIMIT, row))
    print((as_markdown if chosen.markdown else as_text)(COLUMNS, rows))


if __name__ == "__main__":
    main()
