"""Read a text that the library keeps, and say so when it is no longer what was locked."""

import hashlib
from dataclasses import replace
from pathlib import Path

from stmtdiff.errors import LoadError, StmtdiffError
from stmtdiff.loaders import load
from stmtdiff.loaders.text import from_text
from stmtdiff.model import Source
from stmtdiff.series.lock import Kept
from stmtdiff.series.names import inside

_CHANGED = "The file in the library is not the one that was put there: its sha256 differs from the lock file."
_OTHERWISE = "The text of this file was read otherwise when it was put into the library, by {loader} {version}."
_STORED = "The original cannot be read here; this is the text that was read from it when it was put into the library."


def read_kept(folder: Path, kept: Kept, *, selector: str | None = None) -> Source:
    """Return the text of `kept`, a version in the series' `folder`, by the loader of today.

    A doubt is added when file or text differ from what was locked, and when only the stored text can be read.

    Raises:
        LibraryError: when a link leads out of `folder`.
        LoadError: when neither the original nor the text can be read.
    """
    day = kept.date.isoformat()
    try:
        source = load(inside(folder, day, kept.file), selector=selector or kept.selector or None)
    except LoadError as error:
        return _stored(inside(folder, day, kept.text), error)
    if source.sha256 != kept.sha256:
        return _doubted(source, _CHANGED)
    if selector in (None, kept.selector) and text_sha256(source) != kept.text_sha256:
        return _doubted(source, _OTHERWISE.format(loader=kept.loader, version=kept.loader_version))
    return source


def text_sha256(source: Source) -> str:
    """Return the sha256 of the text of `source`, as the file beside the original holds it."""
    return hashlib.sha256(text_bytes(source)).hexdigest()


def text_bytes(source: Source) -> bytes:
    """Return the text of `source` as it is written beside the original."""
    return source.text.encode("utf-8", "replace")


def _doubted(source: Source, doubt: str) -> Source:
    return replace(source, doubts=(*source.doubts, doubt))


def _stored(path: Path, error: StmtdiffError) -> Source:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        error.hint = "stmtdiff series check says what is damaged"
        raise error from None
    return _doubted(from_text(text), _STORED)
