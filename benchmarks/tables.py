"""Lay out rows of text as a table, and figures as TOML."""

from collections.abc import Mapping, Sequence


def as_text(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table with aligned columns, figures to the right."""
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    return "\n".join(
        "  ".join(_aligned(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (columns, *rows)
    )


def as_markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    rule = ["---"] * len(columns)
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in (columns, rule, *rows)
    )


def as_toml(
    header: str, sets: Mapping[str, tuple[str, Mapping[str, str]]], *, by_hand: Mapping[str, str] | None = None
) -> str:
    """Return the hash of each set's data and a line for each of its measures, whose values are TOML already.

    `by_hand` holds by set why its values were written by hand.
    """
    lines = [header]
    for name, (sha256, measures) in sets.items():
        lines += [f'["{name}"]', f'sha256 = "{sha256}"']
        lines += [f'by_hand = "{by_hand[name]}"'] if by_hand and name in by_hand else []
        lines += ["", f'["{name}".measures]']
        lines += [f'"{measure}" = {value}' for measure, value in measures.items()] + [""]
    return "\n".join(lines)


def _aligned(cell: str, width: int) -> str:
    is_figure = cell == "-" or (cell[:1].isdigit() and " " not in cell)
    return cell.rjust(width) if is_figure else cell.ljust(width)
