"""`stmtdiff outline`: how a file was read, before anybody trusts a diff of it."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def outline(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A statement: a file, - or a reference like sample:2025.")
    ],
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="terminal or json.")] = "terminal",  # noqa: A002
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "eng",
    original: given.Original = False,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Show how a statement was read: title, date, sections, paragraphs with their numbers."""
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.network import allowed_hosts
    from stmtdiff.cli.output import is_paged, screen, write
    from stmtdiff.errors import RenderError
    from stmtdiff.renderers.reading import FORMATS, render_reading
    from stmtdiff.series.library import read

    if format not in FORMATS:
        raise RenderError(f"an outline has no format '{format}'", hint=f"formats: {', '.join(FORMATS)}")
    shown_on = screen()
    statement = read(
        file,
        selector=selector,
        library=library_folder(library),
        allowed=allowed_hosts(),
        ocr_language=ocr_language,
        original=original,
    )
    text = render_reading(statement, format, width=width or shown_on.width, color=shown_on.color)
    write(text, pager=is_paged(text, pager))
