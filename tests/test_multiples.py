"""Small charts of many phrases: one axis for all, a dot leads to its sentence, and what is not known is hatched."""

import html
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from support.serial import reading, series

import stmtdiff
from stmtdiff.renderers.history.multiples import LEFT, WIDE, Chart, Followed, axis_of, charts
from stmtdiff.series.manifest import Reported
from stmtdiff.timeline.grid import Matrix, matrix_of
from stmtdiff.timeline.phrase_life import history
from stmtdiff.timeline.reading import Reading

PHRASES = ("passage", "ferries", "weather")


def drawn(readings: list[Reading], *phrases: str, pages: dict[str, str] | None = None) -> list[Chart]:
    lives = [history(readings, phrase, series="isles") for phrase in phrases]
    followed = [Followed(life, life.phrase, life.finding) for life in lives]
    return list(charts(followed, axis_of(lives), pages or {}))


def test_all_charts_share_one_axis_and_one_release_stands_at_one_place() -> None:
    chart, other, _ = drawn(series(), *PHRASES)
    assert [dot.x for dot in chart.dots if "2014" in dot.told] == [dot.x for dot in other.dots if "2014" in dot.told]
    places = [dot.x for one in (chart, other) for dot in one.dots]
    assert min(places) > LEFT
    assert max(places) < WIDE


def test_the_axis_is_that_of_all_series_that_are_compared() -> None:
    early = [reading(1990, ("Free passage.",)), reading(1991, ("Rain.",))]
    axis = axis_of([history(early, "passage"), history(series(), "passage")])
    assert axis.ticks[0] == (axis.at(axis.first), "1990")
    assert axis.at(axis.last) <= WIDE - 12
    steps = [place for place, _ in axis.ticks]
    assert all(after - before >= 34 for before, after in pairwise(steps))


def test_a_dot_stands_where_a_wording_comes_in_and_a_bar_as_long_as_it_stands() -> None:
    (chart,) = drawn(series(), "passage")
    assert [(dot.shape, dot.step) for dot in chart.dots] == [
        ("read", "none"), ("read", "softer"), ("absent", "softer"), ("read", "firmer"),
    ]  # fmt: skip
    first = chart.dots[0]
    assert re.match(rf"M{first.x} {first.y}H\d+", chart.bars)
    assert chart.bars.count("M") == 1  # the wording of 2011 and 2012; the others stand in one release each
    assert chart.ways.count("M") == 2  # none over the year that is not known


def test_what_is_not_known_is_hatched_and_nothing_is_drawn_across_it() -> None:
    (chart,) = drawn(series(), "passage")
    (gap,) = chart.gaps
    assert gap.told == "2013-06-01: not known"
    first, second = chart.dots[:2]
    assert first.x < gap.x < gap.x + gap.width < second.x


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_dot_of_a_text_leads_to_its_sentence_on_the_page(phrase: str) -> None:
    page = stmtdiff.render(matrix_of([history(series(), one, series="isles") for one in (phrase, "Council")]), "html")
    (chart, _) = drawn(series(), phrase, "Council")
    linked = [dot.href for dot in chart.dots if dot.shape == "read"]
    assert linked
    for href in linked:
        assert f'<a href="{href}">' in page
        sentence = page[page.index(f'<li id="{href.removeprefix("#")}">') :].partition("</li>")[0]
        assert f"<mark>{phrase}</mark>" in sentence
    assert all(not dot.href for dot in chart.dots if dot.shape == "absent")


def test_where_releases_have_pages_a_dot_leads_to_the_paragraph_there_and_no_sentence_is_repeated() -> None:
    pages = {f"isles:{year}": f"{year}.html" for year in range(2011, 2017)}
    lives = [history(series(), phrase, series="isles") for phrase in PHRASES]
    page = stmtdiff.render(matrix_of(lives), "html", pages=pages, lives={("isles", "passage"): "phrase_passage.html"})
    assert '<a href="2014.html#2">' in page
    assert '<a href="phrase_passage.html">passage</a>' in page
    assert "They thanked Bree" not in page
    assert "The sentences" not in page


