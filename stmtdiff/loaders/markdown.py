"""Read Markdown: what it says, without the signs that it is written with.

Front matter is kept: its title and date open the text, where a reader would see them printed.
"""

import re
from typing import TYPE_CHECKING

from stmtdiff.loaders.decoding import decode
from stmtdiff.loaders.reading import Reading, check_length
from stmtdiff.loaders.writing import Writer, count_letters, superscript
from stmtdiff.model import MarkKind
from stmtdiff.settings import AS_USUAL, ReadOptions

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

VERSION = "1"

_FRONT_MATTER = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.*?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[\w-]+)[ \t]*[:=][ \t]*(?P<value>.*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^>]*>|<!--.*", re.DOTALL)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_STARS = re.compile(r"\*\*([^*]+)\*\*")
# All marks in a row are taken at once: the parser gives up on notes inside notes, and their text would be lost.
_NOTE = re.compile(r"(?P<mark>\[\^(?P<name>[^\s\[\]]{1,40})\]:(?:[ \t]*\[\^[^\s\[\]]{1,40}\]:)*)[ \t]*")
_INDENT = 4  # columns by which the further paragraphs of a note are set in


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of the Markdown in `raw`.

    Raises:
        LoadError: when it is no text, or too long.
    """
    from markdown_it import MarkdownIt

    text, doubts = decode(raw)
    check_length(len(text), options.limits.letters)  # before it is parsed: its signs are few
    text = text.replace("\r\n", "\n")
    writer = Writer(options.limits.letters)
    front = _FRONT_MATTER.match(text)
    has_title = _write_front_matter(writer, front["lines"]) if front else False
    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    tokens = parser.parse(text[front.end() :] if front else text)
    _Walk(writer, has_title).run(tokens)
    return writer.reading(doubts)


def _write_front_matter(writer: Writer, lines: str) -> bool:
    """Write title and date as they would be printed, the other fields as furniture; say if there is a title."""
    fields = {match["key"].lower(): match for match in _FIELD.finditer(lines)}
    if "title" in fields:
        writer.add(_scalar(fields["title"]["value"]), kind="title", value="1")
    if "date" in fields:
        writer.add(_scalar(fields["date"]["value"]))
    others = [line for line in lines.split("\n") if not re.match(r"(?i:title|date)[ \t]*[:=]", line)]
    writer.add("\n".join(others), kind="furniture")
    return "title" in fields


def _scalar(value: str) -> str:
    """Return the text that a YAML or TOML value writes.

    >>> _scalar('"Leaders\\\\u2019 Communiqu\\\\xE9"')
    'Leaders’ Communiqué'
    """
    value = value.strip()
    if value[:1] == "'" == value[-1:] and len(value) > 1:
        return value[1:-1].replace("''", "'")
    if value[:1] == '"' == value[-1:] and len(value) > 1:
        return _ESCAPE.sub(_unescape, value[1:-1])
    return value


def _unescape(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        return chr(int(digits, 16)) if int(digits, 16) <= 0x10FFFF else "\ufffd"
    return {"n": " ", "t": " ", "_": "\u00a0"}.get(match[4], match[4])


def _note(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
    """Read the definition of a note, "[^1]: text", with the paragraphs that are set in below it.

    A rule of the parser, told by `silent` only to look. The plugin that the parser has for notes drops those
    to which nothing refers, and without any rule "[^1]: Agreed." names the target of a link, and is not printed.
    """
    start = state.bMarks[line] + state.tShift[line]
    match = _NOTE.match(state.src, start, state.eMarks[line])
    if match is None or state.is_code_block(line):
        return False
    if silent:
        return True
    state.push("note_open", "", 1).meta = {"name": match["name"], "mark": match["mark"]}
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    state.bMarks[line], state.tShift[line] = match.end(), 0
    state.blkIndent += _INDENT
    state.sCount[line] = state.blkIndent
    state.md.block.tokenize(state, line, end)
    state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType = kept
    state.push("note_close", "", -1)
    return True


class _Walk:
    """One walk through the blocks of a Markdown text."""

    def __init__(self, writer: Writer, has_title: bool) -> None:
        self._writer = writer
        self._has_title = has_title
        self._lists: list[str] = []  # the lists that are open: "-" or "1"
        self._label = ""
        self._heading = ""  # the level of the heading that is open
        self._cells: list[str] = []
        self._is_cell = False
        self._note = ""  # the name of the note that is open
        self._mark = ""  # the mark that is still to be printed in front of it

    def run(self, tokens: "list[Token]") -> None:
        """Write every block of `tokens`."""
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type in {"fence", "code_block"}:
                self._writer.add(token.content)
            elif token.type == "html_block":
                self._writer.add(_TAG.sub(" ", token.content))
            else:
                self._enter(token)

    def _enter(self, token: "Token") -> None:
        """Remember which heading, list, item or table begins or ends with `token`."""
        kind = token.type
        if kind in {"heading_open", "heading_close"}:
            self._heading = token.tag[1] if token.nesting == 1 else ""
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            self._lists.append("-" if kind.startswith("bullet") else "1")
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif kind == "note_open":
            self._note, self._mark = token.meta["name"], f"{token.meta['mark']} "
        elif kind == "note_close":
            self._note = self._mark = ""
        elif kind == "list_item_open":
            self._label = "- " if self._lists[-1] == "-" else f"{token.info}{token.markup} "
        elif kind in {"th_open", "td_open"}:
            self._is_cell = True
        elif kind == "tr_close":
            self._writer.add("\t".join(cell for cell in self._cells if cell))
            self._cells, self._is_cell = [], False

    def _inline(self, token: "Token") -> None:
        lines = _lines(token.children or [])
        text = "\n".join(line for line, _ in lines)
        if self._note and not self._is_cell:
            self._writer.add(self._mark + self._label + text.replace("\n", " "), kind="note", value=self._note)
            self._mark = self._label = ""
        elif self._heading:
            is_title = self._heading == "1" and not self._has_title
            self._has_title = self._has_title or is_title
            self._writer.add(text.replace("\n", " "), kind="title" if is_title else "heading", value=self._heading)
        elif self._is_cell:
            self._cells.append(text)
        elif self._lists:
            self._item(text)
        else:
            self._writer.add_lines(lines)

    def _item(self, text: str) -> None:
        depth = len(self._lists) - (self._lists[:1] == ["1"])  # numbered paragraphs are no list
        kind: MarkKind | None = "item" if depth else None
        self._writer.add(self._label + text, kind=kind, value=str(depth), indent=4 * max(0, depth - 1))
        self._label = ""


def _lines(tokens: "list[Token]") -> list[tuple[str, int]]:
    """Return the lines of inline `tokens`, each with the number of its characters, spaces aside, that are bold."""
    lines: list[list[str]] = [[]]
    bold = [0]
    depth = 0
    is_raised = False
    for token in tokens:
        text = " " if token.type == "softbreak" else token.content
        if token.type in {"strong_open", "strong_close"}:
            depth += token.nesting
        elif token.type == "hardbreak" or _BREAK.match(text):
            lines.append([])
            bold.append(0)
        elif token.type == "html_inline":
            is_raised = text.lower().startswith("<sup")
        else:
            lines[-1].append(superscript(text) if is_raised else text)
            bold[-1] += (depth > 0) * count_letters(text)
    return [_bold_by_stars("".join(parts), count) for parts, count in zip(lines, bold, strict=True)]


def _bold_by_stars(line: str, bold: int) -> tuple[str, int]:
    """Return a line that its author meant to be bold, ``**Trade **``, as bold; a space before the stars forbids it."""
    match = _STARS.fullmatch(line.strip())
    return (match[1], count_letters(match[1])) if match else (line, bold)
