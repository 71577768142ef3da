"""What Python users and data people call: the same results as the commands, and plain records."""

import json

import pytest

import stmtdiff
from stmtdiff.errors import ReferenceError, SettingsError  # noqa: A004

OLD, NEW = stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")
REPORT = stmtdiff.compare(OLD, NEW)
YEARS = [(f"sample:{year}", stmtdiff.load(f"sample:{year}")) for year in range(2019, 2026)]


def test_a_brief_is_made_from_a_report_and_shown_like_any_result():
    ledger = stmtdiff.brief(REPORT, lines=3)
    assert len(ledger.rows) == 3
    assert ledger.headline in stmtdiff.render(ledger, "text")


def test_quotations_are_held_against_statements():
    article = stmtdiff.parse("The Meeting noted \u201ccomplete denuclearisation\u201d, the forum said.")
    checked = stmtdiff.quotes(article, [OLD, NEW])
    assert json.loads(stmtdiff.render(checked, "json"))["quotations"]


def test_a_matrix_has_a_column_for_each_phrase_of_each_series():
    matrix = stmtdiff.matrix({"sample": YEARS, "short": YEARS[-2:]}, ["denuclear*", "concern"])
    assert [(column.phrase, column.series) for column in matrix.columns] == [
        ("denuclear*", "sample"), ("denuclear*", "short"), ("concern", "sample"), ("concern", "short"),
    ]  # fmt: skip
    records = matrix.to_records()
    assert {record["series"] for record in records} == {"sample", "short"}
    assert records[0]["year"] == 2019


def test_a_paragraph_is_traced_by_its_number_its_place_or_its_index():
    by_number = stmtdiff.trace(YEARS, "5")
    assert by_number.steps[-1].reading.reference == "sample:2025"
    index = by_number.steps[-1].paragraphs[0]
    assert stmtdiff.trace(YEARS, index).to_dict() == by_number.to_dict()
    assert stmtdiff.trace(YEARS, f"p{index + 1}").to_dict() == by_number.to_dict()
    assert stmtdiff.trace(YEARS, topic="denuclear*").is_topic


@pytest.mark.parametrize("given", [{}, {"paragraph": 1, "topic": "a"}, {"paragraph": 9999}])
def test_what_cannot_be_traced_is_said(given: dict[str, object]):
    with pytest.raises(SettingsError):
        stmtdiff.trace(YEARS, **given)  # type: ignore[arg-type]
    with pytest.raises(ReferenceError):
        stmtdiff.trace(YEARS, "999")


def test_drafts_are_followed_by_their_names():
    first, second = stmtdiff.parse("1. The Panel [urged] calm."), stmtdiff.parse("1. The Panel urged calm.")
    result = stmtdiff.drafts([first, second], names=["zero", "final"])
    assert [event.kind for event in result.steps[0].events] == ["agreed"]
    with pytest.raises(ValueError, match="zip"):
        stmtdiff.drafts([first, second], names=["zero"])


def test_the_text_of_a_statement_is_a_paragraph_a_line():
    statement = stmtdiff.parse("1. The Panel met.\n\n2. It rose.")
    assert stmtdiff.text(statement) == "The Panel met.\n\nIt rose.\n"
    assert stmtdiff.text(statement, numbers=True).startswith("1. The Panel met.")


def test_records_of_a_report_are_its_shifts():
    records = REPORT.to_records()
    assert [record["id"] for record in records] == [shift.id for part in REPORT.parts for shift in part.shifts]
    assert any(record["rules"] and record["direction"] == "softer" for record in records)
    assert all(record["part"] == "text" for record in records)
    json.dumps(records)


def test_records_of_a_history_are_its_releases():
    life = stmtdiff.history(YEARS, "denuclear*", series="sample")
    records = life.to_records()
    assert [record["year"] for record in records] == list(range(2019, 2026))
    assert records[-1]["formulas"]
    json.dumps(records)


def test_a_citation_names_title_day_paragraph_and_bytes():
    (item,) = json.loads(stmtdiff.cite(NEW, 4, style="csl-json"))
    assert item["id"] == "sample-2025-2"
    assert item["issued"]["date-parts"] == [[2025, 7, 11]]
    assert item["locator"] == "2"
    assert NEW.source.sha256 in item["note"]
    entry = stmtdiff.cite(NEW, NEW.paragraphs[4])
    assert entry.startswith("@misc{sample-2025-2,")
    assert "year = {2025}" in entry
    assert "paragraph 2; sha256" in entry


def test_a_title_cannot_be_a_command_of_tex():
    entry = stmtdiff.cite(stmtdiff.from_paragraphs(["It met."], name="100% {of} $5_"))
    assert r"100\% \{of\} \$5\_" in entry


def test_an_address_is_cited():
    statement = stmtdiff.from_paragraphs(["It met."], name="https://forum.example/2025")
    assert "url = {https://forum.example/2025}" in stmtdiff.cite(statement)
    with pytest.raises(SettingsError, match="no style"):
        stmtdiff.cite(statement, style="apa")  # type: ignore[arg-type]
