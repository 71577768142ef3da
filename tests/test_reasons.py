"""The finder of thresholds and word sets sees what a module decides by, and a changed module is changed throughout."""

import importlib
import sys
from pathlib import Path

import pytest

from benchmarks.constants import changed_tree, find_constants
from benchmarks.judging import SETS, Trial, changed_engine
from benchmarks.reasons import find_trials, row, summary

TOY = '''\
"""Tell bread from cake."""

from typing import NamedTuple

_SWEET = 0.6  # from here on it is cake
_LAYERS: int = 3
_NAME = "cake"
_SUGARS = frozenset("honey syrup treacle".split())
_ENDS = ("crumb", "crust")
_ALL = _SUGARS | {"malt"}
_SEEDS = frozenset(word.upper() for word in imported)
__all__ = ["is_cake"]


class Oven(NamedTuple):
    heat: int
    minutes: int = 40


HOT = Oven(220, minutes=25)
_TOTAL = len(_ALL)


def is_cake(words, sweetness):
    score = 0
    for word in words[1:]:
        if word in _ALL:
            score += 2
    if len(words) == 7 or score > 5:
        return True
    return sweetness >= _SWEET - 0.05
'''


def test_numbers_and_words_of_a_module_are_found() -> None:
    found = {one.name: (one.kind, one.value) for one in find_constants(TOY)}
    assert found == {
        "_SWEET": ("number", "0.6"),
        "_LAYERS": ("number", "3"),
        "_SUGARS": ("words", "3 words"),
        "_ENDS": ("words", "2 words"),
        "_ALL": ("words", "4 words"),
        "HOT[0]": ("number", "220"),
        "HOT.minutes": ("number", "25"),
        "is_cake: score += 2": ("inline number", "2"),
        "is_cake: score > 5": ("inline number", "5"),
        "is_cake: _SWEET - 0.05": ("inline number", "0.05"),
    }


def test_numbers_are_halved_and_doubled_and_words_taken_away() -> None:
    tried = {one.name: [change.source for change in one.changes] for one in find_constants(TOY)}
    assert tried["_LAYERS"] == ["1", "6"]
    assert tried["_SWEET"] == ["0.3", "0.8"]
    assert tried["_SUGARS"] == ["frozenset([])", "frozenset(['honey', 'treacle'])", "frozenset(['syrup'])"]
    assert tried["_ENDS"] == ["tuple([])", "tuple(['crumb'])", "tuple(['crust'])"]


def test_only_the_place_of_the_constant_is_changed() -> None:
    source = "_LEAST = 4\n_MOST = 4\n"
    most = find_constants(source)[1]
    names: dict[str, int] = {}
    exec(compile(changed_tree(source, most, most.changes[0]), "toy", "exec"), names)
    assert (names["_LEAST"], names["_MOST"]) == (4, 2)
    with pytest.raises(ValueError, match="_MOST does not stand"):
        changed_tree("_LEAST = 4\n", most, most.changes[0])


def test_words_from_elsewhere_are_changed_where_they_are_used() -> None:
    """What a module imports is tried for that module alone, and so is what it makes of that; the rest is left."""
    source = "from pantry import SUGARS, bake as _bake, NUTS as _NUTS\n_SWEET = SUGARS | {'cream'}\n"
    shelf = {"SUGARS": frozenset({"honey", "malt"}), "NUTS": (frozenset({"almond"}), frozenset({"pecan"}))}
    found = find_constants(source, lambda module, name: shelf.get(name) if module == "pantry" else None)
    assert [(one.name, one.value) for one in found] == [
        ("SUGARS", "2 words"),
        ("_NUTS", "2 words"),
        ("_SWEET", "3 words"),
    ]
    tree = changed_tree(source, found[0], found[0].changes[1])
    del tree.body[0]  # the import, behind which the other value stands
    names: dict[str, object] = {}
    exec(compile(tree, "toy", "exec"), names)
    assert (names["SUGARS"], names["_SWEET"]) == ({"honey"}, {"honey", "cream"})


def test_the_words_of_languages_are_tried() -> None:
    tried = {(trial.module, trial.constant.name) for trial in find_trials("shifts") if trial.constant}
    assert {("stmtdiff.shifts.kinds", "HEDGES"), ("stmtdiff.shifts.equivalence", "EXCHANGEABLE")} <= tried


def test_what_is_made_of_a_changed_constant_follows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Derived values, defaults and names imported elsewhere are those of the change; afterwards all is as before."""
    source = "_SUGARS = frozenset({'honey', 'malt'})\nNUMBER = len(_SUGARS)\n"
    package = tmp_path / "toybakery"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "sugars.py").write_text(source)
    (package / "cakes.py").write_text("from toybakery.sugars import NUMBER\ndef layers(number=NUMBER): return number\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    constant = find_constants(source)[0]
    layers = []
    for change in constant.changes:
        with changed_engine(Trial("toybakery.sugars", constant, change), "toybakery"):
            layers.append(importlib.import_module("toybakery.cakes").layers())
    assert layers == [0, 1, 1]
    assert not [name for name in sys.modules if name.startswith("toybakery")]
    assert importlib.import_module("toybakery.cakes").layers() == 2
    assert (package / "sugars.py").read_text() == source


def test_what_nothing_notices_is_named() -> None:
    layers, sugars = (one for one in find_constants(TOY) if one.name in {"_LAYERS", "_SUGARS"})
    trials = [Trial("stmtdiff.edits.toy", one, change) for one in (layers, sugars) for change in one.changes]
    results = list(zip(trials, ["", "", "a case", "", ""], strict=True))
    assert row(results[0]) == ("edits.toy _LAYERS", "3", "1", "NOTHING")
    assert row(results[2]) == ("edits.toy _SUGARS", "3 words", "none", "a case")
    assert summary(results) == [
        "number: 1, nothing notices 1, only in part noticed 0",
        "  nothing notices: edits.toy _LAYERS",
        "inline number: 0, nothing notices 0, only in part noticed 0",
        "words: 1, nothing notices 0, only in part noticed 1",
        "  only in part: edits.toy _SUGARS (every other, the others)",
    ]


@pytest.mark.parametrize("room", SETS)
def test_every_room_has_something_to_try(room: str) -> None:
    trials = find_trials(room)
    assert trials
    assert all(trial.room == room for trial in trials)
