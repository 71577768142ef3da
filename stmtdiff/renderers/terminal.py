"""The terminal: rows side by side, phrases marked by brackets and, where wanted, by colour."""

from dataclasses import replace

from stmtdiff.renderers.lines import ansi_text, plain_text
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.page import page
from stmtdiff.report import Report

DEFAULT_WIDTH = 80


def render(report: Report, options: Options) -> str:
    """Return the report for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = page(report, replace(options, width=options.width or DEFAULT_WIDTH))
    return ansi_text(lines) if options.color else plain_text(lines)
