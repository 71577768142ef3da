"""`stmtdiff pull`: the texts of a series, from where they are published into the library."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import completing
from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stmtdiff.series.pulling import Pulled

COULD_NOT = 2


def pull(
    series: Annotated[
        str,
        typer.Argument(
            metavar="SERIES",
            help="Series, by id or alias. stmtdiff series lists them.",
            autocompletion=completing.series,
        ),
    ],
    years: Annotated[
        list[str] | None, typer.Argument(metavar="[YEAR...]", help="Years (2024) or days (2024-07-27). Default: all.")
    ] = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask again for texts that the library has, in case they changed.")
    ] = False,
    archive: Annotated[
        bool, typer.Option("--archive/--no-archive", help="Try copies in the Internet Archive when all else fails.")
    ] = True,
    library: given.LibraryFolder = None,
) -> None:
    """Download the texts of a series into the library. A pull that was stopped continues next time."""
    from stmtdiff.cli.library import library_of
    from stmtdiff.cli.network import client, now
    from stmtdiff.cli.output import write_text
    from stmtdiff.series import pulling

    own = library_of(library)
    found = own.find(series)
    releases = pulling.wanted(found, years or ())
    address = pulling.ARCHIVE if archive else ""
    outcomes = pulling.pull(own, found, releases, client(), now=now(), refresh=refresh, archive=address)
    lost = 0
    told: list[Pulled] = []
    for outcome in _shown(outcomes, len(releases)):
        write_text("".join(f"{line}\n" for line in _lines(outcome)))
        told.append(outcome)
        lost += outcome.outcome == "failed" or (bool(years) and not outcome.is_whole)
    write_text(_summary(told))
    if lost:
        sys.stderr.write(f"stmtdiff: {lost} of {len(told)} could not be pulled; the others are in the library\n")
        raise typer.Exit(COULD_NOT)


def _shown(outcomes: "Iterable[Pulled]", count: int) -> "Iterator[Pulled]":
    """Yield the outcomes, and say on a terminal how far it is; between two of them there may be a minute."""
    is_shown = sys.stderr.isatty()
    for number, outcome in enumerate(outcomes, 1):
        if is_shown:
            sys.stderr.write("\r\x1b[K")
        yield outcome
        if is_shown and number < count:
            sys.stderr.write(f"{number} of {count} ...")
            sys.stderr.flush()


def _lines(outcome: "Pulled") -> Iterator[str]:
    """Yield what became of one release, and every address that did not give it."""
    if outcome.outcome == "at hand":
        return
    series, day = outcome.series.id, outcome.release.day
    where = f" from {outcome.address.url} ({outcome.address.note or outcome.address.basis})" if outcome.address else ""
    news = {
        "changed": f"changed upstream, kept beside the text in use: stmtdiff series check {series}",
        "no address": f"no address is known: stmtdiff add FILE --series {series} --date {day}",
    }
    yield f"{outcome.series.reference(outcome.release)}: {news.get(outcome.outcome, outcome.outcome)}{where}"
    for sentence in outcome.tried:
        yield f"    {sentence}"
    for doubt in outcome.added.doubts if outcome.added else ():
        yield f"    doubt: {doubt}"


def _summary(told: "list[Pulled]") -> str:
    """Return how many of each outcome there are: "2 pulled, 31 in the library already"."""
    counts: dict[str, int] = {}
    for outcome in told:
        counts[outcome.outcome] = counts.get(outcome.outcome, 0) + 1
    told_as = {"at hand": "in the library already"}
    return (
        ", ".join(f"{count} {told_as.get(outcome, outcome)}" for outcome, count in counts.items()) + "\n"
        if counts
        else "no releases\n"
    )
