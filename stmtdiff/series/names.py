"""Names that become folders and files: which characters they may have, so that none leads out of the library."""

import re
from pathlib import Path

from stmtdiff.errors import LibraryError

_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
ID_HINT = "two to sixty small letters, figures and hyphens, like us-japan"
_LONGEST = 60
_TAKEN = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def is_id(name: str) -> bool:
    """Say whether `name` can be the id of a series: small letters, figures and hyphens, two to sixty.

    >>> is_id("us-japan-rok"), is_id("../etc"), is_id("nul")
    (True, False, False)
    """
    return bool(_ID.fullmatch(name)) and 2 <= len(name) <= _LONGEST and name not in _TAKEN  # nul: a device of Windows


def inside(folder: Path, *parts: str) -> Path:
    """Return the path of `parts` below `folder`.

    Raises:
        LibraryError: when a link on the way leads out of `folder`.
    """
    path = folder.joinpath(*parts)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise LibraryError("this path leads out of the library", path=path, hint="remove the link")
    return path


def stamp(path: Path) -> tuple[int, int, int]:
    """Return what changes when the file at `path` does, so that it is read once as long as it stays the same."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
