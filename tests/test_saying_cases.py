"""The table of who says what is well formed: what a slot quotes stands in the sentence, in the order of the clauses."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest
from support.saying_cases import MANY, NOBODY, SAYING_CASES, SLOTS, pieces, read_saying

import stmtdiff


class Row(NamedTuple):
    """A clause with its sentence, and where its act ends there (-1: not behind the act before)."""

    case: str
    sentence: str
    slots: dict[str, str]
    end: int

    def stands(self, name: str, within: str | None = None) -> int:
        """Return where the words of a slot end in its sentence, or -1."""
        return follows(self.slots[name], self.sentence if within is None else within, 0)


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Return where the whole words stand in a text, letter for letter."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def follows(words: str, text: str, start: int) -> int:
    """Return where the pieces of a slot, one after the other, end behind `start`, or -1."""
    for piece in pieces(words):
        start = next((last for first, last in places(piece, text) if first >= start), -1)
        if start < 0:
            return -1
    return start


def _rows() -> list[Row]:
    rows = []
    for case in SAYING_CASES:
        end = 0
        for clause in case.clauses:
            end = follows(dict(clause).get("act", NOBODY), case.sentence, end)
            rows.append(Row(case.name, case.sentence, dict(clause), end))
    return rows


ROWS = _rows()


def test_the_table_is_large_and_says_nothing_twice() -> None:
    texts = [case.text for case in SAYING_CASES]
    assert len(texts) >= 130
    assert len(set(texts)) == len(texts)


def test_slots_are_in_order_and_every_clause_has_speaker_and_act() -> None:
    for case in SAYING_CASES:
        for clause in case.clauses:
            names = [name for name, _ in clause]
            assert names == [name for name in SLOTS if name in names], case.name
            assert {"speaker", "act"} <= set(names), case.name


def test_how_many_is_one_of_eight_and_never_told_of_nobody() -> None:
    assert {row.slots["many"] for row in ROWS if "many" in row.slots} == set(MANY)
    assert [row for row in ROWS if row.slots["speaker"] == NOBODY and "many" in row.slots] == []


def test_every_quoted_slot_stands_in_the_sentence_letter_for_letter() -> None:
    for row in ROWS:
        quoted = {name for name, words in row.slots.items() if name != "many" and words != NOBODY}
        assert {name for name in quoted if row.stands(name) < 0} == set(), row


def test_acts_follow_one_another_in_the_order_of_the_text() -> None:
    assert [row for row in ROWS if row.end < 0] == []


def test_a_modal_stands_before_its_act() -> None:
    assert [row for row in ROWS if "modal" in row.slots and not 0 <= row.stands("modal") < row.end] == []


def test_a_negation_stands_before_its_act_or_right_behind_it() -> None:
    """Right behind stands that of "is not"; one that is the object's own ("no reason") stands in the object."""
    for row in ROWS:
        if "not" in row.slots and row.slots["not"] not in row.slots.get("object", ""):
            behind = row.sentence[row.end :].startswith(f" {row.slots['not']} ")
            assert behind or 0 <= row.stands("not") < row.end, row


def test_heads_and_qualifiers_are_inside_the_object() -> None:
    for row in ROWS:
        for name in {"head", "qualifiers"} & row.slots.keys():
            assert row.stands(name, row.slots["object"]) >= 0, row


def test_a_qualifier_stands_before_a_head() -> None:
    for row in ROWS:
        if "qualifiers" in row.slots:
            whole, last = row.slots["object"], pieces(row.slots["head"])[-1]
            assert places(pieces(row.slots["qualifiers"])[0], whole)[0] < places(last, whole)[-1], row


def test_no_condition_and_no_time_is_the_edge_of_an_object() -> None:
    """A hedge of one word may be: it belongs to the phrase that it weakens."""
    for row in ROWS:
        outer = [piece for name in ("if", "when") for piece in pieces(row.slots.get(name, "")) if " " in piece]
        whole = row.slots.get("object", "")
        assert not any(whole.startswith(piece) or whole.endswith(piece) for piece in outer), row


def test_a_pronoun_stands_for_words_of_its_text() -> None:
    for case in SAYING_CASES:
        for clause in case.clauses:
            _, equals, meant = dict(clause)["speaker"].partition(" = ")
            assert not equals or places(meant, case.text), case.name


def test_the_same_speaker_is_always_as_many() -> None:
    numbers = defaultdict(set)
    for row in ROWS:
        numbers[row.slots["speaker"].lower()].add(row.slots.get("many"))
    assert {speaker: many for speaker, many in numbers.items() if len(many) > 1} == {}


def test_the_sentence_is_the_last_one_of_its_statement() -> None:
    for case in SAYING_CASES:
        last = stmtdiff.parse(case.text, name=case.name).paragraphs[-1].sentences[-1].span
        assert case.text[last.start : last.end] == case.sentence, case.name


@pytest.mark.parametrize(
    "content",
    [
        "--- about\nOne.\n--- clauses\nspeaker: - | act: met\n",
        "--- about\nOne.\n--- text\nThey met.\n--- clauses\nspeaker: They | verb: met\n",
        "--- about\nOne.\n--- text\nThey met.\n--- clauses\nspeaker: They | act\n",
        "--- about\nOne.\nTwo.\n--- text\nThey met.\n--- clauses\nspeaker: They | act: met\n",
        "--- about\nOne.\n--- text\nThey met.\n\n--- clauses\nspeaker: They | act: met\n",
    ],
    ids=["a part missing", "a slot unknown", "a slot without words", "two lines about", "an empty line"],
)
def test_a_file_that_is_not_in_the_format_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="broken-1: "):
        read_saying(path)
