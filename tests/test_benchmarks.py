"""What was reached stays reached; the measures are what they say; made pairs are what they claim."""

import json
import signal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import stmtdiff.comparison
from benchmarks import floors as kept
from benchmarks import reading
from benchmarks.construct import FAMILIES, make_pairs, make_strangers
from benchmarks.figures import Figure
from benchmarks.floors import Floor, SetFloors, raise_floors, read_floors, write_floors
from benchmarks.material import Text, parts
from benchmarks.profiling import stages
from benchmarks.quality import Job, find_jobs, main, run_jobs
from benchmarks.results import SetResults, merged, read_results, write_results
from benchmarks.rivals import OWN, as_source
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.links import off_chain, score_links
from benchmarks.scoring.runs import Mark
from benchmarks.scoring.shifts import score_shifts
from benchmarks.scoring.spans import score_spans
from benchmarks.sets import ROOT, data_folder
from benchmarks.speed import find_pairs, pair_table, slope
from benchmarks.synthetic import Writer
from benchmarks.timing import in_turns
from stmtdiff.loaders import load
from stmtdiff.outline import parse

FLOORS = read_floors()
JOBS = {job.name: job for job in find_jobs(data_folder("gold"), data_folder("corpora"))[0]}


def _job(name: str) -> Job:
    """Return the set `name`, or skip: the data are others' and do not lie in the repository."""
    if name not in JOBS:
        pytest.skip(f"the data of {name} are not here: see docs/benchmarks.md")
    if JOBS[name].sha256 != FLOORS[name].sha256:
        pytest.skip(f"the data of {name} are not those that its floors were measured on")
    return JOBS[name]


@lru_cache
def _measured(name: str) -> dict[str, float | None]:
    return {figure.measure: figure.value for figure in _job(name).run()}


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    values = _measured(name)
    fallen = {
        measure: (values[measure], floor.limit)
        for measure, floor in FLOORS[name].measures.items()
        if (value := values[measure]) is None or not floor.is_kept(value)
    }
    assert fallen == {}


@pytest.mark.parametrize("name", read_results())
def test_readme_claims_no_more_than_is_measured(name: str) -> None:
    """A figure may lag a hundredth behind; `python -m benchmarks.quality --write` measures anew."""
    values, floors = _measured(name), FLOORS[name].measures
    boasts = {
        measure: (values[measure], shown)
        for measure, shown in read_results()[name].measures.items()
        if (value := values[measure]) is None
        or (shown - value) * (-1 if floors[measure].at_most is not None else 1) > 0.01
    }
    assert boasts == {}


def test_a_floor_is_raised_by_a_better_figure_and_by_no_other() -> None:
    floors = {
        "set": SetFloors(
            "a" * 64, measures={"good": Floor(at_least=0.7, target=0.8), "bad": Floor(at_most=0.02, target=0.01)}
        )
    }

    def after(good: float, bad: float, sha256: str = "a" * 64) -> list[float]:
        figures = [Figure("set", "good", good, ""), Figure("set", "bad", bad, "")]
        return [floor.limit for floor in raise_floors(floors, figures, {"set": sha256})["set"].measures.values()]

    assert after(0.69999, 0.03) == [0.7, 0.02]
    assert after(0.7519, 0.0151) == [0.751, 0.016]
    assert after(0.805, 0.004) == [0.8, 0.01], "a figure past its target keeps a hundredth of play, down to the target"
    assert after(0.9, 0.0) == [0.89, 0.01]
    assert after(0.9, 0.0, sha256="b" * 64) == [0.7, 0.02], "other data say nothing of these floors"


def test_floors_set_by_hand_stay() -> None:
    floors = {"set": SetFloors("a" * 64, "low on purpose", {"good": Floor(at_least=0.7)})}
    assert raise_floors(floors, [Figure("set", "good", 0.9, "")], {"set": "a" * 64}) == floors


def test_results_of_sets_that_were_not_measured_stay(tmp_path: Path) -> None:
    before = {
        "tetra.spans": SetResults("a" * 64, {"exact F1": 0.5}),
        "redlines_bench": SetResults("b" * 64, {"moves": 0.7}),
    }
    figures = [Figure("tetra.spans", "exact F1", 0.64449, ""), Figure("tetra.spans", "overlap F1", 0.9, "")]
    after = merged(before, figures, {"tetra.spans": "c" * 64})
    assert after == {**before, "tetra.spans": SetResults("c" * 64, {"exact F1": 0.644})}, "only what the README shows"
    write_results(after, tmp_path / "results.toml")
    assert read_results(tmp_path / "results.toml") == after


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    write_floors(FLOORS, path)
    assert read_floors(path) == FLOORS
    assert FLOORS["shifts.dev"].by_hand
    assert path.read_text(encoding="utf-8") == kept.PATH.read_text(encoding="utf-8")


