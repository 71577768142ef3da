"""The kind of rule that compares what both sides say of the economy, quantity by quantity.

The ugly case: "Inflation has eased" dropped from one sentence and put into the next is no news. So the signals of a
paragraph and of what it became are compared first; a shift is about those that are left and are in
it, and only where the paragraph as a whole moves the same way.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from stmtdiff.model import Paragraph, Statement
from stmtdiff.rules.finding import Finding, Range
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.said import Figure, Said, Signal
from stmtdiff.rules.senses import Mark, Marked
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.rules.signals import is_quantity, is_standing, read_sentence
from stmtdiff.shifts.shift import Direction

_LEAST = 250  # thousandths of a step: below it nothing has moved
_STEP = 1000  # a full step: a rise where there was none
_CLEAR, _SMALL = 80, 70  # how often in a hundred a full step, and less than one, pointed where readers said
_MOVED = 600  # what a figure that moved is worth
_Sense = tuple[str, str, bool]  # a topic, its quantity, and whether it goes up
_Topic = tuple[str, str]  # a topic and the quantity of it that is spoken of


class Change(NamedTuple):
    """What became of one signal: it came, it went, or it is said of the same quantity in another degree."""

    old: Signal | Figure | None
    new: Signal | Figure | None

    @property
    def worth(self) -> int:
        """Return which way the change points, in thousandths of a step; above 0 is up."""
        if isinstance(self.old, Figure) and isinstance(self.new, Figure):
            more = self.new.amount - self.old.amount
            return self.new.sign * _MOVED * ((more > 0) - (more < 0))
        if isinstance(self.old, Figure) or isinstance(self.new, Figure):
            return 0
        return (self.new.worth if self.new else 0) - (self.old.worth if self.old else 0)

    @property
    def topic(self) -> _Topic:
        """Return the quantity that the change is about."""
        own = self.new or self.old
        assert own is not None
        return own.topic, own.quantity

    def is_in(self, sight: Sight) -> bool:
        """Say whether the words of a shift made this change."""
        return any(
            signal is not None and _touches(side, signal)
            for side, signal in ((sight.old, self.old), (sight.new, self.new))
        )

    def is_told(self, sight: Sight) -> bool:
        """Say whether a changed word of the shift is one of those that make a signal, and no quantity's name alone."""
        return any(
            signal is not None and _is_inside(side, signal)
            for side, signal in ((sight.old, self.old), (sight.new, self.new))
        )

    @property
    def counts(self) -> bool:
        """Say whether it is an assessment: no purpose, and no cause that is one on one side alone."""
        roles = {signal.role for signal in (self.old, self.new) if signal is not None}
        is_shared = None not in (self.old, self.new) and len(roles) == 1
        return "purpose" not in roles and ("cause" not in roles or is_shared)


