"""The kind of rule that compares what both sides do with words: note, welcome, urge, demand.

The ugly case: from "called for an end to the siege" to "noted the siege" four words changed and one act. And "condemns
the raids" that moved from one sentence to the next was not dropped. So the acts of a paragraph and of what it became
are compared first, and what is left is looked for in the rest of the other statement.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from stmtdiff.grammar import stem
from stmtdiff.languages.english import SPEAKERS
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.rules.act import BINDING, STEP, STRONG, Act, is_position
from stmtdiff.rules.finding import NARROW, Finding, Range, is_narrow, is_passage, on_one_side
from stmtdiff.rules.inside import Inside
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.senses import Lexicon
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.rules.speech import PASSAGE_SURE, SAID, Reader, low, place_in
from stmtdiff.rules.structure import content
from stmtdiff.shifts.shift import Direction
from stmtdiff.spans import Places, Span

_WHOLE = 85  # how often in a hundred a strong act that came or went as a whole pointed where readers said
_POSITIONS = 60  # tenths by which one passage must say more than another: two acts that ask
_WANTING = frozenset({"aim", "wish", "stand"})
_SHARED = 40  # per cent of the words of two acts that must be the same where one took the place of the other


def _speakers(statement: Statement) -> frozenset[str]:
    """Return who speaks in a statement, in its series' words too."""
    return SPEAKERS | statement.release.forum.speakers if statement.release else SPEAKERS


