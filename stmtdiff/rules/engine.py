"""Let the rules look at every shift, and put what they find into words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stmtdiff.model import Statement, Words
from stmtdiff.phrases import PhraseSet
from stmtdiff.rules.annotation import Annotation
from stmtdiff.rules.evidence import Detector, Evidence, Hit
from stmtdiff.rules.figures import figure
from stmtdiff.rules.finding import Finding, Range, changed
from stmtdiff.rules.kinds import bundle, ladder, negation, presence, switch
from stmtdiff.rules.pack import Kind, Pack, Rule
from stmtdiff.rules.sight import Side, Sight, Viewer, look
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
_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_NOTHING = Evidence({}, (), ())
_Memory = dict[int, Evidence]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A finding with the rule and the pack that it comes from."""

    pack: Pack
    rule: Rule
    finding: Finding


class Bench:
    """Rule packs made ready to judge shifts; one bench serves any number of comparisons."""

    __slots__ = (
        "_detector",
        "_fields",
        "_figures",
        "_negations",
        "_owners",
        "_sentence_detector",
        "_sentence_terms",
        "_vote_rules",
        "packs",
    )

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Gather the rules of `packs`; those of a pack that yields come last."""
        self.packs = tuple(packs)
        ordered = sorted(self.packs, key=lambda pack: pack.yields)
        self._owners = tuple((pack, rule) for pack in ordered for rule in pack.rules)
        numbered = [(number, rule) for number, (_, rule) in enumerate(self._owners)]
        self._detector = Detector(numbered)
        on_sentences = [pair for pair in numbered if pair[1].reach in ("sentence", "whole")]
        self._sentence_detector = Detector(on_sentences)
        self._sentence_terms = PhraseSet(term for _, rule in on_sentences for step in rule.steps for term in step)
        self._negations = tuple(number for number, rule in numbered if rule.kind == "negation")
        self._figures = tuple(number for number, rule in numbered if rule.kind == "figure")
        self._vote_rules = [(pack, rule) for pack, rule in self._owners if rule.kind == "vote"]
        self._fields = {pack.id: (PhraseSet(pack.applies), PhraseSet(pack.abstains)) for pack in self.packs}

    def judge(self, old: Statement, new: Statement, shifts: tuple[Shift, ...]) -> tuple[Annotation, ...]:
        """Return the annotations of `shifts`, in their order; of one shift the gravest first."""
        viewers = Viewer(old), Viewer(new)
        ballots = (read_vote(old), read_vote(new)) if self._vote_rules else (None, None)
        memory: _Memory = {}
        seen: list[tuple[Sight, list[_Verdict]]] = []
        for shift in shifts:
            if not _is_settled(shift) and not is_in_vote(shift, *ballots):
                sight = look(shift, *viewers)
                seen.append((sight, _without_echoes(self._verdicts(sight, viewers, memory))))
        if found := vote(shifts, *ballots):
            seen.append((look(found[0], *viewers), [_Verdict(*owner, found[1]) for owner in self._vote_rules]))
        replaced = _replaced([verdict for _, verdicts in seen for verdict in verdicts])
        order = {shift.id: number for number, shift in enumerate(shifts)}
        return tuple(
            _annotation(verdict, sight)
            for sight, verdicts in sorted(seen, key=lambda entry: order[entry[0].shift.id])
            for verdict in verdicts
            if _exchange(verdict) not in replaced
        )

    def _verdicts(self, sight: Sight, viewers: tuple[Viewer, Viewer], memory: _Memory) -> list[_Verdict]:
        old, new = (self._evidence(side.words, sight, memory) for side in (sight.old, sight.new))
        verdicts = []
        for number in self._called(sight, old, new):
            pack, rule = self._owners[number]
            finding = _KINDS[rule.kind](rule, sight, old.terms.get(number, ()), new.terms.get(number, ()))
            if finding and self._is_in_field(pack, rule, sight) and not _is_elsewhere(rule, finding, sight, viewers):
                verdicts.append(_Verdict(pack, rule, finding))
        return verdicts

    def _evidence(self, words: Words, sight: Sight, memory: _Memory) -> Evidence:
        """Return the evidence in `words`; where whole sentences come or go, for the rules that look at those."""
        if sight.is_whole:
            return self._sentence_detector.evidence(words) if self._sentence_terms.find(words) else _NOTHING
        if id(words) not in memory:  # the viewers keep the words, so that their id stays theirs
            memory[id(words)] = self._detector.evidence(words)
        return memory[id(words)]

    def _called(self, sight: Sight, old: Evidence, new: Evidence) -> list[int]:
        """Return the numbers of the rules that have a term in the change, and all that they need around it.

        Negations by prefix and figures have no term to be found by; those rules are called for every
        change of a phrase, and every change of a number.
        """
        numbers = set()
        for side, evidence in ((sight.old, old), (sight.new, new)):
            numbers |= {number for number, hits in evidence.terms.items() if changed(side, hits)}
        if not sight.is_whole:
            numbers.update(self._negations)
            numbers.update(self._figures if _has_digit(sight.old) and _has_digit(sight.new) else ())
        sides = [evidence for side, evidence in ((sight.old, old), (sight.new, new)) if side.words.starts]
        return [
            number
            for number in sorted(numbers)
            if number not in old.barred
            and number not in new.barred
            and (not self._owners[number][1].needs or all(number in evidence.needed for evidence in sides))
        ]

    def _is_in_field(self, pack: Pack, rule: Rule, sight: Sight) -> bool:
        """Say whether the paragraph on either side belongs to the pack's field and not to one that it leaves alone."""
        fields, foreign = self._fields[pack.id]
        if foreign.phrases and rule.kind != "negation" and _stands(foreign, sight):
            return False
        return not fields.phrases or _stands(fields, sight)


