"""Judge what an article claims about the wording of statements: by the releases it names, or by all that were given."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol

from stmtdiff.comparison import compare
from stmtdiff.model import Statement
from stmtdiff.outline import from_paragraphs
from stmtdiff.quotations.claims import Claimed
from stmtdiff.quotations.quotation import Claim, ClaimVerdict, Passage
from stmtdiff.quotations.source import Source, Sources
from stmtdiff.report import Report
from stmtdiff.settings import Settings

Outcome = tuple[ClaimVerdict, str]
_HOLDS: Outcome = ("holds", "")
_NO_EARLIER = "the statement before it was not given"


class Standing(Protocol):
    """Says where the wording of a quotation, by its index, stands in a statement, by its."""

    def __call__(self, index: int, number: int) -> Sequence[Passage]:
        """Return the passages, none where it does not stand."""


class Judge:
    """The statements by which claims are judged, the newest first."""

    def __init__(
        self, statements: Sequence[Statement], sources: Sources, standing: Standing, settings: Settings
    ) -> None:
        """Take the statements; `standing` says where the wording of a quotation stands."""
        self._statements, self._sources, self._standing = statements, sources, standing
        self._turn = cache(lambda older, newer: compare(statements[older], statements[newer], settings=settings))
        self._settings = settings

    def source(self, claim: Claimed, index: int) -> Source:
        """Return of which statement a claim says that its quotation `index` is."""
        newer, older = self._pair(claim)
        return older if index == claim.old else newer

    def judged(self, claim: Claimed, stands: Sequence[bool], wordings: tuple[str, str]) -> Claim:
        """Return the verdict on a claim.

        `stands` says of its quotations, in the order new and old, whether their words stand somewhere; `wordings`
        are the words of both, "" for one that it does not name.
        """
        newer, older = self._pair(claim)
        made = Claim(
            claim.kind, "not-checkable", claim.span, claim.new, claim.old, "", newer.statement, older.statement,
            claim.direction, self._since(claim),
        )  # fmt: skip
        if missing := newer.missing or older.missing:
            return replace(made, reason=f"{missing} was not given")
        if newer.statement is None or older.statement is None:
            return replace(made, reason=_NO_EARLIER)
        if not all(stands):
            return replace(made, reason="a quotation in it was not confirmed")
        if newer.statement >= older.statement:
            return replace(made, reason="the releases that it names are in the wrong order")
        if gap := self._sources.missing_between(older.statement, newer.statement):
            return replace(made, reason=f"the library does not have the text of {gap}")
        verdict, reason = self._outcome(claim, newer.statement, older.statement)
        if verdict == "holds" and claim.direction:
            verdict, reason = self._directed(claim.direction, wordings)
        return replace(made, verdict=verdict, reason=reason)

    def _pair(self, claim: Claimed) -> tuple[Source, Source]:
        """Return the newer and the older statement of a claim."""
        number, missing = self._sources.named(claim.about_new)
        newer = Source(number, missing) if missing else Source(number or 0)
        if missing:
            return newer, newer
        number, missing = self._sources.named(claim.about_old)
        at = newer.statement if newer.statement is not None else 0
        if number is not None and number <= at and claim.kind != "contrast":  # "new this year is" says it of the newer
            number = None
        if number is None and not missing:
            number = at + 1 if at + 1 < len(self._statements) else None
            missing = "" if number is not None else "the statement before it"
        return newer, Source(number, missing)

    def _outcome(self, claim: Claimed, newer: int, older: int) -> Outcome:
        index = claim.new if claim.new is not None else claim.old
        assert index is not None
        new, old = self._standing(index, newer), self._standing(index, older)
        match claim.kind:
            case "contrast":
                assert claim.old is not None
                return self._contrast(newer, older, new, self._standing(claim.old, older))
            case "dropped":
                return self._dropped(newer, older, new, old)
            case "added":
                return self._added(newer, older, new, old)
            case "kept":
                return _HOLDS if old and new else _not("it was not there before")
            case "again":
                return self._again(index, newer)
            case "restored":
                return self._restored(index, newer, older)
            case _:
                return self._first(claim, index, newer)

    def _contrast(self, newer: int, older: int, new: Sequence[Passage], old: Sequence[Passage]) -> Outcome:
        """Say whether somewhere one wording gave way to the other."""
        if not new:
            return _not(f"the new wording is not in {self._name(newer)}")
        if not old:
            return _not(f"the old wording is not in {self._name(older)}")
        report = self._turn(older, newer)
        if any(other.paragraph in _became(report, one.paragraph) for one in old for other in new):
            return _HOLDS
        return _not("the two are not in linked paragraphs")

    def _dropped(self, newer: int, older: int, new: Sequence[Passage], old: Sequence[Passage]) -> Outcome:
        """Say whether a wording is gone where its paragraph went."""
        if not old:
            return _not(f"it was not in {self._name(older)}")
        now, report = {passage.paragraph for passage in new}, self._turn(older, newer)
        if all(now.intersection(_became(report, passage.paragraph)) for passage in old):
            return _not("it is still there")
        return "holds", "it is still in another place" if new else ""

    def _added(self, newer: int, older: int, new: Sequence[Passage], old: Sequence[Passage]) -> Outcome:
        """Say whether a wording was not where its paragraph came from."""
        if not new:
            return _not(f"it is not in {self._name(newer)}")
        before, report = {passage.paragraph for passage in old}, self._turn(older, newer)
        if all(before.intersection(_was(report, passage.paragraph)) for passage in new):
            return _not("it was there before")
        return "holds", "it was in another place before" if old else ""

    def _again(self, index: int, newer: int) -> Outcome:
        earlier = self._earlier(index, newer)
        if not self._standing(index, newer):
            return _not(f"it is not in {self._name(newer)}")
        if not earlier:
            return _not("it was not there before")
        return "holds", "" if earlier[0] == newer + 1 else f"it was in {self._name(earlier[0])}"

    def _restored(self, index: int, newer: int, older: int) -> Outcome:
        """Say whether a wording stands, was gone in the statement before, and stood in an earlier one."""
        before = newer + 1
        if not self._standing(index, newer):
            return _not(f"it is not in {self._name(newer)}")
        if self._standing(index, before):
            return _not(f"it was in {self._name(before)} too")
        earlier = self._earlier(index, older - 1)
        if earlier:
            return "holds", f"it was in {self._name(earlier[0])}"
        return "not-checkable", "it is in none of the earlier statements given"

    def _first(self, claim: Claimed, index: int, newer: int) -> Outcome:
        """Say whether a wording stands now and did not since a year, or ever before."""
        if not self._standing(index, newer):
            return _not(f"it is not in {self._name(newer)}")
        earlier, since = self._earlier(index, newer), self._since(claim)
        years = self._sources.years
        if claim.is_open and not earlier:
            return "not-checkable", "it does not say since which year"
        between = [at for at in earlier if since is None or (years[at] or 0) > since]
        if between and not claim.is_open:
            return _not(f"it was in {self._name(between[0])}")
        if since is None:
            return self._never_before(newer, is_open=claim.is_open)
        return self._not_since(index, since, newer, is_at=claim.since is not None)

    def _never_before(self, newer: int, *, is_open: bool) -> Outcome:
        if is_open:
            return "not-checkable", "it does not say since which year"
        if gap := self._sources.missing_between(None, newer):
            return "not-checkable", f"the library does not have the text of {gap}"
        count = len(self._statements) - newer - 1
        return "holds", f"it is in none of the {count} earlier statements given" if count > 1 else ""

    def _not_since(self, index: int, since: int, newer: int, *, is_at: bool) -> Outcome:
        """Say of a wording that stood nowhere between a year and now whether it stood in that year."""
        years = self._sources.years
        own = [at for at in range(newer + 1, len(years)) if years[at] == since]
        if not own:
            return "not-checkable", f"the statement of {since} was not given"
        if gap := self._sources.missing_between(own[0], newer):
            return "not-checkable", f"the library does not have the text of {gap}"
        years_given = {years[at] for at in range(newer, own[0] + 1)}
        is_at_hand = any(self._standing(index, at) for at in own)
        if is_at and not is_at_hand:
            return _not(f"it was not in {self._name(own[0])}")
        gaps = [year for year in range(since, years[newer] or since) if year not in years_given]
        return "holds", f"no text of {gaps[0]} was given" if gaps else ""

    def _directed(self, direction: str, wordings: tuple[str, str]) -> Outcome:
        """Say whether the rules see one wording give way to another in the direction that a claim names."""
        new, old = (from_paragraphs([text]) for text in wordings)
        found = {note.direction for note in compare(old, new, settings=self._settings).annotations} - {"none"}
        if found and direction not in found:
            return _not(f"by the rules the new wording is {'softer' if direction == 'firmer' else 'firmer'}")
        return "holds", "" if found else "no rule gives a direction"

    def _earlier(self, index: int, newer: int) -> list[int]:
        """Return the statements before one in which a wording stands, the newest first."""
        return [at for at in range(newer + 1, len(self._statements)) if self._standing(index, at)]

    def _since(self, claim: Claimed) -> int | None:
        if claim.since is not None or claim.years is None:
            return claim.since
        year = self._sources.years[0]
        return None if year is None else year - claim.years

    def _name(self, number: int) -> str:
        return self._statements[number].name or "the statement"


def _not(reason: str) -> Outcome:
    return "does-not-hold", reason


def _became(report: Report, paragraph: int) -> tuple[int, ...]:
    return next((link.new for link in report.links if paragraph in link.old), ())


def _was(report: Report, paragraph: int) -> tuple[int, ...]:
    return next((link.old for link in report.links if paragraph in link.new), ())
