"""The pages of histories, matrices and threads: whole without network and script, and text stays text."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from support.serial import reading, series

import stmtdiff
from stmtdiff.renderers.history.drawing import draw
from stmtdiff.renderers.matrix.heat import heat_map
from stmtdiff.timeline.grid import matrix_of
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.thread import trace, trace_topic

ATTACK = (
    '<img src=x onerror="alert(1)"></title><script>document.hacked=1</script> \x1b[2J {{ 7*7 }} full passage of "it"'
)


def hostile() -> list[Reading]:
    first, second = ATTACK, ATTACK.replace("full passage", "full and free passage")
    return [reading(2001, (first,)), reading(2002, None), reading(2003, (second,)), reading(2004, (first,))]


RESULTS: dict[str, Callable[[list[Reading]], Any]] = {
    "history": lambda readings: history(readings, "passage", series="<b>isles</b>"),
    "formulas": lambda readings: stmtdiff.history(readings),
    "matrix": lambda readings: matrix_of([history(readings, "passage", series="<b>isles</b>")]),
    "many": lambda readings: matrix_of(
        [history(readings, phrase, series=name) for phrase in ("passage", "full*") for name in ("<b>isles</b>", "x")]
    ),
    "trace": lambda readings: trace(readings, 0),
    "topic": lambda readings: trace_topic(readings, "passage"),
}


class Seen(HTMLParser):
    """The elements of a page, and the text outside of its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.open.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the name that the parser calls it by
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open[-1:]:
            self.text += data


@pytest.mark.parametrize("name", RESULTS)
def test_a_hostile_statement_is_text(name: str):
    page = stmtdiff.render(RESULTS[name](hostile()), "html")
    seen = Seen(page)
    assert not {"script", "img", "b"} & set(seen.names) - ({"b"} if name in ("trace", "topic") else set())
    assert not [attribute for attribute in seen.attributes if attribute.startswith("on") or attribute == "style"]
    assert "\x1b" not in page
    assert "49" not in seen.text
    if name in ("trace", "topic"):
        assert "onerror" in seen.text
        assert "{{ 7*7 }}" in seen.text


@pytest.mark.parametrize("name", RESULTS)
def test_a_page_asks_for_nothing_and_allows_nothing_but_its_own_style(name: str):
    page = stmtdiff.render(RESULTS[name](series()), "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1].replace("&#39;", "'")
    assert "script-src" not in policy[1]
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "@import" not in page
    assert page == stmtdiff.render(RESULTS[name](series()), "html")


def test_the_table_behind_a_time_line_says_all_that_the_line_shows():
    life = history(series(), "passage", series="isles")
    seen = " ".join(Seen(stmtdiff.render(life, "html")).text.split())
    for words in ("full and unhindered passage", "Many Delegates", "called for", "back for the first time since 2014"):
        assert words in seen
    assert "2013?unknown" in seen


def test_each_release_has_a_place_on_the_line_and_gaps_join_nothing():
    drawing = draw(history(series(), "passage"))
    assert [point.shape for point in drawing.points] == ["read", "read", "read", "absent", "read"]
    assert [gap.told for gap in drawing.gaps] == ["2013-06-01: not known"]
    first, second, third, *_ = drawing.points
    assert second.x < drawing.gaps[0].x < third.x
    assert (first.x, second.x) in [(way.x1, way.x2) for way in drawing.ways]
    assert (second.x, third.x) not in [(way.x1, way.x2) for way in drawing.ways]
    assert [said.text for said in drawing.said] == ["Many Delegates", "dropped", "back"]
    assert max(point.x for point in drawing.points) < drawing.width


def test_wordings_stand_by_strength_and_a_step_has_the_colour_of_its_direction():
    drawing = draw(history(series(), "passage"))
    assert drawing.is_ladder
    assert (drawing.lanes[0].label, drawing.lanes[-1].told) == ("full and unhindered", "not there")
    assert [point.step for point in drawing.points] == ["none", "none", "softer", "softer", "firmer"]


def test_without_a_rule_that_tells_them_apart_wordings_stand_as_they_came():
    readings = [reading(2001, ("A red passage.",)), reading(2002, ("A blue passage.",))]
    drawing = draw(history(readings, "passage"))
    assert not drawing.is_ladder
    assert [lane.label for lane in drawing.lanes] == ["red", "blue"]
    assert {point.step for point in drawing.points} == {"none"}


def test_each_point_leads_to_a_sentence_of_the_page():
    page = stmtdiff.render(history(series(), "passage"), "html")
    targets = set(re.findall(r'href="#(s\d+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="(s\d+)"', page))
    assert "<mark>passage</mark>" in page


def test_many_wordings_share_a_lane():
    words = "deep grave fair full great high low large new open".split()
    readings = [reading(2001 + at, (f"A {word} passage.",)) for at, word in enumerate(words)]
    drawing = draw(history(readings, "passage"))
    assert "other wordings" in [lane.label for lane in drawing.lanes]
    assert len(drawing.points) == len(readings)


def test_a_heat_map_shades_by_the_part_of_the_statements_and_hatches_what_is_not_known():
    twice = [reading(2010, ("Passage.",)), reading(2010, ("Rain.",)), reading(2011, None), reading(2013, ("Rain.",))]
    cells = heat_map(matrix_of([history(twice, "passage")])).rows[0].cells
    assert [(cell.text, cell.look, cell.is_unknown) for cell in cells] == [
        ("1/2", "s2", False),
        ("?", "", True),
        ("-", "", False),
        ("0", "s0", False),
    ]


def test_a_point_leads_to_a_line_also_where_the_phrase_was_never_there_before():
    readings = [reading(2001, ("Rain.",)), reading(2002, ("Rain again.",)), reading(2003, ("A red passage.",))]
    page = stmtdiff.render(history(readings, "passage"), "html")
    assert set(re.findall(r'href="#(s\d+)"', page)) == set(re.findall(r'id="(s\d+)"', page)) == {"s0", "s1"}


def test_a_page_links_to_the_pages_of_releases_that_it_was_told_of():
    life = history(series(), "passage", series="isles")
    page = stmtdiff.render(life, "html", pages={"isles:2011": "a.html"})
    assert '<a href="a.html">2011' in page
    assert '<a href="a.html#2" aria-label="2 in the text">2</a>' in page
    assert page.count("a.html") == 2
