"""Follow one phrase through a row of readings: where it is, and what happened to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from stmtdiff.languages import ENGLISH, load
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import Names, Phrase, PhraseSet, compile_phrase, keys_of, reordered, with_names
from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import Aspect, Change, Entry, History, Mark, Occurrence, Quoted
from stmtdiff.timeline.occurrences import in_notes, occurrences
from stmtdiff.timeline.reading import Given, Reading, as_readings
from stmtdiff.timeline.telling import (
    Calendar,
    finding,
    gap_before,
    run_back,
    summary,
    told_first,
    told_returned,
    told_vanished,
)
from stmtdiff.timeline.voices import unlike

IN_A_NOTE = "only in a note"
OTHERS = {"dissent": "only said by dissenters", "annex": "only in an annex"}
ASIDE = "not counted: a text of another kind"
REORDERED = "the same members in another order"
Forms = frozenset[tuple[str, ...]]


def history(statements: Iterable[Given], phrase: str, *, series: str = "", settings: Settings | None = None) -> History:
    """Return the life of `phrase` over `statements`, which stand in the order of their dates.

    `statements` are statements, readings, or pairs of a reference or date and a statement or None.
    A release without a text is unknown, and so is one in which a note alone holds the phrase: the phrase
    neither vanishes nor returns there. `settings` may name who speaks in the reader's own forum.

    Raises:
        SettingsError: when the phrase is no phrase, or the dates do not rise.
    """
    return histories_of(as_readings(statements), [compile_phrase(phrase)], series=series, settings=settings)[0]


def histories_of(
    readings: Sequence[Reading],
    phrases: Sequence[Phrase],
    *,
    series: str = "",
    settings: Settings | None = None,
    in_order: bool = False,
) -> list[History]:
    """Return the life of each phrase, all of them found in one pass over the texts.

    A list ("full and lasting") is held by a text too that has its members in another order, unless `in_order`.
    """
    names = named_in(readings, settings)
    others = [None if in_order else reordered(phrase) for phrase in phrases]
    turned = [index for index, other in enumerate(others) if other]
    wanted = [with_names(phrase, names) for phrase in (*phrases, *filter(None, others))]
    together, strange = PhraseSet(wanted), unlike(readings)
    rows = [_merged(_entries(reading, together, settings), len(phrases), turned) for reading in readings]
    return [
        _life(phrase.pattern, [_passed(row[index], at in strange) for at, row in enumerate(rows)], series)
        for index, phrase in enumerate(phrases)
    ]


def named_in(readings: Iterable[Reading], settings: Settings | None) -> Names:
    """Return the groups of names that mean one thing: those of the releases' series, and of the settings."""
    own = frozenset(settings.names) if settings else frozenset()
    releases = [reading.statement.release for reading in readings if reading.statement]
    return own.union(*(release.forum.names for release in releases if release))


def _passed(entry: Entry, is_strange: bool) -> Entry:
    """Return the entry of a text of another kind as one that is passed over, unless it holds the phrase."""
    return replace(entry, aside=True, note=ASIDE) if is_strange and entry.holds is False else entry


def _life(phrase: str, entries: Sequence[Entry], series: str) -> History:
    """Return the life that entries make, each judged by those before it; those passed over are judged by nobody."""
    kept = [at for at, entry in enumerate(entries) if not entry.aside]
    own = [entries[at] for at in kept]
    calendar, holds = Calendar([entry.reading for entry in own]), [entry.holds for entry in own]
    forms = [_keys(entry.wordings("formula")) if entry.holds else frozenset() for entry in own]
    marked = list(entries)
    for number, at in enumerate(kept):
        marked[at] = _marked(calendar, own, holds, forms, number)
    turned = _turned(calendar, [marked[at] for at in kept])
    told = " ".join(filter(None, (turned, summary(calendar, holds), *_beside(marked))))
    return History(phrase, tuple(marked), told, series, turned or finding(calendar, holds))


def _turned(calendar: Calendar, entries: Sequence[Entry]) -> str:
    """Return which wording the last release that is known put in place of the one before; nothing where several stand.

    A noun that stands in five wordings at once changes every time, and no one of them takes another's place.
    """
    known = [at for at, entry in enumerate(entries) if entry.holds is not None][-2:]
    forms = [entries[at].wordings("formula") for at in known if entries[at].holds]
    if len(forms) < 2 or any(len(own) != 1 for own in forms) or entries[known[1]].mark != "changed":
        return ""
    (old,), (new,) = forms
    is_same = _keys((old,)) == _keys((new,))
    when = calendar.when(known[1])
    return "" if is_same else f'{when[:1].upper()}{when[1:]} "{new}" replaced "{old}".'


