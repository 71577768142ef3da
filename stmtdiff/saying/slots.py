"""Sort what a verb governs into slots: object, head, qualifiers, scope, conditions, times, strength.

The ugly case: "The Council calls on every State to pay at least half of its share by May": "by May" is no part of the
object, "every" and "at least" are, and are told as scope as well.
"""

from dataclasses import dataclass, field

from stmtdiff.edits.qualifiers import is_qualifier
from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import BEING
from stmtdiff.saying.forms import forms, opens_noun
from stmtdiff.saying.fronts import Draft
from stmtdiff.saying.heads import head_at, members
from stmtdiff.saying.line import Line, Range, by_opening, trimmed
from stmtdiff.saying.phrases import Phrase, phrase_at, phrases_in
from stmtdiff.saying.verbs import Group
from stmtdiff.values import is_number

_NARROWING = by_opening(("only", "at least", "at most"))


@dataclass(slots=True)
class Slots:
    """The slots of one draft, as half-open ranges of its line."""

    speaker: Range | None = None
    object: list[Range] = field(default_factory=list)
    head: list[Range] = field(default_factory=list)
    qualifiers: list[Range] = field(default_factory=list)
    negation: list[Range] = field(default_factory=list)
    scope: list[Range] = field(default_factory=list)
    conditions: list[Range] = field(default_factory=list)
    times: list[Range] = field(default_factory=list)
    strength: list[Range] = field(default_factory=list)

    def take(self, phrase: Phrase) -> None:
        """Put a phrase into its slot, once."""
        slot = {"time": self.times, "condition": self.conditions, "scope": self.scope, "strength": self.strength}.get(
            phrase.kind
        )
        if slot is not None and (phrase.first, phrase.last) not in slot:
            slot.append((phrase.first, phrase.last))

    def take_scope(self, line: Line, phrase: Phrase) -> None:
        """Tell the "only" or "at least" that opens a condition or a time."""
        if phrase.kind in ("condition", "time") and (end := line.longest(phrase.first, _NARROWING)):
            self.take(Phrase("scope", phrase.first, end))


def slots_of(line: Line, draft: Draft, *, has_heads: bool) -> Slots:
    """Return the slots of a draft; without `has_heads` its object is not taken apart."""
    slots, group = Slots(), draft.group
    for phrase in draft.fronts:
        slots.take(phrase)
    slots.negation += group.negation
    for first, last in group.hedges:
        slots.take(Phrase("condition", first, last))
    for first, last in group.asides:
        if found := phrase_at(line, first, last):
            slots.take(found)
    for at in group.adverbs:
        _adverb(line, at, slots)
    rest = _edges(line, *trimmed(line, *draft.object), slots)
    subject = trimmed(line, *draft.subject) if draft.subject else None
    if subject:
        _subject(line, subject, slots)
        if subject[1] - subject[0] == 1 and _is_expletive(line, subject[0], group):
            subject = None
    if group.voice == "passive":
        _passive(line, subject, rest, slots)
    else:
        slots.speaker = subject
        is_place = group.voice == "active" and line.word(rest[0]) in ("in", "at") and opens_noun(line, rest[0] + 1)
        is_opening = rest == (len(line) - 2, len(line) - 1) and line.word(rest[0]) == "to"  # of a list: "agreed to:"
        slots.object = [rest] if rest[0] < rest[1] and not (is_place or is_opening) else []
    if slots.object:
        first, last = slots.object[0]
        if slots.negation:
            pass
        elif line.norms[first] == "no" or (line.norms[first] in lists.NOBODY and group.voice != "passive"):
            slots.negation.append((first, first + 1))
        if has_heads:
            _noun_phrase(line, slots.object[0], group.voice == "copula", slots)
        for whole in slots.object:
            _inside(line, whole, slots)
    _in_order(line, slots)
    return slots


def _in_order(line: Line, slots: Slots) -> None:
    for first, last in (*slots.conditions, *slots.times):
        slots.take_scope(line, Phrase("condition", first, last))
    for row in (slots.scope, slots.conditions, slots.times, slots.strength, slots.negation):
        row.sort()


def _is_expletive(line: Line, at: int, group: Group) -> bool:
    norm = line.norms[at]
    if norm == "there" or (
        norm == "it" and group.voice == "passive" and line.word(group.end) in ("that", "to", "whether")
    ):
        return True
    if norm != "it" or group.end >= len(line):
        return False
    if line.norms[group.verb] in lists.SEEMING:
        return True
    stretch = line.norms[group.end : group.end + 5]
    return (
        group.voice == "copula" and line.norms[group.verb] in BEING and ("to" in stretch[1:] or "that" in stretch[1:])
    )


