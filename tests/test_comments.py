"""Comments beside the library: found again after a text was read anew, carried to the next release, or orphaned."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support.command import run
from test_schema import SCHEMAS

import stmtdiff
from stmtdiff.comment import Comment, Placed
from stmtdiff.comments import add, carried, comment_on, exported, imported, placed, with_comments
from stmtdiff.comments.making import id_of
from stmtdiff.errors import LibraryError, ReferenceError  # noqa: A004
from stmtdiff.model import Statement
from stmtdiff.series.holdings import Library

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


@pytest.fixture
def followed(kept: Path) -> Path:
    """Return a library with comments on the paragraph of 2024 and on another one, and one whose words are nowhere."""
    assert run("comment", "sample:2024#6", "Of another matter.", "--library", kept).returncode == 0
    lost = replace(made(by="Bo"), id="", text="What became of this?", exact="the lamps of the northern pier")
    assert add(Library(kept), "sample", [replace(lost, id=id_of(lost))]) == 1
    return kept


@pytest.mark.parametrize("format", ["plain", "terminal", "markdown", "html", "json"])
def test_a_trace_shows_the_comments_on_what_it_follows_and_says_which_are_orphaned(followed: Path, format: str):  # noqa: A002
    done = run("trace", "sample", "2024#4", "-f", format, "--library", followed)
    assert (done.returncode, done.out.count("Watch this.")) == (0, 1), done.said
    assert "Ada" in done.out
    assert "Of another matter." not in done.out
    assert "What became of this?" in done.out
    assert format == "json" or "orphaned" in done.out


def test_the_json_of_a_trace_holds_comments_and_fits_its_schema(followed: Path):
    data = json.loads(run("trace", "sample", "2024#4", "-f", "json", "--library", followed).out)
    Draft202012Validator(SCHEMAS["trace-1.json"]).validate(data)
    own, lost = data["steps"][-1]["comments"]
    assert own["place"]["text"] == WORDS
    assert (own["paragraph"], own["carried"]) == (FOURTH, False)
    assert (lost["place"], lost["paragraph"]) == (None, None)
    assert not any(step["comments"] for step in data["steps"][:-1])


def test_on_a_page_a_comment_stands_in_the_row_of_its_paragraph(followed: Path):
    page = run("diff", "sample:2024", "sample:2025", "-f", "html", "--library", followed).out
    rows = re.findall(r'<div class="row [^"]*\bcommented".*?(?=<div class="row |</section>)', page, re.DOTALL)
    (row,) = (row for row in rows if "Watch this." in row)
    assert "denuclearisation" in row
    assert "Ada, " in row
    orphans = page[page.index("id=orphans-title") :]
    assert "What became of this?" in orphans
    assert "Watch this." not in orphans


def site_made(folder: Path, *, comments: bool = True) -> tuple[dict[str, str], str]:
    """Return the pages of the sample's site, and what the command said."""
    out = folder.with_name(f"{folder.name}-site")  # not in the library itself
    done = run("site", "sample", "-o", out, "--library", folder, *(["--with-comments"] if comments else []))
    assert done.returncode == 0, done.said
    return {path.stem: path.read_text() for path in out.glob("sample/*.html")}, done.out


def test_a_site_shows_comments_beside_their_paragraphs_with_author_and_date(followed: Path):
    pages, said = site_made(followed)
    assert "your comments beside the texts: 3" in said
    day = json.loads((followed / "sample.comments.json").read_text())["first"]["items"][0]["created"][:10]
    release, pair = pages["2024-07-26"], pages["2024-07-26--2025-07-11"]
    beside = release[release.index('id="4"') : release.index('id="5"')]
    assert f"Watch this. <small>Ada, {day}</small>" in beside
    assert "What became of this?" in release[release.index("Orphaned comments") :]
    assert f"Watch this. <small>Ada, {day}, on sample:2024-07-26; the words are gone</small>" in pair
    assert "What became of this?" in pair[pair.index("Orphaned comments") :]
    assert not any("Watch this." in text for name, text in pages.items() if "2024-07-26" not in name)


def test_a_new_comment_makes_the_pages_of_its_release_anew_and_may_stay_off_all(followed: Path):
    site_made(followed)
    assert ", 0 made now" in site_made(followed)[1]
    assert run("comment", "sample:2019#1", "At last.", "--library", followed).returncode == 0
    pages, said = site_made(followed)
    assert ", 5 made now" in said  # the release, its pair, and what tells of all: first page, search, feed
    assert "At last." in pages["2019-08-02"]
    pages, said = site_made(followed, comments=False)
    assert "comments" not in said
    assert not any("Watch this." in text or "At last." in text for text in pages.values())


def test_a_comment_on_no_release_of_a_site_is_said(kept: Path):
    assert add(Library(kept), "sample", [replace(made(), id="0" * 12, release="sample:1999-01-01")]) == 1
    assert "of them name no release of the site: 1" in site_made(kept)[1]


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
