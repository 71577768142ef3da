"""Read the phrases of a file by the schema that it names, and rewrite a file of schema 1.

A file without a schema is one of schema 1: it was written when a bar chose between words. It is read as it was meant
then, and whoever keeps it is told where schema 2 would read something else.
"""

from typing import TYPE_CHECKING

from stmtdiff.patterns import later
from stmtdiff.phrases.phrase import Phrase, compile_phrase
from stmtdiff.phrases.syntax import Syntax, read_otherwise, upgraded

if TYPE_CHECKING:
    from stmtdiff.toml import Cursor

_SHOWN = 4  # wordings that a sentence lists
_HEAD = later(r"(?:#[^\n]*\n)+\n+")  # a comment on the whole file, which a blank line ends


class FilePhrases:
    """The phrases of one file: read one by one, with what schema 1 meant by them."""

    def __init__(self, top: "Cursor", name: str) -> None:
        """Take the file whose top is `top`; its schemas are called `name` with a number: "stmtdiff-policy/2".

        Raises:
            SettingsError: with path, line and column, when it names a schema that is not known.
        """
        self._top = top
        self._schema = f"{name}/2"
        self._meant: list[Cursor] = []  # the phrases that mean something else in schema 2
        told = top["schema"]
        if told.value not in (None, f"{name}/1", self._schema):
            raise told.error(f"schema '{told.value}' is not known to this version", f"write '{self._schema}'")
        self.syntax: Syntax = 2 if told.value == self._schema else 1

    def read(self, one: "Cursor") -> Phrase:
        """Return the phrase that stands at `one`.

        Raises:
            SettingsError: with path, line and column, when it is none.
        """
        phrase = one.told(lambda pattern: compile_phrase(pattern, self.syntax))
        if phrase.syntax == 1:
            self._meant.append(one)
        return phrase

    def each(self, listed: "Cursor") -> tuple[Phrase, ...]:
        """Return the phrases of an array, none where nothing stands; errors are those of `read`."""
        return tuple(self.read(listed[index]) for index in range(len(listed.value or ())))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return a sentence for each phrase that schema 2 reads otherwise, with its line."""
        return tuple(f"line {one.place[0]}: {told_otherwise(Phrase(one.value, 1))}" for one in self._meant)

    def upgraded(self) -> tuple[str, int] | None:
        """Return the text of the file as schema 2 writes it, and how many of its phrases were written anew.

        Only these and the schema change; None for a file that is of schema 2. All phrases must have been read before.

        Raises:
            SettingsError: with path, line and column, when a phrase cannot be rewritten.
        """
        if self.syntax == 2:
            return None
        changes = [(one, one.told(upgraded)) for one in self._meant]
        if self._top["schema"].value is not None:
            return self._top.rewritten([*changes, (self._top["schema"], self._schema)]), len(changes)
        text = self._top.rewritten(changes)
        head = _HEAD.match(text)
        at = head.end() if head else 0
        return f'{text[:at]}schema = "{self._schema}"\n{_gap(text[at:])}{text[at:]}', len(changes)


def _gap(rest: str) -> str:
    """Return the blank line that parts the schema from a table or a comment behind it."""
    return "\n" if rest.startswith(("[", "#")) else ""


def told_otherwise(phrase: Phrase) -> str:
    """Return how a phrase of schema 1 is read, and how schema 2 would; nothing for any other phrase.

    >>> told_otherwise(compile_phrase("call|press on", 1))
    "'call|press on' is read as 'call on' or 'press on'; in schema 2 it would be 'call' or 'press on'"
    """
    told = read_otherwise(phrase.pattern) if phrase.syntax == 1 else None
    if told is None:
        return ""
    later = f"it would be {_listed(told[1])}" if told[1] else "it would be an error"
    return f"'{phrase.pattern}' is read as {_listed(told[0])}; in schema 2 {later}"


def _listed(wordings: tuple[str, ...]) -> str:
    """Return wordings in a row, a few of them where there are many: "'a b', 'a c' or 'a d'"."""
    shown = [f"'{wording}'" for wording in wordings[:_SHOWN]]
    if more := len(wordings) - len(shown):
        return f"{', '.join(shown)} or one of {more} more"
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
