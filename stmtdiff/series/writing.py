"""Write files so that a power cut, or another process at the same moment, leaves no half of one.

A file is written beside its place and then moved there in one step; whoever changes the library
holds its lock for that time.
"""

import contextlib
import hashlib
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from stmtdiff.errors import LibraryError

LOCK = ".lock"
_PAUSE, _TRIES = 0.05, 40  # seconds between two tries to hold a lock, and after how many that is worth a word
Waiting = Callable[[Path], None]
# For a library that is kept in git: files that it should leave out, and bytes that it should not touch.
_FOR_GIT = {".gitignore": f"{LOCK}\n.index.sqlite*\n.part-*\n", ".gitattributes": "original.* -text\ntext*.txt -text\n"}


def write_whole(path: Path, raw: bytes) -> None:
    """Write `raw` to `path`, all or nothing; folders that are missing are made.

    Raises:
        LibraryError: when it cannot be written; what stood there stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)  # mkstemp makes it for the owner alone
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        with contextlib.suppress(OSError):  # some file systems cannot be asked, and the file is there
            _settle(path.parent)
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise LibraryError(f"nothing was written: {reason}", path=path, hint="choose another --library") from error


def sweep(folder: Path) -> None:
    """Take away what a process that was ended in the middle of a write left in `folder` or one below; hold the lock."""
    for pattern in (".part-*", "*/.part-*"):
        for left in folder.glob(pattern):
            left.unlink(missing_ok=True)


@contextlib.contextmanager
def locked(folder: Path, waiting: Waiting | None = None) -> Iterator[None]:
    """Hold the library at `folder`, which is made if it is missing, for one process at a time.

    Args:
        folder: the library.
        waiting: is told of the folder, once, when another process has held it for two seconds.

    Raises:
        LibraryError: when the folder cannot be made, written or held.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            _hold(descriptor, lambda: waiting(folder) if waiting else None)
        except BaseException:
            os.close(descriptor)
            raise
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise LibraryError(
            f"this cannot be a library: {reason}", path=folder, hint="choose another --library"
        ) from error
    try:
        for left in folder.glob(".part-*"):
            left.unlink(missing_ok=True)
        for name, lines in _FOR_GIT.items():
            if not (folder / name).exists():
                write_whole(folder / name, lines.encode())
        yield
    finally:
        os.close(descriptor)  # lets the lock go too, on every system


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let one process at a time read, change and write a file of `folder`; nothing is put into the folder for it.

    Raises:
        LibraryError: when the folder cannot be held.
    """
    try:
        descriptor = os.open(*_handle(folder.resolve()), 0o600)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise LibraryError(f"nothing was written: {reason}", path=folder, hint="check the folder") from error
    try:
        _hold(descriptor)
        yield
    finally:
        os.close(descriptor)


def _handle(folder: Path) -> tuple[Path, int]:
    """Return what is locked for a folder: the folder itself or, if a folder cannot be locked, a file for it."""
    if sys.platform != "win32":
        return folder, os.O_RDONLY
    name = hashlib.sha256(str(folder).lower().encode("utf-8", "surrogatepass")).hexdigest()
    return Path(tempfile.gettempdir()) / f"stmtdiff-{name}.lock", os.O_RDWR | os.O_CREAT


def _hold(descriptor: int, waiting: Callable[[], None] = lambda: None) -> None:
    """Wait until this process has the lock on the file. The system frees it when the process ends, however it ends.

    `waiting` is called once when that takes longer than two seconds.
    """
    for tried in itertools.count(1):
        if try_to_hold(descriptor):
            return
        if tried == _TRIES:
            waiting()
        time.sleep(_PAUSE)


def try_to_hold(descriptor: int) -> bool:
    """Lock an open file for this process until it is closed; return false if another process has the lock."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:  # what Windows calls it
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _settle(folder: Path) -> None:
    """Have the system write down the new name too, where it can be asked to."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
