"""Let the rules look at every shift of a comparison."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from stmtdiff.model import Paragraph, Statement, Words
from stmtdiff.phrases import PhraseSet
from stmtdiff.rules.acts import Acts
from stmtdiff.rules.annotation import Annotation
from stmtdiff.rules.denials import signed
from stmtdiff.rules.evidence import Detector, Evidence, Hit
from stmtdiff.rules.figures import figure
from stmtdiff.rules.finding import Finding, changed
from stmtdiff.rules.kinds import bundle, ladder, negation, prefixed, presence, switch
from stmtdiff.rules.outlook import Outlook
from stmtdiff.rules.pack import Kind, Pack, Rule
from stmtdiff.rules.senses import Lexicon, Marked
from stmtdiff.rules.sight import Side, Sight, Viewer, look
from stmtdiff.rules.verdict import Verdict, annotation, exchange, replaced, settled, without_echoes
from stmtdiff.rules.votes import is_in_vote, read_vote, vote
from stmtdiff.shifts.routine import SPLIT
from stmtdiff.shifts.shift import Shift

_KINDS: dict[Kind, Callable[[Rule, Sight, Sequence[Hit], Sequence[Hit]], Finding | None]] = {
    "ladder": ladder,
    "presence": presence,
    "bundle": bundle,
    "switch": switch,
    "negation": negation,
    "figure": figure,
}
_NOTHING = Evidence({}, (), ())
_BREAKS = frozenset(",;:")  # what a negation does not reach over


class Bench:
    """Rule packs made ready to judge shifts; one bench serves any number of comparisons."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Gather the rules of `packs`; those of a pack that yields come last."""
        self.packs = tuple(packs)
        ordered = sorted(self.packs, key=lambda pack: pack.yields)
        self.owners = tuple((pack, rule) for pack in ordered for rule in pack.rules)
        numbered = [(number, rule) for number, (_, rule) in enumerate(self.owners)]
        on_sentences = [pair for pair in numbered if pair[1].reach in ("sentence", "whole")]
        self.detector = Detector(numbered)
        self.sentence_detector = Detector(on_sentences)
        self.sentence_terms = PhraseSet(term for _, rule in on_sentences for step in rule.steps for term in step)
        self.negations = tuple(number for number, rule in numbered if rule.kind == "negation")
        self.figures = tuple(number for number, rule in numbered if rule.kind == "figure")
        self.outlooks = tuple((pack, rule, Lexicon(rule)) for pack, rule in self.owners if rule.kind == "outlook")
        self.acts = tuple((pack, rule, Lexicon(rule)) for pack, rule in self.owners if rule.kind == "acts")
        self.denials = {number: Lexicon(rule) for number, rule in numbered if rule.kind == "negation" and rule.senses}
        self.vote_rules = tuple((pack, rule) for pack, rule in self.owners if rule.kind == "vote")
        self.applies = {pack.id: PhraseSet(pack.applies) for pack in self.packs}
        self.abstains = {pack.id: PhraseSet(pack.abstains) for pack in self.packs}

    def judge(self, old: Statement, new: Statement, shifts: tuple[Shift, ...]) -> tuple[Annotation, ...]:
        """Return the annotations of `shifts`, in their order; those of one shift with the gravest first.

        `old` and `new` are the statements in which the shifts are.
        """
        judgement = _Judgement(self, old, new)
        ballots = (read_vote(old), read_vote(new)) if self.vote_rules else (None, None)
        sights = [
            judgement.look(shift) for shift in shifts if not _is_settled(shift) and not is_in_vote(shift, *ballots)
        ]
        compared = judgement.compared(sights)
        listed = [judgement.listed(sight) for sight in sights]
        exchanged = replaced([verdict for own in listed for verdict in own])
        seen: list[tuple[Sight, list[Verdict]]] = []
        for sight, found_by_lists in zip(sights, listed, strict=True):
            kept = [verdict for verdict in found_by_lists if exchange(verdict) not in exchanged]
            seen.append((sight, without_echoes(settled(kept, compared.get(sight.shift.id, [])))))
        if found := vote(shifts, *ballots):
            seen.append((judgement.look(found[0]), [Verdict(*owner, found[1]) for owner in self.vote_rules]))
        seen = _without_signs(seen)
        order = {shift.id: number for number, shift in enumerate(shifts)}
        return tuple(
            annotation(verdict, sight)
            for sight, verdicts in sorted(seen, key=lambda entry: order[entry[0].shift.id])
            for verdict in verdicts
        )


def _is_settled(shift: Shift) -> bool:
    """Say whether a proof has settled that nothing was meant by `shift`: it rolls on, or a split forced its words."""
    return shift.routine and (shift.kind == "roll-forward" or shift.proof == SPLIT)


