"""`stmtdiff diff` and `stmtdiff demo`: two statements, and what shifted between them."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stmtdiff.model import Statement
    from stmtdiff.report import Report
    from stmtdiff.settings import ReadOptions, Settings

    Compare = Callable[[Statement, Statement], Report]

DEMO_OLD, DEMO_NEW = "sample:2024", "sample:2025"
NEXT_STEP = "\nNext: stmtdiff diff OLD NEW, with two files of your own (text, Markdown, HTML, PDF or Word).\n"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="The old statement: a file, an address, a reference like sample:2024, or -."
        ),
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The new statement. Leave it out with --tracked.", show_default=False)
    ] = "",
    format: given.FormatName = "",  # noqa: A002  # typer names options after parameters
    output: given.Output = None,
    view: given.ViewName = "",
    show_all: given.ShowAll = False,
    only: given.Only = None,
    topic: given.Topic = "",
    context: given.Context = 0,
    width: given.Width = None,
    ledger: given.WithLedger = True,
    packs: given.Packs = None,
    rules: given.RuleFiles = None,
    sure: given.Sure = False,
    grain: given.GrainName = "editor",
    selector: given.Selector = None,
    series: given.OfSeries = "",
    library: given.LibraryFolder = None,
    ocr_language: given.OcrLanguage = "auto",
    tracked: given.Tracked = False,
    original: given.Original = False,
    author: given.Author = "",
    date: given.Day = "",
    cover: given.Cover = False,
    explain: given.Explained = "",
    exit_code: given.ExitCode = "",
    pager: given.Pager = None,
) -> None:
    """Show what changed from OLD to NEW, phrase by phrase."""
    from stmtdiff.cli.library import library_folder
    from stmtdiff.errors import SettingsError

    if exit_code not in ("", *given.EXIT_CODES):
        raise SettingsError(f"there is no exit code for '{exit_code}'", hint=" or ".join(given.EXIT_CODES))
    choices = {"show_all": show_all, "only": only, "topic": topic, "context": context, "author": author, "date": date}
    choices |= {"ledger": ledger, "cover": cover}
    look = _look(format, output, view=view, width=width, explain=explain, **choices)
    new = _second(old, new, tracked=tracked, original=original)
    keep_inputs(output, old, new, rules=rules)
    options = options_of(selector, ocr_language, original=original)
    earlier = replace(options, original=original or tracked)
    compare = comparer(settings_of(grain, packs, rules, sure=sure))
    folder = library_folder(library)
    report = compare_files(old, new, compare, options, earlier=earlier, library=folder, series=series)
    _show(report, look, output, pager, explain=explain)
    if exit_code and (report.is_changed or (exit_code == "minor" and report.has_minor)):
        raise typer.Exit(1)


def demo(
    format: given.FormatName = "",  # noqa: A002
    output: given.Output = None,
    view: given.ViewName = "",
    show_all: given.ShowAll = False,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Compare two statements of the bundled sample, which is fiction."""
    look = _look(format, output, view=view, width=width, show_all=show_all)
    _show(compare_files(DEMO_OLD, DEMO_NEW, comparer(), options_of(None)), look, output, pager)
    if sys.stderr.isatty():
        sys.stderr.write(NEXT_STEP)


def _look(
    format: str,  # noqa: A002
    output: Path | None,
    *,
    view: str,
    width: int | None,
    explain: str = "",
    **choices: Any,
) -> dict[str, Any]:
    """Return the arguments of `render`, checked before anything is read; none where a shift is explained.

    A terminal gets rows side by side, a pipe or file the plain notation, unless the reader chose.
    """
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.output import nameless, screen
    from stmtdiff.formats import BINARY
    from stmtdiff.renderers.options import Options

    if explain:
        format_of(format, output, "Explanation")
        return {}

    shown_on = screen()
    if not format and output is None:
        is_drawn = shown_on.is_terminal or shown_on.color or view == "side"
        format = "terminal" if is_drawn else "plain"  # noqa: A001
    format = format_of(format, output, "Report")  # noqa: A001
    if format in BINARY and output is None:
        raise nameless()
    is_drawn = format == "terminal" and output is None
    look = {
        **choices,
        "view": view or "side",
        "width": width or (shown_on.width if is_drawn else None),
        "color": is_drawn and shown_on.color,
        "signs": not (is_drawn and shown_on.color and shown_on.strikes),
        "only": tuple(choices.get("only") or ()),
    }
    Options(**look)
    return {"format": format, **look}


def _second(old: str, new: str, *, tracked: bool, original: bool) -> str:
    """Return the statement that OLD is compared with: NEW, or OLD itself for the sake of its tracked changes."""
    from stmtdiff.errors import LoadError

    if not tracked and new:
        return new
    if not tracked:
        hint = "stmtdiff diff OLD NEW, or --tracked for the changes in a Word document"
        raise LoadError("no second statement to compare with", hint=hint)
    if new or original:
        given = f"'{new}'" if new else "--original"
        raise LoadError(
            f"--tracked compares a document with itself and cannot be used with {given}", hint="leave one of them out"
        )
    if old == "-":
        raise LoadError(
            "--tracked reads its document twice, and standard input can be read only once", hint="name a file"
        )
    return old


