"""The terminal: one formula after the other, a line for each stretch of releases with one wording."""

from collections.abc import Iterator

from stmtdiff.renderers.formulas import Options
from stmtdiff.renderers.formulas.view import NOT_THERE, name, shown, stretches, title, told
from stmtdiff.renderers.lines import Line, Run, ansi_text, plain_text
from stmtdiff.renderers.sheets import Row, Sheet, lines_of
from stmtdiff.renderers.views import INDENT, indented
from stmtdiff.renderers.visible import visible
from stmtdiff.timeline.formulas import Formulas


def render(formulas: Formulas, options: Options) -> str:
    """Return the formulas for a terminal of `options.width` cells, with ANSI styles if `options.color`."""
    lines = _lines(formulas, options)
    return ansi_text(lines) if options.color else plain_text(lines)


def _lines(formulas: Formulas, options: Options) -> Iterator[Line]:
    width = options.width
    yield from indented([Run(visible(title(formulas)), "bold")], width)
    for one in shown(formulas, options):
        yield ()
        yield from indented([Run(visible(f"{name(one)} ({one.sort})"), "bold")], width)
        yield from indented([Run(visible(told(one)))], width)
        rows = tuple(
            Row((stretch.releases, stretch.wording or NOT_THERE), "" if stretch.wording else "dim")
            for stretch in stretches(one)
        )
        table = list(lines_of(Sheet(("releases", "wording"), rows), width and width - len(INDENT)))
        yield from ((Run(INDENT), *line) for line in table[1:])
