"""The kind of rule that compares what both sides do with words: note, welcome, urge, demand.

The ugly case: from "called for an end to the siege" to "noted the siege" four words changed and one act. And "condemns
the raids" that moved from one sentence to the next was not dropped. So the acts of a paragraph and of what it became
are compared first, and what is left is looked for in the rest of the other statement.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.languages.english_clauses import DUE
from stmtdiff.model import Statement
from stmtdiff.rules.accused import accusation
from stmtdiff.rules.finding import NARROW, Finding, Range, is_passage
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.senses import Lexicon, Mark
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.rules.speech import NEAR, SAID, STRONG, Act, Reader, low
from stmtdiff.rules.structure import content, has_name, later, qualifiers, task

_STEP = 10  # tenths: a full rung
_WHOLE = 85  # how often in a hundred a strong act that came or went as a whole pointed where readers said
_POSITIONS = 60  # tenths by which one passage must say more than another: two strong acts
_PASSAGE_SURE = 60  # how often in a hundred that pointed where readers said
_SHARED = 40  # per cent of the words of two acts that must be the same where one took the place of the other


def _speakers(statement: Statement) -> frozenset[str]:
    """Return who speaks in a statement, in its series' words too."""
    return SPEAKERS | statement.release.forum.speakers if statement.release else SPEAKERS