def _stands(phrases: PhraseSet, sight: Sight) -> bool:
    """Say whether one of `phrases` stands in the paragraph on either side."""
    return any(side.paragraph is not None and phrases.find(side.paragraph.words) for side in (sight.old, sight.new))


def _is_settled(shift: Shift) -> bool:
    """Say whether a proof has settled that nothing was meant by `shift`: it rolls on, or a split forced its words."""
    return shift.routine and (shift.kind == "roll-forward" or shift.proof == SPLIT)


def _has_digit(side: Side) -> bool:
    """Say whether a number stands in the changed words."""
    return any(map(str.isnumeric, side.quote(side.first, side.last)))


def _is_elsewhere(rule: Rule, finding: Finding, sight: Sight, viewers: tuple[Viewer, Viewer]) -> bool:
    """Say whether what came or went with a whole sentence stands somewhere else on the other side."""
    if not sight.is_whole or rule.reach == "whole":
        return False
    return viewers[1 if finding.new is None else 0].holds(finding.term)


def _replaced(verdicts: list[_Verdict]) -> frozenset[tuple[str, str]]:
    """Return what both comes and goes, each as a rule's code and, where that tells things apart, a term's pattern.

    Guidance that is taken out in one place and put in again in other words in another has not been
    given up, and neither half of the exchange has a direction of its own.
    """
    changes = {(*_exchange(verdict), verdict.finding.change) for verdict in verdicts}
    return frozenset(
        (code, pattern)
        for code, pattern, change in changes
        if code and {(code, pattern, "added"), (code, pattern, "dropped")} <= changes
    )


def _exchange(verdict: _Verdict) -> tuple[str, str]:
    """Return what a finding can be exchanged for: any term of a rule on sentences, the same term of one on wholes."""
    if verdict.rule.reach == "sentence":
        return verdict.rule.code, ""
    return (verdict.rule.code, verdict.finding.pattern) if verdict.rule.reach == "whole" else ("", "")


def _without_echoes(verdicts: list[_Verdict]) -> list[_Verdict]:
    """Drop what says the same again of the same words; a pack that yields gives way to any other."""
    kept: list[_Verdict] = []
    for verdict in sorted(verdicts, key=_precedence):
        if not any(_is_echo(verdict, other) for other in kept):
            kept.append(verdict)
    return sorted(kept, key=lambda verdict: (_WEIGHT[verdict.rule.severity], verdict.rule.code))


def _precedence(verdict: _Verdict) -> tuple[bool, int, bool, str]:
    """Return a sorting key: of two rules that say the same, the field's own, graver, more telling one speaks."""
    rule = verdict.rule
    return verdict.pack.yields, _WEIGHT[rule.severity], rule.kind == "presence", rule.code


def _is_echo(verdict: _Verdict, other: _Verdict) -> bool:
    if "negation" in (verdict.rule.kind, other.rule.kind):
        return verdict.rule.kind == other.rule.kind
    is_same = verdict.finding.direction == other.finding.direction
    gives_way = verdict.pack.yields and not other.pack.yields
    return (is_same or gives_way) and (
        _overlaps(verdict.finding.old, other.finding.old) or _overlaps(verdict.finding.new, other.finding.new)
    )


def _overlaps(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _annotation(verdict: _Verdict, sight: Sight) -> Annotation:
    pack, rule, finding = verdict.pack, verdict.rule, verdict.finding
    old, new = finding.quotes or (_quote(sight.old, finding.old), _quote(sight.new, finding.new))
    if not (old and new) and not finding.term and finding.head:  # a list of qualifiers came or went as a whole
        old, new = f"{old} {finding.head}".strip(), f"{new} {finding.head}".strip()
    phrase = f"{finding.term} {finding.head}".strip()
    message = rule.message.format(
        old=old, new=new, head=finding.head, term=finding.term, phrase=phrase, change=finding.change
    )
    return Annotation(
        sight.shift.id,
        rule.code,
        rule.name,
        rule.severity,
        pack.axis,
        finding.direction,
        pack.word(finding.direction),
        " ".join(message.split()),
        rule.why,
    )


def _quote(side: Side, where: Range | None) -> str:
    return side.quote(*where) if where else ""
