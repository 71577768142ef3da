"""What each kind of entry makes of a report: one function a kind, no findings where nothing moved."""

from collections.abc import Iterator, Sequence

from stmtdiff.checking.bench import UNKNOWN, Bench, Draft, quote, wordings
from stmtdiff.checking.ladders import ladder
from stmtdiff.checking.occurrences import SIDES, Counterpart, Occurrence
from stmtdiff.checking.policy import Forbid, Ladder, Max, Red, Require, Topic, Watch
from stmtdiff.checking.speakers import is_named_by
from stmtdiff.checking.verdict import Place
from stmtdiff.checking.watching import watch
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.report import plural
from stmtdiff.shifts.shift import Shift

_CAME_OR_WENT = frozenset({"dropped", "added"})


def judge(bench: Bench, notes: Bench | None, entry: Red) -> list[Draft]:
    """Return what `entry` finds in the paragraphs and in the notes, each in the order of the text.

    What must stand or not sink is looked for in the paragraphs, and in the notes where those of neither side hold
    it; what is watched or forbidden, in both. Of what left the one for the other the paragraphs tell.
    """
    if isinstance(entry, Max):
        return list(_max([bench, notes] if notes else [bench], entry))
    found = list(_judged(bench, entry))
    if notes is None:
        return found
    beside = list(_judged(notes, entry))
    if any(draft.kind == UNKNOWN for draft in beside):
        return found
    if any(draft.kind == UNKNOWN for draft in found):
        return beside
    if not isinstance(entry, Watch | Forbid):
        return found
    is_told = any(draft.kind in _CAME_OR_WENT for draft in found)
    return [*found, *(draft for draft in beside if not (is_told and draft.kind in _CAME_OR_WENT))]


def _judged(bench: Bench, entry: Require | Forbid | Watch | Ladder | Topic) -> Iterator[Draft]:
    match entry:
        case Require():
            return _require(bench, entry)
        case Forbid():
            return _forbid(bench, entry)
        case Watch():
            return watch(bench, entry)
        case Ladder():
            return ladder(bench, entry)
        case Topic():
            return _topic(bench, entry)


def _became(old: Place, found: Counterpart) -> str:
    if found.place and found.place.text:
        return f"{quote(old.text)} became {quote(found.place.text)}"
    return f"{quote(old.text)} was dropped"


def _require(bench: Bench, entry: Require) -> Iterator[Draft]:
    forms = (entry.phrase, *entry.allowed)
    stands = bench.evidence.find("new", forms)
    if not stands:
        stood = bench.evidence.find("old", forms)
        if not stood:
            yield bench.unknown(entry, entry.phrase)
            return
        old, found = bench.evidence.place(stood[0]), bench.evidence.counterpart(stood[0])
        detail = _became(old, found) + bench.in_note("new", forms)
        yield bench.draft(entry, "missing", detail, old=old, new=found.place, shift=found.shift)
    elif entry.speakers and not any(_is_said_by(bench, entry, one) for one in stands):
        yield _other_speaker(bench, entry, stands[0])


def _is_said_by(bench: Bench, entry: Require, one: Occurrence) -> bool:
    return is_named_by(bench.evidence.statement("new"), bench.evidence.speaker(one), entry.speakers)


def _other_speaker(bench: Bench, entry: Require, occurrence: Occurrence) -> Draft:
    speaker = bench.evidence.speaker(occurrence)
    said = f"is said by {quote(bench.evidence.named('new', speaker))}" if speaker else "has no named speaker"
    wanted = " or ".join(f"'{one.pattern}'" for one in entry.speakers)
    new = bench.evidence.place(occurrence)
    return bench.draft(entry, "other speaker", f"{quote(new.text)} {said}; it must be said by {wanted}", new=new)


def _forbid(bench: Bench, entry: Forbid) -> Iterator[Draft]:
    stands = bench.evidence.find("new", [entry.phrase])
    for occurrence in (one for one in stands if not bench.evidence.is_denied(one)):
        new = bench.evidence.place(occurrence)
        sentence = new.statement.sentences[occurrence.sentence]
        found = bench.evidence.counterpart(occurrence)
        where = "a note of the new statement" if new.of.role == "note" else "the new statement"
        detail = f"{quote(new.text)} is in {where}"
        content = wordings(Place(new.statement, occurrence.paragraph, sentence.span))
        yield bench.draft(entry, "forbidden", detail, old=found.place, new=new, shift=found.shift, content=content)
    if not stands and not bench.evidence.find("old", [entry.phrase]) and not _is_proven(entry):
        yield bench.unknown(entry, entry.phrase)


def _is_proven(entry: Forbid) -> bool:
    """Say whether an example of the entry contains the phrase: then its absence from a statement is no misspelling."""
    wanted = PhraseSet([entry.phrase])
    return any(
        wanted.stands_in(paragraph.words)
        for example in entry.examples
        if example.fires
        for paragraph in from_paragraphs(example.new.split("\n\n")).paragraphs
    )


def _max(benches: Sequence[Bench], entry: Max) -> Iterator[Draft]:
    if entry.topic and not any(bench.stands(entry.topic) for bench in benches):
        yield benches[0].unknown(entry, entry.topic)
        return
    shifts = [
        (bench, shift)
        for bench in benches
        for shift in bench.report.shifts
        if not shift.routine
        and bench.direction(shift) in (entry.direction, "mixed")
        and _is_about(bench, shift, entry.topic)
    ]
    if len(shifts) <= entry.count:
        return
    places = [bench.sides(shift) for bench, shift in shifts]
    told = "; ".join(f"{_quoted(old)} -> {_quoted(new)}" for old, new in places)
    detail = f"{plural(len(shifts), 'shift')} {entry.direction}, at most {entry.count} allowed: {told}"
    content = tuple(sorted(wording for pair in places for wording in [" > ".join(wordings(*pair))]))
    old, new = places[entry.count]  # the first that is too many
    bench, shift = shifts[entry.count]
    yield bench.draft(entry, "exceeded", detail, old=old, new=new, shift=shift, content=content)


def _quoted(place: Place | None) -> str:
    return quote(place.text) if place and place.text else "nothing"


def _is_about(bench: Bench, shift: Shift, topic: Phrase | None) -> bool:
    """Say whether a paragraph of the shift contains `topic`, on either side."""
    about = bench.evidence.together([topic]) if topic else None
    return about is None or any(place is not None and about.stands_in(place.of.words) for place in bench.sides(shift))


def _topic(bench: Bench, entry: Topic) -> Iterator[Draft]:
    stood, stands = (bench.evidence.find(side, [entry.phrase]) for side in SIDES)
    if not stood and not stands:
        yield bench.unknown(entry, entry.phrase)
    elif not stands:
        old, found = bench.evidence.place(stood[0]), bench.evidence.counterpart(stood[0])
        paragraphs = plural(len({one.paragraph for one in stood}), "paragraph")
        note = bench.in_note("new", [entry.phrase])
        detail = f"no paragraph contains '{entry.phrase.pattern}'; {paragraphs} of the old statement did{note}"
        yield bench.draft(entry, "topic gone", detail, old=old, new=found.place, shift=found.shift)
