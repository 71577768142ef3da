"""Choose the loader of a file and run it.

A loader is a module with ``VERSION`` and ``read(raw, options) -> Reading``, which takes from the
`ReadOptions` what is about its format. It is imported when a file of its format is read: lxml and its
like cost more time than a whole comparison.
"""

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import TypeVar

from stmtdiff.errors import LoadError, StmtdiffError
from stmtdiff.loaders.raw import is_nothing, read_bytes, read_standard_input
from stmtdiff.loaders.reading import Reading, check_length
from stmtdiff.loaders.sniff import MARKDOWN_SUFFIXES, WRAPPED, Format, sniff
from stmtdiff.model import Source
from stmtdiff.settings import AS_USUAL, ReadOptions

_NOT_READ = {
    "encrypted": ("this document is protected with a password", "save it without one"),
    "archive": ("this is a zip archive, not a statement", "unpack it and name the file inside"),
    "sheet": ("this is a spreadsheet, slides or a drawing, not a text", "save the statement itself as .docx or text"),
    "old-office": ("this is an older Office file, but not a Word document", "save the statement as .docx or text"),
    "json": ("this is data (JSON), not a statement", "name the page or file with the statement"),
    "postscript": ("this is PostScript, and that cannot be read", "turn it into a PDF, with ps2pdf for example"),
}

_BROKE_DOWN = "please report it with the document; until it is fixed, save the statement as plain text"
_LONGEST_REASON = 200

Made = TypeVar("Made")

_PROMISED = {".pdf": "pdf"} | dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".doc"), "docx")


def load(path: str | Path, options: ReadOptions = AS_USUAL) -> Source:
    """Read the statement in a file, or on standard input for ``-``.

    The null device gives a statement without text, as ``git difftool`` expects.

    Raises:
        LoadError: when there is no such text, with the next thing to try.
    """
    if str(path) == "-":
        return load_bytes(read_standard_input(options.limits.size), options, name="-")
    if not str(path):
        raise LoadError("a statement's name is empty", hint="name a file, or - for standard input")
    path = Path(path)
    if is_nothing(path):
        return Source("", hashlib.sha256(b"").hexdigest(), "empty", "1", path.name)
    try:
        return load_bytes(read_bytes(path, options.limits.size), options, name=path.name)
    except LoadError as error:
        error.path = error.path or path
        raise


def load_bytes(raw: bytes, options: ReadOptions = AS_USUAL, *, name: str = "") -> Source:
    """Read the statement in `raw`, the bytes of a file called `name`.

    Raises:
        LoadError: when they hold no text, too much of it, or a format that is not read; also when the reader of
            the format broke down, so that one bad document is one failure and those beside it are read.
    """
    kind, digest = sniff(raw, PurePath(name).suffix), hashlib.sha256(raw).hexdigest()
    unwrapping: tuple[str, ...] = ()
    if kind in WRAPPED:
        raw, kind, unwrapping = _unwrapped(raw, kind, options)
    if kind in _NOT_READ:
        message, hint = _NOT_READ[kind]
        raise LoadError(message, hint=hint)
    if options.selector and kind != "html":
        raise LoadError(f"a selector is for web pages, and this is {kind}", hint="leave the selector out")
    module = import_module(f"stmtdiff.loaders.{kind}")
    reading: Reading = _run(kind, lambda: module.read(raw, options))
    check_length(len(reading.text), options.limits.letters)
    if not reading.text.strip():
        hint = "does the selector match?" if options.selector else "open it and check that it contains the statement"
        raise LoadError("there is no text in this file", hint=hint)
    doubts = (*_misnamed(kind, name), *unwrapping, *reading.doubts)
    name = f"{name} (original)" if options.original and kind == "docx" else name
    return Source(reading.text, digest, kind, module.VERSION, name, reading.marks, doubts)


def _unwrapped(raw: bytes, kind: Format, options: ReadOptions) -> tuple[bytes, Format, tuple[str, ...]]:
    from stmtdiff.loaders.wrapping import unwrap

    found = _run(kind, lambda: unwrap(raw, kind, options.limits))
    return found.raw, found.kind, found.doubts


def _run(kind: str, read: Callable[[], Made]) -> Made:
    """Return what `read`, the reader of the format `kind`, makes of a document.

    Raises:
        LoadError: when it refuses, and when it, or a library under it, breaks down in a way that nobody foresaw.
    """
    try:
        return read()
    except StmtdiffError:
        raise
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON].rstrip(": ")
        raise LoadError(f"the {kind} reader failed on this document ({told})", hint=_BROKE_DOWN) from error


def _misnamed(kind: Format, name: str) -> tuple[str, ...]:
    """Return a doubt when the suffix promises another format than the content has, or Markdown is only guessed."""
    suffix = PurePath(name).suffix.lower()
    if kind == "markdown" and suffix and suffix not in MARKDOWN_SUFFIXES:
        return (f"The file is named {suffix} but has headings and other signs of Markdown; it was read as Markdown.",)
    if _PROMISED.get(suffix, kind) == kind:
        return ()
    return (
        f"The file is named {suffix} but contains {'a web page' if kind == 'html' else kind}; it was read as {kind}.",
    )
