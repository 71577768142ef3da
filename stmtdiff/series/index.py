"""Search the texts of a library: an index of paragraphs, made from the files at any time and never the truth.

The index only says where a phrase may be; `phrases` then looks in the text itself.
"""

import contextlib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from stmtdiff import __version__
from stmtdiff.errors import StmtdiffError
from stmtdiff.model import Paragraph, Statement, Words
from stmtdiff.phrases import Match, Names, PhraseSet, compile_phrase, fold_spelling, with_names
from stmtdiff.series.audit import said_of
from stmtdiff.series.holdings import Library
from stmtdiff.series.lock import FILE_NAME
from stmtdiff.series.manifest import Release, Series
from stmtdiff.series.names import inside

INDEX = ".index.sqlite"
_GAP = re.compile(r"[\W_]+")
_COLUMNS = "series, day, keys"


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph with a phrase; `matches` are in its own words, in order."""

    series: Series
    release: Release
    statement: Statement
    paragraph: Paragraph
    matches: tuple[Match, ...]

    @property
    def reference(self) -> str:
        """Return what names the paragraph: "fomc:2014-12-17#p4"."""
        return f"{self.series.reference(self.release)}#p{self.paragraph.index + 1}"


@dataclass(frozen=True, slots=True)
class Unread:
    """What cannot be read: a series ("fomc") or the text of a release ("fomc:2014-12-17"), and why."""

    reference: str
    said: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found, what could not be read, and how many texts were searched."""

    found: tuple[Found, ...]
    unread: tuple[Unread, ...]
    texts: int


def search(library: Library, phrase: str, *, series: tuple[str, ...] = (), own_names: Names = frozenset()) -> Searched:
    """Return the paragraphs with `phrase`, by series, day and place in the text.

    What cannot be read is named and passed over: the search goes on in all other texts.

    Args:
        library: whose texts are searched, through its index, which is brought up to date first.
        phrase: a pattern as `phrases` reads it.
        series: ids or aliases to narrow to; none is every series with texts in the library. A
            series that ships with its texts is searched when it is named.
        own_names: groups of names that mean one thing, beside those that the manifest of each series lists.

    Raises:
        SettingsError: when `phrase` is no pattern.
        ReferenceError: when a series is not known.
    """
    compiled = compile_phrase(phrase)
    names = tuple(dict.fromkeys(map(library.resolve, series))) or library.own_ids()
    found, unread, texts = list[Found](), list[Unread](), 0
    with _opened(library) as index:
        for name in names:
            try:
                own = library.find(name)
            except StmtdiffError as error:
                unread.append(Unread(name, said_of(error)))
                continue
            wanted = PhraseSet([with_names(compiled, frozenset(own.names) | own_names)])
            days = _days(index, library, own, wanted)
            for release in own.releases:
                if release.status != "at hand":
                    continue
                try:
                    if days is None or not release.texts or release.day in days:
                        found += _in_statement(own, release, library.statement(own, release), wanted)
                    texts += 1
                except StmtdiffError as error:
                    unread.append(Unread(own.reference(release), said_of(error)))
    return Searched(tuple(found), tuple(unread), texts)


def rebuild(library: Library) -> int:
    """Make the index anew from the files and return how many paragraphs it has; 0 if it cannot be kept."""
    if library.folder is None or not library.folder.is_dir():
        return 0
    for suffix in ("", "-journal", "-wal", "-shm"):
        inside(library.folder, INDEX + suffix).unlink(missing_ok=True)
    with _opened(library) as index:
        if index is None:
            return 0
        for name in library.own_ids():
            index.refresh(library, library.find(name))
        return index.count()


def _days(index: "_Index | None", library: Library, series: Series, wanted: PhraseSet) -> set[str] | None:
    """Return the days on which a phrase may stand; None when the index cannot say, and every text is read."""
    try:
        return index.days(library, series, wanted) if index else None
    except (sqlite3.Error, StmtdiffError):  # damaged, or kept busy by another process; a text that cannot be read
        return None


def _in_statement(series: Series, release: Release, statement: Statement, wanted: PhraseSet) -> Iterator[Found]:
    for paragraph in statement.paragraphs:
        if matches := wanted.find(paragraph.words):
            yield Found(series, release, statement, paragraph, matches)


