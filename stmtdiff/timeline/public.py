"""The call that other programs make."""

from collections.abc import Iterable
from typing import overload

from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import History
from stmtdiff.timeline.formulas import Formulas, formulas
from stmtdiff.timeline.phrase_life import history as life_of
from stmtdiff.timeline.reading import Given


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
    """Return the life of `phrase` over a series; without a phrase, the formulas that recur in it.

    Args:
        statements: in the order of their dates: statements, or pairs of a reference or date and a
            statement, with None for a release whose text is not at hand.
        phrase: what to follow, in the notation of all phrases ("denuclear*").
        series: how the series is called in what is shown.
        settings: `speakers` names who speaks in your forum, beside those that are known.

    Raises:
        SettingsError: when the phrase is no phrase, or the dates do not rise.
    """
    if phrase is None:
        return formulas(statements, series=series, settings=settings)
    return life_of(statements, phrase, series=series, settings=settings)
