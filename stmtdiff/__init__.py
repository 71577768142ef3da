"""Read yearly official statements, align them, and show which wording shifted and why it matters."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stmtdiff.comparison import compare
    from stmtdiff.outline import from_paragraphs
    from stmtdiff.settings import Settings

__version__ = "0.1.0"
__all__ = ["Settings", "__version__", "compare", "from_paragraphs"]

# Public name -> module that holds it: imported when the name is first asked for, so that
# `import stmtdiff` costs nothing and one command pays only for what it uses.
_HOMES = {
    "Settings": "stmtdiff.settings",
    "compare": "stmtdiff.comparison",
    "from_paragraphs": "stmtdiff.outline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'stmtdiff' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
