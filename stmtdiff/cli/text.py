"""`stmtdiff text`: the words of a statement as they were read, for grep, for `git` and for eyes."""

import sys
from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def text(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The statement: a file, an address, a reference like sample:2025, or -."),
    ],
    numbers: Annotated[bool, typer.Option("--numbers", help="Print the numbers of the paragraphs.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print footnotes and endnotes after the text.")] = False,
    output: given.TextOutput = None,
    selector: given.Selector = None,
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
    original: given.Original = False,
    pager: given.Pager = None,
) -> None:
    """Print the whole text of a statement as it was read. Each paragraph is one line; doubts go to standard error."""
    from stmtdiff.cli.diff import keep_inputs, options_of
    from stmtdiff.cli.library import library_folder
    from stmtdiff.cli.output import is_paged, write
    from stmtdiff.renderers.reading import render_text
    from stmtdiff.renderers.visible import visible
    from stmtdiff.series.library import read

    keep_inputs(output, file)
    statement = read(file, options_of(selector, ocr_language, original=original), library=library_folder(library))
    for doubt in statement.source.doubts:
        sys.stderr.write(f"stmtdiff: {visible(statement.name or file)}: {visible(doubt)}\n")
    words = render_text(statement, numbers=numbers, notes=notes)
    write(words, output=output, pager=is_paged(words, pager))
