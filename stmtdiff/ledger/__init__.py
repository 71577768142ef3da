"""The few rows that a desk needs when a statement comes out: facts alone, each traceable."""

from stmtdiff.ledger.ledger import Change, Ledger, Piece, Row, Story
from stmtdiff.ledger.making import LINES, ledger_of
from stmtdiff.ledger.quoting import parts, quoted

__all__ = ["LINES", "Change", "Ledger", "Piece", "Row", "Story", "ledger_of", "parts", "quoted"]
