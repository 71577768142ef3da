"""`stmtdiff quotes`: check the quotations and claims in a news article."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from pathlib import Path

    from stmtdiff.cli.progress import Progress
    from stmtdiff.model import Statement
    from stmtdiff.settings import ReadOptions
    from stmtdiff.timeline.reading import Reading

FAILURES = ("wrong", "any")


def quotes(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="The article: a text, Markdown or HTML file, or -.")
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STATEMENT", help="Statement that the article quotes: a file or a reference. Can be repeated."
        ),
    ] = None,
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[STATEMENT]...", help="More statements after --against.")
    ] = None,
    series: Annotated[
        str,
        typer.Option(
            metavar="SERIES", help="Check against all releases of this series, or of a folder of files named by date."
        ),
    ] = "",
    fail_on: Annotated[
        str,
        typer.Option(metavar="WHAT", help="When to exit with 1: wrong (proved wrong) or any (also when doubtful)."),
    ] = "wrong",
    format: given.QuotationsFormat = "",  # noqa: A002
    output: given.Output = None,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    selector: Annotated[
        str | None, typer.Option(metavar="CSS", help="CSS selector of the article in a web page.")
    ] = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
) -> None:
    """Check quotations and claims in an article. Exit with 1 when one is wrong."""
    from stmtdiff.cli.diff import keep_inputs, options_of, settings_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import write
    from stmtdiff.cli.progress import Progress
    from stmtdiff.errors import SettingsError
    from stmtdiff.quotations import check_quotations
    from stmtdiff.renderers import render

    format = format_of(format, output, "Quotations")  # noqa: A001
    if fail_on not in FAILURES:
        raise SettingsError(f"--fail-on cannot be '{fail_on}'", hint=f"one of: {', '.join(FAILURES)}")
    names = [*(against or ()), *(more or ())]
    keep_inputs(output, article, *names, rules=rules)
    folder, options = library_folder(library), options_of(None, ocr_language)
    statements, missing = _whole(series, library, output) if series else ([], [])
    with Progress(steps=len(names) + 2) as progress:
        statements += [_read(name, options, folder, progress) for name in names]
        quoting = _read(article, replace(options, selector=selector or ""), folder, progress)
        progress.step("checking")
        chosen = settings_of("editor", packs, rules)
        result = check_quotations(quoting, statements, settings=chosen, missing=missing)
    write(render(result, format), output=output)
    if result.wrong or (fail_on == "any" and not result.stand):
        raise typer.Exit(1)


def _read(name: str, options: "ReadOptions", folder: "Path | None", progress: "Progress") -> "Statement":
    from stmtdiff.series.library import read

    progress.step(f"reading {name}")
    return read(name, options, library=folder)


def _whole(series: str, library: "Path | None", output: "Path | None") -> "tuple[list[Statement], list[Reading]]":
    """Return the statements of a series, and its releases that have no text in the library."""
    from stmtdiff.cli.series_reading import keep_statements, read_given

    keep_statements(output, series)
    readings = read_given(series, library).readings
    read = [reading.statement for reading in readings if reading.statement is not None]
    return read, [reading for reading in readings if reading.statement is None]
