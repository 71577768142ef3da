"""Ordinals and dates are read back from every way they are written."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.dates import MONTHS, date_of, ordinal_of, written_dates
from stmtdiff.spans import Span

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
WRITINGS = ("{d} {m} {y}", "{d}th of {m} {y}", "{m} {d}, {y}", "{m} {d}nd {y}", "{y}-{n:02}-{d:02}")


@given(DAYS, st.sampled_from(WRITINGS), st.booleans())
def test_a_written_date_is_found_where_it_stands(day: datetime.date, writing: str, is_loud: bool) -> None:
    month = MONTHS[day.month - 1]
    written = writing.format(d=day.day, m=month.upper() if is_loud else month, y=day.year, n=day.month)
    text = f"Done at Lisanne, {written}, in one copy."
    assert list(written_dates(text, Span(0, len(text)))) == [(day, Span(17, 17 + len(written)))]


@given(DAYS)
def test_a_date_alone_is_read_with_whole_and_short_months(day: datetime.date) -> None:
    month = MONTHS[day.month - 1]
    assert date_of(f"{day.day} {month} {day.year}") == day
    assert date_of(f"{month[:3]}. {day.day}, {day.year}") == day
    assert date_of(f"{month.lower()} {day.year}") == day.replace(day=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18-19 July 2024", (2024, 7, 19)),
        ("July 30 to 31, 2024", (2024, 7, 31)),
        ("Sept. 2014", (2014, 9, 1)),
        ("31 February 2024", None),
        ("May", None),
        ("June and July 2024", None),
        ("the year 2024", None),
    ],
)
def test_of_a_range_the_last_day_counts_and_what_is_no_date_is_none(
    text: str, day: tuple[int, int, int] | None
) -> None:
    assert date_of(text) == (datetime.date(*day) if day else None)


def test_a_day_that_the_month_does_not_have_is_passed_over() -> None:
    text = "Not 31 June 2024 but 1 July 2024."
    assert [day for day, _ in written_dates(text, Span(0, len(text)))] == [datetime.date(2024, 7, 1)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("first", 1), ("Twelfth", 12), ("twentieth", 20), ("Thirty-second", 32), ("forty second", 42)),
        *(("ninety\u2011ninth", 99), ("1st", 1), ("32ND", 32), ("4989th", 4989)),
        *(("", None), ("meeting", None), ("32", None), ("32nds", None), ("12x4th", None), ("twenty-tenth", None)),
    ],
)
def test_ordinals_in_words_and_figures_are_numbers(text: str, number: int | None) -> None:
    assert ordinal_of(text) == number
