"""Turn a source into a statement: title, headings, numbers, paragraphs, sentences."""

from stmtdiff.outline.given import from_paragraphs
from stmtdiff.outline.reading import parse

__all__ = ["from_paragraphs", "parse"]
