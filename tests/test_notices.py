"""An odd pair is compared all the same, and the first thing that is said of it is what is odd."""

import pytest

from stmtdiff import compare, parse
from stmtdiff.model import Statement

SUBJECTS = ("ferries", "lighthouses", "herring quotas", "tide tables", "pilots", "dredging", "harbour dues", "wrecks")
STARTED = "The {place} Council met in Arden on {day} and adopted its agenda without a vote."


def statement(*paragraphs: str) -> Statement:
    return parse("\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, 1)))


def yearly(day: str, *, subjects: tuple[str, ...] = SUBJECTS, verb: str = "reviewed the state of") -> Statement:
    body = (
        f"Members {verb} {subject} along the coast and thanked those who had reported on it." for subject in subjects
    )
    return statement(STARTED.format(place="Amber Coast", day=day), *body)


OLD, NEW = yearly("3 June 2024"), yearly("9 July 2025", verb="discussed the state of")
ELSEWHERE = statement(
    *(
        f"Our finance experts will {verb} before the spring, whatever the weather in the valleys may be this time."
        for verb in (
            "audit the mint",
            "sell bonds",
            "tax salt",
            "count the treasury",
            "insure granaries",
            "print notes",
        )
    )
)


def test_an_ordinary_pair_is_not_odd():
    assert compare(OLD, NEW).notices == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (NEW, OLD, "The sides look swapped: the old one is dated 2025-07-09, the new one 2024-06-03."),
        (OLD, OLD, "Both sides are the same file."),
        (OLD, ELSEWHERE, "0 % of paragraphs have a counterpart"),
        (OLD, statement("Embargoed until noon."), "is it a cover page?"),
        (OLD, parse(""), "The new side is empty: everything counts as removed."),
        (parse(""), NEW, "The old side is empty: everything counts as added."),
    ],
)
def test_what_is_odd_leads_the_headline(old: Statement, new: Statement, said: str):
    report = compare(old, new)
    assert any(said in notice for notice in report.notices)
    assert report.headline.startswith(report.notices[0])


def test_other_bytes_with_the_same_text_are_told_from_the_same_file():
    assert compare(parse("All quiet.\n"), parse("All quiet.\r\n")).notices == ("Both sides have the same text.",)
