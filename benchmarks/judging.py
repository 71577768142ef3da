"""Run the engine with one constant changed, and say who notices: a case file, a test, or a set of gold.

Each change is tried in a process of its own, forked before the engine was ever imported there; the changed module
is compiled from its changed syntax tree, so that all that is made of the constant follows it, and no file is
written. The cheap judges go first (case files, then tests, then gold, the quickest set before the slower ones), and the
first one that notices ends the trial. What comes from elsewhere is imported once, before the processes are made.
"""

import ast
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import io
import os
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from benchmarks.constants import Change, Constant, changed_tree

if TYPE_CHECKING:  # it imports the engine, which is forgotten for each trial
    from benchmarks.quality import Job

ROOT = Path(__file__).parents[1]
_TESTS_FOLDER = str(ROOT / "tests")
# Tables first, then the tests of the room: those that hold whatever the values are left out.
_TESTS = {
    "align": "align_cases align edits",
    "edits": "folding directions edits",
    "shifts": "folding directions shifts rules",
    "rules": "directions rules rules_packs",
}
_NOT_ASKED = "test_links_are_the_same_under_any_hash_seed"  # its processes know nothing of the change
# What a room cannot change is not measured: links are made before edits, and rules speak of shifts alone.
_SPANS = ("shifts.", "tetra.", "arxivedits.")
SETS: dict[str, tuple[str, ...]] = {"align": ("",), "edits": _SPANS, "shifts": _SPANS, "rules": ("shifts.",)}
# Of each set its measures, each with its value and counts; the set that is measured soonest stands first.
Gold = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One change of one constant of a module (`stmtdiff.align.gaps`); without them, the engine as it is."""

    module: str = ""
    constant: Constant | None = None
    change: Change | None = None

    @property
    def room(self) -> str:
        """Return the room of the module."""
        return self.module.split(".")[1] if self.module else "align"


def baseline(rooms: Collection[str], gold: Path, corpora: Path) -> Gold:
    """Return the figures of the engine as it is, of the sets that `rooms` can change.

    Raises:
        ValueError: when a case or test fails although nothing was changed.
    """
    _import_others()
    with get_context("fork").Pool(1) as pool:
        noticed, figures = pool.apply(_measured, (rooms, gold, corpora))
    if noticed:
        raise ValueError(f"fails before anything is changed: {noticed}")
    return figures


def _measured(rooms: Collection[str], gold: Path, corpora: Path) -> tuple[str, Gold]:
    _forget("stmtdiff")
    noticed = _failing_case() or _failing_test(" ".join(_TESTS[room] for room in rooms))
    taken: dict[str, float] = {}
    figures: Gold = {}
    for name, job in _jobs(gold, corpora).items():
        if not name.startswith(tuple(start for room in rooms for start in SETS[room])):
            continue
        begun = time.process_time()
        figures[name] = _told(job)
        taken[name] = time.process_time() - begun
    return noticed, {name: figures[name] for name in sorted(figures, key=lambda name: taken[name])}


def _import_others() -> None:
    """Import the engine, pytest and the readers of gold, so that what they import from elsewhere is there for all."""
    for name in ("pytest", "stmtdiff.comparison", "benchmarks.quality"):
        importlib.import_module(name)


def judge(trials: Sequence[Trial], before: Gold, gold: Path, corpora: Path, jobs: int) -> Iterator[tuple[Trial, str]]:
    """Yield each trial, in order, with what notices it: a test, a set and its measure, or "" for nothing."""
    with get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
        work = [(trial, before, gold, corpora) for trial in trials]
        yield from zip(trials, pool.imap(_judged, work, chunksize=1), strict=True)


def _judged(work: tuple[Trial, Gold, Path, Path]) -> str:
    trial, before, gold, corpora = work
    try:
        with changed_engine(trial):
            tested = _failing_case() or _failing_test(_TESTS[trial.room])
            return tested or _other_figure(trial.room, before, gold, corpora)
    except Exception as error:  # an engine that breaks is noticed by whoever runs it
        return f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def changed_engine(trial: Trial, package: str = "stmtdiff") -> Iterator[None]:
    """Let every import of `package` inside find the engine with the change of `trial`."""
    _forget(package)
    finder = _Finder(trial)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        _forget(package)


def _forget(package: str) -> None:
    kept = {"benchmarks", __name__, "benchmarks.constants"}
    for name in list(sys.modules):
        if name.split(".")[0] == package or (name.startswith("benchmarks.") and name not in kept):
            del sys.modules[name]


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != self._trial.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin, self._trial)
        return spec


class _Loader(SourceFileLoader):
    """Compile a module with one constant changed; nothing is taken from a cache or put into one."""

    def __init__(self, name: str, path: str, trial: Trial) -> None:
        super().__init__(name, path)
        self._trial = trial

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree: ast.Module = changed_tree(Path(path).read_text("utf-8"), self._trial.constant, self._trial.change)  # type: ignore[arg-type]
        return compile(tree, path, "exec", dont_inherit=True)


class _First:
    """What pytest calls: it keeps the name of the first test that fails."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_runtest_logreport(self, report: object) -> None:
        if getattr(report, "failed", False) and not self.failed:
            self.failed = str(getattr(report, "nodeid", "")).removeprefix("tests/")

    def pytest_collectreport(self, report: object) -> None:
        self.pytest_runtest_logreport(report)


def _failing_case() -> str:
    """Return the first case file whose marks or facts are others with the engine that is imported now.

    `pytest` would say the same; without its collecting and reporting all cases take half a second.
    """
    if _TESTS_FOLDER not in sys.path:
        sys.path.insert(0, _TESTS_FOLDER)
    support = importlib.import_module("support.case_files")
    notation = importlib.import_module("support.notation")
    for path in support.CASES:
        case = support.read_case(path)
        report = support.compare_case(case)
        if (notation.marked(report), notation.facts(report)) != (case["shifts"], case["facts"]):
            return f"cases/{path.name}"
    return ""


def _failing_test(names: str) -> str:
    """Return the first test of the modules `names` that fails with the engine that is imported now."""
    import pytest

    first = _First()
    files = [str(ROOT / "tests" / f"test_{name}.py") for name in dict.fromkeys(names.split())]
    options = ["-x", "-q", "-m", "not hypothesis", "-k", f"not {_NOT_ASKED}"]
    options += ["-p", "no:cacheprovider", "-p", "no:unraisableexception"]
    os.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = pytest.main([*options, *files], plugins=[first])
    return first.failed or ("" if code == 0 else f"pytest ends with {int(code)}")


def _other_figure(room: str, before: Gold, gold: Path, corpora: Path) -> str:
    """Return the first set and measure that come out otherwise than `before`, of those that `room` can change."""
    jobs = _jobs(gold, corpora)
    for name in before:
        if name.startswith(SETS[room]):
            for (measure, value), (_, known) in zip(_told(jobs[name]), before[name], strict=True):
                if value != known:
                    return f"{name}, {measure}: {known} to {value}"
    return ""


def _jobs(gold: Path, corpora: Path) -> "dict[str, Job]":
    """Return the open sets by name."""
    from benchmarks.quality import find_jobs

    return {job.name: job for job in find_jobs(gold, corpora)[0] if "blind" not in job.name}


def _told(job: "Job") -> list[tuple[str, str]]:
    return [(one.measure, f"{one.value} {one.counts}") for one in job.run()]
