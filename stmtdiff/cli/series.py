"""`stmtdiff series`: list the series, their releases and texts, and check that the texts are whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stmtdiff.errors import LibraryError
    from stmtdiff.series.holdings import Library
    from stmtdiff.series.index import Searched

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Series to check. Default: all.")]


series = typer.Typer(
    cls=given.by_series("show"), help="List series and their releases; search and check the library.",
    rich_markup_mode=None, invoke_without_command=True, subcommand_metavar="[NAME | COMMAND [ARGS]...]",
)  # fmt: skip


@series.callback()
def list_series(
    context: typer.Context,
    format: given.LibraryFormat = "terminal",  # noqa: A002
    library: given.LibraryFolder = None,
) -> None:
    """List the series: releases known, texts in the library, the latest. With NAME, show one series."""
    context.obj = library
    if context.invoked_subcommand is not None:
        return
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import StmtdiffError

    show = _renderer(format)
    own = _library(library)
    found, damaged = [], []
    for name in own.ids():
        try:
            found.append(own.find(name))
        except StmtdiffError:  # the others are not hidden by it
            damaged.append(name)
    write_text(show.all_series(found, damaged))


@series.command("show")
def show_series(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Series, by id or alias.")],
    format: given.LibraryFormat = "terminal",  # noqa: A002
    library: given.LibraryFolder = None,
) -> None:
    """List the releases of a series. Shows date, number and place, and the address of a text that you do not have."""
    from stmtdiff.cli.output import write_text

    show = _renderer(format)
    write_text(show.one_series(_library(library or context.obj).find(name)))


@series.command("check")
def check_series(
    context: typer.Context,
    names: Names = None,
    format: given.LibraryFormat = "terminal",  # noqa: A002
    library: given.LibraryFolder = None,
) -> None:
    """Check the library for damage, such as changed or missing files. Exit with 1 when there is any."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.report import plural
    from stmtdiff.series.audit import audit

    show = _renderer(format)
    own = _library(library or context.obj)
    troubles = audit(own, tuple(names or ()))
    where = f"{plural(_count(own, names or own.own_ids()), 'text')} in {own.folder}"
    write_text(show.damage(troubles, **({} if format == "json" else {"where": where})))
    if any(trouble.is_damage for trouble in troubles):
        raise typer.Exit(1)


@series.command("find")
def find_phrase(
    context: typer.Context,
    phrase: Annotated[
        str, typer.Argument(metavar="PHRASE", help="Phrase to find (docs/phrases.md): word* is a prefix, ... a gap.")
    ],
    names: Annotated[
        list[str] | None, typer.Option("--series", metavar="NAME", help="Search only this series. Can be repeated.")
    ] = None,
    format: given.FoundFormat = "",  # noqa: A002
    output: given.Output = None,
    library: given.LibraryFolder = None,
) -> None:
    """Find a phrase in the texts of the library. Prints each paragraph that contains it.

    A series or a text that cannot be read is named and passed over. Exit with 2 when nothing could be read.
    """
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.forum import own_words
    from stmtdiff.cli.output import write, write_text
    from stmtdiff.renderers.visible import visible
    from stmtdiff.series.index import search

    show = _renderer(format_of(format, output, "Found"), "Found")
    own = _library(library or context.obj)
    searched = search(own, phrase, series=tuple(names or ()), own_names=frozenset(own_words().get("names", ())))
    if not searched.texts and (searched.unread or not names):
        raise _nothing(searched)
    shown = show.matches(searched)
    write(shown, output=output) if output is not None else write_text(shown)
    if searched.unread and (output is not None or show.__name__.endswith("csv")):
        named = ", ".join(one.reference for one in searched.unread)
        typer.echo(f"stmtdiff: not searched, for it cannot be read: {visible(named)}", err=True)


def _nothing(searched: "Searched") -> "LibraryError":
    """Return the error of a search that could read no text."""
    from stmtdiff.errors import LibraryError

    if searched.unread:
        first = searched.unread[0]
        hint = f"stmtdiff series check {first.reference.partition(':')[0]} says what is wrong with it"
        return LibraryError(f"no text can be read; {first.reference}: {first.said}", hint=hint)
    hint = "stmtdiff pull SERIES, stmtdiff add FILE, or --series sample for the sample"
    return LibraryError("the library has no text to search", hint=hint)


@series.command("use")
def use_version(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="Release, like arf:2025.")],
    number: Annotated[
        int, typer.Argument(metavar="N", min=1, help="Number of the version to use, as in its file name.")
    ],
    library: given.LibraryFolder = None,
) -> None:
    """Choose which text of a release to use, when the library has two. Both are kept."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import ReferenceError  # noqa: A004
    from stmtdiff.series.adding import use
    from stmtdiff.series.references import find

    own = _library(library or context.obj)
    named = find(reference, own)
    if named is None or named.release.date is None:
        raise ReferenceError(f"'{reference}' does not name a release with a date", hint="name one like arf:2025-07-11")
    entry = use(own, named.series.id, named.release.date, number)
    write_text(f"{named.series.reference(named.release)} is now read from {entry.file}\n")


@series.command("remove")
def remove_release(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="A release of your library, like arf:2025.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Remove it. Without this option, the command only says what it would remove.")
    ] = False,
    library: given.LibraryFolder = None,
) -> None:
    """Remove the texts of a release from the library. The manifest keeps its entry."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import LibraryError, ReferenceError  # noqa: A004
    from stmtdiff.report import plural
    from stmtdiff.series.adding import remove
    from stmtdiff.series.references import find

    own = _library(library or context.obj)
    named = find(reference, own)
    if named is None or named.release.date is None:
        raise ReferenceError(f"'{reference}' does not name a release with a date", hint="name one like arf:2025-07-11")
    what = f"{named.series.id}:{named.release.date}"
    if not yes and named.release.texts:
        texts = plural(len(named.release.texts), "text")
        raise LibraryError(f"{texts} of {what} would be removed for good", hint="add --yes to remove")
    gone = remove(own, named.series.id, named.release.date)
    write_text(f"removed {plural(len(gone), 'text')} of {what}\n")


def _library(folder: Path | None) -> "Library":
    from stmtdiff.cli.library import library_of

    return library_of(folder)


def _renderer(format: str, kind: str = "Library") -> Any:  # noqa: A002
    """Return the module that shows what is in the library, or what was found in it, in `format`."""
    from importlib import import_module

    from stmtdiff.cli.formats import format_of

    format = format_of(format, None, kind)  # noqa: A001
    return import_module(f"stmtdiff.renderers.library.{'text' if format == 'terminal' else format}")


def _count(library: "Library", names: "Sequence[str]") -> int:
    """Return how many texts of these series are in the library, as far as its lock files can be read."""
    from contextlib import suppress

    from stmtdiff.errors import StmtdiffError

    count = 0
    for name in names:
        with suppress(StmtdiffError):
            count += len(library.kept(library.resolve(name)))
    return count
