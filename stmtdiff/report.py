"""All that any renderer needs to know about two statements, and its JSON."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

from stmtdiff.align.link import Link
from stmtdiff.comment import Placed
from stmtdiff.data import comment_data, link_data, pattern_data, shift_data, slices, statement_data, units_data
from stmtdiff.json_lines import to_lines
from stmtdiff.model import Forum, Statement
from stmtdiff.notices import Notes, is_anew, notes_of
from stmtdiff.rules.annotation import Annotation
from stmtdiff.settings import Settings
from stmtdiff.shifts.shift import Pattern, Shift

Side = Literal["old", "new"]
_Item = TypeVar("_Item")
SCHEMA = "stmtdiff-report/2"
PARAGRAPH_NEWS = ("moved", "split", "merged", "regrouped", "added", "removed")
_LISTS = ("returned", "unknown")  # of a life
RECALLED = "called from another paragraph"
SENTENCE_NEWS = ("moved", "split", "merged", "regrouped")  # a sentence added or removed is a shift already


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a report. `softer`, `firmer` and `mixed` count substantive shifts, which are the news."""

    substantive: int
    minor: int
    routine: int
    softer: int
    firmer: int
    mixed: int
    paragraphs: Mapping[str, int]  # by kind of link, and "moved"
    sentences: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to a wording of one shift in its series, up to the new statement.

    `wording` is what was looked for, on the `side` that has it: the words of the shift, with a
    neighbour if they are too few to mean anything alone. `first` and `last` are the references of
    the first and last release with the wording, `returned` of those in which it was back. `in_a_row` counts
    the consecutive releases with the wording, up to the last one. `unknown` are the releases that could
    not be read. `note` says it in words; `telling` says whether it is worth a line beside the shift.
    """

    shift: str
    side: Side
    wording: str
    first: str
    last: str
    returned: tuple[str, ...]
    in_a_row: int
    unknown: tuple[str, ...]
    note: str
    telling: bool


@dataclass(frozen=True)
class Report:
    """Two statements, their links, their shifts, and what the rules say about them.

    `notices` are sentences on the pair itself (sides swapped, the same text twice, two different
    series), strongest first. `footnotes` is the report on their notes, of two statements made of those, None where
    neither side has one; the ids of its shifts begin with "n". In that report, `recalled` are the ids of links of
    notes to which another paragraph refers now. `lives` are filled if both statements are releases of
    one series, and `comments` if a library has comments on them. `forum` has the words of forums that were known
    when the report was made; `settings` are the settings that made it.
    A report has no slots, so that it can remember what it has looked up.
    """

    old: Statement
    new: Statement
    links: tuple[Link, ...]
    sentence_links: tuple[Link, ...]
    shifts: tuple[Shift, ...]
    patterns: tuple[Pattern, ...]
    annotations: tuple[Annotation, ...]
    notices: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    lives: tuple[Life, ...] = ()
    forum: Forum = field(default_factory=Forum)
    settings: Settings = field(default_factory=Settings)
    footnotes: "Report | None" = None
    recalled: tuple[str, ...] = ()
    comments: tuple[Placed, ...] = ()

    @property
    def summary(self) -> Summary:
        """Return the counts by class."""
        directions = Counter(shift.direction for shift in self.shifts if shift.is_news)
        weights = Counter(shift.weight for shift in self.shifts)
        return Summary(
            substantive=directions.total(),
            minor=weights["minor"],
            routine=weights["routine"],
            softer=directions["softer"],
            firmer=directions["firmer"],
            mixed=directions["mixed"],
            paragraphs=_count_kinds(self.links),
            sentences=_count_kinds(self.sentence_links),
        )

    def statement(self, side: Side) -> Statement:
        """Return the statement of one side."""
        return self.old if side == "old" else self.new

    def link(self, id: str) -> Link:  # noqa: A002  # what it is called everywhere else
        """Return the paragraph link called `id`.

        Raises:
            KeyError: when there is none.
        """
        return self._links[id]

    def link_of(self, side: Side, paragraph: int) -> Link:
        """Return the link of a paragraph of one side, by its index."""
        return self._paragraph_links[side][paragraph]

    def sentence_link_of(self, side: Side, sentence: int) -> Link:
        """Return the sentence link of a sentence of one side, by its index."""
        return self._sentence_links[side][sentence]

    def shift(self, id: str) -> Shift:  # noqa: A002
        """Return the shift called `id`.

        Raises:
            KeyError: when there is none.
        """
        return self._shifts[id]

    def shifts_of(self, link: str) -> tuple[Shift, ...]:
        """Return the shifts of a paragraph link, by its id, in the order of the text."""
        return self._shifts_by_link.get(link, ())

    def shifts_gone_from(self, link: str) -> tuple[Shift, ...]:
        """Return the shifts whose old side is in a paragraph link, by its id, inside a sentence that left it."""
        return self._gone_by_link.get(link, ())

    def link_at(self, side: Side, shift: Shift) -> Link:
        """Return the paragraph link of one side of a shift; the two sides of a moved one have different links."""
        if not shift.moved or side == "new":
            return self.link(shift.link)
        paragraph = self.old.paragraph_at(shift.old_at)
        return self.link_of("old", paragraph.index) if paragraph else self.link(shift.link)

    def annotations_of(self, shift: str) -> tuple[Annotation, ...]:
        """Return what rules say about a shift, by its id, the highest severity first."""
        return self._annotations_by_shift.get(shift, ())

    def lives_of(self, shift: str) -> tuple[Life, ...]:
        """Return the lives of the wordings of a shift, by its id, in the series."""
        return self._lives_by_shift.get(shift, ())

    @cached_property
    def _links(self) -> dict[str, Link]:
        return {link.id: link for link in self.links}

    @cached_property
    def _paragraph_links(self) -> dict[Side, dict[int, Link]]:
        return _by_unit(self.links)

    @cached_property
    def _sentence_links(self) -> dict[Side, dict[int, Link]]:
        return _by_unit(self.sentence_links)

    @cached_property
    def _shifts(self) -> dict[str, Shift]:
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def _shifts_by_link(self) -> dict[str, tuple[Shift, ...]]:
        return _grouped(self.shifts, lambda shift: shift.link)

    @cached_property
    def _gone_by_link(self) -> dict[str, tuple[Shift, ...]]:
        moved = ((self.link_at("old", shift).id, shift) for shift in self.shifts if shift.moved)
        grouped = _grouped((pair for pair in moved if pair[0] != pair[1].link), lambda pair: pair[0])
        return {link: tuple(shift for _, shift in pairs) for link, pairs in grouped.items()}

    @cached_property
    def _annotations_by_shift(self) -> dict[str, tuple[Annotation, ...]]:
        return _grouped(self.annotations, lambda annotation: annotation.shift)

    @cached_property
    def _lives_by_shift(self) -> dict[str, tuple[Life, ...]]:
        return _grouped(self.lives, lambda life: life.shift)

    @cached_property
    def notes(self) -> Notes:
        """Return how many notes there are, and how many of them differ in their words, their side or their order."""
        return notes_of(self.old, self.new)

    @property
    def is_anew(self) -> bool:
        """Say whether hardly any wording has a counterpart: two series, or a statement written anew."""
        return is_anew(self.notices)

    @property
    def is_changed(self) -> bool:
        """Say whether something substantive changed: in a paragraph, in a note, or in what a note refers to."""
        return any(part.summary.substantive or part.recalled for part in self.parts)

    @property
    def has_minor(self) -> bool:
        """Say whether a shift is minor, in a paragraph or in a note."""
        return any(part.summary.minor for part in self.parts)

    @property
    def parts(self) -> "tuple[Report, ...]":
        """Return this report and the one on the notes."""
        return (self, self.footnotes) if self.footnotes else (self,)

    @property
    def is_still(self) -> bool:
        """Say whether nothing changed or moved in the paragraphs."""
        is_same = all(link.kind == "same" and not link.moved for link in self.links)
        return is_same and not self.shifts and not self.recalled

    @property
    def headline(self) -> str:
        """Return the report in one line, notices first: "3 substantive shifts, 1 in the notes; 4 routine folded"."""
        return " ".join((*self.notices, self.counts))

    @property
    def counts(self) -> str:
        """Return the headline without the notices; it counts shifts in the paragraphs and in the notes."""
        summary = self.summary
        minor, routine = (sum(getattr(part.summary, weight) for part in self.parts) for weight in ("minor", "routine"))
        if all(part.is_still for part in self.parts):  # its own kind
            paragraphs = sum(paragraph.role != "heading" for paragraph in self.new.paragraphs)
            notes = f" and {plural(len(self.new.footnotes), 'note')}" if self.footnotes else ""
            return f"No change: both sides say the same in {plural(paragraphs, 'paragraph')}{notes}."
        news = [self.told_news]
        news += [f"{minor} minor"] if minor else []
        news += _told(summary.paragraphs, "paragraph", PARAGRAPH_NEWS)
        news += _told(summary.sentences, "sentence", SENTENCE_NEWS)
        news += _told(self._note_kinds, "note", (*PARAGRAPH_NEWS, RECALLED))
        told = ", ".join(news)
        return f"{told}; {routine} routine folded" if routine else told

    @property
    def told_news(self) -> str:
        """Return how much is news: "3 substantive shifts, 1 in the notes"."""
        beside = self.footnotes.summary.substantive if self.footnotes else 0
        news = self.summary.substantive + beside
        where = f"{beside if beside < news else 'all'} in the notes" if news > 1 else "in the notes"
        told = plural(news, "substantive shift") if news else "No substantive shift"
        return f"{told}, {where}" if beside else told

    @property
    def aside(self) -> str:
        """Return what an output without notes says about them: "notes not shown here: 2 shifts in the notes".

        It is empty where no note changed.
        """
        if self.footnotes is None or self.footnotes.is_still:  # its own kind
            return ""
        told = [f"{plural(len(self.footnotes.shifts), 'shift')} in the notes"] if self.footnotes.shifts else []
        told += _told(self._note_kinds, "note", ("moved", RECALLED))
        return f"notes not shown here: {', '.join(told)}" if told else ""

    @cached_property
    def _note_kinds(self) -> Mapping[str, int]:
        """Return how many notes became what, a note of several paragraphs once."""
        found: dict[str, set[tuple[int, ...]]] = defaultdict(set)
        homes = [
            {paragraph.index: note.index for note in statement.footnotes for paragraph in note.paragraphs}
            for statement in (self.old, self.new)
        ]
        for link in self.footnotes.links if self.footnotes else ():
            notes = tuple(home[side[0]] if side else -1 for home, side in zip(homes, (link.old, link.new), strict=True))
            kinds = (link.kind, *(["moved"] if link.moved else ()))
            kinds += (RECALLED,) if self.footnotes and link.id in self.footnotes.recalled else ()
            for kind in kinds:
                found[kind].add(notes)
        return {kind: len(notes) for kind, notes in found.items()}

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain dicts, lists, strings and integers, in the shape of its schema."""
        return {
            "schema": SCHEMA,
            "headline": self.headline,
            "notices": list(self.notices),
            "packs": list(self.packs),
            "old": statement_data(self.old),
            "new": statement_data(self.new),
            "summary": asdict(self.summary),
            "notes": self.notes.to_dict(),
            **self._compared(),
            "lives": [asdict(life) | {key: list(getattr(life, key)) for key in _LISTS} for life in self.lives],
            "comments": [comment_data(one, self.new) for one in self.comments],
            "footnotes": self.footnotes._second() if self.footnotes else None,  # its own kind
        }

    def _compared(self) -> dict[str, Any]:
        return {
            "links": [link_data(link) for link in self.links],
            "sentence_links": [link_data(link) for link in self.sentence_links],
            "shifts": [shift_data(shift, self.old, self.new) for shift in self.shifts],
            "patterns": [pattern_data(pattern, self.old, self.new) for pattern in self.patterns],
            "annotations": [asdict(one) | slices((one.old, one.new), (self.old, self.new)) for one in self.annotations],
        }

    def _second(self) -> dict[str, Any]:
        """Return the report on notes as the report that it belongs to shows it."""
        sides = {"old": units_data(self.old), "new": units_data(self.new)}
        return {"summary": asdict(self.summary), **sides, **self._compared(), "recalled": list(self.recalled)}

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat dict for each shift, in the order of the text, those of notes last: for a data frame.

        `old` and `new` are wordings, `findings` what rules say, `part` where it stands, in the text or in the notes.
        """
        return [record for part in self.parts for record in part._records(in_notes=part is not self)]

    def _records(self, *, in_notes: bool) -> list[dict[str, Any]]:
        return [
            {
                "id": shift.id,
                "link": shift.link,
                "part": "notes" if in_notes else "text",
                "kind": shift.kind,
                "weight": shift.weight,
                "direction": shift.direction,
                "axis": shift.axis,
                "old": shift.old.of(self.old.text) if shift.old else None,
                "new": shift.new.of(self.new.text) if shift.new else None,
                "moved": shift.moved,
                "proof": shift.proof,
                "rules": [annotation.rule for annotation in self.annotations_of(shift.id)],
                "findings": [annotation.message for annotation in self.annotations_of(shift.id)],
            }
            for shift in self.shifts
        ]

    def to_json(self) -> str:
        """Return the report as JSON, one line for each item of its lists, stable to the byte."""
        return to_lines(self.to_dict())

    def to_html(self, **options: Any) -> str:
        """Return the report as one page of HTML; `options` are those of `stmtdiff.render`.

        Raises:
            RenderError: when an option does not exist.
        """
        from stmtdiff.renderers import render

        return render(self, "html", **options)

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, for a notebook: its style and script touch nothing else there."""
        from html import escape  # with two thousand names of characters

        page = escape(self.to_html())
        return f'<iframe title="stmtdiff" sandbox="allow-scripts" width="100%" height="720" srcdoc="{page}"></iframe>'


