"""Follow the wording of drafts from one to the next: where each phrase came, went, or was agreed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from stmtdiff.comparison import compare
from stmtdiff.data import slice_of
from stmtdiff.drafting.draft import Draft, draft_of
from stmtdiff.errors import SettingsError
from stmtdiff.languages.english import FUNCTION_WORDS, MODALS, NEGATIONS
from stmtdiff.model import Statement
from stmtdiff.report import Report
from stmtdiff.rules.annotation import Annotation
from stmtdiff.settings import Settings
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Span
from stmtdiff.timeline.origins import Origins, counterparts

SCHEMA = "stmtdiff-drafts/1"
_LITTLE = FUNCTION_WORDS - MODALS - NEGATIONS  # in brackets or not, alone they are no news: "the", "of"
EventKind = Literal["came", "went", "changed", "bracketed", "agreed"]
Against = Literal["chain", "last"]


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a phrase in a draft.

    `old` and `new` are spans into the texts of the two drafts, with their brackets. `bracketed` says whether the phrase
    stands in brackets afterwards, or for one that went, whether it did before; `who` is whose words they are.
    """

    kind: EventKind
    old: Span | None
    new: Span | None
    old_paragraph: int | None
    new_paragraph: int | None
    bracketed: bool
    who: str = ""
    direction: Direction = "none"
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """From one draft to another, by their positions; `report` compares their wordings. Events are in order."""

    old: int
    new: int
    report: Report
    events: tuple[Event, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many events there are of each kind that occurs."""
        return dict(sorted(Counter[str](event.kind for event in self.events).items()))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph of the last draft, by its text with brackets, and the draft in which it came."""

    span: Span
    draft: int


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph through all drafts: for each draft the indexes of its paragraphs, none where it has none.

    `since` says of each stretch of its paragraphs in the last draft when it came; only a chain tells.
    """

    cells: tuple[tuple[int, ...], ...]
    since: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafts:
    """Drafts in the order given, the steps between them, and their paragraphs as rows in the order of the last one.

    `against` says whether each draft is compared with the one before it or all of them with the last one.
    """

    drafts: tuple[Draft, ...]
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]
    against: Against = "chain"

    def to_dict(self) -> dict[str, Any]:
        """Return the drafts as plain dicts, lists, strings and integers, in the shape of their schema."""
        return {
            "schema": SCHEMA,
            "against": self.against,
            "drafts": [_draft(draft) for draft in self.drafts],
            "steps": [self._step(step) for step in self.steps],
            "rows": [
                {
                    "paragraphs": [list(cell) for cell in row.cells],
                    "since": [
                        {"draft": one.draft} | (slice_of(one.span, self.drafts[-1].statement) or {})
                        for one in row.since
                    ],
                }
                for row in self.rows
            ],
        }

    def _step(self, step: Step) -> dict[str, Any]:
        old, new = (self.drafts[at].statement for at in (step.old, step.new))
        events = [
            {
                "kind": event.kind,
                "old": slice_of(event.old, old),
                "new": slice_of(event.new, new),
                "old_paragraph": event.old_paragraph,
                "new_paragraph": event.new_paragraph,
                "bracketed": event.bracketed,
                "who": event.who,
                "direction": event.direction,
                "said": list(event.said),
            }
            for event in step.events
        ]
        return {"old": step.old, "new": step.new, "notices": list(step.report.notices), "events": events}


def _draft(draft: Draft) -> dict[str, Any]:
    brackets = [
        {"depth": one.depth, "choice": one.choice, "option": one.option, "who": one.who}
        | (slice_of(one.span, draft.statement) or {})
        for one in draft.brackets.found
    ]
    return {
        "name": draft.name,
        "sha256": draft.statement.source.sha256,
        "doubts": list(draft.statement.source.doubts),
        "words": draft.words,
        "bracketed_words": draft.bracketed_words,
        "unmatched": draft.brackets.unmatched,
        "brackets": brackets,
    }


def follow(given: Sequence[Draft], *, against: Against = "chain", settings: Settings | None = None) -> Drafts:
    """Return what became of each phrase of a text through its drafts, which stand in the order in which they were made.

    Raises:
        SettingsError: when there are fewer than two drafts, two have one name, or a pack is unknown.
    """
    if len(given) < 2:
        raise SettingsError("at least two drafts are needed", hint="name the drafts in their order, the oldest first")
    if double := [name for name, count in Counter(draft.name for draft in given).items() if count > 1]:
        raise SettingsError(f"two drafts are called '{double[0]}'", hint="give each file its own name")
    last = len(given) - 1
    pairs = [(at, at + 1 if against == "chain" else last) for at in range(last)]
    steps = tuple(_step(given, old, new, settings) for old, new in pairs)
    rows = _rows(given, steps)
    if against == "chain":
        rows = [_with_ages(row, given, steps) for row in rows]
    return Drafts(tuple(given), steps, tuple(rows), against)


def _step(given: Sequence[Draft], old: int, new: int, settings: Settings | None) -> Step:
    report = compare(given[old].wording, given[new].wording, settings=settings)
    found = [*_of_shifts(given[old], given[new], report), *_of_brackets(given[old], given[new], report)]
    return Step(old, new, report, tuple(sorted(found, key=_in_order)))


def _in_order(event: Event) -> tuple[int, int, str]:
    new, old = event.new.start if event.new else -1, event.old.start if event.old else -1
    return (new if new >= 0 else old, old, event.kind)


def _of_shifts(old: Draft, new: Draft, report: Report) -> Iterator[Event]:
    """Yield what came, went or changed by its wording; what is routine did neither."""
    for shift in report.shifts:
        if shift.routine:
            continue
        kind: EventKind = "changed" if shift.old and shift.new else "came" if shift.new else "went"
        side, span = (new, shift.new) if shift.new else (old, shift.old)
        bracket = side.bracket_at(span.start) if span else None
        yield Event(
            kind,
            old.shown(shift.old) if shift.old else None,
            new.shown(shift.new) if shift.new else None,
            _paragraph(report, "old", shift),
            _paragraph(report, "new", shift),
            bracket is not None,
            bracket.who if bracket else "",
            shift.direction,
            tuple(map(_said, report.annotations_of(shift.id))),
        )


def _said(annotation: Annotation) -> str:
    return f"{annotation.message} [{annotation.rule}]"


def _paragraph(report: Report, side: Literal["old", "new"], shift: Shift) -> int | None:
    span = shift.old if side == "old" else shift.new
    found = report.statement(side).paragraph_at(span.start) if span else None
    return found.index if found else None


def _of_brackets(old: Draft, new: Draft, report: Report) -> Iterator[Event]:
    """Yield the words that stayed and were put into brackets, or of which the brackets went: these are agreed."""
    links = {index: link for link in report.sentence_links for index in link.new}
    for sentence in new.wording.sentences:
        paragraph = new.wording.paragraphs[sentence.paragraph]
        places = counterparts(report, sentence.index, links[sentence.index].old)
        run: list[tuple[int, Span, bool]] = []  # tokens in a row of one fate: the token, its old place, bracketed now
        for token in range(sentence.first, sentence.last + 1):
            place = places.get(token) if token < sentence.last else None
            turned = None
            if place is not None:
                before = old.wording.sentences[place[0]].paragraph
                then = old.wording.paragraphs[before].span_of(place[1], place[1] + 1)
                is_now = new.bracket_at(paragraph.span_of(token, token + 1).start) is not None
                if is_now != (old.bracket_at(then.start) is not None):
                    turned = (token, then, is_now)
            if run and (turned is None or turned[2] != run[0][2]):
                yield from _turned(old, new, paragraph.index, run)
                run = []
            if turned is not None:
                run.append(turned)


def _turned(old: Draft, new: Draft, paragraph: int, run: Sequence[tuple[int, Span, bool]]) -> Iterator[Event]:
    """Yield the event of words whose brackets came or went, unless they are marks and little words alone."""
    own = new.wording.paragraphs[paragraph]
    first, last = run[0][0], run[-1][0] + 1
    if not any(norm[0].isalnum() and norm not in _LITTLE for norm in own.words.norms[first:last]):
        return
    then = old.wording.paragraph_at(run[0][1].start)
    bracket = new.bracket_at(own.span_of(first, first + 1).start)
    yield Event(
        "bracketed" if run[0][2] else "agreed",
        old.shown(Span(min(one[1].start for one in run), max(one[1].end for one in run))),
        new.shown(own.span_of(first, last)),
        then.index if then else None,
        paragraph,
        run[0][2],
        bracket.who if bracket else "",
    )


def _rows(given: Sequence[Draft], steps: Sequence[Step]) -> list[Row]:
    """Return the paragraphs that links join over all drafts as rows, in the order of the last draft that has them."""
    home: dict[tuple[int, int], int] = {}
    members: dict[int, set[tuple[int, int]]] = {}
    for at, draft in enumerate(given):
        for paragraph in draft.wording.paragraphs:
            key = (at, paragraph.index)
            home[key] = len(members)
            members[len(members)] = {key}
    for step in steps:
        for link in step.report.links:
            joined = [*((step.old, index) for index in link.old), *((step.new, index) for index in link.new)]
            for key in joined[1:]:
                _join(home, members, joined[0], key)
    rows = []
    for row in _ordered(home, given):
        by_draft: dict[int, list[int]] = defaultdict(list)
        for at, index in sorted(members[row]):
            by_draft[at].append(index)
        rows.append(Row(tuple(tuple(by_draft[at]) for at in range(len(given)))))
    return rows


def _join(
    home: dict[tuple[int, int], int],
    members: dict[int, set[tuple[int, int]]],
    one: tuple[int, int],
    other: tuple[int, int],
) -> None:
    large, small = home[one], home[other]
    if large == small:
        return
    if len(members[large]) < len(members[small]):
        large, small = small, large
    for key in members.pop(small):
        home[key] = large
        members[large].add(key)


def _ordered(home: dict[tuple[int, int], int], given: Sequence[Draft]) -> list[int]:
    """Return the rows in the order of the last draft; one that it lacks stands behind the row before it in its own."""
    order: list[int] = []
    for at in range(len(given) - 1, -1, -1):
        known = set(order)
        met: set[int] = set()
        behind: dict[int | None, list[int]] = defaultdict(list)
        before: int | None = None
        for paragraph in given[at].wording.paragraphs:
            row = home[at, paragraph.index]
            if row in known:
                before = row
            elif row not in met:
                met.add(row)
                behind[before].append(row)
        order = [*behind[None], *(one for row in order for one in (row, *behind[row]))]
    return order


def _with_ages(row: Row, given: Sequence[Draft], steps: Sequence[Step]) -> Row:
    """Return a row with the draft in which each stretch of its last paragraphs came."""
    last = given[-1]
    numbers = {draft.name: at for at, draft in enumerate(given)}
    found: list[Stretch] = []
    for index in row.cells[-1]:
        origins = Origins(last.wording, index)
        for step in reversed(steps):
            origins.step_back(step.report, given[step.new].name)
        found += [Stretch(last.shown(one.span), numbers[one.reference]) for one in origins.found(given[0].name)]
    return Row(row.cells, tuple(found))


def drafts(
    statements: Sequence[Statement],
    *,
    names: Sequence[str] | None = None,
    against: Against = "chain",
    settings: Settings | None = None,
) -> Drafts:
    """Return what happened to each phrase of a text through its drafts.

    Args:
        statements: the drafts in the order in which they were made.
        names: what to call them; else they have the names of the statements.
        against: "chain" compares each draft with the one before, "last" each with the last one.
        settings: packs and rules that judge the changes.

    Raises:
        SettingsError: when there are fewer than two drafts, two have one name, or a pack is unknown.
        ValueError: when there are not as many names as drafts.
    """
    called = names if names is not None else [statement.name for statement in statements]
    made = [draft_of(statement, name) for statement, name in zip(statements, called, strict=True)]
    return follow(made, against=against, settings=settings)
