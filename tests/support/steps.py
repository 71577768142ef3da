"""Count the work of code that reads text: the steps of its patterns, and its calls.

Python's own matcher cannot be asked how many steps it took. So each pattern is followed here by a plain backtracking
matcher that counts: what it finds is thrown away, the real pattern still gives the answer. It knows no short cuts,
so that its count is an upper bound, and grows with the text as the real work does or faster.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

from stmtdiff.patterns import Later

Ends = Iterator[int]
Step = Callable[["_Run", int], Ends]
_DEPTH = 100_000  # a group that repeats is followed one deeper each time
_NAMED = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": lambda letter: letter.isalnum() or letter == "_"}


class Work:
    """How many steps were taken; more than `limit` are an error at once."""

    def __init__(self, limit: int = 5_000_000) -> None:
        self.steps = 0
        self._limit = limit

    def step(self) -> None:
        """Count one."""
        self.steps += 1
        if self.steps > self._limit:
            raise AssertionError(f"more than {self._limit:,} steps")


class _Run:
    def __init__(self, text: str, work: Work) -> None:
        self.text, self.work = text, work
        self.groups: dict[int, tuple[int, int]] = {}


def _accepts(op: Any, arg: Any, fold: bool) -> Callable[[str], bool] | None:
    """Return what says whether one character is matched by a node, None where a node is no single character."""
    if op is code.ANY:
        return lambda letter: letter != "\n"
    if op in (code.LITERAL, code.NOT_LITERAL):
        wanted = {chr(arg), *((chr(arg).lower(), chr(arg).upper()) if fold else ())}
        return (lambda letter: letter in wanted) if op is code.LITERAL else (lambda letter: letter not in wanted)
    return _in_set(arg, fold) if op is code.IN else None


def _in_set(items: Any, fold: bool) -> Callable[[str], bool]:
    def holds(letter: str) -> bool:
        for op, arg in items:
            if op is code.LITERAL and ord(letter) == arg:
                return True
            if op is code.RANGE and arg[0] <= ord(letter) <= arg[1]:
                return True
            if op is code.CATEGORY:
                *turned, name = str(arg).removeprefix("CATEGORY_").removeprefix("UNI_").split("_")
                if _NAMED[name](letter) != bool(turned):
                    return True
        return False

    @cache
    def accepts(letter: str) -> bool:
        forms = {letter, letter.lower()[:1], letter.upper()[:1]} if fold else {letter}
        return any(map(holds, forms)) != (items[0][0] is code.NEGATE)

    return accepts


def _single(accepts: Callable[[str], bool]) -> Step:
    def step(run: _Run, at: int) -> Ends:
        run.work.step()
        if at < len(run.text) and accepts(run.text[at]):
            yield at + 1

    return step


def _repeat(accepts: Callable[[str], bool], low: int, high: int, *, greedy: bool, keeps: bool) -> Step:
    """Return the step of a repeated character: all at once, then one back after the other."""

    def step(run: _Run, at: int) -> Ends:
        most = 0
        run.work.step()
        while most < high and at + most < len(run.text) and accepts(run.text[at + most]):
            run.work.step()
            most += 1
        counts = range(most, low - 1, -1) if greedy else range(low, most + 1)
        for count in counts[:1] if keeps else counts:
            run.work.step()
            yield at + count

    return step


def _again(inner: Step, low: int, high: int, *, greedy: bool) -> Step:
    def step(run: _Run, at: int, count: int = 0) -> Ends:
        run.work.step()
        if not greedy and count >= low:
            yield at
        if count < high:
            for end in inner(run, at):
                if end > at or count < low:
                    yield from step(run, end, count + 1)  # type: ignore[call-arg]
        if greedy and count >= low:
            yield at

    return step


def _first(inner: Step) -> Step:
    def step(run: _Run, at: int) -> Ends:
        for end in inner(run, at):
            yield end
            return

    return step


def _row(steps: list[Step]) -> Step:
    def step(run: _Run, at: int, number: int = 0) -> Ends:
        if number == len(steps):
            yield at
            return
        for end in steps[number](run, at):
            yield from step(run, end, number + 1)  # type: ignore[call-arg]

    return step


def _node(op: Any, arg: Any, fold: bool) -> Step:
    if accepts := _accepts(op, arg, fold):
        return _single(accepts)
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        low, high, items = arg
        greedy, keeps = op is not code.MIN_REPEAT, op is code.POSSESSIVE_REPEAT
        if len(items) == 1 and (accepts := _accepts(*items[0], fold)):
            return _repeat(accepts, low, int(high), greedy=greedy, keeps=keeps)
        again = _again(_sequence(items, fold), low, int(high), greedy=greedy)
        return _first(again) if keeps else again
    if op is code.SUBPATTERN:
        number, add, drop, items = arg
        return _grouped(number, _sequence(items, (fold or bool(add & re.IGNORECASE)) and not drop & re.IGNORECASE))
    if op is code.ATOMIC_GROUP:
        return _first(_sequence(arg, fold))
    if op is code.BRANCH:
        ways = [_sequence(items, fold) for items in arg[1]]
        return lambda run, at: (end for way in ways for end in way(run, at))
    if op in (code.ASSERT, code.ASSERT_NOT):
        return _looked(arg[0], arg[1], fold, wanted=op is code.ASSERT)
    if op is code.AT:
        place = re.compile({"AT_BEGINNING": "^", "AT_END": "$", "AT_BOUNDARY": r"\b", "AT_NON_BOUNDARY": r"\B",
                            "AT_BEGINNING_STRING": r"\A", "AT_END_STRING": r"\Z"}[str(arg)], re.MULTILINE)  # fmt: skip
        return lambda run, at: iter([at] if place.match(run.text, at) else [])
    if op is code.GROUPREF:
        return lambda run, at: _repeated(run, at, arg)
    raise NotImplementedError(str(op))


def _grouped(number: int | None, inner: Step) -> Step:
    def step(run: _Run, at: int) -> Ends:
        for end in inner(run, at):
            if number is not None:
                run.groups[number] = (at, end)
            yield end

    return step


def _repeated(run: _Run, at: int, number: int) -> Ends:
    start, end = run.groups.get(number, (0, 0))
    if run.text.startswith(run.text[start:end], at):
        yield at + end - start


def _looked(way: int, items: Any, fold: bool, *, wanted: bool) -> Step:
    inner, widths = _sequence(items, fold), items.getwidth()

    def step(run: _Run, at: int) -> Ends:
        start = at if way > 0 else at - widths[0]
        found = start >= 0 and next(inner(run, start), None) is not None
        if found == wanted:
            yield at

    return step


def _sequence(items: Any, fold: bool) -> Step:
    return _row([_node(op, arg, fold) for op, arg in items])


@cache
def _compiled(pattern: str, flags: int) -> Step:
    tree = _parser.parse(pattern, flags & ~re.DEBUG)
    return _sequence(tree, bool(tree.state.flags & re.IGNORECASE))


class Counted:
    """A pattern that answers as it is, and counts what a plain matcher would do for the answer."""

    def __init__(self, pattern: re.Pattern[str] | Later, work: Work) -> None:
        self._real, self._work = pattern, work

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def _count(self, text: str, at: int, end: int, *, moves: bool, all_of: bool) -> None:
        profile = sys.getprofile()
        sys.setprofile(None)  # what this matcher calls is no work of the code
        try:
            self._follow(text[:end], at, moves=moves, all_of=all_of)
        finally:
            sys.setprofile(profile)

    def _follow(self, text: str, at: int, *, moves: bool, all_of: bool) -> None:
        run, step = _Run(text, self._work), _compiled(self._real.pattern, self._real.flags)
        while at <= len(run.text):
            run.work.step()
            found = next(step(run, at), None)
            if not moves or (found is not None and not all_of):
                return
            at = at + 1 if found is None or found == at else found

    def _asked(self, name: str, text: str, at: int, end: int, *, moves: bool, all_of: bool) -> Any:
        self._count(text, at, end, moves=moves, all_of=all_of)
        return getattr(self._real, name)(text, at, end)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._asked("match", text, pos, endpos, moves=False, all_of=False)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._asked("fullmatch", text, pos, endpos, moves=False, all_of=False)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._asked("search", text, pos, endpos, moves=True, all_of=False)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._asked("finditer", text, pos, endpos, moves=True, all_of=True)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._asked("findall", text, pos, endpos, moves=True, all_of=True)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        self._count(text, 0, sys.maxsize, moves=True, all_of=True)
        return self._real.sub(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._count(text, 0, sys.maxsize, moves=True, all_of=True)
        return self._real.split(text, maxsplit)


def _replaced(value: Any, work: Work) -> Any:
    if isinstance(value, (re.Pattern, Later)) and isinstance(value.pattern, str):
        return Counted(value, work)
    if type(value) in (tuple, list):
        return type(value)(_replaced(one, work) for one in value)
    if type(value) is dict:
        return {key: _replaced(one, work) for key, one in value.items()}
    return value


@contextmanager
def counting(work: Work, package: str) -> Iterator[None]:
    """Count the steps of all patterns that modules of `package` hold, and the calls that are made, into `work`."""

    def called(frame: Any, event: str, _: Any) -> None:
        own = frame.f_globals.get("__name__", "").split(".")[0] == package
        work.steps += own and event in ("call", "c_call")

    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == package]
    held: list[tuple[ModuleType, str, Any]] = []
    for module in modules:
        for name, value in list(vars(module).items()):
            if type(value) in (tuple, list, dict) or isinstance(value, (re.Pattern, Later)):
                held.append((module, name, value))
                setattr(module, name, _replaced(value, work))
    before, depth = sys.getprofile(), sys.getrecursionlimit()
    sys.setrecursionlimit(max(depth, _DEPTH))
    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(before)
        sys.setrecursionlimit(depth)
        for module, name, value in held:
            setattr(module, name, value)
