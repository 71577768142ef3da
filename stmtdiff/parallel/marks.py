"""What a paragraph shows that a translation keeps: values, a printed number, roots of words, a length.

That words which begin alike in two languages ("Commission", "comisión") tell which passages belong together is a
finding of M. Simard, G. Foster and P. Isabelle, "Using cognates to align sentences in bilingual corpora" (1992); four
letters are theirs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from stmtdiff.languages import Language
from stmtdiff.model import Paragraph, Statement
from stmtdiff.values import Value, plain_values

ROOT = 4  # letters
_WORD = re.compile(r"[^\W\d_]+")
Worth = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one paragraph: what it is worth reading in any language.

    `values` are those of `plain_values`, as spans of the statement's text, `worths` the same as they are compared;
    `roots` are the beginnings of its words; `length` counts code points.
    """

    values: tuple[Value, ...]
    worths: frozenset[Worth]
    roots: frozenset[str]
    label: str
    is_heading: bool
    length: int


def worth_of(value: Value) -> Worth:
    """Return what is equal of one value in two languages."""
    return value.kind, str(value.high)


def marks_of(statement: Statement, language: Language) -> list[Marks]:
    """Return the marks of each paragraph of a statement in `language`."""
    return [_marks(statement.text, paragraph, language) for paragraph in statement.paragraphs]


def _marks(text: str, paragraph: Paragraph, language: Language) -> Marks:
    own = paragraph.body.of(text)
    values = tuple(value.shifted(paragraph.body.start) for value in plain_values(own, language))
    return Marks(
        values,
        frozenset(map(worth_of, values)),
        roots_of(own),
        label_of(paragraph, language),
        paragraph.role in {"heading", "title"},
        len(own),
    )


def roots_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words of `text` that are long enough.

    >>> sorted(roots_of("La Commission a adopté le texte"))
    ['adop', 'comm', 'text']
    """
    return frozenset(plain(word)[:ROOT] for word in _WORD.findall(text) if len(word) >= ROOT)


def label_of(paragraph: Paragraph, language: Language) -> str:
    """Return a printed number as it is compared: in figures or Roman letters; "" for letters of an alphabet.

    >>> from stmtdiff.languages import load
    >>> from stmtdiff.outline import from_paragraphs
    >>> [label_of(one, load("en")) for one in from_paragraphs(["It met.", "It rose."], labels=["12", "(a)"]).paragraphs]
    ['12', '']
    """
    label = paragraph.label.value.lower() if paragraph.label else ""
    label = str(language.ordinals.get(label, label))
    return label if any(letter.isdecimal() for letter in label) or re.fullmatch("[ivxl]+", label) else ""


def plain(word: str) -> str:
    """Return a word in small letters without accents: what two languages may spell alike.

    >>> plain("Brévia")
    'brevia'
    """
    if word.isascii():
        return word.lower()
    return "".join(letter for letter in normalize("NFKD", word.lower()) if not combining(letter))


def joined(marks: Sequence[Marks]) -> Marks:
    """Return the marks of several paragraphs as those of one."""
    if len(marks) == 1:
        return marks[0]
    return Marks(
        tuple(value for one in marks for value in one.values),
        frozenset[Worth]().union(*(one.worths for one in marks)),
        frozenset[str]().union(*(one.roots for one in marks)),
        marks[0].label,
        all(one.is_heading for one in marks),
        sum(one.length for one in marks),
    )
