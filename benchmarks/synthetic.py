"""Statements of any length, for measuring how time and memory grow with it.

Real series end at twenty thousand words. These have the frequencies of a language (Zipf's law) and
the changes of an ordinary year: most paragraphs kept, a third reworded, a few gone, new or moved.
"""

from itertools import accumulate
from random import Random

_SYLLABLES = ("ba", "cor", "den", "fi", "gal", "hu", "ker", "lo", "mi", "nar", "pel", "qui", "ros", "ta", "ven", "zu")
_OPENINGS = ("The Meeting", "The Ministers", "We", "The Council", "Members", "The Chair")
_VERBS = (
    "welcomed",
    "noted",
    "urged",
    "reaffirmed",
    "called for",
    "took note of",
    "stressed",
    "expressed concern about",
)
_KNOWN = 12_000  # different words
_PARAGRAPH = (3, 6)  # sentences
_SENTENCE = (10, 28)  # words
_SECTION = 50  # paragraphs
_REWORDED, _GONE, _NEW, _MOVED = 0.3, 0.04, 0.04, 0.02  # of the paragraphs


class Writer:
    """Writes pairs of statements; the same seed writes the same ones."""

    def __init__(self, seed: str) -> None:
        """Make up a vocabulary out of `seed`."""
        self._random = Random(seed)
        self._words = [self._word() for _ in range(_KNOWN)]
        self._weights = list(accumulate(1 / rank for rank in range(1, _KNOWN + 1)))

    def pair(self, words: int) -> tuple[str, str]:
        """Return an old and a new statement of about `words` words each."""
        old: list[str] = []
        length = 0
        while length < words:
            old.append(self._paragraph())
            length += len(old[-1].split())
        return _printed(old), _printed(self._revised(old))

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 4)))

    def _some(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def _sentence(self) -> str:
        opening = f"{self._random.choice(_OPENINGS)} {self._random.choice(_VERBS)}"
        return f"{opening} {' '.join(self._some(self._random.randint(*_SENTENCE)))}."

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(*_PARAGRAPH)))

    def _revised(self, old: list[str]) -> list[str]:
        random = self._random
        new: list[str] = []
        for paragraph in old:
            fate = random.random()
            if fate >= _GONE:
                new.append(self._reworded(paragraph) if fate < _GONE + _REWORDED else paragraph)
            if random.random() < _NEW:
                new.append(self._paragraph())
        for _ in range(round(_MOVED * len(new))):
            new.insert(random.randrange(len(new)), new.pop(random.randrange(len(new))))
        return new

    def _reworded(self, paragraph: str) -> str:
        words = paragraph.split()
        for at in sorted(self._random.sample(range(1, len(words)), max(1, len(words) // 16)), reverse=True):
            words[at : at + 1] = self._some(self._random.randint(0, 2))
        return " ".join(words)


def _printed(paragraphs: list[str]) -> str:
    """Return the paragraphs as a text: headings over every fifty, numbers that begin again under each."""
    lines = []
    for at, paragraph in enumerate(paragraphs):
        if at % _SECTION == 0:
            lines.append(f"PART {at // _SECTION + 1}")
        lines.append(f"{at % _SECTION + 1}. {paragraph}")
    return "\n\n".join(lines) + "\n"
