"""The lock file of a series in the library, `lock.toml`: which texts are kept, and by what they are known.

It is the last thing written when a text comes in, so that what it lists is there, whole.
"""

import datetime
import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from stmtdiff.json_lines import quoted
from stmtdiff.series.names import stamp

LOCK_SCHEMA = "stmtdiff-lock/1"
FILE_NAME = "lock.toml"

_LARGEST = 50_000_000  # characters: some 100,000 texts
_FILE = re.compile(r"original(?:\.\d{1,6})?\.[a-z0-9]{1,12}")
_TEXT = re.compile(r"text(?:\.\d{1,6})?\.txt")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Kept:
    """One text in the library.

    Args:
        date: the release's day, which is its folder.
        file, text: names in that folder: the bytes as they came, and the text that was read from them.
        sha256, text_sha256: of `file` and of `text`.
        loader, loader_version: what read it.
        address: where it came from, if it came from the network or was said to.
        etag, modified: what the server said of its version (ETag, Last-Modified), for the next time it is asked.
        fetched: when it came in, by the caller's clock.
        selector: the CSS selector with which it was read.
        ordinal, place, title: what the caller said of the release.
        beside: whether it is a later version that differs from the one in use and was kept beside it.
        settled: whether a reader has looked at that and chosen.
        unchecked: whether it was found by `check --new` and has not been judged to the end.
    """

    date: datetime.date
    file: str
    sha256: str
    text_sha256: str
    loader: str
    loader_version: str
    text: str = "text.txt"
    address: str = ""
    etag: str = ""
    modified: str = ""
    fetched: datetime.datetime | None = None
    selector: str = ""
    ordinal: int | None = None
    place: str = ""
    title: str = ""
    beside: bool = False
    settled: bool = False
    unchecked: bool = False

    @property
    def number(self) -> int:
        """Return which version of the release it is: 1 for the first that came in."""
        return int(match[1]) if (match := re.search(r"\.(\d+)\.", self.file)) else 1


def read_lock(path: Path) -> tuple[Kept, ...]:
    """Return the texts that the lock file at `path` lists, by day and version; none when there is no such file.

    Raises:
        SettingsError: with path, line and column, when it is not what was written here.
    """
    return _read(path, stamp(path)) if path.exists() else ()


@lru_cache(maxsize=256)
def _read(path: Path, _stamp: tuple[int, int, int]) -> tuple[Kept, ...]:
    from stmtdiff.toml import read_toml

    top = read_toml(path, largest=_LARGEST)
    top.only(("schema", "text"))
    if top["schema"].value != LOCK_SCHEMA:
        raise top["schema"].error("this is not a lock file", f"write '{LOCK_SCHEMA}'")
    kept = []
    for row in top.tables("text"):
        entry = row.read(Kept)
        if wrong := _wrong(entry):
            raise row[wrong].error(f"'{wrong}' has a value that stmtdiff did not write")
        kept.append(entry)
    return tuple(sorted(kept, key=_order))


def lock_text(kept: tuple[Kept, ...]) -> str:
    """Return the lock file that lists `kept`."""
    lines = [
        "# Written by stmtdiff: the texts in this folder, their sources and checksums. Keep it in git beside them.",
        f"schema = {_value(LOCK_SCHEMA)}",
    ]
    for entry in sorted(kept, key=_order):
        lines += ["", "[[text]]"]
        for item in fields(Kept):
            value = getattr(entry, item.name)
            if value not in ("", None, False) and (item.name, value) != ("text", "text.txt"):
                lines.append(f"{item.name} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _order(entry: Kept) -> tuple[datetime.date, int]:
    return entry.date, entry.number


def _wrong(entry: Kept) -> str:
    """Return the key of `entry` whose value could not have been written here, if there is one."""
    checks = {
        "date": isinstance(entry.date, datetime.date),
        "file": _FILE.fullmatch(entry.file),
        "text": _TEXT.fullmatch(entry.text),
        "sha256": _SHA256.fullmatch(entry.sha256),
        "text_sha256": _SHA256.fullmatch(entry.text_sha256),
    }
    return next((name for name, is_right in checks.items() if not is_right), "")


def _value(value: Any) -> str:
    """Return `value` as TOML writes it."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
