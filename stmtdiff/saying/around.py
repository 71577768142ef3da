"""Find the formula of a phrase: its qualifiers, its head noun and what follows "of", or a verb and its object.

The ugly case: "complete, verifiable and final closure of the mine" is found by its noun, by a qualifier or by both, and
whichever was asked for, the whole of it is what an editor compares from year to year.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stmtdiff.languages import english_clauses as lists
from stmtdiff.languages.english import (
    COPULAS,
    FUNCTION_WORDS,
    LISTING,
    PARTICLES,
    PREPOSITIONS,
    RELATIVES,
    SAYING_VERBS,
    SHARES,
    SUBORDINATORS,
)
from stmtdiff.model import Sentence, Statement
from stmtdiff.remembering import remembered
from stmtdiff.saying.forms import base_of, forms, is_adverb, opens_noun
from stmtdiff.saying.fronts import Draft
from stmtdiff.saying.line import Line
from stmtdiff.saying.nouns import OPENERS, Noun, ends_noun, is_adjective, is_behind_noun, is_qualifier_of, noun_at
from stmtdiff.saying.phrases import phrase_at
from stmtdiff.saying.reading import walked
from stmtdiff.saying.subjects import predicate
from stmtdiff.saying.verbs import Group, read_group
from stmtdiff.spans import Places, Span
from stmtdiff.values import is_number

_OPENS_CLAUSE = SUBORDINATORS | frozenset(lists.TIME_OPENERS)
_OPENS_NO_NOUN = (FUNCTION_WORDS | SUBORDINATORS | PREPOSITIONS | lists.ANY_PRONOUN | lists.BEHIND_NOUNS) - OPENERS


class Formula(NamedTuple):
    """Spans of a statement's text: the whole phrase, its qualifiers, its head noun, and what that is of.

    A formula without a head is a verb, with what it acts on as its object, or a qualifier that no noun follows.
    """

    whole: Span
    qualifiers: tuple[Span, ...] = ()
    head: Span | None = None
    object: Span | None = None


def formulas_in(statement: Statement, sentence: Sentence) -> tuple[Formula, ...]:
    """Return the noun phrases of a sentence and its verbs with an object, in order; none in a language not read."""
    if statement.language != "en":
        return ()
    by = sentence.span.start
    return tuple(_shifted(one, by) for one in _formulas(sentence.span.of(statement.text)))


def formula_around(statement: Statement, sentence: Sentence, place: Span) -> Formula:
    """Return the formula that the phrase at `place` is, or is a part of; the phrase alone where it is in none."""
    if statement.language != "en":
        return Formula(place)
    by, text = sentence.span.start, sentence.span.of(statement.text)
    return _shifted(_around(_by_place(text), Span(max(0, place.start - by), max(0, place.end - by))), by)


def _around(found: Places[tuple[int, Formula]], place: Span) -> Formula:
    touched = [one for _, one in sorted(found.at(place), key=lambda pair: pair[0])]
    nouns = [one for one in touched if one.head or one.qualifiers]
    if not nouns:
        return Formula(place, object=touched[-1].object if touched else None)
    own = [one for one in nouns if not any(other.object and one.whole.is_inside(other.object) for other in nouns)]
    whole = Span(min(place.start, nouns[0].whole.start), max(place.end, nouns[-1].whole.end))
    return Formula(whole, tuple(span for one in own for span in one.qualifiers), own[-1].head, own[-1].object)


@remembered(characters=100_000)
def _by_place(text: str) -> Places[tuple[int, Formula]]:
    return Places((one.whole, (number, one)) for number, one in enumerate(_formulas(text)))


@remembered(characters=200_000)
def _formulas(text: str) -> tuple[Formula, ...]:
    """Return the formulas of the sentence `text`, counted from its start, once for every wording."""
    return tuple(one for line, drafts in walked(text) for one in _of_line(line, drafts))


def _of_line(line: Line, drafts: Sequence[Draft]) -> Iterator[Formula]:
    acts = _acts(line, drafts)
    nouns = list(_nouns(line, acts))
    opening = {noun.opening: noun for noun in nouns}
    found = [_of_noun(line, noun, opening.get(noun.whole[1] + 1)) for noun in nouns]
    for verb in acts:
        if verb + 1 not in acts and (noun := opening.get(verb + 1)):
            own = _of_noun(line, noun, opening.get(noun.whole[1] + 1))
            reach = (own.object or own.whole).end
            found.append(Formula(line.span((verb, verb + 1)), object=Span(line.starts[noun.opening], reach)))
    yield from sorted(found, key=lambda one: one.whole)


def _of_noun(line: Line, noun: Noun, behind: Noun | None) -> Formula:
    """Return a noun phrase as a formula, with the one `behind` it if that follows an "of"."""
    first, last = noun.whole
    while first < last - 1 and _is_quantity(line.norms[first]):
        first += 1
    is_owned = behind is not None and noun.head is not None and line.norms[last] == "of"
    return Formula(
        line.span((first, last)),
        tuple(line.span((_with_adverb(line, at, first), end)) for at, end in noun.qualifiers if at >= first),
        line.span((max(noun.head[0], first), last)) if noun.head else None,
        line.span((behind.opening, _with_number(line, behind.whole[1]))) if behind and is_owned else None,
    )


def _with_number(line: Line, end: int) -> int:
    """Return where a noun that ends at `end` ends with its number: "resolution (12 (2030))"."""
    end += is_number(line.word(end))
    return end + 3 if line.word(end) == "(" and is_number(line.word(end + 1)) and line.word(end + 2) == ")" else end


def _is_quantity(norm: str) -> bool:
    """Say whether a word only counts: "(several) tolls", "the (1/4 percent) toll"."""
    return norm in lists.ALL_QUANTIFIERS or is_number(norm) or norm in SHARES or not norm.strip("0123456789/.,-")


def _with_adverb(line: Line, at: int, first: int) -> int:
    """Return where a qualifier begins with the adverb before it: "exceptionally low"."""
    return at - 1 if at > first and is_adverb(line.norms[at - 1]) else at


def _nouns(line: Line, acts: dict[int, None]) -> Iterator[Noun]:
    """Yield the noun phrases between verbs and the small words of a sentence, from left to right."""
    at, last = 0, len(line)
    while at < last:
        limit = next((place for place in range(at, last) if place in acts), last)
        time = phrase_at(line, at, limit)
        if time and time.kind == "time" and not time.is_clause and "of" not in line.norms[max(0, at - 1) : time.last]:
            at = time.last
            continue
        found = noun_at(line, at, limit) if at < limit and _may_begin(line, at) else None
        if found:
            yield found
        at = max(at + 1, found.whole[1] if found else 0)


def _may_begin(line: Line, at: int) -> bool:
    norm = line.norms[at]
    if is_adverb(norm) and not is_adjective(line, at):
        return is_adjective(line, at + 1)
    return norm[-1].isalnum() and norm not in _OPENS_NO_NOUN


def _acts(line: Line, drafts: Sequence[Draft]) -> dict[int, None]:
    """Return where verbs stand, in order: those of clauses, and those that no clause is told of."""
    is_infinitive = False
    acts = {place for draft in drafts for first, last in draft.group.act for place in range(first, last)}
    for at, norm in enumerate(line.norms):
        if at in acts:
            continue
        if (
            norm in lists.ALL_AUXILIARIES
            or norm in COPULAS
            or _is_bare(line, at, is_infinitive)
            or (norm in PARTICLES and at - 1 in acts)
        ):
            acts.add(at)
            is_infinitive = is_infinitive or line.word(at - 1) == "to"
        elif found := _subordinate(line, at):
            acts.update(range(found.start, found.end))
    return dict.fromkeys(sorted(acts))


def _is_bare(line: Line, at: int, is_infinitive: bool) -> bool:
    """Say whether a word is a verb without a subject: "to (bring)", "by (raising) tolls", "the truce (signed) in".

    `is_infinitive` says that one with "to" came before, which a list may go on: "to watch and (guide) the crew".
    """
    found, first = forms(line.norms[at]), at
    while first and (is_adverb(line.norms[first - 1]) or line.word(first - 2) == "to"):
        first -= 1
    before = line.word(first - 1)
    governs = opens_noun(line, at + 1) or is_adjective(line, at + 1)
    if "base" in found and before == "to":
        return True
    if "base" in found and is_infinitive and before in LISTING and governs and not is_adjective(line, at):
        return True
    if "ing" in found and line.norms[at] not in lists.ADJECTIVES:
        is_led = before in PREPOSITIONS or before in LISTING or not before
        if (is_led and not is_qualifier_of(line, at, len(line))) or (governs and before not in OPENERS):
            return True
    if "third" in found and before in LISTING and (governs or base_of(line.norms[at]) in SAYING_VERBS):
        return not ends_noun(line.word(at + 1) or ".")
    return bool({"ing", "participle"} & found) and is_behind_noun(line, at, len(line))


def _subordinate(line: Line, at: int) -> Group | None:
    """Return the verb of a relative clause, a condition or a time that opens at `at`: "when conditions (allow)"."""
    norm = line.norms[at]
    if norm in RELATIVES and (group := read_group(line, at + 1, len(line))):
        return group
    if norm in _OPENS_CLAUSE and (found := predicate(line, at + 1, len(line))):
        return found.group
    return None


def _shifted(one: Formula, by: int) -> Formula:
    return Formula(
        one.whole.shifted(by),
        tuple(span.shifted(by) for span in one.qualifiers),
        one.head.shifted(by) if one.head else None,
        one.object.shifted(by) if one.object else None,
    )
