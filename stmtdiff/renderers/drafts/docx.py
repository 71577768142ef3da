"""Word: a table with a column for each draft, what goes struck through and what came underlined; nothing is tracked."""

from stmtdiff.drafting import Drafts
from stmtdiff.renderers.docx.markup import PAGE, START
from stmtdiff.renderers.docx.package import packed
from stmtdiff.renderers.docx.tables import WIDE, paragraph, row, run, table
from stmtdiff.renderers.drafts import Options
from stmtdiff.renderers.drafts.view import Cells, Part, counts, heads, title, told_of
from stmtdiff.renderers.visible import visible


def render(result: Drafts, options: Options) -> bytes:
    """Return the bytes of a .docx."""
    told, cells = told_of(result), Cells(result)
    widths = [WIDE // len(result.drafts)] * len(result.drafts)
    rows = [row((paragraph(run(visible(draft.name), "b")) for draft in result.drafts), widths)]
    for number, one in enumerate(result.rows):
        if number in told or options.show_all:
            columns = [[cells.parts(at, index) for index in own] for at, own in enumerate(one.cells)]
            made = ("".join(paragraph(*map(_part, parts)) for parts in own) or paragraph() for own in columns)
            rows.append(row(made, widths))
    lines = [paragraph(run(visible(line))) for line in (*heads(result), *counts(result))]
    body = "".join([paragraph(run(visible(title(result)), "b")), *lines, table(rows, widths), paragraph()])
    return packed(f"{START.format('document')}<w:body>{body}{PAGE}</w:body></w:document>\n", "")


def _part(part: Part) -> str:
    looks = ["u" if part.came else "", "strike" if part.going else "", "shade" if part.turned else ""]
    return run(visible(part.text), *looks)
