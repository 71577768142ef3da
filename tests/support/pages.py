"""The reports that are opened in a browser, compared and rendered once for all tests."""

from functools import cache

import stmtdiff
from benchmarks.synthetic import Writer
from stmtdiff.report import Report
from support import hostile
from support.reports import COUNCIL, Written, report_of

LARGE = 20_000  # words a side, the longest statement of a real series

_LAMPS = "Media contact: {}\n\nThe Council of Lamps met at noon.¹\n\nIt voiced {} over the northern reefs.²\n\n{}"
_ABSENT = "¹ The member for Vell was absent.\n\n²"
NOTED = (
    _LAMPS.format("Orne", "grave concern", f"{_ABSENT} The member for Orne did not associate itself."),
    _LAMPS.format("Vell", "deep concern", f"{_ABSENT} All members associated themselves."),
)

GONE = "The Council of Lamps deplored the theft of seven brass lenses from the northern reef."
_STAYED = ("Pilots of the outer bar met at noon in the old hall.", "Keepers of the inner light sang until the morning.")
TRAVELLED = ([f"{_STAYED[0]} {GONE}", _STAYED[1]], [_STAYED[0], f"{_STAYED[1]} {GONE}"])

APART = (  # one paragraph splits around its neighbour, two merge from both sides of theirs
    [
        f"{_STAYED[0]} {GONE}",
        _STAYED[1],
        "Tide tables are printed by the harbour office every spring.",
        "Dues are paid in silver.",
        "The northern bell was rung for ninety days.",
    ],
    [
        _STAYED[0],
        _STAYED[1],
        GONE,
        "Tide tables are printed by the harbour office every spring. The northern bell was rung for ninety days.",
        "Dues are paid in silver.",
    ],
)

_LAMPS_ASKED = "The Council of Lamps{} and asked the treasurer for {}."
LOOSE = (  # one paragraph was written anew: its two wordings share a frame and little else
    [
        _STAYED[0],
        _LAMPS_ASKED.format(
            " took note of the letter of the keepers on oil for the winter, thanked the harbour office of Vell for "
            "its patience with the boats,",
            "a list of debts",
        ),
        _STAYED[1],
    ],
    [
        _STAYED[0],
        _LAMPS_ASKED.format(
            ", alarmed by the theft of nine brass lenses from the reef, resolved to guard each tower by day and night,",
            "silver without any delay",
        ),
        _STAYED[1],
    ],
)

_GRAVE = (
    "The Council of Lamps voiced {} concern over the dimming of the northern lights between the outer reefs and the "
    "old harbour of Sandmouth, where {} pilots of nine shores have waited since the spring for oil, wicks and lenses.",
    "It {} all keepers of the strait, great or small, to keep every lamp lit from dusk until dawn on all {} nights of "
    "the year, in war and in peace alike, and to tell the harbour office without delay of any lamp that fails.",
    "The {} deplored the theft of {} brass lenses from the lighthouse of Vell and asked that they be given back.",
)
_CLOSING = "The {} thanked the keepers of shore number {} for their letters."


def _heavy(title: str, words: tuple[str, str, str], count: int) -> str:
    body = [line.format(word, count) for line, word in zip(_GRAVE, words, strict=True)]
    return "\n\n".join([title, *body, *(_CLOSING.format(words[2], number) for number in range(count, count + 6))])


_TITLE = (
    "JOINT STATEMENT OF THE {} EXTRAORDINARY SESSION OF THE COUNCIL OF LAMPS AND THE KEEPERS OF ALL SHORES "
    "ON THE SAFETY OF THE STRAIT, THE SUPPLY OF OIL AND THE THEFT OF LENSES"
)
HEAVY = (  # a long title, a notice (the sides are swapped), long wordings to read first, a change throughout
    _heavy(f"{_TITLE.format('TWELFTH')}\n\nSandmouth, 3 May 2032", ("deep", "invites", "Council"), 9),
    _heavy(f"{_TITLE.format('ELEVENTH')}\n\nSandmouth, 3 May 2031", ("grave", "urges", "Members"), 9),
)


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
        case "apart":
            return stmtdiff.compare(*map(stmtdiff.from_paragraphs, APART))
        case "loose":
            return stmtdiff.compare(*map(stmtdiff.from_paragraphs, LOOSE))
        case "heavy":
            return stmtdiff.compare(*map(stmtdiff.parse, HEAVY))
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
