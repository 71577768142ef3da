"""What a watch finds: any change of a formula, of its place, of who says it and of what is done with it.

The ugly case: "called for the complete closure of the mine" became "noted the complete closure of the mine". Not a word
of the formula changed.
"""

from collections.abc import Iterator, Sequence

from stmtdiff.checking.bench import REMARK, Bench, Draft, quote, wordings
from stmtdiff.checking.occurrences import OTHER, Occurrence, Pair
from stmtdiff.checking.policy import Watch
from stmtdiff.checking.speakers import is_named_by
from stmtdiff.checking.verdict import FindingKind, Place
from stmtdiff.phrases import Phrase, PhraseSet
from stmtdiff.report import plural
from stmtdiff.rules.governing import Worth
from stmtdiff.words import words

_ASKS = 30  # the rung from which an act is a position: it backs, asks or finds fault


def watch(bench: Bench, entry: Watch) -> Iterator[Draft]:
    """Yield what became of the phrase of `entry`, and of what guards it: acts, speakers, an object."""
    evidence = bench.evidence
    stood, stands = evidence.find("old", [entry.phrase]), evidence.find("new", [entry.phrase])
    if not stood and not stands:
        yield bench.unknown(entry, entry.phrase)
        return
    guard = _Guard(bench, entry)
    if all(guard.lacks(one) for one in (*stood, *stands)):
        yield bench.unguarded(entry, guard.told)
        return
    kept, moved, gone, come = evidence.pair(stood, stands)
    gone, come = ([one for one in some if not guard.lacks(one)] for some in (gone, come))
    found = [*_altered(bench, entry, gone), *_altered(bench, entry, come)]
    told = {one for one, _ in found}
    gone, come = ([one for one in some if one not in told] for some in (gone, come))
    yield from (draft for _, draft in found)
    count = min(len(gone), len(come))
    moved += zip(gone[:count], come[:count], strict=True)
    moved = [pair for pair in moved if not all(map(guard.lacks, pair))]
    yield from (_moved(bench, entry, *pair) for pair in moved)
    for some, others in ((gone[count:], stands), (come[count:], stood)):
        if some:
            yield _came_or_went(bench, entry, some[0], is_last=not others, counts=(len(stood), len(stands)))
    for pair in (*kept, *moved):
        yield from _guarded(bench, entry, guard, pair)


class _Guard:
    """What a watch wants of a place beside its phrase: an act, a speaker, an object."""

    def __init__(self, bench: Bench, entry: Watch) -> None:
        self._bench = bench
        self._entry = entry
        self._acts = PhraseSet(entry.acts)

    def lacks(self, one: Occurrence) -> FindingKind | None:
        """Return as what a place is not guarded that the entry wants; None where it is."""
        evidence, entry = self._bench.evidence, self._entry
        if entry.of and not evidence.is_about(one, entry.of):
            return "other object"
        if entry.acts and not self._is_act(one):
            return "other act"
        if entry.speakers and not is_named_by(evidence.statement(one.side), evidence.speaker(one), entry.speakers):
            return "other speaker"
        return None

    def _is_act(self, one: Occurrence) -> bool:
        said = self._bench.evidence.said(one)
        text = self._bench.evidence.statement(one.side).text
        return said.verb is not None and not said.is_denied and self._acts.stands_in(words(said.verb.of(text)))

    @property
    def told(self) -> str:
        """Return what is wanted, in words."""
        parts = ((self._entry.acts, "with the verb"), (self._entry.speakers, "said by"))
        told = [f"{how} {_either(phrases)}" for phrases, how in parts if phrases]
        return ", ".join([*told, f"about '{self._entry.of.pattern}'"] if self._entry.of else told)


def _either(phrases: Sequence[Phrase]) -> str:
    return " or ".join(f"'{one.pattern}'" for one in phrases)


def _guarded(bench: Bench, entry: Watch, guard: _Guard, pair: Pair) -> Iterator[Draft]:
    """Yield what changed around a formula that is on both sides."""
    lacking = [guard.lacks(one) for one in pair]
    if all(lacking):
        return
    if kind := lacking[0] or lacking[1]:
        yield _lost_guard(bench, entry, pair, kind)
        return
    if not entry.speakers:
        yield from _said_by_another(bench, entry, pair)
    if not entry.acts:
        yield from weaker(bench, entry, pair)


def _lost_guard(bench: Bench, entry: Watch, pair: Pair, kind: FindingKind) -> Draft:
    evidence = bench.evidence
    old, new = map(evidence.place, pair)
    if kind == "other act":
        said = [quote(bench.verb(one)) if bench.verb(one) else "no verb" for one in pair]
        detail = f"{quote(new.text)}: the verb changed from {said[0]} to {said[1]}"
    elif kind == "other speaker":
        named = [evidence.speaker(one) for one in pair]
        said = [quote(evidence.named(one.side, who)) if who else "no named speaker"
                for one, who in zip(pair, named, strict=True)]  # fmt: skip
        detail = f"{quote(new.text)}: the speaker changed from {said[0]} to {said[1]}"
    else:
        about = entry.of.pattern if entry.of else ""
        is_lost = bool(entry.of and not evidence.is_about(pair[1], entry.of))
        said = [about, ""] if is_lost else ["", about]
        detail = f"{quote(new.text)} is {'no longer' if is_lost else 'now'} about '{about}'"
    return bench.draft(entry, kind, detail, old=old, new=new, content=(kind, *said, *wordings(old)))


