"""`stmtdiff matrix`: years by phrases, for one series or several."""

from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.series.holdings import Library


def matrix(
    names: Annotated[
        list[str],
        typer.Argument(metavar="SERIES... PHRASE...", help="First the series or folders, then the phrases."),
    ],
    phrases: Annotated[
        list[str] | None,
        typer.Option(
            "--phrase",
            metavar="PHRASE",
            help="Phrase to count (docs/phrases.md), also when a series has the same name.",
        ),
    ] = None,
    forms: Annotated[bool, typer.Option("--forms", help="Show the wording instead of the count.")] = False,
    format: given.HistoryFormat = "",  # noqa: A002
    output: given.Output = None,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Count phrases by year and series. With several series, see who uses which phrase."""
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.forum import own_settings
    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.series_reading import keep_statements, read_given
    from stmtdiff.cli.showing import show
    from stmtdiff.errors import SettingsError
    from stmtdiff.phrases import compile_phrase
    from stmtdiff.timeline.grid import matrix_of
    from stmtdiff.timeline.phrase_life import histories_of

    format = format_of(format, output, "Matrix")  # noqa: A001
    own = library_of(library)
    series, wanted = _parted(names, phrases or [], own)
    keep_statements(output, *series)
    if not wanted:
        raise SettingsError("no phrase was given", hint=f'write stmtdiff matrix {series[0]} "a phrase"')
    compiled = [compile_phrase(phrase) for phrase in wanted]
    read = [read_given(name, library) for name in series]
    settings = own_settings()
    lives = [histories_of(found.readings, compiled, series=found.name, settings=settings) for found in read]
    # A phrase's series stand side by side: that is what is compared.
    ordered = [own_lives[at] for at in range(len(compiled)) for own_lives in lives]
    show(matrix_of(ordered), format, output, width=width, pager=pager, forms=forms)


def _parted(names: list[str], phrases: list[str], library: "Library") -> tuple[list[str], list[str]]:
    """Return series and phrases apart: the first name is a series, and so are those after it that are known as one."""
    from stmtdiff.releases.whole import is_folder, is_known

    count = 1
    while count < len(names) and (is_known(names[count], library) or is_folder(names[count], library)):
        count += 1
    return list(dict.fromkeys(names[:count])), list(dict.fromkeys([*names[count:], *phrases]))
