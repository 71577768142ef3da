"""JSON: all recurring formulas with their whole histories, in the shape of `stmtdiff/schemas/history-1.json`."""

from stmtdiff.json_lines import to_lines
from stmtdiff.renderers.formulas import Options
from stmtdiff.timeline.formulas import Formulas


def render(formulas: Formulas, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the formulas as JSON."""
    return to_lines(formulas.to_dict())
