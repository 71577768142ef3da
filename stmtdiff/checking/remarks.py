"""What a check could not see, so that silence about it is no sign that all is well.

The ugly case: the old statement is a scan without its notes, the watched paragraph has a partner that is 26 per cent
alike, and the verdict says "passed".
"""

from collections.abc import Iterator, Sequence

from stmtdiff.align.link import Link
from stmtdiff.checking.bench import REMARK, Bench, Draft, quote
from stmtdiff.checking.occurrences import OTHER, SIDES
from stmtdiff.checking.policy import Entry, Forbid, Ladder, Max, Red, RuleSeverity, Watch
from stmtdiff.languages import load
from stmtdiff.report import Report, plural
from stmtdiff.rules import load_packs

OF_PAIR = "stmtdiff.remark"  # in place of an entry, for a remark on the pair; no entry can have this name
_ALIKE = 400  # thousandths under which a partner has less than half of its wording from the other side


def remarks(bench: Bench, notes: Bench | None, entries: Sequence[Entry]) -> Iterator[Draft]:
    """Yield what must be known of how a pair was read, linked and judged before `entries` are believed."""
    report = bench.report
    for what in (*_doubts(report), *_notes(report), *_languages(report, entries)):
        yield Draft(OF_PAIR, REMARK, "note", "What could not be seen or judged.", "", what, (what,))
    for entry in entries:
        if isinstance(entry, Watch):
            for one in filter(None, (bench, notes)):
                yield from _partners(one, entry)


def _doubts(report: Report) -> Iterator[str]:
    for side in SIDES:
        for doubt in report.statement(side).source.doubts:
            yield f"the {side} statement may have been misread: {doubt}"


def _notes(report: Report) -> Iterator[str]:
    """Yield that one side has notes and the other has none: what the notes say is then missing too."""
    for side in SIDES:
        own, others = (len(report.statement(one).footnotes) for one in (side, OTHER[side]))
        if own and not others:
            told = f"the {side} statement has {plural(own, 'note')} and the {OTHER[side]} one has none"
            yield f"{told}: they could not be compared"


def _languages(report: Report, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield in which languages rules, and acts, speakers and denials, are not read, where an entry asks for them."""
    spoken = load_packs(report.settings)
    for code in dict.fromkeys(report.statement(side).language for side in SIDES):
        name = load(code).name
        speaking = [pack for pack in spoken if pack.speaks(code)]
        if any(isinstance(one, Max | RuleSeverity) for one in entries) and not any(pack.directs for pack in speaking):
            known = f"of {name} the rules know negation alone" if speaking else f"no rule reads {name}"
            yield f"{known}: nothing in it is judged softer or firmer"
        if code != "en" and any(isinstance(one, Watch | Ladder | Forbid) or _has_speakers(one) for one in entries):
            yield f"acts, speakers and denials are not read in {name}: only the wording is judged"


def _has_speakers(entry: Entry) -> bool:
    return isinstance(entry, Red) and bool(getattr(entry, "speakers", ()))


def _partners(bench: Bench, entry: Watch) -> Iterator[Draft]:
    """Yield the paragraphs that hold a watched phrase and whose partner is hardly like them."""
    told: set[str] = set()
    for side in SIDES:
        for one in bench.evidence.find(side, [entry.phrase]):
            link = bench.report.link_of(side, one.paragraph)
            if link.id in told or not _is_far(link):
                continue
            told.add(link.id)
            place = bench.evidence.place(one)
            how = f"its paragraph is only {link.score // 10} % like its counterpart"
            detail = f"{quote(place.text)}: {how}, so what became of it is not certain"
            old, new = (place, None) if side == "old" else (None, place)
            yield bench.draft(entry, REMARK, detail, old=old, new=new, content=("partner", side, place.text))


def _is_far(link: Link) -> bool:
    return bool(link.old and link.new) and (link.lead is not None or link.score < _ALIKE)
