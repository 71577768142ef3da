"""A value class is what `dataclasses` would have made of it."""

import copy
import dataclasses
import pickle

import pytest

from stmtdiff import values


@values.dataclass(frozen=True, slots=True)
class Ship:
    """A ship in a harbour."""

    name: str
    masts: int = 2
    crew: tuple[str, ...] = dataclasses.field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.masts < 0:
            raise ValueError("a ship has no fewer masts than none")


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    name: str
    masts: int = 2
    crew: tuple[str, ...] = dataclasses.field(default_factory=tuple)


SHIP = Ship("Ada", crew=("Moor",))


def test_it_is_shown_and_listed_as_a_dataclass():
    twin = Twin("Ada", crew=("Moor",))
    assert repr(SHIP) == repr(twin).replace("Twin", "Ship")
    assert dataclasses.asdict(SHIP) == dataclasses.asdict(twin)
    assert Ship.__match_args__ == Twin.__match_args__


def test_equal_values_are_one_and_others_are_not():
    assert Ship("Ada", 2, ("Moor",)) == SHIP
    assert len({SHIP, Ship("Ada", 2, ("Moor",)), Ship("Ada")}) == 2
    assert Twin("Ada", 2, ("Moor",)) != SHIP


def test_it_cannot_be_changed():
    for change in (lambda: setattr(SHIP, "masts", 3), lambda: delattr(SHIP, "masts"), lambda: setattr(SHIP, "new", 3)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert not hasattr(SHIP, "__dict__")


def test_it_is_replaced_copied_and_pickled():
    assert dataclasses.replace(SHIP, masts=3) == Ship("Ada", 3, ("Moor",))
    assert copy.deepcopy(SHIP) == pickle.loads(pickle.dumps(SHIP)) == SHIP


def test_what_it_checks_it_checks_in_every_copy():
    with pytest.raises(ValueError, match="masts"):
        dataclasses.replace(SHIP, masts=-1)


@pytest.mark.parametrize("arguments", [(), ("Ada", 2, (), "more")])
def test_wrong_arguments_are_refused(arguments: tuple[object, ...]):
    with pytest.raises(TypeError, match="__init__"):
        Ship(*arguments)
