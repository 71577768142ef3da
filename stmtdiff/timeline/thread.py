"""Follow a paragraph back through the releases of a series, and all paragraphs on one topic.

The ugly case: two paragraphs of 2007 were merged in 2008, and one sentence of them came from a third.
A search for the paragraph's number, or for its first words, loses both. So each release is aligned
with the one before it, and the links are followed: moves, splits, merges.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from stmtdiff.align.link import Link
from stmtdiff.comment import Placed
from stmtdiff.comparison import compare
from stmtdiff.data import comment_data
from stmtdiff.errors import SettingsError
from stmtdiff.model import Statement
from stmtdiff.phrases import PhraseSet, compile_phrase, with_names
from stmtdiff.report import Report
from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import slice_of
from stmtdiff.timeline.occurrences import place_of
from stmtdiff.timeline.origins import Origin, Origins
from stmtdiff.timeline.phrase_life import named_in
from stmtdiff.timeline.reading import Given, Reading, as_readings

SCHEMA = "stmtdiff-trace/1"


@dataclass(frozen=True, slots=True)
class Step:
    """What is followed in one release: its `paragraphs` there, and the `links` by which they came from the last one.

    `report` compares the last release that could be read, `since`, with this one; None at the first.
    `skipped` are the references of releases between the two that could not be read. `comments` are those that a
    library keeps on these paragraphs, and those on the release whose words are found nowhere.
    """

    reading: Reading
    paragraphs: tuple[int, ...]
    report: Report | None = None
    links: tuple[Link, ...] = ()
    skipped: tuple[str, ...] = ()
    since: str = ""
    comments: tuple[Placed, ...] = ()

    @property
    def statement(self) -> Statement:
        """Return the text of the release."""
        assert self.reading.statement is not None, "a step is only made of a release that was read"
        return self.reading.statement

    @property
    def places(self) -> tuple[str, ...]:
        """Return the printed numbers of the paragraphs, or their positions ("p5")."""
        return tuple(place_of(self.statement.paragraphs[index]) for index in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Thread:
    """The life of a paragraph, or of a topic (a phrase): one step a release that was read, oldest first.

    `origins` say for each stretch of the traced paragraph in which release it came in; a topic has none.
    """

    series: str
    subject: str
    is_topic: bool
    steps: tuple[Step, ...]
    origins: tuple[Origin, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the thread as plain dicts, lists, strings and integers, in the shape of its schema."""
        text = self.steps[-1].statement.text if self.steps else ""
        return {
            "schema": SCHEMA,
            "series": self.series,
            "subject": self.subject,
            "topic": self.is_topic,
            "steps": [_step(step) for step in self.steps],
            "origins": [
                (slice_of(one.span, text) or {}) | {"reference": one.reference, "or_earlier": one.or_earlier}
                for one in self.origins
            ],
        }


def _step(step: Step) -> dict[str, Any]:
    text, report = step.statement.text, step.report
    own = {link.id for link in step.links}
    shifts = [shift for shift in report.shifts if shift.link in own] if report else []
    old = report.old.text if report else ""
    return {
        "reference": step.reading.reference,
        "date": step.reading.date.isoformat() if step.reading.date else None,
        "since": step.since or None,
        "skipped": list(step.skipped),
        "paragraphs": [
            {"paragraph": index, "place": place} | (slice_of(step.statement.paragraphs[index].body, text) or {})
            for index, place in zip(step.paragraphs, step.places, strict=True)
        ],
        "links": [
            {"id": link.id, "old": list(link.old), "new": list(link.new), "kind": link.kind, "moved": link.moved}
            for link in step.links
        ],
        "comments": [comment_data(one, step.statement) for one in step.comments],
        "shifts": [
            {
                "id": shift.id,
                "link": shift.link,
                "kind": shift.kind,
                "weight": shift.weight,
                "routine": shift.routine,
                "direction": shift.direction,
                "old": slice_of(shift.old, old),
                "new": slice_of(shift.new, text),
            }
            for shift in shifts
        ],
    }


def trace(statements: Iterable[Given], paragraph: int, *, series: str = "", settings: Settings | None = None) -> Thread:
    """Return the life of a paragraph of the last of `statements`, back to the first release that held any of it.

    `paragraph` is an index into the last statement, which must have been read; `statements` stand in
    the order of their dates, with None for a text that is not in the library.

    Raises:
        SettingsError: when there is no such paragraph, or the dates do not rise.
    """
    readings = as_readings(statements)
    last = readings[-1].statement if readings else None
    if last is None or not 0 <= paragraph < len(last.paragraphs):
        raise SettingsError("there is no such paragraph to trace", hint="stmtdiff outline shows the paragraphs")
    read = [at for at, reading in enumerate(readings) if reading.statement]
    origins = Origins(last, paragraph)
    followed: tuple[int, ...] = (paragraph,)
    steps: list[Step] = []
    for earlier, later in zip(reversed(read[:-1]), reversed(read), strict=False):
        report = _compared(readings[earlier], readings[later], settings)
        links = tuple(link for link in report.links if set(link.new) & set(followed))
        origins.step_back(report, readings[later].reference)
        skipped = _skipped(readings, earlier, later)
        steps.append(Step(readings[later], followed, report, links, skipped, readings[earlier].reference))
        followed = tuple(sorted({index for link in links for index in link.old}))
        if not followed:
            break
    else:
        steps.append(Step(readings[read[0]], followed))
    found = origins.found(readings[read[0]].reference)
    subject = f"{readings[-1].reference}#{place_of(last.paragraphs[paragraph])}"
    return Thread(series, subject, False, tuple(reversed(steps)), found)


def trace_topic(
    statements: Iterable[Given], topic: str, *, series: str = "", settings: Settings | None = None
) -> Thread:
    """Return every paragraph where the phrase `topic` stands, release by release, each compared with the last.

    A link is followed when the phrase stands on either side of it, so that a paragraph that lost the
    phrase, or went, is there too.

    Raises:
        SettingsError: when the topic is no phrase, or the dates do not rise.
    """
    readings = as_readings(statements)
    wanted = PhraseSet([with_names(compile_phrase(topic), named_in(readings, settings))])
    read = [at for at, reading in enumerate(readings) if reading.statement]
    steps: list[Step] = []
    for before, at in zip([None, *read], read, strict=False):
        statement = readings[at].statement
        assert statement is not None
        held = _holding(statement, wanted)
        if before is None:
            steps.append(Step(readings[at], held))
            continue
        report = _compared(readings[before], readings[at], settings)
        was_held = set(_holding(report.old, wanted))
        links = tuple(
            link for link in report.links if not was_held.isdisjoint(link.old) or not set(held).isdisjoint(link.new)
        )
        skipped = _skipped(readings, before, at)
        steps.append(Step(readings[at], held, report, links, skipped, readings[before].reference))
    return Thread(series, topic, True, tuple(steps))


def _holding(statement: Statement, wanted: PhraseSet) -> tuple[int, ...]:
    return tuple(paragraph.index for paragraph in statement.paragraphs if wanted.stands_in(paragraph.words))


def _compared(old: Reading, new: Reading, settings: Settings | None) -> Report:
    assert old.statement is not None
    assert new.statement is not None
    return compare(old.statement, new.statement, settings=settings)


def _skipped(readings: Sequence[Reading], earlier: int, later: int) -> tuple[str, ...]:
    return tuple(reading.reference for reading in readings[earlier + 1 : later])
