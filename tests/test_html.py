"""The HTML page without a browser: what it holds, what it can never hold, and that both texts can be read from it."""

import base64
import hashlib
import re
from collections import Counter
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from support import hostile
from support.reports import COUNCIL, Said, Written, report_of
from support.strategies import shuffled

from stmtdiff import compare, from_paragraphs, load, parse
from stmtdiff.errors import RenderError
from stmtdiff.languages import code_of
from stmtdiff.model import Statement
from stmtdiff.renderers import base, render
from stmtdiff.renderers.marks import MARKS
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report

SAMPLE = compare(load("sample:2024"), load("sample:2025"))
WORDS = st.sampled_from(
    ["the", "harbour", "pilots", "voiced", "grave", "concern", ",", ".", "'", "“lamps”", "<b>", "&amp;"]
)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4)
BAR = "Pilots of the outer bar met at noon in the old hall."
LIGHT = "Keepers of the inner light sang until the morning."
REEF = "The Council of Lamps deplored the theft of seven brass lenses from the northern reef."
QUAY = "Dues are paid in silver at the quay."
PLACES = st.tuples(st.permutations([BAR, LIGHT, REEF, QUAY]), st.lists(st.booleans(), min_size=3, max_size=3)).map(
    lambda dealt: (
        "".join(sentence + ("\n" if ends else " ") for sentence, ends in zip(dealt[0], (*dealt[1], False), strict=True))
        .strip()
        .split("\n")
    )
)  # the same sentences in any order, parted into paragraphs in any way
OTHER = {"old": ("ins", "new"), "new": ("del", "old")}  # what only the other side has: its element, its spaces


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def side_of(page: str, side: str) -> str:
    """Return one side's text as a reader of that text alone has it: its paragraphs in order, joined by spaces."""
    rows = [row for row in parsed(page).cssselect("#text > .row:not(.ghost):not(.given)") if is_on(row, side)]
    units = sorted((unit for row in rows for unit in units_of(row, side)), key=lambda unit: unit[0])
    return " ".join(" ".join(text for _, text in units).split())


def is_on(row: html.HtmlElement, side: str) -> bool:
    return ("added" if side == "old" else "removed") not in row.get("class").split()


def units_of(row: html.HtmlElement, side: str) -> list[tuple[int, str]]:
    """Return the paragraphs that a row has of a side, each with its place: its own, or that of the row."""
    whole = row.cssselect(".whole-old") if side == "old" else []
    block = (whole or row.cssselect(".t"))[0]
    first = int(row.get("id")[1:].split("-")[side == "new"].split("+")[0])
    has_places = bool(whole) == (side == "old")
    element, spaces = OTHER[side]
    for gone in block.cssselect(f"b, .break, {element}, i.{spaces}"):
        gone.drop_tree()
    return [
        (int(paragraph.get("data-n", first)) if has_places else first, paragraph.text_content())
        for paragraph in block.cssselect("p, h3, h4")
    ]


def words_of(statement: Statement) -> str:
    bodies = (visible(paragraph.body.of(statement.text)) for paragraph in statement.paragraphs)
    return " ".join(" ".join(bodies).split())


@pytest.mark.parametrize("report", [SAMPLE, COUNCIL], ids=["sample", "council"])
def test_both_texts_can_be_read_from_the_one_that_stands_in_the_page(report: Report):
    page = report.to_html()
    assert side_of(page, "old") == words_of(report.old)
    assert side_of(page, "new") == words_of(report.new)


@settings(deadline=None)
@given(st.one_of(st.tuples(PARAGRAPHS, PARAGRAPHS), st.tuples(shuffled(), shuffled())))
def test_no_pair_loses_or_gains_a_word_on_either_side(pair: tuple[list[str], list[str]]):
    old, new = pair
    report = compare(from_paragraphs(old), from_paragraphs(new))
    page = report.to_html()
    assert side_of(page, "old") == words_of(report.old)
    assert side_of(page, "new") == words_of(report.new)


