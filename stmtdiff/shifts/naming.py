"""Turn the edits of every link into shifts with a kind, a proof and an id."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stmtdiff.align.link import Alignment, Link
from stmtdiff.languages.english import FUNCTION_WORDS
from stmtdiff.model import Forum, Statement
from stmtdiff.settings import Settings
from stmtdiff.shifts.blocks import lay_out
from stmtdiff.shifts.change import Change, Known
from stmtdiff.shifts.changes import changes_of
from stmtdiff.shifts.journeys import Journeys, journeys
from stmtdiff.shifts.kinds import kind_of, kind_of_grammar
from stmtdiff.shifts.notemarks import without_marks
from stmtdiff.shifts.patterns import patterns
from stmtdiff.shifts.rollforward import Pair, roll_forward
from stmtdiff.shifts.routine import FORMAL, GRAMMAR, MINOR, proof_of
from stmtdiff.shifts.shift import MOVED, Pattern, Shift, ShiftKind, Weight
from stmtdiff.shifts.unseen import UNSEEN, unseen
from stmtdiff.spans import Span
from stmtdiff.words import words

NO_FORUM = Forum()
CARRIED = "the same words stand elsewhere"
SAID_ONCE = "runs through the text, said once"
_CARRIED = 5  # words from which equal words taken out and put in are one passage, wherever it went


def shifts(
    old: Statement, new: Statement, alignment: Alignment, settings: Settings, *, forum: Forum = NO_FORUM
) -> tuple[tuple[Shift, ...], tuple[Pattern, ...]]:
    """Return every changed phrase of two aligned statements in the order of their links, and the patterns.

    An added or removed paragraph is one shift of the whole paragraph, but for sentences in it that have
    counterparts elsewhere; a link whose texts are equal has none. Directions are left to the rules. `forum`
    are words of the pair's forum, beside those of its language.
    """
    touching = _by_paragraph_link(old, new, alignment)
    pair = Pair(old, new, Known.of((old, new), forum), alignment)
    changed = {
        link.id: _changes(pair, link, touching[link.id], settings) for link in alignment.links if link.kind != "same"
    }
    everything = [change for own in changed.values() for change in own]
    ways = journeys(pair, alignment.sentence_links, everything, settings.grain)
    found = [
        shift
        for link in alignment.links
        if link.id in changed
        for shift in _of_link(pair, link, changed[link.id], ways)
    ]
    named = _with_ids(without_marks(_carried(found, pair), old, new), pair)
    running = patterns(old, new, named)
    return _said_once(named, running), running


def _carried(found: list[Shift], pair: Pair) -> list[Shift]:
    """Return the shifts with those marked routine that are the same words, taken out here and put in there.

    A passage may have gone anywhere; a short phrase only to another place of its own link, and no name:
    who left the voters and came to the dissenters has changed sides.
    """
    gone: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    come: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for index, shift in enumerate(found):
        span, text = (shift.old, pair.old.text) if shift.old else (shift.new, pair.new.text)
        if span and not (shift.old and shift.new) and not shift.carries:
            norms = tuple([norm for norm in words(span.of(text)).norms if norm[0].isalnum()])
            home = "" if len(norms) >= _CARRIED else shift.link
            if not home or not _is_name(span.of(text)):
                (gone if shift.old else come)[norms, home].append(index)
    carried = list(found)
    for (norms, home), olds in gone.items():
        for index in [at for pair_of in zip(olds, come.get((norms, home), ()), strict=False) for at in pair_of]:
            kind = found[index].kind if home else "other"
            if len(norms) > 1:
                carried[index] = replace(found[index], kind=kind, weight="routine", proof=CARRIED)
    return carried


def _is_name(text: str) -> bool:
    """Say whether all words of a phrase but those of grammar have a capital."""
    return all(word[0].isupper() or word in FUNCTION_WORDS for word in re.findall(r"\w+", text))


def _said_once(named: tuple[Shift, ...], running: tuple[Pattern, ...]) -> tuple[Shift, ...]:
    """Return the shifts with all but the first of each pattern folded: the pattern says them once."""
    repeated = {id_ for pattern in running for id_ in pattern.shifts[1:]}
    return tuple(
        replace(shift, weight="routine", proof=SAID_ONCE) if shift.id in repeated and not shift.routine else shift
        for shift in named
    )


def _by_paragraph_link(old: Statement, new: Statement, alignment: Alignment) -> dict[str, list[Link]]:
    """Return the sentence links that touch each paragraph link, by its id."""
    owner_old = {paragraph: link.id for link in alignment.links for paragraph in link.old}
    owner_new = {paragraph: link.id for link in alignment.links for paragraph in link.new}
    old_sentences, new_sentences = old.sentences, new.sentences
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in alignment.sentence_links:
        owners = [owner_old[old_sentences[index].paragraph] for index in link.old]
        owners += [owner_new[new_sentences[index].paragraph] for index in link.new]
        for owner in dict.fromkeys(owners):
            touching[owner].append(link)
    return touching


def _changes(pair: Pair, link: Link, sentence_links: Sequence[Link], settings: Settings) -> list[Change]:
    """Return what changed inside a paragraph link.

    Of one without an other side there is nothing to say, but where sentences of it have counterparts elsewhere.
    """
    if not (link.old and link.new) and not any(one.old and one.new for one in sentence_links):
        return []
    return list(changes_of(pair, lay_out(pair.old, pair.new, link, sentence_links, settings.grain), settings.grain))


def _of_link(pair: Pair, link: Link, changes: Iterable[Change], ways: Journeys) -> Iterator[Shift]:
    pieces = [piece for change in changes for piece in ways.cut(change)]
    if not (link.old and link.new) and not any(map(ways.at, pieces)):
        yield _whole(pair, link)
        return
    for change in pieces:
        journey = ways.at(change)
        if journey is None:
            yield _named(pair, link, change)
        else:
            yield _end(link, change, is_edited=bool(journey.inner))
            if change.new.own:
                yield from (replace(_named(pair, link, inner), moved=True) for inner in journey.inner)


def _end(link: Link, change: Change, *, is_edited: bool) -> Shift:
    """Return the shift of a sentence that went elsewhere or came from there."""
    spans, places = (change.old.span, change.new.span), (change.old.at, change.new.at)
    kind: ShiftKind = "clause" if is_edited else "other"
    return Shift(
        "", link.id, *spans, *places, kind, "routine", MOVED if is_edited else CARRIED, passes=change.edit.passes
    )


def _whole(pair: Pair, link: Link) -> Shift:
    """Return the one shift of an added or removed paragraph."""
    statement, indexes = (pair.old, link.old) if link.old else (pair.new, link.new)
    span = Span(statement.paragraphs[indexes[0]].body.start, statement.paragraphs[indexes[-1]].body.end)
    kind: ShiftKind = "clause"
    if link.old:
        return Shift("", link.id, span, None, span.start, 0, kind, "news")
    return Shift("", link.id, None, span, 0, span.start, kind, "news")


def _named(pair: Pair, link: Link, change: Change) -> Shift:
    kind = kind_of(change)
    if proof := unseen(change):
        kind = "form"
    elif proof := roll_forward(change, pair):
        kind = "roll-forward"
    else:
        proof = proof_of(change, kind)
        if proof in FORMAL or (proof == GRAMMAR and kind not in {"verb", "qualifier"}):
            kind = "form"
        elif not proof and kind == "form":
            kind = kind_of_grammar(change)
    old_at, new_at = change.old.at, change.new.at
    spans, passes = (change.old.span, change.new.span), change.edit.passes
    return Shift("", link.id, *spans, old_at, new_at, kind, _weight(proof), proof, passes=passes)


def _weight(proof: str) -> Weight:
    """Return the weight that a proof gives: what a word list alone knows to be small, or no reader sees, is minor."""
    if not proof:
        return "news"
    return "minor" if proof == MINOR or proof.startswith(UNSEEN) else "routine"


def _with_ids(found: list[Shift], pair: Pair) -> tuple[Shift, ...]:
    """Return the shifts with ids made from both wordings and, among equals, their order."""
    seen: Counter[str] = Counter()
    named = []
    for shift in found:
        old = shift.old.of(pair.old.text) if shift.old else ""
        new = shift.new.of(pair.new.text) if shift.new else ""
        content = "\0".join((" ".join(old.split()), " ".join(new.split())))
        seen[content] += 1
        digest = hashlib.sha256(f"{content}\0{seen[content]}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
        named.append(replace(shift, id=f"s-{digest}"))
    return tuple(named)
