"""What several commands take alike: their options, each with its help, and the name of a series in a group."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from stmtdiff.cli import completing
from stmtdiff.formats import told


def by_series(usual: str) -> type[TyperGroup]:
    """Return the class of a group in which a word that is no command names a series, for the command `usual`.

    So `series arf` is `series show arf`.
    """

    class BySeries(TyperGroup):
        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if args and args[0] not in self.commands and not args[0].startswith("-"):
                args = [usual, *args]
            return super().resolve_command(ctx, args)

    return BySeries


def _format(kind: str, metavar: str = "FORMAT", more: str = "") -> Any:
    """Return the option for the format of results of `kind`, with those there are in its help."""
    return typer.Option(
        "--format",
        "-f",
        metavar=metavar,
        help=f"Output format: {told(kind)}{more}.",
        autocompletion=completing.formats(kind),
    )


FormatName = Annotated[str, _format("Report")]
VerdictFormats = Annotated[list[str] | None, _format("Verdict", "FORMAT[=FILE]", "; can be repeated")]
BriefFormat = Annotated[str, _format("Ledger")]
QuotationsFormat = Annotated[str, _format("Quotations")]
StatementFormat = Annotated[str, _format("Statement")]
FoundFormat = Annotated[str, _format("Found")]
LibraryFormat = Annotated[str, _format("Library")]
DraftsFormat = Annotated[str, _format("Drafts")]
ParallelFormat = Annotated[str, _format("Parallel")]
HistoryFormat = Annotated[str, _format("History")]
Explained = Annotated[
    str,
    typer.Option(
        "--explain", metavar="SHIFT", help="Explain one shift, by its number or id: why it was marked and judged so."
    ),
]
SeriesName = Annotated[
    str,
    typer.Argument(
        metavar="SERIES",
        help="Series, by id or alias; or a folder of files named by date.",
        autocompletion=completing.series,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="File to write. Without -f, its suffix chooses the format."),
]
TextOutput = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write.")]
ViewName = Annotated[
    str,
    typer.Option(
        "--view", metavar="VIEW", help="Layout: side (side by side), inline, or list (one line for each shift)."
    ),
]
ShowAll = Annotated[bool, typer.Option("--all", help="Show unchanged and routine rows too.")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND", help="Show only rows with this kind of shift, or: softer, firmer, substantive, minor, moved."
    ),
]
Topic = Annotated[
    str,
    typer.Option(metavar="PHRASE", help="Show only paragraphs with PHRASE in the old or new text (docs/phrases.md)."),
]
WithLedger = Annotated[
    bool,
    typer.Option(
        "--ledger/--no-ledger", help="In a terminal, show the headline and the first rows of the brief on top."
    ),
]
Context = Annotated[int, typer.Option(metavar="N", help="Show N unchanged paragraphs before and after each row.")]
Width = Annotated[
    int | None, typer.Option(metavar="N", help="Width of the output in columns, instead of the width of the terminal.")
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack", metavar="NAME", help="Use only this rule pack. Can be repeated.", autocompletion=completing.packs
    ),
]
Sure = Annotated[bool, typer.Option("--sure", help="Show only directions (softer, firmer) that are most often right.")]
RuleFiles = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FILE", help="File with rules of your own (docs/rules.md). Can be repeated."),
]
GrainName = Annotated[
    str,
    typer.Option(
        "--grain",
        metavar="GRAIN",
        help="How phrases are cut: editor (as an editor marks them) or fine (each changed run of words).",
    ),
]
Selector = Annotated[str | None, typer.Option(metavar="CSS", help="CSS selector of the statement in a web page.")]
LibraryFolder = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="FOLDER",
        help="Folder of your library. Default: STMTDIFF_LIBRARY, stmtdiff.toml, or the folder of your system.",
    ),
]
OcrLanguage = Annotated[
    str,
    typer.Option(
        "--ocr-language",
        metavar="NAME",
        help="Language of scanned pages, as tesseract names it (eng, fra). auto: the language of the document.",
    ),
]
OfSeries = Annotated[
    str,
    typer.Option(
        "--series",
        metavar="NAME",
        help="Series of the two files, by id or alias. Its packs, places and chairs are then used.",
    ),
]
Original = Annotated[
    bool, typer.Option("--original", help="Read a Word document as it was before its tracked changes.")
]
Tracked = Annotated[
    bool,
    typer.Option("--tracked", help="Compare a Word document before and after its own tracked changes. Takes no NEW."),
]
Author = Annotated[
    str, typer.Option(metavar="NAME", help="Author of the tracked changes in a docx. Default: stmtdiff.")
]
Day = Annotated[
    str,
    typer.Option(
        "--date",
        metavar="DAY",
        help="Date of the tracked changes in a docx, like 2025-07-11. Default: the date of the new statement.",
    ),
]
Cover = Annotated[
    bool, typer.Option("--cover", help="Begin a docx with a cover page: headline and rows of the brief, not tracked.")
]
EXIT_CODES = ("news", "minor")  # what `diff --exit-code` gives 1 for: the first where it says nothing
ExitCode = Annotated[
    str,
    typer.Option(
        "--exit-code",
        metavar="[=minor]",
        help="Exit with 1 when something substantive changed, or a note. With =minor also for minor changes.",
    ),
]
Pager = Annotated[
    bool | None, typer.Option("--pager/--no-pager", help="Use a pager for long output. Default: only in a terminal.")
]
