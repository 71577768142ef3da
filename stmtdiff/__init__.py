"""Read yearly official statements, align them, and show which wording shifted and why it matters.

>>> import stmtdiff
>>> old = stmtdiff.parse("The Meeting expressed grave concern.")
>>> new = stmtdiff.parse("The Meeting expressed concern.")
>>> report = stmtdiff.compare(old, new)
>>> [(shift.kind, shift.direction) for shift in report.shifts]
[('qualifier', 'softer')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stmtdiff.checking import check
    from stmtdiff.drafting import drafts
    from stmtdiff.errors import StmtdiffError
    from stmtdiff.ledger import ledger_of as brief
    from stmtdiff.outline import from_paragraphs
    from stmtdiff.quotations import check_quotations as quotes
    from stmtdiff.releases.citing import cite
    from stmtdiff.releases.comparing import compare
    from stmtdiff.releases.reading import load
    from stmtdiff.renderers import render
    from stmtdiff.renderers.reading import render_text as text
    from stmtdiff.series.library import parse_text as parse
    from stmtdiff.settings import Settings
    from stmtdiff.timeline.public import history, matrix, trace

__version__ = "0.1.0"
__all__ = [
    "Settings",
    "StmtdiffError",
    "__version__",
    "brief",
    "check",
    "cite",
    "compare",
    "drafts",
    "from_paragraphs",
    "history",
    "load",
    "matrix",
    "parse",
    "quotes",
    "render",
    "text",
    "trace",
]

# Public name -> where it lives. A name is imported when it is first asked for, so that `import
# stmtdiff` costs nothing and one command pays only for what it uses.
_HOMES = {
    "Settings": ("stmtdiff.settings", "Settings"),
    "StmtdiffError": ("stmtdiff.errors", "StmtdiffError"),
    "brief": ("stmtdiff.ledger", "ledger_of"),
    "check": ("stmtdiff.checking", "check"),
    "cite": ("stmtdiff.releases.citing", "cite"),
    "compare": ("stmtdiff.releases.comparing", "compare"),
    "drafts": ("stmtdiff.drafting", "drafts"),
    "from_paragraphs": ("stmtdiff.outline", "from_paragraphs"),
    "history": ("stmtdiff.timeline.public", "history"),
    "load": ("stmtdiff.releases.reading", "load"),
    "matrix": ("stmtdiff.timeline.public", "matrix"),
    "parse": ("stmtdiff.series.library", "parse_text"),
    "quotes": ("stmtdiff.quotations", "check_quotations"),
    "render": ("stmtdiff.renderers", "render"),
    "text": ("stmtdiff.renderers.reading", "render_text"),
    "trace": ("stmtdiff.timeline.public", "trace"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'stmtdiff' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
