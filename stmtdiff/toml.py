"""Read TOML so that every complaint about it can name the line and column.

The ugly case: a rule pack of 400 lines says ``sevrity`` once. `tomllib` gives plain dictionaries
without places, so the keys are looked for again in the text, by the way that leads to them. Every
file of settings, packs, manifests, locks, policies, baselines and figures is read by its `Cursor`.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from stmtdiff.errors import SettingsError, likely
from stmtdiff.json_lines import quoted

KeyPath = tuple[str | int, ...]

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
LARGEST = 1_000_000  # characters of a file: the longest packs have a twentieth
_DEEPEST = 60  # keys in one dotted name: the tables of a name of 20,000 keys take 2 GB
_DOTTED = re.compile(rf"(?:{_KEY}[ \t]*\.[ \t]*){{{_DEEPEST}}}")
_FIGURES = re.compile(r"[0-9](?:_?[0-9]){1000,}")
_LONGEST = 400  # characters of a key that another one is looked for
_WIDEST = 64  # bits of a number, as TOML has it
_SYNTAX = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)
_MISSING = re.compile(r"[Oo]bject missing required field `([^`]+)`")
_FIELD = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<way>[^`]*)`)?$", re.DOTALL)


class _File:
    """The text of one file; where its keys stand is found out when something is wrong with it."""

    def __init__(self, text: str, path: Path | str | None) -> None:
        self.path = path
        self._text = text.replace("\r\n", "\n")

    @cached_property
    def _scan(self) -> "_Scan":
        return _scanned(self._text)

    def place(self, way: KeyPath) -> tuple[int, int]:
        """Return line and column, from 1, of the key that `way` leads to, or of the nearest one above it."""
        while way and way not in self._scan.places:
            way = way[:-1]
        return self._scan.places.get(way, (1, 1))

    def rewritten(self, changes: dict[KeyPath, str]) -> str:
        """Return the text with other strings in the places of those that some ways lead to."""
        text = self._text
        for way, new in sorted(changes.items(), key=lambda change: self._scan.strings[change[0]], reverse=True):
            start, end = self._scan.strings[way]
            text = text[:start] + _requoted(text[start:end], new) + text[end:]
        return text


class Cursor:
    """A value in a file, with the way to it: it reads what is there and says where a mistake stands.

    `value` is what TOML says, None where nothing stands.
    """

    __slots__ = ("_file", "_way", "value")

    def __init__(self, value: Any, file: _File, way: KeyPath = ()) -> None:
        self.value = value
        self._file = file
        self._way = way

    def __getitem__(self, step: str | int) -> "Cursor":
        """Return the value under a key of a table, or at an index of an array; it may be missing."""
        value = self.value
        if isinstance(step, str):
            inside = value.get(step) if isinstance(value, dict) else None
        else:
            inside = value[step] if isinstance(value, list) and step < len(value) else None
        return Cursor(inside, self._file, (*self._way, step))

    def rewritten(self, changes: "Iterable[tuple[Cursor, str]]") -> str:
        """Return the text of the whole file, with other strings in the places of some of its values."""
        return self._file.rewritten({one._way: new for one, new in changes})

    @property
    def place(self) -> tuple[int, int]:
        """Return line and column of the value, from 1; of the nearest one above it where it is missing."""
        return self._file.place(self._way)

    def error(self, message: str, hint: str = "") -> SettingsError:
        """Return an error about the value, to be raised: it names the file, the line and the column."""
        line, column = self.place
        return SettingsError(message, path=self._file.path, line=line, column=column, hint=hint)

    def told(self, make: Callable[[Any], _T]) -> _T:
        """Return what `make` makes of the value; what it complains of gets the place of the value.

        Raises:
            SettingsError: what `make` raised, with path, line and column.
        """
        try:
            return make(self.value)
        except SettingsError as error:
            raise self.error(error.message, error.hint) from None

    def each(self, make: Callable[[Any], _T]) -> tuple[_T, ...]:
        """Return what `make` makes of each value of an array, as `told` does."""
        return tuple(self[index].told(make) for index in range(len(self.value or ())))

    def tables(self, name: str) -> "tuple[Cursor, ...]":
        """Return the tables ``[[name]]`` inside this one, none where there is none.

        Raises:
            SettingsError: when `name` is something else.
        """
        listed = self[name]
        if listed.value is not None and not isinstance(listed.value, list):
            header = ".".join(step for step in (*self._way, name) if isinstance(step, str))
            raise listed.error(f"'{name}' must be a list of tables", f"write [[{header}]]")
        return tuple(listed[index] for index in range(len(listed.value or ())))

    def only(self, names: Iterable[str]) -> None:
        """Do nothing when the value is a table, and every key of it is among `names`.

        Raises:
            SettingsError: for no table, or for the first key that is not, with the likely spelling.
        """
        if not isinstance(self.value, dict):
            raise self.error("a table is needed here")
        allowed = sorted(names)
        for key in self.value:
            if key not in allowed:
                hint = likely(key[:_LONGEST], allowed, f"known keys: {', '.join(allowed)}")
                raise self[key].error(f"unknown key '{key}'", hint)

    def read(self, kind: type[_T], *, known: Iterable[str] = ()) -> _T:
        """Return the table as a value of `kind`, a dataclass; a key that it does not have is an error.

        Keys in `known` are allowed, and left out because somebody else reads them.

        Raises:
            SettingsError: with path, line and column, and the likely spelling of an unknown key.
        """
        from dataclasses import fields

        import msgspec

        extra = frozenset(known)
        self.only([*(field.name for field in fields(kind)), *extra])  # type: ignore[arg-type]
        try:
            return msgspec.convert({key: value for key, value in self.value.items() if key not in extra}, kind)
        except msgspec.ValidationError as error:
            raise self._wrong(str(error), kind) from None

    def _wrong(self, said: str, kind: type) -> SettingsError:
        """Return what msgspec `said` of a value inside this one, read as `kind`, as an error about that value."""
        match = _FIELD.match(said)
        wrong = self
        for name, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", (match and match["way"]) or ""):
            wrong = wrong[name or int(index)]
        key = next((step for step in reversed(wrong._way) if isinstance(step, str)), "")
        is_own = wrong._way == (*self._way, key)
        if is_own and isinstance(wrong.value, str) and (allowed := _allowed(kind, key)):
            known = f"one of: {', '.join(allowed)}"
            hint = likely(wrong.value, allowed, known)
            hint = hint if hint == known else f"{hint} {known}"
            return wrong.error(f"'{key}': there is no '{wrong.value}'", hint)
        return wrong.error(_sentence(match["what"] if match else said, key))


def _allowed(kind: type, key: str) -> list[str]:
    """Return the words that a field of a dataclass may be, none where it may be any."""
    from typing import Literal, get_args, get_origin, get_type_hints

    pending, words = [get_type_hints(kind).get(key)], []
    while pending:
        one = pending.pop(0)
        if get_origin(one) is Literal:
            words += [word for word in get_args(one) if isinstance(word, str)]
        else:
            pending += get_args(one)
    return words


def read_toml(source: Path | str, *, name: str = "", largest: int = LARGEST) -> Cursor:
    """Return the table in `source`, with the places of all that stands in it.

    Args:
        source: a path to read, or the TOML text itself.
        name: what to call a text in errors.
        largest: the most characters that it may have.

    Raises:
        SettingsError: when the file cannot be read, is too large or is no TOML, with line and column.
    """
    path = source if isinstance(source, Path) else name or None
    text = _text(source, largest) if isinstance(source, Path) else source.replace("\r\n", "\n")
    if len(text) > largest:
        raise SettingsError(f"the file has more than {largest:,} characters", path=path, hint="is it the right file?")
    if (dotted := _long_name(text)) is not None:
        raise _at(dotted, text, path, f"a name has more than {_DEEPEST} keys, separated by dots")
    try:
        top = Cursor(tomllib.loads(text), _File(text, path))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(str(error), text, path) from None
    except RecursionError:
        raise _at(0, text, path, "brackets are nested too deeply") from None
    except ValueError:  # Python reads no number of so many figures
        figures = _FIGURES.search(text)
        raise _at(figures.start() if figures else 0, text, path, "a number has too many digits") from None
    _check_numbers(top)
    return top


def _long_name(text: str) -> int | None:
    """Return where a name of too many keys begins; None where there is none."""
    if all(line.count(".") < _DEEPEST for line in text.split("\n")):
        return None
    position = 0
    while position < len(text):
        if _DOTTED.match(text, position):
            return position
        piece = _PIECE.match(text, position)
        if piece is None:  # a string that is never closed
            return None
        position = piece.end()
    return None


def _at(position: int, text: str, path: Path | str | None, what: str) -> SettingsError:
    """Return the error about what stands at `position`."""
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    return SettingsError(f"this is not TOML: {what}", path=path, line=line, column=column)


def _check_numbers(top: Cursor) -> None:
    """Do nothing when all whole numbers are as wide as TOML has them: others cannot even be printed.

    Raises:
        SettingsError: for the first that is wider, with its place.
    """
    waiting = [top]
    while waiting:
        here = waiting.pop()
        value = here.value
        if isinstance(value, dict):
            waiting += [here[key] for key in reversed(value)]
        elif isinstance(value, list):
            waiting += [here[index] for index in reversed(range(len(value)))]
        elif isinstance(value, int) and value.bit_length() >= _WIDEST and value != -(2 ** (_WIDEST - 1)):
            raise here.error("this is not TOML: a number has too many digits")


def _sentence(message: str, key: str) -> str:
    """Return msgspec's message with the key that it is about: "Expected `int`, got `str`"."""
    said = message[0].lower() + message[1:]
    said = _MISSING.sub(r"the key '\1' is missing", said)
    return f"'{key}': {said}" if key else said


