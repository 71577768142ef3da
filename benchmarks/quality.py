"""Measure how well stmtdiff marks, links, judges and tells: every set of gold that is there, pooled and by series.

Run `python -m benchmarks.quality` at the root of a checkout. docs/benchmarks.md says what each measure means.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import msgspec

from benchmarks.figures import Figure
from benchmarks.floors import raise_floors, read_floors, write_floors
from benchmarks.hard import CHAINED, REWRITTEN, measure_chained, measure_rewritten
from benchmarks.made import MADE, STRANGERS, measure_made, measure_strangers
from benchmarks.material import Text, fingerprint, read_texts
from benchmarks.measuring import measure
from benchmarks.reporting import Result, as_json, as_tables, has_fallen
from benchmarks.results import merged, read_results, write_results
from benchmarks.sets import data_folder, find_sets, is_blind

_OF_TEXTS: dict[str, Callable[[Sequence[Text]], list[Figure]]] = {
    REWRITTEN: measure_rewritten,
    CHAINED: measure_chained,
    STRANGERS: measure_strangers,
    MADE: measure_made,
}


@dataclass(frozen=True, slots=True)
class Job:
    """A set that can be measured: its name, the hash of its data, and how."""

    name: str
    sha256: str
    run: Callable[[], list[Figure]]


def find_jobs(gold: Path, corpora: Path) -> tuple[list[Job], list[str]]:
    """Return what can be measured on the data in two folders, and a sentence for each set that cannot."""
    found = find_sets(gold)
    jobs = [Job(one.name, one.sha256, lambda one=one: measure(one)) for one in found.sets]  # type: ignore[misc]
    texts = read_texts(corpora)
    if not texts:
        return jobs, [*found.missing, f"{', '.join(_OF_TEXTS)}: no texts to make pairs from"]
    sha256 = fingerprint(texts)
    jobs += [Job(name, sha256, lambda run=run: run(texts)) for name, run in _OF_TEXTS.items()]  # type: ignore[misc]
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
            failed.append(f"{job.name}: {type(error).__name__}{_told(error, job.name)}")
    return Result(tuple(figures), hashes, tuple(failed))


def _told(error: Exception, name: str) -> str:
    """Return what the error says; of a blind set nothing, for it might quote a pair."""
    return "" if is_blind(name) else f": {error}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return 1 when a figure is below its floor, 2 when there was nothing to measure."""
    chosen = _parser().parse_args(arguments)
    jobs, missing = find_jobs(data_folder("gold", chosen.gold), data_folder("corpora", chosen.corpora))
    result = run_jobs([job for job in jobs if not chosen.only or any(one in job.name for one in chosen.only)], missing)
    floors = read_floors()
    if chosen.raise_floors:
        floors = raise_floors(floors, result.figures, result.hashes)
        write_floors(floors)
    if chosen.write:
        write_results(merged(read_results(), result.figures, result.hashes))
    print(as_json(result, floors) if chosen.json else as_tables(result, floors, markdown=chosen.markdown))
    for sentence in result.not_run:
        print(f"not run: {sentence}", file=sys.stderr)
    print(f"{process_time():.0f} seconds of processor time", file=sys.stderr)
    return int(has_fallen(result, floors)) if result.figures else 2


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
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="only the sets whose name holds NAME; may be given again"
    )
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="write the floors that were passed")
    parser.add_argument("--write", action="store_true", help="write the figures that the README shows")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
