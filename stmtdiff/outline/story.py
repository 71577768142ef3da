"""Make the second story of a statement: its notes with their paragraphs, and the places that refer to each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.model import Label, Note, Paragraph
from stmtdiff.notemarks import NoteMark, callers, leading_mark, references
from stmtdiff.outline.blocks import Block
from stmtdiff.outline.units import make_paragraph
from stmtdiff.spans import Span


def make_notes(
    text: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph], language: Language = ENGLISH
) -> tuple[Note, ...]:
    """Return the notes that `blocks` are, in order, each with the marks in `paragraphs` and in notes that refer to it.

    A mark refers to the nearest note behind it that has it: numbers may start anew in each section. Where none
    follows, as where a page refers again to a note of the page before, it is the nearest in front. Sentences end as
    they do in `language`.
    """
    notes: list[Note] = []
    marks: list[NoteMark | None] = []
    number = sentence = 0
    for own in _grouped(text, blocks):
        marks.append(_mark(text, own[0]))
        made: list[Paragraph] = []
        for block in own:
            mark = None if made else marks[-1]
            made.append(_paragraph(text, block, mark, (number, sentence), paragraphs, language))
            number, sentence = number + 1, sentence + len(made[-1].sentences)
        label = made[0].label or (Label(_name(own[0])) if _name(own[0]) else None)
        notes.append(Note(len(notes), Span(own[0].start, own[-1].end), label, tuple(made)))
    return _called(text, notes, marks, paragraphs) if notes else ()


def _grouped(text: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks of each note: neighbours that the loader gave one name, but for one that repeats its mark."""
    groups: list[list[Block]] = []
    for block in blocks:
        is_more = groups and _name(block) and _name(block) == _name(groups[-1][-1]) and not _repeats(text, block)
        if is_more and not text[groups[-1][-1].end : block.start].strip():
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _name(block: Block) -> str:
    return block.mark.value if block.mark and block.mark.kind == "note" else ""


def _repeats(text: str, block: Block) -> bool:
    mark = leading_mark(text, Span(block.start, block.end), _name(block))
    return mark is not None and mark.name == _name(block)


def _mark(text: str, block: Block) -> NoteMark | None:
    """Return the mark that `block` begins with, under the name that a loader knows, if it does."""
    name = _name(block)
    mark = leading_mark(text, Span(block.start, block.end), name)
    if mark and name and mark.name != name:  # the number of a list, "1.", where the text has a star
        return mark._replace(form="", name=name)
    return mark


def _paragraph(
    text: str,
    block: Block,
    mark: NoteMark | None,
    numbers: tuple[int, int],
    paragraphs: Sequence[Paragraph],
    language: Language,
) -> Paragraph:
    """Return a paragraph of a note; it is in the section of the paragraph that it stands behind.

    `numbers` are its own and its first sentence's among those of all notes.
    """
    before = _behind(paragraphs, block.start) - 1
    start = mark.span.end if mark else block.start
    own = text[start : block.end]
    return make_paragraph(
        text,
        numbers[0],
        Span(start + len(own) - len(own.lstrip()), block.end),
        first_sentence=numbers[1],
        start=block.start,
        label=Label(mark.name, mark.span) if mark else None,
        section=paragraphs[before].section if before >= 0 else 0,
        language=language,
    )


def _called(
    text: str, notes: Sequence[Note], marks: Sequence[NoteMark | None], paragraphs: Sequence[Paragraph]
) -> tuple[Note, ...]:
    """Return `notes` with the marks that refer to each."""
    names = _Names(notes, marks)
    body: list[list[Span]] = [[] for _ in notes]
    beside: list[list[Span]] = [[] for _ in notes]
    for paragraph in paragraphs:
        for call in references(text, paragraph.body):
            if wanted := names.nearest(call):
                body[wanted.index].append(call.span)
    follow = [_behind(paragraphs, note.span.start) for note in notes]
    for note in notes:
        for call in (call for paragraph in note.paragraphs for call in references(text, paragraph.body)):
            together = notes[bisect_left(follow, follow[note.index])]  # the first of those that stand with this one
            if wanted := names.nearest(call, together.span.start):
                beside[wanted.index].append(call.span)
    found = zip(notes, body, beside, strict=True)
    return tuple(replace(note, calls=tuple(ours), calls_in_notes=tuple(theirs)) for note, ours, theirs in found)


def _behind(paragraphs: Sequence[Paragraph], place: int) -> int:
    """Return how many paragraphs begin in front of a place."""
    return bisect_right(paragraphs, place, key=lambda paragraph: paragraph.span.start)


class _Names:
    """The notes by the marks that refer to them."""

    def __init__(self, notes: Sequence[Note], marks: Sequence[NoteMark | None]) -> None:
        self._notes: dict[tuple[str, str], list[Note]] = {}
        for note, mark in zip(notes, marks, strict=True):
            for form in callers(mark) if note.label else ():
                self._notes.setdefault((note.label.value, form), []).append(note)  # type: ignore[union-attr]

    def nearest(self, call: NoteMark, place: int | None = None) -> Note | None:
        """Return the first note behind `place`, or behind the call itself, that has its mark, else the last before."""
        named = self._notes.get((call.name, call.form))
        if named is None:
            return None
        start = call.span.start if place is None else place
        behind = bisect_left(named, start, key=lambda note: note.span.start)
        return named[min(behind, len(named) - 1)]