def keep_inputs(output: Path | None, *inputs: str, rules: "Sequence[Path] | None" = None) -> None:
    """Refuse to read two texts from one stream, or to write the result over one, which nobody could bring back."""
    from stmtdiff.errors import RenderError

    if inputs.count("-") > 1:
        raise RenderError("only one text can be read from standard input", hint="name files for the others")
    if output is None or not output.exists():
        return
    for name in (*map(Path, inputs), *(rules or ())):
        if name.exists() and output.samefile(name):
            raise RenderError(
                "the output would overwrite one of the input files", path=output, hint="choose another -o"
            )


def settings_of(
    grain: str, packs: "Sequence[str] | None", rules: list[Path] | None, *, sure: bool = False
) -> "Settings":
    """Return the settings that the options of a command ask for, with the forum's words of the settings file.

    Raises:
        SettingsError: when there is no such grain, or the file lists what is no word.
    """
    from typing import cast, get_args

    from stmtdiff.cli.forum import own_words
    from stmtdiff.errors import SettingsError
    from stmtdiff.settings import SURE, Grain, Settings

    if grain not in get_args(Grain):
        raise SettingsError(f"there is no grain '{grain}'", hint=f"grains: {', '.join(get_args(Grain))}")
    chosen = tuple(packs) if packs else None
    least = SURE if sure else 0
    tell_older(rules or ())
    return Settings(grain=cast(Grain, grain), packs=chosen, rules=tuple(rules or ()), sure=least, **own_words())


def tell_older(rules: "Sequence[Path]") -> None:
    """Say on standard error which files of rules have phrases that schema 2 reads otherwise.

    Raises:
        SettingsError: when a file is broken.
    """
    from stmtdiff.cli.output import tell
    from stmtdiff.report import plural
    from stmtdiff.rules.library import warnings_of

    for file in rules:
        if warnings := warnings_of(file):
            phrases = plural(len(warnings), "phrase")
            tell(f"{file}: {phrases} of schema 1, {warnings[0]} (stmtdiff rules upgrade {file})")


def options_of(selector: str | None, ocr_language: str = "auto", *, original: bool = False) -> "ReadOptions":
    """Return how the options of a command, and the variable that names private hosts, say that texts are read."""
    from stmtdiff.cli.network import allowed_hosts
    from stmtdiff.settings import ReadOptions

    return ReadOptions(selector or "", ocr_language, original, allowed_hosts())


def comparer(settings: "Settings | None" = None) -> "Compare":
    """Return the comparison of two statements by `settings`, with the comments that the library keeps on them."""
    from stmtdiff.releases.comparing import compare

    def compared(old: "Statement", new: "Statement") -> "Report":
        report = compare(old, new, settings=settings)
        if old.release is None and new.release is None:
            return report
        from stmtdiff.comments import with_comments

        return with_comments(report)

    return compared


def compare_files(
    old: str,
    new: str,
    compare: "Compare",
    options: "ReadOptions",
    *,
    earlier: "ReadOptions | None" = None,
    library: Path | None = None,
    series: str = "",
) -> "Report":
    """Return the report on two statements, with a line of progress at a terminal when it takes longer than a second.

    `options` say how both are read; `earlier` how OLD is, where that is otherwise. `series` is the series that they
    are of, where they are files: then its packs, places and chairs count, and for how long a wording had stood.

    Raises:
        StmtdiffError: when one cannot be read.
    """
    from stmtdiff.cli.progress import Progress
    from stmtdiff.errors import LoadError
    from stmtdiff.series.library import read

    with Progress(steps=3) as progress:
        progress.step(f"reading {old}")
        first = read(old, earlier or options, library=library)
        progress.step(f"reading {new}")
        second = read(new, options, library=library)
        is_word = "docx" in {first.source.loader, second.source.loader}
        if (earlier or options).original and not is_word:
            raise LoadError(
                "only Word documents have tracked changes, and this is not one", path=old, hint="name a .docx"
            )
        if series:
            from stmtdiff.cli.library import library_of

            known = library_of(library)
            found = known.find(series)
            first, second = known.recognised(found, first), known.recognised(found, second)
        progress.step("comparing")
        return compare(first, second)


def show_usual(report: "Report") -> None:
    """Write `report` to standard output as it is shown when nothing else is asked for, without a pager."""
    _show(report, _look("", None, view="", width=None), None, pager=False)


def tell_notices(kind: str, format: str, report: "Report") -> None:  # noqa: A002
    """Say on standard error what is odd about a pair, where a `format` of a `kind` of result has no place for it."""
    from stmtdiff.cli.output import tell
    from stmtdiff.formats import WITHOUT_NOTICES

    if (kind, format) in WITHOUT_NOTICES:
        for notice in report.notices:
            tell(notice)


def _show(
    report: "Report", look: dict[str, Any], output: Path | None, pager: bool | None, *, explain: str = ""
) -> None:
    from stmtdiff.cli.output import is_paged, write

    if explain:
        from stmtdiff.renderers import explanation

        shown = explanation.explain(report, explain)
    else:
        from stmtdiff.renderers import render

        shown = render(report, **look)
        tell_notices("Report", look["format"], report)
    write(shown, output=output, pager=is_paged(shown, pager))
