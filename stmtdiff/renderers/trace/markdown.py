"""Markdown: the paragraph with the age of its phrases, then release by release, redlined."""

from collections.abc import Iterator

from stmtdiff.renderers.markdown import escape, marked
from stmtdiff.renderers.rows import from_to
from stmtdiff.renderers.trace import Options
from stmtdiff.renderers.trace.view import ages, heading, is_plain, newest_first, rows, short, title, whole
from stmtdiff.renderers.wording import commented
from stmtdiff.timeline.thread import Step, Thread


def render(thread: Thread, options: Options) -> str:  # noqa: ARG001  # Markdown has no width
    """Return the thread as GitHub-flavoured Markdown."""
    blocks = [f"**{escape(title(thread))}**"]
    if thread.origins:
        told = [f"| {escape(short(age))} | {escape(text)} |" for text, age in ages(thread)]
        blocks.append("\n".join(["| since | words |", "| --- | --- |", *told]))
    for step in newest_first(thread):
        blocks += [f"### {escape(heading(step))}", *_step(step)]
        blocks += [f"Comment, {escape(told)}" for told in commented(step.comments, step.statement)]
    return "\n\n".join(blocks) + "\n"


def _step(step: Step) -> Iterator[str]:
    if step.report is None:
        for place, text in whole(step):
            yield f"> **#{escape(place)}** {escape(text)}"
    elif is_plain(step) or not step.links:
        yield "*unchanged*" if step.links else "*not there*"
    else:
        for row in rows(step):
            yield f"**{escape(from_to(row))}** {'; '.join(row.remarks)}".rstrip()
            yield "\n>\n".join(f"> {marked(step.report, pieces)}" for pieces in row.inline)
