"""JSON: every step with its links and shifts, in the shape of `stmtdiff/schemas/trace-1.json`."""

from stmtdiff.json_lines import to_lines
from stmtdiff.renderers.trace import Options
from stmtdiff.timeline.thread import Thread


def render(thread: Thread, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the thread as JSON."""
    return to_lines(thread.to_dict())
