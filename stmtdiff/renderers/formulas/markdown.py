"""Markdown: one table of all formulas that changed."""

from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.formulas.view import sheet, title
from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.sheets import markdown_of
from stmtdiff.timeline.formulas import Formulas


def render(formulas: Formulas, options: Options) -> str:
    """Return the formulas as GitHub-flavoured Markdown."""
    return f"**{escape(title(formulas))}**\n\n{markdown_of(sheet(formulas, options))}\n"