def _adverb(line: Line, at: int, slots: Slots) -> None:
    found = phrase_at(line, at, at + 1)
    if found:
        slots.take(found)


def _subject(line: Line, subject: Range, slots: Slots) -> None:
    """Take what a subject tells beside itself: a denial, a scope."""
    first, last = subject
    if line.norms[first] == "not":
        slots.negation.append((first, first + 1))
    if line.norms[first] in lists.NOBODY:
        end = first + 2 if line.norms[first] == "no" and line.word(first + 1) == "one" else first + 1
        slots.negation.append((first, end))
    for found in phrases_in(line, first, last):
        if found.kind == "scope" and line.norms[found.first] != "even":
            slots.take(Phrase("scope", found.first, found.last))


def _passive(line: Line, subject: Range | None, rest: Range, slots: Slots) -> None:
    """Sort a passive: its agent is the speaker, its subject the object."""
    first, last = rest
    behind = (last, last)
    agent = next(
        (
            at
            for at in range(first, min(last, first + 12))
            if line.norms[at] == "by" and "ing" not in forms(line.word(at + 1))
        ),
        None,
    )
    if agent is not None and not phrase_at(line, agent, last):
        slots.speaker = _noun_end(line, agent + 1, last)
        behind = trimmed(line, slots.speaker[1], last)
        last = agent
    if subject:
        slots.object.append(subject)
    slots.object += [one for one in ((first, last), behind) if one[0] < one[1]]


def _noun_end(line: Line, first: int, last: int) -> Range:
    """Return an agent, up to an infinitive or a time behind it."""
    for at in range(first + 1, last):
        if line.norms[at] == "to" or ((found := phrase_at(line, at, last)) and found.kind in ("time", "condition")):
            return trimmed(line, first, at)
    return first, last


def _edges(line: Line, first: int, last: int, slots: Slots) -> Range:
    """Take the phrases at both edges of what a verb governs; return what stands between them."""
    changed = True
    while changed and first < last:
        changed = False
        found = phrase_at(line, first, last, in_front=line.word(first - 1) == ",")
        if found and _is_edge(line, found, last):
            slots.take(found)
            first, changed = found.last, True
        first, last = trimmed(line, first, last)
        for behind in phrases_in(line, first + 1 if first else first, last):
            if behind.last == last and behind.kind != "scope" and not _is_inner(line, first, behind):
                slots.take(behind)
                last, changed = behind.first, True
                break
        first, last = trimmed(line, first, last)
    return first, last


def _is_inner(line: Line, first: int, found: Phrase) -> bool:
    """Say whether a word of manner belongs to an infinitive or gerund inside the object: "to meet again"."""
    if found.kind not in ("nothing", "strength") or found.last - found.first > 1:
        return False
    inside = range(first, found.first)
    return any(
        "ing" in forms(line.norms[at]) or (line.norms[at] == "to" and "base" in forms(line.word(at + 1)))
        for at in inside
    )


def _is_edge(line: Line, found: Phrase, last: int) -> bool:
    """Say whether a phrase in front of an object is none of its words: "only weapons" keeps its "only"."""
    if found.kind == "scope":
        return False
    is_single = found.last - found.first == 1
    if is_single and found.kind in ("condition", "strength") and found.last < last:
        follows = line.norms[found.last]
        is_described = is_qualifier(follows) or follows in lists.ADJECTIVES
        return not (is_described or is_number(follows) or follows in ("in", "by", "half", "all"))
    return True


def _inside(line: Line, whole: Range, slots: Slots) -> None:
    """Tell the scope, the conditions and times that stand inside an object."""
    first, last = whole
    at = first
    while at < last:
        norm = line.norms[at]
        found = phrase_at(line, at, last)
        if norm in lists.WHOLE and line.word(at - 1) != "at" and line.word(at + 1) != "other":
            slots.take(Phrase("scope", at, at + 1))
        elif found and found.kind in ("scope", "time", "condition"):
            if not (found.kind == "time" and line.word(at - 1) == "of"):
                slots.take(found)
            at = found.last if found.kind != "scope" else max(at + 1, found.first + 1)
            continue
        at += 1


def _noun_phrase(line: Line, whole: Range, may_describe: bool, slots: Slots) -> None:
    """Find the heads of an object, their qualifiers, and how strong a feeling is."""
    first, last = whole
    for start in members(line, first, last):
        head, adjectives = head_at(line, start, last, may_describe)
        if head is None:
            continue
        slots.head.append(head)
        slots.qualifiers += adjectives
        is_feeling = line.norms[head[1] - 1] in lists.FEELINGS
        for place in adjectives:
            if is_feeling and line.norms[place[0]] in lists.STRENGTH:
                slots.take(Phrase("strength", *place))