class Outlook:
    """One rule on the outlook before one comparison; a sentence is read once."""

    def __init__(self, rule: Rule, marked: Marked, old: Statement, new: Statement) -> None:
        """Prepare to read with the words of `rule`, which are looked for in `marked`."""
        self.rule = rule
        self._statements = old, new
        self._marked = marked
        self._read: dict[tuple[int, int], Said] = {}
        self._firsts: dict[int, list[Mark | None]] = {}  # by paragraph, what was spoken of last before each sentence

    def findings(self, sights: Sequence[Sight]) -> dict[str, Finding]:
        """Return what the rule finds, by the id of the shift; the sights are of one comparison."""
        by_link: dict[str, list[Sight]] = defaultdict(list)
        for sight in sights:
            by_link[sight.shift.link].append(sight)
        changes = {link: self._changes(own) for link, own in by_link.items()}
        moved = _moved_elsewhere([change for own in changes.values() for change in own])
        found: dict[str, Finding] = {}
        for link, own in by_link.items():
            left = [change for change in changes[link] if id(change) not in moved]
            if all(sight.is_whole for sight in own):
                left = [change for change in left if not self._is_kept(change)]
            found |= self._judged(own, left)
        return found

    def _is_kept(self, change: Change) -> bool:
        """Say whether what came or went is said in the other statement as well: then it is neither new nor given up."""
        if isinstance(change.old, Signal) and change.new is None:
            return _sense(change.old) in self._senses[1]
        if isinstance(change.new, Signal) and change.old is None:
            return _sense(change.new) in self._senses[0]
        return False

    @cached_property
    def _senses(self) -> tuple[frozenset[_Sense], frozenset[_Sense]]:
        """Return all that each statement says, in whatever words."""
        old, new = (
            frozenset(
                _sense(signal)
                for paragraph in statement.paragraphs
                for sentence in paragraph.sentences
                for signal in self._said(statement.text, paragraph, sentence.index).signals
            )
            for statement in self._statements
        )
        return old, new

    def _changes(self, sights: list[Sight]) -> list[Change]:
        """Return what became of the signals of one paragraph."""
        old = self._signals(sight.old for sight in sights)
        new = self._signals(sight.new for sight in sights)
        changes = _changes(old, new) if old or new else []
        return changes + _moved(
            self._figures(sight.old for sight in sights), self._figures(sight.new for sight in sights)
        )

    def _judged(self, sights: list[Sight], changes: list[Change]) -> dict[str, Finding]:
        """Return what is found in one paragraph and what it became."""
        net: dict[_Topic, int] = defaultdict(int)
        for change in changes:
            net[change.topic] += change.worth
        found = {sight.shift.id: self._finding(sight, changes, net) for sight in sights}
        return {shift: finding for shift, finding in found.items() if finding is not None}

    def _signals(self, sides: Iterable[Side]) -> list[Signal]:
        """Return the signals in the sentences of some sides, each sentence once."""
        return [signal for said in self._told(sides) for signal in said.signals]

    def _figures(self, sides: Iterable[Side]) -> list[Figure]:
        return [figure for said in self._told(sides) for figure in said.figures]

    def _told(self, sides: Iterable[Side]) -> list[Said]:
        found = {
            (side.paragraph.index, one.index): self._said(side.text, side.paragraph, one.index)
            for side in sides
            if side.paragraph is not None
            for one in side.sentences
        }
        return [found[key] for key in sorted(found)]

    def _said(self, text: str, paragraph: Paragraph, index: int) -> Said:
        key = (id(paragraph), index)
        if key not in self._read:
            place = index - paragraph.sentences[0].index
            sentence = paragraph.sentences[place]
            carried = self._quantity_before(paragraph, place) if is_standing(paragraph, sentence) else None
            marks = self._marked.marks(paragraph, sentence)
            self._read[key] = read_sentence(text, paragraph, sentence, marks, carried)
        return self._read[key]

    def _quantity_before(self, paragraph: Paragraph, place: int) -> Mark | None:
        """Return the first quantity of the nearest sentence that has one, before that at `place` in a paragraph."""
        firsts = self._firsts.setdefault(id(paragraph), [None])
        for one in paragraph.sentences[len(firsts) - 1 : place]:
            first = next(filter(is_quantity, self._marked.marks(paragraph, one)), None)
            firsts.append(first or firsts[-1])
        return firsts[place]

    def _finding(self, sight: Sight, changes: Sequence[Change], net: Mapping[_Topic, int]) -> Finding | None:
        """Return what a shift says; nothing where it goes nowhere, or elsewhere than the whole paragraph does."""
        own = [change for change in changes if change.is_in(sight) and change.counts]
        if not own:
            return self._surer(sight)
        if not any(change.is_told(sight) for change in own):
            return None
        topics: dict[_Topic, int] = defaultdict(int)
        for change in own:
            topics[change.topic] += change.worth
        agreeing = {topic: worth for topic, worth in topics.items() if worth * net[topic] > 0}
        worth = sum(agreeing.values())
        direction = self.rule.direction(worth)
        if abs(worth) < _LEAST or direction is None:
            return None
        told = max(agreeing, key=lambda topic: (agreeing[topic] if worth > 0 else -agreeing[topic], topic))
        confidence = _CLEAR if abs(worth) >= _STEP else _SMALL
        finding = _told(sight, [change for change in own if change.topic == told], direction)
        return finding._replace(confidence=confidence)

    def _surer(self, sight: Sight) -> Finding | None:
        """Return what it means that a shift tells the same with more or less certainty: "suggests", "indicates"."""
        before, after = self._evidence(sight.old), self._evidence(sight.new)
        if before is None and after is None:
            return None
        more = (after.sense.worth if after else 10) - (before.sense.worth if before else 10)
        told = [_first_behind(self._told([side]), mark) for side, mark in ((sight.old, before), (sight.new, after))]
        worth = more * sum(told) // 20
        direction = self.rule.direction(worth)
        if abs(worth) < _LEAST or min(told) * max(told) <= 0 or direction is None:
            return None
        old, new = (
            _place(side, [(mark.first, mark.last)] if mark else [])
            for side, mark in ((sight.old, before), (sight.new, after))
        )
        said = [f"'{side.quote(*place)}'" for side, place in ((sight.old, old), (sight.new, new)) if place]
        end = "" if old and new else " dropped" if old else " added"
        return Finding(direction, old, new, f"evidence: {' -> '.join(said)}{end}", "evidence")

    def _evidence(self, side: Side) -> Mark | None:
        """Return the changed word of a side that says how sure its sentence is."""
        low = side.sentences[0].first if side.sentences else 0
        return next(
            (
                mark
                for said in self._told([side])
                for mark in said.evidence
                if mark.first < side.last + low and side.first + low < mark.last
            ),
            None,
        )


def _first_behind(told: Sequence[Said], evidence: Mark | None) -> int:
    """Return what the first signal is worth that stands behind a word of evidence, or the first of all without one."""
    place = evidence.last if evidence else 0
    return next((signal.worth for said in told for signal in said.signals if signal.tell[0][0] >= place), 0)