class Acts:
    """One rule on acts before one comparison."""

    def __init__(self, rule: Rule, lexicon: Lexicon, old: Statement, new: Statement) -> None:
        """Prepare to read both statements with the words of `rule`."""
        self.rule = rule
        self._lexicon = lexicon
        self._old = Reader(old, lexicon, _speakers(old))
        self._limits = frozenset(term.pattern for sense in rule.senses if sense.of == "limit" for term in sense.terms)
        self.undone: set[str] = set()  # shifts whose words of strength the rest of the paragraph takes back
        self._new = Reader(new, lexicon, _speakers(new))

    def holds(self, sight: Sight, finding: Finding) -> bool:
        """Say whether what `finding` rests on belongs to an act, on the sides that it names."""
        return any(
            place is not None and reader.holds(side, place)
            for side, reader, place in ((sight.old, self._old, finding.old), (sight.new, self._new, finding.new))
        )

    def does(self, sight: Sight, finding: Finding) -> bool:
        """Say whether those who speak do what `finding` rests on, be it one of the listed acts or not."""
        return any(
            place is not None and reader.speaks(side, place)
            for side, reader, place in ((sight.old, self._old, finding.old), (sight.new, self._new, finding.new))
        )

    def findings(self, sights: Sequence[Sight]) -> dict[str, Finding]:
        """Return what the rule finds, by the id of the shift; the sights are of one comparison."""
        by_link: dict[str, list[Sight]] = defaultdict(list)
        for sight in sights:
            by_link[sight.shift.link].append(sight)
        return {shift: finding for own in by_link.values() for shift, finding in self._judged(own)}

    def _judged(self, sights: list[Sight]) -> Iterable[tuple[str, Finding]]:
        sights = [one for one in sights if self._may_speak(one)]
        old = _once(self._old.acts(sight.old) for sight in sights)
        new = _once(self._new.acts(sight.new) for sight in sights)
        old, new = _without(old, new, lambda act: act.key)
        stress = {sight.shift.id: self._stress(sight) for sight in sights}
        net = sum(stress.values())
        self.undone |= {shift for shift, more in stress.items() if more * net < 0}
        for sight in sights:
            gone = [act for act in old if _is_in(sight.old, act.where)]
            come = [act for act in new if _is_in(sight.new, act.where)]
            gone, come = _without(gone, come, lambda act: act.name)
            gone, come = _but(gone, new, come), _but(come, old, gone)
            if is_passage(sight):
                finding = self._passage(sight, gone, come)
            else:
                finding = self._replaced(sight, gone, come) if gone and come else self._whole(sight, gone, come)
            finding = finding or self._accused(sight) or self._built(sight) or self._named(sight) or self._tasked(sight)
            finding = finding or self._stressed(sight, gone, come)
            if finding:
                yield sight.shift.id, finding

    def _may_speak(self, sight: Sight) -> bool:
        """Say whether a shift can be one of those that are judged; the clauses of all others are never read."""
        is_worded = self._old.has_words(sight.old) or self._new.has_words(sight.new)
        return (
            is_worded
            or self._accused(sight) is not None
            or qualifiers(sight, self._limits) is not None
            or later(sight) is not None
            or task(sight) is not None
        )

    def _replaced(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Compare the rungs of both sides; speak where every one of one side is a full rung above the other's."""
        if not _is_answered(sight, gone, come):
            return None
        if {"praise", "blame"} <= frozenset[str]().union(*(act.names for act in (*gone, *come))):
            return None  # to regret one thing and to welcome another stand on no one scale
        if all(act.has_courtesy for act in (*gone, *come)) or _is_bare_once(gone[0], come[0]):
            return None
        before, after = [act.rung for act in gone], [act.rung for act in come]
        if min(after) - max(before) >= _STEP:
            direction = self.rule.rising
        elif min(before) - max(after) >= _STEP:
            direction = self.rule.falling
        else:
            return None
        old, new = _place(sight.old, gone[0].where), _place(sight.new, come[0].where)
        said = f"'{sight.old.quote(*old)}' -> '{sight.new.quote(*new)}'"
        return Finding(direction, old, new, said) if direction else None

    def _passage(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Weigh the strong acts of two passages, of which the one stands in the other's place."""
        lost = [act for act in gone if _is_position(act) and not self._new.says(act)]
        won = [act for act in come if _is_position(act) and not self._old.says(act)]
        net = sum(act.rung for act in won) - sum(act.rung for act in lost)
        if abs(net) < _POSITIONS:
            return None
        side, acts = (sight.new, won) if net > 0 else (sight.old, lost)
        first = max(acts, key=lambda act: (act.rung, -act.where[0]))
        place = _place(side, first.whole)
        said = f"'{side.quote(*place)}' {'added' if net > 0 else 'dropped'}"
        direction = self.rule.rising if net > 0 else self.rule.falling
        if direction is None:
            return None
        return Finding(
            direction, None if net > 0 else place, place if net > 0 else None, said, confidence=_PASSAGE_SURE
        )

    def _whole(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Speak where a strong act came or went with its clause, and the other text does not say it."""
        side, other, acts, reader = (
            (sight.old, sight.new, gone, self._new) if gone else (sight.new, sight.old, come, self._old)
        )
        if content(other):
            return None  # something else took its place, and what that is worth nobody knows
        strong = [
            act
            for act in acts
            if _is_position(act)
            and (_is_mostly_in(side, act.whole) or _is_within(side, act.where)) and not reader.says(act)
        ]  # fmt: skip
        direction = self.rule.falling if gone else self.rule.rising
        if not strong or direction is None:
            return None
        first = max(strong, key=lambda act: (act.rung, -act.where[0]))
        place = _place(side, first.whole)
        said = f"'{side.quote(*place)}' {'dropped' if gone else 'added'}"
        sure = _WHOLE if first.rung >= STRONG else _PASSAGE_SURE
        return Finding(direction, place if gone else None, None if gone else place, said, confidence=sure)

    def _stressed(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Sum the words of strength on both sides of a shift that keeps its act."""
        if bool(gone) != bool(come):
            return None
        more = 0 if sight.shift.id in self.undone else self._stress(sight)
        before, after = self._old.changed(sight.old, "strength"), self._new.changed(sight.new, "strength")
        if (not before and _describes(sight.old)) or (not after and _describes(sight.new)):
            return None  # "real" gave way to "deep": on no scale is one of them the stronger
        return self._said(sight, more, before, after) if more else None

    def _stress(self, sight: Sight) -> int:
        """Return how much stronger the words of a shift have become."""
        return _weight(self._new.changed(sight.new, "strength")) - _weight(self._old.changed(sight.old, "strength"))

    def _built(self, sight: Sight) -> Finding | None:
        """Speak where an act keeps its words but for its qualifiers, or for the time that it leaves."""
        found = qualifiers(sight, self._limits)
        if found is None and (term := later(sight)):
            found = -term[0], *term[1:]
        if found is None or not all(
            reader.holds(side, place) or _is_due(side, place)
            for reader, side, place in ((self._old, sight.old, found[1]), (self._new, sight.new, found[2]))
        ):
            return None
        more, old, new = found
        direction = self.rule.rising if more > 0 else self.rule.falling
        said = " -> ".join(
            f"'{side.quote(place[0], min(place[1] + 1, len(side.words)))}'"
            for side, place in ((sight.old, old), (sight.new, new))
        )
        return Finding(direction, old, new, said) if direction else None

    def _accused(self, sight: Sight) -> Finding | None:
        """Speak where the doer of a harm is named on one side alone."""
        found = accusation(sight, self._old.statement, self._new.statement, self._lexicon)
        direction = (self.rule.rising if found[0] > 0 else self.rule.falling) if found else None
        if found is None or direction is None:
            return None
        side, place = (sight.new if found[0] > 0 else sight.old), found[1]
        said = f"'{side.quote(*place)}' {'named' if found[0] > 0 else 'no longer named'}"
        return Finding(direction, None if found[0] > 0 else place, place if found[0] > 0 else None, said)

    def _named(self, sight: Sight) -> Finding | None:
        """Speak where all are called to order and one was named before, or the other way round."""
        if max(sight.old.last - sight.old.first, sight.new.last - sight.new.first) > NARROW:
            return None
        before, after = self._old.changed(sight.old, "everybody"), self._new.changed(sight.new, "everybody")
        if after and not before and has_name(sight.old):
            return self._said(sight, -1, [], after)
        if before and not after and has_name(sight.new):
            return self._said(sight, 1, before, [])
        return None

    def _tasked(self, sight: Sight) -> Finding | None:
        """Speak where an infinitive came or went with what is asked: "to keep the truce (and to free the crews)"."""
        place = task(sight)
        is_gone = not content(sight.new)
        direction = self.rule.falling if is_gone else self.rule.rising
        if place is None or direction is None:
            return None
        side, reader, other = (sight.old, self._old, self._new) if is_gone else (sight.new, self._new, self._old)
        start = place[0] + low(side)
        asks = [act for act in reader.acts(side) if act.where[1] <= start <= act.whole[1]]
        if not asks or not _is_position(asks[-1]) or other.statement.text.find(side.quote(*place)) >= 0:
            return None
        said = f"'{side.quote(*place)}' {'dropped' if is_gone else 'added'}"
        return Finding(
            direction, place if is_gone else None, None if is_gone else place, said, confidence=_PASSAGE_SURE
        )

    def _said(self, sight: Sight, more: int, before: Sequence[Mark], after: Sequence[Mark]) -> Finding | None:
        direction = self.rule.rising if more > 0 else self.rule.falling
        if direction is None:
            return None
        old, new = (
            _place(side, (marks[0].first, marks[-1].last)) if marks else None
            for side, marks in ((sight.old, before), (sight.new, after))
        )
        said = [f"'{side.quote(*place)}'" for side, place in ((sight.old, old), (sight.new, new)) if place]
        end = "" if old and new else " dropped" if old else " added"
        return Finding(direction, old, new, " -> ".join(said) + end)


def _once(acts: Iterable[Sequence[Act]]) -> list[Act]:
    return list(dict.fromkeys(act for own in acts for act in own))


def _without(old: list[Act], new: list[Act], key: Callable[[Act], object]) -> tuple[list[Act], list[Act]]:
    """Leave out on both sides what both of them do."""
    shared = Counter(map(key, old)) & Counter(map(key, new))
    kept: list[list[Act]] = []
    for side in (old, new):
        left = Counter(shared)
        kept.append([act for act in side if not left[key(act)] or left.subtract([key(act)])])
    return kept[0], kept[1]


def _but(acts: list[Act], others: list[Act], met: list[Act]) -> list[Act]:
    """Leave out what `others` on the other side do by the same verb: "raise at least" gave way to "raise up to"."""
    left = Counter(act.verb for act in others if act not in met)
    return [act for act in acts if not left[act.verb] or left.subtract([act.verb])]


def _is_bare_once(gone: Act, come: Act) -> bool:
    """Say whether one verb stands with a noun of doing on one side alone: "reaffirmed (their pledge of) the levy"."""
    return gone.verb == come.verb and (gone.name == gone.verb) != (come.name == come.verb)


def _is_position(act: Act) -> bool:
    """Say whether an act binds, asks, aims or judges, and thanks nobody."""
    is_strong = act.rung >= STRONG or "aim" in act.names
    return is_strong and not act.has_courtesy and bool(act.about)


def _is_answered(sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> bool:
    """Say whether the acts of both sides are about the same: the shift is a phrase, or they share their words."""
    if max(sight.old.last - sight.old.first, sight.new.last - sight.new.first) <= NARROW:
        return True
    if all(act.leads for act in (gone[0], come[0])):
        return True
    had, has = (frozenset().union(*(act.about for act in acts)) for acts in (gone, come))
    return len(had & has) * 100 >= _SHARED * min(len(had), len(has))


def _weight(marks: Sequence[Mark]) -> int:
    return sum(sense.worth for mark in marks if (sense := mark.sense_of("strength")))


def _describes(side: Side) -> bool:
    """Say whether a side changed nothing but words that describe."""
    changed = content(side)
    return bool(changed) and all(map(is_qualifier, changed))


def _is_due(side: Side, place: Range) -> bool:
    """Say whether a term stands behind a word that makes it binding: "the report is due within a week"."""
    return not DUE.isdisjoint(side.words.norms[max(0, place[0] - NEAR) : place[0]])


def _is_in(side: Side, place: Range) -> bool:
    """Say whether a range of the paragraph's tokens shares a word with the change, or the change parts it."""
    return bool(side.sentences) and side.is_changed(place[0] - low(side), place[1] - low(side))


def _is_mostly_in(side: Side, place: Range) -> bool:
    start = low(side)
    inside = min(place[1] - start, side.last) - max(place[0] - start, side.first)
    return inside * 100 >= SAID * (place[1] - place[0])


def _is_within(side: Side, place: Range) -> bool:
    """Say whether all of a range has changed."""
    start = low(side)
    return side.first + start <= place[0] and place[1] <= side.last + start


def _place(side: Side, where: Range) -> Range:
    start = low(side)
    return max(0, where[0] - start), min(len(side.words), where[1] - start)
