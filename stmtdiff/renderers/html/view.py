"""Turn a report into the plain values that the page's template writes out: words, counts, ids, no markup.

Strings are as the report has them; the template makes each harmless where it is written.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stmtdiff.align.link import Link
from stmtdiff.renderers.arrangement import Arrangement, Throughout
from stmtdiff.renderers.html.anatomy import Anatomy, anatomy_of
from stmtdiff.renderers.html.lines import CLASSES, Finding, Ghost, Line, findings_of, ghosts_of, in_words, rows_of
from stmtdiff.renderers.html.sides import Head, heads
from stmtdiff.renderers.html.top import Top, top_of
from stmtdiff.renderers.html.weave import Run, runs
from stmtdiff.renderers.marks import MARKS, Class, class_of
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.rows import RowMaker, place
from stmtdiff.renderers.visible import has_turning_letters
from stmtdiff.renderers.wording import NAMED_PLACES, CommentSaid, comment_said, directions
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.rules.library import find_rule, load_packs
from stmtdiff.settings import Settings

WORDS: Mapping[Class, str] = {
    "softer": "softer",
    "firmer": "firmer",
    "mixed": "both ways",
    "neutral": "no direction",
    "minor": "minor",
    "routine": "routine",
}


@dataclass(frozen=True, slots=True)
class Repeated:
    """A wording that runs through the text: said once, with its places as links."""

    runs: tuple[Run, ...]
    count: int
    places: tuple[tuple[str, str], ...]  # the id of the shift, how its paragraph is named
    more: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule that spoke, explained once for the whole page."""

    code: str
    name: str
    axis: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows."""

    notices: tuple[str, ...]
    counts: tuple[str, str]  # the first of them, the rest
    directions: str
    classes: tuple[tuple[Class, str, int], ...]  # name, sign, how many shifts
    top: Top
    old: Head
    new: Head
    repeated: tuple[Repeated, ...]
    lines: tuple[Line, ...]
    first_ghosts: tuple[Ghost, ...]
    anatomy: Anatomy
    rules: tuple[RuleEntry, ...]
    words: Mapping[Class, str]  # how each class is called
    signs: Mapping[Class, str]
    language: str
    turns: bool  # whether words of the texts may run from right to left
    shapes: int  # rows whose paragraphs or sentences moved, split or merged
    kinds: tuple[tuple[str, int], ...]
    proofs: tuple[str, ...]  # why changes are routine, each once
    orphans: tuple[CommentSaid, ...]  # comments that have no row beside which they could stand
    options: Options


def page(report: Report, options: Options) -> Page:
    """Return everything that the page shows of `report`; `options` choose what is seen first."""
    body, beside = _Part(report, options), _Part(report.footnotes, options, "Notes") if report.footnotes else None
    parts = [part for part in (body, beside) if part]
    lines = tuple(line for part in parts for line in part.lines)
    old, new = heads(report)
    top = top_of(report)
    return Page(
        notices=report.notices,
        counts=_told(report.counts),
        directions=directions(report),
        classes=_classes(report),
        top=top,
        old=old,
        new=new,
        repeated=tuple(one for part in parts for one in part.repeated()),
        lines=lines,
        first_ghosts=ghosts_of(body.rows, report).get("", ()),
        anatomy=anatomy_of(report, body.rows, body.lines),
        rules=_rules(
            (annotation for part in parts for annotation in part.report.annotations),
            (code for entry in top.entries for code in entry.rules),
            report.settings,
        ),
        language=old.language if old.language == new.language else "",
        turns=has_turning_letters(report.old.text) or has_turning_letters(report.new.text),
        words=WORDS,
        signs={name: mark.sign for name, mark in MARKS.items()},
        shapes=sum(line.is_shape for line in lines),
        kinds=tuple(sorted(Counter(shift.kind for part in parts for shift in part.report.shifts).items())),
        proofs=tuple(dict.fromkeys(shift.proof for part in parts for shift in part.report.shifts if shift.proof)),
        orphans=tuple(comment_said(one) for one in report.comments if one.paragraph is None),
        options=options,
    )


class _Part:
    """The rows of the paragraphs, or of the notes."""

    def __init__(self, report: Report, options: Options, title: str = "") -> None:
        """Make the rows of a report, under a heading with the `title`, which is in no text."""
        self.report = report
        maker = RowMaker(report, whole=False)
        self.rows = [maker.row(link) for link in report.links]
        self._arrangement = Arrangement(report, options)
        topic = {row.link.id for row in self._arrangement.rows()} if options.topic else frozenset()
        lines = tuple(rows_of(report, maker, self.rows, topic=topic))
        self.lines = (replace(lines[0], above=title), *lines[1:]) if title else lines

    def repeated(self) -> Iterator[Repeated]:
        """Yield what runs through the text."""
        links = {link.id: link for link in self.report.links}
        for found in self._arrangement.throughout():
            yield _repeated(self.report, found, links)


def _told(counts: str) -> tuple[str, str]:
    """Return a headline in two parts: how many shifts, and what else."""
    first = re.match(r"[^,;]*", counts)
    end = first.end() if first else 0
    return counts[:end], counts[end:]


def _classes(report: Report) -> tuple[tuple[Class, str, int], ...]:
    counts = Counter(class_of(shift) for part in report.parts for shift in part.shifts)
    return tuple((name, MARKS[name].sign, counts[name]) for name in CLASSES)


def _repeated(report: Report, found: Throughout, links: Mapping[str, Link]) -> Repeated:
    named: dict[str, str] = {}
    for shift in found.shifts:
        named.setdefault(_place(report, links[shift.link]), shift.id)
    shown = tuple((shift, name) for name, shift in named.items())[:NAMED_PLACES]
    return Repeated(
        tuple(runs(report, found.pieces)),
        len(found.shifts),
        shown,
        len(named) - len(shown),
        findings_of(found.annotations, ids=found.pattern.shifts),
    )


def _place(report: Report, link: Link) -> str:
    statement, index = (report.new, link.new[0]) if link.new else (report.old, link.old[0])
    return in_words(place(statement.paragraphs[index]))


def _rules(annotations: Iterable[Annotation], named: Iterable[str], settings: Settings) -> tuple[RuleEntry, ...]:
    """Return the rules that spoke, and those `named` at the top, by one of which a formula that stays is strong."""
    first = {annotation.rule: annotation for annotation in reversed(tuple(annotations))}
    found = {code: RuleEntry(code, one.name, one.axis, one.why) for code, one in first.items()}
    for code in sorted(set(named) - found.keys()):
        pack, rule = find_rule(code, load_packs(settings))
        found[code] = RuleEntry(code, rule.name, pack.axis, rule.why)
    return tuple(found[code] for code in sorted(found))
