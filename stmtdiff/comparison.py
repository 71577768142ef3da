"""The main job on one page: two statements in, a report out."""

from stmtdiff.align import align
from stmtdiff.model import Statement
from stmtdiff.notices import notices
from stmtdiff.report import Report
from stmtdiff.settings import Settings
from stmtdiff.shifts import shifts


def compare(old: Statement, new: Statement, *, settings: Settings | None = None) -> Report:
    """Return what changed from `old` to `new`: links, shifts, patterns and what the rules say of them."""
    settings = settings or Settings()
    alignment = align(old, new, settings)
    found, patterns = shifts(old, new, alignment, settings)
    return Report(
        old, new, alignment.links, alignment.sentence_links, found, patterns, (), notices(old, new, alignment)
    )
