"""CriticMarkup: the whole new statement with every change in it, for an editor that accepts or rejects them.

Nothing is folded, because what is accepted must be the statement. Accepting everything gives the
new wording in the new order, rejecting everything the old wording (https://criticmarkup.com). The notes
are at the end.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from stmtdiff.model import Paragraph, Statement
from stmtdiff.renderers.arrangement import Arrangement
from stmtdiff.renderers.markdown import escape_markup
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.pieces import Fragment, Piece, fragments
from stmtdiff.renderers.rows import Row, from_to
from stmtdiff.renderers.wording import called, directions, doubts, findings
from stmtdiff.report import Report

# Processors look for "{++" and "~>" without knowing backslashes, so one has to stand between the two signs.
_SIGNS = re.compile(r"(\\\{(?=[-+=>])|\\~(?=>))")


def render(report: Report, options: Options) -> str:  # noqa: ARG001  # an editor needs all of it
    """Return the new statement with the changes since the old one marked in it."""
    facts = [*report.notices, report.counts.replace(" folded", ""), directions(report), *doubts(report)]
    facts.append(f"{called(report.old)} -> {called(report.new)}")
    blocks = [_comment("; ".join(filter(None, facts)))]
    for part in report.parts:
        rows = Arrangement(part, Options(show_all=True), is_flat=True).rows()
        blocks += [block for row in rows for block in _row(part, row)]
    return "\n\n".join(blocks) + "\n"


def _row(report: Report, row: Row) -> Iterator[str]:
    """Yield the paragraphs of a row; remarks and findings follow the last one as comments."""
    statement, cells = (report.new, row.new) if row.new else (report.old, row.old)
    remarks = [f"{from_to(row)} {remark}" for remark in row.remarks]
    comments = "".join(map(_comment, [*remarks, *(text for _, text in findings(row.annotations))]))
    for number, (cell, pieces) in enumerate(zip(cells, row.inline, strict=True), 1):
        start, text = _start(statement, cell.paragraph), _marked(report, pieces)
        # a paragraph that comes or goes takes its number with it
        text = f"{text[:3]}{start}{text[3:]}" if row.link.kind in ("added", "removed") else start + text
        yield text + comments if number == len(cells) else text


def _start(statement: Statement, paragraph: Paragraph) -> str:
    """Return what is before a paragraph's body: the signs of a heading, or its printed number."""
    if paragraph.role in ("title", "heading"):
        return "#" * min(max(paragraph.level, 1) + (paragraph.role == "heading"), 6) + " "
    printed = paragraph.label.span if paragraph.label else None
    return f"{_escape(printed.of(statement.text))} " if printed else ""


def _marked(report: Report, pieces: Sequence[Piece]) -> str:
    found = deque(fragment for fragment in fragments(report, pieces) if fragment.text)
    parts: list[str] = []
    while found:
        fragment = found.popleft()
        if found and _is_replaced(fragment, found[0]):
            parts.append(f"{{~~{_escape(fragment.text)}~>{_escape(found.popleft().text)}~~}}")
        else:
            parts.append(_mark(fragment))
    return "".join(parts).strip()


def _is_replaced(fragment: Fragment, following: Fragment) -> bool:
    old, new = fragment.piece, following.piece
    return bool(old and new and old.shift and old.shift is new.shift and (old.side, new.side) == ("old", "new"))


def _mark(fragment: Fragment) -> str:
    text, piece = fragment
    if piece is None or piece.shift is None:
        return _escape(text)
    return f"{{--{_escape(text)}--}}" if piece.side == "old" else f"{{++{_escape(text)}++}}"


def _comment(text: str) -> str:
    return f"{{>>{_escape(text)}<<}}"


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\1\\", escape_markup(text))
