"""What `diff --explain` says of a shift: which passes cut it, its kind and proof, the links that it stands in."""

import re
from itertools import chain
from pathlib import Path

import pytest
from support.command import out, run

import stmtdiff
from stmtdiff.align.link import METHODS
from stmtdiff.edits import PASSES
from stmtdiff.errors import RenderError
from stmtdiff.outline import from_paragraphs
from stmtdiff.renderers.explanation import explain, find_shift
from stmtdiff.report import Report

ROOMS = Path(stmtdiff.__file__).parent
PAIR = ("diff", "sample:2024", "sample:2025")


@pytest.fixture(scope="module")
def sample() -> Report:
    return stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))


def compared(old: list[str], new: list[str]) -> Report:
    return stmtdiff.compare(from_paragraphs(old), from_paragraphs(new))


def test_a_shift_of_the_sample_is_explained_whole(sample: Report) -> None:
    told = explain(sample, "18")
    assert told == out(*PAIR, "--explain", "18") == explain(sample, find_shift(sample, "18").id)
    assert told.splitlines() == [
        "Shift 18 of 162: s-f6b893e4af",
        "  old: complete, verifiable and irreversible",
        "  new: complete",
        "  kind: qualifier",
        "  news: no proof that it is routine, and a rule judges it",
        "  rule SEC101: softer: 'complete, verifiable and irreversible' -> 'complete'",
        "",
        "How the phrase was cut",
        f"  diff: {PASSES['diff']}",
        f"  qualifiers: {PASSES['qualifiers']}",
        "",
        "What was compared with what",
        "  paragraph 4 -> 5: changed, likeness 897 of 1000",
        f"    method similar: {METHODS['similar']}",
        "    rival: none was similar",
        "  sentence 2 of 4 -> 2 of 5: changed, likeness 873 of 1000",
        f"    method order: {METHODS['order']}",
        "    rival: none was similar",
    ]


def test_what_is_routine_says_its_proof_and_a_rival_how_near_it_came(sample: Report) -> None:
    told = explain(sample, "48")
    assert "\n  routine: the year moved on with the statement\n" in told
    assert "\n    rival: 1 -> 15, likeness 270\n" in told


def test_a_whole_paragraph_was_not_cut_and_has_no_counterpart() -> None:
    kept = "The Panel met on the pier and spoke of the harbour lights for the whole of the day."
    told = explain(compared([kept], [kept, "Nobody objected to new lamps."]), "1")
    assert "  old: (nothing)\n  new: Nobody objected to new lamps.\n" in told
    assert "  not at all: the whole paragraph was added\n" in told
    assert "  paragraph nothing -> #p2: added; it has no counterpart\n" in told
    assert told.count("method ") == 1


def test_every_shift_is_told_by_names_that_the_tables_have(sample: Report) -> None:
    """Each of them says a kind, news or a proof, a cut and a link; nothing is looked up in vain."""
    for number, shift in enumerate(sample.shifts, 1):
        told = explain(sample, str(number))
        assert f"Shift {number} of {len(sample.shifts)}: {shift.id}\n" in told
        assert (f"\n  {shift.weight}: " in told) == (shift.is_news or bool(shift.proof))
        assert re.search(r"\n  paragraph .*: \w+", told)


def test_the_tables_hold_the_passes_and_methods_of_the_code_and_no_others() -> None:
    """A pass that is new, or gone, changes its table too."""
    edits = chain((ROOMS / "edits").glob("*.py"), (ROOMS / "shifts").glob("*.py"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in edits if path.name != "passes.py")
    given = re.findall(r'(?:merge|grown|cut)\([^"\n]*"(\w+)"\)|_fold\w*\([^\n]*"(\w+)"\)', code)
    assert set(chain.from_iterable(given)) - {""} <= set(PASSES)
    assert {name for name in PASSES if f'"{name}"' not in code} == set()
    align = "\n".join(path.read_text("utf-8") for path in (ROOMS / "align").glob("*.py") if path.name != "link.py")
    assert {name for name in METHODS if f'"{name}"' not in align} == set()


@pytest.mark.parametrize("name", ["0", "163", "-1", "1.5", "s-0000000000", "s-", "²", "9" * 40])
def test_a_shift_that_is_not_there_is_one_sentence_with_the_range(name: str) -> None:
    done = run(*PAIR, f"--explain={name}")
    assert (done.returncode, done.out) == (2, "")
    hint = "shifts: 1 to 162, or an id like s-af66f377b7"
    assert done.said == f"stmtdiff: there is no shift '{name}' ({hint})\n"


def test_two_equal_texts_have_no_shift_to_explain(sample: Report) -> None:
    with pytest.raises(RenderError, match=r"there is no shift '1' \(nothing changed between the two\)"):
        explain(stmtdiff.compare(sample.old, sample.old), "1")


def test_an_explanation_is_text_and_goes_to_a_file(tmp_path: Path) -> None:
    done = run(*PAIR, "--explain", "1", "-f", "json")
    assert (done.returncode, done.said) == (2, "stmtdiff: there is no format 'json' (formats: text)\n")
    assert run(*PAIR, "--explain", "1", "-o", tmp_path / "why.docx").returncode == 2
    assert out(*PAIR, "--explain", "1", "-o", tmp_path / "why.txt") == ""
    assert (tmp_path / "why.txt").read_text(encoding="utf-8").startswith("Shift 1 of 162: s-af66f377b7\n  old: 31st\n")


def test_what_could_steer_a_terminal_is_spelled_out() -> None:
    told = explain(compared(["The Panel met."], ["The Panel met.", "Nobody \x1b[2J objected to lamps."]), "1")
    assert "\x1b" not in told
    assert "<U+001B>" in told


def test_the_passes_stay_out_of_the_json(sample: Report) -> None:
    assert all("passes" not in shift for shift in sample.to_dict()["shifts"])
