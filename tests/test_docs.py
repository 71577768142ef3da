"""What the pages in docs say of the engine is what it does."""

import re
from collections.abc import Callable

import pytest
from conftest import ROOT
from living_pages import with_outputs
from tricky import tricky_page

from benchmarks.floors import read_floors
from benchmarks.results import read_results, readme_table


def test_tricky_cases_name_every_case_file_with_todays_answer(expect: Callable[[str, str], None]) -> None:
    expect("docs/tricky_cases.md", tricky_page())


def test_method_shows_the_values_that_are_really_handed_on(
    expect: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    expect("docs/method.md", with_outputs((ROOT / "docs" / "method.md").read_text(encoding="utf-8")))


_TABLE = re.compile(r"(<!-- quality: .*? -->\n).*?(<!-- end of quality -->)", re.DOTALL)


def test_readme_shows_the_figures_that_were_measured(expect: Callable[[str, str], None]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme_table(read_results(), read_floors())
    expect("README.md", _TABLE.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", readme))


def test_no_figure_shown_is_below_its_floor() -> None:
    floors, results = read_floors(), read_results()
    fallen = [
        (name, measure, value)
        for name, own in results.items()
        for measure, value in own.measures.items()
        if own.sha256 == floors[name].sha256 and not floors[name].measures[measure].is_kept(value)
    ]
    assert fallen == []
