"""JSON: every cell, in the shape of `stmtdiff/schemas/matrix-1.json`."""

from stmtdiff.json_lines import to_lines
from stmtdiff.renderers.matrix import Options
from stmtdiff.timeline.grid import Matrix


def render(matrix: Matrix, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the matrix as JSON."""
    return to_lines(matrix.to_dict())
