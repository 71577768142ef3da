"""Comments beside the library: found again after a text was read anew, carried to the next release, or orphaned."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.command import run
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.comment import Comment, Placed
from stmtdiff.comments import carried, comment_on, exported, imported, placed, with_comments
from stmtdiff.errors import LibraryError, ReferenceError  # noqa: A004
from stmtdiff.model import Statement

SAMPLE = stmtdiff.load("sample:2024")
FOURTH = next(paragraph.index for paragraph in SAMPLE.paragraphs if paragraph.label and paragraph.label.value == "4")
WORDS = "complete, verifiable and irreversible"


def made(quote: str = WORDS, **more: str) -> Comment:
    return comment_on(SAMPLE, FOURTH, "Watch this.", quote=quote, **more)


def words_of(one: Placed, statement: Statement) -> str:
    return one.span.of(statement.text) if one.span else ""


def test_a_comment_knows_its_words_twice():
    comment = made(by="Ada", created="2026-11-30T10:00:00+00:00")
    assert comment.release == "sample:2024-07-26"
    assert SAMPLE.text[comment.start : comment.end] == comment.exact == WORDS
    assert SAMPLE.text[: comment.start].endswith(comment.prefix)
    assert made().id == made().id != made("irreversible").id


@pytest.mark.parametrize(("quote", "said"), [("full and free", "is not"), ("the", "occurs")])
def test_words_that_do_not_stand_there_once_are_refused(quote: str, said: str):
    with pytest.raises(ReferenceError, match=said):
        made(quote)


def test_a_text_that_is_no_release_has_no_comments():
    with pytest.raises(ReferenceError, match="not a release"):
        comment_on(stmtdiff.parse("1. The Panel met."), 0, "Why?")


def test_words_are_found_where_they_stand_and_elsewhere_when_the_text_was_read_otherwise():
    comment = made()
    assert words_of(placed(comment, SAMPLE), SAMPLE) == WORDS
    moved = stmtdiff.parse(f"A line in front.\n\n{SAMPLE.text}".replace("verifiable and", "verifiable\nand"))
    assert "".join(words_of(placed(comment, moved), moved).split()) == "".join(WORDS.split())


def test_of_several_places_the_one_counts_that_stands_as_it_stood():
    text = "1. The Panel urged calm in Osk.\n\n2. The Forum urged calm in Tarn."
    statement = stmtdiff.parse(text)
    at = text.index("urged calm in Tarn")
    comment = Comment("a", "x:2024", "", "urged calm", "2. The Forum ", " in Tarn.", at + 5, at + 15)
    found = placed(comment, statement)
    assert (found.span.start, found.paragraph) == (at, 1)  # type: ignore[union-attr]


def test_words_that_are_gone_make_an_orphan():
    found = placed(made(), stmtdiff.parse("1. The Panel met."))
    assert (found.span, found.paragraph) == (None, None)


def report_of(old: str, new: str, quote: str) -> tuple[Placed, Statement]:
    """Return a comment on words of `old` as it was carried to `new`."""
    first, second = stmtdiff.parse(old), stmtdiff.parse(new)
    at = old.index(quote)
    comment = Comment("a", "x:2024", "", quote, "", "", at, at + len(quote))
    return carried(placed(comment, first), stmtdiff.compare(first, second)), second


def test_a_comment_goes_with_its_words_through_moves_and_edits():
    first = "The Panel urged full passage of the ferries to all the islands of the north."
    second = "It thanked the pilots of the bay for their help in the long winter storms."
    one, new = report_of(
        f"1. {first}\n\n2. {second}", f"1. {second}\n\n2. {first.replace('full', 'full and free')}", "full passage"
    )
    assert words_of(one, new) == "full and free passage"
    assert (one.is_carried, one.paragraph) == (True, 1)


def test_a_comment_whose_words_went_stays_with_the_paragraph_and_else_is_an_orphan():
    kept = "The Panel urged full passage of the ferries to all the islands of the north"
    one, _ = report_of(f"1. {kept}, without any delay.", f"1. {kept}.", "without any delay")
    assert (one.span, one.paragraph) == (None, 0)
    one, _ = report_of(f"1. {kept}.\n\n2. It rained.", f"1. {kept}.", "It rained")
    assert (one.span, one.paragraph) == (None, None)


def test_what_is_exported_is_a_web_annotation_and_comes_back_as_it_was():
    comments = (made(by="Ada", created="2026-11-30T10:00:00+00:00"), made("irreversible"))
    data = json.loads(exported(comments, "sample"))
    assert (data["@context"], data["type"], data["total"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
        2,
    )
    selectors = {one["type"] for one in data["first"]["items"][0]["target"]["selector"]}
    assert selectors == {"TextQuoteSelector", "TextPositionSelector"}
    assert imported(exported(comments, "sample")) == comments


def test_an_annotation_of_another_program_needs_no_position_and_no_id():
    item = {
        "type": "Annotation",
        "body": [{"type": "TextualBody", "value": "Look."}],
        "target": {"source": "urn:stmtdiff:sample:2024", "selector": {"type": "TextQuoteSelector", "exact": WORDS}},
        "creator": "Bo",
    }
    (one,) = imported(json.dumps([item]))
    assert (one.text, one.by, one.start) == ("Look.", "Bo", 0)
    assert words_of(placed(one, SAMPLE), SAMPLE) == WORDS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not a file of comments"),
        ('"a"', "has no annotations"),
        ("{}", "has no annotations"),
        ("[1]", "annotation 1 has no fields"),
        ('[{"body": 1}]', "no text as its body"),
        ('[{"body": {"value": "a"}, "target": {"source": "http://a"}}]', "no release of stmtdiff"),
        ('[{"body": {"value": "a"}, "target": {"source": "urn:stmtdiff:a:1"}}]', "no text quote selector"),
    ],
)
def test_what_is_no_annotation_is_named(text: str, said: str):
    with pytest.raises(LibraryError, match=said):
        imported(text)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a library with one comment on the sample."""
    done = run("comment", "sample:2024#4", "Watch this.", "--quote", WORDS, "--by", "Ada", "--library", tmp_path)
    assert done.returncode == 0
    return tmp_path


