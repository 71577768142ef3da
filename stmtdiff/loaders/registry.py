"""Choose the loader of a file and run it.

A loader is a module with ``VERSION`` and ``read(raw, options) -> Reading``, which takes from the
`ReadOptions` what is about its format. It is imported when a file of its format is read: lxml and its
like cost more time than a whole comparison.
"""

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath

from stmtdiff.errors import LoadError, StmtdiffError
from stmtdiff.loaders.raw import is_nothing, read_bytes, read_standard_input
from stmtdiff.loaders.reading import Reading, check_length
from stmtdiff.loaders.sniff import Format, sniff
from stmtdiff.model import Source
from stmtdiff.settings import AS_USUAL, ReadOptions

_NOT_READ = {
    "doc": ("this is a file of Word 2003 or older", "open it in Word or LibreOffice and save it as .docx"),
    "encrypted": ("this document is protected with a password", "save it without one"),
    "rtf": ("RTF is not read", "open it in Word or LibreOffice and save it as .docx"),
    "archive": ("this is a zip archive, not a statement", "unpack it and name the file inside"),
}

_BROKE_DOWN = "please report it with the document; until it is mended, save the statement as plain text"
_LONGEST_REASON = 200

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
    kind = sniff(raw, PurePath(name).suffix)
    if kind in _NOT_READ:
        message, hint = _NOT_READ[kind]
        raise LoadError(message, hint=hint)
    if options.selector and kind != "html":
        raise LoadError(f"a selector is for web pages, and this is {kind}", hint="leave the selector out")
    module = import_module(f"stmtdiff.loaders.{kind}")
    reading = _run(kind, module.read, raw, options)
    check_length(len(reading.text), options.limits.letters)
    if not reading.text.strip():
        hint = "does the selector match?" if options.selector else "open it and see whether it holds the statement"
        raise LoadError("there is no text in this file", hint=hint)
    doubts = (*_misnamed(kind, name), *reading.doubts)
    name = f"{name} (original)" if options.original and kind == "docx" else name
    return Source(reading.text, hashlib.sha256(raw).hexdigest(), kind, module.VERSION, name, reading.marks, doubts)


def _run(kind: Format, read: Callable[[bytes, ReadOptions], Reading], raw: bytes, options: ReadOptions) -> Reading:
    """Return what the reader of the format `kind` makes of `raw`.

    Raises:
        LoadError: when it refuses, and when it, or a library under it, breaks down in a way that nobody foresaw.
    """
    try:
        return read(raw, options)
    except StmtdiffError:
        raise
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON].rstrip(": ")
        raise LoadError(f"the {kind} reader broke down on this document ({told})", hint=_BROKE_DOWN) from error


def _misnamed(kind: Format, name: str) -> tuple[str, ...]:
    """Return a doubt when the suffix promises a paged format and the content is something else."""
    suffix = PurePath(name).suffix.lower()
    if _PROMISED.get(suffix, kind) == kind:
        return ()
    return (f"The file is named {suffix} but holds {'a web page' if kind == 'html' else kind}; it was read as {kind}.",)
