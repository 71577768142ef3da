"""Turn drafts into what every format shows: the events of each phrase, and the text of each draft in pieces."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stmtdiff.drafting import Draft, Drafts, Event, Row, Step
from stmtdiff.drafting.following import EventKind
from stmtdiff.renderers.marks import MARKS
from stmtdiff.renderers.rows import place
from stmtdiff.report import plural
from stmtdiff.spans import Span

SIGNS: dict[EventKind, str] = {"came": "+", "went": "-", "changed": "~", "bracketed": "[", "agreed": "="}
WORDS: dict[EventKind, str] = {
    "came": "added", "went": "dropped", "changed": "changed", "bracketed": "put into brackets", "agreed": "agreed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words: the draft in which it happened, the wordings with their brackets, and what is said of it."""

    event: Event
    draft: str
    old: str
    new: str
    aside: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a draft's paragraph: it `came` since the draft before, is `going` in the next, or is `turned`."""

    text: str
    came: bool
    going: bool
    turned: str


def title(result: Drafts) -> str:
    """Return what is shown: "zero, rev1, final: 3 drafts, each with the one before"."""
    names = ", ".join(draft.name for draft in result.drafts)
    how = "each with the one before" if result.against == "chain" else "each with the last"
    return f"{names}: {plural(len(result.drafts), 'draft')}, {how}"


def heads(result: Drafts) -> Iterator[str]:
    """Yield a line for each draft: how much of it is in brackets, and what may be wrong with its reading."""
    for draft in result.drafts:
        share = round(100 * draft.bracketed_words / draft.words) if draft.words else 0
        told = (
            f"{draft.name}: {plural(draft.words, 'word')}, {share} % in {plural(len(draft.brackets.found), 'bracket')}"
        )
        if draft.brackets.unmatched:
            told += f"; {plural(draft.brackets.unmatched, 'sign')} without a counterpart, read as no bracket"
        yield "; ".join((told, *draft.statement.source.doubts))


def counts(result: Drafts) -> Iterator[str]:
    """Yield a line for each step: "zero -> rev1: 3 added, 1 dropped, 2 agreed"."""
    for step in result.steps:
        told = ", ".join(f"{count} {WORDS[kind]}" for kind, count in step.counts.items())  # type: ignore[index]
        names = " -> ".join(result.drafts[at].name for at in (step.old, step.new))
        yield " ".join((f"{names}: {told or 'nothing changed'}.", *step.report.notices))


def told_of(result: Drafts) -> dict[int, list[Told]]:
    """Return the events in words by the number of their row, in the order of the drafts."""
    home = {
        (at, index): number
        for number, row in enumerate(result.rows)
        for at, cell in enumerate(row.cells)
        for index in cell
    }
    found: dict[int, list[Told]] = defaultdict(list)
    for step in result.steps:
        for event in step.events:
            index = event.new_paragraph if event.new_paragraph is not None else event.old_paragraph
            at = step.new if event.new_paragraph is not None else step.old
            if index is not None:
                found[home[at, index]].append(_told(result, step, event))
    return found


def _told(result: Drafts, step: Step, event: Event) -> Told:
    old, new = result.drafts[step.old], result.drafts[step.new]
    state = {"came": "in brackets", "changed": "in brackets", "went": "it was in brackets"}.get(event.kind, "")
    aside = [state if event.bracketed else "", event.who, *event.said]
    return Told(event, new.name, _words(old, event.old), _words(new, event.new), "; ".join(filter(None, aside)))


def _words(draft: Draft, span: Span | None) -> str:
    return " ".join(span.of(draft.statement.text).split()) if span else ""


def sentence(told: Told) -> str:
    """Return an event in one line: 'rev1: + added: "and verifiable" (in brackets)'."""
    kind = told.event.kind
    words = f'"{told.old}" -> "{told.new}"' if kind == "changed" else f'"{told.new or told.old}"'
    sign = MARKS[told.event.direction].sign if told.event.direction != "none" else SIGNS[kind]
    return f"{told.draft}: {sign} {WORDS[kind]}: {words}{f' ({told.aside})' if told.aside else ''}"


def where(result: Drafts, row: Row) -> str:
    """Return the place of a row: "paragraph 3" where all drafts call it so, else "zero 3; rev1 3; final 4"."""
    named = {
        draft.name: ", ".join(place(draft.statement.paragraphs[index]) for index in cell)
        for draft, cell in zip(result.drafts, row.cells, strict=True)
        if cell
    }
    if len(named) == len(result.drafts) and len(set(named.values())) == 1:
        return f"paragraph {next(iter(named.values()))}"
    return "; ".join(f"{name} {places}" for name, places in named.items())


class Cells:
    """Cuts the paragraphs of each draft where phrases came, go, or had their brackets turned."""

    def __init__(self, result: Drafts) -> None:
        """Take the drafts whose paragraphs are to be cut."""
        self._result = result
        self._came: dict[tuple[int, int], list[Span]] = defaultdict(list)
        self._going: dict[tuple[int, int], list[Span]] = defaultdict(list)
        self._turned: dict[tuple[int, int], list[tuple[Span, str]]] = defaultdict(list)
        for step in result.steps:
            for event in step.events:
                self._note(step, event)

    def _note(self, step: Step, event: Event) -> None:
        if event.kind in ("bracketed", "agreed"):
            if event.new and event.new_paragraph is not None:
                self._turned[step.new, event.new_paragraph].append((event.new, event.kind))
            return
        if event.new and event.new_paragraph is not None:
            self._came[step.new, event.new_paragraph].append(event.new)
        if event.old and event.old_paragraph is not None:
            self._going[step.old, event.old_paragraph].append(event.old)

    def parts(self, at: int, index: int) -> Iterator[Part]:
        """Yield the paragraph at `index` of the draft at `at` in parts that cover it."""
        statement = self._result.drafts[at].statement
        paragraph, key = statement.paragraphs[index], (at, index)
        turned = self._turned[key]
        spans = [*self._came[key], *self._going[key], *(span for span, _ in turned)]
        edges = {paragraph.body.start, paragraph.body.end}
        edges |= {edge for span in spans for edge in (span.start, span.end) if edge <= paragraph.body.end}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            yield Part(
                statement.text[start:end],
                any(span.start <= start < span.end for span in self._came[key]),
                any(span.start <= start < span.end for span in self._going[key]),
                next((kind for span, kind in turned if span.start <= start < span.end), ""),
            )
