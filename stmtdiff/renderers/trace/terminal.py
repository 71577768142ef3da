"""The terminal: the paragraph with the age of its phrases, then release by release what it became."""

from collections.abc import Iterator

from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text, wrap
from stmtdiff.renderers.trace import Options
from stmtdiff.renderers.trace.view import ages, counted, heading, is_plain, newest_first, rows, short, title, whole
from stmtdiff.renderers.views import INDENT, found, indented, inline
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import commented
from stmtdiff.timeline.thread import Step, Thread

_NARROW = 20  # cells at least for words beside their age


def render(thread: Thread, options: Options) -> str:
    """Return the thread for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(thread, options.width)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(thread: Thread, width: int | None) -> Iterator[Line]:
    yield from indented([Run(visible(title(thread)), "bold")], width)
    if thread.origins:
        yield ()
        yield from _ages(thread, width)
    for step in newest_first(thread):
        yield ()
        yield from _step(step, width)


def _ages(thread: Thread, width: int | None) -> Iterator[Line]:
    """Yield the paragraph in its stretches, each behind the release in which it came in."""
    told = [(short(age), text) for text, age in ages(thread)]
    wide = max(len(visible(age)) for age, _ in told)
    if width and width - wide < _NARROW:
        wide = 0
    for age, text in told:
        head = f"{visible(age):<{wide}}  "
        for number, line in enumerate(wrap([Run(visible(text))], width and width - len(head))):
            yield (Run(" " * len(head) if number else head, "bold"), *line)


def _step(step: Step, width: int | None) -> Iterator[Line]:
    yield from _what_became(step, width)
    for told in commented(step.comments, step.statement):
        yield from indented([Run(f"comment, {told}")], width, indent=INDENT)


def _what_became(step: Step, width: int | None) -> Iterator[Line]:
    told = f": {counted(step)}" if step.report and step.links else ""
    yield from indented([Run(visible(heading(step)) + told, "bold")], width)
    if step.report is None:
        for place, text in whole(step):
            yield from indented([Run(visible(f"#{place}  {text}"))], width, indent=INDENT)
    elif is_plain(step):
        yield from indented([Run("unchanged", "dim")], width, indent=INDENT)
    elif not step.links:
        yield from indented([Run("not there", "dim")], width, indent=INDENT)
    else:
        for row in rows(step):
            yield from inline(step.report, row, width)
            yield from found(row.annotations, width)
