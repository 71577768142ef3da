"""Read TOML so that every complaint about it can name the line and column.

The ugly case: a rule pack of 400 lines says ``sevrity`` once. `tomllib` gives plain dictionaries
without places, so the keys are looked for again in the text, by the way that leads to them.
"""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from stmtdiff.errors import SettingsError

KeyPath = tuple[str | int, ...]
Locate = Callable[[KeyPath], tuple[int, int]]

_T = TypeVar("_T")
_KEY = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_KEY_BEFORE = re.compile(rf"{_KEYS}(?=[ \t]*=)")
_HEADER = re.compile(rf"(?P<open>\[\[?)[ \t]*(?P<name>{_KEYS})[ \t]*\]\]?")
_PIECE = re.compile(
    r"(?P<string>\"\"\"(?:[^\\]|\\.)*?\"{3,5}(?!\")|'''.*?'{3,5}(?!')|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
    r"|(?P<gap>[ \t\n]+|\#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<equals>=)"
    r"|(?P<bare>[^\s\"'#\[\]{}=,]+)",
    re.DOTALL,
)
_SYNTAX = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)
_MISSING = re.compile(r"[Oo]bject missing required field `([^`]+)`")
_FIELD = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<way>[^`]*)`)?$", re.DOTALL)


def read_toml(source: Path | str, *, name: str = "") -> tuple[dict[str, Any], Locate]:
    """Return the table in `source` and a function that says where a key stands.

    Args:
        source: a path to read, or the TOML text itself.
        name: what to call a text in errors.

    The function takes the way to a key, ``("release", 2, "date")``, and gives its line and column
    from 1; a key that is not there gives the place of the nearest one above it.

    Raises:
        SettingsError: when the file cannot be read or is no TOML, with line and column.
    """
    path = source if isinstance(source, Path) else name or None
    text = _text(source) if isinstance(source, Path) else source
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, path) from None
    places: dict[KeyPath, tuple[int, int]] = {}

    def locate(way: KeyPath) -> tuple[int, int]:
        if not places:
            places.update(_places(text))
        while way and way not in places:
            way = way[:-1]
        return places.get(way, (1, 1))

    return table, locate


def decode(
    table: Any, kind: type[_T], *, at: KeyPath = (), locate: Locate, path: Path | str | None, known: Iterable[str] = ()
) -> _T:
    """Return `table` as a value of `kind`, a dataclass; a key that it does not have is an error.

    `at` is the way to the table in its file, `locate` what `read_toml` gave, `path` the file for
    the error. Keys in `known` are allowed, and left out because somebody else reads them.

    Raises:
        SettingsError: with path, line and column, and the likely spelling of an unknown key.
    """
    from dataclasses import fields

    import msgspec

    if not isinstance(table, dict):
        raise SettingsError("a table is needed here", path=path, line=locate(at)[0], column=locate(at)[1])
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    extra = frozenset(known)
    refuse_unknown(table, (*names, *extra), at=at, locate=locate, path=path)
    try:
        return msgspec.convert({key: value for key, value in table.items() if key not in extra}, kind)
    except msgspec.ValidationError as error:
        match = _FIELD.match(str(error))
        steps = re.findall(r"\.([\w-]+)|\[(\d+)\]", (match and match["way"]) or "")
        way = (*at, *(int(index) if index else step for step, index in steps))
        line, column = locate(way)
        raise SettingsError(
            _sentence(match["what"] if match else str(error), way), path=path, line=line, column=column
        ) from None


