"""HTML: a heat map drawn as SVG, with all of it in a table below."""

from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.heat import heat_map
from stmtdiff.renderers.matrix.view import LEGEND, answers, heading, is_across, sheet, title
from stmtdiff.renderers.overtime import page
from stmtdiff.timeline.grid import Matrix

_FEW = 3  # phrases whose answers are read together as a headline; more of them are a list


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix as one page that a browser opens from a file."""
    phrases = list(dict.fromkeys(column.phrase for column in matrix.columns))
    is_long = len(phrases) > _FEW
    told = list(answers(matrix)) if is_across(matrix) and is_long else []
    return page(
        "matrix/page.html.jinja",
        title=title(matrix),
        kicker="Years by phrases",
        finding=f"{len(phrases)} phrases, {title(matrix)}" if is_long else _finding(matrix),
        headline="; ".join(phrases if is_long else [heading(column, matrix) for column in matrix.columns]),
        map=heat_map(matrix),
        sheet=sheet(matrix, forms=options.forms),
        lives=told + [f"{heading(column, matrix)}: {column.summary}" for column in matrix.columns],
        legend=LEGEND,
    )


def _finding(matrix: Matrix) -> str:
    """Return what a matrix shows in a sentence: who says it, or what became of its one phrase."""
    if is_across(matrix):
        return " ".join(answers(matrix)).removesuffix(".")
    if len(matrix.columns) == 1:
        column = matrix.columns[0]
        return f'"{column.phrase}": {column.finding[:1].lower()}{column.finding[1:]}'.removesuffix(".")
    return title(matrix)
