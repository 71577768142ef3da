"""Hold every quotation of an article against the statements, and say of each whether it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from stmtdiff.comparison import compare
from stmtdiff.errors import LoadError
from stmtdiff.grammar import spelling
from stmtdiff.model import Note, Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import PhraseSet
from stmtdiff.quotes.attribution import Attributions, Discrepancy
from stmtdiff.quotes.claims import Claimed, claimed, judge_added, judge_contrast, judge_dropped, judge_kept
from stmtdiff.quotes.denials import denied_in, turned
from stmtdiff.quotes.marks import quotations
from stmtdiff.quotes.mouths import Names, other_mouth, stranger
from stmtdiff.quotes.place import Nearest, Place, stems
from stmtdiff.quotes.quotation import Checked, Claim, Passage, Quotation, Quotations, Verdict
from stmtdiff.quotes.source import Source, Sources, is_named_so, newest_first
from stmtdiff.quotes.stitching import stitched
from stmtdiff.quotes.surroundings import Surroundings
from stmtdiff.quotes.wording import Run, Wording, is_mark_of_quotation, other_forms, wording_of
from stmtdiff.report import Report
from stmtdiff.rules import load_packs
from stmtdiff.settings import Settings
from stmtdiff.shifts.routine import CAPITALS, PUNCTUATION, SPELLING
from stmtdiff.words import words

_AS_GOOD = frozenset({SPELLING, CAPITALS})  # proofs that a quotation says what its statement says
_JUDGES = {"contrast": judge_contrast, "dropped": judge_dropped, "added": judge_added, "kept": judge_kept}
_SURE = 75  # of 100: from here on a quotation is one passage altered, and no patchwork of two
_ENOUGH = 6  # words of meaning in a sentence from which it tells that a term stands in another context
_SHARED = 2  # words of its sentence that the nearest place of an altered term must share


def check_quotations(
    article: Statement, statements: Sequence[Statement], *, settings: Settings | None = None
) -> Quotations:
    """Return what becomes of the quotations and claims of `article` when they are held against `statements`.

    `settings` name the rule packs whose ladders say how strong verbs and speakers are.

    Raises:
        LoadError: when there is no statement, or one holds no words.
        SettingsError: for an unknown pack or a broken rule file.
    """
    ordered = newest_first(statements)
    if not ordered:
        raise LoadError("there is no statement to hold the article against", hint="name one and more with --against")
    for statement in ordered:
        if not statement.tokens:
            raise LoadError(f"the statement '{statement.name}' holds no words", hint="check the file")
    return _Desk(article, ordered, settings or Settings()).checked()


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation strung together in one statement: the passage of each of its runs."""

    passages: tuple[Passage, ...]
    is_whole: bool  # in order, and in one paragraph


_RETOLD = 3  # words before a quotation that are the statement's own: more than a phrase such as "no longer"


