"""JSON: all drafts with their brackets, steps and rows, in the shape of `stmtdiff/schemas/drafts-1.json`."""

from stmtdiff.drafting import Drafts
from stmtdiff.json_lines import to_lines
from stmtdiff.renderers.drafts import Options


def render(result: Drafts, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the drafts as JSON."""
    return to_lines(result.to_dict())