def test_every_floor_points_one_way() -> None:
    for own in FLOORS.values():
        for measure, floor in own.measures.items():
            assert (floor.at_least is None) != (floor.at_most is None), measure


def test_a_set_that_cannot_be_run_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing, unreadable and unknown sets each get a sentence, and the others are still measured."""
    pair = {"id": "x", "old": "The panel met.", "new": "The panel met.", "unit": "char", "edits": []}
    (tmp_path / "tetra.spans.jsonl").write_text(json.dumps(pair), encoding="utf-8")
    (tmp_path / "shifts.dev.jsonl").write_text('{"id": 3}\n', encoding="utf-8")
    (tmp_path / "novels.jsonl").write_text("{}\n", encoding="utf-8")
    assert main([str(tmp_path), "--corpora", str(tmp_path), "--json"]) == 0
    printed = capsys.readouterr()
    assert {figure["set"] for figure in json.loads(printed.out)["figures"]} == {"tetra.spans"}
    for told in (
        "novels.jsonl: no reader",
        "shifts.dev: ValidationError",
        "no such file",
        "no texts to make pairs from",
    ):
        assert told in printed.err


def test_identical_units_do_not_count_in_the_headline() -> None:
    """Links of equal texts are taken out on both sides, right or wrong."""
    old, new = ["Same  words.", "We urge all."], ["Same words.", "We call on all."]
    counts = score_links(old, new, {(0, 0), (1, 1)}, {(0, 0)})
    assert counts["all"] == Counts(1, 2, 1, 1)
    assert counts["non-identical"] == Counts(0, 1, 0, 0)


def test_an_undecided_link_is_neither_right_nor_wrong() -> None:
    units = ["a", "b"], ["c", "d"]
    assert score_links(*units, {(0, 0)}, {(0, 0), (1, 1)}, undecided={(1, 1)})["all"] == Counts(1, 1, 1, 1)


def test_what_moved_is_off_the_heaviest_chain() -> None:
    """A group that several links hold together weighs as many as they are."""
    assert off_chain({(0, 2), (1, 0), (2, 1)}) == {(0, 2)}
    assert off_chain({(0, 3), (0, 4), (0, 5), (1, 0), (2, 1)}) == {(1, 0), (2, 1)}
    assert off_chain(set()) == set()


def test_marks_that_touch_are_one() -> None:
    """Whoever marks a replacement as two neighbours has marked the same shift."""
    old, new = "The Meeting urged restraint.", "The Meeting called for restraint."
    gold = [Mark((12, 17), (12, 22), "verb", True)]
    halves = [Mark((12, 17), (12, 18), "verb", True), Mark(None, (19, 22), "verb", True)]
    assert score_shifts(old, new, gold, gold)["exact"].f1 == 1
    counts = score_shifts("a b c d", "e f g h", [Mark((0, 3), (0, 3), "verb", True)], [
        Mark((0, 1), (0, 1), "verb", False), Mark((2, 3), (2, 3), "verb", True),
    ])  # fmt: skip
    assert counts["exact"] == Counts(1, 1, 1, 1)
    assert counts["routine"] == Counts(1, 1, 1, 1), "a run is substantive as soon as one of its marks is"
    assert score_shifts(old, new, gold, halves)["exact"].f1 == 0, "one side alone does not touch a replacement"
    assert score_shifts(old, new, gold, halves)["found"] == Counts(1, 1, 1, 1)


def test_the_answer_that_agrees_best_counts() -> None:
    one, other = ((0, 3), (0, 4)), ((5, 9), None)
    assert score_spans([[one], [other]], [other])["exact"] == Counts(1, 1, 1, 1)
    assert score_spans([[one]], [other])["overlap"] == Counts(0, 1, 0, 1)


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    """The bundled sample, cut in two series: fiction, and always here."""
    read = []
    for path in sorted((ROOT / "corpora" / "sample").glob("*.txt")):
        statement = parse(load(path))
        bodies = tuple(" ".join(paragraph.body.of(statement.text).split()) for paragraph in statement.paragraphs)
        read.append(Text("late" if path.stem >= "2024" else "early", path.stem, bodies))
    return read


def test_made_pairs_are_what_they_claim(texts: list[Text]) -> None:
    """Groups lie inside both sides, no unit is in two, and what counts as moved is linked."""
    pairs = make_pairs(texts, 2)
    assert [pair.family for pair in pairs[::2]] == list(FAMILIES)
    for pair in pairs:
        old = [i for group in pair.groups for i in group[0]]
        new = [j for group in pair.groups for j in group[1]]
        assert len(old) == len(set(old))
        assert len(new) == len(set(new))
        assert max(old) < len(pair.old)
        assert max(new) < len(pair.new)
        linked = {group[0] for group in pair.groups}
        assert all(linked & move for move in pair.moves)
    assert pairs == make_pairs(texts, 2)


def test_the_families_do_what_they_are_called(texts: list[Text]) -> None:
    pairs = {pair.family: pair for pair in make_pairs(texts, 1)}
    assert any(len(new) > 1 for _, new in pairs["split"].groups)
    assert any(len(old) > 1 for old, _ in pairs["merged"].groups)
    first, last = max((old for old, _ in pairs["merged from afar"].groups), key=len)
    assert last - first > 1
    assert {len(move) for move in pairs["swapped with a twin"].moves} == {2}
    for family in ("moved near", "moved far", "moved and edited", "block moved", "split and moved", "merged and moved"):
        ordered = sorted(pairs[family].groups)
        crossing = [a for a, b in pairwise(ordered) if a[1] > b[1]]
        assert crossing, family


def test_strangers_share_no_boilerplate(texts: list[Text]) -> None:
    for old, new in make_strangers([*texts, Text("long", "x", texts[-1].paragraphs * 2)], 4):
        assert set(old).isdisjoint(new)


def test_a_paragraph_is_cut_where_a_drafter_could_cut_it() -> None:
    text = (
        "We met in the north harbour on that day. We noted the report of the harbour panel; "
        "and we will meet again in the south bay."
    )
    assert parts(text, 7) == [
        "We met in the north harbour on that day.",
        "We noted the report of the harbour panel;",
        "we will meet again in the south bay.",
    ]
    assert parts("We met. We left.", 7) == ["We met. We left."]


def test_a_broken_set_does_not_stop_the_others() -> None:
    def broken() -> list[Figure]:
        raise ValueError("no such thing")

    fine = Job("fine", "0", lambda: [Figure("fine", "m", 1.0, "1/1")])
    result = run_jobs([Job("broken", "0", broken), fine], ["absent: no such file"])
    assert [figure.set for figure in result.figures] == ["fine"]
    assert result.not_run == ("absent: no such file", "broken: ValueError: no such thing")


def test_synthetic_statements_have_the_length_asked_for_and_are_rewritten_like_real_ones() -> None:
    old, new = Writer("a seed").pair(3_000)
    assert (old, new) == Writer("a seed").pair(3_000)
    for text in (old, new):
        assert 2_700 < len(text.split()) < 3_500
    report = stmtdiff.compare(parse(as_source(old)), parse(as_source(new)))
    kinds = {link.kind for link in report.links}
    assert {"same", "changed"} <= kinds
    assert sum(link.kind == "same" for link in report.links) > len(report.links) / 3


def test_the_exponent_is_that_of_the_power_law() -> None:
    assert slope([(words, 7 * words**1.25) for words in (10, 100, 1_000, 5_000)]) == pytest.approx(1.25)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="without signals nothing stops a slow run")
def test_who_is_too_slow_gets_no_times() -> None:
    """A rival that nobody would wait for is named and does not hold up the others."""
    times = in_turns({"quick": lambda: None, "slow": lambda: signal.raise_signal(signal.SIGALRM)}, runs=3, limit=1)
    assert len(times["quick"]) == 3
    assert times["slow"] == []


def test_the_stages_add_up_to_the_whole_and_leave_no_clock_behind() -> None:
    before = stmtdiff.comparison.align
    rows = stages("1. We met.\n\n2. We noted it.", "1. We met.\n\n2. We urge it.", 1)
    assert [row[0] for row in rows] == ["parse", "align", "shifts", "rules", "notices", "the rest", "whole"]
    assert stmtdiff.comparison.align is before


def test_without_the_real_statements_the_sample_is_timed(tmp_path: Path) -> None:
    pairs, absent = find_pairs(tmp_path)
    assert [pair.old.parent.name for pair in pairs] == ["sample"]
    assert len(absent) == 3
    rows, _ = pair_table(pairs[0], 1)
    assert rows[0][2:] == (OWN, rows[0][3], "1.00")


def test_a_file_full_of_one_sign_is_of_its_format_and_size() -> None:
    for suffix in reading.SUFFIXES:
        raw = reading.filled(suffix, "1. ", 2_000)
        assert 1_990 < len(raw) <= 2_000
        assert reading.measure(suffix, "1. ", 2_000, runs=1)[:3] == (suffix, "'1. '", "read")