@settings(deadline=None)
@given(PLACES, PLACES)
def test_paragraphs_of_one_row_that_are_no_neighbours_say_where_each_stands(old: list[str], new: list[str]):
    """Sentences dealt out anew make paragraphs split around others, and merge from both sides of others."""
    report = compare(from_paragraphs(old), from_paragraphs(new))
    page = report.to_html()
    assert side_of(page, "old") == words_of(report.old)
    assert side_of(page, "new") == words_of(report.new)
    numbered = Counter(int(one.get("data-n")) for one in parsed(page).cssselect(".t:not(.whole-old) [data-n]"))
    apart = [link.new for link in report.links if any(index + 1 != after for index, after in pairwise(link.new))]
    assert numbered == Counter(index + 1 for indexes in apart for index in indexes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["the", "the", "the the the “lamps” the the"], ["the the the the the the the harbour “lamps”", "the"]),
        ([f"{BAR} {REEF}", LIGHT], [BAR, LIGHT, REEF]),
        ([BAR, LIGHT, REEF], [f"{BAR} {REEF}", LIGHT]),
    ],
    ids=["merged from words", "split around another", "merged from both sides of another"],
)
def test_both_texts_are_in_order_where_the_paragraphs_of_a_row_are_no_neighbours(old: list[str], new: list[str]):
    report = compare(from_paragraphs(old), from_paragraphs(new))
    assert any(
        index + 1 != after for link in report.links for side in (link.old, link.new) for index, after in pairwise(side)
    )
    assert side_of(report.to_html(), "old") == words_of(report.old)
    assert side_of(report.to_html(), "new") == words_of(report.new)


def test_unchanged_words_stand_once():
    """Nothing that both sides share is written a second time: not for another view, not for a list, not as data."""
    sentence = "Lighthouses of the northern reefs are painted every ninth summer."
    report = compare(from_paragraphs([f"{sentence} Grave concern."]), from_paragraphs([f"{sentence} Concern."]))
    assert report.to_html().count("northern reefs") == 1


def test_a_mark_that_one_side_writes_another_way_does_not_bring_the_old_text_a_second_time():
    """A curved apostrophe, or the space that a semicolon took away, is given to its side alone."""
    old = "The Council\u2019s lamps burned on the northern reef (as before) and it voiced grave concern at the theft."
    new = "The Council's lamps burned on the northern reef (as before); it voiced concern at the theft."
    report = compare(from_paragraphs([old]), from_paragraphs([new]))
    page = report.to_html()
    body = parsed(page)
    for head in body.cssselect("h1, #ledger"):
        head.drop_tree()
    assert body.text_content().count("northern reef") == 1
    assert (side_of(page, "old"), side_of(page, "new")) == (old, new)


def test_every_shift_has_its_permalink_and_every_link_its_target():
    page = parsed(SAMPLE.to_html())
    ids = [element.get("id") for element in page.cssselect("[id]")]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert {shift.id for shift in SAMPLE.shifts} <= set(ids)
    targets = [link.get("href") for link in page.cssselect("a")]
    assert [target for target in targets if target[0] != "#" or target[1:] not in ids] == []


def test_a_row_says_why_and_each_rule_is_explained_once():
    said = Said("grave concern", "softer", "'grave concern' -> 'concern'")
    page = parsed(report_of(Written("1", "1", "It voiced [-grave concern-]{+concern+}.", said=(said,))).to_html())
    (finding,) = page.cssselect(".f li")
    assert finding.text_content().strip() == "softer: 'grave concern' → 'concern' TST101"
    assert finding.get("data-for") == page.cssselect("#text .c")[0].get("id")
    assert len(page.cssselect("#rule-TST101")) == 1


def test_notes_stand_behind_the_text_with_their_marks_and_names():
    lamps = "The Council met.\u00b9\n\n{}\n\n\u00b9 The member for {} was absent."
    old, new = parse(lamps.format("It closed.", "Vell")), parse(lamps.format("It ended.", "Orne"))
    page = parsed(compare(old, new).to_html())
    assert [head.text_content() for head in page.cssselect("#text .given")] == ["Notes"]
    (row,) = page.cssselect("#text #n1-1")
    assert row.cssselect(".at")[0].text_content().strip() == "note 1"
    assert [part.text_content() for part in row.cssselect(".c del, .c ins")] == ["Vell", "Orne"]
    assert page.cssselect("#left") == []


