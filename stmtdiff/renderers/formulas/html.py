"""HTML: one formula after the other, each with the releases of its wordings."""

from dataclasses import dataclass

from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.formulas.view import NOT_THERE, name, shown, stretches, title, told
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.sheets import Row, Sheet
from stmtdiff.timeline.formulas import Formulas, Recurring


@dataclass(frozen=True, slots=True)
class _Shown:
    name: str
    sort: str
    summary: str
    sheet: Sheet


def render(formulas: Formulas, options: Options) -> str:
    """Return the formulas as one page that a browser opens from a file."""
    return page(
        "formulas/page.html.jinja",
        title=f"Recurring formulas{' of ' + formulas.series if formulas.series else ''}",
        kicker="What is said again and again",
        headline=title(formulas),
        found=[_shown(one) for one in shown(formulas, options)],
    )


def _shown(one: Recurring) -> _Shown:
    rows = tuple(
        Row((stretch.releases, stretch.wording or NOT_THERE), "" if stretch.wording else "dim")
        for stretch in stretches(one)
    )
    return _Shown(name(one), one.sort, told(one), Sheet(("releases", "wording"), rows))
