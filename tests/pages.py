"""The reports that are opened in a browser, compared and rendered once for all tests."""

from functools import cache

import hostile
from reports import COUNCIL, Written, report_of

import stmtdiff
from benchmarks.synthetic import Writer
from stmtdiff.report import Report

LARGE = 20_000  # words a side, the longest statement of a real series

_LAMPS = "The Council of Lamps met at noon.¹\n\nIt voiced {} concern over the northern reefs.²\n\n{}"
NOTED = (
    _LAMPS.format("grave", "¹ The member for Vell was absent.\n\n² The member for Orne did not associate itself."),
    _LAMPS.format("deep", "¹ The member for Vell was absent.\n\n² All members associated themselves."),
)

GONE = "The Council of Lamps deplored the theft of seven brass lenses from the northern reef."
_STAYED = ("Pilots of the outer bar met at noon in the old hall.", "Keepers of the inner light sang until the morning.")
TRAVELLED = ([f"{_STAYED[0]} {GONE}", _STAYED[1]], [_STAYED[0], f"{_STAYED[1]} {GONE}"])


@cache
def report(name: str) -> Report:
    """Return the report of that name: "council" is short and has one row of every sort, "large" is long."""
    match name:
        case "sample":
            return stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))
        case "council":
            return COUNCIL
        case "hostile":
            return hostile.report()
        case "foreign":
            return report_of(
                Written("1", "1", "أعرب المجلس عن [-بالغ-] القلق إزاء أضواء الشمال، ودعا الحراس إلى ضبط النفس."),
                Written("2", "2", "ودعا المجلس جميع الأطراف إلى الحوار."),
            )
        case "noted":
            return stmtdiff.compare(*map(stmtdiff.parse, NOTED))
        case "travelled":
            return stmtdiff.compare(*map(stmtdiff.from_paragraphs, TRAVELLED))
        case "large":
            pair = Writer("a page of twenty thousand words").pair(LARGE)
            return stmtdiff.compare(*map(stmtdiff.parse, pair))
    raise LookupError(name)


@cache
def html(name: str) -> str:
    """Return a report as a page."""
    return stmtdiff.render(report(name), "html")


def one_line(text: str) -> str:
    """Return `text` with one space between two words."""
    return " ".join(text.split())