def test_a_comment_is_kept_listed_and_removed(kept: Path):
    shown = run("comments", "sample", "--library", kept).out
    assert "sample:2024-07-26  4  Ada" in shown
    assert f'"{WORDS}": Watch this.' in shown
    identity = shown.split()[0]
    assert run("comments", "remove", "sample", "zzz", "--library", kept).returncode == 2
    assert "removed" in run("comments", "remove", "sample", identity[:6], "--library", kept).out
    assert run("comments", "sample", "--library", kept).out == ""


def test_comments_go_to_another_library_and_come_once(kept: Path, tmp_path: Path):
    file, other = tmp_path / "export.json", tmp_path / "other"
    assert run("comments", "export", "sample", "-o", file, "--library", kept).returncode == 0
    assert run("comments", "import", "sample", file, "--library", other).out == "1 new comment\n"
    assert run("comments", "import", "sample", file, "--library", other).out == "0 new comments\n"
    assert run("comments", "import", "arf", file, "--library", other).returncode == 2


@pytest.mark.parametrize("format", ["plain", "terminal", "markdown", "html"])
def test_a_diff_shows_the_comments_of_both_sides(kept: Path, format: str):  # noqa: A002
    shown = run("diff", "sample:2024", "sample:2025", "-f", format, "--library", kept).out
    assert "Watch this." in shown
    assert "sample:2024-07-26" in shown


def test_the_json_of_a_report_holds_comments_and_fits_its_schema(kept: Path):
    old, new = (stmtdiff.load(f"sample:{year}", library=kept) for year in (2024, 2025))
    report = with_comments(stmtdiff.compare(old, new))
    data = report.to_dict()
    Draft202012Validator(SCHEMAS["report-2.json"]).validate(data)
    (comment,) = data["comments"]
    assert comment["carried"] is True
    assert comment["paragraph"] is not None


def test_a_broken_file_of_comments_is_named_and_not_written_over(kept: Path):
    path = kept / "sample.comments.json"
    path.write_text("{", encoding="utf-8")
    done = run("comment", "sample:2024#4", "Again.", "--library", kept)
    assert done.returncode == 2
    assert "sample.comments.json" in done.said
    assert path.read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("comment", "sample:2024", "x"), "is not a paragraph of a release"),
        (("comment", "nowhere.txt#1", "x"), "is not a paragraph of a release"),
        (("comment", "sample:2024#99", "x"), "no paragraph"),
        (("comments", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_commented_is_said(arguments: tuple[str, ...], said: str, tmp_path: Path):
    done = run(*arguments, "--library", tmp_path)
    assert done.returncode == 2
    assert said in done.said
