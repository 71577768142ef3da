"""Read each page by itself: its columns, paragraphs, notes, and what is printed on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from stmtdiff.loaders.pdf.columns import Region, find_gutter, least_gap, read_columns
from stmtdiff.loaders.pdf.furniture import find_furniture
from stmtdiff.loaders.pdf.lines import mirrored, read_rows
from stmtdiff.loaders.pdf.margins import split_line_numbers
from stmtdiff.loaders.pdf.measures import Measures, right_edge
from stmtdiff.loaders.pdf.notes import split_notes
from stmtdiff.loaders.pdf.pages import Line, Page
from stmtdiff.loaders.pdf.paragraphs import Block, mark_headings, read_blocks

_FEW = 10  # lines: a column with fewer does not show where lines end


@dataclass(slots=True)
class Sheet:
    """What one page holds: blocks in reading order, notes, furniture."""

    number: int
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def read_sheets(pages: Sequence[Page]) -> list[Sheet]:
    """Return what stands on `pages`, each read by itself but measured by what is usual in all of them."""
    pages = [mirrored(page) for page in pages]
    rows = [read_rows(page) for page in pages]
    running = find_furniture(rows)
    split = [split_line_numbers(_without(found, out)) for found, out in zip(rows, running, strict=True)]
    bodies = [body for body, _ in split]
    gutters = sorted({round(x) for body in bodies if (x := find_gutter(body, least_gap(body))) is not None})
    columns = [read_columns(body, gutters) for body in bodies]
    measures = Measures(region for regions in columns for region in regions)
    edges = _edges(pages, columns)
    sheets: list[Sheet] = []
    for page, found, out, (_, numbers), regions in zip(pages, rows, running, split, columns, strict=True):
        furniture = [*(found[index].text for index in sorted(out)), " ".join(numbers), " ".join(page.aside)]
        sheets.append(Sheet(page.number, furniture=list(filter(None, furniture))))
        is_continued = len(sheets) > 1 and bool(sheets[-2].notes)
        edge = edges.get(round(page.width), 0.0) if len(regions) == 1 else 0.0
        for region in regions:
            _read_region(sheets[-1], region, page, measures, edge, is_continued=is_continued)
    mark_headings([block for sheet in sheets for block in sheet.blocks], measures)
    return sheets


def _without(rows: Sequence[Line], out: set[int]) -> list[Line]:
    return [row for index, row in enumerate(rows) if index not in out]


def _edges(pages: Sequence[Page], columns: Sequence[Sequence[Region]]) -> dict[int, float]:
    """Return where the lines of pages in one column end, by the width of the page."""
    found: dict[int, list[float]] = {}
    for page, regions in zip(pages, columns, strict=True):
        if len(regions) == 1 and len(regions[0].lines) >= _FEW:
            found.setdefault(round(page.width), []).append(right_edge(regions[0].lines))
    return {width: sorted(ends)[len(ends) // 2] for width, ends in found.items()}


def _read_region(
    sheet: Sheet, region: Region, page: Page, measures: Measures, edge: float, *, is_continued: bool
) -> None:
    """Add the blocks and notes of a region to `sheet`; lines end at `edge` at least, where that is known."""
    text, notes, rule = split_notes(
        region.lines, page.rules, measures, left=region.left, right=region.right, is_continued=is_continued
    )
    if rule is not None:
        sheet.furniture.append(region.lines[rule].text)
    if text:
        right = max(region.right if len(text) < _FEW else right_edge(text), edge)
        blocks = read_blocks(text, measures, left=region.left, right=right)
        blocks[-1].is_open = True
        sheet.blocks.extend(blocks)
    sheet.notes.extend(Block("note", note, region.left, region.right) for note in notes)
