"""Read the articles that tests hold against statements, with the verdicts that an editor would give."""

from pathlib import Path
from typing import NamedTuple

from stmtdiff.quotations import Quotations
from stmtdiff.renderers.quotations.telling import line_of, quoted

ARTICLES = Path(__file__).parent.parent / "articles"
_SHOWN = 40  # code points of a quotation in the table


class Judged(NamedTuple):
    """One line of a table: a quotation or claim with its verdict; an exclamation mark says that it is proved wrong."""

    line: int
    verdict: str
    words: str


def table(path: Path) -> dict[str, list[Judged]]:
    """Return the table of verdicts in a file: "01-agency", then lines "line | verdict | first words"."""
    judged: dict[str, list[Judged]] = {}
    name = ""
    for row in path.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            cells = [cell.strip() for cell in row.split("|")]
            if len(cells) == 1:
                name = cells[0]
            judged.setdefault(name, []).extend([Judged(int(cells[0]), cells[1], cells[2])] if len(cells) > 1 else [])
    return judged


def judged(result: Quotations) -> list[Judged]:
    """Return what a table should have for a result: its quotations, then its claims."""
    quotations = [
        Judged(
            line_of(result, one.quotation.span.start),
            f"{one.verdict}{'!' * one.wrong}",
            quoted(result, one)[:_SHOWN].strip(),
        )
        for one in result.checked
    ]
    claims = [
        Judged(
            line_of(result, claim.span.start), f"{claim.kind} {claim.verdict}", _claimed(result, claim.old, claim.new)
        )
        for claim in result.claims
    ]
    return quotations + claims


def _claimed(result: Quotations, *numbers: int | None) -> str:
    return " -> ".join(quoted(result, result.checked[at])[:_SHOWN].strip() for at in numbers if at is not None)
