"""Make the row of a paragraph that moved to the top: nothing in it changed, and yet somebody decided to say it first.

The ugly case: a demand that closed the old statement opens the new one, word for word, and no changed word tells it.
"""

from collections.abc import Sequence

from stmtdiff.ledger.clauses import clauses_of
from stmtdiff.ledger.drafts import WHOLE
from stmtdiff.ledger.ledger import Piece, Row
from stmtdiff.ledger.weighing import reasons
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.spans import Span

_TOP = 0.25  # share of the paragraphs of a text that stand at its top
_LOW = 0.5  # share from which a paragraph stood low


def raised_row(report: Report, taken: Sequence[Row]) -> Row | None:
    """Return the row of the first paragraph at the top that stood in the lower half; None where none did.

    Only a link that is certain counts, and neither courtesy nor procedure; what rows have `taken` is not told again.
    """
    before, now = _order(report.old), _order(report.new)
    told = [piece.span for row in taken for piece in row.now]
    for link in sorted(report.links, key=lambda link: link.new):
        is_certain = link.moved and link.lead is None and len(link.old) == len(link.new) == 1
        if not is_certain or link.old[0] not in before or link.new[0] not in now:
            continue
        if before[link.old[0]] < _LOW * len(before) or now[link.new[0]] >= _TOP * len(now):
            continue
        span = _opening(report.new, link.new[0])
        if any(map(span.is_touching, told)) or -1 in reasons([(report.new, span)]).values():
            continue
        return Row(
            "moved", "", (), (Piece(span, changed=False),),
            why="moved from the lower half of the text to its first quarter",
            old_paragraphs=link.old, new_paragraphs=link.new, links=(link.id,), reasons=(("moved", 1),),
        )  # fmt: skip
    return None


def _order(statement: Statement) -> dict[int, int]:
    """Return the place of each paragraph of the text among those that are no headings, by its index."""
    texts = [paragraph.index for paragraph in statement.paragraphs if paragraph.role in ("body", "item")]
    return {index: place for place, index in enumerate(texts)}


def _opening(statement: Statement, index: int) -> Span:
    """Return the first clauses of a paragraph, as many as a row has room for."""
    paragraph = statement.paragraphs[index]
    own = clauses_of(statement, paragraph, paragraph.sentences[0])
    end = max((clause.end for clause in own if clause.end - own[0].start <= WHOLE), default=own[0].end)
    return Span(own[0].start, end)
