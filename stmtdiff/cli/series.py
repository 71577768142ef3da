"""`stmtdiff series`: what series there are, what is known of them, what is at hand, and whether it is whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stmtdiff.series.audit import Trouble
    from stmtdiff.series.holdings import Library
    from stmtdiff.series.index import Found
    from stmtdiff.series.manifest import Release, Series

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Series; all of them if none is named.")]
_Row = tuple[str, str, str, str, str]
_HEAD: _Row = ("series", "known", "at hand", "latest", "title")
_RELEASE_HEAD: _Row = ("date", "no.", "place", "chair", "text")


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
def list_series(context: typer.Context, library: given.LibraryFolder = None) -> None:
    """List the series: releases known, texts at hand, the latest of both. NAME shows one of them."""
    context.obj = library
    if context.invoked_subcommand is not None:
        return
    from stmtdiff.cli.output import write_text

    own = _library(library)
    write_text(_table([_HEAD, *(_summary(own, name) for name in own.ids())]))


@series.command("show")
def show_series(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A series, by id or alias.")],
    library: given.LibraryFolder = None,
) -> None:
    """List the releases of a series: day, number, place, and the text's address until it is at hand."""
    from stmtdiff.cli.output import write_text

    found = _library(library or context.obj).find(name)
    rows = [_RELEASE_HEAD, *(_row(found, release) for release in found.releases)]
    write_text("".join(_facts(found)) + "\n" + _table(rows))


@series.command("check")
def check_series(context: typer.Context, names: Names = None, library: given.LibraryFolder = None) -> None:
    """Look for damage: files that changed or are missing, texts kept beside others. Exit with 1 when there is any."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.renderers.visible import visible
    from stmtdiff.report import plural
    from stmtdiff.series.audit import audit

    own = _library(library or context.obj)
    troubles = audit(own, tuple(names or ()))
    damage = sum(trouble.is_damage for trouble in troubles)
    said = f"{damage or 'nothing'} damaged, {plural(len(troubles) - damage, 'remark')}"
    where = f"{plural(_count(own, names or own.own_ids()), 'text')} in {visible(str(own.folder))}"
    write_text("".join(map(_trouble, troubles)) + f"{said}; {where}\n")
    if damage:
        raise typer.Exit(1)


@series.command("find")
def find_phrase(
    context: typer.Context,
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="word* is a prefix, ... a gap, a|b a choice.")],
    names: Annotated[list[str] | None, typer.Option("--series", metavar="NAME", help="Only this; repeatable.")] = None,
    library: given.LibraryFolder = None,
) -> None:
    """Show where a phrase stands in the texts at hand, paragraph by paragraph."""
    from stmtdiff.cli.output import write_text
    from stmtdiff.report import plural
    from stmtdiff.series.index import search

    own = _library(library or context.obj)
    found = tuple(search(own, phrase, series=tuple(names or ())))
    texts = len({(one.series.id, one.release.day) for one in found})
    write_text("".join(map(_hit, found)) + f"{plural(len(found), 'paragraph')} in {plural(texts, 'text')}\n")


@series.command("use")
def use_version(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="A release, like arf:2025.")],
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The version to use, as its file is numbered.")],
    library: given.LibraryFolder = None,
) -> None:
    """Choose between texts that were kept beside each other; both stay where they are."""
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


def _library(folder: Path | None) -> "Library":
    from stmtdiff.cli.library import library_folder
    from stmtdiff.series.holdings import Library

    return Library(library_folder(folder))


def _count(library: "Library", names: "Sequence[str]") -> int:
    """Return how many texts of these series the library holds, as far as its lock files can be read."""
    from contextlib import suppress

    from stmtdiff.errors import StmtdiffError

    count = 0
    for name in names:
        with suppress(StmtdiffError):
            count += len(library.kept(library.resolve(name)))
    return count


def _summary(library: "Library", name: str) -> _Row:
    from stmtdiff.errors import StmtdiffError

    try:
        series = library.find(name)
    except StmtdiffError:
        return name, "?", "?", "?", f"damaged: stmtdiff series check {name}"
    at_hand = [release for release in series.releases if release.status == "at hand"]
    latest = at_hand[-1].day if at_hand else ""
    known = series.releases[-1].day if series.releases else ""
    both = latest if latest == known else f"{latest or 'none'} (of {known})"
    return series.id, str(len(series.releases)), str(len(at_hand)), both if known else "", series.title


def _facts(series: "Series") -> list[str]:
    from stmtdiff.renderers.visible import visible

    facts = {
        "series": series.id,
        "title": series.title,
        "also": ", ".join(series.aliases),
        "by": series.publisher,
        "comes": series.cadence,
        "packs": ", ".join(series.packs),
        "licence": series.licence,
        "note": " ".join(series.reading.notes),
    }
    return [f"{name:8} {visible(value)}\n" for name, value in facts.items() if value]


def _row(series: "Series", release: "Release") -> _Row:
    number = str(release.ordinal) if release.ordinal is not None else ""
    return release.day, number, release.place, release.chair, _where(series, release)


def _where(series: "Series", release: "Release") -> str:
    """Return what is at hand, or else where the text may be and what is known without it."""
    if release.status == "at hand":
        beside = sum(not entry.settled for entry in release.texts if entry.beside)
        return "at hand" + (f", and {beside} beside it" if beside else "")
    addresses = series.addresses(release)
    where = f"{addresses[0].url} ({addresses[0].basis})" if addresses else "no address known"
    return f"wording reported; {where}" if release.status == "reported" else where


def _trouble(trouble: "Trouble") -> str:
    from stmtdiff.renderers.visible import visible

    where = f"{trouble.series}:{trouble.day}" if trouble.day else trouble.series
    hint = f"\n    {visible(trouble.hint)}" if trouble.hint else ""
    return f"{'damage' if trouble.is_damage else 'remark'} {where}: {visible(trouble.said)}{hint}\n"


def _hit(found: "Found") -> str:
    """Return a paragraph in which the phrase stands: its reference, and its words with the phrase in brackets."""
    from stmtdiff.renderers.visible import visible

    text, words = found.paragraph.body.of(found.statement.text), found.paragraph.words
    shown, at = "", 0
    for match in found.matches:
        start, end = words.starts[match.first], words.ends[match.last - 1]
        shown += f"{visible(text[at:start])}[{visible(text[start:end])}]"
        at = end
    return f"{found.series.reference(found.release)}#p{found.paragraph.index + 1}\n    {shown}{visible(text[at:])}\n"


def _table(rows: list[_Row]) -> str:
    """Return `rows` in columns; the last one is as wide as it is."""
    from stmtdiff.renderers.lines import cells
    from stmtdiff.renderers.visible import visible

    shown = [[visible(value) for value in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)][:-1]
    lines = []
    for row in shown:
        padded = [value + " " * (width - cells(value)) for value, width in zip(row, widths, strict=False)]
        lines.append("  ".join([*padded, row[-1]]).rstrip())
    return "\n".join(lines) + "\n"
