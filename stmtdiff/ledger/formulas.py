"""Find the strong formulas of a statement, those of which a desk says that they were voiced again.

Which wordings are strong is read from the rule packs, never from a list here. Strong is

- on a ladder, a rung of the upper half that heightens a lower one ("grave concern" over "concern",
  "strongly condemned" over "condemned"), or any rung of two content words where the rule is an error;
- of a list of qualifiers, two members and more in a row ("complete, verifiable and irreversible");
- a term so weighty that its rule also counts it when its whole sentence comes or goes ("Chapter VII").
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

from stmtdiff.languages.english import FUNCTION_WORDS, JOINING
from stmtdiff.model import Paragraph, Sentence, Statement, Words
from stmtdiff.phrases import PhraseSet
from stmtdiff.records import dataclass
from stmtdiff.rules import Pack, Rule, load_packs
from stmtdiff.rules.evidence import Detector, Hit
from stmtdiff.settings import Settings
from stmtdiff.spans import Span

_REMEMBERED = 50_000  # words of the paragraphs whose formulas are kept in memory
_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_JOINS = frozenset(word for phrase in JOINING for word in phrase.split()) | {","}


_Heard = tuple[Pack, Rule, Words, Sequence[Hit]]  # who finds something in a sentence, the sentence's words, what


@dataclass(frozen=True, slots=True)
class Formula:
    """A strong formula where it stands. `weight` sorts the strongest first; `pattern` is how its pack writes it."""

    rule: str
    pattern: str
    weight: tuple[int, int]
    paragraph: int
    sentence: int
    span: Span
    norms: tuple[str, ...]


class FormulaFinder:
    """The strong formulas of some packs, ready to be looked for."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Gather the rules of `packs` that hold strong formulas."""
        owned = [(pack, rule) for pack in packs for rule in pack.rules if rule.severity != "note"]
        self._owners = [owner for owner in owned if _may_be_strong(owner[1])]
        self._detector = Detector([(number, rule) for number, (_, rule) in enumerate(self._owners)])
        self._terms = PhraseSet(term for _, rule in self._owners for step in rule.steps for term in step)
        self._applies = {pack.id: PhraseSet(pack.applies) for pack in packs}
        self._abstains = {pack.id: PhraseSet(pack.abstains) for pack in packs}
        self._lower = {
            (rule.code, rank): PhraseSet(term for step in rule.steps[:rank] for term in step)
            for _, rule in self._owners
            if rule.kind == "ladder"
            for rank in range(len(rule.steps))
        }
        self._known: dict[Words, tuple[tuple[_Heard, ...], ...]] = {}
        self._size = 0

    def find(self, statement: Statement) -> tuple[Formula, ...]:
        """Return the strong formulas of `statement` in the order of its text."""
        if self._size > _REMEMBERED:
            self._known.clear()
            self._size = 0
        return tuple(
            formula
            for paragraph, sentence, heard in self._sentences(statement)
            for formula in _apart(self._formulas(paragraph, sentence, heard))
        )

    def _sentences(self, statement: Statement) -> Iterator[tuple[Paragraph, Sentence, tuple[_Heard, ...]]]:
        """Yield the sentences in which a rule may find something; a paragraph that both sides have is read once."""
        for paragraph in statement.paragraphs:
            if paragraph.role in ("body", "item"):
                if paragraph.words not in self._known:
                    self._known[paragraph.words] = self._read(paragraph)
                    self._size += len(paragraph.words)
                heard = self._known[paragraph.words]
                yield from ((paragraph, *each) for each in zip(paragraph.sentences, heard, strict=False))

    def _read(self, paragraph: Paragraph) -> tuple[tuple[_Heard, ...], ...]:
        """Return what rules find in each sentence of a paragraph; nothing where no term of theirs stands."""
        if not self._terms.stands_in(paragraph.words):
            return ()
        is_in_field = cache(partial(self._is_in_field, words=paragraph.words))  # a pack's field is a whole paragraph
        return tuple(tuple(self._hits(paragraph, sentence, is_in_field)) for sentence in paragraph.sentences)

    def _hits(self, paragraph: Paragraph, sentence: Sentence, is_in_field: Callable[[str], bool]) -> Iterator[_Heard]:
        """Yield each rule that finds something in a sentence of its field, with the sentence's words."""
        words = _cut(paragraph.words, sentence.first, sentence.last)
        evidence = self._detector.evidence(words)
        for number, hits in sorted(evidence.terms.items()):
            pack, rule = self._owners[number]
            is_called = number not in evidence.barred and (not rule.needs or number in evidence.needed)
            if is_called and is_in_field(pack.id):
                yield pack, rule, words, hits

    def _formulas(self, paragraph: Paragraph, sentence: Sentence, heard: Sequence[_Heard]) -> Iterator[Formula]:
        for pack, rule, words, hits in heard:
            weight = (_WEIGHT[rule.severity], int(pack.yields))
            for first, last, pattern in self._strong(rule, words, hits):
                where = paragraph.index, sentence.index, _span(paragraph, words, first, last)
                yield Formula(rule.code, pattern, weight, *where, words.norms[first:last])

    def _is_in_field(self, pack: str, words: Words) -> bool:
        if self._abstains[pack].stands_in(words):
            return False
        applies = self._applies[pack]
        return not applies.phrases or applies.stands_in(words)

    def _strong(self, rule: Rule, words: Words, hits: Sequence[Hit]) -> Iterator[tuple[int, int, str]]:
        """Yield the token ranges of what is strong among the `hits` of a rule, each with its pattern."""
        if rule.kind == "bundle":
            for run in _runs(words, hits):
                if len({hit.step for hit in run}) > 1:
                    yield run[0].first, run[-1].last, ", ".join(hit.term.pattern for hit in run)
            return
        for hit in hits:
            if rule.kind == "presence" or self._is_high(rule, hit, words):
                yield hit.first, hit.last, hit.term.pattern

    def _is_high(self, rule: Rule, hit: Hit, words: Words) -> bool:
        if 2 * hit.step < len(rule.steps) or not _is_formula(words.norms[hit.first : hit.last]):
            return False
        return rule.severity == "error" or bool(self._lower[rule.code, hit.step].find(words, hit.first, hit.last))


