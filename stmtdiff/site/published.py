"""What of a series is published, known without reading a text: its releases, the digests of their files, their names.

The ugly case: a user's library contains texts that others own. A site of it that went online would publish them, so of
such a series nothing is shown but facts, counts and dates until its user says that the texts may be shown.
"""

import datetime
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from stmtdiff.comment import Comment
from stmtdiff.comments import read as read_comments
from stmtdiff.errors import LoadError, SettingsError, StmtdiffError
from stmtdiff.loaders import load
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.releases.whole import is_folder
from stmtdiff.series import shipped
from stmtdiff.series.holdings import Library
from stmtdiff.series.manifest import Release, Series, Status
from stmtdiff.settings import ReadOptions
from stmtdiff.timeline.reading import Reading, dated_name
from stmtdiff.timeline.sources import dated_files

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60  # letters of a name that becomes a file


@dataclass(frozen=True, slots=True)
class Text:
    """A release of which a page is made.

    `name` is that of its page, its day where that is known; `reference` what it is called; `digest` the sha256 of the
    bytes of its file, "" where there is none. `release` is what the series knows of it; of a file in a folder it is
    None and `path` says where it is.
    """

    name: str
    reference: str
    date: datetime.date | None
    year: int | None
    status: Status
    digest: str
    release: Release | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """A series of the site: `id` is the name of its folder there; `shows_text` says whether wording is published.

    `comments` are those that its pages show: none where it shows no wording, for a comment quotes the words it is on.
    """

    id: str
    title: str
    texts: tuple[Text, ...]
    shows_text: bool
    known: Series | None = None
    library: Path | None = None
    comments: tuple[Comment, ...] = ()

    @property
    def facts(self) -> str:
        """Return all that its manifest says of the series as a whole, to tell whether it changed."""
        known = self.known and replace(self.known, folder=Path(), releases=())
        return repr((self.id, self.title, self.shows_text, known))

    def comments_named(self, at: int) -> tuple[Comment, ...]:
        """Return the comments that name a release by its reference or by the day that is known without its text."""
        text = self.texts[at]
        names = (text.reference, f"{self.id}:{text.date.isoformat() if text.date else text.name}")
        return tuple(comment for comment in self.comments if comment.release in names)

    @property
    def comments_on_none(self) -> tuple[Comment, ...]:
        """Return the comments that name no release in this way; the day in a text may still be theirs."""
        named = {comment.id for at in range(len(self.texts)) for comment in self.comments_named(at)}
        return tuple(comment for comment in self.comments if comment.id not in named)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Return the positions of neighbours among the releases whose text is in the library."""
        there = [at for at, text in enumerate(self.texts) if text.status == "at hand"]
        return tuple(pairwise(there))


def publish(name: str, library: Library, *, with_text: bool = False, with_comments: bool = False) -> Published:
    """Return the series called `name`, or the folder of dated files, as it is published.

    A folder, and a series that ships with its texts, show them; a series whose texts are in the user's library shows
    none unless `with_text`. Where texts are shown, so are the comments that the library keeps, if `with_comments`.

    Raises:
        LibraryError: when the file of comments is none.
        LoadError: when the folder cannot be read or has no dated file.
        ReferenceError: when there is neither such a series nor such a folder.
        SettingsError: when its manifest or lock file is wrong.
    """
    if is_folder(name, library):
        title = Path(name).resolve().name or "statements"
        return Published(slug(title) or "statements", title, tuple(_of_folder(Path(name))), shows_text=True)
    series = library.find(name)
    is_shipped = series.folder == shipped.series_folders().get(series.id)
    is_open = is_shipped and not any(release.texts for release in series.releases)
    texts = tuple(_of_series(series, library))
    shows_text = (with_text or is_open) and any(text.status == "at hand" for text in texts)
    kept = read_comments(library, series.id) if shows_text and with_comments else ()
    return Published(series.id, series.title, texts, shows_text, series, library.folder, kept)


def check_names(published: Sequence[Published]) -> None:
    """Refuse two series that would have one folder.

    Raises:
        SettingsError: when there are two.
    """
    for name, count in Counter(one.id for one in published).items():
        if count > 1:
            raise SettingsError(f"two series would have the folder '{name}'", hint="give one of them another name")


def _of_folder(folder: Path) -> Iterator[Text]:
    paths = dated_files(folder)
    for path, name in zip(paths, _names(path.stem for path in paths), strict=True):
        date, year = dated_name(path.stem)
        yield Text(name, name, date, date.year if date else year, "at hand", digest_of(path), path=path)


def _of_series(series: Series, library: Library) -> Iterator[Text]:
    names = _names(release.day for release in series.releases)
    for release, name in zip(series.releases, names, strict=True):
        reference, path = series.reference(release), library.file(series, release)
        if path is None or library.is_missing(series, release):  # git keeps lock files where it keeps no texts
            status: Status = "reported" if release.status == "reported" else "unknown"
            yield Text(name, reference, release.date, release.year, status, "", release)
        else:
            yield Text(name, reference, release.date, release.year, release.status, digest_of(path), release)


def _names(given: Iterable[str]) -> list[str]:
    """Return names for files, each once: the days that they hold, or what they are called in ASCII."""
    seen: Counter[str] = Counter()
    names = []
    for name in given:
        date, _ = dated_name(name)
        plain = date.isoformat() if date else slug(name) or "statement"
        seen[plain] += 1
        names.append(plain if seen[plain] == 1 else f"{plain}-{seen[plain]}")
    return names


def slug(name: str) -> str:
    """Return a name as a part of an address: small ASCII letters, figures and hyphens, "" where it has none of them.

    >>> slug("Déclaration finale (2024)")
    'declaration-finale-2024'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")


def digest_of(path: Path) -> str:
    """Return the sha256 of the bytes of a file; of one that cannot be read, a word that says so."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


@lru_cache(maxsize=4)
def readings(published: Published, options: ReadOptions) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Return all releases of a series with their texts, and for each why its text was not read, or "".

    Each statement is called by its reference. What is read is remembered as long as the files have the same digests.
    """
    made, why = [], []
    for text in published.texts:
        try:
            statement = _statement(published, text, options)
            why.append("")
        except StmtdiffError as error:
            statement = None
            why.append(error.message)
        reported = text.release.reported if text.release else ()
        made.append(Reading(text.reference, text.date, statement, reported, text.year))
    return tuple(made), tuple(why)


def _statement(published: Published, text: Text, options: ReadOptions) -> Statement | None:
    if text.status != "at hand":
        return None
    if text.path is not None:
        statement = parse(load(text.path, options))
        return replace(statement, source=replace(statement.source, name=text.reference))
    if published.known is None or text.release is None:
        raise LoadError("this release belongs to no series")
    return Library(published.library).statement(published.known, text.release, options)
