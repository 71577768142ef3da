"""Hold every quotation of an article against the statements, and say of each whether it stands."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from stmtdiff.errors import LoadError
from stmtdiff.languages.english import ARTICLES, HUMAN_PRONOUNS, PRONOUNS
from stmtdiff.languages.english_clauses import ALL_QUANTIFIERS
from stmtdiff.model import Statement
from stmtdiff.quotations.attribution import Attributions
from stmtdiff.quotations.claiming import Judge
from stmtdiff.quotations.claims import Claimed, claimed
from stmtdiff.quotations.denials import condition_behind, denied_act, denied_by, is_denied_there, lost_within, turned
from stmtdiff.quotations.marks import quotations
from stmtdiff.quotations.matches import (
    AS_GOOD,
    Matches,
    difference,
    is_in_note,
    joined_in_brackets,
    keys_of_quotation,
)
from stmtdiff.quotations.mouths import Names, other_mouth, says_itself, stranger, wrong_insertion
from stmtdiff.quotations.place import Nearest, Place, stems
from stmtdiff.quotations.quotation import Checked, Claim, Passage, Quotation, Quotations, Verdict
from stmtdiff.quotations.source import Source, Sources, is_named_so, newest_first
from stmtdiff.quotations.stitching import is_too_long, joined_acts, stitched
from stmtdiff.quotations.surroundings import Surroundings
from stmtdiff.quotations.wording import Run, Wording, other_forms, wording_of
from stmtdiff.report import Report
from stmtdiff.rules import load_packs
from stmtdiff.settings import Settings
from stmtdiff.shifts.routine import PUNCTUATION
from stmtdiff.timeline.reading import Reading
from stmtdiff.words import words

_SURE = 75  # of 100: from here on a quotation is one passage altered, and no patchwork of two
_UNSEARCHED = "it is too long to be looked up in parts: whether it joins words of several places is not known"
_ENOUGH = 6  # words of meaning in a sentence from which it tells that a term stands in another context
_SHARED = 2  # words of its sentence that the nearest place of an altered term must share
_RETOLD = 3  # words before a quotation that are the statement's own: more than a phrase such as "no longer"
_NAMED = 4  # statements that are named one by one; of more only how many they are
_GIVEN_UP = frozenset({"contrast", "dropped"})  # claims in which the article's own verb does not govern a wording
_STANDING = frozenset({"exact", "form", "attribution", "speaker"})  # verdicts on words that stand somewhere


def check_quotations(
    article: Statement,
    statements: Sequence[Statement],
    *,
    settings: Settings | None = None,
    missing: Sequence[Reading] = (),
) -> Quotations:
    """Check the quotations and claims of `article` against `statements`.

    `settings` name the rule packs whose ladders say how strong verbs and speakers are. `missing` are the releases of
    the series that have no text in the library: a claim over one of them cannot be checked.

    Raises:
        LoadError: when there is no statement, or one has no words.
        SettingsError: for an unknown pack or a broken rule file.
    """
    ordered = newest_first(statements)
    if not ordered:
        raise LoadError("no statement to check against", hint="give at least one with --against")
    for statement in ordered:
        if not statement.tokens:
            raise LoadError(f"the statement '{statement.name}' has no words", hint="check the file")
    return _Desk(article, ordered, settings or Settings(), missing).checked()


class _Desk:
    """One article on the desk, with the statements beside it."""

    def __init__(
        self, article: Statement, statements: tuple[Statement, ...], settings: Settings, missing: Sequence[Reading]
    ) -> None:
        self._article, self._statements, self._missing = article, statements, missing
        self._quotations = quotations(article)
        self._around = Surroundings(article, self._quotations)
        self._wordings = [wording_of(article.text, quotation) for quotation in self._quotations]
        self._places = [Place(number, statement) for number, statement in enumerate(statements)]
        self._attributions = Attributions(load_packs(settings))
        self._names = Names(statements)
        self._sources = Sources(statements, self._attributions.is_speaker, missing)
        self._matches = Matches(self._places, self._wordings)
        self._judge_of_claims = Judge(statements, self._sources, self._standing, settings)
        self._claims = [one for one in claimed(article.text, self._quotations) if not self._is_retold(one)]
        self._claim_of = {
            self._quotations[index]: claim
            for claim in self._claims
            for index in (claim.new, claim.old)
            if index is not None
        }

    def checked(self) -> Quotations:
        """Return all verdicts; a quotation inside one that stands is not checked again."""
        verdicts: dict[int, Checked] = {}
        for index, quotation in enumerate(self._quotations):
            if quotation.inside is None or verdicts[self._outermost(index)].verdict == "not-checkable":
                one = self._judge(index)
                verdicts[index] = replace(one, wrong=one.wrong and not self._is_asked(quotation))
            else:
                verdicts[index] = verdicts[quotation.inside]
        kept = [i for i, q in enumerate(self._quotations) if q.inside is None or verdicts[i].quotation is q]
        numbers = {index: number for number, index in enumerate(kept)}
        shown = tuple(_renumbered(verdicts[index], numbers) for index in kept)
        claims = tuple(self._claim(claim, verdicts, numbers) for claim in self._claims)
        missing = tuple(reading.reference for reading in self._missing)
        return Quotations(self._article, self._statements, shown, claims, missing)

    def _is_asked(self, quotation: Quotation) -> bool:
        """Say whether a quotation stands in a question, which asserts nothing."""
        return self._around.own_words(quotation.context).rstrip().endswith("?")

    def _is_retold(self, claim: Claimed) -> bool:
        """Say whether what looks like a claim is the statement's own words: "and no longer 'in months of flood'"."""
        index = claim.new if claim.old is None else claim.old
        if index is None or (claim.new is not None and claim.old is not None) or not self._wordings[index].runs:
            return False
        quotation = self._quotations[index]
        before = words(self._article.text[quotation.context.start : quotation.span.start]).norms[-_RETOLD:]
        passages = [one for own in self._matches.exact[self._wordings[index].runs[0]] for one in own]
        return len(before) == _RETOLD and any(self._words_before(passage) == before for passage in passages)

    def _words_before(self, passage: Passage) -> tuple[str, ...]:
        statement = self._statements[passage.statement]
        start = statement.paragraphs[passage.paragraph].body.start
        return words(statement.text[start : passage.span.start]).norms[-_RETOLD:]

    def _outermost(self, index: int) -> int:
        inside = self._quotations[index].inside
        return index if inside is None else self._outermost(inside)

    def _judge(self, index: int) -> Checked:
        quotation, wording = self._quotations[index], self._wordings[index]
        blank = Checked(quotation, "not-checkable", wording.is_term)
        before, after = self._around.around(index)
        source = self._source(index)
        if not quotation.closed:
            return replace(blank, reason="its quotation mark is never closed")
        if source.missing:
            return replace(blank, reason=f"{source.missing} was not given")
        first = source.statement if source.statement is not None else 0
        found = self._matches.strung(wording, first)
        if not found and self._matches.accept_spelling(wording, first):
            found = self._matches.strung(wording, first)
        is_own = source.statement is not None or says_itself(
            self._names, self._article, quotation.pieces[0], is_term=wording.is_term
        )
        denial = "" if quotation in self._claim_of else denied_by(before, after, wording.text)
        if found and found.is_whole:
            return self._attributed(blank, wording, first, (before, denial))
        if source.other:
            return replace(blank, reason=f"it is attributed to {_spoken(source.other)}")
        if any(is_in_note(wording, note) for note in self._statements[first].footnotes):
            return replace(blank, reason=f"it is in a note of {self._name(first)}, not in its text")
        if denial:
            return self._not_said(blank, wording, first, denial)
        if elsewhere := self._matches.elsewhere(wording, first):
            where = self._name(elsewhere.passages[0].statement)
            reason = f"it is in {where}, not in {self._name(first)}"
            made = replace(blank, verdict="attribution", reason=reason, passages=elsewhere.passages, wrong=is_own)
            nearest = self._places[first].nearest(keys_of_quotation(wording.text))
            return replace(made, difference=self._difference(nearest, wording.text)) if nearest else made
        if wording.is_term and is_named_so(before):
            return replace(blank, reason="it is given as a name, not as a quotation")
        if found:
            reason = _places_of(found.passages)
            return replace(blank, verdict="stitched", reason=reason, passages=found.passages, wrong=True)
        return self._inexact(blank, wording, first, is_own=is_own)

    def _source(self, index: int) -> Source:
        """Return whom a quotation is attributed to: by the claim that it is part of, or the words around it."""
        if claim := self._claim_of.get(self._quotations[index]):
            return self._judge_of_claims.source(claim, index)
        around, own = self._around, self._around.attributing(index)
        return self._sources.source(*own, is_last=around.is_last(index), earlier=around.sentence_before(index))

    def _not_said(self, blank: Checked, wording: Wording, number: int, denial: str) -> Checked:
        """Return a quotation of which an article says that it was not said, where its words do not stand."""
        inflected = self._places[number].inflected(keys_of_quotation(wording.text))
        if inflected:
            reason = f"the article denies it with '{denial}', but the statement says it"
            return replace(blank, verdict="denied", reason=reason, passages=(inflected.passage,), wrong=True)
        reason = f"the article says with '{denial}' that it was not said"
        return replace(blank, verdict="absent", reason=reason)

    def _attributed(self, blank: Checked, wording: Wording, number: int, said: tuple[str, str]) -> Checked:
        """Return a quotation that stands, with its attribution compared at every place where it does.

        `said` are the article's words before it, and those by which it denies it.
        """
        chains = self._matches.all_strung(wording, number)
        own = stems(words(self._around.own_words(blank.quotation.context)).norms)
        place = self._places[number]

        def weight(chain: tuple[Passage, ...]) -> tuple[int, int]:
            sentence = place.sentence(chain[0].span.start)
            shared = len(own & place.stems(sentence.span)) if sentence else 0
            return -shared, chain[0].span.start

        ordered = sorted(chains, key=weight)
        wrong: Checked | None = None
        for chain in ordered:
            made = self._at(blank, wording, chain, said)
            if made.verdict == "exact":
                forms = self._forms(wording, chain)
                notes = (*self._notes(chain), *forms, *self._conditions(blank.quotation, chain[-1]))
                if blank.term and len(own) >= _ENOUGH and not weight(chain)[0]:
                    notes = (*notes, "the statement has it in another context")
                return replace(made, verdict="form" if forms else "exact", notes=notes)
            wrong = wrong or made
        assert wrong is not None
        return wrong

    def _at(self, blank: Checked, wording: Wording, chain: tuple[Passage, ...], said: tuple[str, str]) -> Checked:
        """Return the verdict on a quotation by one of the places where its words stand."""
        place, (before, denial) = self._places[chain[0].statement], said
        claim = self._claim_of.get(blank.quotation)
        told = replace(blank, passages=chain, wrong=True)
        if acts := joined_acts(chain, place):
            reason = f"the parts belong to different verbs there: '{acts[0]}' and '{acts[1]}'"
            return replace(told, verdict="stitched", reason=reason)
        if lost := turned(wording, chain, place, before):
            there = Nearest(replace(chain[0], span=lost.span), 100)
            changed = self._difference(there, " ".join(run.text for run in wording.runs))
            verdict: Verdict = "altered" if lost.is_put_in else "negation"
            return replace(told, verdict=verdict, reason=lost.reason, difference=changed)
        for run, passage in zip(wording.runs, chain, strict=True):
            if put_in := wrong_insertion(self._names, run.text, passage.span.of(place.statement.text)):
                reason = f"the article has '{put_in[0]}' where the statement has '{put_in[1]}'"
                return replace(told, verdict="altered", reason=reason)
        article, there_at = (self._article, blank.quotation.pieces[0]), (place.statement, chain[0].span)
        denial = "" if denial and is_denied_there(chain[0], place) else denial or denied_act(article, there_at)
        if denial and not claim:
            reason = f"the article denies it with '{denial}', but the statement says it"
            return replace(told, verdict="denied", reason=reason)
        if mouth := other_mouth(self._names, article, there_at):
            reason = f"the article has '{mouth.article}' where the statement has '{mouth.statement}'"
            verdict = "altered" if mouth.is_doer else "speaker"
            return replace(told, verdict=verdict, reason=reason, wrong=mouth.is_certain)
        if claim and claim.kind in _GIVEN_UP:  # "replaced 'urged' with 'demanded'": no verb of the article's
            return replace(blank, verdict="exact", passages=chain)
        if found := self._attributions.discrepancy(wording.text, article, there_at):
            return replace(told, verdict="attribution", reason=found.told, wrong=not found.is_manner_alone)
        return replace(blank, verdict="exact", passages=chain)

    def _notes(self, chain: tuple[Passage, ...]) -> tuple[str, ...]:
        """Return what the ellipses of a quotation leave out."""
        text = self._statements[chain[0].statement].text
        gaps = [text[one.span.end : other.span.start] for one, other in pairwise(chain)]
        told = (" ".join(gap.split()).strip(" ,;") for gap in gaps)
        return tuple(f"leaves out '{gap}'" for gap in told if gap)

    def _conditions(self, quotation: Quotation, last: Passage) -> tuple[str, ...]:
        """Return the condition that a statement sets right behind a passage, where the article says nothing of it."""
        condition = condition_behind(last, self._places[last.statement])
        said = words(self._around.own_words(quotation.context)).norms
        return (f"the statement goes on '{condition}'",) if condition and condition.split()[0] not in said else ()

    def _forms(self, wording: Wording, chain: Sequence[Passage]) -> tuple[str, ...]:
        texts = (self._places[passage.statement].text_of(passage.span) for passage in chain)
        forms = (form for run, there in zip(wording.runs, texts, strict=True) for form in other_forms(run.text, there))
        return tuple(f"another form: the statement has '{form}'" for form in forms)

    def _inexact(self, blank: Checked, wording: Wording, first: int, *, is_own: bool) -> Checked:
        """Return a quotation that stands nowhere as it is: altered, a patchwork of two places, or not found."""
        numbers = [first, *(place.number for place in self._places if place.number != first)]
        run = next((run for run in wording.runs if not self._matches.exact[run][first]), wording.runs[0])
        keys = keys_of_quotation(run.text)
        nearest = [one for number in numbers if (one := self._places[number].nearest(keys))]
        best = max(nearest, key=lambda one: one.score, default=None)
        is_apart = best is not None and not self._places[best.passage.statement].is_in_one_paragraph(best.passage.span)
        if len(wording.runs) == 1 and (best is None or best.score < _SURE or is_apart):
            for number in numbers:
                if passages := stitched(run.text, self._places[number]):
                    reason = _places_of(passages)
                    return replace(blank, verdict="stitched", passages=passages, reason=reason, wrong=True)
            if is_too_long(run.text):
                blank = replace(blank, notes=(_UNSEARCHED,))
        if best is None and blank.term and (other := self._inflected(numbers, keys, blank.quotation)):
            return self._altered(blank, run, other, first, wrong=False)
        is_foreign = best is None or (blank.term and not self._is_about_the_same(blank.quotation, best))
        is_loose = not is_own and (best is None or is_foreign or best.score < _SURE)
        if is_loose and (who := stranger(self._names, self._article, blank.quotation.pieces[0])):
            return replace(blank, reason=f"it is attributed to {_spoken(who)}")
        if best is None or is_foreign:
            told = replace(blank, verdict="not-found", reason=f"nothing similar is in {self._all_names()}")
            return replace(told, nearest=self._places[first].likest_sentence(keys), wrong=is_own)
        return self._altered(blank, run, best, first, wrong=is_own or not (blank.term or best.score < _SURE))

    def _altered(self, blank: Checked, run: Run, best: Nearest, first: int, *, wrong: bool) -> Checked:
        """Return a quotation that differs from the passage nearest to it."""
        changed = self._difference(best, run.text)
        if joined := joined_in_brackets(changed):
            notes = tuple(f"the statement has '{words_there}'" for words_there in joined)
            return replace(blank, verdict="exact", passages=(best.passage,), notes=notes)
        there = best.passage.span.of(self._statements[best.passage.statement].text)
        lost = lost_within(run.text, there) if best.score >= _SURE else ""
        reasons = [f"it leaves out '{lost}'"] if lost else []
        if best.passage.statement != first:
            reasons.append(f"the nearest words are in {self._name(best.passage.statement)}")
        proofs = {shift.proof for shift in changed.shifts}
        if proofs - AS_GOOD == {PUNCTUATION}:
            reasons.append(PUNCTUATION)
        verdict: Verdict = "negation" if lost else "altered"
        told = replace(blank, verdict=verdict, passages=(best.passage,), difference=changed, wrong=wrong)
        return replace(told, reason="; ".join(reasons))

    def _difference(self, nearest: Nearest, quoted: str) -> Report:
        """Return the report from a passage of a statement to what the article made of it."""
        return difference(self._statements[nearest.passage.statement], nearest.passage.span, quoted, self._article.name)

    def _inflected(self, numbers: Sequence[int], keys: Sequence[str], quotation: Quotation) -> Nearest | None:
        """Return where a term stands in another form, in a sentence about the same; None where it does not."""
        found = (self._places[number].inflected(keys) for number in numbers)
        return next((one for one in found if one and self._is_about_the_same(quotation, one)), None)

    def _is_about_the_same(self, quotation: Quotation, nearest: Nearest) -> bool:
        """Say whether the sentence of an altered term and that of its nearest place share words enough."""
        place = self._places[nearest.passage.statement]
        sentence = place.sentence(nearest.passage.span.start)
        own = stems(words(self._around.own_words(quotation.context)).norms)
        return sentence is not None and len(own & place.stems(sentence.span)) >= _SHARED

    def _claim(self, claim: Claimed, verdicts: dict[int, Checked], numbers: dict[int, int]) -> Claim:
        own = [index for index in (claim.new, claim.old) if index is not None]
        stands = [verdicts[index].verdict in _STANDING and bool(verdicts[index].passages) for index in own]
        new, old = ("" if i is None else self._wordings[i].text for i in (claim.new, claim.old))
        made = self._judge_of_claims.judged(claim, stands, (new, old))
        new_number, old_number = (None if i is None else numbers[i] for i in (claim.new, claim.old))
        return replace(made, new=new_number, old=old_number)

    def _standing(self, index: int, number: int) -> list[Passage]:
        """Return where the wording of a quotation stands in one statement."""
        return [chain[0] for chain in self._matches.all_strung(self._wordings[index], number)]

    def _name(self, number: int) -> str:
        return self._statements[number].name or "the statement"

    def _all_names(self) -> str:
        names = [self._name(place.number) for place in self._places]
        return " or ".join(names) if len(names) <= _NAMED else f"any of the {len(names)} statements"


def _renumbered(checked: Checked, numbers: dict[int, int]) -> Checked:
    inside = checked.quotation.inside
    if inside is None:
        return checked
    return replace(checked, quotation=replace(checked.quotation, inside=numbers.get(inside)))


def _spoken(who: str) -> str:
    """Return a speaker as it reads inside a sentence: "the vice minister" for "The vice minister"."""
    if who.lower() in HUMAN_PRONOUNS:
        return f"a person ('{who.lower()}')"
    first = who.split(" ", 1)[0]
    is_small = first.lower() in ARTICLES | PRONOUNS | ALL_QUANTIFIERS
    return who[:1].lower() + who[1:] if is_small else who


def _places_of(passages: Sequence[Passage]) -> str:
    if len({passage.statement for passage in passages}) > 1:
        return "its parts are in two statements"
    return f"its parts are in {len(passages)} places"
