"""The state of a site: its parts, with the key and the pages of each.

It is beside the pages as `stmtdiff-site.json` and is published with them, so it contains nothing that a page does not.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from stmtdiff.json_lines import to_lines
from stmtdiff.site.planning import SCHEMA

FILE_NAME = "stmtdiff-site.json"


@dataclass(frozen=True, slots=True)
class Done:
    """A part that was made: its key, its pages with the sha256 of each, the record that the first page needs.

    `shared` are the names of the files that its pages have in common with others; each is called by what is in it.
    """

    key: str
    pages: dict[str, str]
    record: dict[str, Any] = field(default_factory=dict)
    shared: tuple[str, ...] = ()


def written(parts: dict[str, Done]) -> str:
    """Return the file that holds what was made, in the shape of `stmtdiff/schemas/site-1.json`."""
    rows = [{"part": name, **asdict(done)} for name, done in sorted(parts.items())]
    return to_lines({"schema": SCHEMA, "parts": rows})


def read(text: str) -> dict[str, Done] | None:
    """Return what a file says was made; None where it is not what was written here."""
    try:
        told = json.loads(text)
        if told["schema"] != SCHEMA:
            return None
        return {row["part"]: _done(row) for row in told["parts"]}
    except (ValueError, KeyError, TypeError):
        return None


def _done(row: dict[str, Any]) -> Done:
    return Done(row["key"], dict(row["pages"]), dict(row["record"]), tuple(row.get("shared", ())))
