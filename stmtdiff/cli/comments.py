"""`stmtdiff comment` and `stmtdiff comments`: what analysts write beside releases, kept beside the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import completing
from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.comment import Comment
    from stmtdiff.series.holdings import Library

Name = Annotated[
    str, typer.Argument(metavar="SERIES", help="Series, by id or alias.", autocompletion=completing.series)
]


def comment(
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REF", help="Paragraph: sample:2025#12 is the one numbered 12, sample:2025#p3 the third."
        ),
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Text of the comment.")],
    quote: Annotated[str, typer.Option(metavar="WORDS", help="Words of the paragraph that the comment is about.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Author of the comment.")] = "",
    library: given.LibraryFolder = None,
) -> None:
    """Add a comment to a paragraph of a release, or to words of it."""
    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.network import now
    from stmtdiff.cli.output import write_text
    from stmtdiff.comments import add, comment_on
    from stmtdiff.errors import ReferenceError  # noqa: A004
    from stmtdiff.series.references import find, paragraph_index

    own = library_of(library)
    found = find(reference, own)
    if found is None or not found.paragraph:
        hint = "name a paragraph of a release: sample:2025#12"
        raise ReferenceError(f"'{reference}' is not a paragraph of a release", hint=hint)
    statement = found.library.statement(found.series, found.release)
    at = paragraph_index(statement, found.paragraph)
    made = comment_on(statement, at, text, quote=quote, created=now().isoformat(timespec="seconds"), by=by)
    add(own, found.series.id, [made])
    write_text(f"{made.id}  {reference}\n")


comments = typer.Typer(
    cls=given.by_series("list"), help="List, remove, export and import the comments on a series.",
    rich_markup_mode=None, no_args_is_help=True, subcommand_metavar="SERIES | COMMAND [ARGS]...",
)  # fmt: skip


@comments.command("list")
def list_comments(name: Name, library: given.LibraryFolder = None) -> None:
    """List the comments on a series, and say which of them are orphaned."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.comments import read

    own, series = _series(name, library)
    write_text("".join(f"{line}\n" for comment in read(own, series) for line in _lines(own, comment)))


@comments.command("remove")
def remove_comment(
    name: Name,
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Id of the comment, or its first letters.")],
    library: given.LibraryFolder = None,
) -> None:
    """Remove a comment."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.comments import remove

    own, series = _series(name, library)
    gone = remove(own, series, wanted)
    write_text(f"removed {gone.id}: {gone.text}\n")


@comments.command("export")
def export_comments(name: Name, output: given.TextOutput = None, library: given.LibraryFolder = None) -> None:
    """Write the comments on a series as W3C Web Annotations (JSON-LD)."""
    from stmtdiff.cli.output import write
    from stmtdiff.comments import exported, read

    own, series = _series(name, library)
    write(exported(read(own, series), series), output=output)


@comments.command("import")
def import_comments(
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File of W3C Web Annotations, as export writes them.")],
    library: given.LibraryFolder = None,
) -> None:
    """Add comments that somebody else exported. Comments that you already have are skipped."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.comments import add, imported
    from stmtdiff.errors import LibraryError
    from stmtdiff.loaders.raw import read_bytes
    from stmtdiff.report import plural

    own, series = _series(name, library)
    found = imported(read_bytes(file).decode("utf-8", "replace"), file)
    if other := next((one for one in found if one.release.partition(":")[0] != series), None):
        raise LibraryError(f"a comment is on '{other.release}', not on {series}", path=file, hint="name its series")
    write_text(f"{plural(add(own, series, found), 'new comment')}\n")


def _series(name: str, library: Path | None) -> "tuple[Library, str]":
    from stmtdiff.cli.library import library_of

    own = library_of(library)
    return own, own.resolve(name)


def _lines(library: "Library", comment: "Comment") -> list[str]:
    """Return a comment in two lines: id, release, place, who and when; the words, and the text."""
    from stmtdiff.comments import placed
    from stmtdiff.errors import StmtdiffError
    from stmtdiff.renderers.rows import place
    from stmtdiff.series.references import find

    try:
        found = find(comment.release, library)
        statement = found.library.statement(found.series, found.release) if found else None
    except StmtdiffError:
        statement = None
    at = placed(comment, statement) if statement else None
    where = "the text is not in the library"
    if at is not None and statement is not None:
        where = place(statement.paragraphs[at.paragraph]) if at.paragraph is not None else "orphaned: not found"
    head = "  ".join(filter(None, (comment.id, comment.release, where, comment.by, comment.created[:10])))
    return [head, f'    "{" ".join(comment.exact.split())[:80]}": {comment.text}']
