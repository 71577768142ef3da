"""The calls that other programs make."""

from collections.abc import Iterable, Mapping, Sequence
from typing import overload

from stmtdiff.errors import SettingsError
from stmtdiff.phrases import compile_phrase
from stmtdiff.series.references import paragraph_index
from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import History
from stmtdiff.timeline.formulas import Formulas, formulas
from stmtdiff.timeline.grid import Matrix, matrix_of
from stmtdiff.timeline.phrase_life import histories_of
from stmtdiff.timeline.phrase_life import history as life_of
from stmtdiff.timeline.reading import Given, as_readings
from stmtdiff.timeline.thread import Thread, trace_topic
from stmtdiff.timeline.thread import trace as follow


@overload
def history(
    statements: Iterable[Given], phrase: str, *, series: str = "", settings: Settings | None = None
) -> History: ...
@overload
def history(
    statements: Iterable[Given], phrase: None = None, *, series: str = "", settings: Settings | None = None
) -> Formulas: ...
def history(
    statements: Iterable[Given], phrase: str | None = None, *, series: str = "", settings: Settings | None = None
) -> History | Formulas:
    """Follow `phrase` over a series; without a phrase, return the formulas that recur in it.

    Args:
        statements: in the order of their dates: statements, or pairs of a reference or date and a
            statement, with None for a release whose text is not in the library.
        phrase: what to follow, in the notation of all phrases ("denuclear*").
        series: how the series is called in what is shown.
        settings: `speakers` names who speaks in your forum, added to those that are known.

    Raises:
        SettingsError: when the phrase is no phrase, or the dates do not rise.
    """
    if phrase is None:
        return formulas(statements, series=series, settings=settings)
    return life_of(statements, phrase, series=series, settings=settings)


def matrix(
    series: Mapping[str, Iterable[Given]], phrases: Sequence[str], *, settings: Settings | None = None
) -> Matrix:
    """Count phrases by year for one series or several; there is a column for each phrase of each series.

    Args:
        series: by the name of each series its statements, as `history` takes them.
        phrases: what to look for, in the notation of all phrases.
        settings: `speakers` names who speaks in your forum, added to those that are known.

    Raises:
        SettingsError: when a phrase is no phrase, or the dates of a series do not rise.
    """
    wanted = [compile_phrase(phrase) for phrase in phrases]
    lives = [
        histories_of(as_readings(statements), wanted, series=name, settings=settings)
        for name, statements in series.items()
    ]
    return matrix_of([own[at] for at in range(len(wanted)) for own in lives])


def trace(
    statements: Iterable[Given],
    paragraph: int | str | None = None,
    *,
    topic: str = "",
    series: str = "",
    settings: Settings | None = None,
) -> Thread:
    """Follow a paragraph of the last of `statements` back in time, or all paragraphs on a topic.

    Args:
        statements: as `history` takes them; the last one must have been read.
        paragraph: its index from 0, or its printed number, or "p3" for the third.
        topic: a phrase instead: every paragraph that contains it, each compared with the release before.
        series: how the series is called in what is shown.
        settings: packs and rules that judge the changes.

    Raises:
        ReferenceError: when no paragraph has that number, or more than one.
        SettingsError: when neither or both of paragraph and topic are given, the topic is no phrase, there is no such
            paragraph, or the dates do not rise.
    """
    readings = as_readings(statements)
    if (paragraph is None) != bool(topic):
        raise SettingsError("trace needs either a paragraph or a topic", hint="give one of the two")
    if topic:
        return trace_topic(readings, topic, series=series, settings=settings)
    last = readings[-1].statement if readings else None
    if isinstance(paragraph, str) and last is not None:
        paragraph = paragraph_index(last, paragraph)
    return follow(readings, paragraph if isinstance(paragraph, int) else -1, series=series, settings=settings)
