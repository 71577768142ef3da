"""Which format a result gets: the one that was named, or what the suffix of its file means, alike everywhere."""

from collections.abc import Sequence
from pathlib import Path

from stmtdiff.formats import FORMATS

READABLE = ("plain", "text", "terminal")
"""What is written for readers has one of these names; each is understood where another of them is meant."""
_SUFFIXES = {"": "text", "txt": "text", "md": "markdown", "htm": "html", "xml": "junit"}  # others are named so


def format_of(format: str, output: Path | None, kind: str) -> str:  # noqa: A002  # the word of the option
    """Return the format for a result of `kind` (the name of its class), by name or by the suffix of `output`.

    Raises:
        RenderError: when such results have no such format.
    """
    return chosen(format, output, FORMATS[kind])


def chosen(format: str, output: Path | None, formats: Sequence[str]) -> str:  # noqa: A002
    """Return the one of `formats` that is meant by name or by the suffix of `output`, else the one for readers.

    Raises:
        RenderError: when it is none of them.
    """
    from stmtdiff.errors import RenderError

    wanted = format or (output.suffix.lower().lstrip(".") if output else "")
    meant = wanted if format else _SUFFIXES.get(wanted, wanted)
    if meant in READABLE and meant not in formats:
        return next(name for name in READABLE if name in formats)
    if meant not in formats:
        raise RenderError(f"there is no format '{wanted}'", hint=f"formats: {', '.join(formats)}")
    return meant
