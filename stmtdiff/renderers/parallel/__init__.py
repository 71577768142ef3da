"""Show two languages of one statement: one module a format."""

from stmtdiff.renderers.options import RowOptions as Options

__all__ = ["Options"]
