"""The sets that predict are what they claim: a rewritten year, chained gold, whole statements, single sentences."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.agreement import compared
from benchmarks.chaining import chained_pairs, composed, firm_links
from benchmarks.figures import Figure, SeriesFigure, share_figure, with_series
from benchmarks.hard import measure_chained, measure_rewritten
from benchmarks.material import Text, read_texts
from benchmarks.quality import Job, main, run_jobs
from benchmarks.reporting import Result, as_json, as_tables
from benchmarks.rewriting import RewrittenPair, rewritten_pairs
from benchmarks.scoring.counts import Counts, add_up, share_of
from benchmarks.scoring.directions import score_directions, score_sentence
from benchmarks.scoring.likeness import Likeness
from benchmarks.scoring.moving import Placed, moved_groups
from benchmarks.scoring.runs import Mark
from benchmarks.scoring.whole import (
    Annotation,
    Marked,
    MarkedLink,
    NewsItem,
    blocks,
    score_news,
    score_whole_links,
)
from benchmarks.sets import ROOT, data_folder, find_sets


@pytest.fixture(scope="module")
def texts() -> tuple[Text, ...]:
    """The bundled sample as two series, of four and three issues: fiction, and always here."""
    sample = read_texts(ROOT / "corpora")
    return tuple(Text("late" if text.name >= "2022" else "early", text.name, text.paragraphs) for text in sample)


@pytest.fixture(scope="module")
def rewritten(texts: tuple[Text, ...]) -> list[RewrittenPair]:
    return rewritten_pairs(texts, 2)


def test_a_rewritten_year_is_what_it_claims(texts: tuple[Text, ...], rewritten: list[RewrittenPair]) -> None:
    """Each unit is in one group at most, inside its side; some are gone, some new; same texts, same pairs."""
    assert Counter(pair.series for pair in rewritten) == {"early": 2, "late": 2}
    for pair in rewritten:
        for side, size in ((0, len(pair.old)), (1, len(pair.new))):
            units = [at for group in pair.groups for at in group[side]]
            assert len(units) == len(set(units))
            assert set(units) < set(range(size)), "some paragraphs are gone, and some are new"
    assert any(len(old) > 1 for pair in rewritten for old, _ in pair.groups)
    assert rewritten == rewritten_pairs(texts, 2)


def test_a_rewritten_year_keeps_to_the_words_of_its_old_text(rewritten: list[RewrittenPair]) -> None:
    for pair in rewritten:
        known = {word.strip(".,;").lower() for paragraph in pair.old for word in paragraph.split()}
        for _, made in pair.groups:
            for at in made:
                assert {word.strip(".,;").lower() for word in pair.new[at].split()} <= known


def test_nobody_would_link_a_new_paragraph_of_a_rewritten_year(rewritten: list[RewrittenPair]) -> None:
    for pair in rewritten:
        made = {at for _, new in pair.groups for at in new}
        rivals = [paragraph for at, paragraph in enumerate(pair.new) if at not in made]
        likeness = Likeness([*pair.old, *pair.new])
        assert max(likeness.between(old, rival) for old in pair.old for rival in rivals) < 0.5


def test_a_series_of_one_issue_has_no_rivals_to_offer(texts: tuple[Text, ...]) -> None:
    alone = [text for text in texts if text.name == "2019"]
    assert rewritten_pairs([*alone, *(text for text in texts if text.series == "late")], 1)[0].series == "late"


def test_a_rewritten_year_is_measured_by_likeness_and_of_groups(texts: tuple[Text, ...]) -> None:
    figures = {figure.measure: figure for figure in measure_rewritten(texts, 1)}
    wanted = sum(
        int(figures[name].counts.split("/")[1]) for name in figures if name.startswith(("one to one", "several"))
    )
    assert figures["links F1"].counts.endswith(f"/{wanted} found"), "each link is in one stratum"
    assert [one.series for one in figures["links F1"].by_series] == ["early", "late"]


_LAMPS = [
    "The keepers met in the old hall of Vell on the third of May.",
    "Oil for the nine lamps will be bought from the traders of Orne this winter.",
    "A bell shall be rung at dusk whenever fog lies over the outer bar.",
]


def _later(paragraphs: list[str], *changes: tuple[str, str]) -> list[str]:
    for old, new in changes:
        paragraphs = [paragraph.replace(old, new) for paragraph in paragraphs]
    return paragraphs


def test_firm_links_are_alike_and_far_ahead_of_their_rivals() -> None:
    new = _later(_LAMPS, ("third", "ninth"), ("this winter", "next spring"))
    assert firm_links(_LAMPS, new) == {(0, 0), (1, 1), (2, 2)}
    assert firm_links(_LAMPS, [*new, _LAMPS[2]]) == {(0, 0), (1, 1)}, "two as good as each other leave a doubt"
    assert firm_links(_LAMPS, ["Dues are paid in silver by all members of the guild of pilots."]) == set()


def test_lives_that_contradict_themselves_are_dropped() -> None:
    """Links between issues, each a number with its paragraphs, are composed from the first to the last."""
    way = [((0, 0), (1, 3)), ((1, 3), (2, 1)), ((0, 1), (1, 2)), ((1, 2), (2, 0))]
    assert composed(way, 0, 2) == {(0, 1), (1, 0)}
    assert composed([*way, ((0, 1), (2, 2))], 0, 2) == {(0, 1)}, "two ways lead to two paragraphs"
    assert composed([*way, ((0, 2), (2, 2))], 0, 2) == {(0, 1), (1, 0), (2, 2)}, "a longer step closes a hole"
    assert composed([((0, 0), (1, 0)), ((1, 1), (2, 0))], 0, 2) == frozenset()


def test_chains_follow_a_paragraph_that_drifts_away() -> None:
    """Each issue rewords a little; after four of them half of the words are left, and the link is still known."""
    steps = [
        [("met in the old hall", "gathered in the old hall")],
        [("third of May", "ninth of June")],
        [("The keepers gathered", "The wardens and pilots gathered")],
        [("old hall of Vell", "new house of Sandmouth")],
    ]
    issues, paragraphs = [_LAMPS], _LAMPS
    for changes in steps:
        paragraphs = _later(paragraphs, *changes)
        issues.append(paragraphs)
    texts = [Text("lamps", str(at), tuple(issue)) for at, issue in enumerate(issues)]
    (pair,) = chained_pairs(texts)
    assert (pair.series, pair.steps) == ("lamps", 4)
    assert pair.links == {(0, 0), (1, 1), (2, 2)}
    assert firm_links(pair.old, pair.new) == {(1, 1), (2, 2)}
    counts = {figure.measure: figure.counts for figure in measure_chained(texts)}
    assert counts["found"].endswith("/1"), "paragraphs that nobody touched do not count"


def test_of_two_blocks_that_change_places_either_may_have_moved() -> None:
    def placed(*order: tuple[int, int]) -> list[Placed]:
        return [Placed((old,), (new,), words) for old, (new, words) in enumerate(order)]

    first, last = placed((1, 40), (0, 40))
    assert moved_groups([first, last]) == ([], [first, last])
    small, *others = placed((2, 10), (0, 60), (1, 60))
    assert moved_groups([small, *others]) == ([small], [small])
    assert moved_groups(placed((0, 9), (1, 9))) == ([], [])
    assert moved_groups([]) == ([], [])


def test_moved_neighbours_are_one_block() -> None:
    assert blocks({(4, 0), (5, 1), (9, 3)}) == [{(4, 0), (5, 1)}, {(9, 3)}]


def test_links_that_an_annotator_doubts_are_neither_right_nor_wrong() -> None:
    links = (
        MarkedLink((1,), (1,)),
        MarkedLink((2,), (5,), sure=False),
        MarkedLink((3, 4), (2,), moved=True),
    )
    counts = score_whole_links(Annotation(links), {(0, 0), (1, 4), (2, 1)}, {(2, 1), (1, 4)})
    assert counts["links"] == Counts(2, 3, 2, 2)
    assert counts["moves"] == Counts(1, 1, 1, 1)


def test_news_is_told_by_a_line_that_quotes_half_of_its_words() -> None:
    news = (
        NewsItem("grave concern over the reefs", "", "dropped", "softer"),
        NewsItem("", "lenses must be returned at once", "added", "firmer"),
        NewsItem("same wording", "same wording", "kept"),
    )
    marked = [Marked("voiced grave concern over the reefs", "noted the reefs", "softer")]
    counts = score_news(news, ["dropped: grave concern over reefs"], marked)
    assert counts["told"] == Counts(1, 3, 1, 3)
    assert counts["news marked"] == Counts(1, 2, 1, 2), "what was kept is not marked"
    assert counts["direction"] == counts["silent"] == Counts(1, 2, 1, 2)


def test_a_wrong_direction_is_told_from_silence() -> None:
    old, new = "The Panel urged and welcomed calm.", "The Panel invited and praised calm."
    gold = [Mark((10, 15), (10, 17), "verb", True, "softer"), Mark((20, 28), (22, 29), "verb", True, "none")]

    def said(*directions: str) -> dict[str, Counts]:
        given = [Mark(m.old, m.new, m.kind, True, said) for m, said in zip(gold, directions, strict=True)]
        return score_directions(old, new, gold, given)

    assert [said("softer", "none")[name].found for name in ("right", "silent", "wrong", "given")] == [1, 0, 0, 0]
    assert [said("none", "firmer")[name].found for name in ("right", "silent", "wrong", "given")] == [0, 1, 0, 1]
    assert said("firmer", "none")["wrong"] == Counts(1, 1, 1, 1)
    assert said("softer", "firmer")["precision"] == Counts(1, 2, 1, 2)
    assert add_up([score_sentence(None, "softer"), score_sentence("none", "softer")])["given"] == Counts(1, 1, 1, 1)


def test_a_series_with_many_pairs_does_not_hide_the_others() -> None:
    rows = [("many", Counts(1, 1, 1, 1))] * 9 + [("few", Counts(0, 1, 0, 1)), ("none", Counts())]

    def lay_out(own: list[Counts]) -> list[Figure]:
        return [share_figure("set", "found", add_up({"found": one} for one in own)["found"])]

    (figure,) = with_series(rows, lambda own: lay_out(list(own)))
    assert (figure.value, figure.over_series) == (0.9, 0.5)
    assert figure.by_series[0] == SeriesFigure("few", 1, 0.0, "0/1")
    assert with_series(rows[:9], lambda own: lay_out(list(own)))[0].by_series == ()


def _gold(folder: Path, half: str, marker: str) -> None:
    """Write a small set of every kind that has two halves: fiction, one series of two pairs and one of one."""
    old, new = (f"The Panel of {marker} {verb} all keepers to act." for verb in ("urged", "invited"))
    start = old.index("urged")
    softer = {"direction": "softer"}
    mark = {"old": [start, start + 5], "new": [start, start + 7], "kind": "verb", "substantive": True, **softer}
    item = {"old": "urged all keepers", "new": "invited all keepers", "type": "changed", **softer}
    others = ["The hall was cold and dark all day.", "Dues are paid in silver."]
    kept, moved = ({"old": [i], "new": [j], "moved": i > j, "sure": True} for i, j in ((1, 2), (3, 1)))
    by_kind = {
        "shifts": {"old": old, "new": new, "annotations": [[mark], [mark]]},
        "sentences": {"old": old, "new": new, "weight": "substantive", **softer},
        "whole": {
            "old": [old, *others],
            "new": [others[1], new, others[0]],
            "annotations": [{"links": [kept, moved], "news": [item]}] * 2,
        },
    }
    for kind, record in by_kind.items():
        rows = enumerate(("alpha", "alpha", "solitary"))
        named = [{"id": f"{marker}-{at}", "series": name, "group": name, "source": "", **record} for at, name in rows]
        (folder / f"{kind}.{half}.jsonl").write_text("\n".join(map(json.dumps, named)) + "\n", encoding="utf-8")


@pytest.mark.parametrize("option", ["--json", "--markdown", ""])
def test_no_option_prints_a_pair_of_a_blind_set(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither words nor names of pairs are printed, nor the figures of a series that is a single pair."""
    _gold(tmp_path, "blind", "Mirrors")
    _gold(tmp_path, "open", "Lanterns")
    assert main([str(tmp_path), "--corpora", str(tmp_path), *filter(None, [option])]) == 0
    printed = capsys.readouterr()
    told = printed.out + printed.err
    for word in ("Mirrors", "Lanterns", "urged", "keepers"):
        assert word not in told
    if option == "--json":
        shown = {(one["set"], s["series"]) for one in json.loads(printed.out)["figures"] for s in one["series"]}
        assert ("shifts.blind", "alpha") in shown
        alone = {name for name, series in shown if series == "solitary"}
        assert alone == {"shifts.open", "whole.open", "sentences.open"}
    else:
        halves = [printed.out.split(f"shifts.{half}, by series")[1] for half in ("blind", "open")]
        blind, open_ = (half.split("by series")[0] for half in halves)
        assert "1 of one pair not shown" in blind
        assert "solitary" not in blind
        assert "solitary" in open_


