"""Which pairs there are: those of a list, or each release of a series with the one before it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from stmtdiff.errors import LoadError
from stmtdiff.releases.whole import is_folder
from stmtdiff.series.holdings import Library
from stmtdiff.series.notation import is_address, is_reference
from stmtdiff.timeline.sources import dated_files

_COLUMNS = ("old", "new")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements to compare, as `stmtdiff.load` takes them: files, references or addresses.

    `number` is its place in the list, from 1; `id` what the list calls it, else its two names. `between` are the
    releases of the series that stand between the two and whose texts are not in the library.
    """

    number: int
    id: str
    old: str
    new: str
    between: tuple[str, ...] = ()


def listed(path: Path) -> tuple[Pair, ...]:
    """Return the pairs of a CSV file with the columns `old` and `new`, and `id` where it has one.

    Names of files count from the folder of the list. Other columns are passed over.

    Raises:
        LoadError: when the file cannot be read, lacks a column or a name, or uses one id twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LoadError(
            "this list cannot be read", path=path, hint="give a CSV file in UTF-8 with old,new as its first line"
        ) from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    lacking = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if lacking:
        hint = "the first line must name the columns: old,new or id,old,new"
        raise LoadError(f"this list has no column '{lacking[0]}'", path=path, line=1, hint=hint)
    return numbered(_rows(rows, path))


def _rows(rows: "csv.DictReader[str]", path: Path) -> Iterator[Pair]:
    seen: set[str] = set()
    for row in rows:
        old, new = ((row[name] or "").strip() for name in _COLUMNS)
        if not old or not new:
            missing = "old" if not old else "new"
            raise LoadError(f"this pair has no '{missing}'", path=path, line=rows.line_num, hint="give both statements")
        id = (row.get("id") or "").strip() or f"{old} {new}"  # noqa: A001  # what the column is called
        if id in seen:
            raise LoadError(
                f"two pairs are called '{id}'", path=path, line=rows.line_num, hint="give each pair its own id"
            )
        seen.add(id)
        yield Pair(0, id, _from_list(old, path), _from_list(new, path))


def _from_list(name: str, path: Path) -> str:
    return name if is_reference(name) or is_address(name) else str(path.parent / name)


def neighbours(name: str, library: Library) -> tuple[Pair, ...]:
    """Return each release of a series, or file of a folder, whose text is in the library, with the one before it.

    Raises:
        LoadError: when the folder cannot be read or has no dated file.
        ReferenceError: when there is neither such a series nor such a folder.
    """
    if is_folder(name, library):
        return numbered(_one_after_the_other([(str(path), True) for path in dated_files(Path(name))]))
    series = library.find(name)
    releases = [(series.reference(release), release.status == "at hand") for release in series.releases]
    return numbered(_one_after_the_other(releases))


def _one_after_the_other(releases: list[tuple[str, bool]]) -> Iterator[Pair]:
    """Yield the neighbouring pairs of those that are in the library."""
    there = [at for at, (_, is_there) in enumerate(releases) if is_there]
    for old, new in pairwise(there):
        first, second = releases[old][0], releases[new][0]
        yield Pair(0, f"{first} {second}", first, second, tuple(name for name, _ in releases[old + 1 : new]))


def numbered(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return pairs with their numbers, from 1.

    >>> [pair.number for pair in numbered([Pair(0, "a", "x", "y"), Pair(0, "b", "y", "z")])]
    [1, 2]
    """
    return tuple(replace(pair, number=number) for number, pair in enumerate(pairs, 1))
