"""Show a result: one module a format."""

from importlib import import_module
from typing import Any

from stmtdiff.errors import RenderError
from stmtdiff.renderers.options import Options

FORMATS = ("terminal", "plain", "html", "json", "markdown", "criticmarkup", "csv", "svg")


def check_format(format: str) -> None:  # noqa: A002  # the word a caller would use
    """Do nothing if `format` exists.

    Raises:
        RenderError: when it does not.
    """
    if format not in FORMATS:
        raise RenderError(f"there is no format '{format}'", hint=f"formats: {', '.join(FORMATS)}")


def render(result: Any, format: str, **options: Any) -> str:  # noqa: A002
    """Return `result` in `format`; `options` are the fields of `renderers.options.Options`.

    Raises:
        RenderError: when the format or an option does not exist.
    """
    check_format(format)
    known = Options.__dataclass_fields__
    for name in options:
        if name not in known:
            raise RenderError(f"there is no option '{name}'", hint=f"options: {', '.join(known)}")
    shown: str = import_module(f"stmtdiff.renderers.{format}").render(result, Options(**options))
    return shown
