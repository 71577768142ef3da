"""Texts and units for property tests: from sane prose to the worst that a file can hold."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from stmtdiff.model import Statement

_WORDS = [
    "The",
    "Meeting",
    "Ministers",
    "welcomed",
    "noted",
    "Quarrel",
    "Bay",
    "U.S.",
    "No.",
    "S/2010/430",
    "1/4",
    "5-1/4",
    "longer-run",
    "Council’s",
    "and,",
    "peace;",
    "security:",
    "(a)",
    "(iv)",
    "12.",
    "3)",
    "II.",
    "-",
    "•",
    "“complete",
    "2030,",
    "15",
    "June",
    "Annex",
    "ANNEX",
    "Recalling",
    ",",
    ".",
    ";",
    "…",
    "平和",
    "ก็",
    "é",
    "ﬁ",
]
_STARTS = (
    "",
    "1. ",
    "2. ",
    "3 ",
    "11, ",
    "24.",
    "(a) ",
    "(b) ",
    "(i) ",
    "a) ",
    "- ",
    "• ",
    "II. ",
    "1.1 ",
    "* ",
    "[1] ",
    "12",
)
_BREAKS = ("\n", "\n\n", "\n    ", " \n \n", "\n\t\n", "\u2028", "\x0c", "\r\n", "\n---\n")

any_text = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\n\n\n .,;:!?()[]-–•*/'\"’“”1aA\u00a0\u200b\u00ad\u3000。！"),
    max_size=300,
)
"""Text without any sense: every code point but half a surrogate pair."""

line = st.builds(str.__add__, st.sampled_from(_STARTS), st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join))
"""A line as statements have them, often with a label or what only looks like one."""

statement_text = st.lists(st.tuples(line, st.sampled_from(_BREAKS)), max_size=25).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
"""Lines in the shapes of a statement, wrapped, numbered and broken in every way."""

texts = any_text | statement_text
"""Whatever may be handed to a reader of text."""

units = st.lists(line | any_text | st.just(""), max_size=12)
"""Units as a caller may hand them over, empty ones among them."""


@cache
def _sample() -> list[list[str]]:
    """Return the words of every paragraph of the sample corpus."""
    files = sorted((Path(__file__).parents[2] / "corpora" / "sample").glob("20*.txt"))
    return [text.split() for file in files for text in file.read_text(encoding="utf-8").split("\n\n") if text.strip()]


@st.composite
def redrafted(draw: Callable[..., Any]) -> tuple[str, str]:
    """Return a paragraph of the sample, and what a hasty hand made of it.

    Words are cut, moved, turned round, brought in from another paragraph; stops are lost and set anew.
    """
    paragraph = st.sampled_from(_sample())
    old: list[str] = draw(paragraph)
    new = list(old)
    place, length = st.integers(0, 400), st.integers(1, 12)
    for step, start, size, to in draw(st.lists(st.tuples(st.sampled_from("cmrbls"), place, length, place), max_size=6)):
        at = start % max(1, len(new))
        taken = new[at : at + size]
        if step in "cm":
            del new[at : at + size]
        if step == "m":
            new[to % (len(new) + 1) : to % (len(new) + 1)] = taken
        elif step == "r":
            new[at : at + size] = taken[::-1]
        elif step == "b":
            other = draw(paragraph)
            new[at:at] = other[to % len(other) :][:size]
        elif step in "ls" and new:
            new[at] = new[at].rstrip(".;,:") + ("" if step == "l" else ".;,"[to % 3])
    return " ".join(old), " ".join(new)


SENTENCES = (
    ("The harbour fund was replenished in full by all members.", "in full", "in part"),
    ("Training of young pilots went on at the centre in Lisk.", "young ", ""),
    ("The Wardens thanked the keepers of the northern light for their care.", "thanked", "warmly thanked"),
    ("Dues are to be paid in silver at the quay before the feast.", "are to be", "may be"),
    ("A survey of the outer reef will begin once the storms are over.", "outer", "inner"),
    ("Two ferries collided in thick fog off Quarrel Bay last winter.", "Two", "Three"),
)


@st.composite
def shuffled(draw: Callable[..., Any]) -> list[str]:
    """Return most of the sentences in any order over a few paragraphs, each as it is or with one phrase changed."""
    own = [
        text.replace(before, after) if draw(st.booleans()) else text
        for text, before, after in draw(st.permutations(SENTENCES))[draw(st.integers(0, 1)) :]
    ]
    cuts = sorted(draw(st.sets(st.integers(1, len(own) - 1), max_size=3)))
    return [" ".join(own[first:last]) for first, last in pairwise([0, *cuts, len(own)])]


def is_partition(statement: Statement) -> bool:
    """Say whether each non-space code point stands in exactly one sentence, label, note or piece of furniture."""
    counts = [0] * len(statement.text)
    labels = [paragraph.label.span for paragraph in statement.paragraphs if paragraph.label and paragraph.label.span]
    sentences = [sentence.span for sentence in statement.sentences]
    for span in (*sentences, *labels, *statement.notes, *statement.furniture):
        for position in range(span.start, span.end):
            counts[position] += 1
    return all(count == 1 for count, letter in zip(counts, statement.text, strict=True) if not letter.isspace())
