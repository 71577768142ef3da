"""CSV: a line for each stretch of releases in which a formula has one wording."""

from collections.abc import Iterator

from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.formulas.view import name, shown, stretches
from stmtdiff.renderers.sheets import csv_of
from stmtdiff.timeline.formulas import Formulas

COLUMNS = ("formula", "varies", "weight", "releases", "count", "wording")


def render(formulas: Formulas, options: Options) -> str:
    """Return the formulas as CSV."""
    return csv_of(COLUMNS, _lines(formulas, options))


def _lines(formulas: Formulas, options: Options) -> Iterator[tuple[str, ...]]:
    for one in shown(formulas, options):
        for stretch in stretches(one):
            yield name(one), one.sort, str(one.weight), stretch.releases, str(stretch.count), stretch.wording
