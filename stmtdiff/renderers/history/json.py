"""JSON: the whole history, in the shape of `stmtdiff/schemas/history-1.json`."""

from stmtdiff.json_lines import to_lines
from stmtdiff.renderers.history import Options
from stmtdiff.timeline.entry import History
from stmtdiff.timeline.strength import ladder_of


def render(history: History, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the history as JSON, with its wordings in order of strength."""
    return to_lines(history.to_dict() | {"ladder": list(ladder_of(history).wordings)})
