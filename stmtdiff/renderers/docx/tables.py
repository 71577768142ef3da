"""Tables and plain paragraphs of WordprocessingML, for documents in which nothing is tracked."""

from collections.abc import Iterable, Sequence

from stmtdiff.renderers.docx.markup import escaped

WIDE = 9026  # twentieths of a point that a page of A4 has between its margins
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>' for side in ("top", "bottom", "insideH"))
# In the order that the schema of Word has them, the size between the two.
_BEFORE = (("b", "<w:b/>"), ("strike", "<w:strike/>"))
_BEHIND = (("u", '<w:u w:val="single"/>'), ("shade", '<w:shd w:val="clear" w:fill="DDE8F3"/>'))


def table(rows: Iterable[str], widths: Sequence[int]) -> str:
    """Return a table of `rows`, made by `row`; `widths` of its columns in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(cells: Iterable[str], widths: Sequence[int]) -> str:
    """Return a row; each cell is a paragraph or several, made by `paragraph`."""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr>{made}</w:tr>"


def paragraph(*runs: str) -> str:
    """Return a paragraph of runs, made by `run`, with little space around it."""
    return f'<w:p><w:pPr><w:spacing w:before="20" w:after="40"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, *looks: str, size: int = 17) -> str:
    """Return text in the looks that are named, `size` half points high: b(old), strike, u(nderlined), shade."""
    before, behind = ("".join(look for name, look in order if name in looks) for order in (_BEFORE, _BEHIND))
    shown = f'<w:rPr>{before}<w:sz w:val="{size}"/>{behind}</w:rPr>'
    return f'<w:r>{shown}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""
