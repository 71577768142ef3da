"""What is fed to the readers gets past their gates, and what broke one breaks it no more."""

from pathlib import Path
from random import Random

import pytest

from fuzz.mutating import changed
from fuzz.target import FINDS, Target, keep
from fuzz.targets import TARGETS
from stmtdiff.errors import InternalError, LoadError

KEPT = sorted(path for path in FINDS.rglob("*") if path.is_file())
SEEDS = [(name, number) for name, target in TARGETS.items() for number in range(len(target.seeds))]


@pytest.mark.parametrize(("name", "number"), SEEDS)
def test_a_seed_gets_past_the_gate(name: str, number: int) -> None:
    assert TARGETS[name].passes(TARGETS[name].seeds[number])


def test_what_broke_a_target_once_breaks_it_no_more() -> None:
    for path in KEPT:
        assert TARGETS[path.parent.name].tried(path.read_bytes())[1] == "", path


@pytest.mark.parametrize("name", [name for name, target in TARGETS.items() if not target.is_process])
def test_changes_by_chance_break_nothing(name: str) -> None:
    """The same thirty changes each time; `python -m fuzz` makes as many as there is time for."""
    target, random = TARGETS[name], Random(name)
    for _ in range(30):
        data = changed(random.choice(target.seeds), target.seeds, random)
        target.passes(data[:5_000])


def _fed(error: BaseException | None) -> Target:
    def feed(_: bytes) -> None:
        if error:
            raise error

    return Target("made", feed, (b"seed",))


def test_a_refusal_is_no_find_and_what_nobody_foresaw_is_one(tmp_path: Path) -> None:
    assert _fed(None).tried(b"x") == (True, "")
    assert _fed(LoadError("there is no text")).tried(b"x") == (False, "")
    for error in (InternalError("a promise"), LoadError(""), KeyError("x"), RecursionError()):
        is_past, name = _fed(error).tried(b"x")
        assert is_past
        assert name
    path = keep(_fed(None), name, b"long", tmp_path)
    assert keep(_fed(None), name, b"s", tmp_path) == path
    assert keep(_fed(None), name, b"longer", tmp_path).read_bytes() == b"s"
