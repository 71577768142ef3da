"""Change every number and word set that the engine decides by, one at a time, and name those that nothing notices.

Run `python -m benchmarks.reasons` at the root of a checkout, `--only edits` for one room. A value that no case, no
test and no set of gold notices has no reason that anybody could see: it gets a case that shows why it stands, or goes.
"""

import argparse
import importlib
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.constants import find_constants
from benchmarks.judging import ROOT, SETS, Trial, baseline, judge
from benchmarks.sets import data_folder
from benchmarks.tables import as_markdown, as_text

_COLUMNS = ("constant", "value", "tried", "noticed by")
Judged = tuple[Trial, str]


def find_trials(room: str) -> list[Trial]:
    """Return the changes to try in one room, module by module; the words that a module takes from languages too."""
    folder = ROOT / "stmtdiff" / room
    return [
        Trial(f"stmtdiff.{room}.{path.stem}", constant, change)
        for path in sorted(folder.glob("*.py"))
        if path.stem != "__init__"
        for constant in find_constants(path.read_text(encoding="utf-8"), _words_of_language)
        for change in constant.changes
    ]


def _words_of_language(module: str, name: str) -> object:
    """Return what stands under `name` in a module of `stmtdiff.languages`, None for a name of another room."""
    return getattr(importlib.import_module(module), name) if module.startswith("stmtdiff.languages.") else None


def row(judged: Judged) -> tuple[str, ...]:
    """Return the table's row of one trial."""
    trial, noticed = judged
    value = trial.constant.value if trial.constant else ""
    return _name(trial), value, trial.change.told if trial.change else "", noticed or "NOTHING"


def _name(trial: Trial) -> str:
    name = trial.constant.name if trial.constant else ""
    return f"{trial.module.removeprefix('stmtdiff.')} {name}"


def summary(results: Iterable[Judged]) -> list[str]:
    """Return what is said below the table: how many of each kind there are, and which nothing notices, or in part."""
    lines = []
    constants = _by_constant(results)
    for kind in ("number", "inline number", "words"):
        own = [one for one in constants if one[0].constant and one[0].constant.kind == kind]
        silent = [one for one in own if not any(noticed for _, noticed in one[1])]
        partly = [one for one in own if one not in silent and not all(noticed for _, noticed in one[1])]
        lines.append(f"{kind}: {len(own)}, nothing notices {len(silent)}, only in part noticed {len(partly)}")
        lines += [f"  nothing notices: {_name(trial)}" for trial, _ in silent]
        for trial, tried in partly:
            lines.append(
                f"  only in part: {_name(trial)} ({', '.join(told for told, noticed in tried if not noticed)})"
            )
    return lines


def _by_constant(results: Iterable[Judged]) -> list[tuple[Trial, list[tuple[str, str]]]]:
    """Return the first trial of each constant, with what was tried of it and what noticed that."""
    found = []
    for _, group in groupby(results, key=lambda one: (one[0].module, one[0].constant)):
        own = list(group)
        found.append((own[0][0], [(trial.change.told if trial.change else "", noticed) for trial, noticed in own]))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and what nothing notices; return 1 if there is such a constant, 2 if nothing can be judged."""
    chosen = _parser().parse_args(arguments)
    rooms = chosen.only or [*SETS]
    trials = [trial for room in rooms for trial in find_trials(room) if chosen.match in _name(trial)]
    gold, corpora = data_folder("gold", chosen.gold), data_folder("corpora", chosen.corpora)
    try:
        before = baseline(rooms, gold, corpora)
    except ValueError as error:
        print(f"nothing can be judged: {error}", file=sys.stderr)
        return 2
    results = []
    for judged in judge(trials, before, gold, corpora, chosen.jobs):
        results.append(judged)
        print(f"{len(results)}/{len(trials)} {'  '.join(row(judged))}", file=sys.stderr)
    print((as_markdown if chosen.markdown else as_text)(_COLUMNS, [row(judged) for judged in results]))
    print("", *summary(results), sep="\n")
    return int(any(not any(noticed for _, noticed in tried) for _, tried in _by_constant(results)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reasons", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=[*SETS],
        metavar="ROOM",
        help="align, edits, shifts or rules; may be repeated",
    )
    parser.add_argument("--match", default="", metavar="TEXT", help="only constants whose name holds TEXT")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many trials at once (2)")
    parser.add_argument("--gold", type=Path, help="folder of gold data (or STMTDIFF_GOLD; else ../shared/gold)")
    parser.add_argument("--corpora", type=Path, help="folder of statements (or STMTDIFF_CORPORA)")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
