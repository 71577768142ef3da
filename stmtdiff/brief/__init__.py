"""The few lines that a desk needs when a statement comes out: facts alone, each traceable."""

from stmtdiff.brief.briefing import LINES, Brief, brief_of
from stmtdiff.brief.changes import WHOLE
from stmtdiff.brief.fact import Fact, Sort

__all__ = ["LINES", "WHOLE", "Brief", "Fact", "Sort", "brief_of"]
