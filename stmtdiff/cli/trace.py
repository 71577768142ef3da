"""`stmtdiff trace`: the life of a paragraph, or of all paragraphs on a topic."""

from typing import TYPE_CHECKING, Annotated

import typer

from stmtdiff.cli import parameters as given

if TYPE_CHECKING:
    from stmtdiff.cli.series_reading import Given
    from stmtdiff.timeline.reading import Reading

LATEST = "latest"


def trace(
    series: Annotated[
        str, typer.Argument(metavar="SERIES", help="A series or a folder; or all in one, like sample:2025#12.")
    ],
    paragraph: Annotated[
        str, typer.Argument(metavar="[RELEASE#PARAGRAPH]", help="Which paragraph: 2025#12; #p3 is the third.")
    ] = "",
    topic: Annotated[
        str, typer.Option(metavar="PHRASE", help="Every paragraph on it instead, each compared with the last.")
    ] = "",
    format: given.HistoryFormat = "",  # noqa: A002
    output: given.Output = None,
    packs: given.Packs = None,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Follow a paragraph back through moves, splits and merges. Says in which release each phrase came in."""
    from stmtdiff.cli.diff import settings_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.series_reading import keep_statements, read_given
    from stmtdiff.cli.showing import show
    from stmtdiff.errors import SettingsError
    from stmtdiff.phrases import compile_phrase
    from stmtdiff.releases.comparing import completed
    from stmtdiff.timeline.thread import trace as follow
    from stmtdiff.timeline.thread import trace_topic

    format = format_of(format, output, "Thread")  # noqa: A001
    name, paragraph = _named(series, paragraph)
    keep_statements(output, name)
    if bool(topic) == bool(paragraph):
        raise SettingsError("a paragraph or a topic is traced", hint=f'write {name} 2025#12, or --topic "a phrase"')
    if topic:
        compile_phrase(topic)
    found = read_given(name, library)
    statements = [reading.statement for reading in found.readings if reading.statement]
    settings = completed(settings_of("editor", packs, None), *statements)
    if topic:
        thread = trace_topic(found.readings, topic, series=found.name, settings=settings)
    else:
        readings, index = _place(found, paragraph)
        thread = follow(readings, index, series=found.name, settings=settings)
    show(thread, format, output, width=width, pager=pager)


def _named(series: str, paragraph: str) -> tuple[str, str]:
    """Return series and paragraph apart: both may stand in one word, "sample:2025#12"."""
    if "#" in series and ":" in series and not paragraph:
        name, _, rest = series.partition(":")
        return name, rest
    return series, paragraph.removeprefix(f"{series}:")


def _place(found: "Given", paragraph: str) -> "tuple[tuple[Reading, ...], int]":
    """Return the releases up to the one that `paragraph` names, and the paragraph's index in it."""
    from stmtdiff.errors import ReferenceError  # noqa: A004
    from stmtdiff.series.references import paragraph_index

    release, mark, number = paragraph.partition("#")
    if not mark or not number:
        raise ReferenceError(f"'{paragraph}' names no paragraph", hint="write the release and its number: 2025#12")
    at = _release(found, release or LATEST)
    reading = found.readings[at]
    if reading.statement is None:
        raise ReferenceError(f"the text of {reading.reference} is not at hand", hint="name a release that was read")
    return found.readings[: at + 1], paragraph_index(reading.statement, number)


def _release(found: "Given", wanted: str) -> int:
    """Return the position of the release that `wanted` names: a date, a year, an ordinal ("@31"), or "latest"."""
    from stmtdiff.errors import ReferenceError  # noqa: A004

    read = [at for at, reading in enumerate(found.readings) if reading.statement]
    if wanted == LATEST and read:
        return read[-1]
    chosen = [at for at, reading in enumerate(found.readings) if wanted in _names(found, at, reading)]
    if len(chosen) == 1:
        return chosen[0]
    dates = ", ".join(str(found.readings[at].date or found.readings[at].known_year) for at in (chosen or read)[-12:])
    what = f"names {len(chosen)} releases" if chosen else "names no release"
    raise ReferenceError(f"'{wanted}' {what} of '{found.name}'", hint=f"name one by its date: {dates}")


def _names(found: "Given", at: int, reading: "Reading") -> tuple[str, ...]:
    ordinal = found.known.releases[at].ordinal if found.known else None
    return (reading.reference, str(reading.date), str(reading.known_year), f"@{ordinal}" if ordinal else "")
