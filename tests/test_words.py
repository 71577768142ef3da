"""Where words begin and end, and what is compared of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from support.steps import Counted, Work, counting
from support.strategies import texts

import stmtdiff.words as normaliser
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
def test_no_text_takes_more_than_linear_work(unit: str) -> None:
    """Eight times as much of what a backtracking pattern would choke on takes eight times the work, not 64 times.

    Work is counted: the steps of all patterns, and the calls. So no clock judges, however busy the machine is.
    """
    work(unit, 100, "w")  # what is made at the first call alone
    assert work(unit, 2_000, "x") < 10 * work(unit, 250, "y")


def work(unit: str, length: int, end: str) -> int:
    """Return the steps that all readers of text take for a run of `unit`; what `end`s is new to them."""
    text = unit * (length // len(unit)) + end
    done = Work()
    with counting(done, "stmtdiff"):
        words(text)
        sentences(text)
        parse_text(text)
    return done.steps


@pytest.mark.parametrize(
    ("pattern", "times"), [(r"a+b", 64), (r"a++$", 64), (r"(?:a|aa)?a*$", 64), (r"(?<!a)a+b", 8), (r"[ab]+|c", 8)]
)
def test_the_count_grows_as_the_work_does(pattern: str, times: int) -> None:
    """A pattern that begins again at each letter takes the square of the length, one that cannot takes the length."""

    def steps(length: int) -> int:
        done = Work()
        counted = Counted(re.compile(pattern), done)
        assert counted.sub("", "a" * length + "c") == re.sub(pattern, "", "a" * length + "c")
        return done.steps

    assert times / 2 < steps(400) / steps(50) < times * 1.1


def test_patterns_and_calls_of_the_readers_are_counted_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that takes the square of a text's length is seen where it stands; afterwards it is itself again."""
    slow = re.compile(r"[a-]+$")
    monkeypatch.setattr(normaliser, "_SLOW", slow, raising=False)
    plain = normaliser.words
    monkeypatch.setattr(normaliser, "words", lambda text: (normaliser._SLOW.search(text), plain(text))[1])
    totals = []
    for length in (50, 400):
        done = Work()
        with counting(done, "stmtdiff"):
            assert isinstance(normaliser._SLOW, Counted)
            normaliser.words("a-" * (length // 2) + "w")
        totals.append(done.steps)
    assert totals[1] > 30 * totals[0]
    assert normaliser._SLOW is slow
