"""Read to whom an article attributes a quotation, and by which verb; and what the statement has there.

The ugly case: "Ministers call for 'freedom of navigation'" above a statement in which "Many Ministers
noted" it. The words stand, the headline does not. Who says what is read in both texts alike; how strong
a verb or a speaker is, the ladders of the rule packs say: a rung above or below is an attribution altered.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.grammar import stem
from stmtdiff.languages import english_press as press
from stmtdiff.languages.english_clauses import ALL_QUANTIFIERS
from stmtdiff.model import Sentence, Statement
from stmtdiff.phrases import Phrase
from stmtdiff.rules import Pack, Rule
from stmtdiff.rules.evidence import Detector
from stmtdiff.saying.reading import clauses
from stmtdiff.saying.who import said_at
from stmtdiff.spans import Span
from stmtdiff.words import words

SPEAKERS = "speaker-changed"  # the name of the rule that ranks speakers
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

    @property
    def is_manner_alone(self) -> bool:
        """Say whether the article leaves out how a verb was meant: "condemned" of "strongly condemned"."""
        own, there = words(self.article).norms, words(self.statement).norms
        return self.what == "verb" and not self.is_firmer and bool(own) and set(own) < set(there)

    @property
    def told(self) -> str:
        """Return it in one clause, with the rule."""
        way = "firmer" if self.is_firmer else "weaker"
        if self.what == "speaker":
            way = "more speakers" if self.is_firmer else "fewer speakers"
        rule = f" [{self.rule}]" if self.rule else ""
        return f"the article says '{self.article}' where the statement has '{self.statement}': {way}{rule}"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A wording `said` in its sentence: who says it, by which words `own`, and the `gap` between the verb and it."""

    statement: Statement
    sentence: Sentence
    speaker: Span | None
    own: tuple[Span, ...]
    gap: Span
    said: Span


class _Ladders:
    """Some ladders, looked for together."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._detector = Detector(list(enumerate(rules)))

    def hits(self, text: str, span: Span | None = None) -> list[Governing]:
        """Return what stands on the ladders in a span of a text or all of it, in order; of the same words together."""
        whole = span or Span(0, len(text))
        found = words(whole.of(text))
        evidence = self._detector.evidence(found)
        by_place: dict[tuple[int, int], list[tuple[Rule, int]]] = {}
        for number, hits in sorted(evidence.terms.items()):
            rule = self._rules[number]
            if number not in evidence.barred and (not rule.needs or number in evidence.needed):
                for hit in hits:
                    by_place.setdefault((hit.first, hit.last), []).append((rule, hit.step))
        return [
            Governing(tuple(rungs), Span(whole.start + found.starts[first], whole.start + found.ends[last - 1]), text)
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

    def discrepancy(
        self, said: str, article: tuple[Statement, Span], statement: tuple[Statement, Span]
    ) -> Discrepancy | None:
        """Return what is wrong with the attribution of a quotation, None where nothing is.

        `said` are its words; the other two say where they stand in the article and in the statement. A quotation that
        brings its verb or speaker along has nothing else to be governed by.
        """
        there, here = _said(*article), _said(*statement)
        if not self._verbs.hits(said):
            is_neutral = _NEUTRAL.search(there.gap.of(article[0].text))
            verb = None if is_neutral else _compare("verb", self._verb(there), self._verb(here))
            if verb:
                return verb
        if self._speakers.hits(said):
            return None
        return _compare("speaker", self._speaker(there), self._speaker(here))

    def _verb(self, placed: _Placed) -> Governing | None:
        """Return the verb that governs a wording, with its manner, or with the feeling that it expresses."""
        hits = self._verbs.hits(placed.statement.text, placed.sentence.span) if placed.own else ()
        # "noted | with satisfaction": of a rung that is half quoted nobody can say that the article has another.
        whole = [hit for hit in hits if not (hit.span.start < placed.said.start < hit.span.end)]
        found = [hit for hit in whole if any(map(hit.span.is_touching, placed.own))]
        if not found:
            return None
        span = Span(min(hit.span.start for hit in found), max(hit.span.end for hit in found))
        return Governing(tuple(rung for hit in found for rung in hit.rungs), span, found[0].source)

    def _speaker(self, placed: _Placed) -> Governing | None:
        """Return who says a wording, where the ladders know how many that is."""
        text, speaker = placed.statement.text, placed.speaker
        first = next(iter(self._speakers.hits(text, speaker)), None) if speaker else None
        if first is None or speaker is None:
            return None
        before = words(text[speaker.start : first.span.start]).norms  # "Some Southern Ministers" are not all Ministers
        return first if ALL_QUANTIFIERS.isdisjoint(before) else None


def _said(statement: Statement, span: Span) -> _Placed:
    """Return who says what stands at `span`, and by which words."""
    paragraph = statement.paragraph_at(span.start) or statement.paragraphs[0]
    sentence = paragraph.sentences_at(Span(span.start, span.start + 1))[0]
    said = said_at(statement, paragraph, sentence, span.start)
    found = clauses(statement, paragraph, sentence) if said.verb else ()
    clause = next((one for one in found if said.verb and any(map(said.verb.is_touching, one.act))), None)
    if clause is None:
        return _Placed(statement, sentence, said.speaker, (), Span(span.start, span.start), span)
    own = (*clause.act, *clause.strength, *(head for head in clause.head[:1] if head.end <= span.start))
    gap = Span(min(clause.act[-1].end, span.start), max(clause.act[0].start, span.start))
    return _Placed(statement, sentence, said.speaker, own, gap, span)


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
    return all(any(map(_lists_verb, step)) for step in rule.steps)


def _lists_verb(term: Phrase) -> bool:
    forms = {key for reading in term.readings for kind, key in reading if kind == "word"}
    return any(count >= _FORMS for count in Counter(map(stem, forms)).values())
