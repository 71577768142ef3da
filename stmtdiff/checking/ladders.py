"""What a ladder finds: the strongest rung of a scale sank, or what is done with it became weaker.

The ugly case: "The Ministers voiced concern over the tests. They expressed grave concern over the famine." On the tests
the strongest rung is "concern", whatever else its paragraph holds.
"""

from collections.abc import Iterator, Sequence

from stmtdiff.checking.bench import Bench, Draft, quote
from stmtdiff.checking.occurrences import SIDES, Counterpart, Occurrence
from stmtdiff.checking.policy import Ladder
from stmtdiff.phrases import Phrase
from stmtdiff.rules.governing import Worth


def ladder(bench: Bench, entry: Ladder) -> Iterator[Draft]:
    """Yield that the strongest rung is below the floor, or that its act is weaker than it was."""
    evidence = bench.evidence
    if entry.topic and not bench.stands(entry.topic):
        yield bench.unknown(entry, entry.topic)
        return
    found = [evidence.find(side, entry.rungs, topic=entry.topic) for side in SIDES]
    if not any(found):
        yield bench.unknown(entry, Phrase(" | ".join(rung.pattern for rung in entry.rungs)))
        return
    stood, stands = _held(bench, entry, found)
    before, after = _strongest(stood), _strongest(stands)
    if before is None and entry.floor is None:  # nothing was held, for each rung is denied; so nothing sank
        return
    floor = entry.floor if entry.floor is not None else before.index if before else 0
    if after and after.index >= floor:
        yield from _weaker(bench, entry, stood, stands)
        return
    old, new = (evidence.place(one) if one else None for one in (before, after))
    counterpart = evidence.counterpart(before) if before else Counterpart(None, None)
    rungs = [_rung(entry, one) for one in (before, after)]
    note = "" if after else bench.in_note("new", entry.rungs, what="one") or _elsewhere(found[1])
    detail = f"from {rungs[0]} to {rungs[1]}{note}; it may not go below '{entry.rungs[floor].pattern}'"
    yield bench.draft(entry, "below", detail, old=old, new=new or counterpart.place, shift=counterpart.shift)


def _held(bench: Bench, entry: Ladder, found: Sequence[tuple[Occurrence, ...]]) -> list[list[Occurrence]]:
    """Return the rungs of each side that are not denied, and speak of the topic.

    Where on neither side the topic shares its clause with a rung, the paragraphs that hold it are judged.
    """
    held = [[one for one in own if not bench.evidence.is_denied(one)] for own in found]
    topic = entry.topic
    if topic is None:
        return held
    near = [[one for one in own if bench.evidence.is_about(one, topic, rivals=own)] for own in held]
    return near if any(near) else held


def _elsewhere(found: Sequence[Occurrence]) -> str:
    return "; a rung is elsewhere in its paragraph, or is denied" if found else ""


def _weaker(bench: Bench, entry: Ladder, stood: Sequence[Occurrence], stands: Sequence[Occurrence]) -> Iterator[Draft]:
    """Yield that each rung as high as the strongest old one is governed by a weaker act than that was."""
    top = _strongest(stood)
    if top is None:
        return
    old, before = max(((one, _worth(bench, one)) for one in stood if one.index == top.index), key=_height)
    rivals = [(one, _worth(bench, one)) for one in stands if one.index >= top.index]
    if before is None or not rivals or any(worth is None for _, worth in rivals):
        return
    new, after = max(rivals, key=_height)
    if after is None or after.rung >= before.rung:  # words of strength are the rungs' own
        return
    places = bench.evidence.place(old), bench.evidence.place(new)
    verbs = bench.verb(old), bench.verb(new)
    detail = f"{quote(places[1].text)}: the verb changed from {quote(verbs[0])} to the weaker {quote(verbs[1])}"
    yield bench.draft(entry, "weaker act", detail, old=places[0], new=places[1], content=("act", *verbs))


def _worth(bench: Bench, one: Occurrence) -> Worth | None:
    return bench.evidence.worth(one)


def _height(pair: tuple[Occurrence, Worth | None]) -> int:
    return pair[1].rung if pair[1] else -1


def _strongest(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    return max(occurrences, key=lambda one: one.index, default=None)


def _rung(entry: Ladder, occurrence: Occurrence | None) -> str:
    if occurrence is None:
        return "no rung"
    return f"'{entry.rungs[occurrence.index].pattern}' (rung {occurrence.index + 1} of {len(entry.rungs)})"
