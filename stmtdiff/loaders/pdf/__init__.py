"""Read the statement in a PDF: the places of its characters become lines, columns and paragraphs.

The ugly case: the file paints letters wherever it likes. A two-column page comes row by row, the figure of
a footnote sticks to its word, and a page number is in the middle of the sentence that runs over the
page's end.
"""

from stmtdiff.loaders.pdf.document import read

VERSION = "1"

__all__ = ["VERSION", "read"]
