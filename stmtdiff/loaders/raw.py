"""Fetch the bytes of a file or of standard input, or say in one sentence why that is not possible."""

import os
import sys
from pathlib import Path

from stmtdiff.errors import LoadError
from stmtdiff.settings import AS_USUAL


def is_nothing(path: Path) -> bool:
    """Say whether `path` is the null device, which git hands over for a file that does not exist."""
    return path == Path(os.devnull)


def read_bytes(path: Path, limit: int = AS_USUAL.limits.size) -> bytes:
    """Return all bytes of the file at `path`, which may be `limit`.

    Raises:
        LoadError: when it is missing, a directory, empty, too large or not readable.
    """
    try:
        if path.is_dir():
            raise LoadError("this is a directory, not a statement", path=path, hint="name one file inside it")
        with path.open("rb") as file:
            raw = file.read(limit + 1)  # the size that is on record may be wrong: a device has none
    except FileNotFoundError:
        raise LoadError("there is no such file", path=path, hint=_near(path)) from None
    except PermissionError:
        raise LoadError("the file may not be read", path=path, hint="check its permissions") from None
    except OSError as error:
        raise LoadError(f"the file cannot be read: {error.strerror}", path=path, hint="check the path") from None
    except ValueError:  # a NUL in the path
        raise LoadError("this is not a path", hint="check the path for stray characters") from None
    if len(raw) > limit:
        raise LoadError(
            f"the file is larger than {_told(limit)}", path=path, hint="save only the statement itself in a file"
        )
    if not raw:
        raise LoadError("the file is empty", path=path, hint="was the download complete?")
    return raw


def read_standard_input(limit: int = AS_USUAL.limits.size) -> bytes:
    """Return all bytes of standard input, which may be `limit`.

    Raises:
        LoadError: when it is closed or cannot be read, when nothing comes, or more than that.
    """
    if sys.stdin is None:  # this program was started without one
        raise LoadError("standard input is closed", hint="pipe a statement into the command, or name a file")
    try:
        raw = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise LoadError(f"standard input cannot be read: {error.strerror}", hint="name a file") from None
    if len(raw) > limit:
        raise LoadError(
            f"standard input gave more than {_told(limit)}", hint="save only the statement itself in a file"
        )
    if not raw.strip():
        raise LoadError("standard input gave no text", hint="pipe a statement into the command")
    return raw


def _told(size: int) -> str:
    return f"{size / 1_000_000:g} MB"


def _near(path: Path) -> str:
    """Return a hint that names the most similar file beside the missing one, if there is any."""
    from difflib import get_close_matches

    if path.is_symlink():
        return "the link points to nothing"
    try:
        beside = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f"there is no directory {path.parent} either"
    # Endings are alike in every folder and say nothing; where the ending alone is wrong, the rest is the same.
    stems: dict[str, str] = {}
    for name in sorted(beside, key=lambda name: Path(name).suffix == path.suffix):  # the same ending wins
        stems[Path(name).stem] = name
    close = get_close_matches(path.stem, stems, n=1)
    return f"did you mean {path.parent / stems[close[0]]}?" if close else "check the path"
