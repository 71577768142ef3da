"""Everything that can go wrong, as one small tree, written for the person at the keyboard.

::

    StmtdiffError
    ├── LoadError            a file could not be read as a statement
    ├── FetchError           an address could not be fetched
    │   └── MissingPageError its server has no such page
    ├── ReferenceError       "series:2024" names nothing, or more than one thing
    ├── SettingsError        a rule pack, policy or manifest is wrong (path, line, column)
    ├── LibraryError         the library of texts cannot be read or written
    ├── RenderError          a format does not exist, or cannot show this result
    └── InternalError        a promise of our own is broken: please report it
"""

from collections.abc import Sequence
from pathlib import Path

_LONGEST = 1_000  # characters of a message, a path or a hint


def likely(word: str, known: Sequence[str], otherwise: str) -> str:
    """Return the hint which of the `known` words was meant by a wrong one, `otherwise` where none is near."""
    import difflib  # nothing that goes well needs it

    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else otherwise


def _short(text: str) -> str:
    """Return what is said with the middle left out where it quotes thousands of letters of others."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} ... {text[-_LONGEST // 2 :]}"


class StmtdiffError(Exception):
    """A failure with one sentence for the reader and a hint for what to try next.

    Args:
        message: what went wrong, one sentence without the place.
        path: the file concerned, if any.
        line, column: the place in it, counted from 1.
        hint: the next thing to try.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Return ``path:line:column: message (hint)`` with what is known of it.

        >>> str(StmtdiffError("no such key 'sevrity'", path="my.toml", line=3, column=1, hint="it is 'severity'"))
        "my.toml:3:1: no such key 'sevrity' (it is 'severity')"
        """
        where = ":".join(_short(str(part)) for part in (self.path, self.line, self.column) if part is not None)
        sentence = f"{where}: {_short(self.message)}" if where else _short(self.message)
        return f"{sentence} ({_short(self.hint)})" if self.hint else sentence


class LoadError(StmtdiffError):
    """A file could not be read as a statement."""


class FetchError(StmtdiffError):
    """An address could not be fetched, or may not be."""


class MissingPageError(FetchError):
    """The server says that there is no such page: for an address that was foretold, not yet."""


class ReferenceError(StmtdiffError):  # noqa: A001  # "reference" is the project's word for series:2024
    """A reference such as ``sample:2024`` names no release, or more than one."""


class SettingsError(StmtdiffError):
    """A rule pack, a policy or a manifest does not say what it should."""


class LibraryError(StmtdiffError):
    """The library of texts cannot be read or written, or what should go in does not fit."""


class RenderError(StmtdiffError):
    """A result cannot be shown in the format asked for."""


class InternalError(StmtdiffError):
    """A promise that stmtdiff makes to itself is broken."""

    def __init__(self, message: str) -> None:
        super().__init__(f"INTERNAL ERROR: {message}", hint="please report this with the two statements")
