"""JSON: the whole report, whatever is folded elsewhere."""

from typing import Any

from stmtdiff.model import Statement
from stmtdiff.renderers.options import Options
from stmtdiff.report import Report


def render(report: Report, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the report in the shape of `stmtdiff/schemas/report-2.json`."""
    return report.to_json()


def told_statement(statement: Statement) -> dict[str, Any]:
    """Return which text a statement is, as it is written in the JSON of a brief and of quotations."""
    date = statement.dateline.date
    return {
        "name": statement.name,
        "sha256": statement.source.sha256,
        "date": date.isoformat() if date else None,
        "doubts": list(statement.source.doubts),
    }
