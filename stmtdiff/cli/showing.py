"""Write a result over time where it belongs: a file, a pager, standard output."""

from pathlib import Path
from typing import Any


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
