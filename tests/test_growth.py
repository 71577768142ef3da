"""No stage of a comparison takes more than its share of longer texts: calls are counted, not milliseconds.

`python -m benchmarks.growth` measures the same shapes in seconds, and much longer ones.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from benchmarks.growth import exponent, steps, worker
from benchmarks.shapes import SHAPES
from stmtdiff import compare, load
from stmtdiff.collecting import uncollected
from stmtdiff.outline import from_paragraphs
from stmtdiff.quotations.marks import quotations
from stmtdiff.quotations.surroundings import Surroundings
from stmtdiff.remembering import Remembered, forget, remembered
from stmtdiff.shifts.blocks import _Group, _in_order
from stmtdiff.values import values, values_around

SIZES = 300, 1_200
LEAST = 2_000  # calls: a stage with fewer says nothing of its growth
STEEPEST = 1.3  # of all pairs of words it would be 2, of every window over them more


def counted(run: Callable[[], object]) -> int:
    """Return how many functions are called, those of C too."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    forget()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_no_stage_looks_at_all_pairs_of_words(shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Up to ten thousand pairs of sentences of one paragraph are compared each with each; what comes behind that?
    monkeypatch.setattr("stmtdiff.align.sentence_links.MANY", 20)
    made = [SHAPES[shape](size) for size in SIZES]
    for _, run in steps(*made[-1], tmp_path):  # what is looked up once for a word is no part of a text's share
        run()
    few, many = ({stage: counted(run) for stage, run in steps(*texts, tmp_path)} for texts in made)
    grown = {stage: exponent(SIZES, (few[stage], many[stage])) for stage in few if many[stage] > LEAST}
    assert {stage: power for stage, power in grown.items() if float(power) > STEEPEST} == {}


def test_what_stands_around_a_quotation_is_found_without_a_walk_over_all_others() -> None:
    def asked(around: Surroundings, size: int) -> None:
        for at in range(size):
            around.attributing(at)
            around.sentence_before(at)
            around.is_last(at)

    sizes = 50, 200
    calls = []
    for size in sizes:
        article = from_paragraphs([f"It was cold. The Panel kept 'the dues of harbour {at}'." for at in range(size)])
        calls.append(counted(partial(asked, Surroundings(article, quotations(article)), size)))
    assert float(exponent(sizes, calls)) < STEEPEST


def test_what_is_remembered_of_texts_is_bounded_by_their_characters() -> None:
    asked: list[str] = []

    @remembered(characters=40)
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    assert isinstance(size, Remembered)
    for text in ("harbour", "harbour", "tide", "harbour"):
        assert size(text) == len(text)
    assert asked == ["harbour", "tide"]
    for number in range(20):
        size(f"berth {number:02}")
        size("harbour")  # what is asked for again stays
    kept = {**size._old, **size._young}
    assert sum(len(text) for (text,) in kept) <= 40
    assert asked.count("harbour") == 1
    for _ in range(2):  # of what is longer than all that is kept, the last few stay: each of its places is asked for
        for number in range(4):
            size(f"a passage of more characters than are kept, number {number}")
    assert len(asked) == 2 + 20 + 4
    size("another passage of more characters than are kept")
    size("a passage of more characters than are kept, number 0")
    assert len(asked) == 2 + 20 + 6
    assert len(size._long) == 4
    forget()
    size("harbour")
    assert asked.count("harbour") == 2


def test_a_worker_remembers_no_more_after_more_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figure itself is for the benchmark; here only that it is there for each system, with its sign."""
    monkeypatch.setattr("benchmarks.growth._WARM", 1)
    monkeypatch.setattr("benchmarks.growth._PAIR", 60)
    [(pairs, _, _, grown)] = worker(2)
    assert pairs == "2"
    assert grown[0] in "+-n"


@pytest.mark.parametrize("shape", [*SHAPES, "sample"])
def test_what_a_comparison_makes_holds_no_circles(shape: str) -> None:
    """So the collector, which looks for nothing else, need not run while it works."""
    if shape == "sample":
        old, new = load("sample:2024"), load("sample:2025")
    else:
        old, new = (from_paragraphs(text.split("\n\n")) for text in SHAPES[shape](300))
    compare(old, new)  # what is loaded once, as the packs are, may hold some
    forget()
    gc.collect()
    gc.disable()
    try:
        compare(old, new)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_works_again_behind_a_function_that_runs_without_it() -> None:
    @uncollected
    def fails() -> None:
        assert not gc.isenabled()
        raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert gc.isenabled()
    gc.disable()
    try:
        uncollected(lambda: None)()
        assert not gc.isenabled()  # who had switched it off keeps it so
    finally:
        gc.enable()


def test_values_around_a_place_are_those_of_the_text_that_touch_or_meet_it() -> None:
    text = "Paid 5 in May, at least 6 by June 2031 (see paragraph 3 above), then 7 per cent until 4 March or 8."
    for start in range(len(text)):
        for end in range(start, min(start + 9, len(text)) + 1):
            near = values_around(text, start, end)
            wanted = [value for value in values(text) if value.whole.start <= end and start <= value.whole.end]
            assert set(wanted) <= set(near)
            assert list(near) == [value for value in values(text) if value in near]


def test_sentences_that_crossed_are_those_off_the_heaviest_chain() -> None:
    groups = [
        _Group((4, 5), (0,), 30, is_same=False),
        _Group((0,), (1, 2), 20, is_same=False),
        _Group((1,), (3,), 20, is_same=False),
        _Group((2,), (4,), 5, is_same=True),
    ]
    assert _in_order(groups) == groups[1:]
    assert _in_order(groups[:2]) == groups[:1]
    assert _in_order([]) == []


def test_sentences_at_a_place_are_looked_up_as_they_stand() -> None:
    (paragraph,) = from_paragraphs(["It met. It left at once. It ended."]).paragraphs
    for start in range(35):
        for end in range(start, 35):
            span = type(paragraph.span)(start, end)
            touched = tuple(one for one in paragraph.sentences if one.span.is_touching(span))
            behind = [one for one in paragraph.sentences if one.span.start >= start]
            assert paragraph.sentences_at(span) == (touched or tuple(behind[:1]) or paragraph.sentences[-1:])
    assert [paragraph.sentence_of(token).index for token in range(len(paragraph.words) + 2)] == [
        *([0] * 3), *([1] * 5), *([2] * 3), 2, 2,
    ]  # fmt: skip
