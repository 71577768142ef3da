"""What the pages in docs say of the engine is what it does."""

from collections.abc import Callable

import pytest
from conftest import ROOT
from living_pages import with_outputs
from tricky import tricky_page


def test_tricky_cases_name_every_case_file_with_todays_answer(expect: Callable[[str, str], None]) -> None:
    expect("docs/tricky_cases.md", tricky_page())


def test_method_shows_the_values_that_are_really_handed_on(
    expect: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    expect("docs/method.md", with_outputs((ROOT / "docs" / "method.md").read_text(encoding="utf-8")))
