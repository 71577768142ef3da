"""Find the formulas that recur in a series, and put those first that had stood long and then changed.

Two sorts: a head noun with qualifiers ("complete, verifiable and irreversible denuclearisation"), and
an object with its verb ("urged all parties"). Names are none: "the United Nations" never changes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from stmtdiff.grammar import is_verb
from stmtdiff.languages.english import PARTS_OF_TIME, TIME_WORDS
from stmtdiff.model import Paragraph, Statement
from stmtdiff.phrases import keys_of, literal
from stmtdiff.saying.around import Formula, formulas_in
from stmtdiff.settings import Settings
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import SCHEMA, Aspect, Entry, History
from stmtdiff.timeline.phrase_life import histories_of
from stmtdiff.timeline.reading import Given, Reading, as_readings
from stmtdiff.timeline.strength import by_strength, own_wordings
from stmtdiff.words import words

_RECURS = 3  # statements that hold it make a formula; two in a short series
_SHORT = 5  # statements of a short series
_MOST = 300  # formulas of each sort that are followed
Sort = Literal["qualifiers", "verb"]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """A formula that recurs: the life of its head noun, or of its object.

    `sort` says what varies in it. `changes` counts the releases that word it otherwise than the one before, or lack
    it, or have it back; `graded` those of them of which the rules say that they are softer or firmer. `weight` adds
    up, for each time that it changed or went, the releases in a row that the wording had stood, times its qualifiers;
    0 for a formula that never changed.
    """

    sort: Sort
    history: History
    weight: int
    changes: int = 0
    graded: int = 0

    @property
    def aspect(self) -> Aspect:
        """Return which wordings of an entry are the formula's forms."""
        return "formula" if self.sort == "qualifiers" else "verb"


