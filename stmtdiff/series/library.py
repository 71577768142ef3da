"""Read a statement from wherever it is: a file, standard input, or a release of a series."""

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stmtdiff.errors import LoadError, ReferenceError  # noqa: A004
from stmtdiff.loaders import load, load_bytes
from stmtdiff.loaders.raw import read_bytes
from stmtdiff.loaders.text import from_text
from stmtdiff.model import Source, Statement
from stmtdiff.outline import from_paragraphs, parse
from stmtdiff.series.notation import is_address, is_reference
from stmtdiff.settings import AS_USUAL, ReadOptions

if TYPE_CHECKING:
    from stmtdiff.series.references import Reference


def read(path: str | Path, options: ReadOptions = AS_USUAL, *, library: str | Path | None = None) -> Statement:
    """Return the statement in a file, on standard input ("-"), under a reference ("sample:2024") or an address.

    Args:
        path: a file, "-", an http or https address, or a reference; with `#12` behind a reference the
            one paragraph with that printed number, with `#p12` the one at that position.
        options: how it is read.
        library: the folder of the user's own texts; None knows only what comes with stmtdiff.

    Raises:
        FetchError: when the page at an address cannot be fetched.
        LoadError: when the file or page cannot be read.
        ReferenceError: when the reference names nothing, or more than one thing.
        SettingsError: when the manifest of the series is wrong.
    """
    found = find(path, library=library) if isinstance(path, str) else None
    if isinstance(path, str) and is_address(path):
        return parse(_fetched(path, options))
    if found is None:
        return parse(load(path, options))
    statement = found.library.statement(found.series, found.release, options)
    if found.paragraph:
        return _paragraph(statement, found.paragraph)
    if str(path).endswith(":latest") and found.later is not None:
        doubt = f"The series lists a later release, {found.later.day}, and its text is not in the library."
        return replace(statement, source=replace(statement.source, doubts=(*statement.source.doubts, doubt)))
    return statement


def parse_text(text: str, *, name: str = "") -> Statement:
    """Return `text` as a statement, as if it had been read from a plain text file."""
    return parse(from_text(text, name=name))


def find(reference: str, *, library: str | Path | None = None) -> "Reference | None":
    """Return the series and the release that `reference` names, or None when it is the path of a file or an address.

    Raises:
        ReferenceError: when it names no release, or more than one.
    """
    if not is_reference(reference):
        return None
    from stmtdiff.series import references
    from stmtdiff.series.holdings import Library

    return references.find(reference, Library(Path(library) if library is not None else None))


def release_before(reference: str, *, library: str | Path | None = None) -> str:
    """Return the reference of the release before the one that `reference` names: "sample:2024" for "sample:2025".

    Raises:
        LoadError: when `reference` is a file that cannot be read.
        ReferenceError: when it is another file or a paragraph, or names no release or the first of its series.
    """
    found = find(reference, library=library)
    if found is None:
        if reference != "-" and not is_address(reference):
            read_bytes(Path(reference))  # if a file is not there or is empty, that is said first
        raise ReferenceError(
            f"'{reference}' is not a release of a series, so no release comes before it",
            hint="name one with --against OLD",
        )
    if found.paragraph:
        raise ReferenceError(f"'{reference}' is one paragraph", hint="name its counterpart with --against OLD")
    earlier = [other for other in found.series.releases if other.order < found.release.order]
    if not earlier:
        raise ReferenceError(
            f"'{found.series.reference(found.release)}' is the first release of its series",
            hint="name another with --against OLD",
        )
    return found.series.reference(earlier[-1])


def _fetched(address: str, options: ReadOptions) -> Source:
    """Return the text under `address`, which becomes its name."""
    from stmtdiff.web import Client
    from stmtdiff.web.limits import Limits

    page = Client(allowed=options.allowed, limits=Limits(size=options.limits.size)).get(address)
    try:
        name = PurePosixPath(urlsplit(page.address).path).name
        source = load_bytes(page.raw, options, name=name)
    except LoadError as error:
        error.path = error.path or address
        raise
    return replace(source, name=address)


def _paragraph(statement: Statement, wanted: str) -> Statement:
    """Return the one paragraph that `wanted` names, as a statement of its own: a part of the same release."""
    from stmtdiff.series.references import paragraph_index

    paragraph = statement.paragraphs[paragraph_index(statement, wanted)]
    label = paragraph.label.value if paragraph.label else None
    text = paragraph.body.of(statement.text)
    alone = from_paragraphs([text], labels=[label], name=f"{statement.name}#{wanted}")
    known = replace(statement.dateline, date_span=None, ordinal_span=None, place=None)  # what has no place in this text
    doubts = statement.source.doubts
    release = statement.release and replace(statement.release, paragraph=wanted)
    return replace(alone, dateline=known, release=release, source=replace(alone.source, doubts=doubts))
