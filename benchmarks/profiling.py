"""Show where the time of a comparison goes: by stage, and by function."""

import cProfile
import pstats
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import stmtdiff.comparison
from benchmarks.rivals import as_source, compare
from benchmarks.timing import OWN_WORK
from stmtdiff.outline import parse
from stmtdiff.remembering import forget

_STAGES = {"align": "align", "shifts": "shifts", "annotate": "rules", "notices": "notices"}
_SHOWN = 25
_PACKAGE = Path(stmtdiff.comparison.__file__).parent

Row = tuple[str, ...]


def stages(old: str, new: str, runs: int) -> list[Row]:
    """Return the milliseconds of each stage, medians of `runs`, with their shares."""
    compare(old, new)  # what is loaded once, as the rules, is no part of a comparison
    measured: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs):
        for stage, taken in _once(old, new).items():
            measured[stage].append(taken)
    medians = {stage: statistics.median(times) for stage, times in measured.items()}
    whole = sum(medians.values())
    return [
        (stage, f"{1000 * taken:.1f}", f"{100 * taken / whole:.0f} %")
        for stage, taken in (*medians.items(), ("whole", whole))
    ]


def _once(old: str, new: str) -> dict[str, float]:
    forget()
    taken: dict[str, float] = {}
    start = OWN_WORK()
    statements = parse(as_source(old)), parse(as_source(new))
    taken["parse"] = OWN_WORK() - start
    with _timed_stages(taken):
        start = OWN_WORK()
        stmtdiff.comparison.compare(*statements)
        whole = OWN_WORK() - start
    taken["the rest"] = whole - sum(taken[stage] for stage in _STAGES.values() if stage in taken)
    return taken


@contextmanager
def _timed_stages(taken: dict[str, float]) -> Iterator[None]:
    """Put a clock around each stage where `compare` looks it up."""
    page: Any = stmtdiff.comparison
    originals = {name: getattr(page, name) for name in _STAGES if hasattr(page, name)}
    for name, original in originals.items():
        setattr(page, name, _clocked(original, _STAGES[name], taken))
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(page, name, original)


def _clocked(stage: Callable[..., Any], name: str, taken: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        start = OWN_WORK()
        try:
            return stage(*arguments, **options)
        finally:
            taken[name] = taken.get(name, 0.0) + OWN_WORK() - start

    return run


def top_functions(old: str, new: str) -> list[Row]:
    """Return the functions that take most time of their own, as cProfile sees them (it slows small ones down)."""
    compare(old, new)
    profile = cProfile.Profile()
    profile.runcall(compare, old, new)
    entries = sorted(_entries(pstats.Stats(profile)), reverse=True)
    return [
        (f"{1000 * own:.1f}", f"{1000 * whole:.1f}", str(calls), name) for own, whole, calls, name in entries[:_SHOWN]
    ]


def _entries(statistics_: pstats.Stats) -> Iterator[tuple[float, float, int, str]]:
    table: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = statistics_.stats  # type: ignore[attr-defined]
    for (file, line, function), (_, calls, own, whole, _callers) in table.items():
        path = Path(file)
        place = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
        yield own, whole, calls, function if file == "~" else f"{place}:{line} {function}"