class _Index:
    """An open index. Keys of words, as `phrases` compares them, stand in it between spaces."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_full_text = self._prepare()

    def days(self, library: Library, series: Series, wanted: PhraseSet) -> set[str]:
        """Return the days of `series` on which a phrase of `wanted` may stand."""
        self.refresh(library, series)
        days: set[str] = set()
        for phrase in wanted.phrases:
            for reading in phrase.readings:
                parts = [(kind, key) for kind, key in reading if kind in ("word", "prefix") and key.isalnum()]
                clause, values = self._clause(parts)
                query = f"SELECT DISTINCT day FROM unit WHERE series = ?{clause}"
                days.update(day for (day,) in self._connection.execute(query, (series.id, *values)))
        return days

    def _clause(self, parts: Sequence[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
        """Return what the keys of a paragraph must hold, as SQL with its values."""
        if not parts:
            return "", ()
        if self._is_full_text:
            terms = [f'"{key}"*' if kind == "prefix" else f'"{key}"' for kind, key in parts]
            return " AND unit MATCH ?", (f"keys : ({' AND '.join(terms)})",)
        values = tuple(f"% {key}%" if kind == "prefix" else f"% {key} %" for kind, key in parts)
        return " AND keys LIKE ?" * len(values), values

    def refresh(self, library: Library, series: Series) -> None:
        """Bring the paragraphs of `series` up to date with its lock file."""
        stamp = _stamp(library, series)
        row = self._connection.execute("SELECT stamp FROM state WHERE series = ?", (series.id,)).fetchone()
        if row == (stamp,):
            return
        with self._connection:
            self._connection.execute("DELETE FROM unit WHERE series = ?", (series.id,))
            self._connection.executemany(f"INSERT INTO unit ({_COLUMNS}) VALUES (?, ?, ?)", _rows(library, series))
            self._connection.execute("REPLACE INTO state (series, stamp) VALUES (?, ?)", (series.id, stamp))

    def count(self) -> int:
        """Return how many paragraphs it has."""
        return int(self._connection.execute("SELECT count(*) FROM unit").fetchone()[0])

    def _prepare(self) -> bool:
        """Make the tables where they are missing, and say whether paragraphs are in a full-text index."""
        run = self._connection.execute
        run("CREATE TABLE IF NOT EXISTS state (series TEXT PRIMARY KEY, stamp TEXT)")
        made = run("SELECT sql FROM sqlite_master WHERE name = 'unit'").fetchone()
        if made:
            return "fts5" in made[0].lower()
        try:
            run(
                "CREATE VIRTUAL TABLE unit USING fts5(series UNINDEXED, day UNINDEXED, keys,"
                " tokenize = 'unicode61 remove_diacritics 0')"
            )
        except sqlite3.OperationalError:  # an SQLite that was built without FTS5
            run(f"CREATE TABLE unit ({_COLUMNS})")
            return False
        return True


@contextlib.contextmanager
def _opened(library: Library) -> Iterator[_Index | None]:
    """Open the index of `library`; None when there is no folder, or the file cannot be used."""
    if library.folder is None or not library.folder.is_dir():
        yield None
        return
    connection = None
    try:
        connection = sqlite3.connect(inside(library.folder, INDEX), timeout=10)
        index: _Index | None = _Index(connection)
    except sqlite3.Error:
        index = None
    try:
        yield index
    finally:
        if connection is not None:
            connection.close()


def _stamp(library: Library, series: Series) -> str:
    """Return what changes when the texts of `series` do: its lock file, and how we read and index."""
    path = library.place(series.id) / FILE_NAME
    return f"{__version__} {sha256(path.read_bytes()).hexdigest() if path.exists() else ''}"


def _rows(library: Library, series: Series) -> Iterator[tuple[str, str, str]]:
    for release in series.releases:
        if release.texts:
            for paragraph in library.statement(series, release).paragraphs:
                yield series.id, release.day, _keys(paragraph.words)


def _keys(words: Words) -> str:
    """Return the words as `phrases` compares them, compounds apart, each between two spaces."""
    return f" {_GAP.sub(' ', fold_spelling(' '.join(words.norms))).strip()} "
