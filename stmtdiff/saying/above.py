"""Find the speaker above a paragraph: the sentence that opens a list, or the body that resolves.

The ugly case: "The Assembly Council," is a separate line, and the subject of every paragraph below it.
"""

from stmtdiff.languages.english import BEFORE_LAST_ITEM
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.spans import Span

_ITEM_ENDS = (";", ",", *(f"{mark} {word}" for mark in ";," for word in BEFORE_LAST_ITEM))
_ORGAN = 6  # words of a line that says who resolves: "The Security Council,"


def opening_above(statement: Statement, paragraph: Paragraph) -> tuple[Paragraph, Sentence] | None:
    """Return the sentence, ending in a colon, under which a paragraph is an item; None where it is none."""
    for at, before in enumerate(reversed(statement.paragraphs[: paragraph.index])):
        ending = before.body.of(statement.text)[-6:]
        if at == 0 and paragraph.role != "item" and not ending.endswith((":", *_ITEM_ENDS)):
            return None  # the list above has ended
        if ending.endswith(":") and before.sentences:
            return before, before.sentences[-1]
        if before.role != "item" and not ending.endswith(_ITEM_ENDS):
            return None
    return None


def organ_above(statement: Statement, paragraph: Paragraph, speakers: frozenset[str]) -> Span | None:
    """Return who resolves, by the nearest line that names a body alone: it is short and ends in a comma or colon."""
    for before in reversed(statement.paragraphs[: paragraph.index]):
        norms = before.words.norms
        if 1 < len(norms) <= _ORGAN and norms[-1] in (",", ":") and speakers.intersection(norms):
            base = before.body.start
            return Span(base + before.words.starts[0], base + before.words.ends[-2])
    return None
