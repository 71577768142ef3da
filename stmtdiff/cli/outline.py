"""`stmtdiff outline`: how a file was read, before anybody trusts a diff of it."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def outline(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The statement: a file, an address, a reference like sample:2025, or -."),
    ],
    format: given.StatementFormat = "",  # noqa: A002
    output: given.Output = None,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
    original: given.Original = False,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Show how a statement was read. Prints title, date, sections, paragraphs with their numbers, and any doubt."""
    from stmtdiff.cli.diff import keep_inputs, options_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import is_paged, screen, write
    from stmtdiff.renderers.reading import render_reading
    from stmtdiff.series.library import read

    format = format_of(format, output, "Statement")  # noqa: A001
    keep_inputs(output, file)
    shown_on = screen()
    options = options_of(selector, ocr_language, original=original)
    statement = read(file, options, library=library_folder(library))
    text = render_reading(statement, format, width=width or shown_on.width, color=shown_on.color and output is None)
    write(text, output=output, pager=is_paged(text, pager))