def _beside(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what a summary says of the releases that it does not count as it counts the others."""
    calendar = Calendar([entry.reading for entry in entries])
    for voice, who in (("dissent", "Only dissenters say it"), ("annex", "Only an annex contains it")):
        at = [
            number
            for number, entry in enumerate(entries)
            if entry.holds is False and voice in {one.voice for one in entry.occurrences}
        ]
        if at:
            yield f"{who} {calendar.when(*at)}."
    statements = [entry.reading.statement for entry in entries if entry.holds]
    codes = dict.fromkeys(one.language for one in statements if one and one.language != ENGLISH.code)
    if codes:
        yield f"Who says it, and how, is not read in {' or '.join(load(code).name for code in codes)}."
    if aside := [number for number, entry in enumerate(entries) if entry.aside]:
        texts = "a text" if len(aside) == 1 else "texts"
        yield f"Not counted: {calendar.names(aside)}, {texts} of another kind."


def _merged(entries: list[Entry], count: int, turned: Sequence[int]) -> list[Entry]:
    """Return the entries of the phrases, each with that of its other orders where it does not stand itself."""
    merged = entries[:count]
    for index, other in zip(turned, entries[count:], strict=True):
        if other.holds and not merged[index].holds:
            merged[index] = replace(other, note=REORDERED)
    return merged


def _entries(reading: Reading, together: PhraseSet, settings: Settings | None) -> list[Entry]:
    """Return what each phrase of the set is in one release."""
    count = len(together.phrases)
    if reading.statement is not None:
        found: list[list[Occurrence]] = [[] for _ in range(count)]
        for index, one in occurrences(reading.statement, together, settings=settings):
            found[index].append(one)
        noted = in_notes(reading.statement, together)
        return [
            Entry(reading, holds=None, note=IN_A_NOTE) if index in noted and not own
            else _told(Entry(reading, tuple(own)))
            for index, own in enumerate(found)
        ]  # fmt: skip
    known: list[list[Quoted]] = [[] for _ in range(count)]
    for index, quoted in _quoted(reading, together):
        known[index].append(quoted)
    return [Entry(reading, reported=tuple(own), holds=True if own else None) for own in known]


def _told(entry: Entry) -> Entry:
    """Return the entry of a text that was read, with a note where others alone say the phrase in it."""
    alone = [OTHERS[one.voice] for one in entry.occurrences if one.voice]
    return replace(entry, holds=bool(entry.counted), note="" if entry.counted or not alone else alone[0])


def _quoted(reading: Reading, together: PhraseSet) -> Iterator[tuple[int, Quoted]]:
    """Yield the reported wordings that hold a phrase, with its index; a draft proves nothing."""
    for wording in reading.reported:
        if not wording.draft:
            unit = from_paragraphs([wording.formula])
            for index, one in occurrences(unit, together):
                parts = tuple(span.of(unit.text) for span in one.qualifiers)
                yield index, Quoted(wording, one.formula.of(unit.text), parts)


def _marked(
    calendar: Calendar, entries: Sequence[Entry], holds: Sequence[bool | None], forms: Sequence[Forms], at: int
) -> Entry:
    """Return an entry with its mark, judged by the last release before it of which something is known."""
    entry = _judged(calendar, entries, holds, forms, at)
    if entries[at].note != REORDERED or entry is entries[at]:
        return entry
    return replace(entry, note="; ".join(filter(None, (entry.note, REORDERED))))


def _judged(
    calendar: Calendar, entries: Sequence[Entry], holds: Sequence[bool | None], forms: Sequence[Forms], at: int
) -> Entry:
    entry = entries[at]
    if entry.holds is None:
        return entry
    held = next((position for position in range(at - 1, -1, -1) if holds[position]), None)
    known = next((position for position in range(at - 1, -1, -1) if holds[position] is not None), None)
    if not entry.holds:
        is_gone = known is not None and bool(holds[known])
        note = "; ".join(filter(None, (told_vanished(calendar, holds, at), entry.note)))
        return replace(entry, mark="vanished", note=note) if is_gone else entry
    if held is None:
        return replace(entry, mark="first", note=told_first(calendar, holds, at))
    changes = _changes(entries[held], entry)
    mark: Mark = "changed" if changes else ""
    note = _told_changed(calendar, holds, forms, held, at) if any(one.aspect == "formula" for one in changes) else ""
    if known != held:
        mark, note = "returned", told_returned(calendar, holds, at)
    return replace(entry, mark=mark, note=note, changes=changes)


def _told_changed(calendar: Calendar, holds: Sequence[bool | None], forms: Sequence[Forms], held: int, at: int) -> str:
    """Return how long the formula had stood that has changed: "changed after three years"."""
    same = [
        None if is_held is None else is_held and form == forms[held]
        for form, is_held in zip(forms[: held + 1], holds, strict=False)
    ]
    run = run_back(same, held)
    if gap := gap_before(holds, at):
        return f"changed; last seen as before {calendar.when(held)}{calendar.unknown(gap)}"
    if run.unknown:
        return f"changed; the last wording stood {calendar.stood(run)}"
    least = "at least " if run.is_open else ""
    return f"changed after {least}{calendar.years(run)}"


def _changes(old: Entry, new: Entry) -> tuple[Change, ...]:
    """Return the aspects that are worded otherwise; one that either side does not tell has not changed."""
    found = []
    for aspect in get_args(Aspect):
        before, after = old.wordings(aspect), new.wordings(aspect)
        if before and after and _keys(before) != _keys(after):
            found.append(Change(aspect, _only(before, after), _only(after, before)))
    return tuple(found)


def _only(own: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return the wordings of one side that the other does not have, each once."""
    found: dict[tuple[str, ...], str] = {}
    for wording in own:
        found.setdefault(keys_of(wording), wording)
    return tuple(wording for key, wording in found.items() if key not in _keys(others))


def _keys(wordings: Iterable[str]) -> Forms:
    """Return wordings without what the matcher of phrases overlooks: case, spelling, the serial comma."""
    return frozenset(map(keys_of, wordings))
