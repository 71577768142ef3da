"""Run the engine with one constant changed, and say who notices: a case file, a test, or a set of gold.

Each change is tried in a process of its own, forked before the engine was ever imported there; the changed module
is compiled from its changed syntax tree, so that all that is made of the constant follows it, and no file is
written. The cheap judges go first, and the first one that notices ends the trial.
"""

import ast
import contextlib
import importlib.abc
import importlib.machinery
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, ModuleType

from benchmarks.constants import Change, Constant, changed_tree

ROOT = Path(__file__).parents[1]
# Cases and tables first, then the tests of the room: those that hold whatever the values are left out.
_TESTS = {
    "align": "align_cases cases align edits",
    "edits": "cases folding directions edits",
    "shifts": "cases folding directions shifts rules",
    "rules": "cases directions rules rules_packs",
}
_NOT_ASKED = (
    "test_links_are_the_same_under_any_hash_seed",  # its processes know nothing of the change
    "test_what_is_wanted_is_still_missed",
)
# What a room cannot change is not measured: links are made before edits, and rules speak of shifts alone.
_SPANS = ("shifts.", "tetra.", "arxivedits.")
SETS: dict[str, tuple[str, ...]] = {"align": ("",), "edits": _SPANS, "shifts": _SPANS, "rules": ("shifts.",)}
Gold = dict[str, list[tuple[str, str]]]  # of each set its measures, each with its value and counts


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


def baseline(gold: Path, corpora: Path) -> Gold:
    """Return the figures of the engine as it is.

    Raises:
        ValueError: when a test fails although nothing was changed.
    """
    with get_context("fork").Pool(1) as pool:
        noticed, figures = pool.apply(_measured, (gold, corpora))
    if noticed:
        raise ValueError(f"fails before anything is changed: {noticed}")
    return figures


def _measured(gold: Path, corpora: Path) -> tuple[str, Gold]:
    return _failing_test(" ".join(_TESTS.values())), dict(_figures("align", gold, corpora))


def judge(trials: Sequence[Trial], before: Gold, gold: Path, corpora: Path, jobs: int) -> Iterator[tuple[Trial, str]]:
    """Yield each trial, in order, with what notices it: a test, a set and its measure, or "" for nothing."""
    with get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
        work = [(trial, before, gold, corpora) for trial in trials]
        yield from zip(trials, pool.imap(_judged, work, chunksize=1), strict=True)


def _judged(work: tuple[Trial, Gold, Path, Path]) -> str:
    trial, before, gold, corpora = work
    try:
        with changed_engine(trial):
            return _failing_test(_TESTS[trial.room]) or _other_figure(trial.room, before, gold, corpora)
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


def _failing_test(names: str) -> str:
    """Return the first test of the modules `names` that fails with the engine that is imported now."""
    import pytest

    first = _First()
    files = [str(ROOT / "tests" / f"test_{name}.py") for name in dict.fromkeys(names.split())]
    options = ["-x", "-q", "-m", "not hypothesis", "-k", " and ".join(f"not {name}" for name in _NOT_ASKED)]
    options += ["-p", "no:cacheprovider", "-p", "no:unraisableexception"]
    os.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = pytest.main([*options, *files], plugins=[first])
    return first.failed or ("" if code == 0 else f"pytest ends with {int(code)}")


def _other_figure(room: str, before: Gold, gold: Path, corpora: Path) -> str:
    """Return the first set and measure that come out otherwise than `before`."""
    for name, figures in _figures(room, gold, corpora):
        for (measure, value), (_, known) in zip(figures, before[name], strict=True):
            if value != known:
                return f"{name}, {measure}: {known} to {value}"
    return ""


def _figures(room: str, gold: Path, corpora: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the figures of each set that `room` can change, open ones only, the slowest set last."""
    from benchmarks.quality import find_jobs

    for job in find_jobs(gold, corpora)[0]:
        if "blind" not in job.name and job.name.startswith(SETS[room]):
            yield job.name, [(one.measure, f"{one.value} {one.counts}") for one in job.run()]
