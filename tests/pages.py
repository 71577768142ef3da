"""The reports that are opened in a browser, compared and rendered once for all tests."""

from functools import cache

import hostile
from reports import COUNCIL, Written, report_of

import stmtdiff
from benchmarks.synthetic import Writer
from stmtdiff.report import Report

LARGE = 20_000  # words a side, the longest statement of a real series


@cache
def report(name: str) -> Report:
    """Return "sample", "council" (short, one row of every sort), "hostile", "foreign" or "large"."""
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
