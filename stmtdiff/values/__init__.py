"""Read what is worth something in a text: numbers, sums, rates, dates, periods, documents, references, names."""

from stmtdiff.languages.english import MONTHS
from stmtdiff.values.days import days_of, written_dates
from stmtdiff.values.names import defined
from stmtdiff.values.numbers import NUMBER_WORDS, is_number, number_of, ordinal_before, ordinal_of
from stmtdiff.values.plain import plain_values, worded_values
from stmtdiff.values.reading import units, values, values_around
from stmtdiff.values.value import Bound, Kind, Value, Worth, last_day

__all__ = [
    "MONTHS",
    "NUMBER_WORDS",
    "Bound",
    "Kind",
    "Value",
    "Worth",
    "days_of",
    "defined",
    "is_number",
    "last_day",
    "number_of",
    "ordinal_before",
    "ordinal_of",
    "plain_values",
    "units",
    "values",
    "values_around",
    "worded_values",
    "written_dates",
]
