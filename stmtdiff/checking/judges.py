"""What each kind of entry makes of a report: one function a kind, no findings where nothing moved."""

from collections.abc import Iterator, Sequence

from stmtdiff.checking.bench import UNKNOWN, Bench, Draft, quote, wordings
from stmtdiff.checking.occurrences import OTHER, SIDES, Counterpart, Occurrence
from stmtdiff.checking.policy import Forbid, Ladder, Max, Red, Require, Topic, Watch
from stmtdiff.checking.verdict import FindingKind, Place
from stmtdiff.languages.english import ARTICLES
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
            return _watch(bench, entry)
        case Ladder():
            return _ladder(bench, entry)
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
    elif entry.speakers and not any(_is_said_by(bench, one, entry.speakers) for one in stands):
        yield _other_speaker(bench, entry, stands[0])


def _is_said_by(bench: Bench, occurrence: Occurrence, speakers: tuple[Phrase, ...]) -> bool:
    """Say whether one of `speakers` names whoever says `occurrence`, with no word left over but an article."""
    speaker = bench.evidence.speaker(occurrence)
    if speaker is None:
        return False
    norms = bench.evidence.statement("new").paragraphs[speaker.paragraph].words
    first = speaker.first + (norms.norms[speaker.first] in ARTICLES)
    matches = PhraseSet(speakers).find(norms, speaker.first, speaker.last)
    return any(match.first <= first and match.last == speaker.last for match in matches)


def _other_speaker(bench: Bench, entry: Require, occurrence: Occurrence) -> Draft:
    speaker = bench.evidence.speaker(occurrence)
    said = f"is said by {quote(bench.evidence.named('new', speaker))}" if speaker else "is said by nobody who is named"
    wanted = " or ".join(f"'{one.pattern}'" for one in entry.speakers)
    new = bench.evidence.place(occurrence)
    return bench.draft(entry, "other speaker", f"{quote(new.text)} {said}, not by {wanted}", new=new)


def _forbid(bench: Bench, entry: Forbid) -> Iterator[Draft]:
    stands = bench.evidence.find("new", [entry.phrase])
    for occurrence in stands:
        new = bench.evidence.place(occurrence)
        sentence = new.statement.sentences[occurrence.sentence]
        found = bench.evidence.counterpart(occurrence)
        where = "a note of the new statement" if new.of.role == "note" else "the new statement"
        detail = f"{quote(new.text)} stands in {where}"
        content = wordings(Place(new.statement, occurrence.paragraph, sentence.span))
        yield bench.draft(entry, "forbidden", detail, old=found.place, new=new, shift=found.shift, content=content)
    if not stands and not bench.evidence.find("old", [entry.phrase]) and not _is_proven(entry):
        yield bench.unknown(entry, entry.phrase)


def _is_proven(entry: Forbid) -> bool:
    """Say whether an example of the entry holds the phrase, so that its absence from a statement is no misspelling."""
    wanted = PhraseSet([entry.phrase])
    return any(
        wanted.stands_in(paragraph.words)
        for example in entry.examples
        if example.fires
        for paragraph in from_paragraphs(example.new.split("\n\n")).paragraphs
    )


def _watch(bench: Bench, entry: Watch) -> Iterator[Draft]:
    evidence = bench.evidence
    stood, stands = evidence.find("old", [entry.phrase]), evidence.find("new", [entry.phrase])
    if not stood and not stands:
        yield bench.unknown(entry, entry.phrase)
        return
    pairs, gone, come = evidence.pair(stood, stands)
    found = [*_altered(bench, entry, gone), *_altered(bench, entry, come)]
    told = {one for one, _ in found}
    gone, come = ([one for one in some if one not in told] for some in (gone, come))
    yield from (draft for _, draft in found)
    moved = min(len(gone), len(come))
    yield from (_moved(bench, entry, *pair) for pair in zip(gone[:moved], come[:moved], strict=True))
    for some, others in ((gone[moved:], stands), (come[moved:], stood)):
        if some:
            yield _came_or_went(bench, entry, some[0], is_last=not others, counts=(len(stood), len(stands)))
    for old, new in pairs:
        yield from _said_by_another(bench, entry, old, new)


def _altered(bench: Bench, entry: Watch, alone: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Draft]]:
    """Yield the occurrences in whose place another wording stands on the other side."""
    for occurrence in alone:
        own, found = bench.evidence.place(occurrence), bench.evidence.counterpart(occurrence)
        if found.place and found.place.text:
            old, new = (own, found.place) if occurrence.side == "old" else (found.place, own)
            detail = f"{quote(old.text)} became {quote(new.text)}"
            yield occurrence, bench.draft(entry, "altered", detail, old=old, new=new, shift=found.shift)


