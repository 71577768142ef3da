"""What a paragraph or a run is by its style: a heading, numbered, bold, hidden; styles inherit from each other."""

import re
from functools import lru_cache
from typing import Any

from stmtdiff.loaders.docx.names import child, children, is_on, number, said, value

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|authorities)|index \d")
_YES = frozenset({"1", "true", "on"})
_STEP = 6  # half points above the line, at least, of what is raised by hand: the step that Word proposes
_BODY_LEVEL = 9  # the outline level of a paragraph that is no heading


class Styles:
    """The styles of one document."""

    def __init__(self, root: Any | None) -> None:
        """Take ``w:styles``, or None where a document has no styles."""
        found = list(children(root, "w:style"))
        self._styles = {value(style, "styleId"): style for style in found}
        texts = (style for style in found if value(style, "type") == "paragraph")
        self._default = next((value(style, "styleId") for style in texts if value(style, "default") in _YES), "")
        self.is_on_by_style = lru_cache(maxsize=None)(self._is_on_by_style)
        self.raised_by_style = lru_cache(maxsize=None)(self._raised_by_style)
        self.level = lru_cache(maxsize=None)(self._level)

    def style_of(self, properties: Any | None) -> str:
        """Return the id of the style that a paragraph with `properties` has."""
        return said(properties, "w:pStyle") or self._default

    def chain(self, style: str) -> list[Any]:
        """Return a style and those that it is based on, the nearest first; a circle ends where it closes."""
        made: list[Any] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            made.append(self._styles[style])
            style = said(self._styles[style], "w:basedOn")
        return made

    def is_title(self, style: str) -> bool:
        """Say whether a style, or one that it is based on, is Word's "Title"."""
        return any(_name(step) == "title" for step in self.chain(style))

    def is_contents(self, style: str) -> bool:
        """Say whether a style is one of a table of contents."""
        return any(_CONTENTS.fullmatch(_name(step)) for step in self.chain(style))

    def _level(self, style: str) -> int:
        """Return 1 to 9 for the style of a heading, 0 for any other."""
        for step in self.chain(style):
            if match := _HEADING.fullmatch(_name(step)):
                return int(match[1])
            level = outline_level(child(step, "w:pPr"))
            if level is not None:
                return level
        return 0

    def is_raised(self, run: Any | None, paragraph: str) -> bool:
        """Say whether a run is set above its line, as a superscript or by hand."""
        own = _is_set_up(run)
        return self.raised_by_style(said(run, "w:rStyle") if run is not None else "", paragraph) if own is None else own

    def is_on(self, name: str, run: Any | None, paragraph: str) -> bool:
        """Say whether a run has a quality such as "w:b": by itself, by its style, or by its paragraph's style."""
        switch = child(run, name) if run is not None else None
        if switch is not None:
            return is_on(switch)
        return self.is_on_by_style(name, said(run, "w:rStyle") if run is not None else "", paragraph)

    def _raised_by_style(self, character: str, paragraph: str) -> bool:
        for style in (character, paragraph):
            for step in self.chain(style):
                found = _is_set_up(child(step, "w:rPr"))
                if found is not None:
                    return found
        return False

    def _is_on_by_style(self, name: str, character: str, paragraph: str) -> bool:
        for style in (character, paragraph):
            for step in self.chain(style):
                switch = child(step, "w:rPr", name)
                if switch is not None:
                    return is_on(switch)
        return False


def _is_set_up(properties: Any | None) -> bool | None:
    """Say whether `properties` set text above its line, None when they say nothing of its height."""
    height = said(properties, "w:vertAlign") if properties is not None else ""
    if height:
        return height == "superscript"
    step = child(properties, "w:position") if properties is not None else None
    half_points = number(step) if step is not None else None
    return half_points >= _STEP if half_points else None


def outline_level(properties: Any | None) -> int | None:
    """Return the level of a heading that `properties` set: 1 to 9, 0 for "no heading", None when they set none."""
    found = child(properties, "w:outlineLvl") if properties is not None else None
    level = number(found) if found is not None else None
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def _name(style: Any) -> str:
    return said(style, "w:name").lower()
