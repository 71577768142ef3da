"""Measure how long the history of a phrase takes over a whole series, from files to the told life.

Run `python -m benchmarks.history` at the root of a checkout. Beside it, in the same run, stand a search
with a regular expression, which knows dates and nothing else, and reading the files alone: a ratio
between the two says what the history itself costs. Nothing here is asserted.
"""

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.sets import ROOT, data_folder
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import OWN_WORK, in_turns, median
from stmtdiff.remembering import forget
from stmtdiff.renderers import render
from stmtdiff.timeline.formulas import formulas
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.sources import of_folder
from stmtdiff.timeline.thread import trace

TARGET = 3.0  # seconds for a history of 78 statements
READING, SEARCH = "reading the files alone", "a regular expression over the files"
TOLD = "history, told"
_PHRASE = "considerable"
_SAMPLE = (ROOT / "corpora" / "sample", "concern")


def main() -> None:
    """Print the table."""
    arguments = _parser().parse_args()
    folder = arguments.series or data_folder("corpora") / "fomc"
    folder, phrase = (folder, arguments.phrase) if folder.is_dir() else _SAMPLE
    read = of_folder(folder)
    size = sum(len(reading.statement.tokens) for reading in read if reading.statement)
    print(f"{folder.name}: {len(read)} statements, {size:,} tokens; phrase: {phrase}\n")
    taken_by = in_turns(_tasks(folder, phrase), runs=arguments.runs, clock=OWN_WORK)
    times = {name: median(own) or 0.0 for name, own in taken_by.items()}
    rows = [
        (name, f"{1000 * taken:.0f}", f"{taken / times[READING]:.1f}", f"{taken / times[SEARCH]:.1f}")
        for name, taken in times.items()
    ]
    show = as_markdown if arguments.markdown else as_text
    print(show(("what", "ms", "times reading", "times a search"), rows))
    verdict = "reached" if times[TOLD] <= TARGET else "missed"
    print(f"\ntarget: a history of 78 statements in {TARGET:.0f} s, {verdict}")


def measure(folder: Path, runs: int) -> dict[str, float]:
    """Return the seconds of reading the series in `folder` (the sample without it), and of a phrase's history told."""
    tasks = _tasks(*((folder, _PHRASE) if folder.is_dir() else _SAMPLE))
    taken = in_turns({name: tasks[name] for name in (READING, TOLD)}, runs=runs, clock=OWN_WORK)
    return {name: median(own) or 0.0 for name, own in taken.items()}


def _tasks(folder: Path, phrase: str) -> dict[str, Callable[[], object]]:
    return {
        SEARCH: lambda: _search(folder, phrase),
        READING: lambda: _fresh(folder),
        TOLD: lambda: render(history(_fresh(folder), phrase), "terminal"),
        "history as a page": lambda: render(history(_fresh(folder), phrase), "html"),
        "recurring formulas": lambda: formulas(_fresh(folder)),
        "a paragraph traced to its beginning": lambda: _traced(folder),
    }


def _fresh(folder: Path) -> tuple[Reading, ...]:
    """Read a series as for the first time: nothing that was cut into words is remembered."""
    forget()
    return of_folder(folder)


def _search(folder: Path, phrase: str) -> list[tuple[str, int]]:
    wanted = re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)
    paths = sorted(folder.glob("[12]*.txt"))
    return [(path.stem, len(wanted.findall(path.read_text(encoding="utf-8")))) for path in paths]


def _traced(folder: Path) -> object:
    readings = _fresh(folder)
    last = readings[-1].statement
    assert last is not None
    return trace(readings, len(last.paragraphs) // 2)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.history", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--series", type=Path, help="a folder of files named by date (else the FOMC's, or the sample)")
    parser.add_argument("--phrase", default=_PHRASE, help=f"what to follow (default: {_PHRASE})")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turns (default: 5)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    return parser


if __name__ == "__main__":
    main()