def _moved_elsewhere(changes: Sequence[Change]) -> set[int]:
    """Return the ids of changes that undo one another: what one paragraph lost and another gained was not given up."""
    gone = [change for change in changes if change.new is None and isinstance(change.old, Signal)]
    come = [change for change in changes if change.old is None and isinstance(change.new, Signal)]
    left: dict[tuple[str, str, bool], list[Change]] = defaultdict(list)
    for change in come:
        if isinstance(change.new, Signal):
            left[_sense(change.new)].append(change)
    found: set[int] = set()
    for change in gone:
        if isinstance(change.old, Signal) and left[_sense(change.old)]:
            found |= {id(change), id(left[_sense(change.old)].pop())}
    return found


def _sense(signal: Signal) -> _Sense:
    """Return what a signal says in whatever words: which way its quantity goes."""
    return signal.topic, signal.quantity, signal.worth > 0


def _changes(old: list[Signal], new: list[Signal]) -> list[Change]:
    """Return what both sides do not share, in order; what differs in degree alone is one change."""
    old, new = _without(old, new, lambda signal: (signal.key, signal.quantity))
    pairs, old, new = _paired(old, new, lambda signal: (signal.topic, signal.quantity, signal.main))
    more, old, new = _paired(old, new, lambda signal: (signal.topic, signal.quantity))
    pairs += more
    old, new = _without(old, new, lambda signal: signal.key)  # one quantity for another of its topic
    return [*pairs, *(Change(signal, None) for signal in old), *(Change(None, signal) for signal in new)]


def _moved(old: list[Figure], new: list[Figure]) -> list[Change]:
    """Pair the figures of one quantity in their order, its last ones where they are not equally many."""
    waiting: dict[tuple[str, str, bool], tuple[list[Figure], list[Figure]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((old, new)):
        for figure in side:
            waiting[figure.topic, figure.quantity, figure.is_step][number].append(figure)
    changes = []
    for before, after in waiting.values():
        if len(before) != len(after):
            before, after = before[-1:], after[-1:]
        changes += [Change(was, now) for was, now in zip(before, after, strict=False) if was.amount != now.amount]
    return changes


def _told(sight: Sight, changes: Sequence[Change], direction: Direction) -> Finding:
    """Put the changes of one quantity into words."""
    # What stands in another sentence is not shown.
    old = _place(sight.old, [one.old.span for one in changes if one.old and sight.old.has(one.old.sentence)])
    new = _place(sight.new, [one.new.span for one in changes if one.new and sight.new.has(one.new.sentence)])
    said = [f"'{side.quote(*place)}'" for side, place in ((sight.old, old), (sight.new, new)) if place]
    end = "" if old and new else " dropped" if old else " added"
    topic = changes[0].topic[0]
    return Finding(direction, old, new, f"{topic}: {' -> '.join(said)}{end}", topic)


def _place(side: Side, own: Sequence[Range]) -> Range | None:
    """Return from where to where some ranges of a paragraph's tokens stand, in tokens of the side."""
    if not own or not side.sentences:
        return None
    low = side.sentences[0].first
    first, last = min(place[0] for place in own), max(place[1] for place in own)
    return max(0, first - low), min(len(side.words), last - low)


def _paired(
    old: list[Signal], new: list[Signal], key: Callable[[Signal], tuple[str, ...]]
) -> tuple[list[Change], list[Signal], list[Signal]]:
    """Pair the signals of both sides that have one key; return the pairs and what is left."""
    pairs: list[Change] = []
    waiting: dict[tuple[str, ...], list[Signal]] = defaultdict(list)
    for signal in reversed(new):
        waiting[key(signal)].append(signal)
    left = []
    for signal in old:
        if others := waiting[key(signal)]:
            pairs.append(Change(signal, others.pop()))
        else:
            left.append(signal)
    taken = {id(pair.new) for pair in pairs}
    return pairs, left, [signal for signal in new if id(signal) not in taken]


def _without(
    old: list[Signal], new: list[Signal], key: Callable[[Signal], object]
) -> tuple[list[Signal], list[Signal]]:
    """Leave out on both sides what stands on both, as often as it does."""
    shared = Counter(map(key, old)) & Counter(map(key, new))
    kept = []
    for side in (old, new):
        left = Counter(shared)
        own = []
        for signal in side:
            if left[key(signal)]:
                left[key(signal)] -= 1
            else:
                own.append(signal)
        kept.append(own)
    return kept[0], kept[1]


def _touches(side: Side, signal: Signal | Figure) -> bool:
    """Say whether words that make a signal share a word with the change, or stand at it where it is empty here."""
    if not side.has(signal.sentence):
        return False
    low = side.sentences[0].first
    if side.first == side.last:
        return signal.tell[0][0] <= side.first + low <= max(place[1] for place in signal.tell)
    return _is_inside(side, signal)


def _is_inside(side: Side, signal: Signal | Figure) -> bool:
    """Say whether a word that makes a signal has changed."""
    low = side.sentences[0].first if side.sentences else 0
    return side.has(signal.sentence) and any(
        place[0] < side.last + low and side.first + low < place[1] for place in signal.tell
    )