def test_other_lines_stand_at_the_end_with_a_mark_on_what_only_one_side_has():
    lines = "{}\n\nThe Council met in Arden.\n\nIt closed."
    old, new = parse(lines.format("Media contact: Orne")), parse(lines.format("Media contact: Vell"))
    page = parsed(compare(old, new).to_html())
    told = [" ".join(line.text_content().split()) for line in page.cssselect("#left li")]
    assert told == [
        "Media contact: Orne only in the old text",
        "Media contact: Vell only in the new text",
    ]
    assert parsed(SAMPLE.to_html()).cssselect("#left") == []


def test_a_moved_paragraph_leaves_a_ghost_and_both_link_to_each_other():
    page = parsed(
        report_of(
            Written("2", "1", "Tides rose [-much-] in the strait.", moved=True), Written("1", "2", "Pilots met.")
        ).to_html()
    )
    (ghost,) = page.cssselect(".ghost")
    (moved,) = page.cssselect(".row.moved")
    assert ghost.getprevious().get("id") == "p1-2"
    assert ghost.cssselect("a")[0].get("href") == f"#{moved.get('id')}"
    assert moved.cssselect("a.back")[0].get("href") == f"#{ghost.get('id')}"
    assert ghost.text_content().strip() == "2 moved: now 1 Tides rose much in the strait."


def test_a_sentence_that_changed_paragraph_is_told_of_at_both_with_a_link():
    stayed = [
        "Pilots of the outer bar met at noon in the old hall.",
        "Keepers of the inner light sang until the morning.",
    ]
    gone = "The Council of Lamps deplored the theft of seven brass lenses from the northern reef."
    old, new = from_paragraphs([f"{stayed[0]} {gone}", stayed[1]]), from_paragraphs([stayed[0], f"{stayed[1]} {gone}"])
    page = parsed(compare(old, new).to_html())
    told = [(link.text, link.get("href")) for link in page.cssselect(".at small a")]
    assert told == [("a sentence went to paragraph 2", "#p2-2"), ("a sentence came from paragraph 1", "#p1-1")]


def test_a_sentence_that_moved_and_changed_has_its_edit_marked_where_it_is():
    """Where it came to its other words are neither dropped nor gained; each of its shifts has a permalink."""
    reef = REEF.replace("seven", "nine")
    report = compare(from_paragraphs([f"{BAR} {REEF}", LIGHT]), from_paragraphs([BAR, f"{LIGHT} {reef}"]))
    page = parsed(report.to_html())
    row = page.get_element_by_id("p2-2").cssselect(".t:not(.whole-old)")[0]
    assert [one.text_content() for one in row.cssselect("del")] == ["seven"]
    assert [one.text_content() for one in row.cssselect("ins")] == ["nine"]
    assert [link.text for link in page.cssselect(".at small a")] == [
        "a sentence went to paragraph 2, edited",
        "a sentence came from paragraph 1, edited",
    ]
    assert len(report.shifts) == 3
    assert all(page.get_element_by_id(shift.id) is not None for shift in report.shifts)


def test_a_merged_paragraph_shows_where_the_old_text_broke():
    one, two = "Pilots of the outer bar met at noon in the hall.", "Keepers of the inner light sang until the morning."
    report = compare(from_paragraphs([one, two]), from_paragraphs([f"{one} {two}"]))
    (paragraph,) = parsed(report.to_html()).cssselect(".merged .t p")
    (mark,) = paragraph.cssselect(".break")
    assert (mark.getprevious(), paragraph.text.strip()) == (None, one)


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else():
    page = parsed(SAMPLE.to_html())
    (policy,) = page.cssselect("meta[http-equiv=Content-Security-Policy]")
    allowed = dict(part.strip().split(" ", 1) for part in policy.get("content").split(";"))
    assert allowed.pop("default-src") == "'none'"
    for name in ("style", "script"):
        (element,) = page.cssselect(name)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert allowed.pop(f"{name}-src") == f"'sha256-{digest}'"
    assert allowed == {"base-uri": "'none'", "form-action": "'none'"}


