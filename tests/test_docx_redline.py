"""A redline is the new statement when all of it is accepted, and the old one when all of it is rejected."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support import hostile, word
from support.strategies import shuffled, units

import stmtdiff
from stmtdiff.errors import RenderError
from stmtdiff.loaders import load_bytes
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.renderers.docx import markup
from stmtdiff.settings import ReadOptions

WORD = {"w": markup.NAMESPACE}


def redline(old: Statement, new: Statement, **options: str) -> bytes:
    return stmtdiff.render(stmtdiff.compare(old, new), "docx", **options)


def of(*paragraphs: str) -> Statement:
    return stmtdiff.from_paragraphs(paragraphs)


def said(statement: Statement) -> list[str]:
    """Return the paragraphs and notes of a statement as Word can hold them: one line each, printed number first."""
    spans = sorted([*(paragraph.span for paragraph in statement.paragraphs), *statement.notes])
    return [line for span in spans if (line := folded(spelled(span.of(statement.text))))]


def read(raw: bytes, *, original: bool) -> list[str]:
    with suppress(stmtdiff.StmtdiffError):  # a statement without text gives a document without text
        text = load_bytes(raw, ReadOptions(original=original)).text
        return [line for line in map(folded, text.split("\n\n")) if line]
    return []


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def spelled(text: str) -> str:
    return "".join(letter if is_xml(letter) else f"<U+{ord(letter):04X}>" for letter in text)


def is_xml(letter: str) -> bool:
    code = ord(letter)
    return letter in "\t\n\r\x0b\x0c" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF


def check(old: Statement, new: Statement) -> bytes:
    raw = redline(old, new)
    assert read(raw, original=True) == said(old)
    assert read(raw, original=False) == said(new)
    return raw


def document(raw: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def tags(raw: bytes) -> list[str]:
    """Return what is tracked, in order: "ins", "del", "moveFrom" ..., with a pilcrow for the end of a paragraph."""
    found = document(raw).xpath("//w:ins|//w:del|//w:moveFrom|//w:moveTo", namespaces=WORD)
    return [etree.QName(tag).localname + ("¶" if tag.getparent().tag.endswith("rPr") else "") for tag in found]


A, B, C = (
    "Ministers welcomed the reopening of the ferry between Quarrel Bay and Tern Point.",
    "Participants urged the harbour masters to publish the charts of the inner shoals.",
    "The Secretariat will report on the state of the lights before the next winter.",
)


# Both statements come back


@pytest.mark.parametrize(("old", "new"), [("2019", "2021"), ("2023", "2024"), ("2024", "2025"), ("2025", "2024")])
def test_the_sample_comes_back_paragraph_by_paragraph(old: str, new: str) -> None:
    check(stmtdiff.load(f"sample:{old}"), stmtdiff.load(f"sample:{new}"))


PAIRS = {
    "the same": ([A, B], [A, B]),
    "a word": ([A], [A.replace("welcomed", "noted")]),
    "added first": ([B], [A, B]),
    "added last": ([A], [A, B, C]),
    "removed first": ([A, B], [B]),
    "removed last": ([A, B, C], [A]),
    "another end": ([A, B], [A, "Nothing of this was agreed, and the meeting was adjourned."]),
    "split": ([f"{A} {B}", C], [A, B, C]),
    "merged": ([A, B, C], [f"{A} {B}", C]),
    "moved": ([A, B, C], [B, C, A]),
    "moved to the front": ([A, B, C], [C, A, B]),
    "moved and edited": ([A, B, C], [B, C, A.replace("ferry", "night ferry").replace("Ministers", "The Ministers")]),
    "split and moved": ([f"{A} {B}", C], [C, A, B]),
    "all gone": ([A, B], []),
    "all new": ([], [A, B]),
    "nothing": ([], []),
    "a quotation mark": (["The Forum’s charts “stay” open."], ["The Forum's charts \"stay\" open."]),
    "sentences changed places": ([f"{A} {B} {C}"], [f"{C} {B} {A}"]),
    "controls and signs": (["Ports \x00 & <lights> \ud800 \uf0b7 stay\u00a0open \ufffe."], ["Ports & <lights>\x1b"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), PAIRS.values(), ids=list(PAIRS))
def test_both_sides_come_back(old: list[str], new: list[str]) -> None:
    check(of(*old), of(*new))


def test_no_empty_paragraph_is_left_at_the_end() -> None:
    """Word cannot delete the last end of a paragraph, so what goes or comes there moves the one before."""
    for name, count in (("added last", 3), ("removed last", 3), ("another end", 2), ("all gone", 2), ("all new", 2)):
        raw = redline(*(of(*side) for side in PAIRS[name]))
        paragraphs = document(raw).xpath("//w:p", namespaces=WORD)
        assert len(paragraphs) == count, name
        assert not paragraphs[-1].xpath("w:pPr/w:rPr", namespaces=WORD), name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["In Arden.", "Nor at night."], ["In Osk.", "Nor at night."]),
        (["In Arden."], ["In Arden.", "Nor at night."]),
        (["In Arden.", "Nor at night."], []),
    ],
    ids=["a word", "a paragraph came", "the note went"],
)
def test_a_note_of_several_paragraphs_comes_back(old: list[str], new: list[str]) -> None:
    def noted(*paragraphs: str) -> Statement:
        marks = [word.refer("footnote", 2)] if paragraphs else []
        inner = word.note("footnote", 2, *map(word.p, paragraphs)) if paragraphs else ""
        raw = word.word(word.p("Ports", *marks, " stay open."), word.p(B), footnotes=inner)
        return parse(load_bytes(raw))

    check(noted(*old), noted(*new))


@given(st.one_of(st.tuples(units, units), st.tuples(shuffled(), shuffled())))
def test_any_two_lists_of_paragraphs_come_back(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    check(of(*old), of(*new))


variants = [sentence.replace("The", "Each").replace("the", "that") for sentence in (A, B, C)]
shorts = ["Trade grew.", "It met on 3 May 2031.", "Nobody dissented from any of these words."]
sentences = st.sampled_from([A, B, C, *variants, *shorts])
drafts = st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=1, max_size=7)


@st.composite
def redrafts(draw: Callable[..., list[list[str]]]) -> tuple[list[str], list[str]]:
    """Return a text and what became of it: paragraphs moved, split, merged, dropped, words changed."""
    old = draw(drafts)
    new = [list(paragraph) for paragraph in old]
    steps = draw(st.lists(st.tuples(st.sampled_from("msjdwa"), st.integers(0, 6), st.integers(0, 6)), max_size=5))
    for step, first, second in steps:
        at, to = first % max(1, len(new)), second % max(1, len(new))
        if not new or step == "a":
            new.insert(to, [C, "Trade grew."])
        elif step == "m":
            new.insert(to, new.pop(at))
        elif step == "s":
            new[at : at + 1] = [new[at][:1], new[at][1:]] if len(new[at]) > 1 else [new[at]]
        elif step == "j":
            new[at : at + 2] = [[sentence for paragraph in new[at : at + 2] for sentence in paragraph]]
        elif step == "d":
            del new[at]
        else:
            new[at] = [new[at][0].replace(" the ", " any "), *new[at][1:]]
    return [" ".join(paragraph) for paragraph in old], [" ".join(paragraph) for paragraph in new]


@given(redrafts())
def test_moves_splits_and_merges_come_back(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    check(of(*old), of(*new))


def test_notes_come_back() -> None:
    old = "1. Ports stay open.¹\n\n2. Lights are lit.\n\n¹ Of the north.\n\n² Nor in fog.\n"
    new = "1. Ports stay open.¹\n\n2. Lights are lit.\n\n¹ Of the south.\n"
    check(stmtdiff.parse(old), stmtdiff.parse(new))


def test_notes_stand_where_the_statement_has_them() -> None:
    old = (
        "1. Ports stay.\u00b9\n\n\u00b9 Of the north.\n\n2. Lights are lit.\u00b2\n\n\u00b2 Nor in fog.\n\n3. It rose."
    )
    check(stmtdiff.parse(old), stmtdiff.parse(old.replace("north", "south").replace("are lit", "were lit")))
    ends = (
        "1. Ports stay.\u00b9\n\n2. Lights are lit.\u00b2\n\n3. It rose.\n\n\u00b9 Of the north.\n\n\u00b2 Nor in fog."
    )
    raw = check(stmtdiff.parse(old), stmtdiff.parse(ends))
    assert "moveFrom" in tags(raw), "a note that stands elsewhere is moved"
    assert not {"ins", "del"} & set(tags(raw)), "and the paragraphs stay"


def test_a_note_inside_a_paragraph_that_was_split_stands_behind_it() -> None:
    first, second = (
        "The lamps of the outer reef were lit by the pilots of Osk",
        "and all ferries left at dawn with them",
    )
    old = stmtdiff.parse(f"1. {first}, {second}.\n\n2. It rose.")
    new = stmtdiff.parse(f"1. {first}.\u00b9\n\n\u00b9 In fog.\n\n2. {second.capitalize()}.\n\n3. It rose.")
    report = stmtdiff.compare(old, new)
    assert [link.kind for link in report.links] == ["split", "same"]
    raw = redline(old, new)
    assert read(raw, original=True) == said(old)
    note, *paragraphs = sorted(said(new), key=lambda line: not line.startswith("\u00b9"))
    assert read(raw, original=False) == [*paragraphs[:2], note, paragraphs[2]]
    assert "".join(document(raw).xpath("//w:del//w:delText/text()", namespaces=WORD)).count("lamps") == 0


NOTED = st.lists(
    st.sampled_from([A, B, C, "\u00b9 By vote.", "\u00b2 In fog.", "\u00b2 At sea.", "\u00b3 Of Osk."]), max_size=7
)


@given(NOTED, NOTED)
def test_paragraphs_and_notes_come_back_wherever_they_stand(before: list[str], after: list[str]) -> None:
    """No line is lost or doubled; where no paragraph was split or merged, each stands in its place."""
    old, new = stmtdiff.parse("\n\n".join(before)), stmtdiff.parse("\n\n".join(after))
    raw = redline(old, new)
    is_plain = all(len(link.old) < 2 and len(link.new) < 2 for link in stmtdiff.compare(old, new).links)
    for statement, original in ((old, True), (new, False)):
        found, wanted = read(raw, original=original), said(statement)
        assert found == wanted if is_plain else sorted(found) == sorted(wanted)


# What an editor sees


def test_a_moved_paragraph_is_a_move_and_keeps_the_changes_inside_it() -> None:
    raw = redline(*(of(*side) for side in PAIRS["moved and edited"]))
    xml = document(raw)
    names = xml.xpath("//w:moveFromRangeStart/@w:name|//w:moveToRangeStart/@w:name", namespaces=WORD)
    assert names == ["move1", "move1"]
    for way in ("From", "To"):
        starts, ends = (xml.xpath(f"//w:move{way}Range{end}/@w:id", namespaces=WORD) for end in ("Start", "End"))
        assert starts == ends
    left, reached, gained = (
        xml.xpath(f"//w:{tag}/w:r/w:t/text()", namespaces=WORD) for tag in ("moveFrom", "moveTo", "ins")
    )
    assert "".join(left) == A
    assert left == reached
    assert gained == ["The ", " night"]
    assert "moveFrom¶" in tags(raw)
    assert not xml.xpath("//w:ins//w:del|//w:moveTo//w:del|//w:moveFrom//w:ins", namespaces=WORD)


def test_a_split_inserts_the_end_of_a_paragraph_and_a_merge_deletes_it() -> None:
    assert tags(redline(*(of(*side) for side in PAIRS["split"]))) == [
        "ins¶",
        "del",
    ]  # the end, and the space that it replaces
    assert "del¶" in tags(redline(*(of(*side) for side in PAIRS["merged"])))


def test_a_phrase_is_one_change() -> None:
    old, new = "It is closely watching harbour traffic.", "It remains ready to watch harbour traffic."
    xml = document(redline(of(old), of(new)))
    assert ["".join(xml.xpath(f"//w:{tag}/w:r/*/text()", namespaces=WORD)) for tag in ("del", "ins")] == [
        "is closely watching",
        "remains ready to watch",
    ]


def test_headings_have_styles_and_numbers_are_printed() -> None:
    statement = stmtdiff.load("sample:2025")
    raw = redline(stmtdiff.load("sample:2024"), statement)
    again = stmtdiff.parse(load_bytes(raw).text)
    assert [p.label.value for p in again.paragraphs if p.label] == [
        p.label.value for p in statement.paragraphs if p.label
    ]
    headings = [p.body.of(statement.text) for p in statement.paragraphs if p.role == "heading"]
    xml = document(raw)
    styled = xml.xpath("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]", namespaces=WORD)
    accepted = ["".join(p.xpath("w:r/w:t/text()|w:ins/w:r/w:t/text()", namespaces=WORD)) for p in styled]
    assert [text for text in accepted if text] == headings


def test_what_rules_say_stands_in_comments() -> None:
    old, new = of("The Forum voiced grave concern over the reefs."), of("The Forum voiced concern over the reefs.")
    raw = redline(old, new, author="Ada Clerk")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    assert comments.xpath("string(.)") == "softer: 'grave concern' -> 'concern' [GEN105, 80 in 100]"
    assert comments.xpath("//@w:author|//@w:initials", namespaces=WORD) == ["Ada Clerk", "AC"]
    assert document(raw).xpath("//w:commentReference/@w:id", namespaces=WORD) == ["0"]


@pytest.mark.parametrize("goes_far", [False, True], ids=["within its paragraph", "to another"])
def test_the_comment_on_an_edit_stands_at_the_sentence_that_moved(goes_far: bool) -> None:
    """The sentence is deleted where it stood and inserted where it is, whole; what a rule says is at the new place."""
    grave = "The Forum voiced grave concern over the closing of the ferry schools."
    old = of(f"{grave} {A} {B}", C)
    edited = grave.replace("grave ", "")
    raw = check(old, of(f"{A} {B}", f"{C} {edited}") if goes_far else of(f"{A} {B} {edited}", C))
    marked = document(raw).xpath("//w:ins[.//w:commentReference]", namespaces=WORD)
    assert [" ".join(one.xpath(".//w:t/text()", namespaces=WORD)).strip() for one in marked] == [edited]


def test_a_note_is_tracked_phrase_by_phrase_with_what_rules_say() -> None:
    text = "It met.\u00b9\n\n\u00b9 Ships may {}enter in fog.\n\n\u00b2 At sea."
    raw = check(stmtdiff.parse(text.format("never ")), stmtdiff.parse(text.format("")))
    assert document(raw).xpath("//w:del//w:delText/text()", namespaces=WORD) == [" never"]
    assert not document(raw).xpath("//w:ins", namespaces=WORD)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    assert comments.xpath("string(.)") == "error: negation 'never' dropped [GEN101]"
    same = redline(*[stmtdiff.parse(text.format(""))] * 2)
    assert not document(same).xpath("//w:commentReference", namespaces=WORD)


def test_a_note_under_another_number_keeps_its_words() -> None:
    text = "It met.{}\n\nIt rose.{}\n\n"
    old = stmtdiff.parse(text.format("", "\u00b9") + "\u00b9 At the end of the year, by vote.")
    new = stmtdiff.parse(text.format("\u00b9", "\u00b2") + "\u00b9 In Osk.\n\n\u00b2 At the end of the year, by vote.")
    dropped = document(check(old, new)).xpath("//w:del//w:delText/text()", namespaces=WORD)
    assert "".join(dropped) == "\u00b9\u00b9"


def test_author_and_date_are_the_users_or_the_statements_and_never_the_clocks() -> None:
    old, new = stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")

    def signed(**options: str) -> tuple[set[str], set[str]]:
        xml = document(redline(old, new, **options))
        dates = xml.xpath("//@w:date", namespaces=WORD)
        return set(xml.xpath("//@w:author", namespaces=WORD)), {date[:10] for date in dates}

    assert signed() == ({"stmtdiff"}, {"2025-07-11"})
    assert signed(author='A "<&> Clerk\x00', date="2026-01-31") == ({'A "<&> Clerk<U+0000>'}, {"2026-01-31"})
    undated = redline(of(A), of(B))
    assert set(document(undated).xpath("//@w:date", namespaces=WORD)) == {"1980-01-01T00:00:00Z"}
    for date in ("yesterday", "2026-02-30", "20260131"):
        with pytest.raises(RenderError, match="is not a date"):
            redline(old, new, date=date)


def test_the_same_pair_gives_the_same_bytes() -> None:
    old, new = stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")
    raw = redline(old, new)
    assert raw == redline(old, new)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_every_number_of_a_change_is_used_once() -> None:
    xml = document(redline(stmtdiff.load("sample:2024"), stmtdiff.load("sample:2025")))
    names = "ins del moveFrom moveTo moveFromRangeStart moveToRangeStart".split()
    numbers = [number for name in names for number in xml.xpath(f"//w:{name}/@w:id", namespaces=WORD)]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"\d+", number) for number in numbers)


def test_no_words_become_markup_fields_links_or_parts() -> None:
    """Whatever stands in a statement, a rule or an author's name is text, and nothing else is made of it."""
    calm, attacked = (
        stmtdiff.render(hostile.report(attacks), "docx", author=author)
        for attacks, author in ((hostile.PEACE, "Clerk"), (hostile.ATTACKS, " ".join(hostile.ATTACKS)))
    )
    assert elements(attacked) == elements(calm)
    with zipfile.ZipFile(io.BytesIO(attacked)) as archive:
        assert "External" not in "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels"))


def elements(raw: bytes) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return every kind of element of every part, with the names of its attributes."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    return {(name, node.tag, tuple(sorted(node.attrib))) for name, root in parts.items() for node in root.iter()}
