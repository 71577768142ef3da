"""Pairs of texts that stop a comparer of words: each is one paragraph, of as many words as are asked for.

Real statements hold them in small: a table read out of a page, an annex that is one sentence, a roll of names.
All of it is made up; the same size gives the same texts.
"""

from collections.abc import Callable
from random import Random

from benchmarks.synthetic import Writer

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KNOWN = 8_000  # different words
_ADVERBS = ("again", "once", "twice", "firmly", "gladly", "today")

Pair = tuple[str, str]


def _words(number: int, seed: str) -> list[str]:
    random = Random(seed)
    known = ["".join(random.choices(_LETTERS, k=random.randint(3, 9))) for _ in range(_KNOWN)]
    return random.choices(known, k=number)


def _sentences(words: list[str]) -> str:
    rows = (words[at : at + 20] for at in range(0, len(words), 20))
    return " ".join(f"{' '.join(row).capitalize()}." for row in rows)


def prose(words: int) -> Pair:
    """Return an ordinary year: many paragraphs, most of them kept."""
    return Writer(f"shape {words}").pair(words)


def table(words: int) -> Pair:
    """Return two columns of one table that changed places, line by line."""
    return "Jan 1.5 2.5\n" * (words // 3), "Jan 2.5 1.5\n" * (words // 3)


def litany(words: int) -> Pair:
    """Return three words said again and again, in two orders."""
    return "a b c " * (words // 3), "b a c " * (words // 3)


def strangers(words: int) -> Pair:
    """Return two paragraphs that share words and no sentence."""
    old, new = _words(2 * words, "strangers"), _words(2 * words, "strangers")
    return _sentences(old[:words]), _sentences(new[words:])


def minutes(words: int) -> Pair:
    """Return sentences that differ by a word; every other one of them changed."""
    random = Random("minutes")

    def side() -> str:
        said = "The Committee of Ostrel noted {} that the harbour of Brevia was open and that trade would go on."
        return " ".join(said.format(random.choice(_ADVERBS)) for _ in range(words // 19))

    return side(), side()


def roll(words: int) -> Pair:
    """Return numbered sentences that are all alike, of which every seventh changed its number."""
    said = "The Committee of Ostrel noted in item {} that the harbour of Brevia was open and that trade would go on."
    number = words // 21
    return tuple(  # type: ignore[return-value]  # it has two
        " ".join(said.format(at + step * (at % 7 == 0)) for at in range(number)) for step in (0, 1)
    )


def endless(words: int) -> Pair:
    """Return one sentence of which two words changed."""
    old = _words(words, "endless")
    new = list(old)
    new[words // 4], new[3 * words // 4] = "harbourmaster", "breakwater"
    return " ".join(old), " ".join(new)


def breathless(words: int) -> Pair:
    """Return one sentence of many clauses, every seventh of which changed its verb."""
    said = "and {} all sides to open berth {} of the harbour of Brevia without delay"
    number = words // 15
    return tuple(  # type: ignore[return-value]  # it has two
        "Ministers met, "
        + ", ".join(said.format("asked" if step and at % 7 == 0 else "urged", at) for at in range(number))
        + "."
        for step in (0, 1)
    )


SHAPES: dict[str, Callable[[int], Pair]] = {
    shape.__name__: shape for shape in (prose, table, litany, strangers, minutes, roll, endless, breathless)
}
GAPS = "a" + " ... a" * 50  # a phrase that a text of one word has more readings of than can be counted
