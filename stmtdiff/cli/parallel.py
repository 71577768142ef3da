"""`stmtdiff parallel`: one statement in two languages."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def parallel(
    one: Annotated[str, typer.Argument(metavar="ONE", help="The statement in one language.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same statement in another language.")],
    format: given.ParallelFormat = "",  # noqa: A002
    output: given.Output = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show also paragraphs without a difference.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when something differs.")] = False,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Show figures, dates and lists that differ in two languages."""
    from stmtdiff.cli.diff import keep_inputs, options_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.progress import Progress
    from stmtdiff.cli.showing import show
    from stmtdiff.parallel import parallel as set_against
    from stmtdiff.series.library import read

    format = format_of(format, output, "Parallel")  # noqa: A001
    keep_inputs(output, one, other)
    options = options_of(selector)
    with Progress(steps=3) as progress:
        sides = []
        for file in (one, other):
            progress.step(f"reading {file}")
            sides.append(read(file, options, library=library_folder(library)))
        progress.step("aligning both texts")
        result = set_against(*sides)
    show(result, format, output, width=width, pager=pager, show_all=show_all)
    if exit_code and result.differences:
        raise typer.Exit(1)
