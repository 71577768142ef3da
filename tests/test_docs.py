"""What the pages in docs say of the engine is what it does."""

from collections.abc import Callable

from tricky import tricky_page


def test_tricky_cases_name_every_case_file_with_todays_answer(expect: Callable[[str, str], None]) -> None:
    expect("docs/tricky_cases.md", tricky_page())
