"""Link notes by the paragraphs that refer to them, where their words do not.

The ugly case: "See annex A." became "Ships of the line only." under the same sentence. No word is the same, and yet
each limits the same sentence.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stmtdiff.align.link import Alignment
from stmtdiff.align.pairing import Group
from stmtdiff.align.similarity import Scale
from stmtdiff.align.units import Units
from stmtdiff.model import Note, Statement


class Called(NamedTuple):
    """The notes to which both sides of one link of paragraphs refer.

    The numbers are positions of the notes' own paragraphs, in the order of the marks in the text.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]


def called(old: Statement, new: Statement, alignment: Alignment) -> tuple[Called, ...]:
    """Return the notes to which both sides of a paragraph link refer: a value for each link that has some on both.

    `old` and `new` are the statements themselves, and `alignment` has the links of their paragraphs.
    """
    before, after = _by_paragraph(old), _by_paragraph(new)
    found = (
        Called(_notes(link.old, before), _notes(link.new, after)) for link in alignment.links if link.old and link.new
    )
    return tuple(pair for pair in found if pair.old and pair.new)


def recalled(old: Statement, new: Statement, alignment: Alignment, notes: Alignment) -> tuple[str, ...]:
    """Return the ids of links in `notes` whose two sides are referred to by paragraphs that did not become each other.

    `alignment` has the links of the paragraphs of the statements, `notes` those of their notes. The ugly case: two
    notes changed places under the same two marks, and each now holds back what the other did.
    """
    callers = _callers(old, alignment, 0), _callers(new, alignment, 1)
    found = []
    for link in notes.links:
        before, after = _together(callers[0], link.old), _together(callers[1], link.new)
        if link.old and link.new and (before or after) and before.isdisjoint(after):
            found.append(link.id)
    return tuple(found)


def _together(callers: dict[int, frozenset[str]], notes: Sequence[int]) -> frozenset[str]:
    return frozenset[str]().union(*(callers[at] for at in notes))


def _callers(statement: Statement, alignment: Alignment, side: int) -> dict[int, frozenset[str]]:
    """Return for each paragraph of the notes of one side the links of the paragraphs that refer to its note."""
    home = {at: link.id for link in alignment.links for at in (link.old, link.new)[side]}
    found: dict[int, frozenset[str]] = {}
    for note in statement.footnotes:
        above = (statement.paragraph_at(call.start) for call in note.calls)
        links = frozenset(home[paragraph.index] for paragraph in above if paragraph)
        found.update(dict.fromkeys((paragraph.index for paragraph in note.paragraphs), links))
    return found


def by_their_callers(pairs: Sequence[Called], groups: Sequence[Group], units: Units, scale: Scale) -> Iterator[Group]:
    """Yield a group for each two notes without a partner to which the two sides of one paragraph link refer.

    They are paired in the order of their marks, and only where both sides have as many of them. `groups` are the
    links that exist already.
    """
    taken = {at for group in groups for at in group.old}, {at for group in groups for at in group.new}
    for pair in pairs:
        free = [[at for at in notes if at not in taken[side]] for side, notes in enumerate(pair)]
        if len(free[0]) != len(free[1]):
            continue
        for old, new in zip(*free, strict=True):
            taken[0].add(old)
            taken[1].add(new)
            yield Group((old,), (new,), scale.similarity(units[0][old].code, units[1][new].code), "called")


def _by_paragraph(statement: Statement) -> dict[int, list[Note]]:
    """Return the notes that each paragraph refers to, each once, in the order of the marks."""
    marks = sorted((call, note.index) for note in statement.footnotes for call in note.calls)
    found: dict[int, dict[int, Note]] = {}
    for call, index in marks:
        if paragraph := statement.paragraph_at(call.start):
            found.setdefault(paragraph.index, {})[index] = statement.footnotes[index]
    return {paragraph: list(notes.values()) for paragraph, notes in found.items()}


def _notes(paragraphs: Sequence[int], called_in: dict[int, list[Note]]) -> tuple[int, ...]:
    notes = {note.index: note for paragraph in paragraphs for note in called_in.get(paragraph, ())}
    return tuple(paragraph.index for note in notes.values() for paragraph in note.paragraphs)
