"""Dataclasses that are made in a quarter of the time, for the modules that every comparison loads.

The ugly case: a diff of two pages that takes 40 milliseconds starts with a hundred classes, and `dataclasses` of
Python 3.11 compiles six methods for each: 0.31 milliseconds a class. Here one method is compiled, two more when values
are first compared or hashed, and the others are shared: 0.06 milliseconds. What such a class does is the same;
`dataclasses.fields`, `replace` and `asdict` describe it once they are asked. A class that needs more (a base, a
field that does not count when values are compared, another choice than slots, frozen, kw_only and eq) is made by
`dataclasses`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

__all__ = ["dataclass"]

_CHOICES = {"slots", "frozen", "kw_only", "eq"}
_SPECIAL = ("__eq__", "__setattr__", "__delattr__", "__slots__")  # a class that has its own needs a closer look
_NOT_SHARED = (list, dict, set)


class _Absent:
    """Stands in a signature for what is made anew for each value."""

    def __repr__(self) -> str:
        return "<factory>"


_ABSENT = _Absent()


def _dataclass(cls: type | None = None, /, **choices: bool) -> Any:
    """Return `cls` as `dataclasses.dataclass` with the same choices would make it, or a decorator that does."""
    if cls is None:
        return lambda decorated: _dataclass(decorated, **choices)
    is_quick = "slots" in choices and choices.keys() <= _CHOICES and _is_plain(cls)
    return _made(cls, **choices) if is_quick else dataclasses.dataclass(**choices)(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_plain(cls: type) -> bool:
    """Say whether a class has no base, fields of its own, and none but names with a value or a factory."""
    own = cls.__dict__
    annotations = own.get("__annotations__")  # Python 3.14 keeps none there, and leaves the class to `dataclasses`
    if not annotations or cls.__bases__ != (object,) or any(name in own for name in _SPECIAL):
        return False
    return not any(_is_more(annotation, own.get(name)) for name, annotation in annotations.items())


def _is_more(annotation: Any, value: object) -> bool:
    """Say whether `dataclasses` has to look at a field: it is none of a value, or its value may not be shared."""
    if isinstance(annotation, str):
        return any(name in annotation for name in ("ClassVar", "InitVar", "KW_ONLY"))
    is_none = ClassVar in (annotation, getattr(annotation, "__origin__", None)) or annotation is dataclasses.KW_ONLY
    if is_none or isinstance(annotation, dataclasses.InitVar) or isinstance(value, _NOT_SHARED):
        return True
    return isinstance(value, dataclasses.Field) and not _is_factory(value)


def _is_factory(field: "dataclasses.Field[Any]") -> bool:
    """Say whether a `field()` says no more than how its value is made."""
    has_all = field.init and field.repr and field.compare and field.hash is None and not field.metadata
    missing = dataclasses.MISSING
    return has_all and field.default_factory is not missing and field.kw_only is missing


def _made(cls: type, *, slots: bool, frozen: bool = False, kw_only: bool = False, eq: bool = True) -> type:
    """Return a class with slots for the annotated names of `cls`."""
    own = cls.__dict__
    annotations = own["__annotations__"]
    names = tuple(annotations)
    defaults = {name: own[name] for name in names if name in own}
    fields = _Fields(annotations, defaults, kw_only=kw_only)
    body = {
        "__repr__": _shown,
        "__replace__": _replaced,
        **(_FROZEN if frozen else {}),
        **({"__eq__": _equal, "__hash__": _hash if frozen else None} if eq else {}),
        **{name: value for name, value in own.items() if name not in (*names, "__dict__", "__weakref__")},
        "__init__": _init(annotations, defaults, kw_only=kw_only, is_checked="__post_init__" in own),
        "__slots__": names,
        "__match_args__": () if kw_only else names,
        "__record_names__": names,
        "__qualname__": cls.__qualname__,
        "__dataclass_params__": _params(eq=eq, frozen=frozen, slots=slots, kw_only=kw_only),
        "__dataclass_fields__": fields,
    }
    made = type(cls.__name__, (), body)
    fields.cls = made
    return made


def _init(
    annotations: Mapping[str, Any], defaults: Mapping[str, Any], *, kw_only: bool, is_checked: bool
) -> Callable[..., None]:
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": _ABSENT}
    given, lines = ["self", "*"] if kw_only else ["self"], []
    for name in annotations:
        default = defaults.get(name)
        worth = name
        if isinstance(default, dataclasses.Field):
            known[f"_make_{name}"] = default.default_factory
            given.append(f"{name}=_absent")
            worth = f"_make_{name}() if {name} is _absent else {name}"
        elif name in defaults:
            known[f"_of_{name}"] = default
            given.append(f"{name}=_of_{name}")
        else:
            given.append(name)
        lines.append(f" _set(self, {name!r}, {worth})")
    lines += [" self.__post_init__()"] if is_checked else []
    init = _compiled([f"def __init__({', '.join(given)}):", *lines], known)
    init.__annotations__ = {**annotations, "return": None}
    return init


def _compiled(lines: list[str], known: dict[str, Any]) -> Callable[..., Any]:
    """Return the one function that `lines` define, which may use what is `known`."""
    made: dict[str, Callable[..., Any]] = {}
    exec("\n".join(lines), known, made)  # the names of a class, as `dataclasses` does
    [function] = made.values()
    return function


def _params(**choices: bool) -> SimpleNamespace:
    return SimpleNamespace(init=True, repr=True, order=False, unsafe_hash=False, **choices)


class _Fields:
    """The fields of a class as `dataclasses` describes them, worked out when somebody asks."""

    cls: Any  # the class

    def __init__(self, annotations: Mapping[str, Any], defaults: Mapping[str, Any], *, kw_only: bool) -> None:
        self._body = {"__annotations__": annotations, **defaults}
        self._kw_only = kw_only

    def __get__(self, instance: object, owner: type) -> Any:
        twin = type(self.cls.__name__, (), {**self._body, "__module__": self.cls.__module__})
        described: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)(twin)
        self.cls.__dataclass_fields__ = described.__dataclass_fields__
        return described.__dataclass_fields__


def _equal(self: Any, other: object) -> Any:
    return _comparing(self).__eq__(self, other)


def _hash(self: Any) -> int:
    return int(_comparing(self).__hash__(self))


def _comparing(value: Any) -> Any:
    """Compile for the class of `value` how it is compared and hashed, and return the class."""
    cls: Any = next(one for one in type(value).__mro__ if "__record_names__" in one.__dict__)
    mine, its = ("".join(f"{side}.{name}," for name in cls.__record_names__) for side in ("self", "other"))
    equal = f" return ({mine}) == ({its}) if other.__class__ is self.__class__ else NotImplemented"
    cls.__eq__ = _compiled(["def __eq__(self, other):", equal], {})
    if cls.__hash__ is _hash:
        cls.__hash__ = _compiled(["def __hash__(self):", f" return hash(({mine}))"], {})
    return cls


def _refuse_to_set(_self: Any, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _shown(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__record_names__)
    return f"{type(self).__qualname__}({fields})"


def _replaced(self: Any, /, **changes: Any) -> Any:
    return dataclasses.replace(self, **changes)


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__record_names__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__record_names__, state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
