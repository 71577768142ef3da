"""Write a result over time where it belongs: a file, a pager, standard output."""

from pathlib import Path
from typing import Any

SUFFIXES = {".txt": "terminal", ".md": "markdown", ".htm": "html"}  # the others are named after their format


def format_of(format: str, output: Path | None, kind: str) -> str:  # noqa: A002
    """Return the format that was asked for, by name or by the suffix of a file, else the terminal's.

    Raises:
        RenderError: when results of `kind` cannot be shown so.
    """
    from stmtdiff.renderers import check_format

    if not format and output is not None:
        format = SUFFIXES.get(output.suffix.lower(), output.suffix.lower().lstrip("."))  # noqa: A001
    check_format(format or "terminal", kind=kind)
    return format or "terminal"


def show(
    result: Any,
    format: str,  # noqa: A002
    output: Path | None,
    *,
    width: int | None,
    pager: bool | None,
    **options: Any,
) -> None:
    """Render `result` and write it; colour and width are those of the screen unless they were chosen."""
    from stmtdiff.cli.output import is_paged, screen, write
    from stmtdiff.renderers import render

    shown_on = screen()
    is_drawn = format == "terminal" and output is None and (shown_on.is_terminal or shown_on.color)
    look = {"width": width or (shown_on.width if is_drawn else None), "color": is_drawn and shown_on.color}
    text = render(result, format, **look, **options)
    write(text, output=output, pager=is_paged(text, pager))
