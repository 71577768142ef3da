"""Frozen dataclasses that are made in a quarter of the time, for the modules that every comparison loads.

The ugly case: a diff of two pages that takes 40 milliseconds starts with a hundred classes, and `dataclasses` of
Python 3.11 compiles six methods for each: 0.31 milliseconds a class. Here one method is compiled, two more when values
are first compared or hashed, and the others are shared: 0.06 milliseconds. What such a class does is the same;
`dataclasses.fields`, `replace` and `asdict` describe it once they are asked. A class that needs more (a base, a
`field()`, another choice than frozen and slots) is made by `dataclasses`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

__all__ = ["dataclass"]

_FROZEN = {"frozen": True, "slots": True}
_SPECIAL = ("__eq__", "__setattr__", "__delattr__", "__slots__")  # a class that has its own needs a closer look
_NOT_SHARED = (dataclasses.Field, list, dict, set)


def _dataclass(cls: type | None = None, /, **choices: bool) -> Any:
    """Return `cls` as `dataclasses.dataclass` with the same choices would make it, or a decorator that does."""
    if cls is None:
        return lambda decorated: _dataclass(decorated, **choices)
    return _made(cls) if choices == _FROZEN and _is_plain(cls) else dataclasses.dataclass(**choices)(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_plain(cls: type) -> bool:
    """Say whether a class has no base, fields of its own, and none that is more than a name with a value."""
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
    return is_none or isinstance(annotation, dataclasses.InitVar) or isinstance(value, _NOT_SHARED)


def _made(cls: type) -> type:
    """Return a frozen class with slots for the annotated names of `cls`."""
    own = cls.__dict__
    annotations = own["__annotations__"]
    names = tuple(annotations)
    defaults = {name: own[name] for name in names if name in own}
    described = _Described(annotations, defaults)
    body = {
        **_SHARED,
        **{name: value for name, value in own.items() if name not in (*names, "__dict__", "__weakref__")},
        "__init__": _init(annotations, defaults, is_checked="__post_init__" in own),
        "__slots__": names,
        "__match_args__": names,
        "__qualname__": cls.__qualname__,
        "__dataclass_fields__": described,
        "__dataclass_params__": described,
    }
    return type(cls.__name__, (), body)


def _init(annotations: Mapping[str, Any], defaults: Mapping[str, Any], *, is_checked: bool) -> Callable[..., None]:
    given = ", ".join(f"{name}=_of_{name}" if name in defaults else name for name in annotations)
    lines = [f"def __init__(self, {given}):", *(f" _set(self, {name!r}, {name})" for name in annotations)]
    lines += [" self.__post_init__()"] if is_checked else []
    init = _compiled(lines, {"_set": object.__setattr__, **{f"_of_{name}": one for name, one in defaults.items()}})
    init.__annotations__ = {**annotations, "return": None}
    return init


def _compiled(lines: list[str], known: dict[str, Any]) -> Callable[..., Any]:
    """Return the one function that `lines` define, which may use what is `known`."""
    made: dict[str, Callable[..., Any]] = {}
    exec("\n".join(lines), known, made)  # the names of a class, as `dataclasses` does
    [function] = made.values()
    return function


class _Described:
    """What `dataclasses` says of a class, its fields and choices, worked out when somebody asks."""

    def __init__(self, annotations: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        self._body = {"__annotations__": annotations, **defaults}

    def __get__(self, instance: object, owner: type) -> Any:
        cls = next(one for one in owner.__mro__ if one.__dict__.get("__dataclass_fields__") is self)
        twin: Any = dataclasses.dataclass(**_FROZEN)(type(cls.__name__, (), dict(self._body)))
        name = next(name for name, value in cls.__dict__.items() if value is self)
        told = twin.__dataclass_fields__, twin.__dataclass_params__
        cls.__dataclass_fields__, cls.__dataclass_params__ = told  # type: ignore[attr-defined]
        return told[name == "__dataclass_params__"]


def _equal(self: Any, other: object) -> Any:
    return _comparing(self).__eq__(self, other)


def _hash(self: Any) -> int:
    return int(_comparing(self).__hash__(self))


def _comparing(value: Any) -> Any:
    """Compile for the class of `value` how it is compared and hashed, and return the class."""
    cls: Any = next(one for one in type(value).__mro__ if "__match_args__" in one.__dict__)
    mine, its = ("".join(f"{side}.{name}," for name in cls.__match_args__) for side in ("self", "other"))
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
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
