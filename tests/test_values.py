"""Each kind of value in its strangest spellings, what is no value, and what must always hold of values."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from support.strategies import texts

from stmtdiff.languages import load
from stmtdiff.values import Value, units, values

# Text, then of each value: what it covers, its kind, what it is worth, its unit and its bound.
TABLE = [
    ("1,000 ships", [("1,000", "number", "1000", "", "")]),
    ("1 000 ships", [("1 000", "number", "1000", "", "")]),
    ("1\u00a0000 ships", [("1\u00a0000", "number", "1000", "", "")]),
    ("1.000.000 ships", [("1.000.000", "number", "1000000", "", "")]),
    ("3.14 ships", [("3.14", "number", "157/50", "", "")]),
    ("4¼ of them", [("4¼", "number", "17/4", "", "")]),
    ("4-1/4 of them", [("4-1/4", "number", "17/4", "", "")]),
    ("½ of them", [("½", "number", "1/2", "", "")]),
    ("a third of them", [("a third", "fraction", "1/3", "", "")]),
    ("two-thirds of them", [("two-thirds", "fraction", "2/3", "", "")]),
    ("one hundred and ten of them", [("one hundred and ten", "number", "110", "", "")]),
    ("the two hundred and ninth meeting", [("two hundred and ninth", "ordinal", "209", "", "")]),
    ("twenty-one of them", [("twenty-one", "number", "21", "", "")]),
    ("three thousand five hundred men", [("three thousand five hundred", "number", "3500", "", "")]),
    ("2.5 million people", [("2.5 million", "amount", "2500000", "", "")]),
    ("USD 5 million", [("USD 5 million", "amount", "5000000", "USD", "")]),
    ("US$5m", [("US$5m", "amount", "5000000", "USD", "")]),
    ("€ 1.5bn", [("€ 1.5bn", "amount", "1500000000", "EUR", "")]),
    ("£40,000", [("£40,000", "amount", "40000", "GBP", "")]),
    ("5 per cent", [("5", "percent", "5", "%", "")]),
    ("5%", [("5", "percent", "5", "%", "")]),
    ("4-1/4 to 4-1/2 percent", [("4-1/4 to 4-1/2", "percent", "17/4..9/2", "%", "")]),
    ("25 basis points", [("25", "percent", "1/4", "point", "")]),
    ("0.25 percentage points", [("0.25", "percent", "1/4", "point", "")]),
    ("2-3 ships", [("2-3", "number", "2..3", "", "")]),
    ("2–3 ships", [("2–3", "number", "2..3", "", "")]),
    ("2 to 3 ships", [("2 to 3", "number", "2..3", "", "")]),
    ("from 60 to 65", [("60 to 65", "number", "60..65", "", "")]),
    ("at least 5 ships", [("5", "number", "5", "", "at least")]),
    ("no fewer than five ships", [("five", "number", "5", "", "at least")]),
    ("up to 2,000 troops", [("2,000", "number", "2000", "", "at most")]),
    ("no more than 2,000 troops", [("2,000", "number", "2000", "", "at most")]),
    ("more than 40 people", [("40", "number", "40", "", "more than")]),
    ("under 40 people", [("40", "number", "40", "", "less than")]),
    ("about 40 people", [("40", "number", "40", "", "about")]),
    ("12 km away", [("12", "quantity", "12", "km", "")]),
    ("12 kilometres away", [("12", "quantity", "12", "km", "")]),
    ("a 30-day term", [("30", "quantity", "30", "day", "")]),
    ("within thirty days", [("thirty", "quantity", "30", "day", "within")]),
    ("for six months", [("six", "quantity", "6", "month", "")]),
    ("on 11 July 2025", [("11 July 2025", "date", "2025-07-11", "", "")]),
    ("on July 11, 2025", [("July 11, 2025", "date", "2025-07-11", "", "")]),
    ("on 18-19 July 2024", [("18-19 July 2024", "date", "2024-07-18..2024-07-19", "", "")]),
    ("on 31 February 2024", [("31 February 2024", "date", "31 february 2024", "", "")]),
    ("on 27 July", [("27 July", "date", "727", "", "")]),
    ("in March 2025", [("March 2025", "date", "2025-03-01..2025-03-31", "", "")]),
    ("in October", [("October", "month", "10", "", "")]),
    ("on Monday", [("Monday", "weekday", "1", "", "")]),
    ("the first quarter of 2025", [("first quarter of 2025", "quarter", "2025-01-01..2025-03-31", "", "")]),
    ("first-quarter growth", [("first-quarter", "quarter", "1", "", "")]),
    ("a quarter-point cut", [("a quarter", "fraction", "1/4", "", "")]),
    ("the first two days", [("first", "ordinal", "1", "", ""), ("two", "quantity", "2", "day", "")]),
    ("Q3 2025", [("Q3 2025", "quarter", "2025-07-01..2025-09-30", "", "")]),
    ("at 14:00", [("14:00", "time", "840", "", "")]),
    ("at 2 p.m.", [("2", "time", "840", "", "")]),
    ("by 2030", [("2030", "year", "2030-01-01..2030-12-31", "", "by")]),
    ("no later than 2030", [("2030", "year", "2030-01-01..2030-12-31", "", "by")]),
    ("by the end of 2030", [("2030", "year", "2030-12-01..2030-12-31", "", "by")]),
    ("until 31 August 2026", [("31 August 2026", "date", "2026-08-31", "", "until")]),
    ("at least through mid-2015", [("mid-2015", "date", "2015-06-01..2015-07-31", "", "until")]),
    ("2025–2027", [("2025–2027", "year", "2025-01-01..2027-12-31", "", "")]),
    ("the 32nd meeting", [("32nd", "ordinal", "32", "", "")]),
    ("the thirty-second meeting", [("thirty-second", "ordinal", "32", "", "")]),
    ("its one hundred and first session", [("one hundred and first", "ordinal", "101", "", "")]),
    ("the hundred and twenty-first meeting", [("hundred and twenty-first", "ordinal", "121", "", "")]),
    ("the two hundredth session", [("two hundredth", "ordinal", "200", "", "")]),
    ("one hundredth of the budget", [("one hundredth", "fraction", "1/100", "", "")]),
    ("the first one hundred ships", [("first", "ordinal", "1", "", ""), ("one hundred", "number", "100", "", "")]),
    ("resolution 1701 (2006)", [("1701 (2006)", "citation", "1701 (2006)", "", "")]),
    ("S/2010/430", [("S/2010/430", "symbol", "s/2010/430", "", "")]),
    (
        "paragraph 3 above",
        [("paragraph 3 above", "reference", "paragraph 3 above", "", ""), ("3", "number", "3", "", "")],
    ),
    ("paras 2 to 4", [("paras 2 to 4", "reference", "paragraph 2 to 4", "", ""), ("2 to 4", "number", "2..4", "", "")]),
    ("(iv) the ports", [("(iv)", "label", "(iv)", "", "")]),
    ("(b) the ports", [("(b)", "label", "(b)", "", "")]),
    ("20. The ports", [("20.", "label", "20.", "", ""), ("20", "number", "20", "", "")]),
    ("Ada B. Lorne", [("Ada B. Lorne", "name", "ada b. lorne", "", "")]),
    (
        "the Office of Harbour Lights (OHL) met",
        [("(OHL)", "abbreviation", "OHL", "office of harbour lights", "")],
    ),
]
# Language, text, then the same: dates are written otherwise, and "2,500" is two and a half.
FOREIGN = [
    ("fr", "2,5 ports", [("2,5", "number", "5/2", "", "")]),
    ("fr", "2,500 ports", [("2,500", "number", "5/2", "", "")]),
    ("en", "2,500 ports", [("2,500", "number", "2500", "", "")]),
    ("fr", "2.500 ports", [("2.500", "number", "2500", "", "")]),
    ("en", "2.500 ports", [("2.500", "number", "5/2", "", "")]),
    ("fr", "2 500 ports", [("2 500", "number", "2500", "", "")]),
    ("es", "1.234,5 puertos", [("1.234,5", "number", "2469/2", "", "")]),
    ("es", "1,234.5 puertos", [("1,234.5", "number", "2469/2", "", "")]),
    ("es", "2.5 puertos", [("2.5", "number", "5/2", "", "")]),
    ("de", "0,125 %", [("0,125", "percent", "1/8", "%", "")]),
    ("pt", "EUR 1,250", [("EUR 1,250", "amount", "5/4", "EUR", "")]),
    ("ru", "3,750", [("3,750", "number", "15/4", "", "")]),
    ("fr", "le 1er mai 2024", [("1er mai 2024", "date", "2024-05-01", "", "")]),
    ("fr", "le 31 février 2024", [("31 février 2024", "date", "31 février 2024", "", "")]),
    ("fr", "du 11 au 12 juillet 2025", [("11 au 12 juillet 2025", "date", "2025-07-11..2025-07-12", "", "")]),
    ("es", "el 3 de mayo de 2023", [("3 de mayo de 2023", "date", "2023-05-03", "", "")]),
    ("de", "am 12. Juli 2024", [("12. Juli 2024", "date", "2024-07-12", "", "")]),
    ("pt", "em 2 de março de 2024", [("2 de março de 2024", "date", "2024-03-02", "", "")]),
    ("ru", "12 июля 2024", [("12 июля 2024", "date", "2024-07-12", "", "")]),
    ("zh", "于2024年7月12日", [("2024年7月12日", "date", "2024-07-12", "", "")]),
    ("fr", "on 3 May 2024", [("3 May 2024", "date", "2024-05-03", "", "")]),
]
FOREIGN_NOTHING = [("en", "el mayo"), ("fr", "mai"), ("fr", "les mars")]
NOTHING = [
    "",
    "The ports stay open.",
    "We may act.",
    "the (very) end",
    "many of them",
    "a quarterly report",
    "growth in the quarter",
    "as in the first half",
    "(see below)",
    "will march on",
]


def told(value: Value, text: str) -> tuple[str, str, str, str, str]:
    worth = str(value.low) if value.low == value.high else f"{value.low}..{value.high}"
    return value.span.of(text), value.kind, worth, value.unit, value.bound


@pytest.mark.parametrize(("text", "wanted"), TABLE, ids=[text for text, _ in TABLE])
def test_values_are_read(text: str, wanted: list[tuple[str, str, str, str, str]]) -> None:
    assert [told(value, text) for value in values(text)] == wanted


@pytest.mark.parametrize(("code", "text", "wanted"), FOREIGN, ids=[f"{code}: {text}" for code, text, _ in FOREIGN])
def test_values_are_read_in_the_language_of_the_text(
    code: str, text: str, wanted: list[tuple[str, str, str, str, str]]
) -> None:
    assert [told(value, text) for value in values(text, load(code))] == wanted


@pytest.mark.parametrize(("code", "text"), FOREIGN_NOTHING)
def test_the_name_of_a_month_alone_is_no_date(code: str, text: str) -> None:
    assert values(text, load(code)) == ()


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_value_is_none(text: str) -> None:
    assert values(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000", "1 000"),
        ("4¼", "4-1/4"),
        ("two thirds", "2/3"),
        ("$1.5bn", "US$1,500 million"),
        ("25 basis points", "0.25 percentage points"),
        ("5 per cent", "5%"),
        ("11 July 2025", "July 11, 2025"),
        ("14:00", "2 p.m."),
        ("thirty days", "30 days"),
        ("the 32nd", "the thirty-second"),
        ("paras 2 to 4", "paragraphs 2 to 4"),
    ],
)
def test_two_spellings_of_one_value_are_the_same(one: str, other: str) -> None:
    assert values(one)[0].is_same(values(other)[0])
    assert values(other)[0].is_same(values(one)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("5%", "5 basis points"), ("5 km", "5 t"), ("at least 5", "5"), ("by 2030", "after 2030"), ("$5", "€5")],
)
def test_another_unit_or_bound_is_another_value(one: str, other: str) -> None:
    assert not values(one)[0].is_same(values(other)[0])


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("2,500", "1 000", Fraction(1500)),
        ("5%", "4.75%", Fraction(1, 4)),
        ("$2bn", "$1.5bn", Fraction(500_000_000)),
        ("11 July 2025", "1 July 2025", 10),
        ("2031", "2030", 365),
        ("33rd", "32nd", 1),
        ("15:30", "14:00", 90),
        ("5%", "5 km", None),
        ("$5", "€5", None),
        ("S/2010/430", "S/2010/431", None),
    ],
)
def test_values_of_one_unit_can_be_subtracted(one: str, other: str, difference: Fraction | int | None) -> None:
    assert values(one)[0].minus(values(other)[0]) == difference


@given(texts)
def test_values_lie_in_the_text_in_order_and_only_some_may_hold_others(text: str) -> None:
    found = values(text)
    assert [value.whole.start for value in found] == sorted(value.whole.start for value in found)
    for value in found:
        assert value.span.is_inside(value.whole)
        assert value.whole.end <= len(text)
        assert value.is_same(value)
    flat = [value for value in found if value.kind not in {"reference", "label", "abbreviation"}]
    for before, after in pairwise(flat):
        assert before.whole.end <= after.whole.start or before.span.end <= after.span.start
    cut = units(text)
    assert all(before.span.end <= after.span.start for before, after in pairwise(cut))
