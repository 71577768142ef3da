"""Markdown: the summary and the table, for a mail or a note."""

from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.view import counted, sheet, sources, title
from stmtdiff.renderers.markdown import escape
from stmtdiff.renderers.sheets import markdown_of
from stmtdiff.timeline.entry import History


def render(history: History, options: Options) -> str:
    """Return the history as GitHub-flavoured Markdown."""
    blocks = [f"**{escape(title(history))}**", escape(history.summary), escape(counted(history))]
    blocks.append(markdown_of(sheet(history, show_all=options.show_all)))
    found = [f"- {escape(release)}: {escape(basis)}, {escape(source)}" for release, basis, source in sources(history)]
    return "\n\n".join([*blocks, *(["\n".join(found)] if found else [])]) + "\n"
