"""What the ledger looks up by an index is what a look at everything finds."""

from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.grammar import stem
from stmtdiff.ledger import gate
from stmtdiff.ledger.drafts import WHOLE, _Entry, _joined, _reach, _touching
from stmtdiff.ledger.gate import _Matter
from stmtdiff.ledger.stock import Stock, count_of
from stmtdiff.outline import from_paragraphs
from stmtdiff.shifts.shift import Shift
from stmtdiff.spans import Places, Span

WORDS = st.lists(st.sampled_from("pier tide berth sea".split()), min_size=1, max_size=30)


@given(WORDS, st.data())
def test_words_in_a_row_are_found_as_often_as_they_stand(text: list[str], data: st.DataObject) -> None:
    stock = Stock(from_paragraphs([" ".join(text)]))
    wanted = data.draw(st.one_of(WORDS, st.just(text[data.draw(st.integers(0, len(text) - 1)) :])))
    assert stock.count(wanted) == count_of(wanted, text)
    assert stock.holds(wanted) == (count_of(wanted, text) > 0)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6)), max_size=12), st.integers(0, 22), st.integers(0, 5))
def test_what_stands_at_a_place_is_all_that_touches_it(items: list[tuple[int, int]], start: int, size: int) -> None:
    spans = sorted(Span(at, at + length) for at, length in items)
    place = Span(start, start + size)
    assert Places((span, span) for span in spans).at(place) == [span for span in spans if span.is_touching(place)]


@pytest.mark.parametrize("many", [0, 1, 3, 200])
def test_the_sentence_that_holds_a_matter_is_the_first_that_holds_most(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few sentences must hold a word to make it a common one."""
    monkeypatch.setattr(gate, "_MANY", many)
    random = Random(1)
    words = "harbour berth channel vessel cargo anchor lantern rudder".split()
    for _ in range(200):
        rows = [random.sample(words, random.randint(1, 5)) for _ in range(random.randint(1, 9))]
        matter = _Matter(Stock(from_paragraphs([f"The {' of the '.join(row)}." for row in rows])))
        rows = [[stem(word) for word in row] for row in rows]
        asked = {stem(word) for word in random.sample([*words, "buoy", "quay"], random.randint(1, 6))}
        worth = {word: round(1e6 * log(1 + len(rows) / (1 + sum(word in row for row in rows)))) for word in asked}
        held = [sum(worth[word] for word in asked.intersection(row)) for row in rows]
        best = held.index(max(held)) if max(held) and 2 * max(held) >= sum(worth.values()) else None
        found = matter.holding(asked)
        assert (found.index if found else None) == best


def test_sentences_that_are_alike_are_looked_through_once_for_each_set_of_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "_MANY", 10)
    words = "harbour berth channel vessel cargo anchor lantern rudder"
    matter = _Matter(Stock(from_paragraphs([f"The {words} of {number}." for number in range(50)])))
    asked = [matter.holding({*map(stem, words.split()), str(number)}) for number in range(50, 100)]
    assert [one.index if one else None for one in asked] == [0] * 50
    assert matter._first_of.cache_info().misses == 1


def _entries(random: Random, sides: list[tuple[Span, ...]], shift: Shift) -> list[_Entry]:
    def reach(side: tuple[Span, ...]) -> tuple[int, int] | None:
        first = random.randrange(len(side)) if side and random.random() > 0.2 else None
        return None if first is None else (first, min(len(side), first + random.choice((1, 1, 2, 3))))

    return [_Entry(shift, reach(sides[0]), reach(sides[1])) for _ in range(random.randint(0, 8))]


def test_shifts_of_one_clause_are_one_group_and_neighbours_while_there_is_room() -> None:
    """Held against the rule as it is said: each entry is asked of each group."""

    def plainly(entries: list[_Entry]) -> list[list[_Entry]]:
        groups: list[list[_Entry]] = []
        for entry in entries:
            meeting = [group for group in groups if is_met(group, entry)]
            if not meeting and groups and is_short([*groups[-1], entry]):
                meeting = [groups[-1]]
            merged = [one for group in meeting for one in group]
            groups = [group for group in groups if not any(group is other for other in meeting)]
            groups.append([*merged, entry])
        return groups

    def is_met(group: list[_Entry], entry: _Entry) -> bool:
        pairs = (_reach(one.old for one in group), entry.old), (_reach(one.new for one in group), entry.new)
        return any(one and other and one[0] < other[1] and other[0] < one[1] for one, other in pairs)

    def is_short(group: list[_Entry]) -> bool:
        reaches = _reach(one.old for one in group), _reach(one.new for one in group)
        pairs = zip(sides, reaches, strict=True)
        return all(not reach or own[reach[1] - 1].end - own[reach[0]].start <= WHOLE for own, reach in pairs)

    random = Random(1)
    shift = Shift("s-1", "p1-1", None, None, 0, 0, "object", "news")
    for _ in range(2_000):
        sides = [_clauses(random), _clauses(random)]
        entries = _entries(random, sides, shift)
        assert _joined((sides[0], sides[1]), entries) == plainly(entries)


def _clauses(random: Random) -> tuple[Span, ...]:
    spans, at = [], 0
    for _ in range(random.randint(0, 9)):
        end = at + random.randint(1, 150)
        spans.append(Span(at, end))
        at = end + random.choice((0, 1, 1, 3))
    return tuple(spans)


def test_clauses_that_a_shift_touches_are_looked_up_as_they_stand() -> None:
    random = Random(2)
    for _ in range(2_000):
        clauses, start = _clauses(random), random.randint(0, 900)
        for span in (Span(start, start), Span(start, start + 40)):
            touched = [place for place, clause in enumerate(clauses) if clause.is_touching(span)]
            behind = [place for place, own in enumerate(clauses) if own.start <= span.start <= own.end + 1][:1]
            found = touched if len(span) else behind
            assert _touching(clauses, span) == ((found[0], found[-1] + 1) if found else None)