class Acts:
    """One rule on acts before one comparison."""

    def __init__(self, rule: Rule, lexicon: Lexicon, old: Statement, new: Statement) -> None:
        """Prepare to read both statements with the words of `rule`."""
        self.rule = rule
        self._old = Reader(old, lexicon, _speakers(old))
        self._new = Reader(new, lexicon, _speakers(new))
        self._inside = Inside(rule, lexicon, self._old, self._new)
        self.undone: set[str] = set()  # shifts whose words of strength the rest of the paragraph takes back

    def holds(self, sight: Sight, finding: Finding) -> bool:
        """Say whether what `finding` rests on is part of an act, on one of the sides that it names."""
        return any(
            place is not None and reader.holds(side, place)
            for side, reader, place in ((sight.old, self._old, finding.old), (sight.new, self._new, finding.new))
        )

    def does(self, sight: Sight, finding: Finding) -> bool:
        """Say whether those who speak in the statement do what `finding` rests on; the act need not be a listed one."""
        return any(
            place is not None and reader.speaks(side, place)
            for side, reader, place in ((sight.old, self._old, finding.old), (sight.new, self._new, finding.new))
        )

    def keeps(self, sight: Sight, finding: Finding) -> bool:
        """Say whether what one side does at `finding`, and the other not, is done elsewhere in the other statement."""
        is_gone = finding.new is None
        side, reader, other = self._inside.sides(sight, is_gone=is_gone)
        place = finding.old if is_gone else finding.new
        return place is not None and any(map(other.says, reader.acts_at(side, place)))

    def judges(self, paragraph: Paragraph, *, is_old: bool) -> bool:
        """Say whether those who speak praise or blame somebody in a paragraph of the old statement, or of the new."""
        return (self._old if is_old else self._new).judges(paragraph)

    def findings(self, sights: Sequence[Sight]) -> dict[str, Finding]:
        """Return what the rule finds, by the ids of the shifts; a shift of which it says nothing is left out.

        `sights` are all those of one comparison, because what one shift takes away another one may give back.
        """
        by_link: dict[str, list[Sight]] = defaultdict(list)
        for sight in sights:
            by_link[sight.shift.link].append(sight)
        return {shift: finding for own in by_link.values() for shift, finding in self._judged(own)}

    def _judged(self, sights: list[Sight]) -> Iterable[tuple[str, Finding]]:
        if len(sights) == 1 and sights[0].is_whole:
            if finding := self._alone(sights[0]):
                yield sights[0].shift.id, finding
            return
        sights = [one for one in sights if self._may_speak(one)]
        old = _once(map(self._old.acts, _apart(sight.old for sight in sights)))
        new = _once(map(self._new.acts, _apart(sight.new for sight in sights)))
        old, new = _without(old, new, lambda act: act.key)
        stress = {sight.shift.id: self._inside.stress(sight) for sight in sights}
        net = sum(stress.values())
        self.undone |= {shift for shift, more in stress.items() if more * net < 0}
        places = _places(old), _places(new)
        for sight in sights:
            gone, come = _in(sight.old, places[0]), _in(sight.new, places[1])
            gone, come = _without(gone, come, lambda act: act.name)
            gone, come = _but(gone, new, come), _but(come, old, gone)
            if is_passage(sight):
                finding = self._passage(sight, gone, come)
            else:
                finding = self._replaced(sight, gone, come) if gone and come else self._whole(sight, gone, come)
                if finding is None and gone and come:
                    finding = self._unanswered(sight, gone, come)
                if finding is None and _are_clauses(sight):
                    finding = self._passage(sight, gone, come)
            is_one_sided = bool(gone) != bool(come) or sight.shift.id in self.undone
            if finding := finding or self._inside.finding(sight, is_stress_told=not is_one_sided):
                yield sight.shift.id, finding

    def _alone(self, sight: Sight) -> Finding | None:
        """Judge whole sentences that came or went while nothing else changed in their link.

        Nothing there takes an act back or answers it, so the strongest act decides. The sentences that may hold it are
        read first, and of a long paragraph most are never read.
        """
        side, reader, other = self._inside.sides(sight, is_gone=bool(sight.old.sentences))
        best: Act | None = None
        for most, sentence in reader.by_strength(side):
            if best is None or (most, -sentence.first) > _rank(best):
                found = self._positions(side, reader.acts_in(side, sentence), other)
                best = max((*found, *([best] if best else [])), key=_rank, default=None)
        return self._came(sight, best, is_gone=side is sight.old) if best else None

    def _may_speak(self, sight: Sight) -> bool:
        """Say whether a shift can be one of those that are judged; the clauses of all others are never read."""
        is_worded = self._old.has_words(sight.old) or self._new.has_words(sight.new)
        return is_worded or self._inside.may_speak(sight)

    def _replaced(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Compare the rungs of both sides; speak where every one of one side is a full rung above the other's."""
        if not _is_answered(sight, gone, come):
            return None
        if {"praise", "blame"} <= frozenset[str]().union(*(act.names for act in (*gone, *come))):
            return self._turned(sight, gone, come)
        if all(act.has_courtesy for act in (*gone, *come)) or _is_bare_once(gone[0], come[0]):
            return None
        before, after = [act.rung for act in gone], [act.rung for act in come]
        if _is_only_wanted(gone, come):
            direction = self.rule.falling
        elif _is_only_wanted(come, gone) or min(after) - max(before) >= STEP:
            direction = self.rule.rising
        elif min(before) - max(after) >= STEP:
            direction = self.rule.falling
        else:
            return None
        return self._from_to(sight, gone[0], come[0], direction)

    def _turned(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Speak where what was praised is blamed, or the other way round; two different things are not compared."""
        if (
            len(gone) != 1
            or len(come) != 1
            or not _is_about(gone[0], come[0])
            or "praise" in gone[0].names & come[0].names
        ):
            return None
        direction = self.rule.falling if "blame" in gone[0].names else self.rule.rising
        return self._from_to(sight, gone[0], come[0], direction)

    def _from_to(self, sight: Sight, gone: Act, come: Act, direction: Direction | None) -> Finding | None:
        """Return that one act gave way to another."""
        old, new = place_in(sight.old, gone.where), place_in(sight.new, come.where)
        said = f"'{sight.old.quote(*old)}' -> '{sight.new.quote(*new)}'"
        return Finding(direction, old, new, said) if direction else None

    def _passage(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Weigh the positions of two passages or rows of clauses, of which the one stands in the other's place."""
        lost = [act for act in gone if is_position(act) and not self._new.says(act)]
        won = [act for act in come if is_position(act) and not self._old.says(act)]
        net = sum(act.rung for act in won) - sum(act.rung for act in lost)
        if abs(net) < _POSITIONS:
            return None
        side, acts = (sight.new, won) if net > 0 else (sight.old, lost)
        place = place_in(side, max(acts, key=_rank).whole)
        return on_one_side(self.rule.direction(net), side, place, is_gone=net < 0, sure=PASSAGE_SURE)

    def _whole(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Speak where a position came or went with its clause, and the other text does not take it."""
        side, other, acts, reader = (
            (sight.old, sight.new, gone, self._new) if gone else (sight.new, sight.old, come, self._old)
        )
        if not _stems(other) <= _stems(side) and not _is_phrase_for_clauses(other, side):
            return None  # something else took its place, and what that is worth nobody knows
        acts = [act for act in acts if act.about.isdisjoint(_stems(other))]  # "intend to open" -> "are opening"
        strong = self._positions(side, acts, reader)
        return self._came(sight, max(strong, key=_rank), is_gone=bool(gone)) if strong else None

    def _unanswered(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Speak where each act of one side has its answer on the other, which takes one position more."""
        lost = [act for act in gone if not any(_is_about(act, other) for other in come)]
        won = [act for act in come if not any(_is_about(act, other) for other in gone)]
        if bool(lost) == bool(won):
            return None
        side, _, other = self._inside.sides(sight, is_gone=bool(lost))
        strong = self._positions(side, lost or won, other)
        return self._came(sight, max(strong, key=_rank), is_gone=bool(lost)) if strong else None

    def _positions(self, side: Side, acts: Iterable[Act], other: Reader) -> list[Act]:
        """Return the positions that changed with most of their words, and that the other text does not take."""
        return [
            act
            for act in acts
            if is_position(act)
            and _is_in(side, act.where)
            and (_is_mostly_in(side, act.whole) or _is_within(side, act.where))
            and not other.says(act)
        ]

    def _came(self, sight: Sight, act: Act, *, is_gone: bool) -> Finding | None:
        """Return that an act came or went with its clause."""
        side = sight.old if is_gone else sight.new
        direction = self.rule.falling if is_gone else self.rule.rising
        sure = _WHOLE if act.rung >= STRONG else PASSAGE_SURE
        return on_one_side(direction, side, place_in(side, act.whole), is_gone=is_gone, sure=sure)


def _once(acts: Iterable[Sequence[Act]]) -> list[Act]:
    return list(dict.fromkeys(act for own in acts for act in own))


def _apart(sides: Iterable[Side]) -> Iterable[Side]:
    """Return one side for each stretch of sentences, in their order: a long sentence may hold hundreds of shifts."""
    found: dict[tuple[Sentence, ...], Side] = {}
    for side in sides:
        found.setdefault(side.sentences, side)
    return found.values()


def _places(acts: Sequence[Act]) -> Places[tuple[int, Act]]:
    return Places((Span(*act.where), (number, act)) for number, act in enumerate(acts))


def _in(side: Side, places: Places[tuple[int, Act]]) -> list[Act]:
    """Return the acts that share a word with the change of a side, or that the change parts, in their order."""
    if not side.sentences:
        return []
    found = places.at(Span(side.first + low(side), side.last + low(side)))
    return [act for _, act in sorted(found, key=lambda pair: pair[0]) if side.has(act.sentence)]


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


def _is_only_wanted(gone: Sequence[Act], come: Sequence[Act]) -> bool:
    """Say whether what one side will do is meant or asked for on the other: "will pay" -> "are urged to pay"."""
    if len(come) != 1 or any(act.names for act in gone) or gone[0].verb not in come[0].about:
        return False
    return not _WANTING.isdisjoint(come[0].names) and come[0].rung < BINDING


def _rank(act: Act) -> tuple[int, int]:
    """Return what is the greater the stronger an act is; of two that are alike the first one counts."""
    return act.rung, -act.where[0]


def _is_answered(sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> bool:
    """Say whether the acts of both sides are about the same: the shift is a phrase, or they share their words."""
    if is_narrow(sight):
        return True
    if all(act.leads for act in (gone[0], come[0])):
        return True
    had, has = (frozenset().union(*(act.about for act in acts)) for acts in (gone, come))
    return len(had & has) * 100 >= _SHARED * min(len(had), len(has))


def _is_about(one: Act, other: Act) -> bool:
    """Say whether two acts share so many of their words that one took the other's place."""
    return len(one.about & other.about) * 100 >= _SHARED * min(len(one.about), len(other.about))


def _are_clauses(sight: Sight) -> bool:
    """Say whether more than a phrase changed on both sides."""
    return min(sight.old.last - sight.old.first, sight.new.last - sight.new.first) > NARROW


def _is_phrase_for_clauses(other: Side, side: Side) -> bool:
    """Say whether no more than a phrase stands where clauses stood: it cannot answer what they did."""
    return other.last - other.first <= NARROW and side.last - side.first > 2 * NARROW


def _stems(side: Side) -> frozenset[str]:
    """Return the stems of the changed words of meaning of a side."""
    return frozenset(map(stem, content(side)))


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
