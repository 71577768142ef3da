"""Ordinals and dates are read back from every way they are written."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.spans import Span
from stmtdiff.values import MONTHS, days_of, ordinal_of, written_dates

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
    assert days_of(f"{day.day} {month} {day.year}") == (day, day)
    assert days_of(f"{month[:3]}. {day.day}, {day.year}") == (day, day)
    first, last = days_of(f"{month.lower()} {day.year}") or (None, None)
    assert first == day.replace(day=1)
    assert last
    assert (last + datetime.timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("18-19 July 2024", "2024-07-18", "2024-07-19"),
        ("July 30 to 31, 2024", "2024-07-30", "2024-07-31"),
        ("Sept. 2014", "2014-09-01", "2014-09-30"),
        ("June and July 2024", "2024-06-01", "2024-07-31"),
        ("2024-07-11", "2024-07-11", "2024-07-11"),
        ("the year 2024", "2024-01-01", "2024-12-31"),
        ("2025–2027", "2025-01-01", "2027-12-31"),
        ("2025/26", "2025-01-01", "2026-12-31"),
        ("early 2030", "2030-01-01", "2030-04-30"),
        ("the first half of 2030", "2030-01-01", "2030-06-30"),
        ("mid-2030", "2030-06-01", "2030-07-31"),
        ("the end of 2030", "2030-12-01", "2030-12-31"),
        ("the 2030s", "2030-01-01", "2039-12-31"),
        ("the early 2030s", "2030-01-01", "2033-12-31"),
        ("the end of the 2030s", "2039-01-01", "2039-12-31"),
        ("31 February 2024", None, None),
        ("2024-13-01", None, None),
        ("May", None, None),
        ("0000", None, None),
    ],
)
def test_a_time_with_its_year_is_its_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    days = days_of(text)
    assert (days and days[0].isoformat(), days and days[1].isoformat()) == (first, last)


def test_parts_of_a_year_come_in_their_order() -> None:
    parts = ("early", "the first half of", "mid", "late", "the end of")
    ends = [days[1] for part in parts if (days := days_of(f"{part} 2030"))]
    assert len(ends) == len(parts)
    assert ends == sorted(ends)


def test_a_day_that_the_month_does_not_have_is_passed_over() -> None:
    text = "Not 31 June 2024 but 1 July 2024."
    assert [day for day, _ in written_dates(text, Span(0, len(text)))] == [datetime.date(2024, 7, 1)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("first", 1), ("Twelfth", 12), ("twentieth", 20), ("Thirty-second", 32), ("forty second", 42)),
        *(("ninety\u2011ninth", 99), ("1st", 1), ("32ND", 32), ("4989th", 4989)),
        *(("one hundred and first", 101), ("hundred and first", 101), ("One hundred and twenty-first", 121)),
        *(("one-hundred-and-first", 101), ("two hundredth", 200), ("thousandth", 1000), ("seventy-ninth", 79)),
        *(("one thousand two hundred and third", 1203), ("twenty-one hundred and first", 2101)),
        *(("one hundred two thousand and first", None), ("five first", None), ("first hundred", None)),
        *(("", None), ("meeting", None), ("32", None), ("32nds", None), ("12x4th", None), ("twenty-tenth", None)),
    ],
)
def test_ordinals_in_words_and_figures_are_numbers(text: str, number: int | None) -> None:
    assert ordinal_of(text) == number