def _by_unit(links: Iterable[Link]) -> dict[Side, dict[int, Link]]:
    """Return by side the link of each paragraph or sentence."""
    made: dict[Side, dict[int, Link]] = {"old": {}, "new": {}}
    for link in links:
        made["old"].update(dict.fromkeys(link.old, link))
        made["new"].update(dict.fromkeys(link.new, link))
    return made


def _grouped(items: Iterable[_Item], key: Callable[[_Item], str]) -> dict[str, tuple[_Item, ...]]:
    grouped: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        grouped[key(item)].append(item)
    return {name: tuple(own) for name, own in grouped.items()}


def _count_kinds(links: Iterable[Link]) -> dict[str, int]:
    links = tuple(links)
    counts = Counter[str](link.kind for link in links)
    counts["moved"] = sum(link.moved for link in links)
    return {kind: counts[kind] for kind in sorted(counts)}


def _told(counts: Mapping[str, int], noun: str, kinds: tuple[str, ...]) -> list[str]:
    """Return what became of how many, the noun said once: ["2 paragraphs moved", "1 split"]."""
    found = [(counts[kind], kind) for kind in kinds if counts.get(kind)]
    return [
        f"{count} {kind}" if index else f"{plural(count, noun)} {kind}" for index, (count, kind) in enumerate(found)
    ]


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: "1 paragraph", "2 paragraphs"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
