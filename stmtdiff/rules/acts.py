"""The kind of rule that compares what both sides do with words: note, welcome, urge, demand.

The ugly case: from "called for an end to the siege" to "noted the siege" four words changed and one act. And "condemns
the raids" that moved from one sentence to the next was not dropped. So the acts of a paragraph and of what it became
are set against each other first, and what is left is looked for in the rest of the other statement.

This file is long because every question it asks is asked of the same reading of both paragraphs.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from stmtdiff.grammar import stem
from stmtdiff.languages.english import COPULAS, FUNCTION_WORDS, QUANTIFIERS, SPEAKER_PRONOUNS, SPEAKERS
from stmtdiff.languages.english_clauses import DUE
from stmtdiff.model import Paragraph, Sentence, Statement
from stmtdiff.rules.accused import accusation
from stmtdiff.rules.finding import NARROW, Finding, Range, is_passage
from stmtdiff.rules.pack import Rule, Sense
from stmtdiff.rules.senses import Lexicon, Mark
from stmtdiff.rules.sight import Side, Sight
from stmtdiff.rules.structure import content, has_name, item_verb, later, qualifiers
from stmtdiff.saying import Clause, clauses
from stmtdiff.saying.forms import forms
from stmtdiff.spans import Span
from stmtdiff.words import words

_STEP = 10  # tenths: a full rung
_WHOLE = 85  # how often in a hundred a strong act that came or went as a whole pointed where readers said
_STRONG = 30  # from here on an act that comes or goes as a whole is a position
_POSITIONS = 60  # tenths by which one passage must say more than another: two strong acts
_PASSAGE_SURE = 60  # how often in a hundred that pointed where readers said
_SHARED = 40  # per cent of the words of two acts that must be the same where one took the place of the other
_NEAR = 5  # tokens behind a verb in which the noun stands that says what it does: "reiterated their (support)"
_RELATIVE = frozenset("which who that".split())
_SAID = 60  # per cent of an act's words that must stand in one sentence of the other text, where it is said again


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a speaker. Ranges are tokens of the paragraph; `about` are the stems of what it is about."""

    rung: int
    name: str
    where: Range
    whole: Range
    about: frozenset[str]
    has_courtesy: bool
    leads: bool  # its sentence opens with it
    names: frozenset[str]  # of its senses: "praise", "blame"
    reach: Range  # with its speaker

    @property
    def key(self) -> tuple[int, str, frozenset[str]]:
        """Return what makes two acts one."""
        return self.rung, self.name, self.about


