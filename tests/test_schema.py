"""The JSON Schemas that ship in the package describe what is written."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.reports import COUNCIL, Written, report_of

from stmtdiff import compare, from_paragraphs, load, parse
from stmtdiff.cli.schema import NAMES
from stmtdiff.renderers.library import json as library_json
from stmtdiff.renderers.reading import render_reading
from stmtdiff.report import Report
from stmtdiff.series.adding import Incoming, add
from stmtdiff.series.audit import Kind, audit
from stmtdiff.series.holdings import Library
from stmtdiff.series.index import search
from stmtdiff.series.manifest import Status

SCHEMAS = {
    path.name: json.loads(path.read_text(encoding="utf-8")) for path in files("stmtdiff").joinpath("schemas").iterdir()
}
SCHEMA, OUTLINE = SCHEMAS["report-2.json"], SCHEMAS["outline-1.json"]
REPORTS = {
    "written": COUNCIL,
    "unchanged": report_of(Written("1", "1", "All quiet."), notices=("The same text stands on both sides.",)),
    "compared": compare(
        from_paragraphs(["The Panel urged restraint.", "It met in Osk on 3 May 2031.", "It rose."], name="a"),
        from_paragraphs(["It met in Osk on 2 May 2032.", "The Panel invited restraint. It rose."], name="b"),
    ),
    "from nothing": compare(from_paragraphs([]), from_paragraphs(["All is new."])),
}  # fmt: skip


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_every_report_fits_its_schema(report: Report):
    Draft202012Validator(SCHEMA).validate(json.loads(report.to_json()))


@pytest.mark.parametrize("reference", ["sample:2019", "sample:2025"])
def test_every_outline_fits_its_schema(reference: str):
    outline = json.loads(render_reading(load(reference), "json"))
    Draft202012Validator.check_schema(OUTLINE)
    Draft202012Validator(OUTLINE).validate(outline)
    assert not Draft202012Validator(OUTLINE).is_valid(outline | {"surprise": 1})


def test_an_outline_with_notes_fits_its_schema_and_so_does_one_that_was_written_before_they_had_a_place():
    text = "Ports stay open.\u00b9\n\n\u00b9 Of the north.\n\n[2] As \u00b9 says."
    outline = json.loads(render_reading(parse(text), "json"))
    assert len(outline["footnotes"]) == 2
    Draft202012Validator(OUTLINE).validate(outline)
    del outline["footnotes"]
    Draft202012Validator(OUTLINE).validate(outline)


def test_every_list_of_the_library_fits_its_schema(tmp_path: Path):
    library = Library(tmp_path)
    add(
        library,
        "arf",
        [Incoming(b"1. The Forum met on 27 July 2024.\n\n2. It rose.", name="a.txt", address="http://a")],
    )
    add(library, "arf", [Incoming(b"1. The Forum met on 27 July 2024.\n\n2. It went on.", name="a.txt")])
    schema = SCHEMAS["library-1.json"]
    Draft202012Validator.check_schema(schema)
    for shown in (
        library_json.all_series([library.find(name) for name in library.ids()], ["broken"]),
        library_json.one_series(library.find("arf")),
        library_json.damage(audit(library)),
        library_json.matches(search(library, "forum met")),
    ):
        Draft202012Validator(schema).validate(json.loads(shown))
        assert str(tmp_path) not in shown
        assert not Draft202012Validator(schema).is_valid(json.loads(shown) | {"surprise": 1})
    assert len(json.loads(library_json.damage(audit(library)))["troubles"]) == 1


def test_the_schema_is_a_schema_that_refuses_what_it_does_not_know():
    Draft202012Validator.check_schema(SCHEMA)
    surprising = COUNCIL.to_dict() | {"surprise": 1}
    assert not Draft202012Validator(SCHEMA).is_valid(surprising)


def test_the_schema_names_the_kinds_that_the_code_knows():
    """The lists in the schema are written by hand; they must not fall behind the types."""
    from typing import get_args

    from stmtdiff.align.link import LinkKind
    from stmtdiff.model import Role, SectionKind
    from stmtdiff.rules.annotation import Severity
    from stmtdiff.shifts.shift import Direction, ShiftKind

    parts = SCHEMA["$defs"]
    role = parts["paragraphs"]["items"]["properties"]["role"]
    assert parts["link"]["properties"]["kind"]["enum"] == list(get_args(LinkKind))
    assert parts["shift"]["properties"]["kind"]["enum"] == list(get_args(ShiftKind))
    assert parts["annotation"]["properties"]["severity"]["enum"] == list(get_args(Severity))
    assert parts["direction"]["enum"] == list(get_args(Direction))
    assert role["enum"] == list(get_args(Role))
    outlined = OUTLINE["properties"]
    assert outlined["paragraphs"]["items"]["properties"]["role"]["enum"] == list(get_args(Role))
    held = SCHEMAS["library-1.json"]
    assert held["properties"]["troubles"]["items"]["properties"]["kind"]["enum"] == list(get_args(Kind))
    assert held["$defs"]["release"]["properties"]["status"]["enum"] == list(get_args(Status))
    assert outlined["sections"]["items"]["properties"]["kind"]["enum"] == list(get_args(SectionKind))


def test_the_command_knows_every_schema():
    assert sorted(NAMES.values()) == sorted(SCHEMAS)
