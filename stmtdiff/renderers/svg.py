"""A picture of the terminal's page, for a README or a slide."""

import io
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from stmtdiff.renderers.lines import Line, Run, joined
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.page import page
from stmtdiff.report import Report

WIDTH = 100  # cells
# No web font: a picture should not make its reader's machine call another.
FRAME = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>What changed between two statements, as stmtdiff shows it in a terminal</title>
<style>
.{unique_id}-matrix {{
  font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
<rect fill="#1b1d23" width="{width}" height="{height}" rx="8"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def render(report: Report, options: Options) -> str:
    """Return the page as SVG, `options.width` cells wide."""
    return picture(page(report, replace(options, width=options.width or WIDTH)), width=options.width or WIDTH)


def picture(lines: Iterable[Line], *, width: int = WIDTH, height: int | None = None) -> str:
    """Return at most `height` lines as SVG, `width` cells wide; the same lines give the same bytes."""
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    console = Console(
        record=True, file=io.StringIO(), width=width, force_terminal=True, color_system="truecolor", _environ={}
    )
    for line in _whole_rows(list(islice(lines, height)), is_cut=height is not None):
        parts = (part for run in joined(line) for part in _apart(run))
        console.print(Text.assemble(*parts, no_wrap=True, overflow="ignore"), soft_wrap=True)
    return console.export_svg(title="", theme=SVG_EXPORT_THEME, code_format=FRAME, unique_id="stmtdiff")


def _whole_rows(lines: list[Line], *, is_cut: bool) -> list[Line]:
    """Return `lines` up to the last blank one, so that a picture does not end inside a row."""
    end = max((index for index, line in enumerate(lines) if not line), default=len(lines))
    return lines[:end] if is_cut else lines


def _apart(run: Run) -> tuple[Run, Run, Run]:
    """Return a run with the spaces at its ends apart: some viewers leave out spaces that begin a text element."""
    core = run.text.strip(" ")
    before, _, after = run.text.partition(core) if core else (run.text, "", "")
    return Run(before), Run(core, run.style or "default"), Run(after)
