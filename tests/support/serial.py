"""A small series of fiction for the tests of what happens over time: a council of islands that meets every year."""

import datetime

from stmtdiff import from_paragraphs
from stmtdiff.model import Statement
from stmtdiff.series.manifest import Reported
from stmtdiff.timeline.reading import Reading

YEARS: dict[int, tuple[str, ...] | None] = {
    2011: ("The Council met in Osk.", "The Delegates urged full and unhindered passage of the ferries."),
    2012: ("The Council met in Tarn.", "The Delegates urged full and unhindered passage of the ferries."),
    2013: None,
    2014: ("The Council met in Bree.", "Many Delegates called for full passage of the ferries. They thanked Bree."),
    2015: ("The Council met in Loy.", "The weather was discussed."),
    2016: (
        "The Council met in Fenn.",
        "The Council noted efforts to bring about the unhindered passage of the ferries.",
    ),
}


def statement(year: int, paragraphs: tuple[str, ...]) -> Statement:
    return from_paragraphs(
        paragraphs, labels=[str(number + 1) for number in range(len(paragraphs))], name=f"isles:{year}"
    )


def reading(year: int, paragraphs: tuple[str, ...] | None, *reported: Reported) -> Reading:
    made = statement(year, paragraphs) if paragraphs else None
    return Reading(f"isles:{year}", datetime.date(year, 6, 1), made, reported, year)


def series() -> list[Reading]:
    return [reading(year, paragraphs) for year, paragraphs in YEARS.items()]
