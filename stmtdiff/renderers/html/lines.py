"""The rows of the page, and the places that moved paragraphs left."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from stmtdiff.align.link import Link
from stmtdiff.model import Sentence, Statement
from stmtdiff.renderers.html.weave import Woven, is_scattered, printed, weave
from stmtdiff.renderers.marks import Class
from stmtdiff.renderers.pieces import Cell
from stmtdiff.renderers.rows import Row, RowMaker, is_loose, place, places
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import CommentSaid, comment_said, finding, lived, said
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation

CLASSES: tuple[Class, ...] = ("softer", "firmer", "mixed", "neutral", "minor", "routine")
SHAPES = ("split", "merged", "regrouped")
_LONG = 1500  # characters: in half of a sheet's width they fill more than a third of it
BEHIND = 1_000_000  # from here on places of notes are counted, which follow the text; script/model.js knows it too
_SCORE = re.compile(r", \d+ of 1000.*")  # stands with the reasons of a change
_POSITION = re.compile(r"#p(?=\d)")
_GHOST_WORDS = 8  # of a moved paragraph are repeated where it stood


@dataclass(frozen=True, slots=True)
class Finding:
    """What rules say of one shift or several: its class, words, rule, and the ids of the shifts."""

    cls: Class
    severity: str
    text: str
    rule: str
    shifts: tuple[str, ...]
    confidence: int  # of its direction, in a hundred; 0 where none is known


@dataclass(frozen=True, slots=True)
class Ghost:
    """The place that a paragraph left: the id of its row, and what is said there."""

    row: str
    text: str
    first_words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a row. For a sentence that moved: the row where it was or is now, and the place there.

    `at` is the side, how many characters stand before the sentence in that row's text of the side,
    and how many it has, spaces not counted: "new 57 143"; both sides, where both are in one row.
    """

    text: str
    row: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: its names and numbers, its text, what is said of it, and the ghosts that follow it.

    `level` is 3 or 4 for a heading, 0 for a paragraph. Where others stand between its paragraphs of
    one side, `old_places` or `new_places` say where in that side's text each has its place, counted from 1.
    `above` is a heading that a caller gave to the section that begins here, and that is in no text.
    """

    id: str
    above: str
    kind: str
    moved: bool
    level: int
    old: str
    new: str
    old_places: tuple[int, ...]
    new_places: tuple[int, ...]
    woven: Woven
    remarks: tuple[Remark, ...]
    findings: tuple[Finding, ...]
    life: str  # how its wordings fared in their series
    comments: tuple[CommentSaid, ...]  # what analysts wrote beside its words
    is_shape: bool
    is_loose: bool  # shown as two blocks without marks
    is_long: bool  # longer than may stay together on paper
    is_on_topic: bool
    how: str
    ghosts: tuple[Ghost, ...]


def in_words(told: str) -> str:
    """Return what is said of places as people say it: "paragraph 6", where there is no printed number, for "#p6"."""
    return _POSITION.sub("paragraph ", told)


def rows_of(report: Report, maker: RowMaker, rows: Sequence[Row], *, topic: Container[str]) -> Iterator[Line]:
    """Yield the rows of the page in reading order; `topic` has the ids of those that a reader asked for."""
    ghosts, journeys = ghosts_of(rows, report), _journeys(report)
    comments = _comments(report)
    section, has_heading = -1, False
    for row in rows:
        link, level = row.link, _level(row)
        above = ""
        if row.new and row.new[0].paragraph.section != section:
            section = row.new[0].paragraph.section
            above = report.new.sections[section].title if report.new.sections[section].heading is None else ""
        is_first = not has_heading
        has_heading = has_heading or bool(level or above)
        yield Line(
            id=link.id,
            above=above,
            kind=link.kind,
            moved=link.moved,
            level=3 if level and is_first and not above else level,
            old=in_words(places(row.old)),
            new=in_words(places(row.new)),
            old_places=_places(link.old, row.old),
            new_places=_places(link.new, row.new),
            woven=weave(report, row),
            remarks=_remarks(row, maker.travels.get(link.id, ()), journeys[link.id]),
            findings=findings_of(row.annotations),
            life=lived(row.lives),
            comments=comments.get(link.id, ()),
            is_loose=is_loose(report, link),
            is_long=_length(row) > _LONG,
            is_shape=link.moved or link.kind in SHAPES or link.id in maker.travels or link.id in report.recalled,
            is_on_topic=link.id in topic,
            how=_how(report, link),
            ghosts=ghosts.get(link.id, ()),
        )


def _comments(report: Report) -> dict[str, tuple[CommentSaid, ...]]:
    """Return the comments by the ids of the rows with their paragraphs in the new text."""
    found: dict[str, list[CommentSaid]] = defaultdict(list)
    for one in report.comments:
        if one.paragraph is not None:
            found[report.link_of("new", one.paragraph).id].append(comment_said(one))
    return {row: tuple(comments) for row, comments in found.items()}


def _remarks(row: Row, travels: Sequence[str], targets: Sequence[tuple[str, str]]) -> tuple[Remark, ...]:
    """Return what is said of a row, and for a sentence that came or went where the other end of its way is."""
    others = tuple(Remark(remark) for remark in row.remarks if remark not in travels)
    others = tuple(replace(other, text=_SCORE.sub("", other.text)) for other in others)
    return (*others, *(Remark(in_words(told), *target) for told, target in zip(travels, targets, strict=True)))


def _journeys(report: Report) -> dict[str, list[tuple[str, str]]]:
    """Return for each row where its moved sentences went or came from, in the order of `RowMaker.travels`."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for moved in (link for link in report.sentence_links if link.moved):
        before, after = report.old.sentences[moved.old[0]], report.new.sentences[moved.new[0]]
        left, reached = report.link_of("old", before.paragraph), report.link_of("new", after.paragraph)
        gone = f"old {_extent(report.old, left.old, before)}"
        come = f"new {_extent(report.new, reached.new, after)}"
        if left is reached:
            found[left.id].append((left.id, f"{come} {gone}"))
        else:
            found[left.id].append((reached.id, come))
            found[reached.id].append((left.id, gone))
    return found