@dataclass(frozen=True, slots=True)
class Formulas:
    """The recurring formulas of a series, those first that went up or down most often, then what had stood longest."""

    series: str
    statements: int
    found: tuple[Recurring, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the formulas as plain dicts, lists, strings and integers, in the shape of the history's schema."""
        return {
            "schema": SCHEMA,
            "series": self.series,
            "statements": self.statements,
            "formulas": [
                {"sort": one.sort, "weight": one.weight, "changes": one.changes, "graded": one.graded}
                | one.history.to_dict()
                for one in self.found
            ],
        }


def formulas(statements: Iterable[Given], *, series: str = "", settings: Settings | None = None) -> Formulas:
    """Return the formulas that recur in `statements`, which stand in the order of their dates.

    `settings` may name who speaks in the reader's own forum.

    Raises:
        SettingsError: when the dates do not rise.
    """
    readings = as_readings(statements)
    read = [reading.statement for reading in readings if reading.statement]
    found = _recurring(read, _RECURS if len(read) >= _SHORT else 2)
    made = [one for sort, heads in found.items() for one in _followed(readings, sort, heads, series, settings)]
    made.sort(key=lambda one: (-one.graded, -one.weight, one.sort, one.history.phrase))
    return Formulas(series, len(read), tuple(made))


def _followed(
    readings: Sequence[Reading], sort: Sort, heads: Iterable[str], series: str, settings: Settings | None
) -> Iterator[Recurring]:
    phrases = [phrase for head in heads if (phrase := literal(words(head)))]
    for life in histories_of(readings, phrases, series=series, settings=settings, in_order=True):
        if not any(entry.holds for entry in life.entries):
            continue  # dissenters or annexes alone say it
        aspect = Recurring(sort, life, 0).aspect
        known = [entry for entry in life.entries if not entry.aside]
        forms = [_form(entry, aspect) for entry in known]
        if sort == "verb" and len({form for form in forms if form}) < 2:
            continue  # an object whose verb never changes is no news of its verb
        weight = _weight(forms, [_qualifiers(entry) for entry in known])
        graded = _graded(known, settings) if sort == "qualifiers" else 0
        yield Recurring(sort, life, weight, _changes(forms), graded)


def _changes(forms: Sequence[frozenset[Key] | None]) -> int:
    """Return how often the wordings are others than in the release before of which something is known."""
    known = [form for form in forms if form is not None]
    return sum(before != after for before, after in pairwise(known))


def _graded(entries: Sequence[Entry], settings: Settings | None) -> int:
    """Return how often one wording took another's place and the rules say which of the two is the firmer.

    A common noun is worded anew each time and no rule knows how; a formula goes up and down.
    """
    known = [own_wordings(entry) for entry in entries if entry.holds is not None]
    turns = [(old[0], new[0]) for old, new in pairwise(known) if len(old) == len(new) == 1 and old != new]
    return sum(bool(by_strength(turn, settings=settings).firmer) for turn in turns)


def _qualifiers(entry: Entry) -> int:
    """Return how many qualifiers stand together, where most do."""
    return max((len(one.qualifiers) for one in entry.counted), default=1)


def _form(entry: Entry, aspect: Aspect) -> frozenset[Key] | None:
    """Return the wordings of an entry as they are compared: None where nothing is known, empty where none stands."""
    if entry.holds is None:
        return None
    return frozenset(map(keys_of, own_wordings(entry, aspect)))


def _weight(forms: Sequence[frozenset[Key] | None], qualifiers: Sequence[int]) -> int:
    """Return the sum over all changes of the releases that the old form had stood, times the longer list of qualifiers.

    A common noun stands in five forms at once, and hardly any year repeats all five: so a stretch counts
    at the share of each of its forms.
    """
    weight = length = widest = 0
    before: frozenset[Key] | None = None
    for form, count in zip(forms, qualifiers, strict=True):
        if form is None:
            continue
        if form != before:
            if before:
                weight += length // len(before) * max(widest, count if form else 0, 1)
            length = 0
        before, widest, length = form, count, length + 1
    return weight


def _recurring(statements: Sequence[Statement], least: int) -> dict[Sort, list[str]]:
    """Return heads that stand with a qualifier, and objects that stand with a verb, in at least `least` statements."""
    shown: dict[tuple[Sort, Key], str] = {}
    counts: Counter[tuple[Sort, Key]] = Counter()
    known: dict[int, frozenset[tuple[Sort, Key]]] = {}
    for statement in statements:
        here: set[tuple[Sort, Key]] = set()
        for paragraph in statement.paragraphs:
            if id(paragraph.words) not in known:
                heads = {(sort, keys_of(head)): head for sort, head in _heads(statement, paragraph)}
                known[id(paragraph.words)] = frozenset(heads)
                for key, head in heads.items():
                    shown.setdefault(key, head)
            here |= known[id(paragraph.words)]
        counts.update(here)
    found: dict[Sort, list[str]] = {"qualifiers": [], "verb": []}
    for key in _whole_only(sorted(key for key, count in counts.items() if count >= least), counts):
        found[key[0]].append(shown[key])
    return {sort: heads[:_MOST] for sort, heads in found.items()}


def _whole_only(keys: list[tuple[Sort, Key]], counts: Counter[tuple[Sort, Key]]) -> list[tuple[Sort, Key]]:
    """Return `keys`, the most frequent first, without those that always go on: "levels" before "of the rate"."""
    longer: dict[tuple[Sort, str], list[Key]] = defaultdict(list)
    for sort, key in keys:
        longer[sort, key[0]].append(key)

    def goes_on(sort: Sort, key: Key) -> bool:
        others = (other for other in longer[sort, key[0]] if len(other) > len(key) and other[: len(key)] == key)
        return any(counts[sort, other] >= counts[sort, key] for other in others)

    return sorted((key for key in keys if not goes_on(*key)), key=lambda key: (-counts[key], key))


def _heads(statement: Statement, paragraph: Paragraph) -> Iterator[tuple[Sort, str]]:
    """Yield the head nouns of a paragraph that have a qualifier, and the objects of its verbs, as printed."""
    if paragraph.role in ("title", "heading"):
        return
    for sentence in paragraph.sentences:
        for sort, own in _own(formulas_in(statement, sentence)):
            printed = " ".join(own.of(statement.text).split())
            if not printed[0].isupper() and (sort == "qualifiers" or " " in printed) and not _is_idle(printed):
                yield sort, printed


def _is_idle(head: str) -> bool:
    """Say whether a head is no matter that a body takes a stand on: a part of time, or a verb read as a noun."""
    return head.lower() in PARTS_OF_TIME | TIME_WORDS or (" " not in head and is_verb(head.lower()))


def _own(found: Sequence[Formula]) -> Iterator[tuple[Sort, Span]]:
    """Yield the nouns that have a qualifier, with what they are of, and the objects of verbs without their article."""
    for number, one in enumerate(found):
        if one.head and one.qualifiers:
            yield "qualifiers", Span(one.head.start, (one.object or one.head).end)
        elif one.object and not (one.head or one.qualifiers):
            acted = next((noun for noun in found[number + 1 :] if noun.head and noun.whole.is_inside(one.object)), None)
            if acted:
                yield "verb", Span(acted.whole.start, one.object.end)
