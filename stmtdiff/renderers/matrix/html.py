"""HTML: a heat map drawn as SVG, with all of it in a table below."""

from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.heat import heat_map
from stmtdiff.renderers.matrix.view import LEGEND, heading, sheet, title
from stmtdiff.renderers.overtime import page
from stmtdiff.timeline.grid import Matrix


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix as one page that a browser opens from a file."""
    return page(
        "matrix/page.html.jinja",
        title=title(matrix),
        kicker="Years by phrases",
        headline="; ".join(heading(column, matrix) for column in matrix.columns),
        map=heat_map(matrix),
        sheet=sheet(matrix, forms=options.forms),
        lives=[f"{heading(column, matrix)}: {column.summary}" for column in matrix.columns],
        legend=LEGEND,
    )