class _Desk:
    """One article on the desk, with the statements beside it."""

    def __init__(self, article: Statement, statements: tuple[Statement, ...], settings: Settings) -> None:
        self._article, self._statements, self._settings = article, statements, settings
        self._quotations = quotations(article)
        self._around = Surroundings(article, self._quotations)
        self._wordings = [wording_of(article.text, quotation) for quotation in self._quotations]
        self._places = [Place(number, statement) for number, statement in enumerate(statements)]
        self._attributions = Attributions(load_packs(settings))
        self._names = Names(statements)
        self._sources = Sources(statements, self._attributions.is_speaker)
        self._exact = self._matches()
        self._claims = [one for one in claimed(article.text, self._quotations) if not self._is_retold(one)]

    def checked(self) -> Quotations:
        """Return all verdicts; a quotation inside one that stands is not checked again."""
        verdicts: dict[int, Checked] = {}
        for index, quotation in enumerate(self._quotations):
            if quotation.inside is None or verdicts[self._outermost(index)].verdict == "not-checkable":
                verdicts[index] = self._judge(index)
            else:
                verdicts[index] = verdicts[quotation.inside]
        kept = [i for i, q in enumerate(self._quotations) if q.inside is None or verdicts[i].quotation is q]
        numbers = {index: number for number, index in enumerate(kept)}
        shown = tuple(_renumbered(verdicts[index], numbers) for index in kept)
        claims = tuple(self._claim(claim, verdicts, numbers) for claim in self._claims)
        return Quotations(self._article, self._statements, shown, claims)

    def _is_retold(self, claim: Claimed) -> bool:
        """Say whether what looks like a claim is the statement's own words: "and no longer 'in months of flood'"."""
        index = claim.new if claim.old is None else claim.old
        if index is None or (claim.new is not None and claim.old is not None) or not self._wordings[index].runs:
            return False
        quotation = self._quotations[index]
        before = words(self._article.text[quotation.context.start : quotation.span.start]).norms[-_RETOLD:]
        passages = [one for own in self._exact[self._wordings[index].runs[0]] for one in own]
        return len(before) == _RETOLD and any(self._words_before(passage) == before for passage in passages)

    def _words_before(self, passage: Passage) -> tuple[str, ...]:
        statement = self._statements[passage.statement]
        start = statement.paragraphs[passage.paragraph].body.start
        return words(statement.text[start : passage.span.start]).norms[-_RETOLD:]

    def _outermost(self, index: int) -> int:
        inside = self._quotations[index].inside
        return index if inside is None else self._outermost(inside)

    def _matches(self) -> dict[Run, list[tuple[Passage, ...]]]:
        """Return for each run where it stands in each statement, all runs looked for in one pass."""
        runs = list(dict.fromkeys(run for wording in self._wordings for run in wording.runs))
        owners = [run for run in runs for _ in run.readings]
        phrases = PhraseSet(phrase for run in runs for phrase in run.readings)
        found: dict[Run, list[tuple[Passage, ...]]] = {run: [() for _ in self._places] for run in runs}
        for place in self._places:
            for match in place.exact(phrases):
                own = found[owners[match.index]]
                passage = place.passage(match.first, match.last)
                if passage not in own[place.number]:
                    own[place.number] = (*own[place.number], passage)
        return found

    def _judge(self, index: int) -> Checked:
        quotation, wording = self._quotations[index], self._wordings[index]
        blank = Checked(quotation, "not-checkable", wording.is_term)
        before = self._around.around(index)[0]
        source = self._source(index)
        if not quotation.closed:
            return replace(blank, reason="its quotation mark is never closed")
        if source.missing:
            return replace(blank, reason=f"{source.missing} is not among those given")
        first = source.statement if source.statement is not None else 0
        found = self._strung(wording, first)
        if not found and self._is_respelt(wording, first):
            found = self._strung(wording, first)
        if found and found.is_whole:
            return self._attributed(blank, wording, first, before)
        if source.other:
            return replace(blank, reason=f"it is attributed to {source.other}")
        if any(self._is_in_note(wording, note) for note in self._statements[first].footnotes):
            return replace(blank, reason=f"it stands in a note of {self._name(first)}, not in its text")
        if elsewhere := self._elsewhere(wording, first):
            where = self._name(elsewhere.passages[0].statement)
            reason = f"it stands in {where}, not in {self._name(first)}"
            made = replace(blank, verdict="attribution", reason=reason, passages=elsewhere.passages)
            nearest = self._places[first].nearest(_keys(wording.text))
            return replace(made, difference=self._difference(nearest, wording.text)) if nearest else made
        if wording.is_term and is_named_so(before):
            return replace(blank, reason="it is given as a name, not as a quotation")
        if found:
            return replace(blank, verdict="stitched", reason=_places_of(found.passages), passages=found.passages)
        return self._inexact(blank, wording, first)

    def _source(self, index: int) -> Source:
        """Return whom a quotation is attributed to: by the claim that it is part of, or the words around it."""
        for claim in self._claims:
            if index == claim.old:
                return Source(1) if len(self._statements) > 1 else Source(missing="the statement before it")
            if index == claim.new:
                return Source(0)
        around, own = self._around, self._around.attributing(index)
        return self._sources.source(*own, is_last=around.is_last(index), earlier=around.sentence_before(index))

    def _strung(self, wording: Wording, number: int) -> _Found | None:
        """Return the runs of a wording in one statement: in order and in one paragraph if that can be, the tightest."""
        choices = [self._exact[run][number] for run in wording.runs]
        if not choices or not all(choices):
            return None
        chains = self._chains(choices)
        return _Found(chains[0], True) if chains else _Found(tuple(own[0] for own in choices), False)

    def _chains(self, choices: Sequence[Sequence[Passage]]) -> list[tuple[Passage, ...]]:
        """Return the ways to string runs together in order in one paragraph, the tightest first."""
        chains = [chain for first in choices[0] if (chain := _strung_from(first, choices[1:]))]
        return sorted(chains, key=lambda chain: chain[-1].span.end - chain[0].span.start)

    def _is_respelt(self, wording: Wording, number: int) -> bool:
        """Say whether the runs that a statement lacks stand there in another spelling; they count as standing then."""
        for run in wording.runs:
            if self._exact[run][number]:
                continue
            nearest = self._places[number].nearest(_keys(run.text))
            shifts = self._difference(nearest, run.text).shifts if nearest else ()
            if nearest is None or not all(shift.proof in _AS_GOOD for shift in shifts):
                return False
            self._exact[run][number] = (nearest.passage,)
        return True

    def _is_in_note(self, wording: Wording, note: Note) -> bool:
        """Say whether a note has all that is quoted: words of the statement, though of none of its paragraphs."""
        phrases = [PhraseSet(run.readings) for run in wording.runs]
        return bool(phrases) and all(any(map(one.stands_in, (p.words for p in note.paragraphs))) for one in phrases)

    def _elsewhere(self, wording: Wording, number: int) -> _Found | None:
        for place in self._places:
            found = self._strung(wording, place.number) if place.number != number else None
            if found and found.is_whole:
                return found
        return None

    def _attributed(self, blank: Checked, wording: Wording, number: int, before: str) -> Checked:
        """Return a quotation that stands, with its attribution compared at every place where it does."""
        chains = self._all_strung(wording, number)
        own = stems(words(self._around.own_words(blank.quotation.context)).norms)
        place = self._places[number]

        def weight(chain: tuple[Passage, ...]) -> tuple[int, int]:
            sentence = place.sentence(chain[0].span.start)
            shared = len(own & place.stems(sentence.span)) if sentence else 0
            return -shared, chain[0].span.start

        ordered = sorted(chains, key=weight)
        wrong: Checked | None = None
        for chain in ordered:
            made = self._at(blank, wording, chain, before)
            if made.verdict == "exact":
                notes = (*self._notes(chain), *self._forms(wording, chain))
                if blank.term and len(own) >= _ENOUGH and not weight(chain)[0]:
                    notes = (*notes, "in another context there")
                return replace(made, notes=notes)
            wrong = wrong or made
        assert wrong is not None
        return wrong

    def _at(self, blank: Checked, wording: Wording, chain: tuple[Passage, ...], before: str) -> Checked:
        """Return the verdict on a quotation by one of the places where its words stand."""
        place = self._places[chain[0].statement]
        if lost := turned(wording, chain, place, before):
            there = Nearest(replace(chain[0], span=lost[1]), 100)
            difference = self._difference(there, " ".join(run.text for run in wording.runs))
            return replace(blank, verdict="altered", passages=chain, reason=lost[0], difference=difference)
        article, there_at = (self._article, blank.quotation.pieces[0]), (place.statement, chain[0].span)
        wrong = replace(blank, verdict="attribution", passages=chain)
        if not self._is_claimed(blank.quotation) and (denial := denied_in(before, chain[0], place)):
            return replace(wrong, reason=f"the article denies it with '{denial}', and the statement says it")
        if mouth := other_mouth(self._names, article, there_at):
            verdict: Verdict = "altered" if mouth.is_doer else "attribution"
            return replace(
                wrong,
                verdict=verdict,
                reason=f"the article has '{mouth.article}' where the statement has '{mouth.statement}'",
            )
        if found := self._attributions.discrepancy(wording.text, article, there_at):
            return replace(wrong, reason=_told(found))
        return replace(blank, verdict="exact", passages=chain)

    def _is_claimed(self, quotation: Quotation) -> bool:
        """Say whether a claim is made of a quotation: what was dropped is said not to be said."""
        own = [index for claim in self._claims for index in (claim.old, claim.new) if index is not None]
        return any(self._quotations[index] is quotation for index in own)

    def _all_strung(self, wording: Wording, number: int) -> list[tuple[Passage, ...]]:
        """Return all places of one run; of several, the tightest and the others that stand in one sentence."""
        choices = [self._exact[run][number] for run in wording.runs]
        if len(choices) == 1:
            return [(passage,) for passage in choices[0]]
        chains = self._chains(choices) if choices and all(choices) else []
        sentence = self._places[number].sentence
        close = [own for own in chains[1:] if sentence(own[0].span.start) == sentence(own[-1].span.start)]
        return [*chains[:1], *close]

    def _notes(self, chain: tuple[Passage, ...]) -> tuple[str, ...]:
        """Return what the ellipses of a quotation leave out."""
        text = self._statements[chain[0].statement].text
        gaps = [text[one.span.end : other.span.start] for one, other in pairwise(chain)]
        told = (" ".join(gap.split()).strip(" ,;") for gap in gaps)
        return tuple(f"leaves out '{gap}'" for gap in told if gap)

    def _forms(self, wording: Wording, chain: Sequence[Passage]) -> tuple[str, ...]:
        texts = (passage.span.of(self._statements[passage.statement].text) for passage in chain)
        forms = (form for run, there in zip(wording.runs, texts, strict=True) for form in other_forms(run.text, there))
        return tuple(f"the same but for the form: there '{form}'" for form in forms)

    def _inexact(self, blank: Checked, wording: Wording, first: int) -> Checked:
        """Return a quotation that stands nowhere as it is: altered, a patchwork of two places, or not found."""
        numbers = [first, *(place.number for place in self._places if place.number != first)]
        run = next((run for run in wording.runs if not self._exact[run][first]), wording.runs[0])
        nearest = [one for number in numbers if (one := self._nearest(number, run, is_term=blank.term))]
        best = max(nearest, key=lambda one: one.score, default=None)
        if len(wording.runs) == 1 and (best is None or best.score < _SURE):
            for number in numbers:
                if passages := stitched(run.text, self._places[number]):
                    return replace(blank, verdict="stitched", passages=passages, reason=_places_of(passages))
        if best is None or (blank.term and not self._is_about_the_same(blank.quotation, best)):
            if who := stranger(self._names, self._article, blank.quotation.pieces[0]):
                return replace(blank, reason=f"it is attributed to {who}")
            return replace(blank, verdict="not-found", reason=f"nothing like it stands in {self._all_names()}")
        difference = self._difference(best, run.text)
        reasons = []
        if best.passage.statement != first:
            reasons.append(f"the nearest words stand in {self._name(best.passage.statement)}")
        proofs = {shift.proof for shift in difference.shifts}
        if proofs - _AS_GOOD == {PUNCTUATION}:
            reasons.append(PUNCTUATION)
        told = replace(blank, verdict="altered", passages=(best.passage,), difference=difference)
        return replace(told, reason="; ".join(reasons))

    def _difference(self, nearest: Nearest, quoted: str) -> Report:
        """Return the report from a passage of a statement to what the article made of it."""
        statement = self._statements[nearest.passage.statement]
        texts = nearest.passage.span.of(statement.text), quoted
        names = statement.name, self._article.name
        old, new = (
            from_paragraphs([" ".join(text.split()).rstrip(" ,.;:")], name=name)
            for text, name in zip(texts, names, strict=True)
        )
        return compare(old, new)

    def _nearest(self, number: int, run: Run, *, is_term: bool) -> Nearest | None:
        """Return the nearest words of one statement; of a term also its words in another form."""
        place, keys = self._places[number], _keys(run.text)
        return place.nearest(keys) or (place.inflected(keys) if is_term else None)

    def _is_about_the_same(self, quotation: Quotation, nearest: Nearest) -> bool:
        """Say whether the sentence of an altered term and that of its nearest place share words enough."""
        place = self._places[nearest.passage.statement]
        sentence = place.sentence(nearest.passage.span.start)
        own = stems(words(self._around.own_words(quotation.context)).norms)
        return sentence is not None and len(own & place.stems(sentence.span)) >= _SHARED

    def _claim(self, claim: Claimed, verdicts: dict[int, Checked], numbers: dict[int, int]) -> Claim:
        made = Claim(
            claim.kind, "not-checkable", claim.span,
            None if claim.new is None else numbers[claim.new], None if claim.old is None else numbers[claim.old],
            "the statement before it is not among those given",
        )  # fmt: skip
        if len(self._statements) == 1:
            return made
        for index in (claim.new, claim.old):
            if index is not None and not (
                verdicts[index].verdict in ("exact", "attribution") and verdicts[index].passages
            ):
                return replace(made, reason="a quotation in it does not stand")
        old, new = (self._standing(claim, number) for number in (1, 0))
        verdict, reason = _JUDGES[claim.kind](self._turn, old, new)
        return replace(made, verdict=verdict, reason=reason)

    def _standing(self, claim: Claimed, number: int) -> list[Passage]:
        """Return where the wording of a claim stands in one statement, the newest (0) or the one before (1)."""
        own, other = (claim.new, claim.old) if number == 0 else (claim.old, claim.new)
        index = own if own is not None else other
        return [chain[0] for chain in self._all_strung(self._wordings[index or 0], number)]

    @cached_property
    def _turn(self) -> Report:
        """Return the report from the statement before the newest to the newest."""
        return compare(self._statements[1], self._statements[0], settings=self._settings)

    def _name(self, number: int) -> str:
        return self._statements[number].name or "the statement"

    def _all_names(self) -> str:
        return " or ".join(self._name(place.number) for place in self._places)