def _extent(statement: Statement, paragraphs: Sequence[int], sentence: Sentence) -> str:
    """Return how many characters stand before `sentence` in `paragraphs`, and how many it has, without spaces."""
    before = [statement.paragraphs[index].body for index in paragraphs if index < sentence.paragraph]
    start = statement.paragraphs[sentence.paragraph].body.start
    passed = " ".join((*(body.of(statement.text) for body in before), statement.text[start : sentence.span.start]))
    return f"{printed(visible(passed))} {printed(visible(sentence.span.of(statement.text)))}"


def _places(paragraphs: Sequence[int], cells: Sequence[Cell]) -> tuple[int, ...]:
    """Return the place of each paragraph of a row on one side; nothing if the paragraphs are neighbours."""
    if not is_scattered(paragraphs):
        return ()
    before = BEHIND if cells[0].paragraph.role == "note" else 0
    return tuple(before + index + 1 for index in paragraphs)


def _length(row: Row) -> int:
    """Return how many characters the longer side has."""
    return max(sum(len(cell.paragraph.body) for cell in cells) for cells in (row.old, row.new))


def _level(row: Row) -> int:
    paragraph = (row.new or row.old)[0].paragraph
    if paragraph.role not in ("title", "heading") or len(row.new or row.old) > 1:
        return 0
    return 3 if paragraph.role == "title" or paragraph.level <= 1 else 4


def _how(report: Report, link: Link) -> str:
    """Return how the two sides were found to belong together: "similar, 871; new 14, 312", scores out of 1000.

    A loose match has its lead behind its score: "subject, 319 (110 ahead); new 14, 210". Nothing is said of
    what nobody asks about: one side only, and the same words at the same place.
    """
    if not (link.old and link.new) or (link.kind == "same" and not link.moved):
        return ""
    rival = link.runner_up
    found = f"{link.method}, {link.score}" + ("" if link.lead is None else f" ({link.lead} ahead)")
    if rival is None:
        return found
    taken = link.old == rival.old
    statement, indexes = (report.new, rival.new) if taken else (report.old, rival.old)
    side = "new" if taken else "old"
    named = in_words(", ".join(place(statement.paragraphs[index]) for index in indexes))
    return f"{found}; {side} {named}, {rival.score}"


def ghosts_of(rows: Sequence[Row], report: Report) -> dict[str, tuple[Ghost, ...]]:
    """Return what is said at the places that moved paragraphs left, by the id of the row before; "" is the start."""
    holders = {index: row.link.id for row in rows for index in row.link.old}
    found: dict[str, list[Ghost]] = defaultdict(list)
    for row in sorted((row for row in rows if row.link.moved and row.old), key=lambda row: row.link.old):
        text = in_words(f"{places(row.old)} {row.remarks[0]}: now {places(row.new)}")
        before = holders.get(row.link.old[0] - 1, "")
        found[before].append(Ghost(row.link.id, text, _first_words(report, row)))
    return {row: tuple(ghosts) for row, ghosts in found.items()}


def _first_words(report: Report, row: Row) -> str:
    words = row.old[0].paragraph.body.of(report.old.text).split()
    return " ".join(words[:_GHOST_WORDS]) + (" ..." if len(words) > _GHOST_WORDS else "")


def findings_of(annotations: Iterable[Annotation], *, ids: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Return annotations in words, those that say the same once; `ids` are the shifts of all, if given."""
    told: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        told.setdefault(finding(annotation), []).append(annotation)
    made = []
    for same in told.values():
        first = same[0]
        cls: Class = "neutral" if first.direction == "none" else first.direction
        words = said(first).replace(" -> ", " \u2192 ")
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        shifts = ids or tuple(annotation.shift for annotation in same)
        made.append(Finding(cls, first.severity, words + times, first.rule, shifts, first.confidence))
    return tuple(made)
