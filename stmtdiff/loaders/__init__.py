"""Files become text: one module a format, each imported only when a file of its format is read."""

from stmtdiff.loaders.registry import load, load_bytes

__all__ = ["load", "load_bytes"]
