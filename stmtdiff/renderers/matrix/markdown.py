"""Markdown: the table and what each phrase's life is in words."""

from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.view import LEGEND, answers, heading, is_across, sheets, title
from stmtdiff.renderers.sheets import markdown_of
from stmtdiff.timeline.grid import Matrix


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix as GitHub-flavoured Markdown."""
    lives = [f"- {escape(heading(column, matrix))}: {escape(column.summary)}" for column in matrix.columns]
    blocks = [f"**{escape(title(matrix))}**"]
    blocks += [escape(answer) for answer in answers(matrix)] if is_across(matrix) else []
    for phrase, table in sheets(matrix, forms=options.forms):
        blocks += [f'**"{escape(phrase)}"**'] if phrase else []
        blocks.append(markdown_of(table))
    return "\n\n".join([*blocks, "\n".join(lives), escape(LEGEND)]) + "\n"
