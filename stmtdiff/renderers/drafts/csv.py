"""CSV: a line for each event, in the order of the rows and drafts."""

from stmtdiff.drafting import Drafts
from stmtdiff.renderers.drafts import Options
from stmtdiff.renderers.drafts.view import told_of, where
from stmtdiff.renderers.sheets import csv_of

COLUMNS = ("where", "draft", "kind", "old", "new", "bracketed", "who", "direction", "said")


def render(result: Drafts, options: Options) -> str:  # noqa: ARG001  # data has no view
    """Return the events as CSV."""
    return csv_of(
        COLUMNS,
        (
            (
                where(result, result.rows[number]),
                one.draft,
                one.event.kind,
                one.old,
                one.new,
                "yes" if one.event.bracketed else "no",
                one.event.who,
                one.event.direction,
                "; ".join(one.event.said),
            )
            for number, told in sorted(told_of(result).items())
            for one in told
        ),
    )
