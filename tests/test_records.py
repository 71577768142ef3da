"""A class of `records` does what the same class of `dataclasses` does."""

import dataclasses
import inspect
import pickle
from typing import Any, ClassVar

import pytest

from stmtdiff.records import dataclass as quick


class Berth:
    """A place of a ship in a harbour."""

    pier: str
    number: int
    ships: tuple[str, ...] = ()
    is_free: bool = True

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(self.number)

    @property
    def name(self) -> str:
        return f"{self.pier}{self.number}"


Quick: Any = quick(frozen=True, slots=True)(Berth)
Plain: Any = dataclasses.dataclass(frozen=True, slots=True)(Berth)
Quick.__module__, Quick.__qualname__ = __name__, "Quick"  # where `pickle` looks for it


def pairs() -> list[tuple[Any, Any]]:
    given = (("A", 1), ("A", 1, ("Lark",)), ("B", 2, (), False))
    return [(Quick(*values), Plain(*values)) for values in given]


def test_values_compare_hash_and_show_alike():
    for own, other in pairs():
        assert own == type(own)(*dataclasses.astuple(own)), "first compared"
        assert own == type(own)(*dataclasses.astuple(own)), "compared by what was compiled"
        assert hash(own) == hash(other) == hash(own)
        assert repr(own) == repr(other).replace(Plain.__qualname__, "Quick")
        assert own != other, "another class"
        assert own.name == other.name
    assert Quick("A", 1) != Quick("A", 2)
    assert len({Quick("A", 1), Quick("A", 1), Quick("A", 2)}) == 2


def test_dataclasses_describes_it_alike():
    told = [[(one.name, one.type, one.default) for one in dataclasses.fields(cls)] for cls in (Quick, Plain)]
    assert told[0] == told[1]
    assert Quick.__dataclass_params__.frozen
    assert Quick.__dataclass_params__.eq
    assert Quick.__match_args__ == Plain.__match_args__
    assert Quick.__doc__ == Plain.__doc__
    assert inspect.signature(Quick) == inspect.signature(Plain)
    for own, other in pairs():
        assert dataclasses.asdict(own) == dataclasses.asdict(other)
        assert dataclasses.replace(own, number=7).number == 7
        assert own.__replace__(number=7).number == 7, "copy.replace of Python 3.13 calls it"
        assert dataclasses.is_dataclass(own)


def test_it_is_frozen_has_slots_and_can_be_pickled():
    own = Quick("A", 1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'pier'"):
        own.pier = "B"
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'pier'"):
        del own.pier
    assert not hasattr(own, "__dict__")
    assert pickle.loads(pickle.dumps(own)) == own
    with pytest.raises(ValueError, match="-1"):
        dataclasses.replace(own, number=-1)


def test_a_value_may_be_made_by_a_factory_and_given_by_name_alone():
    @quick(frozen=True, slots=True, kw_only=True)
    class Crew:
        watches: list[str] = dataclasses.field(default_factory=list)
        captain: str

    first, second = Crew(captain="Moor"), Crew(captain="Moor")
    assert first == second
    assert first.watches == []
    assert first.watches is not second.watches
    assert dataclasses.replace(first, watches=["dog"]).watches == ["dog"]
    assert Crew.__match_args__ == ()
    with pytest.raises(TypeError, match="positional"):
        Crew([], "Moor")  # type: ignore[misc]


def test_a_class_may_be_changed_or_compare_by_identity():
    @quick(slots=True)
    class Buoy:
        light: str = ""

    @quick(frozen=True, slots=True, eq=False)
    class Rock:
        depth: int

    buoy = Buoy()
    buoy.light = "green"
    assert buoy == Buoy("green")
    assert repr(buoy).endswith("Buoy(light='green')")
    with pytest.raises(TypeError, match="unhashable"):
        hash(buoy)
    with pytest.raises(AttributeError):
        buoy.colour = "red"  # type: ignore[attr-defined]
    rock = Rock(3)
    assert rock != Rock(3)
    assert {rock: 1}[rock] == 1


def test_a_dataclass_may_be_made_of_it():
    @dataclasses.dataclass(frozen=True, slots=True)
    class Quay(Quick):  # type: ignore[misc]
        depth: int = 0

    assert [one.name for one in dataclasses.fields(Quay)] == ["pier", "number", "ships", "is_free", "depth"]
    assert Quay("A", 1, depth=3) == Quay("A", 1, depth=3) != Quay("A", 1, depth=4)
    assert pickle.loads(pickle.dumps(Quick("A", 1))) == Quick("A", 1)


def test_a_class_that_needs_more_is_made_by_dataclasses():
    @quick(frozen=True, slots=True)
    class Fleet:
        kinds: ClassVar[tuple[str, ...]] = ("tug",)
        ships: list[str] = dataclasses.field(default_factory=list, compare=False)

    assert [one.name for one in dataclasses.fields(Fleet)] == ["ships"]
    assert Fleet().ships == []
    assert Fleet(["Lark"]) == Fleet(["Wren"])
    assert dataclasses.fields(Fleet)[0].compare is False
    with pytest.raises(ValueError, match="mutable default"):

        @quick(frozen=True, slots=True)
        class Log:
            lines: list[str] = []  # noqa: RUF012  # what is refused here
