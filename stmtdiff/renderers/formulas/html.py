"""HTML: a small chart for each formula, all on one axis of time; the releases of its wordings in tables behind."""

from dataclasses import dataclass

from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.formulas.view import NOT_THERE, name, shown, stretches, title, told
from stmtdiff.renderers.history.multiples import LEFT, WIDE, Followed, axis_of, charts
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.timeline.formulas import Formulas, Recurring


@dataclass(frozen=True, slots=True)
class _Shown:
    name: str
    sort: str
    sheet: Sheet


def render(formulas: Formulas, options: Options) -> str:
    """Return the formulas as one page that a browser opens from a file."""
    found = shown(formulas, options)
    axis = axis_of([one.history for one in found])
    followed = [Followed(one.history, name(one), told(one), one.aspect) for one in found]
    return page(
        "formulas/page.html.jinja",
        title=f"Recurring formulas{' of ' + formulas.series if formulas.series else ''}",
        kicker="What is said again and again",
        headline=title(formulas),
        found=[_shown(one) for one in found],
        drawn=list(charts(followed, axis, options.pages)),
        axis=axis,
        wide=WIDE,
        left=LEFT,
    )


def _shown(one: Recurring) -> _Shown:
    rows = tuple(
        Row((stretch.releases, stretch.wording or NOT_THERE), "" if stretch.wording else "dim")
        for stretch in stretches(one)
    )
    return _Shown(name(one), one.sort, Sheet(("releases", "wording"), rows))
