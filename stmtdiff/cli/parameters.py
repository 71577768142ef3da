"""The options that several commands share, each with its help, said once."""

from pathlib import Path
from typing import Annotated, Any

import typer

from stmtdiff.cli import completing
from stmtdiff.formats import told


def _format(kind: str, metavar: str = "FORMAT", more: str = "") -> Any:
    """Return the option for the format of results of `kind`, with those there are in its help."""
    return typer.Option(
        "--format", "-f", metavar=metavar, help=f"{told(kind)}{more}.", autocompletion=completing.formats(kind)
    )


FormatName = Annotated[str, _format("Report")]
VerdictFormats = Annotated[list[str] | None, _format("Verdict", "FORMAT[=FILE]", "; repeatable")]
BriefFormat = Annotated[str, _format("Ledger")]
QuotationsFormat = Annotated[str, _format("Quotations")]
StatementFormat = Annotated[str, _format("Statement")]
FoundFormat = Annotated[str, _format("Found")]
LibraryFormat = Annotated[str, _format("Library")]
DraftsFormat = Annotated[str, _format("Drafts")]
ParallelFormat = Annotated[str, _format("Parallel")]
HistoryFormat = Annotated[str, _format("History")]
Explained = Annotated[
    str, typer.Option("--explain", metavar="SHIFT", help="Say why one shift is what it is: its number, or its id.")
]
SeriesName = Annotated[
    str,
    typer.Argument(
        metavar="SERIES",
        help="A series, by id or alias, or a folder of files named by date.",
        autocompletion=completing.series,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its suffix names the format if -f does not."),
]
TextOutput = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")]
ViewName = Annotated[str, typer.Option("--view", metavar="VIEW", help="side, inline or list (one line a shift).")]
ShowAll = Annotated[bool, typer.Option("--all", help="Show unchanged and routine rows too.")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND", help="Only rows with this kind of shift, or softer, firmer, substantive, minor, moved."
    ),
]
Topic = Annotated[
    str, typer.Option(metavar="PHRASE", help="Only paragraphs where PHRASE stands, on either side (docs/phrases.md).")
]
WithLedger = Annotated[
    bool, typer.Option("--ledger/--no-ledger", help="Begin the page of a terminal with headline and first rows.")
]
Context = Annotated[int, typer.Option(metavar="N", help="Show N unchanged paragraphs around each row.")]
Width = Annotated[int | None, typer.Option(metavar="N", help="Columns to fill instead of the terminal's own.")]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack", metavar="NAME", help="Use only this rule pack; repeatable.", autocompletion=completing.packs
    ),
]
Sure = Annotated[bool, typer.Option("--sure", help="Give only the directions that are most often right.")]
RuleFiles = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FILE", help="Add rules of your own; repeatable (docs/rules.md)."),
]
GrainName = Annotated[
    str, typer.Option("--grain", metavar="GRAIN", help="editor joins what an editor would mark as one phrase; or fine.")
]
Selector = Annotated[str | None, typer.Option(metavar="CSS", help="Where the statement stands in an HTML page.")]
LibraryFolder = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="FOLDER", help="Your texts; else STMTDIFF_LIBRARY, stmtdiff.toml or your own folder."
    ),
]
OcrLanguage = Annotated[
    str,
    typer.Option(
        "--ocr-language",
        metavar="NAME",
        help="Language of scanned PDF pages, as tesseract names it: eng, fra; auto: the document's.",
    ),
]
OfSeries = Annotated[
    str,
    typer.Option(
        "--series", metavar="NAME", help="Of which series the files are, by id or alias: what it knows counts."
    ),
]
Original = Annotated[
    bool, typer.Option("--original", help="Read Word documents with tracked changes as they were before.")
]
Tracked = Annotated[
    bool, typer.Option("--tracked", help="Compare a Word document as it was with its tracked changes accepted; no NEW.")
]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who made the tracked changes of a docx; else stmtdiff.")]
Day = Annotated[
    str, typer.Option("--date", metavar="DAY", help="When, like 2025-07-11; else the day of the new statement.")
]
Cover = Annotated[bool, typer.Option("--cover", help="Begin a docx with a page of headline and rows, not tracked.")]
EXIT_CODES = ("news", "minor")  # what `diff --exit-code` gives 1 for: the first where it says nothing
ExitCode = Annotated[
    str,
    typer.Option(
        "--exit-code",
        metavar="[=minor]",
        help="Exit with 1 when something substantive, or a note, changed; =minor: for minor changes too.",
    ),
]
Pager = Annotated[bool | None, typer.Option("--pager/--no-pager", help="Page long output, as it does at a terminal.")]