def _without_signs(seen: list[tuple[Sight, list[Verdict]]]) -> list[tuple[Sight, list[Verdict]]]:
    """Leave out every direction in a clause that gained or lost a negation in another of its shifts.

    The negation turns what stands under it, and how far it reaches no rule knows: from "may never be cut
    without a count" to "may be cut without delay" nothing became firmer. Behind a comma it turns nothing.
    """
    turned: dict[tuple[str, int], list[tuple[Sight, Finding]]] = defaultdict(list)
    for sight, verdicts in seen:
        if finding := _negation(verdicts):
            for place in _places(sight):
                turned[place].append((sight, finding))

    def is_turned(sight: Sight) -> bool:
        near = (entry for place in _places(sight) for entry in turned.get(place, ()))
        return any(one is not sight and _is_one_clause(one, finding, sight) for one, finding in near)

    return [
        (sight, [verdict for verdict in verdicts if verdict.finding.direction == "none" or not is_turned(sight)])
        for sight, verdicts in seen
    ]


def _negation(verdicts: Sequence[Verdict]) -> Finding | None:
    """Return how a sentence's own negation came or went; "without reservations" denies no more than its noun."""
    denying = (one.finding for one in verdicts if one.rule.kind == "negation" and one.finding.pattern != "without")
    return next(denying, None)


def _is_one_clause(negated: Sight, finding: Finding, sight: Sight) -> bool:
    """Say whether a shift stands in the sentence of a negation that came or went, with no comma between them."""
    for side, place, other in ((negated.old, finding.old, sight.old), (negated.new, finding.new, sight.new)):
        if not side.words.starts or not other.words.starts or _begin(side) != _begin(other):
            continue
        first, last = place or (side.first, side.last)
        between = side.words.norms[min(last, other.last) : max(first, other.first)]
        if _BREAKS.isdisjoint(between):
            return True
    return False


def _places(sight: Sight) -> tuple[tuple[str, int], ...]:
    """Return where the sentences of a shift begin on each side that has any."""
    return tuple((name, _begin(side)) for name, side in (("old", sight.old), ("new", sight.new)) if side.words.starts)


def _begin(side: Side) -> int:
    """Return at which code point the sentences of a side begin."""
    return side.start + side.words.starts[0]


