"""`stmtdiff trace`: the life of a paragraph, or of all paragraphs on a topic."""

from typing import Annotated

import typer

from stmtdiff.cli import parameters as given


def trace(
    series: Annotated[
        str,
        typer.Argument(
            metavar="SERIES", help="Series or folder; or series, release and paragraph together: sample:2025#12."
        ),
    ],
    paragraph: Annotated[
        str,
        typer.Argument(
            metavar="[RELEASE#PARAGRAPH]",
            help="Paragraph: 2025#12 is the one numbered 12, 2025#p3 the third from the top.",
        ),
    ] = "",
    topic: Annotated[
        str,
        typer.Option(metavar="PHRASE", help="Follow all paragraphs that contain PHRASE instead (docs/phrases.md)."),
    ] = "",
    format: given.HistoryFormat = "",  # noqa: A002
    output: given.Output = None,
    packs: given.Packs = None,
    library: given.LibraryFolder = None,
    width: given.Width = None,
    pager: given.Pager = None,
) -> None:
    """Follow a paragraph back through moves, splits and merges. Shows in which release each phrase came in."""
    from stmtdiff.cli.diff import settings_of
    from stmtdiff.cli.formats import format_of
    from stmtdiff.cli.series_reading import keep_statements, read_given
    from stmtdiff.cli.showing import show
    from stmtdiff.comments import with_comments_on_steps
    from stmtdiff.errors import SettingsError
    from stmtdiff.phrases import compile_phrase
    from stmtdiff.releases.comparing import completed
    from stmtdiff.timeline.thread import trace as follow
    from stmtdiff.timeline.thread import trace_topic

    format = format_of(format, output, "Thread")  # noqa: A001
    name, paragraph = _named(series, paragraph)
    keep_statements(output, name)
    if bool(topic) == bool(paragraph):
        raise SettingsError(
            "trace needs either a paragraph or a topic", hint=f'write {name} 2025#12, or --topic "a phrase"'
        )
    if topic:
        compile_phrase(topic)
    found = read_given(name, library)
    statements = [reading.statement for reading in found.readings if reading.statement]
    settings = completed(settings_of("editor", packs, None), *statements)
    if topic:
        thread = trace_topic(found.readings, topic, series=found.name, settings=settings)
    else:
        readings, index = found.up_to(paragraph)
        thread = follow(readings, index, series=found.name, settings=settings)
    show(with_comments_on_steps(thread), format, output, width=width, pager=pager)


def _named(series: str, paragraph: str) -> tuple[str, str]:
    """Return series and paragraph apart: both may stand in one word, "sample:2025#12"."""
    if "#" in series and ":" in series and not paragraph:
        name, _, rest = series.partition(":")
        return name, rest
    return series, paragraph.removeprefix(f"{series}:")
