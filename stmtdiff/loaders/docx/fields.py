"""Follow the fields of a text, which have an instruction and a result, and write those that Word works out itself.

A field prints its result. Three kinds have none in the file: a sign by its number (SYMBOL), an equation (EQ), and what
was chosen in a form (FORMDROPDOWN, FORMCHECKBOX). Their switches: ECMA-376, part 1, chapter 17.16, and Word's help.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from stmtdiff.loaders.docx.equations import fraction, joined
from stmtdiff.loaders.docx.names import child, children, is_on, number, said, value
from stmtdiff.loaders.docx.symbols import UNREAD, symbol
from stmtdiff.loaders.writing import superscript

_SYMBOL = re.compile(r"\s*SYMBOL\s+(?P<code>0x[0-9A-Fa-f]{1,4}|\d{1,5}|\S)(?P<switches>.*)", re.DOTALL | re.IGNORECASE)
_FONT = re.compile(r"\\f\s+(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+))", re.IGNORECASE)
_EQUATION = re.compile(r"\s*EQ\s(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)(?P<number>-?\d*)(?P<sign>[^\w\s\\(]?)")
_LISTS = re.compile("[,;]")
_DEEPEST = 40  # brackets in brackets


@dataclass(slots=True)
class _Field:
    """An open field: its instruction, whether its result has begun and printed anything, and its form's data."""

    instruction: list[str] = field(default_factory=list)
    has_turned: bool = False
    has_printed: bool = False
    form: Any | None = None


class Fields:
    """The fields that are open at a place of a text."""

    def __init__(self) -> None:
        """Begin outside of every field."""
        self._open: list[_Field] = []

    @property
    def is_printing(self) -> bool:
        """Say whether what stands here is printed: outside of fields, or in their results."""
        return all(each.has_turned for each in self._open)

    def printed(self) -> None:
        """Note that something was printed in the results that are open."""
        for each in self._open:
            each.has_printed = True

    def end_paragraph(self) -> None:
        """Turn every field to its result: instructions end with their paragraph, results may go on."""
        for each in self._open:
            each.has_turned = True

    def instruct(self, text: str) -> None:
        """Take in a piece of the instruction of the field that is open."""
        if self._open and not self._open[-1].has_turned:
            self._open[-1].instruction.append(text)

    def step(self, element: Any) -> str:
        """Open, turn or close a field at its ``w:fldChar``; return what a field without a result prints at its end."""
        step = value(element, "fldCharType")
        if step == "begin":
            self._open.append(_Field(form=child(element, "w:ffData")))
        elif step == "separate" and self._open:
            self._open[-1].has_turned = True
        elif step == "end" and self._open:
            closed = self._open.pop()
            return "" if closed.has_printed else worked_out("".join(closed.instruction), closed.form)
        return ""


def worked_out(instruction: str, form: Any | None = None) -> str:
    """Return what Word prints for the instruction of a field without a result, "" for any other field.

    >>> worked_out('SYMBOL 179 \\\\f "Symbol"'), worked_out("EQ 4\\\\f(1,2)"), worked_out("PAGE")
    ('≥', '4 1/2', '')
    """
    if match := _SYMBOL.fullmatch(instruction):
        return _sign(match["code"], match["switches"])
    if match := _EQUATION.fullmatch(instruction):
        return _equation(match["rest"].strip())
    return _chosen(form) if form is not None else ""


def _sign(code: str, switches: str) -> str:
    """Return the sign with a number in a font: of Windows' own set, or with ``\\u`` of Unicode."""
    count = int(code, 16) if code[:2].lower() == "0x" else int(code) if code.isdecimal() else ord(code[0])
    if not 0 < count < 0x10000 or 0xD800 <= count < 0xE000:
        return UNREAD
    found = _FONT.search(switches)
    font = (found["quoted"] or found["bare"] or "") if found else ""
    is_unicode = re.search(r"\\u\b", switches, re.IGNORECASE) is not None
    if count < 0x100 and not is_unicode and font.lower() not in {"symbol", "wingdings"}:
        return bytes([count]).decode("cp1252", "replace")
    return symbol(chr(count), font)


def _chosen(form: Any) -> str:
    """Return what was chosen in a list or box of a form; a box is "☒" or "☐"."""
    choices = child(form, "w:ddList")
    if choices is not None:
        entries = [value(entry) for entry in children(choices, "w:listEntry")]
        at = child(choices, "w:result")
        at = child(choices, "w:default") if at is None else at
        index = (number(at) or 0) if at is not None else 0
        return entries[index] if 0 <= index < len(entries) else ""
    box = child(form, "w:checkBox")
    if box is not None:
        tick = child(box, "w:checked")
        tick = child(box, "w:default") if tick is None else tick
        return "☒" if tick is not None and is_on(tick) else "☐"
    return said(form, "w:textInput", "w:default") if child(form, "w:textInput") is not None else ""


def _equation(text: str) -> str:
    """Return an EQ field on one line: ``4\\f(1,2)`` is "4 1/2"; switches that only place things are left out."""
    written, at = "", 0
    while at < len(text):
        match = _COMMAND.match(text, at)
        if match is None:
            written, at = written + text[at], at + 1
            continue
        at = match.end()
        name = match["name"].lower()
        while at < len(text) and text[at] in " \\":  # further switches: \\s\\up8(1), \\b\\bc\\[(x)
            more = _COMMAND.match(text, at)
            at = more.end() if more else at + 1
            name += f" {more['name'].lower()}" if more else ""
        parts, at = _arguments(text, at)
        written = joined(written, _command(name, [_equation(part) for part in parts]))
    return written.strip()


def _command(name: str, parts: list[str]) -> str:
    if name == "f" and len(parts) == 2:
        return fraction(*parts)
    if name == "r":
        return f"√({parts[-1]})" if parts else "√"
    if name.startswith("s") and "up" in name.split():
        return "".join(superscript(part) for part in parts)
    return "".join(parts) if name[0] in "sodbxi" else ", ".join(parts)


def _arguments(text: str, at: int) -> tuple[list[str], int]:
    """Return what stands in the brackets at `at`, cut at its commas, and where they end; nothing without brackets."""
    if text[at : at + 1] != "(":
        return [], at
    depth, start, parts = 0, at + 1, []
    for index in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth > _DEEPEST:
            break
        if depth == 0 or (depth == 1 and _LISTS.match(text[index])):
            parts.append(text[start:index])
            start = index + 1
        if depth == 0:
            return parts, index + 1
    return [text[at + 1 :]], len(text)
