"""One statement in two languages: which paragraphs say the same, and where values, dates, names or lists differ."""

from stmtdiff.parallel.result import Difference, Parallel, Row
from stmtdiff.parallel.setting import parallel

__all__ = ["Difference", "Parallel", "Row", "parallel"]
