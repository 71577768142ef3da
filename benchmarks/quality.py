"""Measure how well stmtdiff links and marks: one table over every set of gold that is there.

Run `python -m benchmarks.quality` at the root of a checkout. docs/benchmarks.md says what each measure means.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks.figures import Figure, measure
from benchmarks.floors import Floor, SetFloors, raise_floors, read_floors, write_floors
from benchmarks.made import EACH, MADE, STRANGERS, measure_made, measure_strangers
from benchmarks.material import fingerprint, read_texts
from benchmarks.results import merged, read_results, write_results
from benchmarks.sets import data_folder, find_sets
from benchmarks.tables import as_markdown, as_text

_COLUMNS = ("set", "measure", "baseline", "floor", "now", "target", "ceiling", "", "counts")


@dataclass(frozen=True, slots=True)
class Job:
    """A set that can be measured: its name, the hash of its data, and how."""

    name: str
    sha256: str
    run: Callable[[], list[Figure]]


@dataclass(frozen=True, slots=True)
class Result:
    """All figures, the hashes of the data they were measured on, and what could not be run."""

    figures: tuple[Figure, ...]
    hashes: dict[str, str]
    not_run: tuple[str, ...]


def find_jobs(gold: Path, corpora: Path) -> tuple[list[Job], list[str]]:
    """Return what can be measured on the data in two folders, and a sentence for each set that cannot."""
    found = find_sets(gold)
    jobs = [Job(one.name, one.sha256, lambda one=one: measure(one)) for one in found.sets]  # type: ignore[misc]
    texts = read_texts(corpora)
    if not texts:
        return jobs, [*found.missing, f"{MADE}, {STRANGERS}: no texts to make pairs from"]
    sha256 = fingerprint(texts)
    jobs.append(Job(MADE, sha256, lambda: measure_made(texts, EACH)))
    jobs.append(Job(STRANGERS, sha256, lambda: measure_strangers(texts)))
    return jobs, list(found.missing)


def run_jobs(jobs: Iterable[Job], not_run: Sequence[str]) -> Result:
    """Return the figures of all jobs; a set that is not in its format is named among those not run."""
    figures: list[Figure] = []
    hashes: dict[str, str] = {}
    failed = list(not_run)
    for job in jobs:
        try:
            figures += job.run()
            hashes[job.name] = job.sha256
        except (msgspec.MsgspecError, ValueError, IndexError) as error:
            failed.append(f"{job.name}: {type(error).__name__}: {error}")
    return Result(tuple(figures), hashes, tuple(failed))


def rows(result: Result, floors: dict[str, SetFloors]) -> list[tuple[str, ...]]:
    """Return the table's rows as text; the floor is left out where it was measured on other data."""
    return [_row(figure, _floor(figure, floors, result.hashes)) for figure in result.figures]


def _floor(figure: Figure, floors: dict[str, SetFloors], hashes: dict[str, str]) -> Floor | None:
    own = floors.get(figure.set)
    return own.measures.get(figure.measure) if own and own.sha256 in ("", hashes[figure.set]) else None


def _row(figure: Figure, floor: Floor | None) -> tuple[str, ...]:
    beside = (floor.baseline, floor.limit, floor.target, floor.ceiling) if floor else (None,) * 4
    baseline, limit, target, ceiling = map(_number, beside)
    return (
        figure.set,
        figure.measure,
        baseline,
        limit,
        _number(figure.value),
        target,
        ceiling,
        _verdict(figure, floor),
        figure.counts,
    )


def _verdict(figure: Figure, floor: Floor | None) -> str:
    if floor is None or figure.value is None:
        return ""
    if not floor.is_kept(figure.value):
        return "BELOW FLOOR"
    return "reached" if floor.is_reached(figure.value) else "short" if floor.target is not None else ""


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _as_json(result: Result, floors: dict[str, SetFloors]) -> str:
    figures = [
        {
            "set": figure.set,
            "measure": figure.measure,
            "value": figure.value,
            "counts": figure.counts,
            "floor": floor and msgspec.to_builtins(floor),
            "verdict": _verdict(figure, floor),
        }
        for figure in result.figures
        for floor in [_floor(figure, floors, result.hashes)]
    ]
    return json.dumps({"figures": figures, "data": result.hashes, "not_run": result.not_run}, indent=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 1 when a figure is below its floor, 2 when there was nothing to measure."""
    chosen = _parser().parse_args(arguments)
    jobs, missing = find_jobs(data_folder("gold", chosen.gold), data_folder("corpora", chosen.corpora))
    result = run_jobs([job for job in jobs if chosen.only in job.name], missing)
    floors = read_floors()
    if chosen.raise_floors:
        floors = raise_floors(floors, result.figures, result.hashes)
        write_floors(floors)
    if chosen.write:
        write_results(merged(read_results(), result.figures, result.hashes))
    table = rows(result, floors)
    print(_as_json(result, floors) if chosen.json else (as_markdown if chosen.markdown else as_text)(_COLUMNS, table))
    for sentence in result.not_run:
        print(f"not run: {sentence}", file=sys.stderr)
    if not table:
        return 2
    return int(any("BELOW FLOOR" in row for row in table))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument(
        "gold", nargs="?", type=Path, help="folder of gold data (or STMTDIFF_GOLD; else ../shared/gold)"
    )
    parser.add_argument(
        "--corpora", type=Path, help="folder of statements (or STMTDIFF_CORPORA; else ../shared/corpora)"
    )
    parser.add_argument("--only", default="", metavar="NAME", help="only the sets whose name holds NAME")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="write the floors that were passed")
    parser.add_argument("--write", action="store_true", help="write the figures that the README shows")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
