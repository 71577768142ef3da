"""Compare the figures of `benchmarks.quality` with those of the scorers that come with the gold.

Run `python -m benchmarks.agreement` at the root of a checkout. The measures here are written anew, typed and tested;
the scorers are the reference. One line a measure, totals alone; exit code 1 when two figures differ, 2 without scorers.
"""

import argparse
import contextlib
import io
import json
import re
import runpy
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import feeding
from benchmarks.measuring import measure
from benchmarks.records import MarkedPair
from benchmarks.sets import GoldSet, data_folder, find_sets, read_records
from benchmarks.tables import as_text

_EXACT = 0.00051  # the scorers print three digits
Values = dict[str, float]


class Compared(NamedTuple):
    """A measure of a set, here and by the scorer; None where one of them has nothing to measure."""

    set: str
    measure: str
    here: float | None
    scorer: float | None

    @property
    def is_equal(self) -> bool:
        """Say whether the two are one figure; where there is nothing to measure a scorer may print 0."""
        return abs((self.here or 0.0) - (self.scorer or 0.0)) <= _EXACT


# The scorer of a kind and name, what its figures are called here.
_SHIFTS = {
    "exact": "exact F1",
    "relaxed": "relaxed F1",
    "highlight": "marked F1",
    "found": "substantive found",
    "routine": "routine or not",
    "kind": "kind",
    "pairs_right": "pairs wholly right",
}
_POINTING = {
    "right": "direction right",
    "silent": "direction silent",
    "wrong": "direction wrong",
    "given": "direction where none is wanted",
    "precision": "precision of directions",
}
_SENTENCES = {
    **_POINTING,
    "weight": "weight",
    "hidden": "news folded as routine",
    "symmetric": "reverse says the reverse",
}
_WHOLE = {
    "links": "links F1",
    "moved": "moves F1",
    "told": "news told in ten lines",
    "first": "first three news told",
    "marked": "news marked",
    "direction": "direction of news right",
    "silent": "direction of news silent",
}


def compared(gold: GoldSet, scorers: Path) -> Iterator[Compared]:
    """Yield the measures of a set that its scorer knows too; nothing for a set of another kind."""
    if gold.kind not in _SCORERS:
        return
    here = {figure.measure: figure.value for figure in measure(gold)}
    for names, values in _SCORERS[gold.kind](gold, scorers):
        for name, label in names.items():
            if label in here:
                yield Compared(gold.name, label, here[label], values.get(name))


def _score_shifts(gold: GoldSet, scorers: Path) -> Iterator[tuple[dict[str, str], Values]]:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = [json.dumps(_prediction(pair)) for pair in read_records(gold, MarkedPair)]
        predicted.write_text("\n".join(lines), encoding="utf-8")
        yield _SHIFTS, json.loads(_printed(scorers / "score_shifts.py", gold.path, predicted, "--json"))
    yield from _score_directions(gold, scorers)


def _prediction(pair: MarkedPair) -> dict[str, object]:
    marks = feeding.marks(feeding.compare_texts(pair.old, pair.new))
    shifts = [{"old": m.old, "new": m.new, "kind": m.kind, "routine": not m.substantive} for m in marks]
    return {"id": pair.id, "shifts": shifts}


def _score_directions(gold: GoldSet, scorers: Path) -> Iterator[tuple[dict[str, str], Values]]:
    line = _printed(scorers / "score_directions.py", gold.path).splitlines()[0]
    yield _POINTING, _numbers(line.replace("given where none wanted", "given"))


def _score_sentences(gold: GoldSet, scorers: Path) -> Iterator[tuple[dict[str, str], Values]]:
    yield _SENTENCES, json.loads(_printed(scorers / "score_sentences.py", gold.path, "--json"))


def _score_whole(gold: GoldSet, scorers: Path) -> Iterator[tuple[dict[str, str], Values]]:
    yield _WHOLE, _numbers(_printed(scorers / "score_whole.py", gold.path).split("| people")[0])


def _numbers(line: str) -> Values:
    """Return the figures of a line that names each before it: "links 0.849 moved 0.067"."""
    return {name: float(value) for name, value in re.findall(r"(\w+) (\d+\.\d+)", line)}


def _printed(script: Path, *arguments: object) -> str:
    """Return what a scorer prints; what it says of single pairs, on standard error, is thrown away."""
    before, printed = (sys.argv, sys.path[:]), io.StringIO()
    sys.argv = [str(script), *map(str, arguments)]
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(action="ignore", category=ResourceWarning),  # they leave files open
        ):
            runpy.run_path(str(script), run_name="__main__")
    finally:
        sys.argv, sys.path[:] = before
    return printed.getvalue()


_SCORERS: dict[str, Callable[[GoldSet, Path], Iterator[tuple[dict[str, str], Values]]]] = {
    "shifts": _score_shifts,
    "directions": _score_directions,
    "sentences": _score_sentences,
    "whole": _score_whole,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 1 when two figures differ, 2 when there is no scorer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, help="folder of gold data and scorers (or STMTDIFF_GOLD)")
    parser.add_argument("--only", default="", metavar="NAME", help="only the sets whose name holds NAME")
    chosen = parser.parse_args(arguments)
    folder = data_folder("gold", chosen.gold)
    if not (folder / "score_shifts.py").is_file():
        print(f"no scorers in {folder}", file=sys.stderr)
        return 2
    rows = [row for gold in find_sets(folder).sets if chosen.only in gold.name for row in compared(gold, folder)]
    print(as_text(("set", "measure", "here", "scorer", ""), [_told(row) for row in rows]))
    return int(not all(row.is_equal for row in rows))


def _told(row: Compared) -> tuple[str, ...]:
    values = ("-" if value is None else f"{value:.3f}" for value in (row.here, row.scorer))
    return row.set, row.measure, *values, "" if row.is_equal else "DIFFERS"


if __name__ == "__main__":
    sys.exit(main())
