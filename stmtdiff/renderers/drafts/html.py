"""HTML: a column for each draft, a row for each paragraph, and under it what happened to its phrases."""

from collections.abc import Iterator
from dataclasses import dataclass

from stmtdiff.drafting import Drafts
from stmtdiff.renderers.drafts import Options
from stmtdiff.renderers.drafts.view import Cells, Part, counts, heads, sentence, title, told_of, where
from stmtdiff.renderers.overtime import page


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its cells, each the paragraphs of one draft in parts, and its events as (class, words)."""

    number: int
    where: str
    cells: tuple[tuple[tuple[Part, ...], ...], ...]
    told: tuple[tuple[str, str], ...]


def render(result: Drafts, options: Options) -> str:
    """Return the drafts as one page that a browser opens from a file."""
    open_words = result.drafts[-1].bracketed_words
    state = (
        f"{open_words} words of {result.drafts[-1].name} are in brackets" if open_words else "nothing is in brackets"
    )
    return page(
        "drafts/page.html.jinja",
        title=title(result),
        kicker="A text through its drafts",
        finding=f"{result.drafts[0].name} to {result.drafts[-1].name}: {state}",
        headline=" ".join(counts(result)),
        names=[draft.name for draft in result.drafts],
        heads=list(heads(result)),
        rows=list(_rows(result, options)),
    )


def _rows(result: Drafts, options: Options) -> Iterator[_Row]:
    told, cells = told_of(result), Cells(result)
    for number, row in enumerate(result.rows):
        events = told.get(number, [])
        if events or options.show_all:
            yield _Row(
                number + 1,
                where(result, row),
                tuple(tuple(tuple(cells.parts(at, index)) for index in own) for at, own in enumerate(row.cells)),
                tuple(
                    (one.event.direction if one.event.direction != "none" else "neutral", sentence(one))
                    for one in events
                ),
            )