def _text(path: Path, largest: int) -> str:
    """Return the text of a file, and of one that is too large a little more than it may have."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        raise SettingsError("there is no such file", path=path, hint="check the path") from None
    except UnicodeDecodeError:
        raise SettingsError("the file is not UTF-8", path=path, hint="save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"the file cannot be read: {error.strerror}", path=path, hint="check the path") from None
    except ValueError:  # a NUL or half a letter in its name
        raise SettingsError("no file can have this name", path=path, hint="check the path") from None


def _syntax_error(message: str, text: str, path: Path | str | None) -> SettingsError:
    match = _SYNTAX.match(message)
    last = text.rstrip("\n").rsplit("\n", 1)[-1]
    line = int(match["line"]) if match and match["line"] else text.rstrip("\n").count("\n") + 1
    column = int(match["column"]) if match and match["column"] else len(last) + 1
    what = match["what"] if match else message
    return SettingsError(f"this is not TOML: {what[0].lower()}{what[1:]}", path=path, line=line, column=column)


def _requoted(written: str, text: str) -> str:
    """Return `text` as a string of TOML, in the marks of the one that was `written` where it can stand in them."""
    mark = written[0]
    if written.startswith(mark * 3) or mark in text or "\\" in text or not text.isprintable():
        return quoted(text)
    return f"{mark}{text}{mark}"


def _scanned(text: str) -> "_Scan":
    """Return where every header, key, array entry and string of `text` stands, which is known to be TOML."""
    scan = _Scan()
    position = 0
    while position < len(text):
        header = _HEADER.match(text, position) if scan.is_between_keys else None
        piece = header or scan.key(text, position) or _PIECE.match(text, position)
        if piece is None:
            break
        scan.take(piece, header is not None)
        position = piece.end()
    return scan


class _Scan:
    """Where in its tables a reader of TOML stands."""

    def __init__(self) -> None:
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self.strings: dict[KeyPath, tuple[int, int]] = {}  # where the strings among the values begin and end
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
        if kind == "string":
            self.strings[self._way] = piece.span()
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
