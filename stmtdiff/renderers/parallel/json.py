"""JSON: rows, differences and notices, in the shape of `stmtdiff/schemas/parallel-1.json`."""

from stmtdiff.json_lines import to_lines
from stmtdiff.parallel import Parallel
from stmtdiff.renderers.parallel import Options


def render(result: Parallel, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the result as JSON."""
    return to_lines(result.to_dict())