def refuse_unknown(
    table: dict[str, Any], names: Iterable[str], *, at: KeyPath, locate: Locate, path: Path | str | None
) -> None:
    """Do nothing when every key of `table` is among `names`.

    Raises:
        SettingsError: for the first key that is not, with its place and the likely spelling.
    """
    allowed = sorted(names)
    for key in table:
        if key not in allowed:
            line, column = locate((*at, key))
            close = difflib.get_close_matches(key, allowed, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"known keys: {', '.join(allowed)}"
            raise SettingsError(f"unknown key '{key}'", path=path, line=line, column=column, hint=hint)


def _sentence(message: str, way: KeyPath) -> str:
    """Return msgspec's message with the key that it is about: "Expected `int`, got `str`"."""
    key = next((step for step in reversed(way) if isinstance(step, str)), "")
    said = message[0].lower() + message[1:]
    said = _MISSING.sub(r"the key '\1' is missing", said)
    return f"'{key}': {said}" if key else said


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError("there is no such file", path=path, hint="check the path") from None
    except UnicodeDecodeError:
        raise SettingsError("the file is not UTF-8", path=path, hint="save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"the file cannot be read: {error.strerror}", path=path, hint="check the path") from None


def _syntax_error(message: str, text: str, path: Path | str | None) -> SettingsError:
    match = _SYNTAX.match(message)
    last = text.rstrip("\n").rsplit("\n", 1)[-1]
    line = int(match["line"]) if match and match["line"] else text.rstrip("\n").count("\n") + 1
    column = int(match["column"]) if match and match["column"] else len(last) + 1
    what = match["what"] if match else message
    return SettingsError(f"this is not TOML: {what[0].lower()}{what[1:]}", path=path, line=line, column=column)


def _places(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Return line and column of every header, key and array entry of `text`, which is known to be TOML."""
    text = text.replace("\r\n", "\n")
    scan = _Scan()
    position = 0
    while position < len(text):
        header = _HEADER.match(text, position) if scan.is_between_keys else None
        piece = header or scan.key(text, position) or _PIECE.match(text, position)
        if piece is None:
            break
        scan.take(piece, header is not None)
        position = piece.end()
    return scan.places


class _Scan:
    """Where in its tables a reader of TOML stands."""

    def __init__(self) -> None:
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self._counts: dict[KeyPath, int] = {}
        self._table: KeyPath = ()
        self._way: KeyPath = ()  # the key or array entry whose value comes next
        self._open: list[tuple[str, KeyPath]] = []  # brackets that are open, each with the way of its value
        self._line, self._column = 1, 1
        self.is_between_keys = True

    def key(self, text: str, position: int) -> re.Match[str] | None:
        """Return the key that stands at `position`, if one can stand there."""
        if self.is_between_keys or (self._open and self._open[-1][0] == "{" and self._way == self._open[-1][1]):
            return _KEY_BEFORE.match(text, position)
        return None

    def take(self, piece: re.Match[str], is_header: bool) -> None:
        """Move behind `piece` and remember what begins there."""
        if is_header:
            self._take_header(piece)
        elif piece.re is _KEY_BEFORE:
            base = self._open[-1][1] if self._open else self._table
            self._way = self._remember(base, _split(piece[0]))
            self.is_between_keys = False
        else:
            self._take_piece(piece)
        self._advance(piece[0])

    def _take_header(self, header: re.Match[str]) -> None:
        way: KeyPath = ()
        *above, last = _split(header["name"])
        for key in above:
            way = self._entered((*way, key))
        way = (*way, last)
        if header["open"] == "[[":
            self._counts[way] = self._counts.get(way, -1) + 1
            self.places.setdefault(way, (self._line, self._column))
            way = (*way, self._counts[way])
        self.places.setdefault(way, (self._line, self._column))
        self._table = self._way = way

    def _entered(self, way: KeyPath) -> KeyPath:
        """Return the way into the last entry when `way` is an array of tables."""
        return (*way, self._counts[way]) if way in self._counts else way

    def _remember(self, base: KeyPath, keys: list[str]) -> KeyPath:
        for key in keys:
            base = (*base, key)
            self.places.setdefault(base, (self._line, self._column))
        return base

    def _take_piece(self, piece: re.Match[str]) -> None:
        kind = piece.lastgroup
        if kind == "gap":
            if "\n" in piece[0] and not self._open:
                self.is_between_keys = True
            return
        if kind == "close":
            self._way = self._open.pop()[1]
            return
        if kind == "comma":
            bracket, way = self._open[-1]
            self._way = way if bracket == "{" else (*way, int(self._way[-1]) + 1)
            return
        if kind != "equals":
            self.places.setdefault(self._way, (self._line, self._column))
        if kind == "open":
            self._open.append((piece[0], self._way))
            self._way = self._way if piece[0] == "{" else (*self._way, 0)

    def _advance(self, passed: str) -> None:
        if "\n" in passed:
            self._line += passed.count("\n")
            self._column = len(passed) - passed.rindex("\n")
        else:
            self._column += len(passed)


def _split(keys: str) -> list[str]:
    return [next(iter(tomllib.loads(f"{key} = 0"))) for key in re.findall(_KEY, keys)]
