"""How much of a PDF is read at most: hostile files are small and promise without end."""

from stmtdiff.loaders import reading

PAGES = 2_000
"""The most pages."""

LETTERS = reading.LETTERS
"""The most characters of all pages together."""

SECONDS = 120
"""The longest that reading the file may take, and recognising the picture of one page."""

MEMORY = 4_000_000_000
"""The most bytes of address space that PDFium may take, where the system keeps such limits."""
