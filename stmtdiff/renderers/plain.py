"""Plain text: the rows in [-old-]{+new+} notation, unwrapped unless a width is given."""

from dataclasses import replace

from stmtdiff.renderers.lines import plain_text
from stmtdiff.renderers.options import Options, View
from stmtdiff.renderers.page import page
from stmtdiff.report import Report


def render(report: Report, options: Options) -> str:
    """Return the report as plain text."""
    view: View = "list" if options.view == "list" else "inline"
    return plain_text(page(report, replace(options, view=view, ledger=False)))