def test_a_reported_wording_is_a_ring_that_leads_nowhere() -> None:
    told = Reported(formula="full passage", basis="news", source="a paper")
    readings = [reading(2001, ("A free passage.",)), reading(2002, None, told), reading(2003, ("Rain.",))]
    (chart,) = drawn(readings, "passage")
    assert [dot.shape for dot in chart.dots] == ["read", "reported", "absent"]
    assert not chart.gaps
    assert all(not dot.href for dot in chart.dots if dot.shape != "read")


def test_names_of_lanes_that_begin_alike_are_told_apart() -> None:
    words = ("passage of the northern ferries", "passage of the northern islands")
    readings = [reading(2001 + at, (f"The Council urged the unhindered {word}.",)) for at, word in enumerate(words)]
    (chart,) = drawn(readings, "unhindered passage of the northern *")
    labels = [lane.label for lane in chart.lanes]
    assert len(set(labels)) == len(labels)
    assert all(len(label) <= 18 for label in labels)


def test_one_phrase_alone_has_its_heat_map_and_many_have_it_behind() -> None:
    one, many = (
        stmtdiff.render(matrix_of([history(series(), phrase) for phrase in phrases]), "html")
        for phrases in (PHRASES[:1], PHRASES)
    )
    assert 'class="chart"' not in one
    assert "<details" not in one
    assert many.count('<section class="chart">') == len(PHRASES)
    assert many.index('class="chart"') < many.index("<details") < many.index('aria-label="Heat map"')


def without_history(matrix: Matrix, *at: int) -> str:
    columns = [replace(one, history=None) if number in at else one for number, one in enumerate(matrix.columns)]
    return html.unescape(stmtdiff.render(replace(matrix, columns=tuple(columns)), "html"))


def test_a_phrase_without_a_history_has_no_chart_and_the_page_says_so() -> None:
    """The charts of the other phrases are shown; what became of the phrase is known from its years."""
    matrix = matrix_of([history(series(), phrase) for phrase in PHRASES])
    page = without_history(matrix, 0)
    assert page.count('<section class="chart">') == len(PHRASES) - 1
    assert 'No chart of "passage", as only the counts by year are known.' in page
    assert '"passage" and "ferries" stand in the last release' in page
    assert 'No chart of "passage" and "ferries", as' in without_history(matrix, 0, 1)
    assert "No chart" not in without_history(matrix)
    assert '<section class="chart">' not in without_history(matrix, 0, 1, 2)


def test_across_series_each_phrase_says_which_series_have_no_chart() -> None:
    lives = [history(series(), phrase, series=name) for phrase in PHRASES for name in ("isles", "ports")]
    page = without_history(matrix_of(lives), 1, 2, 3)
    assert page.count('<section class="chart">') == 2 * len(PHRASES) - 3
    passage, ferries, weather = page.partition("<details")[0].split("<h2>")[1:]
    assert "No chart of ports, as" in passage
    assert "No chart of isles and ports, as" in ferries
    assert "No chart" not in weather


def test_formulas_are_charts_by_what_varies_in_them() -> None:
    readings = [
        reading(2001 + at, (f"The Council {verb} the outer harbour of Osk.",))
        for at, verb in enumerate(("closed", "closed", "opened", "opened", "closed"))
    ]
    page = stmtdiff.render(stmtdiff.history(readings), "html")
    chart = page[page.index('<section class="chart">') :].partition("</section>")[0]
    assert ">closed<" in chart
    assert ">opened<" in chart


def test_a_formula_that_dissenters_alone_have_is_none_of_the_body() -> None:
    vote = "Voting against the action was Ada Orne, who preferred a firm and early warning of the {} tides."
    texts = [("The Council kept the dues.", vote.format(word)) for word in ("spring", "winter", "summer", "autumn")]
    readings = [reading(2001 + at, text) for at, text in enumerate(texts)]
    found = stmtdiff.history(readings).found
    assert not [one for one in found if not any(entry.holds for entry in one.history.entries)]
