"""What the pages in docs say of the engine is what it does."""

import contextlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from support.command import run
from support.living_pages import with_outputs
from support.page_commands import ARTICLE
from support.tricky import tricky_page

import stmtdiff
from benchmarks.floors import read_floors
from benchmarks.results import read_results, readme_table
from stmtdiff.formats import FORMATS, told
from stmtdiff.rules.reading import SENSES


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


PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "corpora" / "README.md"])
_LINK = re.compile(r"\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)")


def test_a_page_names_the_formats_that_there_are() -> None:
    page = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")
    assert told("History", "`") in " ".join(page.split())


def test_the_table_of_a_verdict_s_formats_is_that_of_the_code() -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    listed = page.split("| format | for | content |\n|---|---|---|\n")[1].split("\n\n")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", listed, re.MULTILINE)) == FORMATS["Verdict"]


def test_every_link_of_a_page_leads_somewhere() -> None:
    for page in PAGES:
        for name, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
            target = page.parent / name if name else page
            assert target.exists(), f"{page.name}: {name}"
            if anchor:
                titles = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
                assert anchor in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, anchor


def test_the_examples_of_the_page_for_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other; what each prints is not looked at, but something it prints."""
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "start" / "python.md").read_text(encoding="utf-8")
    printed = io.StringIO()
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(printed):
        for example in re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
            exec(compile(example, "python.md", "exec"), names)
    assert "irreversible' became 'complete'" in printed.getvalue()
    assert names["life"].summary in printed.getvalue()  # type: ignore[attr-defined]


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


def _said(page: str, first: str) -> list[str]:
    """Return the lines of the output on a page that begins with `first`, to the next line of prose."""
    lines = iter((ROOT / "docs" / page).read_text(encoding="utf-8").splitlines())
    start = next(line for line in lines if line.strip().startswith(first))
    indent = start[: len(start) - len(start.lstrip())]
    shown = [start]
    for line in lines:
        if line == "```" or (line and not line.startswith(indent)):
            break
        shown.append(line)
    return [line.removeprefix(indent) for line in shown]


@pytest.mark.parametrize(
    ("page", "first", "commands"),
    [
        ("start/desk.md", "1 of 1 quotation", [("quotes", "article.md", "--against", "sample:2025", "sample:2024")]),
        ("start/analyst.md", '"denuclear*" in sample', [("history", "sample", "denuclear*")]),
        ("start/ci.md", "FAILED: ", [("policy", "init"), ("check", "sample:2025")]),
        ("check.md", "FAILED: ", [("policy", "init"), ("check", "sample:2025")]),
        ("desk.md", "firmer: ", [("brief", "sample:2025")]),
        ("history.md", "in the series: ", [("diff", "sample:2024", "sample:2025")]),
        ("rules.md", "softer: ", [("diff", "sample:2024", "sample:2025")]),
        ("method.md", "Shift 18", [("diff", "sample:2024", "sample:2025", "--explain", "s-f6b893e4af")]),
    ],
)
def test_an_output_on_a_page_is_what_the_command_prints(
    page: str, first: str, commands: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """A line that ends in " ..." is cut there; one that was wrapped on the page is one line."""
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    for arguments in commands:
        done = run(*arguments, folder=tmp_path, STMTDIFF_LIBRARY=str(tmp_path / "library"))
    printed = " ".join(done.out.split())
    shown = _said(page, first)
    assert shown
    text = " ".join(" ".join(shown).split()) if page == "desk.md" else ""
    for line in [text] if text else shown:
        assert " ".join(line.removesuffix(" ...").split()) in printed


def _directions_on(page: str) -> list[tuple[str, ...]]:
    """Return the cells of the rows that end with a direction in the tables of a page."""
    rows = (line.strip("|").split("|") for line in page.splitlines() if line.startswith("| "))
    cells = [tuple(cell.strip() for cell in row) for row in rows]
    return [row for row in cells if len(row) > 3 and row[-1] in ("softer", "firmer")]


def test_the_examples_of_directions_on_the_page_on_rules_are_given_both_ways() -> None:
    """A row names the rule in its first cell, or belongs to the rule on acts."""
    rows = _directions_on((ROOT / "docs" / "rules.md").read_text(encoding="utf-8"))
    assert len(rows) > 20
    turned = {"softer": "firmer", "firmer": "softer"}
    wrong = []
    for *head, old, new, direction in rows:
        sides = [stmtdiff.from_paragraphs([text]) for text in (old, new)]
        code = head[0] if len(head) > 1 else "GEN130"
        for pair, wanted in ((sides, direction), (sides[::-1], turned[direction])):
            found = {(one.rule, one.direction) for one in stmtdiff.compare(*pair).annotations}
            wrong += [] if found == {(code, wanted)} else [(old, new, wanted, found)]
    assert wrong == []


def test_the_page_on_rules_explains_every_sense() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    explained = page.split("### Senses")[1].split("\n## ")[0]
    assert [name for names in SENSES.values() for name in names if f"`{name}`" not in explained] == []
