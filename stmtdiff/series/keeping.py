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
from stmtdiff.settings import AS_USUAL, ReadOptions

_CHANGED = "The file in the library is not the one that was added: its sha256 differs from the lock file."
_OTHERWISE = "When this file was added to the library, {loader} {version} read its text differently."
_STORED = "The original cannot be read here; this is the text that was read from it when it was added to the library."


def read_kept(folder: Path, kept: Kept, options: ReadOptions = AS_USUAL) -> Source:
    """Return the text of `kept`, a version in the series' `folder`, by the loader of today.

    The selector with which it was put there counts where `options` have none. A doubt is added when file or text
    differ from what was locked, and when only the stored text can be read.

    Raises:
        LibraryError: when a link leads out of `folder`.
        LoadError: when neither the original nor the text can be read.
    """
    day = kept.date.isoformat()
    options = replace(options, selector=options.selector or kept.selector)
    try:
        source = load(inside(folder, day, kept.file), options)
    except LoadError as error:
        return _stored(inside(folder, day, kept.text), error)
    if source.sha256 != kept.sha256:
        return _doubted(source, _CHANGED)
    if _is_read_as_then(source.loader, options, kept) and text_sha256(source) != kept.text_sha256:
        return _doubted(source, _OTHERWISE.format(loader=kept.loader, version=kept.loader_version))
    return source


def _is_read_as_then(loader: str, options: ReadOptions, kept: Kept) -> bool:
    """Say whether what is chosen for a format is what was chosen when `kept` was put into the library."""
    return {
        "html": options.selector == kept.selector,
        "pdf": options.ocr_language == AS_USUAL.ocr_language,
        "docx": not options.original,
    }.get(loader, True)


def text_sha256(source: Source) -> str:
    """Return the sha256 of the text of `source`, as the file beside the original says."""
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