def _renumbered(checked: Checked, numbers: dict[int, int]) -> Checked:
    inside = checked.quotation.inside
    if inside is None:
        return checked
    return replace(checked, quotation=replace(checked.quotation, inside=numbers.get(inside)))


def _strung_from(first: Passage, choices: Sequence[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Return `first` and behind it the next of each of the other runs in its paragraph, empty where one has none."""
    chain = [first]
    for own in choices:
        following = (p for p in own if p.paragraph == first.paragraph and p.span.start >= chain[-1].span.end)
        passage = min(following, key=lambda passage: passage.span, default=None)
        if passage is None:
            return ()
        chain.append(passage)
    return tuple(chain)


def _places_of(passages: Sequence[Passage]) -> str:
    if len({passage.statement for passage in passages}) > 1:
        return "its parts stand in two statements"
    return f"its parts stand in {len(passages)} places"


def _told(wrong: Discrepancy) -> str:
    way = "firmer" if wrong.is_firmer else "weaker"
    if wrong.what == "speaker":
        way = "more speakers" if wrong.is_firmer else "fewer speakers"
    rule = f" [{wrong.rule}]" if wrong.rule else ""
    return f"the article says '{wrong.article}' where the statement has '{wrong.statement}': {way}{rule}"


def _keys(text: str) -> list[str]:
    return [spelling(norm) for norm in words(text).norms if not is_mark_of_quotation(norm)]