def test_the_script_never_writes_markup():
    (script,) = parsed(SAMPLE.to_html()).cssselect("script")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(|fetch\(", script.text
    )


@pytest.mark.parametrize("options", [{}, {"view": "inline", "show_all": True}, {"topic": "'\"><script>"}])
def test_hostile_words_stay_words_in_every_field(options: dict[str, object]):
    """The page of an attack has the elements and attributes of a peaceful page, no others, and loads nothing."""
    attacked = parsed(render(hostile.report(), "html", **options))
    peaceful = parsed(render(hostile.report(hostile.PEACE), "html"))
    shapes = [
        {(element.tag, *sorted(element.keys())) for element in page.iter() if isinstance(element.tag, str)}
        for page in (attacked, peaceful)
    ]
    assert shapes[0] <= shapes[1]
    assert [link.get("href") for link in attacked.cssselect("a") if not link.get("href").startswith("#")] == []
    assert len(attacked.cssselect("script")) == len(attacked.cssselect("style")) == 1
    assert "<script>document.hacked=1</script>" in attacked.cssselect("#text")[0].text_content()


ANATOMY = report_of(
    Written("1", "1", "The Council met at noon."),
    Written("2", "2", "It thanked the keepers."),
    Written("3", "", "[-It deplored the theft of lenses.-]"),
    Written("5", "3", "It closed with a [-short-] song.", moved=True),
    Written("4", "4", "It voiced [-grave concern-]{+concern+}.", said=(Said("grave concern", "softer", "softer"),)),
    Written("", "5", "{+It will meet in Orne.+}"),
)


def test_the_map_names_every_row_once_and_leads_to_it():
    """What stayed as and where it was is one entry; a look says what became of each other paragraph."""
    entries = parsed(ANATOMY.to_html()).cssselect("#anatomy svg[role=list] > g[role=listitem]")
    told = [
        (entry.get("class"), entry.cssselect("title")[0].text, entry.cssselect("a")[0].get("href")) for entry in entries
    ]
    assert told == [
        (None, "paragraphs 1 to 2: unchanged", "#p1-1"),
        ("removed", "paragraph 3: dropped", "#p3-"),
        ("neutral moved", "paragraph 5 \u2192 3: changed, moved", "#p5-3"),
        ("softer", "paragraph 4: softer", "#p4-4"),
        ("added", "paragraph 5: added", "#p-5"),
    ]


def test_a_map_draws_each_paragraph_of_both_sides_within_its_box():
    entries = parsed(SAMPLE.to_html()).cssselect("#anatomy g path")
    assert len(entries) == len(parsed(SAMPLE.to_html()).cssselect("#anatomy g a"))
    for path in entries:
        moves = [int(number) for number in re.findall(r"M(\d+)", path.get("d"))]
        assert moves
        assert all(0 <= number <= 1000 for number in moves)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([BAR, LIGHT], [BAR, LIGHT], "Every paragraph has its counterpart, in its place"),
        ([BAR, LIGHT, QUAY], [BAR, LIGHT, QUAY, REEF], "Most paragraphs have their counterpart; 1 is new"),
        ([BAR, REEF, QUAY], ["Seals slept.", "Nobody rowed.", BAR], "Written anew: 2 paragraphs gone, 2 new"),
    ],
    ids=["as before", "one more", "anew"],
)
def test_the_map_says_in_a_sentence_whether_the_text_was_written_anew(old: list[str], new: list[str], told: str):
    page = parsed(compare(from_paragraphs(old), from_paragraphs(new)).to_html())
    assert page.cssselect("#anatomy figcaption span")[0].text_content() == f"{told}."


def test_a_map_of_three_hundred_paragraphs_is_bounded():
    """An entry has two hundred bytes; of what stayed there is one entry, however long it is."""
    units = [f"Keeper number {number} trimmed lamp {number} and slept." for number in range(300)]
    new = [f"Seals of shore {number} were counted by pilot {number}." for number in range(300)]
    for pair, most in (((units, units), 16_000), ((units, new), 130_000)):
        page = compare(*map(from_paragraphs, pair)).to_html()
        assert page.index("</figure>") - page.index("<figure") < most


