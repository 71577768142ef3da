"""What changed inside an act that stays: its strength, its qualifiers, its terms, its list, and what is to be done.

The ugly case: "requests the mission to monitor the truce" asks as firmly as "requests the mission to enforce the truce"
and asks for much less.
"""

from collections.abc import Iterable, Sequence

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages.english_clauses import DUE, EXEMPTING, UNDOING, WHOLE
from stmtdiff.rules.accused import accusation
from stmtdiff.rules.act import NEAR, STEP
from stmtdiff.rules.finding import Finding, Range, is_narrow, on_one_side
from stmtdiff.rules.pack import Rule
from stmtdiff.rules.senses import Lexicon, Mark
from stmtdiff.rules.sight import Side, Sight, trimmed
from stmtdiff.rules.speech import PASSAGE_SURE, Reader, low, place_in
from stmtdiff.rules.structure import content, deed, due, ending, has_name, lasting, later, member, qualifiers, task

_DONE = 30  # what a deed is worth that no list knows: it is done, and not only looked at


class Inside:
    """One rule on acts, before the acts of one comparison that stay."""

    def __init__(self, rule: Rule, lexicon: Lexicon, old: Reader, new: Reader) -> None:
        """Prepare to look into the acts that `old` and `new` read."""
        self._rule = rule
        self._lexicon = lexicon
        self._old, self._new = old, new
        self._limits, self._qualities = (
            frozenset(term.pattern for sense in rule.senses if sense.of == kind for term in sense.terms)
            for kind in ("limit", "quality")
        )

    def may_speak(self, sight: Sight) -> bool:
        """Say whether a shift without a word of the rule can be one that is judged."""
        lean = trimmed(sight)
        return (
            self._accused(sight) is not None
            or qualifiers(sight, self._limits, self._qualities) is not None
            or any(find(lean) is not None for find in (later, self._lasting, due, task, member))
        )

    def finding(self, sight: Sight, *, is_stress_told: bool) -> Finding | None:
        """Return what a shift does to an act that stays, None where it does nothing that is known.

        Words of strength are left alone unless `is_stress_told`: they went with their act, or are taken back elsewhere.
        """
        lean = trimmed(sight)
        return (
            self._accused(sight)
            or self._built(sight)
            or self._named(sight)
            or self._dated(lean)
            or self._tasked(lean)
            or (self._stressed(sight) if is_stress_told else None)
            or self._joined(lean)
            or self._charged(sight)
            or self._done(sight)
        )

    def stress(self, sight: Sight) -> int:
        """Return how much stronger the words of a shift have become, in tenths of a rung."""
        return _weight(self._new.changed(sight.new, "strength")) - _weight(self._old.changed(sight.old, "strength"))

    def _stressed(self, sight: Sight) -> Finding | None:
        """Sum the words of strength on both sides."""
        before, after = self._old.changed(sight.old, "strength"), self._new.changed(sight.new, "strength")
        more = _weight(after) - _weight(before)
        if min(map(_worth, (*before, *after)), default=0) > 0 and _is_undone(sight.old, sight.new):
            return None  # the harder a ban is, the more is given up with it
        if (not before and _describes(sight.old)) or (not after and _describes(sight.new)):
            return None  # "real" gave way to "deep": on no scale is one of them the stronger
        if (after and not before and _is_whole(sight.old)) or (before and not after and _is_whole(sight.new)):
            return None  # of "all breaches" only the "serious" ones are left
        return self._said(sight, more, before, after) if more else None

    def _built(self, sight: Sight) -> Finding | None:
        """Speak where an act keeps its words but for its qualifiers, the time that it leaves or that it lasts."""
        if length := self._lasting(sight):
            if _is_undone(sight.old, sight.new):
                return None
            is_decided = self._old.is_decided(sight.old, length[1]) and self._new.is_decided(sight.new, length[2])
            return self._between(sight, *length, wide=True) if is_decided else None
        found = qualifiers(sight, self._limits) or self._fuller(sight)
        if found is None and (term := later(sight)):
            found = -term[0], *term[1:]
        if found is None or not all(
            reader.holds(side, place) or _is_due(side, place)
            for reader, side, place in ((self._old, sight.old, found[1]), (self._new, sight.new, found[2]))
        ):
            return None
        return self._between(sight, *found, wide=True)

    def _lasting(self, sight: Sight) -> tuple[int, Range, Range] | None:
        """Return whether what is decided lasts longer (1) or shorter (-1): for so long, or until a day."""
        old, new = self._old.statement.dateline.date, self._new.statement.dateline.date
        return lasting(sight) or (ending(sight, old, new) if old and new else None)

    def _fuller(self, sight: Sight) -> tuple[int, Range, Range] | None:
        """Return a lone quality that came or went with what is asked: "an (independent) inquiry"."""
        found = qualifiers(sight, self._limits, self._qualities)
        if found is None:
            return None
        way, old, new = found
        reader, side, place = (self._new, sight.new, new) if way > 0 else (self._old, sight.old, old)
        return found if reader.is_bound(side, place) else None

    def _accused(self, sight: Sight) -> Finding | None:
        """Speak where the doer of a harm is named on one side alone."""
        found = accusation(sight, self._old.statement, self._new.statement, self._lexicon)
        if found is None:
            return None
        more, place = found
        is_gone, side = more < 0, sight.old if more < 0 else sight.new
        change = "no longer named" if is_gone else "named"
        return on_one_side(self._rule.direction(more), side, place, is_gone=is_gone, sure=0, change=change)

    def _named(self, sight: Sight) -> Finding | None:
        """Speak where all are called to order and one was named before, or the other way round."""
        if not is_narrow(sight):
            return None
        before, after = self._old.changed(sight.old, "everybody"), self._new.changed(sight.new, "everybody")
        if after and not before and has_name(sight.old):
            return self._said(sight, -1, [], after)
        if before and not after and has_name(sight.new):
            return self._said(sight, 1, before, [])
        return None

    def _dated(self, sight: Sight) -> Finding | None:
        """Speak where a day by which to act came or went with what is asked or promised."""
        place = due(sight)
        is_gone = bool(content(sight.old))
        side, reader, _ = self.sides(sight, is_gone=is_gone)
        if place is None or not reader.is_bound(side, place):
            return None
        return on_one_side(self._rule.direction(-1 if is_gone else 1), side, place, is_gone=is_gone, sure=PASSAGE_SURE)

    def _tasked(self, sight: Sight) -> Finding | None:
        """Speak where an infinitive came or went with what is asked: "to keep the truce (and to free the crews)"."""
        place = task(sight)
        is_gone = bool(content(sight.old))
        side, reader, other = self.sides(sight, is_gone=is_gone)
        if place is None or not reader.is_asked(side, (place[0], place[0])) or _is_said(other, side, place):
            return None
        direction = self._rule.direction(-1 if is_gone else 1)
        return on_one_side(direction, side, place, is_gone=is_gone, sure=PASSAGE_SURE)

    def _joined(self, sight: Sight) -> Finding | None:
        """Speak where a list of what is asked, promised or judged gained or lost a member."""
        found = member(sight)
        if found is None:
            return None
        is_gone, place = found
        side, reader, other = self.sides(sight, is_gone=is_gone)
        act = reader.is_asked(side, place)
        if act is None or "praise" in act.names or _is_said(other, side, place) or _is_undone(side):
            return None
        is_exempt = _stands(EXEMPTING, side.words.norms[max(0, act.where[1] - low(side)) : place[0]])
        direction = self._rule.direction(-1 if is_gone != is_exempt else 1)
        return on_one_side(direction, side, place, is_gone=is_gone, sure=PASSAGE_SURE)

    def _charged(self, sight: Sight) -> Finding | None:
        """Speak where what is condemned is called a harm, or one harm more: "(as a flagrant breach of the truce)"."""
        more = self._new.harms(sight.new) - self._old.harms(sight.old)
        is_gone = more < 0
        side, reader, other = self.sides(sight, is_gone=is_gone)
        place = side.first, side.last
        if not more or sight.is_whole or (is_narrow(sight) and content(sight.old) and content(sight.new)):
            return None  # which of two harms is the greater nobody knows
        act = reader.is_asked(side, place)
        if act is None or "blame" not in act.names or _is_said(other, side, place) or _is_undone(side):
            return None
        return on_one_side(self._rule.direction(more), side, place, is_gone=is_gone, sure=PASSAGE_SURE)

    def _done(self, sight: Sight) -> Finding | None:
        """Speak where what is to be done gave way to more, or to less: "to enforce" to "to monitor"."""
        before, after = deed(sight.old), deed(sight.new)
        if before is None or after is None:
            return None
        if not self._old.is_asked(sight.old, before) or not self._new.is_asked(sight.new, after):
            return None
        more = self._new.worth(sight.new, after, _DONE) - self._old.worth(sight.old, before, _DONE)
        return self._between(sight, more, before, after, wide=False) if abs(more) >= STEP else None

    def sides(self, sight: Sight, *, is_gone: bool) -> tuple[Side, Reader, Reader]:
        """Return the side that has the words which came or went, who reads it, and who reads the other one."""
        return (sight.old, self._old, self._new) if is_gone else (sight.new, self._new, self._old)

    def _between(self, sight: Sight, more: int, old: Range, new: Range, *, wide: bool) -> Finding | None:
        """Return what changed from one range to the other; `wide` shows the word behind each too."""
        direction = self._rule.direction(more)
        said = " -> ".join(
            f"'{side.quote(place[0], place[1] + (wide and _is_word(side, place[1])))}'"
            for side, place in ((sight.old, old), (sight.new, new))
        )
        return Finding(direction, old, new, said) if direction else None

    def _said(self, sight: Sight, more: int, before: Sequence[Mark], after: Sequence[Mark]) -> Finding | None:
        direction = self._rule.direction(more)
        if direction is None:
            return None
        old, new = (
            place_in(side, (marks[0].first, marks[-1].last)) if marks else None
            for side, marks in ((sight.old, before), (sight.new, after))
        )
        said = [f"'{side.quote(*place)}'" for side, place in ((sight.old, old), (sight.new, new)) if place]
        end = "" if old and new else " dropped" if old else " added"
        return Finding(direction, old, new, " -> ".join(said) + end)


