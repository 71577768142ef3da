"""Count the paragraphs that Word numbers by itself.

A paragraph, or its style, names a list (w:num); the list follows a pattern (w:abstractNum) that says
for nine levels where to start and how to write "%1.%2". All lists of one pattern go on with one
count, unless a list says that it starts again.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from stmtdiff.loaders.docx.counting import LONGEST, TOO_LONG, printed
from stmtdiff.loaders.docx.names import child, children, is_on, kind, number, said, value
from stmtdiff.loaders.docx.styles import Styles
from stmtdiff.loaders.docx.symbols import UNREAD, symbol

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLET = "•"
_LONG_BULLET = f"Bullets of more than {LONGEST} characters were read as {_BULLET}."


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, and how its number is written."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False  # all numbers as figures
    restart: int | None = None  # begins again after a number of this level (1 is the highest); 0 never
    style: str = ""
    font: str = ""
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """A list of a document: its pattern, its levels, and where it starts again."""

    pattern: str
    levels: tuple[Level, ...]
    starts: dict[int, int]  # by level, where this list does not go on with the pattern's count


@dataclass(frozen=True, slots=True)
class Printed:
    """The number or bullet of a paragraph as it is printed, and its depth (0 is the highest)."""

    text: str
    level: int
    is_bullet: bool


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: Any | None) -> None:
        """Take ``w:numbering``, or None where a document has no lists."""
        patterns = {value(found, "abstractNumId"): found for found in children(root, "w:abstractNum")}
        linked = {said(found, "w:styleLink"): found for found in patterns.values() if said(found, "w:styleLink")}
        self._lists = {value(found, "numId"): _list(found, patterns, linked) for found in children(root, "w:num")}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self._begun: set[tuple[str, int]] = set()
        self._doubts: set[str] = set()

    def print(self, properties: Any | None, styles: Styles) -> Printed | None:
        """Count a paragraph with `properties` and return its number, None when it has none."""
        number_id, level = self._place(properties, styles)
        found = self._lists.get(number_id)
        if found is None or level >= len(found.levels):
            return None
        self._count(number_id, found, level)
        text = self._written(found, level)
        return Printed(text, level, found.levels[level].form == "bullet") if text else None

    def doubts(self) -> tuple[str, ...]:
        """Return a sentence for each format of numbers that is not known here, and on those that are too long."""
        return tuple(sorted(self._doubts))

    def _place(self, properties: Any | None, styles: Styles) -> tuple[str, int]:
        """Return the list and the level that a paragraph, or the nearest style that says so, puts it in."""
        own = child(properties, "w:numPr") if properties is not None else None
        level = number(level_element) if (level_element := child(own, "w:ilvl")) is not None else None
        number_id = said(own, "w:numId") if own is not None else ""
        if number_id:
            return number_id, min(max(level or 0, 0), _LEVELS - 1)
        for style in styles.chain(styles.style_of(properties)):
            found = child(style, "w:pPr", "w:numPr")
            number_id = said(found, "w:numId") if found is not None else ""
            if level is None:
                level = self._level_of(number_id, style, found)
            if number_id:
                break
        return number_id, min(max(level or 0, 0), _LEVELS - 1)

    def _level_of(self, number_id: str, style: Any, properties: Any | None) -> int | None:
        """Return the level that belongs to a style: the one that names it, else the one that it names."""
        found = self._lists.get(number_id)
        name = value(style, "styleId")
        linked = (index for index, level in enumerate(found.levels) if level.style == name) if found else iter(())
        by_name = child(properties, "w:ilvl") if properties is not None else None
        return next(linked, number(by_name) if by_name is not None else None)

    def _count(self, number_id: str, found: List, level: int) -> None:
        counts = self._counts[found.pattern]
        if level in found.starts and (number_id, level) not in self._begun:
            counts[level] = found.starts[level] - 1
        self._begun.add((number_id, level))
        now = counts[level]
        counts[level] = found.levels[level].start if now is None else now + 1
        for deeper in range(level + 1, len(found.levels)):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None

    def _written(self, found: List, level: int) -> str:
        shape = found.levels[level]
        if shape.form == "bullet":
            return self._bullet(shape)
        counts = self._counts[found.pattern]

        def write(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at >= len(found.levels):
                return ""
            other = found.levels[at]
            count = counts[at]
            return self._figure(other.start if count is None else count, "decimal" if shape.is_legal else other.form)

        written = _PLACE.sub(write, shape.text[: LONGEST + 1]).strip()
        if len(shape.text) <= LONGEST and len(written) <= LONGEST:
            return written
        self._doubts.add(TOO_LONG)
        return f"{counts[level]}."

    def _figure(self, count: int, form: str) -> str:
        written, doubt = printed(count, form)
        if doubt:
            self._doubts.add(doubt)
        return written

    def _bullet(self, shape: Level) -> str:
        if len(shape.text) > LONGEST:
            self._doubts.add(_LONG_BULLET)
        if shape.is_picture or len(shape.text) > LONGEST:
            return _BULLET
        return "".join(symbol(letter, shape.font) for letter in shape.text).replace(UNREAD, _BULLET).strip()


def _list(found: Any, patterns: dict[str, Any], linked: dict[str, Any]) -> List:
    pattern = said(found, "w:abstractNumId")
    abstract = patterns.get(pattern)
    style = said(abstract, "w:numStyleLink") if abstract is not None else ""
    if style in linked:  # the pattern only names a style, and the style's own pattern has the levels
        abstract = linked[style]
        pattern = value(abstract, "abstractNumId")
    levels = [Level()] * _LEVELS
    for level in children(abstract, "w:lvl"):
        levels[_index(level)] = _level(level)
    starts: dict[int, int] = {}
    for override in children(found, "w:lvlOverride"):
        inner, start = child(override, "w:lvl"), child(override, "w:startOverride")
        if inner is not None:
            levels[_index(override)] = _level(inner)
        if start is not None:
            starts[_index(override)] = number(start) or 0
    return List(pattern, tuple(levels), starts)


def _index(element: Any) -> int:
    return min(max(number(element, "ilvl") or 0, 0), _LEVELS - 1)


def _level(element: Any) -> Level:
    start, restart, legal = (child(element, name) for name in ("w:start", "w:lvlRestart", "w:isLgl"))
    fonts = child(element, "w:rPr", "w:rFonts")
    first = number(start) if start is not None else None
    return Level(
        1 if first is None else first,
        _form(element),
        said(element, "w:lvlText"),
        legal is not None and is_on(legal),
        number(restart) if restart is not None else None,
        said(element, "w:pStyle"),
        (value(fonts, "ascii") or value(fonts, "hAnsi")) if fonts is not None else "",
        child(element, "w:lvlPicBulletId") is not None,
    )


def _form(level: Any) -> str:
    """Return the format of a level's numbers; a newer one stands in a choice beside an older."""
    found = child(level, "w:numFmt")
    choice = child(level, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    if choice is not None and value(choice) == "custom" and value(choice, "format"):
        return f"custom {value(choice, 'format').split(',')[0].strip()}"
    if found is None:
        found = next((inner for inner in level.iter() if kind(inner) == "w:numFmt"), None)
    return value(found) if found is not None and value(found) else "decimal"
