"""Say all speeds in one table: each beside what it is measured against, with its target.

Run `python -m benchmarks.overview` at the root of a checkout. The other commands show more of each; nothing
here is asserted, for times belong to one machine and one hour.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import history, pdf, speed
from benchmarks.release import release_times
from benchmarks.rivals import FLAT, OWN, compare, flat
from benchmarks.sets import data_folder
from benchmarks.tables import as_markdown, as_text
from benchmarks.timing import OWN_WORK, in_turns, median
from stmtdiff.loaders import load

COLUMNS = ("what", "figure", "beside", "ratio", "target", "")
_SIZES = (2_000, 5_000, 10_000, 20_000, 50_000)

Row = tuple[str, ...]


def rows(corpora: Path, runs: int) -> Iterator[Row]:
    """Yield one row a speed."""
    pairs, _ = speed.find_pairs(corpora)
    for pair in pairs:
        yield _compared(pair, runs)
    yield from _started(pairs[0], runs)
    yield _grown(runs)
    yield _told(corpora / "fomc", runs)
    for name, raw in pdf.find_files(corpora)[:1]:
        pages = pdf.measure(name, raw, runs)
        yield f"PDF: {pages[0]}", f"{pages[2]} pages/s", "PDFium's plain text", pages[-1], "-", ""
    taken = 1000 * (median(release_times(runs)) or math.nan)
    yield "check --new: from feed to verdict, on loopback", f"{taken:.0f} ms", "-", "-", "-", ""


def _compared(pair: speed.Pair, runs: int) -> Row:
    old, new = load(pair.old).text, load(pair.new).text
    tasks = {OWN: lambda: compare(old, new), FLAT: lambda: flat(old, new)}
    times = in_turns(tasks, runs=runs, clock=OWN_WORK)
    own, other = (median(times[name]) or math.nan for name in (OWN, FLAT))
    return f"compare: {pair.name}", f"{1000 * own:.1f} ms", FLAT, *_judged(own / other, pair.target)


def _started(pair: speed.Pair, runs: int) -> Iterator[Row]:
    beside = ""
    for name, taken, ratio, target, verdict in speed.cold_starts(pair, 3 * runs):
        if ratio != "-":
            yield f"cold: {name}", f"{taken} ms", beside, ratio, target, verdict
        beside = name


def _grown(runs: int) -> Row:
    points = [(one.words, one.seconds) for one in (speed.grow(size, runs) for size in _SIZES)]
    exponent = speed.slope(points)
    return (
        f"growth, {_SIZES[0]:,} to {_SIZES[-1]:,} words",
        f"words ^{exponent:.2f}",
        "-",
        "-",
        *_judged_exponent(exponent),
    )


def _judged_exponent(exponent: float) -> Row:
    return f"^{speed.EXPONENT}", "reached" if exponent <= speed.EXPONENT else "missed"


def _told(folder: Path, runs: int) -> Row:
    measured = history.measure(folder, runs)
    told, ratio = measured[history.TOLD], measured[history.TOLD] / measured[history.READING]
    verdict = "reached" if told <= history.TARGET else "missed"
    return (
        "history of a phrase",
        f"{1000 * told:.0f} ms",
        history.READING,
        f"{ratio:.2f}",
        f"{history.TARGET:.0f} s",
        verdict,
    )


def _judged(ratio: float, target: float | None) -> Row:
    if target is None:
        return f"{ratio:.2f}", "-", ""
    return f"{ratio:.2f}", f"{target:.2f}", "reached" if ratio <= target else "missed"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overview", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, help="folder of statements (or STMTDIFF_CORPORA)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each, in turns (default: 5)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    chosen = parser.parse_args(arguments)
    print(speed.machine(), end="\n\n")
    show = as_markdown if chosen.markdown else as_text
    print(show(COLUMNS, list(rows(data_folder("corpora", chosen.corpora), chosen.runs))))


if __name__ == "__main__":
    main()
