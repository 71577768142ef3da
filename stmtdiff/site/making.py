"""Make the pages of one part, wherever that is done: in this process or in another one.

A part that cannot be made is a result too, with the sentence that says why: a site of sixty years goes online with one
scan that nobody can read, and says so.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from stmtdiff import comparison
from stmtdiff.comment import Placed
from stmtdiff.comments import of_release, those_on, with_these
from stmtdiff.errors import InternalError, LoadError, StmtdiffError
from stmtdiff.ledger import ledger_of
from stmtdiff.model import Statement
from stmtdiff.phrases import compile_phrase
from stmtdiff.releases.comparing import completed
from stmtdiff.renderers import render
from stmtdiff.renderers.site.counts import counts_page
from stmtdiff.renderers.site.frame import framed
from stmtdiff.renderers.site.text import release_page
from stmtdiff.report import Report
from stmtdiff.rules.library import load_packs
from stmtdiff.site.facts import above, counted, counts_of, facts_of, past, title_of, title_of_pair
from stmtdiff.site.planning import Part, Site, file_of
from stmtdiff.site.published import Published, readings, slug
from stmtdiff.timeline.entry import History
from stmtdiff.timeline.formulas import Formulas, formulas
from stmtdiff.timeline.grid import matrix_of
from stmtdiff.timeline.lives import with_lives
from stmtdiff.timeline.phrase_life import histories_of
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.strength import ladder_of

_ENOUGH = 3  # releases, without which nothing is known of a wording beside the pair itself
_LOOKED_AT = 60  # formulas that changed most, among which those with an order of strength come first
_FOLLOWED = 12  # of them that have a page
_MATTERS = 12  # phrases of the packs' subjects that have a page
NOT_SHOWN = "The wording of this series is not published here: its texts are in a private library."
NOT_AT_HAND = "The text of this release is not in the library."


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a part: its pages by their paths in the site, a record for the first page, or why there is none."""

    pages: dict[str, str]
    record: dict[str, Any]
    error: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """Makes the parts of a site, each result as one line of JSON with the fields of `Made`."""

    site: Site

    def line(self, part: Part) -> str:
        """Return what was made of a part."""
        try:
            return json.dumps(asdict(self._made(part)))
        except StmtdiffError as error:
            return self.failed(part, error.message)  # without its path: no page names a folder of who made it
        except Exception as error:  # one page must not end the others
            return self.failed(part, InternalError(f"{type(error).__name__}: {error}").message)

    def failed(self, part: Part, why: str) -> str:
        """Return what stands for a part that could not be made: of a release or a pair a page that says why."""
        return json.dumps(asdict(Made(self._without_text(part, why), {}, why)))

    def _made(self, part: Part) -> Made:
        one = self.site.series[part.series]
        read, why = readings(one, self.site.options)
        if part.kind == "phrases":
            return self._phrases(one, read)
        if part.kind == "pair":
            return self._pair(part, one, read)
        if why[part.at]:
            raise LoadError(why[part.at])
        return _release(part, one, read[part.at])

    def _without_text(self, part: Part, why: str) -> dict[str, str]:
        if part.kind == "phrases":
            return {}
        one = self.site.series[part.series]
        told = f"This could not be made: {why}."
        if part.kind == "release":
            facts = facts_of(one, one.texts[part.at], None)
            page = release_page(
                title_of(one, part.at),
                above(one),
                beside=past(one, part.at),
                facts=facts,
                statement=None,
                told=[told],
                comments=_comments(part, one, None),
            )
        else:
            title = title_of_pair(one, part.old, part.at)
            page = counts_page(title, above(one), beside=past(one, part.at, old=part.old), told=told)
        return {part.name: page}

    def _pair(self, part: Part, one: Published, read: Sequence[Reading]) -> Made:
        old, new = read[part.old].statement, read[part.at].statement
        if old is None or new is None:
            raise LoadError("the text of one of these two could not be read")
        report = comparison.compare(old, new, settings=completed(self.site.settings, old, new))
        if not one.shows_text:
            return Made({part.name: _counts_alone(part, one, report)}, {"counts": asdict(counts_of(report))})
        if part.at + 1 >= _ENOUGH:
            report = with_lives(report, read[: part.at + 1])
        report = with_these(report, those_on(new, one.comments), those_on(old, one.comments))
        ways = [*above(one), *past(one, part.at, old=part.old)]
        record = {"counts": asdict(counts_of(report)), "headline": ledger_of(report).headline}
        return Made({part.name: framed(render(report, "html"), ways)}, record)

    def _matters(self, one: Published, read: Sequence[Reading], known: set[str]) -> list[History]:
        """Return for each subject of the packs the phrase of it that tells times apart best, the best ones first."""
        statements = [reading.statement for reading in read if reading.statement]
        languages = {statement.language for statement in statements}
        packs = load_packs(completed(self.site.settings, *statements))
        subjects = [subject for pack in packs if any(map(pack.speaks, languages)) for subject in pack.subjects]
        terms = {term.pattern: term for subject in subjects for term in subject.terms if term.pattern not in known}
        lives = histories_of(read, list(terms.values()), series=one.title, settings=self.site.settings)
        told = {history.phrase: history for history in lives if _parted(history)}
        best = {}
        for subject in subjects:
            own = [told[term.pattern] for term in subject.terms if term.pattern in told]
            if own:
                chosen = max(own, key=_parted)
                best[chosen.phrase] = chosen
        return sorted(best.values(), key=lambda history: -_parted(history))[:_MATTERS]

    def _phrases(self, one: Published, read: Sequence[Reading]) -> Made:
        settings = self.site.settings
        asked = [compile_phrase(phrase) for phrase in self.site.phrases]
        lives = histories_of(read, asked, series=one.title, settings=settings)
        lives = [history for history in lives if any(entry.holds for entry in history.entries)]
        found = formulas(read, series=one.title, settings=settings)
        lives += _strongest(found, {history.phrase for history in lives})
        lives += self._matters(one, read, {history.phrase for history in lives})
        pages, told = {}, []
        places = {text.reference: file_of(text) for text in one.texts}
        for history, file in zip(lives, _files(lives), strict=True):
            pages[f"{one.id}/{file}"] = framed(render(history, "html", pages=places), above(one))
            told.append({"phrase": history.phrase, "file": file, "finding": history.finding})
        if lives:
            own = {
                (history.series, history.phrase): phrase["file"] for history, phrase in zip(lives, told, strict=True)
            }
            matrix = render(matrix_of(lives), "html", pages=places, lives=own)
            pages[f"{one.id}/matrix.html"] = framed(matrix, above(one))
        pages[f"{one.id}/formulas.html"] = framed(render(found, "html", pages=places), above(one))
        return Made(pages, {"phrases": told})


