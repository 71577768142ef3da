"""Remember what was found in a text, up to so many characters of texts.

The ugly case: a worker that compares pair after pair. Counted by entries a memory of sixteen thousand sentences is
small, and one of sixteen thousand annexes is all there is.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, overload

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")
_UNKNOWN: Any = object()
_LONG = 4  # texts that are longer than all that is kept: a paragraph and a sentence of either side
_Owner = TypeVar("_Owner")
_all: list["Remembered[Any, Any]"] = []


class Remembered(Generic[_Given, _Found]):
    """A function of a text, and of what else it is given, that is asked once for each text of the last `characters`.

    Two generations: what is asked for again is carried into the younger one, and the older one is forgotten as a
    whole once the younger is full. So at most `characters` are kept, and at least the last half of them. Of texts that
    are longer by themselves the last few are kept beside them: of such a text everything is asked again and again.
    """

    def __init__(self, function: Callable[_Given, _Found], characters: int) -> None:
        """Remember what `function` returns; its first argument is the text."""
        update_wrapper(self, function)
        self._function = function
        self._half = characters // 2
        self._young: dict[Any, _Found] = {}
        self._old: dict[Any, _Found] = {}
        self._long: dict[Any, _Found] = {}
        self._size = 0
        _all.append(self)

    def __call__(self, *given: _Given.args, **named: _Given.kwargs) -> _Found:
        """Return what the function returns, which no caller may change."""
        found = self._young.get(given, _UNKNOWN)
        if found is _UNKNOWN:
            if self._old:  # to look into an empty one costs the hash of all that is given, too
                found = self._old.get(given, _UNKNOWN)
            if found is _UNKNOWN and self._long:
                found = self._long.get(given, _UNKNOWN)
            if found is _UNKNOWN:
                found = self._function(*given, **named)
            self._keep(given, found)
        return found  # type: ignore[no-any-return]  # the sign for "unknown" is of any type

    def _keep(self, given: Any, found: _Found) -> None:
        size = len(given[0])
        if size > self._half:
            if given not in self._long:
                self._long = dict([*self._long.items(), (given, found)][-_LONG:])
            return
        if self._size + size > self._half:
            self._old, self._young, self._size = self._young, {}, 0
        self._young[given] = found
        self._size += size

    def cache_clear(self) -> None:
        """Forget everything."""
        self._old, self._young, self._long, self._size = {}, {}, {}, 0


class kept(Generic[_Owner, _Found]):  # noqa: N801  # it reads as `property` does
    """A property that is worked out once and stays with its object, which has no slots.

    It is `functools.cached_property` without the lock, which up to Python 3.11 takes longer than most answers.
    """

    def __init__(self, function: Callable[[_Owner], _Found]) -> None:
        """Keep what `function` returns of an object."""
        self.__doc__ = function.__doc__
        self._function, self._name = function, function.__name__

    @overload
    def __get__(self, one: None, owner: type[_Owner]) -> "kept[_Owner, _Found]": ...
    @overload
    def __get__(self, one: _Owner, owner: type[_Owner]) -> _Found: ...
    def __get__(self, one: _Owner | None, owner: type[_Owner]) -> "_Found | kept[_Owner, _Found]":
        """Return what is kept; it is asked for the first time alone, then it is found without this."""
        if one is None:
            return self
        found = one.__dict__[self._name] = self._function(one)
        return found


def forget() -> None:
    """Forget all that is remembered of texts, as if none had been read: for measuring, and for a worker that rests."""
    for function in _all:
        function.cache_clear()


def remembered(*, characters: int) -> Callable[[Callable[_Given, _Found]], Remembered[_Given, _Found]]:
    """Return a decorator that lets a function of a text remember what it found for the last `characters` of texts.

    All is given by position. Safe to use from several threads: the worst that can happen is that something is asked
    for twice.
    """
    return lambda function: Remembered(function, characters)