def weaker(bench: Bench, entry: Watch, pair: Pair) -> Iterator[Draft]:
    """Yield that what is done with a formula became weaker, was turned round, or cannot be ranked."""
    evidence = bench.evidence
    verbs = [bench.verb(one) for one in pair]
    before, after = map(evidence.worth, pair)
    old, new = map(evidence.place, pair)
    was, is_ = (quote(verb) if verb else "no verb" for verb in verbs)
    content = ("act", *map(words_of, verbs), *wordings(old))
    denied = [evidence.said(one).is_denied for one in pair]
    if denied[0] != denied[1] or (before and after and after.is_against(before)):
        detail = f"{quote(new.text)}: the verb changed from {was} to {is_}"
        yield bench.draft(entry, "other act", detail, old=old, new=new, content=content)
    elif before and after and after.is_below(before):
        if before.rung == after.rung:
            was, is_ = f"{was}{_strong(before)}", f"{is_}{_strong(after)}"
        detail = f"{quote(new.text)}: the verb changed from {was} to the weaker {is_}"
        yield bench.draft(entry, "weaker act", detail, old=old, new=new, content=content)
    elif before and before.rung >= _ASKS and after is None and verbs[0] != verbs[1]:
        detail = f"{quote(new.text)}: the verb changed from {was} to {is_}, whose strength is not known"
        yield bench.draft(entry, REMARK, detail, old=old, new=new, content=content)


def _strong(worth: Worth) -> str:
    return f" with '{', '.join(worth.strong)}'" if worth.strong else ""


def words_of(text: str) -> str:
    """Return the words of a verb for comparing."""
    return " ".join(words(text).norms)


def _altered(bench: Bench, entry: Watch, alone: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Draft]]:
    """Yield the occurrences that the other side replaces by another wording."""
    for occurrence in alone:
        own, found = bench.evidence.place(occurrence), bench.evidence.counterpart(occurrence)
        if found.place and found.place.text:
            old, new = (own, found.place) if occurrence.side == "old" else (found.place, own)
            detail = f"{quote(old.text)} became {quote(new.text)}"
            yield occurrence, bench.draft(entry, "altered", detail, old=old, new=new, shift=found.shift)


def _moved(bench: Bench, entry: Watch, old: Occurrence, new: Occurrence) -> Draft:
    """Return the finding that a formula left one sentence and is in another, which can be about something else."""
    places = bench.evidence.place(old), bench.evidence.place(new)
    sentences = [
        Place(place.statement, place.paragraph, place.statement.sentences[one.sentence].span)
        for place, one in zip(places, (old, new), strict=True)
    ]
    detail = f"{quote(places[0].text)} left its sentence and is now in another"
    return bench.draft(entry, "moved", detail, old=places[0], new=places[1], content=wordings(*sentences))


def _came_or_went(
    bench: Bench, entry: Watch, occurrence: Occurrence, *, is_last: bool, counts: tuple[int, int]
) -> Draft:
    own, found = bench.evidence.place(occurrence), bench.evidence.counterpart(occurrence)
    old, new = (own, found.place) if occurrence.side == "old" else (found.place, own)
    times = f"; {plural(counts[0], 'time')} before, {plural(counts[1], 'time')} now" if max(counts) > 1 else ""
    verb = "was dropped" if occurrence.side == "old" else "was added"
    kind: FindingKind = "count changed" if not is_last else "dropped" if occurrence.side == "old" else "added"
    note = bench.in_note(OTHER[occurrence.side], [entry.phrase]) if is_last else ""
    detail = f"{quote(own.text)} {verb}{times}{note}"
    content = (*wordings(own), *map(str, counts))
    return bench.draft(entry, kind, detail, old=old, new=new, shift=found.shift, content=content)


def _said_by_another(bench: Bench, entry: Watch, pair: Pair) -> Iterator[Draft]:
    before, after = map(bench.evidence.speaker, pair)
    if not before or not after or before.key == after.key or (before.key, after.key) in bench.renamed:
        return
    named = [quote(bench.evidence.named("old", before)), quote(bench.evidence.named("new", after))]
    places = [bench.evidence.place(one) for one in pair]
    detail = f"{quote(places[1].text)}: the speaker changed from {named[0]} to {named[1]}"
    yield bench.draft(entry, "other speaker", detail, old=places[0], new=places[1], content=tuple(named))
