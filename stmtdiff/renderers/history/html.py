"""HTML: a time line drawn as SVG, the sentences that its points lead to, and all of it in a table behind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from stmtdiff.renderers.anchors import ids_of
from stmtdiff.renderers.history import Options
from stmtdiff.renderers.history.drawing import draw
from stmtdiff.renderers.history.lanes import ABSENT
from stmtdiff.renderers.history.view import (
    Group,
    Pieces,
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

_LINES = 150  # that sentences may take on paper, in two columns: with the time line they fill two pages
_LETTERS = 54  # of such a line
_TURNS = ("first", "vanished", "returned")  # what is printed before changes of wording


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in pieces, each with whether it is the phrase; where it stands, and the page that shows it there."""

    place: str
    pieces: Pieces
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """What releases that say the same say: the sentences of the first; `href` leads to its page, if it has one."""

    number: int
    releases: str
    mark: str
    notes: tuple[str, ...]
    sentences: tuple[_Sentence, ...]
    href: str
    is_printed: bool = False

    @property
    def lines(self) -> int:
        """Return how many lines it takes on paper, about: its head, its sentences, the space between."""
        letters = [sum(len(text) for text, _ in sentence.pieces) for sentence in self.sentences]
        noted = len("; ".join(self.notes)) // _LETTERS
        return 3 + noted + sum(1 + count // _LETTERS for count in letters)


def render(history: History, options: Options) -> str:
    """Return the history as one page that a browser opens from a file."""
    said = _printed(list(_said(history, options)))
    finding = history.finding[:1].lower() + history.finding[1:]  # "in 2025 ..."
    return page(
        "history/page.html.jinja",
        title=title(history),
        kicker="A phrase over the years",
        finding=f"{title(history)}: {finding.removesuffix('.')}",
        headline=history.summary.removeprefix(history.finding).strip() or counted(history),
        counted=counted(history),
        drawing=draw(history, show_all=options.show_all),
        said=said,
        printed=sum(one.is_printed for one in said),
        sheet=trimmed(sheet(history, show_all=options.show_all)),
        sources=sources(history),
    )


def _said(history: History, options: Options) -> Iterator[_Said]:
    """Yield all that a point leads to: also that the phrase is not there."""
    yearly = is_yearly(history.entries)
    for number, group in enumerate(groups(history.entries, show_all=options.show_all)):
        first = group.first
        told, noted = tuple(_told(group, options)), tuple(notes(first))
        if not told and not noted and first.holds is False:
            noted = (ABSENT,)
        if told or noted or first.mark:
            href = options.pages.get(first.reading.reference, "")
            yield _Said(number, span_of(group, yearly=yearly), first.mark, noted, told, href)


def _printed(said: list[_Said]) -> list[_Said]:
    """Return all that is said, with what of it goes on paper: the turns first, then the newest, as much as has room."""
    room = _LINES
    chosen: set[int] = set()
    for one in sorted(said, key=lambda one: (one.mark not in _TURNS, -one.number)):
        if one.lines <= room:
            room -= one.lines
            chosen.add(one.number)
    return [replace(one, is_printed=one.number in chosen) for one in said]


def _told(group: Group, options: Options) -> Iterator[_Sentence]:
    """Yield the sentences of a text that was read, or the wordings that were reported."""
    entry = group.first
    page = options.pages.get(entry.reading.reference, "")
    names = ids_of(entry.statement) if page and entry.statement else ()
    for place, paragraph, pieces in sentences(group):
        yield _Sentence(place, pieces, f"{page}#{quote(names[paragraph])}" if names else "")
    if not entry.occurrences:
        yield from (_Sentence("reported", ((one.formula, True),)) for one in entry.reported)