def test_the_base_style_names_no_part_of_any_page_and_has_the_colours_of_the_classes():
    """Another page can take it as it is."""
    sheet = base.sheet(base.BASE)
    assert not re.search(r"#[a-z-]+\s*[,{.:>+\[ ]", re.sub(r"#[0-9a-fA-F]{3,6}\b", "", sheet))
    for name, mark in MARKS.items():
        assert f"--{name}:{mark.page}" in sheet
    assert base.policy_of(sheet).count("sha256-") == 1


def test_a_page_is_small_also_where_much_has_changed():
    """The 6,600 words of the two samples hold 160 shifts, far more than two years of most series; rules speak of 80."""
    assert len(SAMPLE.to_html().encode()) < 155_000


def test_options_choose_what_is_seen_first():
    root = parsed(render(SAMPLE, "html", view="list", only=("softer", "verb"), topic="grave concern", show_all=True))
    assert dict(root.attrib) == {
        "lang": "en", "data-start": "list", "data-all": "1", "data-only": "softer verb", "data-topic": "grave concern"
    }  # fmt: skip


def test_a_topic_is_found_as_on_the_command_line():
    units = ["Pilots defended the freedom of navigation.", "Keepers met at noon."]
    page = parsed(
        render(compare(from_paragraphs(units), from_paragraphs(units)), "html", topic="defen* ... navigation")
    )
    assert [row.get("id") for row in page.cssselect(".row[data-on]")] == ["p1-1"]


def test_a_notebook_shows_the_same_page_in_a_frame_of_its_own():
    (frame,) = html.fragments_fromstring(COUNCIL._repr_html_())
    assert (frame.tag, frame.get("sandbox")) == ("iframe", "allow-scripts")
    assert frame.get("srcdoc") == COUNCIL.to_html() == render(COUNCIL, "html")
    assert unescape(COUNCIL._repr_html_()).count("<!DOCTYPE html>") == 1
    with pytest.raises(RenderError, match="there is no option 'colour'"):
        COUNCIL.to_html(colour=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Council voiced its concern.", "en"),
        ("Le Conseil exprime sa vive inquiétude devant ces essais et dans les eaux du nord.", "fr"),
        ("Rada wyraża głębokie zaniepokojenie.", ""),
        ("يعرب المجلس عن بالغ القلق", "ar"),
        ("Совет выражает обеспокоенность", "ru"),
        ("理事会深表关切", "zh"),
        ("理事会は深い懸念を表明した", "ja"),
        (" ", ""),
    ],
)
def test_a_language_is_named_only_where_it_is_known(text: str, language: str):
    assert code_of(text) == language


def test_text_of_another_script_says_its_language_and_finds_its_own_direction():
    page = parsed(
        compare(from_paragraphs(["يعرب المجلس عن القلق."]), from_paragraphs(["يعرب المجلس عن بالغ القلق."])).to_html()
    )
    (block,) = page.cssselect("#text .t")
    assert block.get("lang") == "ar"
    assert block.cssselect("p")[0].get("dir") == "auto"


@pytest.mark.parametrize(("old", "new"), [("", "One."), ("One.\n\nTwo.", ""), ("", "")])
def test_a_side_without_a_text_is_a_page_too(old: str, new: str) -> None:
    """`git difftool` gives the null device for a file that was deleted or made."""
    page = compare(parse(old), parse(new)).to_html()
    assert all(text in page for text in ("One" if old or new else "", "Two" if "Two" in old else ""))


def test_a_rule_that_is_named_at_the_top_is_explained_on_the_page() -> None:
    """A formula that stays is strong by a rule, and no shift has that rule."""
    paragraphs = ["The Council of Lamps voiced grave concern over the reefs.", "It met in {}."]
    old, new = (from_paragraphs([one.format(place) for one in paragraphs]) for place in ("Osk", "Vell"))
    page = render(compare(old, new), "html")
    named = set(re.findall(r'href="#(rule-\w+)"', page))
    assert named
    assert named <= set(re.findall(r'id="(rule-\w+)"', page))
