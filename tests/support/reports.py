"""Reports written in the notation that they are shown in, so that tests of showing need no engine.

    Written("2", "3", "The Council voiced [-grave-] concern.", moved=True)

is a paragraph that was number 2 and is number 3, without the word *grave*. Round brackets make a
routine shift; a pilcrow is where the new side begins another paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stmtdiff.align.link import Link, LinkKind, link_id
from stmtdiff.model import Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.shifts.shift import Direction, Pattern, Shift, Weight
from stmtdiff.spans import Span

MARK = re.compile(r"([\[{(])([-+])(.*?)\2[\]})]", re.DOTALL)
BREAK = "\n\n"  # between paragraphs, as `from_paragraphs` joins them


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of the shift that holds `phrase`."""

    phrase: str
    direction: Direction
    message: str
    rule: str = "TST101"


@dataclass(frozen=True, slots=True)
class Written:
    """A row: its numbers on both sides ("" on the side where it does not stand), and its text with marks."""

    old: str
    new: str
    text: str
    moved: bool = False
    section: str = ""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A shift before it has a place: where it begins in its row, and its wording, on each side."""

    old_at: int
    new_at: int
    old: str
    new: str
    routine: bool


def report_of(*rows: Written, notices: tuple[str, ...] = (), names: tuple[str, str] = ("old.txt", "new.txt")) -> Report:
    """Return the report that `rows` describe, in the order of the new side; their numbers give the old order."""
    sides = [_sides(row.text) for row in rows]
    by_old = sorted((index for index, row in enumerate(rows) if row.old), key=lambda index: int(rows[index].old))
    by_new = [index for index, row in enumerate(rows) if row.new]
    old = _statement([(rows[index].old, rows[index].section, sides[index][0]) for index in by_old], names[0])
    new = _statement([(rows[index].new, rows[index].section, sides[index][1]) for index in by_new], names[1])
    links, shifts, notes = [], [], []
    position = 0
    for index, (row, (_, new_text, marks)) in enumerate(zip(rows, sides, strict=True)):
        olds = (by_old.index(index),) if row.old else ()
        news = tuple(range(position, position + len(new_text.split(BREAK)))) if row.new else ()
        position += len(news)
        link = _link(row, olds, news, is_changed=bool(marks))
        starts = (old.paragraphs[olds[0]].body.start if olds else 0, new.paragraphs[news[0]].body.start if news else 0)
        links.append(link)
        for number, mark in enumerate(marks, 1):
            said = [said for said in row.said if said.phrase in mark.old or said.phrase in mark.new]
            shift = _shift(f"s{index + 1}.{number}", link.id, mark, starts, said[0].direction if said else "none")
            shifts.append(shift)
            notes += [_note(shift, one) for one in said]
    return Report(
        old, new, tuple(links), _still(old, new), tuple(shifts), _patterns(shifts, old, new), tuple(notes), notices
    )


def _sides(text: str) -> tuple[str, str, list[_Mark]]:
    """Return the old text, the new text, and the shifts between them."""
    old, new = "", ""
    marks: list[_Mark] = []
    position = last_end = 0
    for match in MARK.finditer(text):
        plain = text[position : match.start()]
        old, new = _joined(old, plain.replace("¶", " ")), _joined(new, plain.replace("¶", BREAK))
        wording, is_old = match[3].replace("¶", BREAK), match[2] == "-"
        if marks and match.start() == last_end and not is_old:
            marks[-1] = replace(marks[-1], new=wording)
        else:
            made = (wording, "") if is_old else ("", wording)
            marks.append(_Mark(len(old), len(new), *made, match[1] == "("))
        old, new = (old + wording, new) if is_old else (old, new + wording)
        position = last_end = match.end()
    plain = text[position:]
    return _joined(old, plain.replace("¶", " ")), _joined(new, plain.replace("¶", BREAK)), marks


def _joined(text: str, more: str) -> str:
    return text + (more.lstrip(" ") if not text or text.endswith(" ") else more)


def _statement(units: Sequence[tuple[str, str, str]], name: str) -> Statement:
    texts, labels, headings = [], [], []
    for numbers, section, unit in units:
        parts = unit.split(BREAK)
        texts += parts
        labels += numbers.split(", ")
        headings += [section] * len(parts)
    return from_paragraphs(texts, labels=labels, headings=headings, name=name)


def _link(row: Written, old: tuple[int, ...], new: tuple[int, ...], *, is_changed: bool) -> Link:
    kind: LinkKind = "changed" if is_changed else "same"
    if not old or not new:
        kind = "removed" if old else "added"
    elif len(new) > 1:
        kind = "split"
    return Link(
        link_id("paragraph", old, new),
        "paragraph",
        old,
        new,
        kind,
        row.moved,
        1000 if kind == "same" else 800,
        "written",
    )


def _shift(identity: str, link: str, mark: _Mark, starts: tuple[int, int], direction: Direction) -> Shift:
    old_at, new_at = starts[0] + mark.old_at, starts[1] + mark.new_at
    old = Span(old_at, old_at + len(mark.old)) if mark.old else None
    new = Span(new_at, new_at + len(mark.new)) if mark.new else None
    proof = "proof" if mark.routine else ""
    weight: Weight = "routine" if mark.routine else "news"
    return Shift(identity, link, old, new, old_at, new_at, "qualifier", weight, proof, direction)


def _note(shift: Shift, said: Said) -> Annotation:
    word = said.direction
    return Annotation(shift.id, said.rule, "test", "warning", "test", said.direction, word, said.message, "why")


def _still(old: Statement, new: Statement) -> tuple[Link, ...]:
    """Return links of the sentences that stand on both sides word for word."""
    at = {sentence.span.of(new.text): sentence.index for sentence in new.sentences}
    pairs = ((one.index, at.get(one.span.of(old.text))) for one in old.sentences)
    return tuple(
        Link(link_id("sentence", (i,), (j,)), "sentence", (i,), (j,), "same", False, 1000, "written")
        for i, j in pairs
        if j is not None
    )


def _patterns(shifts: Sequence[Shift], old: Statement, new: Statement) -> tuple[Pattern, ...]:
    """Return a pattern for every replacement that stands three times or more."""
    groups: dict[tuple[str, str], list[Shift]] = {}
    for shift in shifts:
        if shift.old and shift.new:
            groups.setdefault((shift.old.of(old.text), shift.new.of(new.text)), []).append(shift)
    found = [group for group in groups.values() if len(group) >= 3]
    return tuple(
        Pattern(f"pattern-{number}", group[0].old, group[0].new, tuple(s.id for s in group))
        for number, group in enumerate(found, 1)
    )


COUNCIL = report_of(
    Written("1", "1", "The (-11th-)(+12th+) Lighthouse Council met in (-Sandmouth on 3 May 2031-)(+Harrow Quay+)."),
    Written("2", "2", "The [-Members-]{+Council+} thanked the pilots of the outer reefs for another safe year."),
    Written(
        "4",
        "3",
        "The [-Members-]{+Council+} voiced [-grave-] concern over the dimming of the northern lights, and "
        "[-urged-]{+invited+} the keepers of Vell to restore the [-full, verified and unconditional-]{+full+} schedule "
        "of the (-2031-)(+2032+) almanac. Nothing in this paragraph alters the rights of any keeper under the Charter "
        "of the Lamps, which remains the only instrument that binds every shore of the strait, great or small, in war "
        "and in peace alike.",
        moved=True,
        said=(
            Said("grave", "softer", "'grave concern' -> 'concern'"),
            Said("urged", "softer", "'urged' -> 'invited'", "TST102"),
            Said("full", "softer", "'full, verified and unconditional schedule' -> 'full schedule'", "TST103"),
        ),
    ),
    Written("3", "4", "Tide tables are printed every spring.", section="Safety at sea"),
    Written("5", "5", "The [-Members-]{+Council+} will meet again next year.", section="Safety at sea"),
    Written(
        "6",
        "6, 7",
        "Dues are paid in silver(-, and-)(+.¶The Council+) decided that arrears [-will-]{+may+} be charged.",
        section="Safety at sea",
        said=(Said("will", "softer", "'will' -> 'may'", "TST104"),),
    ),
    Written("7", "", "[-The Council recalled the wreck of the Amaranth.-]", section="Safety at sea"),
    Written(
        "",
        "8",
        "{+The Council called on all shores to end the use of false lights without delay "
        "(see https://lamps.example/charter/annexes/false-lights-and-decoys).+}",
        section="Money",
        said=(Said("without delay", "firmer", "'without delay' is new", "TST105"),),
    ),
    Written("8", "9", "The keepers of 東の灯台 and of منارة الشمال sent [-their-]{+warm+} greetings.", section="Money"),
    Written("9", "10", "The Council closed its session.", section="Money"),
)
