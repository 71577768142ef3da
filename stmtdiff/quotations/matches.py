"""Where the runs of quotations are in each statement: word for word, respelt, or with values in another form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from stmtdiff.comparison import compare
from stmtdiff.grammar import is_denial, spelling
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Note, Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import PhraseSet
from stmtdiff.quotations.place import Place
from stmtdiff.quotations.quotation import Passage
from stmtdiff.quotations.wording import Run, Wording, is_mark_of_quotation, run_of
from stmtdiff.report import Report
from stmtdiff.shifts.routine import CAPITALS, SPELLING
from stmtdiff.spans import Span
from stmtdiff.values import Value, values
from stmtdiff.words import words

AS_GOOD = frozenset({SPELLING, CAPITALS})  # proofs that a quotation says what its statement says
Surfaces = dict[tuple[object, ...], dict[str, None]]
_WAYS = 12  # ways to write the values of one run that are tried


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation strung together in one statement: the passage of each of its runs."""

    passages: tuple[Passage, ...]
    is_whole: bool  # in order, and in one paragraph


@dataclass(slots=True)
class Matches:
    """The places of all runs of `wordings` in some statements, each looked for once."""

    places: Sequence[Place]
    wordings: Sequence[Wording]
    exact: dict[Run, list[tuple[Passage, ...]]] = field(init=False)
    _written: dict[tuple[int, bool], Surfaces] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Look for all runs in one pass over each statement."""
        self.exact = self._found(list(dict.fromkeys(run for one in self.wordings for run in one.runs)), self.places)

    def strung(self, wording: Wording, number: int) -> Found | None:
        """Return the runs of a wording in one statement: in order and in one paragraph if that can be, the tightest."""
        choices = [self.exact[run][number] for run in wording.runs]
        if not choices or not all(choices):
            return None
        chains = _chains(choices)
        return Found(chains[0], True) if chains else Found(tuple(own[0] for own in choices), False)

    def all_strung(self, wording: Wording, number: int) -> list[tuple[Passage, ...]]:
        """Return all places of one run; of several, the tightest and the others that stand in one sentence."""
        choices = [self.exact[run][number] for run in wording.runs]
        if len(choices) == 1:
            return [(passage,) for passage in choices[0]]
        chains = _chains(choices) if choices and all(choices) else []
        sentence = self.places[number].sentence
        close = [own for own in chains[1:] if sentence(own[0].span.start) == sentence(own[-1].span.start)]
        return [*chains[:1], *close]

    def elsewhere(self, wording: Wording, number: int) -> Found | None:
        """Return a wording in a statement other than the one with index `number`, the newest that has it."""
        others = (self.strung(wording, place.number) for place in self.places if place.number != number)
        return next((found for found in others if found and found.is_whole), None)

    def accept_spelling(self, wording: Wording, number: int) -> bool:
        """Say whether the runs that a statement lacks stand there in another spelling, or with values in another form.

        They count as standing from then on.
        """
        for run in wording.runs:
            if self.exact[run][number]:
                continue
            own = self._rewritten(run, number) or self._respelt(run, number)
            if not own:
                return False
            self.exact[run][number] = own
        return True

    def _respelt(self, run: Run, number: int) -> tuple[Passage, ...]:
        place = self.places[number]
        nearest = place.nearest(keys_of_quotation(run.text))
        if nearest is None:
            return ()
        shifts = difference(place.statement, nearest.passage.span, run.text).shifts
        return (nearest.passage,) if all(shift.proof in AS_GOOD for shift in shifts) else ()

    def _rewritten(self, run: Run, number: int) -> tuple[Passage, ...]:
        """Return where a run stands once its values are written as the statement writes them: "1 500" as "1,500"."""
        own = values(run.text)
        if not own:
            return ()
        runs: list[Run] = []
        for is_wide in (True, False):  # with their units, and without
            there = self._surfaces(number, is_wide=is_wide)
            spans = [_span_of(value, is_wide=is_wide) for value in own]
            ways = [there.get(_worth(value), {span.of(run.text): None}) for value, span in zip(own, spans, strict=True)]
            runs += [run_of(_replaced(run.text, spans, chosen)) for chosen in islice(product(*ways), _WAYS)]
        found = self._found(runs, [self.places[number]])
        return next((passages[0] for passages in found.values() if passages[0]), ())

    def _surfaces(self, number: int, *, is_wide: bool) -> Surfaces:
        """Return how a statement writes its values, by their worth."""
        key = number, is_wide
        if key not in self._written:
            text, made = self.places[number].statement.text, Surfaces()
            for value in values(text):
                made.setdefault(_worth(value), {})[_span_of(value, is_wide=is_wide).of(text)] = None
            self._written[key] = made
        return self._written[key]

    @staticmethod
    def _found(runs: Sequence[Run], places: Sequence[Place]) -> dict[Run, list[tuple[Passage, ...]]]:
        owners = [run for run in runs for _ in run.readings]
        phrases = PhraseSet(phrase for run in runs for phrase in run.readings)
        found: dict[Run, list[tuple[Passage, ...]]] = {run: [() for _ in places] for run in runs}
        for at, place in enumerate(places):
            for match in place.exact(phrases):
                own = found[owners[match.index]]
                passage = place.passage(match.first, match.last)
                if passage not in own[at]:
                    own[at] = (*own[at], passage)
        return found


def is_in_note(wording: Wording, note: Note) -> bool:
    """Say whether a note has all that is quoted: words of the statement, though of none of its paragraphs."""
    phrases = [PhraseSet(run.readings) for run in wording.runs]
    return bool(phrases) and all(any(map(one.stands_in, (p.words for p in note.paragraphs))) for one in phrases)


def difference(statement: Statement, span: Span, quoted: str, name: str = "") -> Report:
    """Return the report from a passage of a statement to what an article called `name` made of it."""
    old, new = (
        from_paragraphs([" ".join(text.split()).rstrip(" ,.;:")], name=own)
        for text, own in ((span.of(statement.text), statement.name), (quoted, name))
    )
    return compare(old, new)


def joined_in_brackets(report: Report) -> tuple[str, ...]:
    """Return what words in square brackets took the place of, where that is all that an article altered; else nothing.

    "welcomed the truce [and] asked" of "welcomed the truce. It asked": only a stop and little words gave way.
    """
    joined = []
    for shift in report.shifts:
        old = shift.old.of(report.old.text) if shift.old else ""
        new = shift.new.of(report.new.text) if shift.new else ""
        is_little = all(norm in FUNCTION_WORDS or not norm[:1].isalnum() for norm in words(old).norms)
        is_turned = any(map(is_denial, words(f"{old} {new}").norms))
        if is_turned or not (is_little and old and new.startswith("[") and new.endswith("]")):
            return ()
        joined.append(" ".join(old.split()))
    return tuple(joined)


def keys_of_quotation(text: str) -> list[str]:
    """Return the words of a quotation in one spelling, without the marks inside it."""
    return [spelling(norm) for norm in words(text).norms if not is_mark_of_quotation(norm)]


def _worth(value: Value) -> tuple[object, ...]:
    """Return what two spellings of one value share, whatever bounds it: a quotation may begin behind "by"."""
    low, high, unit, _, kind = value.worth
    return low, high, unit, kind


def _span_of(value: Value, *, is_wide: bool) -> Span:
    """Return where a value stands, with its unit where that is asked for."""
    return Span(value.span.start, max(value.span.end, value.whole.end)) if is_wide else value.span


def _replaced(text: str, spans: Sequence[Span], chosen: Sequence[str]) -> str:
    for span, surface in reversed(list(zip(spans, chosen, strict=True))):
        text = f"{text[: span.start]}{surface}{text[span.end :]}"
    return text


def _chains(choices: Sequence[Sequence[Passage]]) -> list[tuple[Passage, ...]]:
    """Return the ways to string runs together in order in one paragraph, the tightest first."""
    chains = [chain for first in choices[0] if (chain := _strung_from(first, choices[1:]))]
    return sorted(chains, key=lambda chain: chain[-1].span.end - chain[0].span.start)


def _strung_from(first: Passage, choices: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Return `first` and behind it the next of each of the other runs in its paragraph, empty where one has none."""
    chain = [first]
    for own in choices:
        following = (p for p in own if p.paragraph == first.paragraph and p.span.start >= chain[-1].span.end)
        passage = min(following, key=lambda passage: passage.span, default=None)
        if passage is None:
            return ()
        chain.append(passage)
    return tuple(chain)
