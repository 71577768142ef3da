"""Markdown for a mail, an issue or a note: rows as quotations, dropped and gained words as <del> and <ins>.

``**`` and ``~~`` cannot hold every phrase: ``resolutions**. The Meeting**`` is no emphasis, because
a full stop follows the opening stars (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
The two HTML elements have no such rule, and say what they mean.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from stmtdiff.renderers.arrangement import Arrangement, Fold, Heading, Throughout
from stmtdiff.renderers.marks import brackets
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.pieces import Fragment, Piece, fragments
from stmtdiff.renderers.rows import Row, from_to
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import called, commented, directions, doubts, findings, folded, lived, repeated_in
from stmtdiff.report import Report, Side
from stmtdiff.rules.annotation import Annotation

ELEMENTS: dict[Side, str] = {"old": "del", "new": "ins"}
_MARKUP = re.compile(r"[\\`*_{}\[\]<&~|#$^]")
_START = re.compile(r"^\s*(?=[-+=:>])|^\s*\d+(?=[.)])")  # what begins a list, a rule or a quotation
_LINK = re.compile(r"(?i)(://|(?<=www)\.|@(?=\w))")
_NOTHING = "<!-- -->"  # keeps two characters apart and shows nothing


def render(report: Report, options: Options) -> str:
    """Return the report as GitHub-flavoured Markdown."""
    blocks = [*_head(report), *_body(report, options)]
    if report.footnotes and (beside := list(_body(report.footnotes, options, noun="note"))):
        blocks += ["### Notes", *beside]
    if comments := [f"- {escape(told)}" for told in commented(report.comments, report.new)]:
        blocks += ["### Comments", "\n".join(comments)]
    return "\n\n".join(blocks) + "\n"


def _body(report: Report, options: Options, *, noun: str = "paragraph") -> Iterator[str]:
    """Yield the blocks of a report's rows, after what runs through its text."""
    arrangement = Arrangement(report, options)
    for repeated in arrangement.throughout():
        yield _throughout(report, repeated)
    for item in arrangement.items():
        if isinstance(item, Heading):
            yield f"### {escape(item.title)}"
        elif isinstance(item, Fold):
            yield f"*... {folded(item, noun)}*"
        else:
            yield from _row(report, item)


def escape(text: str) -> str:
    """Return statement text that stays text in a Markdown report: no markup, no links, nobody notified by an @name."""
    return _LINK.sub(lambda match: f"{match[0][0]}{_NOTHING}{match[0][1:]}", escape_markup(text))


def escape_markup(text: str) -> str:
    """Return statement text that is no Markdown markup, also at the start of a line; addresses stay whole.

    >>> print(escape_markup("# *Grave* concern"))
    \\# \\*Grave\\* concern
    """
    return _START.sub(r"\g<0>\\", _MARKUP.sub(r"\\\g<0>", visible(text)))


def _head(report: Report) -> Iterator[str]:
    yield from (f"> **{escape(notice)}**" for notice in report.notices)
    yield f"**{report.counts}**"
    if told := directions(report):
        yield escape(told)
    yield from (f"> {escape(doubt)}" for doubt in doubts(report))
    yield f"{escape(called(report.old))} -> {escape(called(report.new))}"


def _throughout(report: Report, repeated: Throughout) -> str:
    text = marked(report, repeated.pieces)
    where = escape(repeated_in(report, repeated))
    return "\n".join([f"throughout: {text} {len(repeated.shifts)} times, in {where}", *_findings(repeated.annotations)])


def _row(report: Report, row: Row) -> Iterator[str]:
    yield f"**{escape(from_to(row))}** {'; '.join(row.remarks)}".rstrip()
    yield "\n>\n".join(f"> {marked(report, pieces)}" for pieces in row.inline)
    told = [*_findings(row.annotations), *([f"- *{escape(life)}*"] if (life := lived(row.lives)) else [])]
    if told:
        yield "\n".join(told)


def _findings(annotations: Iterable[Annotation]) -> list[str]:
    return [f"- {escape(text)}" for _, text in findings(annotations)]


def marked(report: Report, pieces: Sequence[Piece]) -> str:
    """Return pieces as one line of Markdown, each escaped once and then marked."""
    return "".join(_mark(fragment) for fragment in fragments(report, pieces)).strip()


def _mark(fragment: Fragment) -> str:
    text, piece = fragment
    if piece is None:
        return text
    if piece.elided:
        return f"*\\[... {piece.elided} words ...\\]*"
    escaped = escape(text)
    if piece.shift is None or piece.carried:
        return escaped
    if piece.quiet:
        opening, closing = brackets(piece.side, quiet=True)
        return f"{opening}{escaped}{closing}"
    element = ELEMENTS[piece.side]
    return f"<{element}>{escaped}</{element}>"
