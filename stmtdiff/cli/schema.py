"""`stmtdiff schema`: the JSON Schemas that ship in the package."""

from typing import Annotated

import typer

_OUTPUTS = (
    "report",
    "outline",
    "brief",
    "quotes",
    "verdict",
    "history",
    "matrix",
    "trace",
    "library",
    "batch",
    "drafts",
    "site",
    "parallel",
)
NAMES = {name: f"{name}-{2 if name in ('report', 'brief', 'quotes', 'verdict') else 1}.json" for name in _OUTPUTS}


def schema(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=f"Name of the schema: {', '.join(NAMES)}.")] = "report",
) -> None:
    """Print the JSON Schema of a JSON output."""
    from importlib.resources import files

    from stmtdiff.cli.output import write
    from stmtdiff.errors import RenderError

    if name not in NAMES:
        raise RenderError(f"there is no schema '{name}'", hint=f"schemas: {', '.join(NAMES)}")
    write(files("stmtdiff").joinpath("schemas", NAMES[name]).read_text(encoding="utf-8"))
