"""Turn paragraphs and sentences into units: short strings in which one character is one word.

The aligner compares word sequences thousands of times. Written as strings over an alphabet of
words they are hashed, counted, sliced and compared at the speed of strings.
"""

from collections.abc import Container, Sequence
from typing import NamedTuple

from stmtdiff.grammar import spelling, stem
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Paragraph, Statement

_SURROGATES = 0xD800, 0x800
_LONGEST_HEADING = 8  # words
_MARK = "\u203b"  # stands for every mark of a note; a sign, so that it weighs as little as a comma
_LETTERS = 0x110000 - _SURROGATES[1]


class Alphabet(dict[str, str]):
    """The letter that stands for each word, given out in the order in which words first come."""

    __slots__ = ()

    def __missing__(self, word: str) -> str:
        """Give the next free letter to `word`; past a million words, letters come round again."""
        code = len(self) % _LETTERS
        letter = self[word] = chr(code if code < _SURROGATES[0] else code + _SURROGATES[1])
        return letter

    def marks(self) -> frozenset[str]:
        """Return the letters that stand for punctuation."""
        return frozenset(letter for word, letter in self.items() if len(word) == 1 and not word.isalnum())

    def weights(self) -> dict[str, float]:
        """Return what each letter weighs by its class alone: a word 1, grammar .35, a mark .15."""
        marks = self.marks()
        return {
            letter: 0.15 if letter in marks else 0.35 if word in FUNCTION_WORDS else 1.0
            for word, letter in self.items()
        }

    def stems(self) -> tuple[dict[int, str], "Alphabet"]:
        """Return which letter of a second alphabet, of stems, stands for each letter, and that alphabet.

        `str.translate` takes it: forms and spellings of one word get one letter.
        """
        stems = Alphabet()
        return {ord(letter): stems[stem(spelling(word))] for word, letter in self.items()}, stems

    def spell(self, norms: Sequence[str]) -> str:
        """Return the code of some words: a string with one character for each of `norms`; new words get new ones."""
        return "".join(map(self.__getitem__, norms))


class Unit(NamedTuple):
    """What the aligner knows of a paragraph or sentence (a named tuple: thousands are made).

    `code` spells its words, `label` is its printed number, `title` the heading that a caller
    named for it.
    """

    code: str
    label: str = ""
    title: str = ""
    is_heading: bool = False


Units = tuple[Sequence[Unit], Sequence[Unit]]  # of the old side and of the new


def paragraph_units(statement: Statement, alphabet: Alphabet) -> list[Unit]:
    """Return one unit for each paragraph of a statement, in order; `alphabet` learns the words of the statement.

    Marks that refer to notes are all one sign: where they count one further, each would lead to the next paragraph.
    """
    titles = [section.title for section in statement.sections]
    marks = _marks_of_notes(statement)
    return [
        Unit(
            alphabet.spell(_without_marks(paragraph.words.norms, marks.get(paragraph.index))),
            paragraph.label.value if paragraph.label else "",
            titles[paragraph.section] if titles else "",
            _is_heading(paragraph),
        )
        for paragraph in statement.paragraphs
    ]


def _marks_of_notes(statement: Statement) -> dict[int, set[int]]:
    """Return by paragraph which of its tokens refer to notes."""
    found: dict[int, set[int]] = {}
    for call in (call for note in statement.footnotes for call in note.calls):
        if paragraph := statement.paragraph_at(call.start):
            found.setdefault(paragraph.index, set()).update(range(*paragraph.tokens_inside(call)))
    return found


def _without_marks(norms: tuple[str, ...], marks: Container[int] | None) -> Sequence[str]:
    return norms if marks is None else [_MARK if at in marks else norm for at, norm in enumerate(norms)]


def _is_heading(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a heading; units that a caller hands over carry no role, so short ones show it.

    A few words without a mark at their end ("Regional issues") read as a heading.
    """
    if paragraph.role != "body":
        return paragraph.role in ("title", "heading")
    norms = paragraph.words.norms
    return 0 < len(norms) <= _LONGEST_HEADING and norms[-1][-1].isalnum()


def sentence_units(paragraphs: Sequence[Paragraph], units: Sequence[Unit]) -> list[Unit]:
    """Return one unit for each sentence, in order.

    `units` are those of `paragraphs`; the code of a sentence is cut out of the code of its paragraph.
    """
    return [
        Unit(unit.code[sentence.first : sentence.last], is_heading=unit.is_heading)
        for paragraph, unit in zip(paragraphs, units, strict=True)
        for sentence in paragraph.sentences
    ]
