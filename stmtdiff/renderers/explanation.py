"""Explain one shift: its cut, its kind, its proof, and its links."""

from collections.abc import Iterator

from stmtdiff.align.link import METHODS, Link
from stmtdiff.edits import PASSES
from stmtdiff.errors import RenderError
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import spelled_out
from stmtdiff.report import Report, Side
from stmtdiff.shifts import Shift

SIDES: tuple[Side, Side] = ("old", "new")


def explain(report: Report, name: str) -> str:
    """Return as lines of text what is known of the shift called `name`: its id, or its number in the report from 1.

    Raises:
        RenderError: when the report has no such shift; it says which there are.
    """
    shift = find_shift(report, name)
    number, count = _all(report).index(shift) + 1, len(_all(report))
    report = next(part for part in report.parts if shift in part.shifts)
    lines = [
        f"Shift {number} of {count}: {shift.id}",
        *_shift(report, shift),
        "",
        *_cut(report, shift),
        "",
        *_links(report, shift),
    ]
    return spelled_out("\n".join(lines) + "\n")


def find_shift(report: Report, name: str) -> Shift:
    """Return the shift with the id `name`, or that many from the start of the report.

    Raises:
        RenderError: when there is none.
    """
    shifts = _all(report)
    if name.isascii() and name.isdigit() and 1 <= int(name[:9]) <= len(shifts):
        return shifts[int(name) - 1]
    found = next((shift for shift in shifts if shift.id == name), None)
    if found is not None:
        return found
    if not shifts:
        raise RenderError(f"there is no shift '{name}'", hint="nothing changed between the two")
    raise RenderError(f"there is no shift '{name}'", hint=f"shifts: 1 to {len(shifts)}, or an id like {shifts[0].id}")


def _all(report: Report) -> list[Shift]:
    """Return the shifts of the paragraphs, then those of the notes."""
    return [shift for part in report.parts for shift in part.shifts]


def _shift(report: Report, shift: Shift) -> Iterator[str]:
    for side, span in zip(SIDES, (shift.old, shift.new), strict=True):
        words = " ".join(span.of(report.statement(side).text).split()) if span else "(nothing)"
        yield f"  {side}: {words}"
    yield f"  kind: {shift.kind}"
    if shift.moved:
        yield "  in a sentence that moved; the sentence itself is one shift where it left and one where it arrived"
    spoken = report.annotations_of(shift.id)
    if shift.proof:
        yield f"  {shift.weight}: {shift.proof}"
    else:
        yield "  news: no proof that it is routine" + (", and a rule judges it" if spoken else "")
    yield from (f"  rule {one.rule}: {one.word or one.severity}: {one.message}" for one in spoken)


def _cut(report: Report, shift: Shift) -> Iterator[str]:
    yield "How the phrase was cut"
    if not shift.passes:
        yield f"  not at all: the whole paragraph was {report.link(shift.link).kind}"
    yield from (f"  {name}: {PASSES[name]}" for name in dict.fromkeys(shift.passes))


def _links(report: Report, shift: Shift) -> Iterator[str]:
    yield "What was compared with what"
    link = report.link(shift.link)
    yield from _link(report, link, "paragraph")
    if not (link.old and link.new):
        return
    inner = [
        report.sentence_link_of(side, sentence.index)
        for side, span in zip(SIDES, (shift.old, shift.new), strict=True)
        if span
        for sentence in report.statement(side).sentences_at(span)
    ]
    for one in {each.id: each for each in inner}.values():
        yield from _link(report, one, "sentence")


def _link(report: Report, link: Link, noun: str) -> Iterator[str]:
    names = _sides(report, link.level, link.old, link.new)
    moved = ", moved" if link.moved else ""
    if not (link.old and link.new):
        yield f"  {noun} {names}: {link.kind}{moved}; it has no counterpart"
    else:
        yield f"  {noun} {names}: {link.kind}{moved}, likeness {link.score} of 1000"
    yield from (f"    method {name}: {METHODS[name]}" for name in link.method.split("+"))
    if (rival := link.runner_up) is None:
        yield "    rival: none was similar"
    else:
        yield f"    rival: {_sides(report, link.level, rival.old, rival.new)}, likeness {rival.score}"


def _sides(report: Report, level: str, old: tuple[int, ...], new: tuple[int, ...]) -> str:
    """Return how the units of a link are named: "4 -> 5", "2 of 4 -> nothing"."""
    named = [
        " and ".join(_name(report, level, side, index) for index in units) or "nothing"
        for side, units in zip(SIDES, (old, new), strict=True)
    ]
    return " -> ".join(named)


def _name(report: Report, level: str, side: Side, index: int) -> str:
    statement = report.statement(side)
    if level == "paragraph":
        return place(statement.paragraphs[index])
    home = statement.paragraphs[statement.sentences[index].paragraph]
    return f"{index - home.sentences[0].index + 1} of {place(home)}"
