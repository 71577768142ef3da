"""JSON: the whole report, whatever is folded elsewhere."""

from stmtdiff.renderers.options import Options
from stmtdiff.report import Report


def render(report: Report, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the report in the shape of `stmtdiff/schemas/report-1.json`."""
    return report.to_json()
