"""Find the numbers and the sets of words that a module decides by, and what each may be changed to.

All is read from the syntax tree, and a module that is found here can be compiled with one of its values changed
(`benchmarks/judging.py`). Sets of words stand in `stmtdiff/languages`; what a module takes from there is changed for
that module alone, so that each use of a set has to be noticed by itself.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

ConstantKind = Literal["number", "inline number", "words"]

_STRUCTURE = {0, 1, -1}  # inside functions these count, index and say whether there is anything: they are no thresholds
_BUILTINS = {"__builtins__": {"frozenset": frozenset, "tuple": tuple, "sorted": sorted}}
Look = Callable[[str, str], object]  # module and name to the value that stands there, None for what is no words


@dataclass(frozen=True, slots=True)
class Change:
    """What one value may be changed to: a word for it, and the source that takes its place."""

    told: str
    source: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that a module decides by, and the changes to try.

    `place` is where its source stands: first line and column, last line and column.
    """

    name: str
    kind: ConstantKind
    value: str
    place: tuple[int, int, int, int]
    changes: tuple[Change, ...]


def _look_nowhere(_module: str, _name: str) -> None:
    return None


def find_constants(source: str, look: Look = _look_nowhere) -> list[Constant]:
    """Return the constants of a module from its source, in the order in which they stand.

    `look` says what a name that the module imports stands for. Numbers are those with a name at the top of the
    module, alone, in a tuple or handed to a constructor; inside functions, fractions and what something is compared
    with or counted up by. Words are named sets and tuples.

    >>> [(one.name, one.value) for one in find_constants("_LEAST = 0.4\\n_WORDS = frozenset('by until'.split())")]
    [('_LEAST', '0.4'), ('_WORDS', '2 words')]
    """
    tree = ast.parse(source)
    found: list[Constant] = []
    values: dict[str, object] = {}
    for node in tree.body:
        if name := _assigned(node):
            written = node.value  # type: ignore[attr-defined]  # `_assigned` has seen that it has one
            values[name] = _evaluated(written, values)
            found += [_number(label, at, "number") for label, at in _named_numbers(name, written)]
            found += _words(name, written, values[name])
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                value = values[alias.asname or alias.name] = look(node.module or "", alias.name)
                found += _words(alias.asname or alias.name, alias, value)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found += [_number(label, at, "inline number") for label, at in _inline_numbers(node, node.name)]
    return sorted(found, key=lambda one: one.place)


def _assigned(node: ast.stmt) -> str:
    """Return the name that a statement gives to a value, "" where it does not or where the name is Python's own."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target: ast.expr = node.targets[0]
    elif isinstance(node, ast.AnnAssign) and node.value:
        target = node.target
    else:
        return ""
    return target.id if isinstance(target, ast.Name) and not target.id.startswith("__") else ""


def _evaluated(value: ast.expr, known: Mapping[str, object]) -> object:
    """Return what `value` is, None where that depends on another module."""
    try:
        return eval(compile(ast.Expression(value), "constant", "eval"), dict(_BUILTINS), dict(known))
    except Exception:  # whatever is wrong with it, it is no plain value
        return None


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in {int, float}


def _named_numbers(name: str, value: ast.expr) -> Iterator[tuple[str, ast.Constant]]:
    if isinstance(value, ast.Constant) and _is_number(value):
        yield name, value
    elif isinstance(value, ast.Tuple):
        for at, item in enumerate(value.elts):
            if isinstance(item, ast.Constant) and _is_number(item):
                yield f"{name}[{at}]", item
    elif isinstance(value, ast.Call):
        own = [(f"{name}[{at}]", item) for at, item in enumerate(value.args)]
        own += [(f"{name}.{keyword.arg}", keyword.value) for keyword in value.keywords]
        yield from ((label, item) for label, item in own if isinstance(item, ast.Constant) and _is_number(item))


def _inline_numbers(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Constant]]:
    for child in ast.iter_child_nodes(node):
        inner = isinstance(child, ast.FunctionDef | ast.ClassDef)
        yield from _inline_numbers(child, f"{name}.{child.name}" if inner else name)  # type: ignore[attr-defined]
        if isinstance(child, ast.Constant) and _is_number(child) and _decides(child, node):
            yield f"{name}: {ast.unparse(node)}", child


def _decides(number: ast.Constant, node: ast.AST) -> bool:
    """Say whether a number inside a function, in `node`, is a weight or a limit.

    That a length is exactly so much is the shape of a thing, and no limit.
    """
    if number.value in _STRUCTURE or not isinstance(node, ast.Compare):
        return number.value not in _STRUCTURE and (isinstance(number.value, float) or isinstance(node, ast.AugAssign))
    is_length = isinstance(node.left, ast.Call) and ast.unparse(node.left.func) == "len"
    return not (is_length and any(isinstance(sign, ast.Eq | ast.NotEq) for sign in node.ops))


def _number(label: str, node: ast.Constant, kind: ConstantKind) -> Constant:
    changes = tuple(Change(text, text) for text in map(repr, _other_numbers(node.value)))  # type: ignore[arg-type]
    return Constant(label, kind, repr(node.value), _place(node), changes)


def _other_numbers(value: float) -> tuple[float, ...]:
    """Return half of a number and its double; of a share above a half what lies halfway to the whole."""
    if isinstance(value, int):
        return (value // 2, 2 * value) if value else (1,)
    return value / 2, 2 * value if value < 0.5 or value >= 1 else (1 + value) / 2


def _words(name: str, node: ast.expr | ast.alias, value: object) -> Iterator[Constant]:
    """Yield the constant for a set or tuple of words: without any, and with every other one only."""
    if not isinstance(value, frozenset | tuple | list) or not value or not all(map(_is_wording, value)):
        return
    items = sorted(value) if isinstance(value, frozenset) else list(value)  # type: ignore[type-var]
    parts = {"none": [], "every other": items[::2], "the others": items[1::2]}
    told = {text: part for text, part in parts.items() if part != items and (part or text == "none")}
    changes = tuple(Change(text, _source(type(value), part)) for text, part in told.items())
    yield Constant(name, "words", f"{len(items)} words", _place(node), changes)


def _is_wording(item: object) -> bool:
    is_group = isinstance(item, tuple | frozenset) and bool(item)
    return isinstance(item, str) or (is_group and all(isinstance(x, str) for x in item))  # type: ignore[attr-defined]


def _source(kind: type, items: list[object]) -> str:
    return f"{kind.__name__}({items!r})"


def _place(node: ast.expr | ast.alias) -> tuple[int, int, int, int]:
    return node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0


def changed_tree(source: str, constant: Constant, change: Change) -> ast.Module:
    """Return the syntax tree of a module with one constant changed.

    Raises:
        ValueError: when no value stands at the constant's place.
    """
    swap = _Swap(constant.place, ast.parse(change.source, mode="eval").body)
    tree = ast.fix_missing_locations(swap.visit(ast.parse(source)))
    if not swap.done:
        raise ValueError(f"{constant.name} does not stand at {constant.place}")
    return tree


class _Swap(ast.NodeTransformer):
    def __init__(self, place: tuple[int, int, int, int], other: ast.expr) -> None:
        self._place, self._other, self.done = place, other, False

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom | list[ast.stmt]:
        """Put another value for an imported name behind its import."""
        for alias in node.names:
            if _place(alias) == self._place:
                self.done = True
                name = ast.Name(alias.asname or alias.name, ast.Store())
                return [node, ast.copy_location(ast.Assign([name], self._other), node)]
        return node

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and _place(node) == self._place and not self.done:
            self.done = True
            return ast.copy_location(self._other, node)
        return super().visit(node)
