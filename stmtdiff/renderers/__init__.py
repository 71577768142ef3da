"""Show a result. A report is shown by the modules here, others by a folder of their own; one module a format."""

from importlib import import_module
from typing import Any, Literal, overload

from stmtdiff.errors import RenderError
from stmtdiff.formats import FORMATS
from stmtdiff.renderers.options import Options

Text = Literal["terminal", "plain", "html", "json", "markdown", "criticmarkup", "csv", "svg", "text"]

# What is shown -> the folder of its renderers. Each has a module a format and a class Options of its own.
_FOLDERS = {
    "Report": "stmtdiff.renderers",
    "Verdict": "stmtdiff.renderers.verdict",
    "Ledger": "stmtdiff.renderers.brief",
    "Quotations": "stmtdiff.renderers.quotations",
    "History": "stmtdiff.renderers.history",
    "Formulas": "stmtdiff.renderers.formulas",
    "Matrix": "stmtdiff.renderers.matrix",
    "Thread": "stmtdiff.renderers.trace",
    "Drafts": "stmtdiff.renderers.drafts",
    "Parallel": "stmtdiff.renderers.parallel",
}


def check_format(format: str, *, kind: str = "Report") -> None:  # noqa: A002  # the word a caller would use
    """Do nothing if results of `kind` (the name of their class) can be shown in `format`.

    Raises:
        RenderError: when they cannot.
    """
    formats = FORMATS[kind]
    if format not in formats:
        raise RenderError(f"there is no format '{format}'", hint=f"formats: {', '.join(formats)}")


@overload
def render(result: Any, format: Text, **options: Any) -> str: ...
@overload
def render(result: Any, format: Literal["docx"], **options: Any) -> bytes: ...
@overload
def render(result: Any, format: str, **options: Any) -> str | bytes: ...
def render(result: Any, format: str, **options: Any) -> str | bytes:  # noqa: A002
    """Return `result` in `format`; `options` are the fields of the class `Options` in the folder of its renderers.

    The result is text, or bytes for the formats in `formats.BINARY`.

    Raises:
        RenderError: when the format or an option does not exist, or nothing can show such a result.
    """
    kind = type(result).__name__
    if kind not in _FOLDERS:
        raise RenderError(f"a {kind} cannot be shown", hint=f"what can: {', '.join(_FOLDERS)}")
    check_format(format, kind=kind)
    folder = import_module(_FOLDERS[kind])
    known = folder.Options.__dataclass_fields__
    for name in options:
        if name not in known:
            raise RenderError(f"there is no option '{name}'", hint=f"options: {', '.join(known) or 'none'}")
    shown: str | bytes = import_module(f"{_FOLDERS[kind]}.{format}").render(result, folder.Options(**options))
    return shown


__all__ = ["Options", "check_format", "render"]
