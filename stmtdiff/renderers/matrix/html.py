"""HTML: a small chart for each phrase, or a heat map for a single one; what was counted is in a table below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stmtdiff.renderers.history.multiples import LEFT, WIDE, Axis, Chart, Followed, axis_of, charts
from stmtdiff.renderers.matrix import Options
from stmtdiff.renderers.matrix.heat import heat_map
from stmtdiff.renderers.matrix.view import LEGEND, answers, fates, heading, is_across, shared, sheet, title
from stmtdiff.renderers.overtime import page
from stmtdiff.timeline.grid import Column, Matrix
from stmtdiff.timeline.telling import joined

_FEW = 3  # phrases that are named, or whose answers are read together, as a headline; of more there is a count


@dataclass(frozen=True, slots=True)
class _Group:
    """Charts that are compared with each other: of several series those of one phrase, with who says it.

    `missing` is a sentence about those of which there is no chart, "" where all are drawn.
    """

    name: str
    answer: str
    charts: tuple[Chart, ...]
    missing: str


_Drawn = tuple[Column, Chart | None]  # a column with its chart; None where it has no history


def render(matrix: Matrix, options: Options) -> str:
    """Return the matrix as one page that a browser opens from a file."""
    phrases = list(dict.fromkeys(column.phrase for column in matrix.columns))
    axis, groups = _groups(matrix, options)
    return page(
        "matrix/page.html.jinja",
        title=title(matrix),
        kicker="Years by phrases",
        finding=_finding(matrix, len(phrases)),
        headline=title(matrix) if groups else "; ".join(phrases),
        groups=groups,
        drawn=[chart for group in groups for chart in group.charts],
        axis=axis,
        wide=WIDE,
        left=LEFT,
        map=heat_map(matrix),
        sheet=sheet(matrix, forms=options.forms),
        lives=[f"{heading(column, matrix)}: {column.summary}" for column in matrix.columns],
        legend=LEGEND,
    )


def _groups(matrix: Matrix, options: Options) -> tuple[Axis, list[_Group]]:
    """Return the axis of all charts, and the charts; none of one phrase alone, which `history` shows at length.

    A column without a history, as one that was not made by `matrix_of`, has no chart, and its group says so.
    """
    lives = [column.history for column in matrix.columns if column.history is not None]
    axis = axis_of(lives)
    if not lives or len(matrix.columns) < 2:  # one is not many
        return axis, []
    across = is_across(matrix)
    found = [
        Followed(
            life,
            life.series if across else life.phrase,
            life.finding,
            href=options.lives.get((life.series, life.phrase), ""),
        )
        for life in lives
    ]
    made = charts(found, axis, options.pages)
    drawn = [(column, next(made) if column.history is not None else None) for column in matrix.columns]
    return axis, list(_parted(matrix, drawn)) if across else [_group(drawn, across=False)]


def _parted(matrix: Matrix, drawn: Sequence[_Drawn]) -> Iterator[_Group]:
    """Yield the charts phrase by phrase, each with which series say it."""
    phrases = dict.fromkeys(column.phrase for column in matrix.columns)
    for phrase, answer in zip(phrases, answers(matrix), strict=True):
        yield _group([one for one in drawn if one[0].phrase == phrase], phrase, answer, across=True)


def _group(drawn: Sequence[_Drawn], name: str = "", answer: str = "", *, across: bool) -> _Group:
    """Return the charts of some columns, with a sentence that names the columns without one."""
    own = tuple(chart for _, chart in drawn if chart)
    others = [column.series if across else f'"{column.phrase}"' for column, chart in drawn if chart is None]
    missing = f"No chart of {joined(others)}, as only the counts by year are known." if others else ""
    return _Group(name, answer, own, missing)


def _finding(matrix: Matrix, phrases: int) -> str:
    """Return what a matrix shows in a sentence: who says it, or what became of its phrases."""
    if is_across(matrix):
        return " ".join(answers(matrix)).removesuffix(".") if phrases <= _FEW else shared(matrix)
    if len(matrix.columns) == 1:
        column = matrix.columns[0]
        return f'"{column.phrase}": {column.finding[:1].lower()}{column.finding[1:]}'.removesuffix(".")
    return fates(matrix, named=phrases <= _FEW)
