"""`stmtdiff quotes`: whether the quotations in a news article stand."""

from dataclasses import replace
from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def quotes(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article: text, Markdown or HTML, or -.")],
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="STATEMENT", help="A statement that it quotes: a file or a reference; repeatable."),
    ] = None,
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[STATEMENT]...", help="Further statements after --against.")
    ] = None,
    format: given.QuotationsFormat = "",  # noqa: A002
    output: given.Output = None,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    selector: Annotated[
        str | None, typer.Option(metavar="CSS", help="Where the article stands in an HTML page.")
    ] = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "eng",
) -> None:
    """Check the quotations in ARTICLE. Exit with 1 when one does not stand."""
    from stmtdiff.cli.diff import keep_inputs, options_of, settings_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import write
    from stmtdiff.cli.progress import Progress
    from stmtdiff.quotes import check_quotations
    from stmtdiff.renderers import render
    from stmtdiff.series.library import read

    format = format_of(format, output, "Quotations")  # noqa: A001
    names = [*(against or ()), *(more or ())]
    keep_inputs(output, article, *names, rules=rules)
    folder, options = library_folder(library), options_of(None, ocr_language)
    statements = []
    with Progress(steps=len(names) + 2) as progress:
        for name in names:
            progress.step(f"reading {name}")
            statements.append(read(name, options, library=folder))
        progress.step(f"reading {article}")
        quoting = read(article, replace(options, selector=selector or ""), library=folder)
        progress.step("checking")
        result = check_quotations(quoting, statements, settings=settings_of("editor", packs, rules))
    write(render(result, format), output=output)
    if not result.stand:
        raise typer.Exit(1)