def _moved(bench: Bench, entry: Watch, old: Occurrence, new: Occurrence) -> Draft:
    """Return the finding that a formula left one sentence and stands in another, which may speak of something else."""
    places = bench.evidence.place(old), bench.evidence.place(new)
    sentences = [
        Place(place.statement, place.paragraph, place.statement.sentences[one.sentence].span)
        for place, one in zip(places, (old, new), strict=True)
    ]
    detail = f"{quote(places[0].text)} is gone from its sentence, and stands in another"
    return bench.draft(entry, "moved", detail, old=places[0], new=places[1], content=wordings(*sentences))


def _came_or_went(
    bench: Bench, entry: Watch, occurrence: Occurrence, *, is_last: bool, counts: tuple[int, int]
) -> Draft:
    own, found = bench.evidence.place(occurrence), bench.evidence.counterpart(occurrence)
    old, new = (own, found.place) if occurrence.side == "old" else (found.place, own)
    times = f"; it stood {plural(counts[0], 'time')} and stands {plural(counts[1], 'time')}" if max(counts) > 1 else ""
    verb = "was dropped" if occurrence.side == "old" else "was added"
    kind: FindingKind = "count changed" if not is_last else "dropped" if occurrence.side == "old" else "added"
    note = bench.in_note(OTHER[occurrence.side], [entry.phrase]) if is_last else ""
    detail = f"{quote(own.text)} {verb}{times}{note}"
    content = (*wordings(own), *map(str, counts))
    return bench.draft(entry, kind, detail, old=old, new=new, shift=found.shift, content=content)


def _said_by_another(bench: Bench, entry: Watch, old: Occurrence, new: Occurrence) -> Iterator[Draft]:
    before, after = bench.evidence.speaker(old), bench.evidence.speaker(new)
    if not before or not after or before.key == after.key or (before.key, after.key) in bench.renamed:
        return
    named = [quote(bench.evidence.named("old", before)), quote(bench.evidence.named("new", after))]
    places = bench.evidence.place(old), bench.evidence.place(new)
    detail = f"{quote(places[1].text)} was said by {named[0]}, and is said by {named[1]}"
    yield bench.draft(entry, "other speaker", detail, old=places[0], new=places[1], content=tuple(named))


def _ladder(bench: Bench, entry: Ladder) -> Iterator[Draft]:
    evidence = bench.evidence
    if entry.topic and not _stands(bench, entry.topic):
        yield bench.unknown(entry, entry.topic)
        return
    stood, stands = (evidence.find(side, entry.rungs, topic=entry.topic) for side in SIDES)
    if not stood and not stands:
        yield bench.unknown(entry, Phrase(" | ".join(rung.pattern for rung in entry.rungs)))
        return
    before, after = _strongest(stood), _strongest(stands)
    floor = entry.floor if entry.floor is not None else before.index if before else 0
    if after and after.index >= floor:
        return
    old, new = (evidence.place(one) if one else None for one in (before, after))
    found = evidence.counterpart(before) if before else Counterpart(None, None)
    rungs = [_rung(entry, one) for one in (before, after)]
    note = "" if after else bench.in_note("new", entry.rungs, what="one")
    detail = f"from {rungs[0]} to {rungs[1]}{note}; it may not go below '{entry.rungs[floor].pattern}'"
    yield bench.draft(entry, "below", detail, old=old, new=new or found.place, shift=found.shift)


def _strongest(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    return max(occurrences, key=lambda one: one.index, default=None)


def _rung(entry: Ladder, occurrence: Occurrence | None) -> str:
    if occurrence is None:
        return "no rung"
    return f"'{entry.rungs[occurrence.index].pattern}' (rung {occurrence.index + 1} of {len(entry.rungs)})"


def _max(benches: Sequence[Bench], entry: Max) -> Iterator[Draft]:
    if entry.topic and not any(_stands(bench, entry.topic) for bench in benches):
        yield benches[0].unknown(entry, entry.topic)
        return
    shifts = [
        (bench, shift)
        for bench in benches
        for shift in bench.report.shifts
        if not shift.routine and shift.direction in (entry.direction, "mixed") and _is_about(bench, shift, entry.topic)
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
    """Say whether a paragraph of the shift holds `topic`, on either side."""
    about = PhraseSet([topic]) if topic else None
    return about is None or any(place is not None and about.stands_in(place.of.words) for place in bench.sides(shift))


def _topic(bench: Bench, entry: Topic) -> Iterator[Draft]:
    stood, stands = (bench.evidence.find(side, [entry.phrase]) for side in SIDES)
    if not stood and not stands:
        yield bench.unknown(entry, entry.phrase)
    elif not stands:
        old, found = bench.evidence.place(stood[0]), bench.evidence.counterpart(stood[0])
        paragraphs = plural(len({one.paragraph for one in stood}), "paragraph")
        detail = f"no paragraph holds '{entry.phrase.pattern}'; {paragraphs} did{bench.in_note('new', [entry.phrase])}"
        yield bench.draft(entry, "topic gone", detail, old=old, new=found.place, shift=found.shift)


def _stands(bench: Bench, phrase: Phrase) -> bool:
    return any(bench.evidence.find(side, [phrase]) for side in SIDES)
