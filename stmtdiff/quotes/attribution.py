"""Read to whom and when an article attributes a quotation, and in which verb; and what the statement has there.

The ugly case: "Ministers call for 'freedom of navigation'" above a statement in which "Many Ministers
noted" it. The words stand, the headline does not. How strong a verb or a speaker is, the ladders of
the rule packs say: a rung above or below is an attribution altered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stmtdiff.grammar import stem
from stmtdiff.languages import english_press as press
from stmtdiff.quotes.place import Place
from stmtdiff.quotes.quotation import Passage
from stmtdiff.rules import Pack, Rule
from stmtdiff.rules.evidence import Detector
from stmtdiff.spans import Span
from stmtdiff.words import words

SPEAKERS = "speaker-changed"  # the name of the rule that ranks speakers
_NEAR = 8  # words between a verb and the quotation that it governs
_BEHIND = 6  # words behind a quotation in which its verb is looked for
_STRONG, _WEAK = 50, 25  # of 100, where a verb stands on a ladder: from here strong, up to here weak
_FORMS = 3  # inflections of one verb in one slot of a rung that make a ladder one of verbs
_NEUTRAL = re.compile(press.NEUTRAL, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governing:
    """What governs a wording: the rungs of a verb or speaker on the ladders that know it, and where it stands."""

    rungs: tuple[tuple[Rule, int], ...]
    span: Span
    source: str

    @property
    def text(self) -> str:
        """Return how it reads, on one line."""
        return " ".join(self.span.of(self.source).split())

    def on(self, rule: Rule) -> int | None:
        """Return the rung on the ladder of `rule`, None where it does not stand on it."""
        return next((step for other, step in self.rungs if other.code == rule.code), None)

    @property
    def height(self) -> int:
        """Return how high it stands on its ladders at most, of 100."""
        return max(100 * step // (len(rule.steps) - 1) for rule, step in self.rungs)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A verb or a speaker of the article that is not the statement's; `rule` is empty across two ladders."""

    what: str
    article: str
    statement: str
    is_firmer: bool
    rule: str


class _Ladders:
    """Some ladders, looked for together."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._detector = Detector(list(enumerate(rules)))

    def hits(self, text: str) -> list[Governing]:
        """Return what stands on the ladders, in order of the text; rules that know the same words together."""
        found = words(text)
        evidence = self._detector.evidence(found)
        by_place: dict[tuple[int, int], list[tuple[Rule, int]]] = {}
        for number, hits in sorted(evidence.terms.items()):
            rule = self._rules[number]
            if number not in evidence.barred and (not rule.needs or number in evidence.needed):
                for hit in hits:
                    by_place.setdefault((hit.first, hit.last), []).append((rule, hit.step))
        return [
            Governing(tuple(rungs), Span(found.starts[first], found.ends[last - 1]), text)
            for (first, last), rungs in sorted(by_place.items())
        ]


class Attributions:
    """The ladders of verbs and of speakers in some packs, ready to compare an article with statements."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Gather the ladders of `packs` that rank verbs, and the one that ranks speakers."""
        ladders = [rule for pack in packs for rule in pack.rules if rule.kind == "ladder"]
        self._verbs = _Ladders([rule for rule in ladders if _ranks_verbs(rule)])
        self._speakers = _Ladders([rule for rule in ladders if rule.name == SPEAKERS])

    def is_speaker(self, text: str) -> bool:
        """Say whether `text` names those who speak in a statement."""
        return bool(self._speakers.hits(text))

    def discrepancy(self, before: str, after: str, said: str, place: Place, passage: Passage) -> Discrepancy | None:
        """Return what is wrong with the attribution of a quotation that stands at `passage`, None where nothing is.

        `before` and `after` are the article's own words on either side of the quotation, `said` its
        words. A quotation that brings its verb or speaker along has nothing else to be governed by.
        """
        lead = _lead(place, passage)
        if not self._verbs.hits(said):
            verb = _compare("verb", _governing_verb(self._verbs, before, after), _last(self._verbs.hits(lead)))
            if verb:
                return verb
        if self._speakers.hits(said):
            return None
        article = _last(self._speakers.hits(before)) or next(iter(self._speakers.hits(after)), None)
        statement = self._speakers.hits(lead) or self._speakers.hits(_paragraph_before(place, passage))
        return _compare("speaker", article, _last(statement))


def _last(hits: Sequence[Governing]) -> Governing | None:
    return hits[-1] if hits else None


def _governing_verb(ladders: _Ladders, before: str, after: str) -> Governing | None:
    """Return the verb of an article that governs a quotation: the last close before it, else the first close behind."""
    if hits := ladders.hits(before):
        rest = before[hits[-1].span.end :]
        return hits[-1] if _count(rest) <= _NEAR and not _NEUTRAL.search(rest) else None
    if hits := ladders.hits(after):
        rest = after[: hits[0].span.start]
        return hits[0] if _count(rest) <= _BEHIND and not _NEUTRAL.search(rest) else None
    return None


def _compare(what: str, article: Governing | None, statement: Governing | None) -> Discrepancy | None:
    if article is None or statement is None:
        return None
    common = [(rule, step, other) for rule, step in article.rungs if (other := statement.on(rule)) is not None]
    if any(step == other for _, step, other in common):
        return None
    if common:
        rule, step, other = common[0]
        return Discrepancy(what, article.text, statement.text, step > other, rule.code)
    if article.height >= _STRONG and statement.height <= _WEAK:
        return Discrepancy(what, article.text, statement.text, True, "")
    return None


def _ranks_verbs(rule: Rule) -> bool:
    """Say whether every rung of a ladder lists a verb in its inflections: "urge|urges|urged|urging"."""
    return all(any(map(_lists_verb, (term.pattern for term in step))) for step in rule.steps)


def _lists_verb(pattern: str) -> bool:
    slots = [slot.split("|") for slot in pattern.split() if slot.count("|") >= _FORMS - 1]
    return any(len(list(forms)) >= _FORMS for slot in slots for _, forms in groupby(slot, key=stem))


def _count(text: str) -> int:
    return sum(norm[:1].isalnum() for norm in words(text).norms)


def _lead(place: Place, passage: Passage) -> str:
    """Return the words of the passage's sentence that stand before it."""
    sentence = place.sentence(passage.span.start)
    start = sentence.span.start if sentence else passage.span.start
    return place.statement.text[start : max(start, passage.span.start)]


def _paragraph_before(place: Place, passage: Passage) -> str:
    """Return the words of the passage's paragraph that stand before its sentence."""
    sentence = place.sentence(passage.span.start)
    start = place.paragraph(passage.span.start).body.start
    return place.statement.text[start : max(start, sentence.span.start if sentence else start)]
