"""`stmtdiff history`: the life of a phrase over a series, or the formulas that recur in it."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def history(
    series: given.SeriesName,
    phrase: Annotated[
        str, typer.Argument(metavar="[PHRASE]", help='Phrase to follow: "denuclear*", "urge|call" (docs/phrases.md).')
    ] = "",
    recurring: Annotated[
        bool, typer.Option("--formulas", help="Find phrases that recur; those that changed most come first.")
    ] = False,
    top: Annotated[int, typer.Option(metavar="N", help="Number of formulas to show.")] = 25,
    format: given.HistoryFormat = "",  # noqa: A002
    output: given.Output = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show a row for each release. With --formulas: show all formulas.")
    ] = False,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Follow a phrase through a series. Shows who says it, how, and when it changed, went or came back."""
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.forum import own_settings
    from stmtdiff.cli.series_reading import keep_statements, read_given
    from stmtdiff.cli.showing import show
    from stmtdiff.errors import SettingsError

    keep_statements(output, series)
    if phrase and recurring:
        raise SettingsError("--formulas takes no PHRASE", hint="leave out one of the two")
    settings = own_settings()
    if phrase:
        from stmtdiff.phrases import compile_phrase
        from stmtdiff.timeline.phrase_life import history as follow

        compile_phrase(phrase)  # before anything is read
        format = format_of(format, output, "History")  # noqa: A001
        found = read_given(series, library)
        life = follow(found.readings, phrase, series=found.name, settings=settings)
        show(life, format, output, width=width, pager=pager, show_all=show_all)
        return
    from stmtdiff.timeline.formulas import formulas

    format = format_of(format, output, "Formulas")  # noqa: A001
    found = read_given(series, library)
    result = formulas(found.readings, series=found.name, settings=settings)
    show(result, format, output, width=width, pager=pager, show_all=show_all, top=top)
