"""Write a report in the notation of the case files: what a person reads and corrects by hand."""

from stmtdiff.align.link import Link
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.shifts.shift import Shift


def _reach(statement: Statement, indexes: tuple[int, ...]) -> tuple[int, int]:
    """Return from where to where the paragraphs of one side run, labels left out."""
    return statement.paragraphs[indexes[0]].body.start, statement.paragraphs[indexes[-1]].body.end


def _mark(report: Report, shift: Shift) -> str:
    old = f"[-{shift.old.of(report.old.text)}-]" if shift.old else ""
    new = f"{{+{shift.new.of(report.new.text)}+}}" if shift.new else ""
    return old + new


def marked_link(report: Report, link: Link) -> str:
    """Return a link's new text with every shift marked where it stands; a lone side is marked whole.

    A sentence that moved and changed is marked where it stood, and what changed in it where it is.
    """
    shifts = [shift for shift in report.shifts if shift.link == link.id and not (shift.carries and shift.new)]
    if not link.new:
        return "\n".join(_mark(report, shift) for shift in shifts)
    at, end = _reach(report.new, link.new)
    parts = []
    for shift in sorted(shifts, key=lambda shift: (shift.new_at, shift.new is not None)):
        parts.append(report.new.text[at : shift.new_at])
        parts += [_spaced(parts, shift), _mark(report, shift)]
        at = shift.new.end if shift.new else shift.new_at
    return "".join([*parts, report.new.text[at:end]])


def _spaced(parts: list[str], shift: Shift) -> str:
    """Return the space before words that only the old side has, as a reader would expect it."""
    before = "".join(parts[-3:])
    return " " if before and not shift.new and not before.endswith((" ", "\n")) else ""


def marked(report: Report) -> str:
    """Return the whole new side, paragraph by paragraph, removed paragraphs where they stood."""
    return "\n\n".join(marked_link(report, link) for link in report.links)


def facts(report: Report) -> str:
    """Return a line a shift, then what the links say that the marks cannot."""
    lines = []
    for shift in report.shifts:
        weight = "" if shift.is_news else f", {shift.weight} ({shift.proof})"
        direction = f", {shift.direction}" if shift.direction != "none" else ""
        lines.append(f"{shift.kind}{weight}{direction}")
    for level, links in (("paragraph", report.links), ("sentence", report.sentence_links)):
        for link in links:
            if link.kind not in {"same", "changed", "added", "removed"}:
                lines.append(f"{level} {link.kind}: {link.id}")
            if link.moved:
                lines.append(f"{level} moved: {link.id}")
    for pattern in report.patterns:
        old = pattern.old.of(report.old.text) if pattern.old else ""
        new = pattern.new.of(report.new.text) if pattern.new else ""
        lines.append(f"pattern: {old} -> {new} ({len(pattern.shifts)} times)")
    return "\n".join(lines)
