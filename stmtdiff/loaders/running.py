"""Find running heads and page numbers in plain text, and take them out of the sentences they interrupt.

The ugly case: in a text copied out of a PDF, "S/RES/2094 (2013)" and "13-253062" are in the middle
of a sentence, where one page ended. They are moved to the end of the text and marked; those that
are between two paragraphs are marked where they are.
"""

import re
from collections import Counter
from itertools import pairwise

from stmtdiff.loaders.reading import Reading
from stmtdiff.model import Mark
from stmtdiff.patterns import later
from stmtdiff.spans import Span

_PAGE = later(r"(?:[-–—]\s*\d{1,4}\s*[-–—]|[Pp]age\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*[Pp]age)")
_JOB = later(
    r"\*?\d{2}-?\d{5,7}\*?(?:\s*\([A-Z]\))?(?:\s*\d{0,3})?|\d{1,3}/\d{1,3}\s?\d{2}-\d{5,6}|\d{2}-\d{5,6}\s?\d{1,3}/\d{1,3}"
)
_SYMBOL = later(r"[A-Z]{1,6}(?:/[A-Z0-9.-]+)+\s?(?:\(\d{4}\))?")
_NUMBER = later(r"\d{1,4}")
# What cannot begin a paragraph: a small letter, a year, "1718 (2006)".
_CONTINUED = later(r"(?=\w)[^A-Z\W\d_]|\(?\d{4}\b|\d{3,4} \(")
_NUMBERED = later(r"\(?\d{1,3}[.),]\s")  # "12. We", the first line of a paragraph
_LONGEST = 100
_TEXT = 40  # characters of a line that is text and not the heading over what follows


def is_running_line(line: str) -> bool:
    """Say whether `line` is a page number with its words, or a printer's job number: "Page 2 of 9", "13-25306 (E)"."""
    return _PAGE.fullmatch(line) is not None or _JOB.fullmatch(line) is not None


def set_aside(text: str) -> Reading:
    """Return `text` with its running heads and page numbers marked as furniture.

    Only those that interrupt a sentence change their place.
    """
    lines = text.split("\n")
    furniture = _furniture(lines)
    if not furniture:
        return Reading(text)
    lifted = _interrupting(lines, furniture)
    kept = [index for index in range(len(lines)) if index not in lifted]
    moved = sorted(index for index in lifted if lines[index].strip())
    written: list[str] = []
    marks: list[Mark] = []
    position = 0
    for index in [*kept, *moved]:
        line = lines[index]
        if index in lifted and not _ends_blank(written):
            written.append("")
            position += 1
        if index in furniture:
            start = position + len(line) - len(line.lstrip())
            marks.append(Mark(Span(start, position + len(line.rstrip())), "furniture"))
        written.append(line)
        position += len(line) + 1
    return Reading("\n".join(written), tuple(marks))


def _ends_blank(written: list[str]) -> bool:
    """Say whether the last line written is blank."""
    return not written or not written[-1].strip()


def _furniture(lines: list[str]) -> set[int]:
    """Return the indexes of the lines that are running heads or page numbers."""
    stripped = [line.strip() for line in lines]
    found = {index for index, line in enumerate(stripped) if is_running_line(line)}
    symbols = [index for index, line in enumerate(stripped) if _SYMBOL.fullmatch(line)]
    if len(symbols) > 1:
        found.update(symbols)
    found.update(_page_numbers(stripped))
    return found | _repeated_heads(stripped, found)


def _page_numbers(lines: list[str]) -> set[int]:
    """Return lines with a number alone that rise one by one, when one of them stands inside a sentence."""
    alone = [index for index, line in enumerate(lines) if _NUMBER.fullmatch(line)]
    rising = len(alone) > 1 and all(int(lines[two]) == int(lines[one]) + 1 for one, two in pairwise(alone))
    return set(alone) if rising and any(_is_inside_sentence(lines, index, index) for index in alone) else set()


def _repeated_heads(lines: list[str], found: set[int]) -> set[int]:
    """Return lines that come back with other figures three times, set off, and once inside a sentence."""
    masked = {
        index: re.sub(r"\d+", "0", line)
        for index, line in enumerate(lines)
        if 3 < len(line) <= _LONGEST and line[-1] not in ".;:," and index not in found and not _NUMBERED.match(line)
    }
    counts = Counter(masked.values())
    often = {shape for shape, count in counts.items() if count > 2}
    inside = {
        shape
        for index, shape in masked.items()
        if shape in often and _is_inside_sentence(lines, index, index) and _is_below_text(lines, index, found)
    }
    joined = {shape for index, shape in masked.items() if shape in inside and not _is_set_off(lines, index, found)}
    return {index for index, shape in masked.items() if shape in inside - joined}


def _is_below_text(lines: list[str], index: int, found: set[int]) -> bool:
    """Say whether the text before a line is long: below a heading, what comes back is a wording."""
    before = (lines[above] for above in range(index - 1, -1, -1) if lines[above] and above not in found)
    return len(next(before, "")) >= _TEXT


def _is_set_off(lines: list[str], index: int, found: set[int]) -> bool:
    """Say whether a blank line, another running line or the text's end is at a side of the line at `index`."""
    return any(
        not 0 <= beside < len(lines) or not lines[beside] or beside in found for beside in (index - 1, index + 1)
    )


def _interrupting(lines: list[str], furniture: set[int]) -> set[int]:
    """Return the furniture that stands inside a sentence, with the blank lines around it."""
    stripped = [line.strip() for line in lines]
    lifted: set[int] = set()
    last = -1
    for index in sorted(furniture):
        if index <= last:
            continue
        last = index
        while last + 1 < len(lines) and (last + 1 in furniture or not stripped[last + 1]):
            last += 1
        first = index
        while first and not stripped[first - 1]:
            first -= 1
        if _is_inside_sentence(stripped, first, last):
            lifted.update(range(first, last + 1))
    return lifted


def _is_inside_sentence(lines: list[str], first: int, last: int) -> bool:
    """Say whether the text before line `first` runs on behind line `last`."""
    before, after = first - 1, last + 1
    while before >= 0 and not lines[before]:
        before -= 1
    while after < len(lines) and not lines[after]:
        after += 1
    if before < 0 or after == len(lines):
        return False
    return lines[before][-1] not in '.;:!?”"' and _CONTINUED.match(lines[after]) is not None
