"""HTML: a time line drawn as SVG, the sentences that its points lead to, and all of it in a table behind."""

from collections.abc import Iterator
from dataclasses import dataclass

from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.drawing import draw
from stmtdiff.renderers.history.view import (
    Group,
    counted,
    groups,
    is_yearly,
    notes,
    sentences,
    sheet,
    sources,
    span_of,
    title,
)
from stmtdiff.renderers.overtime import page
from stmtdiff.renderers.sheets import trimmed
from stmtdiff.timeline.entry import History


@dataclass(frozen=True, slots=True)
class _Said:
    """What releases that say the same say: the sentences of the first, in pieces with whether one is the phrase."""

    number: int
    releases: str
    mark: str
    notes: tuple[str, ...]
    sentences: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


def render(history: History, options: Options) -> str:
    """Return the history as one page that a browser opens from a file."""
    finding = history.finding[:1].lower() + history.finding[1:]  # "in 2025 ..."
    return page(
        "history/page.html.jinja",
        title=title(history),
        kicker="A phrase over the years",
        finding=f"{title(history)}: {finding.removesuffix('.')}",
        headline=history.summary.removeprefix(history.finding).strip() or counted(history),
        counted=counted(history),
        drawing=draw(history, show_all=options.show_all),
        said=list(_said(history, show_all=options.show_all)),
        sheet=trimmed(sheet(history, show_all=options.show_all)),
        sources=sources(history),
    )


def _said(history: History, *, show_all: bool) -> Iterator[_Said]:
    yearly = is_yearly(history.entries)
    for number, group in enumerate(groups(history.entries, show_all=show_all)):
        if told := _told(group):
            yield _Said(number, span_of(group, yearly=yearly), group.first.mark, tuple(notes(group.first)), told)
        elif group.first.mark or group.first.note:
            yield _Said(number, span_of(group, yearly=yearly), group.first.mark, tuple(notes(group.first)), ())


def _told(group: Group) -> tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]:
    """Return the sentences of a text that was read, or the wordings that were reported."""
    reported = tuple(("reported", ((one.formula, True),)) for one in group.first.reported)
    return tuple(sentences(group)) or reported
