"""What must always hold of edits: they rebuild both sides, and an editor's marks follow from them."""

from collections import Counter
from difflib import SequenceMatcher

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import stmtdiff
from stmtdiff.edits import Atom, Block, Edit, atoms, phrase_edits
from stmtdiff.edits.borders import _Shared, match_over_borders
from stmtdiff.edits.diff import diff
from stmtdiff.edits.edit import fill
from stmtdiff.edits.slide import slide_all
from stmtdiff.model import Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.settings import Grain
from stmtdiff.shifts.worth import _are_one
from stmtdiff.spans import Span

WORDS = (
    "The the Meeting Ministers urged , ; . and or of complete verifiable irreversible 27 July 2024 1614 (2005)"
    " S/2010/430 Ada B. Lorne no longer not 5-1/4 percent 32nd open free"
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
KEYS = st.lists(st.sampled_from("abcd"), max_size=12)


def block(old: str, new: str) -> tuple[Block, Statement, Statement]:
    """Return two one-paragraph statements and their sentences as one block."""
    sides = from_paragraphs([old]), from_paragraphs([new])
    cut = [
        tuple(atom for s in side.sentences for atom in atoms(side.text, side.paragraphs[s.paragraph], s))
        for side in sides
    ]
    return Block(*cut), *sides


def check(edits: tuple[Edit, ...], old: list[str], new: list[str]) -> None:
    """Edits start at 0, have no holes, end at both ends; equal ones are equal; neighbours are merged."""
    at = (0, 0)
    for index, edit in enumerate(edits):
        assert (edit.old.start, edit.new.start) == at
        at = edit.old.end, edit.new.end
        assert len(edit.old) or len(edit.new)
        if edit.equal:
            assert old[edit.old.start : edit.old.end] == new[edit.new.start : edit.new.end]
            assert index == 0 or not edits[index - 1].equal
    assert at == (len(old), len(new))


@given(KEYS, KEYS)
def test_a_bare_diff_rebuilds_both_sides(old: list[str], new: list[str]) -> None:
    check(fill(diff(old, new), len(old), len(new)), old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [("Jan 1.5 2.5 " * 300, "Jan 2.5 1.5 " * 300), ("a b c " * 600, "b a c " * 600), ("x " * 2000, "x y " * 1000)],
    ids=["table", "litany", "one word"],
)
def test_difflib_is_not_asked_where_few_words_repeat(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cost is that of the pairs of equal words, for each block it finds: cubic on a table of figures."""
    monkeypatch.delattr("stmtdiff.edits.diff.SequenceMatcher")
    keys = old.split(), new.split()
    check(fill(diff(*keys), *map(len, keys)), *keys)


def test_prose_of_a_long_paragraph_is_still_for_difflib(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps the longest blocks and reads best; a sentence of 2,000 words repeats its words some 50,000 times."""
    asked = []
    monkeypatch.setattr(
        "stmtdiff.edits.diff.SequenceMatcher", lambda *args, **_: asked.append(args) or SequenceMatcher()
    )
    prose = [f"w{n % 400}" if n % 3 else "the" if n % 9 else "of" for n in range(900)]
    diff(prose, [*prose[1:], "x"])
    assert asked


class _Counted(str):
    """A key that counts how often a matcher looks it up."""

    __slots__ = ()
    looks = 0

    def __hash__(self) -> int:
        _Counted.looks += 1
        return super().__hash__()


def _alternating(number: int) -> tuple[list[str], list[str]]:
    """Return two sides of which every other word is another one: as many blocks for a matcher as can be."""
    return ([f"w{at}" for at in range(number)], [f"w{at}" if at % 2 else f"x{at}" for at in range(number)])


def test_a_list_of_thousands_of_names_is_not_for_difflib() -> None:
    """Though no name repeats, each block that difflib finds makes it look through all that is left."""
    old, new = (list(map(_Counted, side)) for side in _alternating(2_500))
    _Counted.looks = 0
    assert len(diff(old, new)) == 1_250
    assert _Counted.looks < 20 * len(old)


def test_a_list_of_a_thousand_names_is_read_as_difflib_reads() -> None:
    """Up to there the quadratic cost is small; difflib keeps the longest block, not as many words as can be kept."""
    longest = [f"w{at}" for at in range(500)]
    scattered = [f"{sort}{at}" for at in range(600) for sort in "ab"]
    other = [key.replace("a", "c") for key in scattered]
    kept = [edit.old for edit in fill(diff([*longest, *scattered], [*other, *longest]), 1_700, 1_700) if edit.equal]
    assert kept == [Span(0, 500)]


@pytest.mark.parametrize(("number", "changes"), [(15_000, 7_500), (21_000, 10_500)])
def test_above_a_length_what_stands_once_parts_a_row(number: int, changes: int) -> None:
    """The matcher of long texts holds a bit for each pair of words: 50 MB at 20,000 a side, and no more than that."""
    assert len(diff(*_alternating(number))) == changes


def test_above_a_length_nothing_is_matched_where_no_word_stands_once() -> None:
    """What both sides begin and end with is kept all the same; the rest is one change, and the report says so."""
    old, new = ["a", *["b", "c", "d"] * 7_000, "z"], ["a", *["c", "b", "d"] * 7_000, "z"]
    assert [(edit.old, edit.new) for edit in diff(old, new)] == [(Span(1, 21_000), Span(1, 21_000))]
    statements = [from_paragraphs([" ".join(side)]) for side in (old, new)]
    [language, notice] = stmtdiff.compare(*statements).notices
    assert language.startswith("The language of both texts is not known")
    assert notice.startswith("A passage of 20999 words that became 20999 is shown as one change")


def test_two_words_changed_in_one_endless_sentence_are_two_shifts() -> None:
    """What stands twice in it, as every word here, parts nothing; the ends that both have do."""
    words = [f"w{at % 10_500}" for at in range(21_000)]
    changed = [{5_000: "harbour", 15_000: "tide"}.get(at, word) for at, word in enumerate(words)]
    report = stmtdiff.compare(*(from_paragraphs([" ".join(side)]) for side in (words, changed)))
    assert [shift.new.of(report.new.text) for shift in report.shifts if shift.new] == ["harbour", "tide"]
    assert not report.notices


def test_rows_of_thousands_of_words_are_walked_without_a_call_inside_a_call() -> None:
    """Python allows a thousand calls within each other; a name shortened at their end is found all the same."""
    rest = ["harbour"] * 3_000
    assert _are_one([*rest, "UN"], [*rest, "United", "Nations"], frozenset())
    assert not _are_one([*rest, "UN"], [*rest, "Ostrel", "Nations"], frozenset())


@pytest.mark.parametrize("end", [".", "!", "?", "。"])
def test_a_sentence_put_in_is_taken_whole_in_fine_grain_too(end: str) -> None:
    """There no sentence is a block by itself, and a diff would rather keep "The Council" of the one before."""
    old, new = (
        from_paragraphs([f"The harbour was shut for the whole of that day. {rest}"])
        for rest in ("The Council left.", f"The Council met{end} The Council left.")
    )
    [shift] = stmtdiff.compare(old, new, settings=stmtdiff.Settings(grain="fine")).shifts
    assert shift.new is not None
    assert shift.new.of(new.text) == f"The Council met{end}"


def test_windows_over_borders_are_weighed_in_one_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two unrelated texts have thousands of windows over sentence ends; none of them is counted from its start."""
    counted = 0
    grow = _Shared._add

    def count(self: _Shared, side: int, at: int, *, is_first: bool) -> None:
        nonlocal counted
        counted += 1
        grow(self, side, at, is_first=is_first)

    monkeypatch.setattr(_Shared, "_add", count)
    sides: tuple[list[Atom], list[Atom]] = ([], [])
    changes, borders = [], []
    for number in range(400):
        spans = []
        for side, name in enumerate("on"):
            start = len(sides[side])
            sides[side].extend(
                Atom(start + step, start + step + 1, f"{name}{number}.{step}", "word", "", step == 0)
                for step in range(20)
            )
            spans.append(Span(start, start + 20))
        changes.append(Edit(False, *spans, ("diff",)))
        borders.append((spans[0].end, spans[1].end))
    assert match_over_borders(changes, borders[:-1], *sides) == changes
    assert counted <= 400 * 2 * 320


@given(KEYS, KEYS)
def test_sliding_keeps_both_sides(old: list[str], new: list[str]) -> None:
    """However far pure insertions and deletions slide, the equal stretches stay equal."""
    first, last = ([Atom(i, i + 1, key, "word") for i, key in enumerate(side)] for side in (old, new))
    check(fill(slide_all(diff(old, new), first, last), len(old), len(new)), old, new)


@settings(max_examples=300)
@given(SENTENCE, SENTENCE, st.sampled_from(["editor", "fine"]))
def test_phrase_edits_rebuild_both_sides(old: str, new: str, grain: Grain) -> None:
    made, first, last = block(old, new)
    edits, old_atoms, new_atoms = phrase_edits([made], old_text=first.text, new_text=last.text, grain=grain)
    assert [atom.start for atom in old_atoms] == sorted({atom.start for atom in old_atoms})
    check(edits, [atom.key for atom in old_atoms], [atom.key for atom in new_atoms])


BLOCK = st.tuples(st.lists(st.sampled_from(WORDS), max_size=9), st.lists(st.sampled_from(WORDS), max_size=9)).filter(
    any
)


@settings(max_examples=300)
@given(st.lists(BLOCK, min_size=2, max_size=4))
@example([([], ["Meeting", "complete", ",", "The", ","]), (["Meeting", "complete", ","], [])])
def test_phrase_edits_over_several_blocks_rebuild_both_sides(cut: list[tuple[list[str], list[str]]]) -> None:
    """Sentences paired, gained and lost in any order: wherever full stops wandered, no word is lost or doubled."""
    texts = ["\n".join(" ".join(pair[side]) for pair in cut) for side in (0, 1)]
    at = [0, 0]
    blocks = []
    for pair in cut:
        made = []
        for side in (0, 1):
            statement = from_paragraphs([" ".join(pair[side])])
            own = [a for s in statement.sentences for a in atoms(statement.text, statement.paragraphs[0], s)]
            made.append(tuple(a._replace(start=a.start + at[side], end=a.end + at[side]) for a in own))
            at[side] += len(statement.text) + 1
        blocks.append(Block(*made))
    edits, old, new = phrase_edits(blocks, old_text=texts[0], new_text=texts[1], grain="editor")
    check(edits, [atom.key for atom in old], [atom.key for atom in new])


@given(SENTENCE)
def test_a_text_against_itself_has_no_changed_edit(text: str) -> None:
    made, first, last = block(text, text)
    edits, _, _ = phrase_edits([made], old_text=first.text, new_text=last.text, grain="editor")
    assert all(edit.equal for edit in edits)


@given(SENTENCE)
def test_atoms_tile_their_sentences(text: str) -> None:
    """What lies between two atoms, and at both ends, is only space."""
    made, statement, _ = block(text, text)
    at = 0
    for atom in made.old:
        assert at <= atom.start < atom.end
        assert not statement.text[at : atom.start].strip()
        at = atom.end
    assert not statement.text[at:].strip()


def test_units_are_never_cut() -> None:
    made, _, _ = block(
        "On 27 July 2024 the 32nd Meeting noted resolution 1614 (2005), document (S/2010/430) and $3 billion.", "x"
    )
    units = {atom.unit: made.old[0].key and atom.key for atom in made.old if atom.unit}
    assert units == {
        "date": "27 july 2024",
        "ordinal": "32nd",
        "citation": "1614 ( 2005 )",
        "symbol": "( s/2010/430 )",
        "amount": "USD 3000000000",
    }


def test_long_sides_are_matched_by_the_faster_method_with_the_same_promise() -> None:
    old = [f"w{i % 97}" for i in range(5000)]
    new = old[:1200] + ["x"] * 7 + old[1300:]
    check(fill(diff(old, new), len(old), len(new)), old, new)


def test_matching_over_borders_looks_no_further_than_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of sentences without a counterpart each atom is counted in some fifty windows at most, however many there are."""
    counted: Counter[str] = Counter()
    add = _Shared._add

    def counting(self: _Shared, side: int, at: int, *, is_first: bool) -> None:
        counted["atoms"] += 1
        add(self, side, at, is_first=is_first)

    monkeypatch.setattr(_Shared, "_add", counting)
    old, new = (" ".join(f"{name}{n} {name}a {name}b {name}c {name}d." for n in range(160)) for name in ("Old", "New"))
    stmtdiff.compare(stmtdiff.from_paragraphs([old]), stmtdiff.from_paragraphs([new]))
    assert 0 < counted["atoms"] <= 51 * 160 * 6 * 2
