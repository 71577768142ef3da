"""Where words begin and end, and what is compared of them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from support.strategies import texts

from stmtdiff.sentences import sentences
from stmtdiff.series.library import parse_text
from stmtdiff.words import normalise, words


def cut(text: str) -> list[str]:
    """Return the words and marks of `text` as they are printed."""
    found = words(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


@given(texts)
def test_tokens_and_gaps_rebuild_the_text_and_gaps_are_space(text: str) -> None:
    found = words(text)
    edges = [(0, 0), *zip(found.starts, found.ends, strict=True), (len(text), len(text))]
    assert not "".join(text[end:start] for (_, end), (start, _) in pairwise(edges)).strip()
    assert all(start < end and not any(map(str.isspace, text[start:end])) for start, end in edges[1:-1])


@given(texts)
def test_what_is_compared_of_a_word_is_never_empty_and_the_same_for_the_word_alone(text: str) -> None:
    assert words(text).norms == tuple(map(normalise, cut(text)))
    assert all(words(text).norms)


@given(texts)
def test_the_same_text_shares_one_object(text: str) -> None:
    assert words(text) is words("".join(list(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S.-ROK alliance’s", ["the", "U.S.-ROK", "alliance’s"]),
        ("5-1/4 to 5-1/2 percent", ["5-1/4", "to", "5-1/2", "percent"]),
        ("S/RES/1701 (2006), FCCC/CP/2015/L.9.", ["S/RES/1701", "(", "2006", ")", ",", "FCCC/CP/2015/L.9", "."]),
        ("1,000.50 at 19:30, 3.", ["1,000.50", "at", "19:30", ",", "3", "."]),
        ("longer‑run co\u00adoperation", ["longer‑run", "co\u00adoperation"]),
        ("agreed.¹ Committee²", ["agreed", ".", "¹", "Committee", "²"]),
        ("talks [1] went on", ["talks", "[1]", "went", "on"]),
        ("went on. [iv] Ports [^sea]", ["went", "on", ".", "[iv]", "Ports", "[^sea]"]),
        ("the [ill] and [t]he [2024]", ["the", "[", "ill", "]", "and", "[", "t", "]", "he", "[", "2024", "]"]),
        ("[1] Ports", ["[", "1", "]", "Ports"]),
        ("会議は3日", ["会", "議", "は", "3", "日"]),
        ("ก็ดี", ["ก็", "ดี"]),
        ("кра́й й", ["кра́й", "й"]),
        ("\u200esecu\u200brity\u200f", ["\u200esecu\u200brity\u200f"]),
    ],
)
def test_words_are_kept_whole(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Council’s", "council's"),
        ("longer‑run", "longer-run"),
        ("co\u00adoperation", "cooperation"),
        ("ofﬁce", "office"),
        ("secu\u200brity", "security"),
        ("\u202esecurity\u202c", "security"),
        ("…", "..."),
    ],
)
def test_what_only_looks_different_is_compared_as_the_same(one: str, other: str) -> None:
    assert words(one).norms == (normalise(one),) == (normalise(other),)


@pytest.mark.parametrize(
    "unit",
    [
        "1.",
        "A/",
        "a-",
        ".",
        "(?",
        " ",
        "\u200b",
        "e\u0301",
        "A.",
        "- ",
        "1. \n",
        "Annex\n",
        "\n12\n",
        "* ",
        "- 2 -\n",
        "S/RES/12\nand ",
    ],
)
def test_no_text_takes_more_than_linear_time(unit: str) -> None:
    """Eight times as much of what a backtracking pattern would choke on takes eight times the work, not 64 times.

    The steps of a pattern cannot be counted. So the work is the processor's time in this process, however busy the
    machine is, and it is judged against that of a shorter text, however fast the machine is.
    """
    work(unit, 1_000, "w")  # what is made at the first call alone
    shorter = min(work(unit, 25_000, end) for end in "xyz")
    assert min(work(unit, 200_000, end) for end in "xy") < 22 * shorter  # between 8 and 64 there are equal factors


def work(unit: str, length: int, end: str) -> float:
    """Return the processor's seconds that all readers of text take for a run of `unit`; what `end`s is new to them."""
    text = unit * (length // len(unit)) + end
    started = time.process_time()
    words(text)
    sentences(text)
    parse_text(text)
    return time.process_time() - started
