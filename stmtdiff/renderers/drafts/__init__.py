"""Show a text through its drafts: one module a format."""

from stmtdiff.renderers.options import RowOptions as Options

__all__ = ["Options"]