def _parted(history: History) -> int:
    """Return how well a phrase parts the releases into those that hold it and others: the number of the fewer.

    One that stands everywhere, or in hardly any release, tells no time from another.
    """
    known = [entry.holds for entry in history.entries if entry.holds is not None]
    return min(known.count(True), known.count(False))


def _release(part: Part, one: Published, reading: Reading) -> Made:
    statement = reading.statement
    shown = statement if one.shows_text else None
    told = [] if shown else [NOT_SHOWN if statement else NOT_AT_HAND]
    if shown:
        told += shown.source.doubts
    page = release_page(
        title_of(one, part.at),
        above(one),
        beside=past(one, part.at),
        facts=facts_of(one, one.texts[part.at], statement),
        statement=shown,
        told=told,
        comments=_comments(part, one, shown),
    )
    return Made({part.name: page}, {"status": reading.status})


def _comments(part: Part, one: Published, shown: Statement | None) -> tuple[Placed, ...]:
    """Return the comments on a release; of one whose text is not at hand they are orphans."""
    if shown is None:
        return tuple(Placed(comment, None, None) for comment in one.comments_named(part.at))
    return of_release(shown, one.comments)


def _counts_alone(part: Part, one: Published, report: Report) -> str:
    return counts_page(
        title_of_pair(one, part.old, part.at),
        above(one),
        beside=past(one, part.at, old=part.old),
        told=NOT_SHOWN,
        rows=counted(report),
    )


def _strongest(found: Formulas, known: set[str]) -> list[History]:
    """Return the formulas that have a page: first those whose wordings the rules put in order of strength.

    Of these, and of the others, the first are those that changed most after standing longest.
    """
    lives: dict[str, History] = {}
    for one in found.found[:_LOOKED_AT]:
        if one.weight and one.history.phrase not in known:
            lives.setdefault(one.history.phrase, one.history)
    ranked = sorted(lives.values(), key=lambda history: not ladder_of(history).wordings)
    return ranked[:_FOLLOWED]


def _files(lives: Sequence[History]) -> Iterator[str]:
    """Yield the files of phrases, each once: "phrase_grave-concern.html"."""
    seen: set[str] = set()
    for history in lives:
        plain = slug(history.phrase) or "of-other-letters"
        name, number = plain, 2
        while name in seen:
            name, number = f"{plain}-{number}", number + 1
        seen.add(name)
        yield f"phrase_{name}.html"  # no name of a release holds this sign
