"""The one matcher: what it ignores, what it tells apart, and what must hold for any text."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.errors import SettingsError
from stmtdiff.phrases import PhraseSet, compile_phrase, find, fold_spelling, told_otherwise, upgraded
from stmtdiff.phrases.phrase import by_beginnings
from stmtdiff.trie import Reading
from stmtdiff.words import words


def found(pattern: str, text: str) -> list[str]:
    """Return the stretches of `text` that `pattern` is found in."""
    cut = words(text)
    matches = find([compile_phrase(pattern)], cut)
    return [text[cut.starts[match.first] : cut.ends[match.last - 1]] for match in matches]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("complete, verifiable and irreversible", "Complete, verifiable, and\nirreversible"),
        ("complete, verifiable, and irreversible", "complete, verifiable and irreversible"),
        ("denuclearisation", "Denuclearization"),
        ("analyze neighbours", "analyse neighbors"),
        ("in honor of labour", "in honour of labor"),
        ("well-anchored", "well anchored"),
        ("well anchored", "well‑anchored"),
        ("well-anchored", "well-\nanchored"),
        ("the Council's view", "the Council’s view"),
        ("U.S. policy", "u.s. policy"),
        ("honou* the neighbou*", "honoring the neighborhood"),
        ("organiz* it", "organised it"),
    ],
)
def test_spelling_hyphens_commas_quotes_and_breaks_do_not_matter(pattern, text):
    assert found(pattern, text) == [text]


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("tour", "tor"), ("fourth", "forth"), ("court", "cort"), ("our", "or"), ("mourning", "morning")],
)
def test_or_and_our_are_folded_only_where_they_spell_one_word(one, other):
    assert found(one, other) == []
    assert fold_spelling(one) != fold_spelling(other)


def test_a_phrase_stands_inside_longer_text_with_whole_words_only():
    assert found("grave concern", "It expressed grave concern, not concerns.") == ["grave concern"]
    assert found("concern", "concerns and concerned") == []
    assert found("anchored", "well-anchored hopes") == ["well-anchored"]


def test_a_star_behind_a_word_is_a_prefix_and_alone_any_one_word():
    assert found("call* (on|upon)", "It called upon one and calls on two.") == ["called upon", "calls on"]
    assert found("no * concern", "no grave concern, no very grave concern, no concern") == ["no grave concern"]


def test_a_star_that_begins_a_phrase_is_no_mark_where_another_choice_begins_with_that_mark():
    assert found("* ceasefire | ( truce", "the ceasefire ( ceasefire ( truce") == ["the ceasefire", "( truce"]


def test_a_gap_is_at_most_five_words_and_stays_in_its_sentence():
    assert found("express* ... concern", "It expressed its deep and very grave concern.") == [
        "expressed its deep and very grave concern"
    ]
    assert found("express* ... concern", "It expressed one two three four five six concern.") == []
    assert found("express* ... concern", "It expressed hope. Grave concern remained.") == []
    assert found("express* ... concern", "It expressed the U.S. concern.") == ["expressed the U.S. concern"]
    assert found("express* ... concern", "It expressed concern, and concern.") == ["expressed concern"]


@pytest.mark.parametrize("pattern", ["take note of | welcome", "take note of|welcome", "(take note of|welcome)"])
def test_a_bar_chooses_between_all_that_stands_on_its_sides(pattern: str):
    assert found(pattern, "They welcome it and take note of it.") == ["welcome", "take note of"]


@pytest.mark.parametrize(
    ("pattern", "text", "stretches"),
    [
        ("(urge|press) them", "They urge them and press them.", ["urge them", "press them"]),
        ("re(affirm|iterat)* it", "They reaffirmed it and reiterate it.", ["reaffirmed it", "reiterate it"]),
        ("(take note of|welcome) it", "They welcome it and take note of it.", ["welcome it", "take note of it"]),
        (
            "((very|most) grave|deep) concern",
            "Most grave concern, deep concern.",
            ["Most grave concern", "deep concern"],
        ),
        ("(urge ... to|press) sail", "They urge all of them to sail.", ["urge all of them to sail"]),
        ("resolution 12 (2030) | accord (2031)", "Under resolution 12 (2030).", ["resolution 12 (2030)"]),
        ("resolution 12 (2030)", "Under resolution 12 (2030), not 12 2030.", ["resolution 12 (2030)"]),
    ],
)
def test_a_bracket_chooses_inside_where_a_bar_stands_in_it_and_is_text_elsewhere(pattern, text, stretches):
    assert found(pattern, text) == stretches


def test_in_files_of_schema_1_a_bar_without_spaces_chooses_between_words():
    old = compile_phrase("urge|press them", 1)
    assert [match.last - match.first for match in find([old], words("They urge them and press them."))] == [2, 2]
    assert compile_phrase("urge|press", 1) == compile_phrase("urge|press")  # what reads alike is one phrase
    assert compile_phrase("take note of | welcome", 1).syntax == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("urge|press restraint", "(urge|press) restraint"),
        ("serious|deep concern | alarm|alarms at sea", "(serious|deep) concern | (alarm|alarms) at sea"),
        ("urge|press", "urge|press"),
        ("call* on|upon ... ships", "call* (on|upon) ... ships"),
        ("under resolution|accord (2030)", "under (resolution|accord) (2030)"),
        ("plain words (2030)", "plain words (2030)"),
    ],
)
def test_a_phrase_of_schema_1_is_rewritten_and_reads_the_same(old: str, new: str):
    assert upgraded(old) == new
    assert compile_phrase(new).readings == compile_phrase(old, 1).readings


def test_what_cannot_be_rewritten_says_so():
    with pytest.raises(SettingsError, match="bar inside a bracket"):
        upgraded("(urge|press) restraint")


def test_a_warning_says_both_readings_and_only_where_they_differ():
    told = told_otherwise(compile_phrase("grave concern|deep concern", 1))
    assert told == (
        "'grave concern|deep concern' is read as 'grave concern concern' or 'grave deep concern'; "
        "in schema 2 it would be 'grave concern' or 'deep concern'"
    )
    assert told_otherwise(compile_phrase("grave | deep", 1)) == told_otherwise(compile_phrase("grave|deep x")) == ""
    assert told_otherwise(compile_phrase("a (b|c", 1)).endswith("in schema 2 it would be an error")


def test_the_longest_reading_counts_and_matches_of_one_phrase_do_not_overlap():
    assert found("concern | grave concern", "grave concern and concern") == ["grave concern", "concern"]


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "  ", "...", "* ...", "a||b", "|a", "a|", "a | ", "... a", "a …", "in*er", "*a", "-", "*"),
        *("(a|b", "(a|) c", "(|a) c", "a (b||c)", "(a|...) c", "(" * 9 + "a|b" + ")" * 9),
    ],
)
def test_a_broken_pattern_is_a_settings_error_that_names_it(pattern):
    with pytest.raises(SettingsError) as caught:
        compile_phrase(pattern)
    assert repr(pattern) in str(caught.value)
    assert caught.value.hint


def test_a_pattern_with_too_many_readings_is_refused():
    with pytest.raises(SettingsError, match="ways"):
        compile_phrase(" ".join(["(a|b|c|d)"] * 8))


_WORDS = "complete verifiable grave concern and or over no long-term U.S. 5-1/4 honour organize the four for"
_WORD = st.sampled_from(_WORDS.split())
_TEXT = st.lists(st.one_of(_WORD, st.sampled_from([",", ".", "—", "(", "’s", "\n"])), max_size=30).map(" ".join)
_PHRASE = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


@given(before=_TEXT, phrase=_PHRASE, after=_TEXT)
def test_a_phrase_is_found_wherever_it_is_written_out(before, phrase, after):
    cut = words(f"{before} . {phrase} . {after}")
    first = len(words(f"{before} . "))
    last = first + len(words(phrase))
    matches = find([compile_phrase(phrase)], cut)
    assert any(match.first < last and first < match.last for match in matches)


@given(text=_TEXT, patterns=st.lists(_PHRASE, max_size=6))
def test_looking_for_many_phrases_at_once_finds_what_each_finds_alone(text, patterns):
    cut, phrases = words(text), [compile_phrase(pattern) for pattern in patterns]
    together = PhraseSet(phrases).find(cut)
    for index, phrase in enumerate(phrases):
        alone = [(match.first, match.last) for match in find([phrase], cut)]
        assert [(match.first, match.last) for match in together if match.index == index] == alone


@given(text=_TEXT, pattern=_PHRASE, first=st.integers(0, 30), size=st.integers(0, 30))
def test_matches_are_ordered_apart_and_inside_the_range_asked_for(text, pattern, first, size):
    cut = words(text)
    last = min(len(cut), first + size)
    matches = find([compile_phrase(pattern)], cut, first, last)
    assert all(first <= match.first < match.last <= last for match in matches)
    assert all(one.first < two.first for one, two in pairwise(matches))


@given(pattern=st.text(st.sampled_from("ab*.|- ,()"), max_size=14))
def test_every_phrase_of_schema_1_reads_the_same_when_it_is_rewritten(pattern):
    try:
        old = compile_phrase(pattern, 1)
        new = upgraded(pattern)
    except SettingsError:
        return
    assert compile_phrase(new).readings == old.readings
    begun = (reading[0] for reading in old.readings)
    assert {*by_beginnings([compile_phrase(new)])} == {key if kind == "word" else f"{key}*" for kind, key in begun}


@given(pattern=st.text(st.sampled_from("ab*.|- ,…()"), max_size=14), text=_TEXT)
def test_any_pattern_compiles_or_is_a_settings_error(pattern, text):
    try:
        phrase = compile_phrase(pattern)
    except SettingsError:
        return
    find([phrase], words(text))


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_can_be_searched(text):
    find([compile_phrase("a ... b* | *  c")], words(text))


_PARTS = st.lists(st.sampled_from(["a", "b", "a*", "*", "..."]), min_size=1, max_size=7)
_KEYS = st.lists(st.sampled_from(["a", "ab", "b", "c", ".", ","]), max_size=14)


def _best_end(parts: list[str], keys: list[str], at: int) -> tuple[int, int] | None:
    """Return by trying all how many words the smallest gaps pass over and, negated, where the longest of them ends."""
    if not parts:
        return 0, -at
    if parts[0] != "...":
        fits = at < len(keys) and {"*": keys[at].isalnum(), "a*": keys[at][0] == "a"}.get(
            parts[0], keys[at] == parts[0]
        )
        return _best_end(parts[1:], keys, at + 1) if fits else None
    found, passed = [], 0
    for place in range(at, len(keys)):
        if best := _best_end(parts[1:], keys, place):
            found.append((best[0] + passed, best[1]))
        passed += keys[place].isalnum()
        if passed > 5 or (
            keys[place] == "." and not (place > 0 and len(keys[place - 1]) == 1 and keys[place - 1].isalpha())
        ):
            break
    return min(found, default=None)


@given(parts=_PARTS, keys=_KEYS)
def test_gaps_are_as_small_as_can_be_and_what_they_find_as_long(parts, keys):
    try:
        phrase = compile_phrase(" ".join(parts))
    except SettingsError:
        return
    wanted, free = [], 0
    for at in range(len(keys)):
        best = _best_end(parts, keys, at) if at >= free else None
        if best:
            free = -best[1]
            wanted.append((at, free))
    assert [(match.first, match.last) for match in find([phrase], words(" ".join(keys)))] == wanted


def test_many_gaps_in_a_text_of_one_word_are_read_once(monkeypatch):
    """Fifty gaps can be filled in more ways than can be counted; no place is read on from twice."""
    asked = Counter()
    read_on = Reading._read_on

    def count(self, node, position):
        asked[id(node), position] += 1
        return read_on(self, node, position)

    monkeypatch.setattr(Reading, "_read_on", count)
    for text in ("a " * 300, "a b " * 150):
        asked.clear()
        find([compile_phrase("a" + " ... a" * 50), compile_phrase("a" + " ... a" * 50 + " c")], words(text))
        assert max(asked.values()) == 1
