"""Have a PDF read by a process of its own, and say in one sentence why that was not possible."""

import subprocess
import sys
from typing import TypeVar

import msgspec

from stmtdiff.errors import LoadError
from stmtdiff.loaders.pdf.pages import Page
from stmtdiff.settings import AS_USUAL, ReadLimits

# Given the same places to import from, which need not be those that Python finds by itself.
_CHILD = "import sys; sys.path[:] = {paths!r}; from stmtdiff.pdfium.child import main; main()"
_CUT_OUT = "save only the pages of the statement as a new PDF"
_TAIL = 4096  # bytes at the end, among which every whole PDF says where its parts are
_DAMAGED = ("this PDF is damaged", "was the download complete? fetch it again, or open it and save it again")


Answer = TypeVar("Answer")


class _Last(msgspec.Struct):
    error: str = ""
    count: int = 0
    end: int = -1


def read_pages(file: bytes, limits: ReadLimits = AS_USUAL.limits) -> list[Page]:
    """Return the pages of the PDF in `file`.

    Raises:
        LoadError: when it is damaged, encrypted, too long, or takes too long.
    """
    if not any(sign in file.rstrip(b"\0")[-_TAIL:] for sign in (b"%%EOF", b"startxref")):
        raise LoadError("this PDF is cut off: its end is missing", hint="was the download complete? fetch it again")
    answer = _run(file, limits, "text", limits.pages, limits.letters).splitlines()
    if not answer:
        raise LoadError(_DAMAGED[0], hint=_DAMAGED[1])
    last = _decoded(answer[-1], _Last)
    if last.error:
        raise _refusal(last, limits)
    if last.end != len(answer) - 1:
        raise LoadError(_DAMAGED[0], hint=_DAMAGED[1])
    return [_decoded(line, Page) for line in answer[:-1]]


def read_picture(file: bytes, number: int, limits: ReadLimits = AS_USUAL.limits) -> bytes:
    """Return page `number` (from 1) of the PDF in `file` as a greyscale bitmap, in the format PGM."""
    return _run(file, limits, "picture", number - 1)


def _decoded(line: bytes, kind: type[Answer]) -> Answer:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError:
        raise LoadError(_DAMAGED[0], hint=_DAMAGED[1]) from None


def _run(file: bytes, limits: ReadLimits, wanted: str, *numbers: int) -> bytes:
    """Return what the child writes; nothing when it broke down before the end."""
    words = [sys.executable, "-P", "-c", _CHILD.format(paths=sys.path), wanted, *map(str, (limits.memory, *numbers))]
    try:
        done = subprocess.run(words, input=file, capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired:
        raise LoadError(f"reading this PDF takes longer than {limits.seconds} seconds", hint=_CUT_OUT) from None
    return done.stdout if done.returncode == 0 else b""


def _refusal(last: _Last, limits: ReadLimits) -> LoadError:
    if last.error == "password":
        return LoadError("this PDF is encrypted and opens only with a password", hint="save a copy without one")
    if last.error == "pages":
        return LoadError(f"this PDF has {last.count:,} pages, and at most {limits.pages:,} are read", hint=_CUT_OUT)
    if last.error == "letters":
        return LoadError(f"this PDF has more than {limits.letters:,} characters, which is the limit", hint=_CUT_OUT)
    return LoadError(_DAMAGED[0], hint=_DAMAGED[1])
