"""Text: the headline, then one line a fact."""

from stmtdiff.brief import Brief
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import headline, line, notices, pair, rest
from stmtdiff.renderers.visible import isolated


def render(brief: Brief, options: Options) -> str:  # noqa: ARG001  # there is nothing to choose
    """Return the brief as text."""
    lines = [headline(brief), pair(brief), *(f"! {notice}" for notice in notices(brief))]
    lines += [line(brief, fact, shown_as=isolated) for fact in brief.facts]
    return "\n".join([*lines, *filter(None, [rest(brief)])]) + "\n"
