"""`stmtdiff brief`: the few rows that a desk needs when a statement comes out."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def brief(
    new: Annotated[
        str,
        typer.Argument(
            metavar="NEW", help="The new statement: a file, an address, a reference like sample:2025, or -."
        ),
    ],
    against: Annotated[
        str,
        typer.Option(
            metavar="OLD", help="The old statement. Default for a release: the release before it in its series."
        ),
    ] = "",
    lines: Annotated[
        int, typer.Option(metavar="N", help="Number of rows under the headline. The rest is counted.")
    ] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Say for each row why it has its place.")] = False,
    format: given.BriefFormat = "",  # noqa: A002
    output: given.Output = None,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    sure: given.Sure = False,
    selector: given.Selector = None,
    series: given.OfSeries = "",
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
) -> None:
    """Say what changed in a headline and ten rows. The most important comes first."""
    from stmtdiff.cli.diff import compare_files, comparer, keep_inputs, options_of, settings_of, tell_notices
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import write
    from stmtdiff.ledger import ledger_of
    from stmtdiff.renderers import render
    from stmtdiff.series.library import release_before

    format = format_of(format, output, "Ledger")  # noqa: A001
    folder = library_folder(library)
    old = against or release_before(new, library=folder)
    keep_inputs(output, old, new, rules=rules)
    compare = comparer(settings_of("editor", packs, rules, sure=sure))
    report = compare_files(old, new, compare, options_of(selector, ocr_language), library=folder, series=series)
    tell_notices("Ledger", format, report)
    write(render(ledger_of(report, lines=lines), format, explain=explain), output=output)
