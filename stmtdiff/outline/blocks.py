"""Gather the lines of a text into blocks: a paragraph, an item or a heading each."""

from stmtdiff.languages import ENGLISH, Language
from stmtdiff.languages.english import BEFORE_LAST_ITEM
from stmtdiff.model import Mark
from stmtdiff.outline.labels import Candidate, Printed, candidate, is_annex, is_article
from stmtdiff.outline.lines import Line, Wrapping, cut_at_numbers, read_lines
from stmtdiff.outline.numbering import Numbering
from stmtdiff.records import dataclass
from stmtdiff.spans import Span

_BEFORE_LAST = tuple(f"; {word}" for word in BEFORE_LAST_ITEM)
_PLACES = frozenset({"page", "anchor", "label"})  # marks that do not say what a block is


@dataclass(slots=True)
class Block:
    """A run of lines that belong together, still growing while the lines are read."""

    start: int
    end: int
    lines: int
    label: Printed | None
    mark: Mark | None
    is_article: bool = False  # the number of an article alone on its line

    @property
    def body(self) -> int:
        """Return where the text behind the label begins."""
        return self.label.body if self.label else self.start


def read_blocks(text: str, marks: tuple[Mark, ...], skip: list[Span], language: Language = ENGLISH) -> list[Block]:
    """Return the blocks of `text`, in `language`, outside the spans of `skip`, each with the label that it prints."""
    lines = read_lines(text, skip)
    return _Gathering(text, lines if len(lines) > 1 else cut_at_numbers(text, lines), marks, language).run()


class _Gathering:
    """One pass over the lines of a text."""

    def __init__(self, text: str, lines: list[Line], marks: tuple[Mark, ...], language: Language) -> None:
        self._text = text
        self._is_article = [is_article(text, line, language) for line in lines]
        self._lines = lines
        self._marks = {mark.span.start: mark for mark in marks if mark.kind not in _PLACES}
        self._given = {mark.span.start: mark.span.end for mark in marks if mark.kind == "label"}
        self._candidates = [_candidate(text, lines, index, language) for index in range(len(lines))]
        self._numbering = Numbering([found for found in self._candidates if found])
        self._wrapping = Wrapping(text, lines)

    def run(self) -> list[Block]:
        blocks: list[Block] = []
        for index, line in enumerate(self._lines):
            if blocks and line.start <= blocks[-1].body:  # the text of a number that stands on its own line
                blocks[-1].end = line.end
                continue
            if is_annex(self._text, line.start, line.end):
                self._numbering.restart()
            is_start = self._is_start(index)
            label = self._label(index, is_start)
            if is_start or label:
                mark = self._marks.get(line.start)
                blocks.append(Block(line.start, line.end, 1, label, mark, self._is_article[index]))
            else:
                blocks[-1].end = line.end
                blocks[-1].lines += 1
        return blocks

    def _is_start(self, index: int) -> bool:
        line = self._lines[index]
        if index == 0 or line.is_after_blank or line.start in self._marks or line.start in self._given:
            return True
        if self._is_article[index] or self._is_article[index - 1]:
            return True
        return self._wrapping.is_new_paragraph(self._lines[index - 1], line)

    def _label(self, index: int, is_start: bool) -> Printed | None:
        found, line = self._candidates[index], self._lines[index]
        given = self._given_label(line)
        if found is None or (given and found.end != given.end):
            return given
        is_after_stop = index == 0 or self._is_stop(self._lines[index - 1])
        is_short = line.end - line.start <= 100 and self._text[line.end - 1] not in ".;,:"
        before = self._lines[index - 1] if index else line
        read = self._numbering.read(
            found,
            is_start=is_start,
            is_after_stop=is_after_stop,
            indent=line.indent,
            is_short=is_short,
            is_behind_gap=bool(self._text[before.end : line.start].strip()),
        )
        return read or given

    def _given_label(self, line: Line) -> Printed | None:
        """Return the label that the loader printed at the start of `line`, as it stands."""
        end = self._given.get(line.start)
        if end is None:
            return None
        body = end + len(self._text[end : line.end]) - len(self._text[end : line.end].lstrip())
        return Printed(end, body, self._text[line.start : end].strip("().,"), 0, "given")

    def _is_stop(self, line: Line) -> bool:
        """Say whether `line` ends a clause: with a stop, or with the "and" before a list's last item."""
        return self._text[line.end - 1] in '.;:,!?)”"' or self._text.endswith(_BEFORE_LAST, line.start, line.end)


def _candidate(text: str, lines: list[Line], index: int, language: Language) -> Candidate | None:
    """Return what may be a label; a number alone on its line labels the line below, if that has none."""
    found = candidate(text, lines[index], language)
    if found is None or found.style != "alone":
        return found
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or text[below.start].islower() or candidate(text, below, language):
        return None
    printed = text[lines[index].start : lines[index].end]
    style = "brackets" if printed[0] == "(" else {".": "point", ")": "bracket"}.get(printed[-1], "bare")
    return Candidate(style, found.mark, found.end, below.start)