class Reader:
    """Reads the acts of one statement, each sentence once."""

    def __init__(self, statement: Statement, lexicon: Lexicon, speakers: frozenset[str]) -> None:
        """Prepare to read `statement` with the words of `lexicon`."""
        self.statement = statement
        self._lexicon = lexicon
        self._speakers = speakers
        self._acts: dict[int, tuple[Act, ...]] = {}
        self._bare: set[int] = set()  # sentences in which no verb is found

    def acts(self, side: Side) -> list[Act]:
        """Return the acts in the sentences of a side."""
        return [act for one in side.sentences for act in self._read(side.paragraph, one)] if side.paragraph else []

    def has_words(self, side: Side) -> bool:
        """Say whether a changed word of a side could make an act; only then are its sentences read."""
        if side.paragraph is None or not side.sentences or side.first == side.last:
            return False
        low = _low(side)
        if low == 0 and item_verb(side.paragraph) is not None:
            return True
        return bool(
            self._lexicon.marks(
                side.paragraph.words, low + side.first, min(low + side.last + 1, side.sentences[-1].last)
            )
        )

    def changed(self, side: Side, kind: str) -> list[Mark]:
        """Return the words in one kind of sense among the changed words of a side that belong to an act."""
        if side.paragraph is None or not side.sentences or side.first == side.last:
            return []
        low = side.sentences[0].first
        found = self._lexicon.marks(side.paragraph.words, low + side.first, low + side.last)
        acts = self.acts(side)
        return [
            mark for mark in found if (sense := mark.sense_of(kind)) and any(_belongs(mark, sense, act) for act in acts)
        ]

    def holds(self, side: Side, place: Range) -> bool:
        """Say whether an act holds a range of the tokens of a side; what stands behind its object hangs on it too."""
        low = _low(side)
        acts = self.acts(side)
        if side.sentences and all(one.index in self._bare for one in side.sentences):
            return True  # a piece without a verb tells no fact: a phrase that somebody quotes
        return any(act.reach[0] <= low + place[1] and low + place[0] <= act.reach[1] + 1 for act in acts)

    def says(self, act: Act) -> bool:
        """Say whether a sentence of the statement holds most of what an act is about, in an act as strong."""
        least = _SAID * len(act.about)
        shared = Counter(place for word in act.about for place in self._places.get(word, ()))
        return any(
            count * 100 >= least
            and any(
                other.rung >= act.rung and len(act.about & other.about) * 100 >= least
                for other in self._read(*self._sentences[place])
            )
            for place, count in shared.items()
        )

    @cached_property
    def _sentences(self) -> list[tuple[Paragraph, Sentence]]:
        return [(paragraph, one) for paragraph in self.statement.paragraphs for one in paragraph.sentences]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Return the places of the sentences in which each stem stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (paragraph, sentence) in enumerate(self._sentences):
            for one in set(map(stem, paragraph.words.norms[sentence.first : sentence.last])):
                found[one].append(place)
        return found

    def _read(self, paragraph: Paragraph, sentence: Sentence) -> tuple[Act, ...]:
        if sentence.index not in self._acts:
            marks = self._lexicon.marks(paragraph.words, sentence.first, sentence.last)
            found = clauses(self.statement, paragraph, sentence, self._speakers)
            if not found:
                self._bare.add(sentence.index)
            acts = [self._act(paragraph, sentence, clause, marks) for clause in found]
            if not any(acts):
                acts.append(self._item(paragraph, sentence, marks))
            self._acts[sentence.index] = tuple(act for act in acts if act is not None)
        return self._acts[sentence.index]

    def _item(self, paragraph: Paragraph, sentence: Sentence, marks: Sequence[Mark]) -> Act | None:
        """Return what an item of a list promises that opens with a verb: "(a) Hold smugglers accountable"."""
        at = item_verb(paragraph) if sentence.first == paragraph.sentences[0].first else None
        if at is None:
            return None
        where, whole = (at, at + 1), (at, sentence.last)
        rungs = [sense.worth for kind in ("act", "deed") for sense in _senses(marks, kind, where)]
        norms = paragraph.words.norms[at + 1 : sentence.last]
        about = frozenset(stem(norm) for norm in norms if norm[:1].isalnum() and norm not in FUNCTION_WORDS)
        return Act(
            rungs[0] if rungs else _STRONG, stem(paragraph.words.norms[at]), where, whole, about,
            bool(_senses(marks, "courtesy", whole)), True, frozenset(), whole,
        )  # fmt: skip

    def _is_own(self, clause: Clause) -> bool:
        """Say whether those who speak in the statement act in a clause; what others did is a fact that is told."""
        if not clause.speaker:
            return True
        text = self.statement.text
        norms = words((clause.stands_for or clause.speaker[0]).of(text)).norms
        if norms[0] in _RELATIVE or words(clause.speaker[0].of(text)).norms[0] in _RELATIVE:
            return False
        if not self._speakers.isdisjoint(norms) or norms[0] in SPEAKER_PRONOUNS or QUANTIFIERS.issuperset(norms):
            return True
        verb = words(clause.act[0].of(text)).norms[0]
        return clause.many == "body" or (clause.many != "" and (bool(clause.modal) or "past" not in forms(verb)))

    def _act(self, paragraph: Paragraph, sentence: Sentence, clause: Clause, marks: Sequence[Mark]) -> Act | None:
        """Return the act of a clause, None where nobody of the forum acts in it."""
        if not self._is_own(clause):
            return None
        spans = [*clause.act, *clause.object, *clause.modal, *clause.negation, *clause.strength]
        whole = paragraph.tokens_at(Span(min(span.start for span in spans), max(span.end for span in spans)))
        if not clause.object:  # "demands that ...": what it is about is a clause of its own
            whole = whole[0], sentence.last
        where = paragraph.tokens_at(Span(clause.act[0].start, clause.act[-1].end))
        if paragraph.words.norms[where[1] - 1] in COPULAS:  # "remain committed to"
            where = where[0], min(where[1] + 2, sentence.last)
        modal = paragraph.tokens_at(clause.modal[0]) if clause.modal else None
        norms = paragraph.words.norms
        rungs = _senses(marks, "act", where)
        promised = [sense.worth for sense in (_senses(marks, "promise", modal) if modal else ())]
        if not rungs and not promised:
            return None
        nouns = [
            sense
            for mark in marks
            if (sense := mark.sense_of("noun")) and norms[mark.first - 1] != "to"
            and whole[0] <= mark.first < where[1] + _NEAR
        ]  # fmt: skip
        deeds = [
            sense.worth for mark in marks if (sense := mark.sense_of("deed")) and where[0] <= mark.first < where[1] + 2
        ]
        promise = [min(deeds, default=max(promised))] if promised else []
        rung = max(promise or [sense.worth for sense in (*nouns, *rungs)])
        own = [norm for norm in norms[whole[0] : whole[1]] if norm[:1].isalnum() and norm not in FUNCTION_WORDS]
        acting = {stem(norm) for norm in norms[where[0] : where[1]]}
        courtesy = bool(_senses(marks, "courtesy", whole))
        about = frozenset(map(stem, own)) - acting
        return Act(
            rung,
            stem(norms[where[0]]),
            _joined(where, modal),
            whole,
            about,
            courtesy,
            where[0] <= sentence.first + _NEAR,
            frozenset(sense.name for sense in (*rungs, *nouns)),
            _joined(whole, paragraph.tokens_at(clause.speaker[0]) if clause.speaker else None),
        )


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
            finding = finding or self._accused(sight) or self._built(sight) or self._named(sight)
            finding = finding or self._stressed(sight, gone, come)
            if finding:
                yield sight.shift.id, finding

    def _may_speak(self, sight: Sight) -> bool:
        """Say whether a shift can be one of those that are judged; the clauses of all others are never read."""
        is_worded = self._old.has_words(sight.old) or self._new.has_words(sight.new)
        return is_worded or has_name(sight.old) or has_name(sight.new) or qualifiers(sight, self._limits) is not None or later(sight) is not None

    def _replaced(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Compare the rungs of both sides; speak where every one of one side is a full rung above the other's."""
        if not _is_answered(sight, gone, come):
            return None
        if {"praise", "blame"} <= frozenset[str]().union(*(act.names for act in (*gone, *come))):
            return None  # to regret one thing and to welcome another stand on no one scale
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
        sure = _WHOLE if first.rung >= _STRONG else _PASSAGE_SURE
        return Finding(direction, place if gone else None, None if gone else place, said, confidence=sure)

    def _stressed(self, sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> Finding | None:
        """Sum the words of strength on both sides of a shift that keeps its act."""
        if bool(gone) != bool(come):
            return None
        more = 0 if sight.shift.id in self.undone else self._stress(sight)
        before, after = self._old.changed(sight.old, "strength"), self._new.changed(sight.new, "strength")
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
    left = Counter(act.name for act in others if act not in met)
    return [act for act in acts if not left[act.name] or left.subtract([act.name])]


def _is_position(act: Act) -> bool:
    """Say whether an act binds, asks, aims or judges, and thanks nobody."""
    is_strong = act.rung >= _STRONG or "regard" in act.names
    return is_strong and not act.has_courtesy and bool(act.about)


def _is_answered(sight: Sight, gone: Sequence[Act], come: Sequence[Act]) -> bool:
    """Say whether the acts of both sides are about the same: the shift is a phrase, or they share their words."""
    if max(sight.old.last - sight.old.first, sight.new.last - sight.new.first) <= NARROW:
        return True
    if all(act.leads for act in (gone[0], come[0])):
        return True
    had, has = (frozenset().union(*(act.about for act in acts)) for acts in (gone, come))
    return len(had & has) * 100 >= _SHARED * min(len(had), len(has))


def _senses(marks: Sequence[Mark], kind: str, place: Range) -> list[Sense]:
    """Return the senses of one kind of the marks that share a token with `place`."""
    found = (mark.sense_of(kind) for mark in marks if _meets((mark.first, mark.last), place))
    return [sense for sense in found if sense is not None]


def _belongs(mark: Mark, sense: Sense, act: Act) -> bool:
    """Say whether a word stands inside an act, or as a condition right behind it: "provided that the talks resume"."""
    end = act.whole[1] + 2 if sense.worth < 0 else act.whole[1]
    return _meets((mark.first, mark.last), (act.whole[0], end))


def _weight(marks: Sequence[Mark]) -> int:
    return sum(sense.worth for mark in marks if (sense := mark.sense_of("strength")))


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(one: Range, other: Range | None) -> Range:
    return (min(one[0], other[0]), max(one[1], other[1])) if other else one


def _is_due(side: Side, place: Range) -> bool:
    """Say whether a term stands behind a word that makes it binding: "the report is due within a week"."""
    return not DUE.isdisjoint(side.words.norms[max(0, place[0] - _NEAR) : place[0]])


def _low(side: Side) -> int:
    return side.sentences[0].first if side.sentences else 0


def _is_in(side: Side, place: Range) -> bool:
    """Say whether a range of the paragraph's tokens shares a word with the change, or the change parts it."""
    return bool(side.sentences) and side.is_changed(place[0] - _low(side), place[1] - _low(side))


def _is_mostly_in(side: Side, place: Range) -> bool:
    low = _low(side)
    inside = min(place[1] - low, side.last) - max(place[0] - low, side.first)
    return inside * 100 >= _SAID * (place[1] - place[0])


def _is_within(side: Side, place: Range) -> bool:
    """Say whether all of a range has changed."""
    low = _low(side)
    return side.first + low <= place[0] and place[1] <= side.last + low


def _place(side: Side, where: Range) -> Range:
    low = _low(side)
    return max(0, where[0] - low), min(len(side.words), where[1] - low)
