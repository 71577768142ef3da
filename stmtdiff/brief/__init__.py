"""The few lines that a desk needs when a statement comes out: facts alone, each traceable."""

from stmtdiff.brief.briefing import Brief, brief_of
from stmtdiff.brief.changes import WHOLE
from stmtdiff.brief.fact import Fact, Sort
from stmtdiff.brief.ledger import Change, Ledger, Piece, Row
from stmtdiff.brief.making import LINES, ledger_of
from stmtdiff.brief.quoting import parts, quoted

__all__ = [
    "LINES",
    "WHOLE",
    "Brief",
    "Change",
    "Fact",
    "Ledger",
    "Piece",
    "Row",
    "Sort",
    "brief_of",
    "ledger_of",
    "parts",
    "quoted",
]