class _Judgement:
    """One comparison before the bench; what has been looked up once is kept for the next shift."""

    def __init__(self, bench: Bench, old: Statement, new: Statement) -> None:
        self._bench = bench
        self._old, self._new = Viewer(old), Viewer(new)
        self._evidence: dict[int, Evidence] = {}  # by the id of words, which the viewers keep alive
        self._fields: dict[tuple[int, int], bool] = {}
        self._spoken = {pack.id: pack.speaks(old.language) and pack.speaks(new.language) for pack in bench.packs}
        self._economic: dict[tuple[int, int, int], bool] = {}
        self._political: dict[int, bool] = {}  # by the id of paragraphs, which the statements keep alive
        self._outlooks = [(pack, rule, Marked(lexicon)) for pack, rule, lexicon in bench.outlooks]
        self._acts = [Acts(rule, lexicon, old, new) for _, rule, lexicon in bench.acts]

    def look(self, shift: Shift) -> Sight:
        """Return both sides of `shift`."""
        return look(shift, self._old, self._new)

    def compared(self, sights: Sequence[Sight]) -> dict[str, list[Verdict]]:
        """Return what the rules find that compare whole clauses, by the id of the shift."""
        found: dict[str, list[Verdict]] = {}
        for pack, rule, marked in self._outlooks:
            if not self._spoken[pack.id]:
                continue
            mine = [
                sight
                for sight in sights
                if self._is_economic(marked, sight, 1 if self._is_in_field(pack, rule, sight) else 2)
            ]
            outlook = Outlook(rule, marked, self._old.statement, self._new.statement)
            for shift, finding in outlook.findings(mine).items():
                found.setdefault(shift, []).append(Verdict(pack, rule, finding))
        for (pack, rule, _), acts in zip(self._bench.acts, self._acts, strict=True):
            mine = [one for one in sights if self._is_in_field(pack, rule, one)]
            for shift, finding in acts.findings(mine).items():
                found.setdefault(shift, []).append(Verdict(pack, rule, finding))
        return found

    def listed(self, sight: Sight) -> list[Verdict]:
        """Return what lists of words say of a shift, but for what the rest of its paragraph takes back."""
        found = self.verdicts(sight)
        if any(sight.shift.id in acts.undone for acts in self._acts):
            return [verdict for verdict in found if not verdict.pack.yields or verdict.rule.kind == "negation"]
        return found

    def verdicts(self, sight: Sight) -> list[Verdict]:
        """Return what the rules find in `sight`, in the order of the rules."""
        old, new = self._evidence_in(sight.old.words, sight), self._evidence_in(sight.new.words, sight)
        found = []
        for number in self._called(sight, old, new):
            pack, rule = self._bench.owners[number]
            finding = _KINDS[rule.kind](rule, sight, old.terms.get(number, ()), new.terms.get(number, ()))
            if finding and rule.in_act and not any(acts.holds(sight, finding) for acts in self._acts):
                continue
            if finding and rule.reach == "whole" and any(acts.keeps(sight, finding) for acts in self._acts):
                continue
            if finding and self._is_in_field(pack, rule, sight) and not self._is_elsewhere(rule, finding, sight):
                if number in self._bench.denials:
                    is_own = any(acts.holds(sight, finding) or acts.does(sight, finding) for acts in self._acts)
                    finding = signed(self._bench.denials[number], sight, finding, is_own=is_own)
                found.append(Verdict(pack, rule, finding))
        return found

    def _evidence_in(self, words: Words, sight: Sight) -> Evidence:
        """Return the evidence in `words`; where whole sentences come or go, for the rules that look at those."""
        bench = self._bench
        if sight.is_whole:
            return bench.sentence_detector.evidence(words) if bench.sentence_terms.stands_in(words) else _NOTHING
        if id(words) not in self._evidence:
            self._evidence[id(words)] = bench.detector.evidence(words)
        return self._evidence[id(words)]

    def _called(self, sight: Sight, old: Evidence, new: Evidence) -> list[int]:
        """Return the numbers of the rules that have a term in the change, and all that they need around it.

        Negations by prefix and figures have no term to be found by; those rules are called for every
        change of a phrase that has such a prefix on one side, and every change of a number.
        """
        sides = ((sight.old, old), (sight.new, new))
        numbers = {number for side, found in sides for number, hits in found.terms.items() if changed(side, hits)}
        if not sight.is_whole:
            numbers.update(self._bench.negations if prefixed(sight) else ())
            numbers.update(self._bench.figures if _has_digit(sight.old) and _has_digit(sight.new) else ())
        spoken = [evidence for side, evidence in sides if side.words.starts]
        return [
            number
            for number in sorted(numbers)
            if number not in old.barred
            and number not in new.barred
            and (not self._bench.owners[number][1].needs or all(number in evidence.needed for evidence in spoken))
        ]

    def _is_in_field(self, pack: Pack, rule: Rule, sight: Sight) -> bool:
        """Say whether the paragraph on either side belongs to the pack's field and not to one that it leaves alone."""
        if not self._spoken[pack.id]:
            return False
        if rule.kind != "negation" and pack.abstains and self._is_left_alone(pack, sight):
            return False
        return not pack.applies or self._stands(self._bench.applies[pack.id], sight)

    def _is_left_alone(self, pack: Pack, sight: Sight) -> bool:
        """Say whether a pack keeps out of a paragraph: on a central bank's policy, or on the economy."""
        is_economic = any(self._is_economic(marked, sight) for _, _, marked in self._outlooks)
        return is_economic or self._stands(self._bench.abstains[pack.id], sight)

    def _is_economic(self, marked: Marked, sight: Sight, least: int = 2) -> bool:
        """Say whether a paragraph speaks of the economy: of so many quantities of it, and one in fifty words."""
        return any(
            self._has_quantities(marked, side.paragraph, max(least, -(-len(side.paragraph.words) // 50)))
            and not self._is_political(side.paragraph, is_old=side is sight.old)
            for side in (sight.old, sight.new)
            if side.paragraph is not None
        )

    def _is_political(self, paragraph: Paragraph, *, is_old: bool) -> bool:
        """Say whether somebody praises or blames in a paragraph, and no central bank speaks in it."""
        key = id(paragraph)
        if key not in self._political:
            is_bank = any(self._stands_in(phrases, paragraph) for phrases in self._bench.abstains.values())
            self._political[key] = not is_bank and any(acts.judges(paragraph, is_old=is_old) for acts in self._acts)
        return self._political[key]

    def _has_quantities(self, marked: Marked, paragraph: Paragraph, least: int) -> bool:
        key = (id(marked), id(paragraph), least)
        if key not in self._economic:
            self._economic[key] = marked.has_quantities(paragraph, least)
        return self._economic[key]

    def _stands(self, phrases: PhraseSet, sight: Sight) -> bool:
        return any(self._stands_in(phrases, side.paragraph) for side in (sight.old, sight.new) if side.paragraph)

    def _stands_in(self, phrases: PhraseSet, paragraph: Paragraph) -> bool:
        key = (id(phrases), id(paragraph))
        if key not in self._fields:
            self._fields[key] = phrases.stands_in(paragraph.words)
        return self._fields[key]

    def _is_elsewhere(self, rule: Rule, finding: Finding, sight: Sight) -> bool:
        """Say whether what came or went with a whole sentence stands somewhere else on the other side."""
        if not sight.is_whole or rule.reach == "whole":
            return False
        return (self._new if finding.new is None else self._old).holds(finding.term)


def _has_digit(side: Side) -> bool:
    """Say whether a number stands in the changed words or right behind them, where they may bound it: "(by) 2040"."""
    return any(map(str.isnumeric, side.quote(side.first, min(side.last + 2, len(side.words)))))