def _is_word(side: Side, at: int) -> bool:
    """Say whether a word is at a token of a side, and neither a mark nor nothing."""
    return side.words.norms[at : at + 1] != () and side.words.norms[at][:1].isalnum()


def _weight(marks: Sequence[Mark]) -> int:
    return sum(map(_worth, marks))


def _worth(mark: Mark) -> int:
    sense = mark.sense_of("strength")
    return sense.worth if sense else 0


def _describes(side: Side) -> bool:
    """Say whether a side changed nothing but words that describe."""
    changed = content(side)
    return bool(changed) and all(map(is_qualifier, changed))


def _is_whole(side: Side) -> bool:
    """Say whether "all" or a word like it is what changed on a side."""
    return side.first < side.last and WHOLE.issuperset(side.words.norms[side.first : side.last])


def _is_undone(*sides: Side) -> bool:
    """Say whether the sentences of a side undo something: more of what is undone is no more."""
    return any(not UNDOING.isdisjoint(side.words.norms) for side in sides)


def _is_said(other: Reader, side: Side, place: Range) -> bool:
    """Say whether the other statement has the same words."""
    return f" {' '.join(side.words.norms[slice(*place)])} " in other.norms


def _stands(phrases: Iterable[str], norms: Sequence[str]) -> bool:
    """Say whether one of some phrases stands in a row of words."""
    row = f" {' '.join(norms)} "
    return any(f" {phrase} " in row for phrase in phrases)


def _is_due(side: Side, place: Range) -> bool:
    """Say whether a term stands behind a word that makes it binding: "the report is due within a week"."""
    return not DUE.isdisjoint(side.words.norms[max(0, place[0] - NEAR) : place[0]])
