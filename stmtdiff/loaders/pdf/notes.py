"""Find the footnotes at the end of a column.

They are set smaller than the text or stand under a short rule, and begin with a raised figure or a star.
"""

import re
from collections.abc import Sequence

from stmtdiff.loaders.pdf.measures import Measures
from stmtdiff.loaders.pdf.pages import Line, Rule
from stmtdiff.notemarks import bare, references

_RAISED = r"[⁰¹²³⁴-⁹]{1,3}|[*∗]{1,3}|†{1,2}|‡|§|\[\d{1,3}\]|\d{1,3}/(?=\s)|[a-z]/(?=\s)"
_MARK = re.compile(rf"(?P<mark>{_RAISED})")
_PLAIN = re.compile(r"(?P<mark>\d{1,3})[.)]?\s+\S")
_FORMS = frozenset({"raised", "sign", "bracket"})
_SHORTEST, _LONGEST = 15.0, 0.67  # of a rule over notes: points, and part of the column
_UNDERSCORES = re.compile(r"_{5,}")


def split_notes(
    lines: Sequence[Line],
    rules: Sequence[Rule],
    measures: Measures,
    *,
    left: float,
    right: float,
    is_continued: bool,
) -> tuple[list[Line], list[list[Line]], int | None]:
    """Cut the lines of a column into text, notes, and the index of a typed rule of underscores between them.

    The first note has no mark where it goes on from the page before, as it may when that `is_continued`.
    """
    start, rule = _under_rule(lines, rules, measures, left, right, is_continued)
    if start is None:
        start = _first_small(lines, measures)
    if start is None:
        return list(lines), [], None
    notes: list[list[Line]] = []
    for line in lines[start:]:
        if not notes or _begins_note(line, notes[-1][0]):
            notes.append([line])
        else:
            notes[-1].append(line)
    return list(lines[: start if rule is None else rule]), notes, rule


def note_mark(text: str) -> str:
    """Return the mark that a note begins with, figures set low: "3" for "³ See annex", "" without one."""
    match = _MARK.match(text) or _PLAIN.match(text)
    return bare(match["mark"]) if match else ""


def is_called(mark: str, text: str) -> bool:
    """Say whether `text` refers to the note with the bare `mark`."""
    return bool(mark) and any(call.name == mark and call.form in _FORMS for call in references(text))


def _begins_note(line: Line, before: Line) -> bool:
    if _MARK.match(line.text):
        return line.left <= before.left + 2 * line.size
    plain, last = _PLAIN.match(line.text), note_mark(before.text)
    return plain is not None and last.isdecimal() and int(plain["mark"]) == int(last) + 1


def _under_rule(
    lines: Sequence[Line], rules: Sequence[Rule], measures: Measures, left: float, right: float, is_continued: bool
) -> tuple[int | None, int | None]:
    """Return the index of the first line below a rule that parts notes from text, and that of a typed rule."""
    for index, line in enumerate(lines[:-1]):
        if _UNDERSCORES.fullmatch(line.text.replace(" ", "")) and _are_notes(lines[index + 1 :], measures):
            return index + 1, index
    width = right - left
    for rule in sorted(rules, key=lambda rule: rule.y):
        length = rule.right - rule.left
        is_usual = _SHORTEST <= length <= _LONGEST * width or (is_continued and length > _LONGEST * width)
        if not is_usual or not left - 10 <= rule.left <= left + width / 3:
            continue
        start = next((index for index, line in enumerate(lines) if line.y < rule.y), len(lines))
        if 0 < start < len(lines) and _are_notes(lines[start:], measures):
            return start, None
    return None, None


def _are_notes(lines: Sequence[Line], measures: Measures) -> bool:
    """Say whether lines below a rule are notes: they begin with a mark, or are all set small."""
    return _MARK.match(lines[0].text) is not None or all(measures.is_small(line) for line in lines)


def _first_small(lines: Sequence[Line], measures: Measures) -> int | None:
    """Return the index of the first of the small lines at the end that begins with a note's mark."""
    first = len(lines)
    while first and measures.is_small(lines[first - 1]):
        first -= 1
    for index in range(first, len(lines)):
        if _MARK.match(lines[index].text) or (_PLAIN.match(lines[index].text) and first):
            return index
    return None