def finder_of(settings: Settings) -> FormulaFinder:
    """Return what finds the strong formulas of the packs that `settings` name; that of shipped packs is made once.

    Raises:
        SettingsError: for an unknown pack or a broken rule file.
    """
    return FormulaFinder(load_packs(settings)) if settings.rules else _shipped(settings.packs)


@lru_cache(maxsize=8)
def _shipped(packs: tuple[str, ...] | None) -> FormulaFinder:
    return FormulaFinder(load_packs(Settings(packs=packs)))


def _apart(formulas: Iterable[Formula]) -> Iterator[Formula]:
    """Yield formulas in order, of those that share words the longest."""
    end = 0
    for formula in sorted(formulas, key=lambda formula: (formula.span.start, -formula.span.end)):
        if formula.span.start >= end:
            end = formula.span.end
            yield formula


def _may_be_strong(rule: Rule) -> bool:
    return rule.kind in ("ladder", "bundle") or (rule.kind == "presence" and rule.reach in ("sentence", "whole"))


def _is_formula(norms: Sequence[str]) -> bool:
    """Say whether some words are two content words at least: one word alone is vocabulary, no formula."""
    return sum(norm[:1].isalnum() and norm not in FUNCTION_WORDS for norm in norms) > 1


def _runs(words: Words, hits: Sequence[Hit]) -> list[list[Hit]]:
    """Return the members of a list of qualifiers that stand in a row."""
    runs: list[list[Hit]] = []
    for hit in hits:
        if runs and all(norm in _JOINS for norm in words.norms[runs[-1][-1].last : hit.first]):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return runs


def _span(paragraph: Paragraph, words: Words, first: int, last: int) -> Span:
    start = paragraph.body.start
    return Span(start + words.starts[first], start + words.ends[last - 1])


def _cut(words: Words, first: int, last: int) -> Words:
    return Words(words.starts[first:last], words.ends[first:last], words.norms[first:last])
