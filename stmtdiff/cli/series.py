"""`stmtdiff series`: what series there are, what is known of them, what is at hand, and whether it is whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stmtdiff.series.holdings import Library

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Series; all of them if none is named.")]


class _Named(TyperGroup):
    """A group in which a word that is no command is the name of a series: `series arf` shows it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["show", *args]
        return super().resolve_command(ctx, args)


series = typer.Typer(
    cls=_Named, help="List series and their releases, and check the library.", rich_markup_mode=None,
    invoke_without_command=True, subcommand_metavar="[NAME | COMMAND [ARGS]...]",
)  # fmt: skip


@series.callback()
def list_series(
    context: typer.Context,
    format: given.LibraryFormat = "terminal",  # noqa: A002
    library: given.LibraryFolder = None,
) -> None:
    """List the series: releases known, texts at hand, the latest of both. NAME shows one of them."""
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
    name: Annotated[str, typer.Argument(metavar="NAME", help="A series, by id or alias.")],
    format: given.LibraryFormat = "terminal",  # noqa: A002
    library: given.LibraryFolder = None,
) -> None:
    """List the releases of a series. Day, number, place, and the text's address until it is at hand."""
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
    """Look for damage. Files that changed or are missing, texts kept beside others; exit with 1 when there is any."""
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
        str, typer.Argument(metavar="PHRASE", help="word* is a prefix, ... a gap, a|b a choice (docs/phrases.md).")
    ],
    names: Annotated[list[str] | None, typer.Option("--series", metavar="NAME", help="Only this; repeatable.")] = None,
    format: given.FoundFormat = "",  # noqa: A002
    output: given.Output = None,
    library: given.LibraryFolder = None,
) -> None:
    """Show where a phrase stands. In the texts of the library, paragraph by paragraph."""
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.forum import own_words
    from stmtdiff.cli.output import write, write_text
    from stmtdiff.series.index import search

    show = _renderer(format_of(format, output, "Found"), "Found")
    own = _library(library or context.obj)
    if not names and not _count(own, own.own_ids()):
        from stmtdiff.errors import LibraryError

        hint = "stmtdiff pull SERIES, stmtdiff add FILE, or --series sample for the sample"
        raise LibraryError("the library holds no text to search", hint=hint)
    found = search(own, phrase, series=tuple(names or ()), own_names=frozenset(own_words().get("names", ())))
    shown = show.matches(tuple(found))
    write(shown, output=output) if output is not None else write_text(shown)


@series.command("use")
def use_version(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="A release, like arf:2025.")],
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The version to use, as its file is numbered.")],
    library: given.LibraryFolder = None,
) -> None:
    """Choose between texts that were kept beside each other. Both stay where they are."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import ReferenceError  # noqa: A004
    from stmtdiff.series.adding import use
    from stmtdiff.series.references import find

    own = _library(library or context.obj)
    named = find(reference, own)
    if named is None or named.release.date is None:
        raise ReferenceError(f"'{reference}' names no release with a day", hint="name one like arf:2025-07-11")
    entry = use(own, named.series.id, named.release.date, number)
    write_text(f"{named.series.reference(named.release)} is now read from {entry.file}\n")


@series.command("remove")
def remove_release(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="A release of your library, like arf:2025.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Remove it; without this, the command only says what it would.")
    ] = False,
    library: given.LibraryFolder = None,
) -> None:
    """Remove the texts of a release from the library. What the manifest says of it stays."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.errors import LibraryError, ReferenceError  # noqa: A004
    from stmtdiff.report import plural
    from stmtdiff.series.adding import remove
    from stmtdiff.series.references import find

    own = _library(library or context.obj)
    named = find(reference, own)
    if named is None or named.release.date is None:
        raise ReferenceError(f"'{reference}' names no release with a day", hint="name one like arf:2025-07-11")
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
    """Return the module that shows what the library holds, or what was found in it, in `format`."""
    from importlib import import_module

    from stmtdiff.cli.formats import format_of

    format = format_of(format, None, kind)  # noqa: A001
    return import_module(f"stmtdiff.renderers.library.{'text' if format == 'terminal' else format}")


def _count(library: "Library", names: "Sequence[str]") -> int:
    """Return how many texts of these series the library holds, as far as its lock files can be read."""
    from contextlib import suppress

    from stmtdiff.errors import StmtdiffError

    count = 0
    for name in names:
        with suppress(StmtdiffError):
            count += len(library.kept(library.resolve(name)))
    return count
