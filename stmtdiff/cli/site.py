"""`stmtdiff site`: one or several series as a folder of static pages."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.site import Built, Site


def site(
    names: Annotated[
        list[str],
        typer.Argument(metavar="SERIES...", help="Series, or folders of files named by date."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the pages.")],
    title: Annotated[str, typer.Option(metavar="TEXT", help="Title of the first page.")] = "",
    phrases: Annotated[
        list[str] | None,
        typer.Option("--phrase", metavar="PHRASE", help="Phrase that gets its own page. Can be repeated."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Publish the texts of your library too. See their licence first.")
    ] = False,
    with_comments: Annotated[
        bool, typer.Option("--with-comments", help="Publish your comments beside the texts that are published.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Make all pages again, also those in which nothing changed.")
    ] = False,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Number of processes that make pages.")] = 1,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    sure: given.Sure = False,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "eng",
) -> None:
    """Write series as static pages. Texts, changes, phrases, search, feeds; only what changed is made again."""
    from stmtdiff.cli.diff import options_of, settings_of
    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.output import write_text
    from stmtdiff.phrases import compile_phrase
    from stmtdiff.site import Site, publish

    own = library_of(library)
    _check_output(output, names, own.folder)
    wanted = tuple(dict.fromkeys(phrases or ()))
    for phrase in wanted:
        compile_phrase(phrase)  # before anything is read
    shown = {"with_text": with_text, "with_comments": with_comments}
    series = tuple(publish(name, own, **shown) for name in dict.fromkeys(names))
    settings = settings_of("editor", packs, rules, sure=sure)
    built = _built(Site(series, title, wanted, settings, options_of(selector, ocr_language)), output, jobs, anew=anew)
    write_text(f"{output}: {built.pages} pages, {built.made} made now, {built.removed} removed\n")
    if kept := sum(len(one.comments) for one in series):
        lost = sum(len(one.comments_on_none) for one in series)
        told = f"; of them name no release of the site: {lost}" if lost else ""
        write_text(f"your comments beside the texts: {kept}{told}\n")
    for name, why in built.errors:
        typer.echo(f"stmtdiff: {name}: {why}", err=True)
    if built.errors:
        typer.echo(f"stmtdiff: {len(built.errors)} parts of the site could not be made; the site says so too", err=True)
        raise typer.Exit(2)


def _built(site: "Site", output: Path, jobs: int, *, anew: bool) -> "Built":
    """Return what became of a site, with a line of progress that counts its parts."""
    from contextlib import ExitStack

    from stmtdiff.cli.progress import Progress
    from stmtdiff.site import build

    shown: list[Progress] = []
    with ExitStack() as stack:

        def begin(steps: int) -> None:
            shown.append(stack.enter_context(Progress(steps, done=0)))

        def tell(name: str) -> None:
            shown[-1].step(name)

        try:
            return build(site, output, jobs=jobs, anew=anew, begin=begin, tell=tell)
        except KeyboardInterrupt:
            told = f"stopped: the pages so far are kept in {output}; run the same command to continue"
            typer.echo(f"stmtdiff: {told}", err=True)
            raise typer.Exit(2) from None


def _check_output(output: Path, names: list[str], library: Path | None) -> None:
    """Refuse a folder of pages among the texts that they are made from.

    Raises:
        RenderError: when it is one of the folders that are read, or lies in the library.
    """
    from stmtdiff.errors import RenderError

    folder = output.resolve()
    is_read = any(Path(name).is_dir() and folder == Path(name).resolve() for name in names)
    if is_read or (library is not None and folder.is_relative_to(library.resolve())):
        raise RenderError("the pages would be written among the texts", path=output, hint="choose another -o")