def test_an_error_in_a_blind_set_quotes_nothing() -> None:
    def broken() -> list[Figure]:
        raise ValueError("no words like 'the Panel of Mirrors'")

    result = run_jobs([Job("shifts.blind", "0", broken)], [])
    assert result.not_run == ("shifts.blind: ValueError",)


def test_a_figure_shows_the_mean_over_series_beside_the_pooled_one() -> None:
    figure = Figure("set", "found", 0.9, "9/10", (SeriesFigure("a", 9, 1.0, "9/9"), SeriesFigure("b", 1, 0.0, "0/1")))
    result = Result((figure,), {"set": "0"}, ())
    row = as_tables(result, {}).splitlines()[1].split()
    assert row[row.index("0.900") + 1] == "0.500"
    assert json.loads(as_json(result, {}))["figures"][0]["over_series"] == 0.5


def test_the_measures_are_those_of_the_scorers(tmp_path: Path) -> None:
    """On a small gold of our own; `python -m benchmarks.agreement` compares them on all of it."""
    scorers = data_folder("gold")
    if not (scorers / "score_whole.py").is_file():
        pytest.skip("the scorers are not here: they come with the gold")
    _gold(tmp_path, "open", "Lanterns")
    rows = [row for gold in find_sets(tmp_path).sets for row in compared(gold, scorers)]
    assert {row.set for row in rows} == {"shifts.open", "sentences.open", "whole.open"}
    assert len(rows) > 20
    assert [row for row in rows if not row.is_equal] == []


def test_yes_and_no_are_counted() -> None:
    assert share_of([True, False, True]) == Counts(2, 3, 2, 3)
