"""Put files and the lock file that lists them into a series together, or leave all as it was.

The ugly case: a process is killed, or the disk is full, when the original is in its place and the lock file does not
list it yet. So what is about to be written is written down first; whoever adds next takes away what came of it, unless
the lock file that belongs to it is there.
"""

import contextlib
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from stmtdiff.series.lock import FILE_NAME, read_lock
from stmtdiff.series.names import inside
from stmtdiff.series.shipped import MANIFEST
from stmtdiff.series.writing import sweep, write_whole

_PLAN = ".part-plan"  # left out of git and of every audit by its beginning
_NAME = rf"{re.escape(MANIFEST)}|\d{{4}}-\d{{2}}-\d{{2}}/(?:original|text)[\w.-]{{1,40}}"
_LINE = re.compile(rf"([0-9a-f]{{64}}) ({_NAME}|{re.escape(FILE_NAME)})", re.ASCII)


def write_together(folder: Path, files: Mapping[str, bytes], lock: bytes) -> None:
    """Write `files`, by their names below `folder`, and then the lock file; hold the library's lock.

    Raises:
        LibraryError: when one cannot be written; then none is there that was not there before.
    """
    told = {**files, FILE_NAME: lock}
    places = {name: inside(folder, *name.split("/")) for name in told}
    new = [name for name, path in places.items() if name == FILE_NAME or not path.exists()]
    plan = "".join(f"{_sha256(told[name])} {name}\n" for name in new)
    try:
        write_whole(folder / _PLAN, plan.encode())
        for name, path in places.items():
            write_whole(path, told[name])
    except BaseException:
        heal(folder)
        raise
    (folder / _PLAN).unlink(missing_ok=True)


def take_out(folder: Path, files: Mapping[str, str], lock: bytes) -> None:
    """Take `files` out of a series, by their names below `folder` with their sha256; hold the library's lock.

    The lock file goes first: a process that is stopped in the middle has removed nothing, or it leaves a note by which
    the next one removes the rest. A file that is not what was listed stays.

    Raises:
        LibraryError: when the lock file cannot be written; then nothing is removed.
    """
    write_whole(folder / _PLAN, "".join(f"{sha256} {name}\n" for name, sha256 in files.items()).encode())
    try:
        write_whole(folder / FILE_NAME, lock)
    finally:
        heal(folder)


def unfinished(folder: Path) -> frozenset[str]:
    """Return the names, below `folder`, of files that somebody began to put in and did not list yet."""
    planned = _plan(folder)
    if not planned or _is_done(folder, planned):
        return frozenset()
    return frozenset(planned) - {FILE_NAME}


def is_left(folder: Path) -> bool:
    """Say whether an addition to the series in `folder` was noted and has not taken its note away."""
    return (folder / _PLAN).exists()


def heal(folder: Path) -> None:
    """Take away what an addition left in `folder` that was ended in the middle; hold the library's lock.

    What the lock file lists stays, and so does a file that is not the one that was about to be written.
    """
    names, planned = unfinished(folder), _plan(folder)
    if names:
        kept = read_lock(folder / FILE_NAME)
        listed = {f"{entry.date.isoformat()}/{name}" for entry in kept for name in (entry.file, entry.text)}
        for name in names - listed - ({MANIFEST} if kept else set()):
            _take_away(inside(folder, *name.split("/")), planned[name])
    sweep(folder)
    days = {inside(folder, name.split("/")[0]) for name in names - {MANIFEST}}
    for emptied in (*days, folder):
        with contextlib.suppress(OSError):  # not empty, or not there
            emptied.rmdir()


def _take_away(path: Path, sha256: str) -> None:
    """Take the file at `path` away when it is the one that was about to be written."""
    with contextlib.suppress(OSError):  # it did not come so far
        if _sha256(path.read_bytes()) == sha256:
            path.unlink()


def _plan(folder: Path) -> dict[str, str]:
    """Return what somebody is about to write, by name, with its sha256."""
    try:
        lines = (folder / _PLAN).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {match[2]: match[1] for line in lines if (match := _LINE.fullmatch(line))}


def _is_done(folder: Path, planned: Mapping[str, str]) -> bool:
    try:
        return _sha256((folder / FILE_NAME).read_bytes()) == planned.get(FILE_NAME)
    except OSError:
        return False


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
