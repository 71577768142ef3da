"""Follow what a text points at: "paragraph 3 above" is another paragraph where the numbers have moved on.

The ugly case: a new paragraph 2 makes every later number one higher. A "paragraph 3 above" that became "paragraph 4
above" says nothing new; one that stayed as it was now points at something else, and no word of it differs.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from stmtdiff.align.link import Alignment, Link
from stmtdiff.languages.english import NEAR_IN_TEXT
from stmtdiff.model import Paragraph, Statement
from stmtdiff.patterns import later
from stmtdiff.values import Value, values

_KIND = "paragraph "  # how a reference to a paragraph begins, in the one form of its worth
_NUMBER = later(r"\d+")


class Stale(NamedTuple):
    """A reference that did not follow: the paragraph it stands in, its words, and the number that it should have.

    `place` and `now` are printed numbers; `place` is "" for a paragraph without one, `now` None where the paragraph
    pointed at was removed.
    """

    place: str
    words: str
    now: tuple[str, ...] | None


class Pointing(NamedTuple):
    """The paragraphs of two statements by their printed numbers, and which became which."""

    old: dict[str, int]
    new: dict[str, int]
    links: dict[int, Link]

    @classmethod
    def of(cls, old: Statement, new: Statement, alignment: Alignment) -> "Pointing":
        """Return the printed numbers of two aligned statements; one that two paragraphs of a side have is left out."""
        links = {paragraph: link for link in alignment.links for paragraph in link.old}
        return cls(_numbered(old), _numbered(new), links)

    def follows(self, old: str, new: str) -> bool | None:
        """Say whether the paragraph numbered `old` has become the one numbered `new`.

        None where one of the two numbers is not that of a paragraph.
        """
        if old not in self.old or new not in self.new:
            return None
        return self.new[new] in self.links[self.old[old]].new

    def now(self, old: str) -> str | None:
        """Return the printed number of what the paragraph numbered `old` became.

        It is `old` itself where no paragraph is known by this number, and None where the paragraph was removed.
        """
        if old not in self.old:
            return old
        became = self.links[self.old[old]].new
        numbers = [number for number, index in self.new.items() if index in became]
        if became and (old in numbers or not numbers):
            return old
        return numbers[0] if numbers else None


def _numbered(statement: Statement) -> dict[str, int]:
    """Return the paragraphs by those of their numbers that no two have."""
    labels = [(paragraph.label.value, paragraph.index) for paragraph in statement.paragraphs if paragraph.label]
    count = Counter(number for number, _ in labels)
    return {number: index for number, index in labels if count[number] == 1 and number.isdecimal()}


def stale(old: Statement, new: Statement, alignment: Alignment) -> tuple[Stale, ...]:
    """Return the references that both texts have in the same words ("paragraph 7 above"), and that now point elsewhere.

    They are in the order of the new text.
    """
    pointing = Pointing.of(old, new, alignment)
    if not pointing.old or not pointing.new:
        return ()
    return tuple(
        found
        for link in alignment.links
        if len(link.old) == len(link.new) == 1
        for found in _stale(old, old.paragraphs[link.old[0]], new, new.paragraphs[link.new[0]], pointing)
    )


def _stale(old: Statement, before: Paragraph, new: Statement, after: Paragraph, pointing: Pointing) -> Iterator[Stale]:
    kept = Counter(value.low for value in _references(old, before))
    place = after.label.value if after.label else ""
    for value in _references(new, after):
        numbers = tuple(_NUMBER.findall(str(value.low)))
        now = tuple(pointing.now(number) for number in numbers)
        if kept[value.low] and now != numbers:
            told = tuple(number for number in now if number is not None)
            yield Stale(place, value.span.of(after.body.of(new.text)), told if len(told) == len(now) else None)


def _references(statement: Statement, paragraph: Paragraph) -> list[Value]:
    """Return the references of a paragraph to other paragraphs of its own text, by "above" and "below"."""
    if not NEAR_IN_TEXT.intersection(paragraph.words.norms):
        return []
    found = values(paragraph.body.of(statement.text))
    return [value for value in found if value.kind == "reference" and _is_near(str(value.low))]


def _is_near(words: str) -> bool:
    return words.startswith(_KIND) and words.rpartition(" ")[2] in NEAR_IN_TEXT
