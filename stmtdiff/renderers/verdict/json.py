"""JSON: the whole verdict."""

from stmtdiff.checking.verdict import Verdict
from stmtdiff.renderers.verdict import Options


def render(verdict: Verdict, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the verdict in the shape of `stmtdiff/schemas/verdict-2.json`."""
    return verdict.to_json()
