"""Markdown: the table and what each phrase's life is in words."""

from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.view import LEGEND, heading, sheet, title
from stmtdiff.renderers.sheets import markdown_of
from stmtdiff.timeline.grid import Matrix


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix as GitHub-flavoured Markdown."""
    lives = [f"- {escape(heading(column, matrix))}: {escape(column.summary)}" for column in matrix.columns]
    table = markdown_of(sheet(matrix, forms=options.forms))
    return "\n\n".join([f"**{escape(title(matrix))}**", table, "\n".join(lives), escape(LEGEND)]) + "\n"
