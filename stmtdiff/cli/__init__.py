"""The command line: parse arguments, call the library, hand the result to a renderer."""

from stmtdiff.cli.app import main

__all__ = ["main"]
