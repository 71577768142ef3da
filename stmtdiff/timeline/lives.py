"""Say of every shift in a report how long its old wording had stood, and whether its new one is new.

"grave" alone is in every statement of thirty years; what was dropped is "grave concern". So a
wording too short to mean anything is looked for together with its neighbour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stmtdiff.errors import SettingsError
from stmtdiff.languages.english import COORDINATORS, FUNCTION_WORDS, PARTICLES
from stmtdiff.model import Paragraph, Statement, Words
from stmtdiff.phrases import Phrase, PhraseSet, literal
from stmtdiff.report import Life, Report, Side
from stmtdiff.spans import Span
from stmtdiff.timeline.entry import Voice
from stmtdiff.timeline.occurrences import in_notes
from stmtdiff.timeline.reading import Reading
from stmtdiff.timeline.telling import Calendar, last_held, run_back, told_returned
from stmtdiff.timeline.voices import unlike, voice_at, voices

_ENOUGH = 2  # words that carry meaning, below which a wording takes a neighbour with it
_LONG = 3  # releases in a row from which it is news that a wording goes
_SHOWN = 12  # words of a wording that are repeated


@dataclass(frozen=True, slots=True)
class _Wanted:
    shift: str
    side: Side
    shown: str
    phrase: Phrase
    voice: Voice  # of the place where the shift stands


def with_lives(report: Report, readings: Sequence[Reading]) -> Report:
    """Return `report` with the life of each shift's wordings.

    `readings` are the releases of the series up to the report's new statement, in order; both of the
    report's statements are among them.

    Raises:
        SettingsError: when one of the statements is not.
    """
    names = [reading.statement.name if reading.statement else "" for reading in readings]
    if report.old.name not in names or report.new.name not in names:
        raise SettingsError("a statement of the report is not a release of the series", hint="give all of its releases")
    old, new = names.index(report.old.name), names.index(report.new.name)
    strange = unlike(readings) - {old, new}
    readings = [reading for at, reading in enumerate(readings) if at <= max(old, new) and at not in strange]
    names = [reading.statement.name if reading.statement else "" for reading in readings]
    old, new = names.index(report.old.name), names.index(report.new.name)
    wanted = list(_wanted(report))
    found = _found(readings, wanted)
    calendar = Calendar(readings)
    lives = [_life(calendar, one, holds, old, new) for one, holds in zip(wanted, found, strict=True)]
    return replace(report, lives=tuple(life for life in lives if life))


def _wanted(report: Report) -> Iterator[_Wanted]:
    """Yield what to look for: the wordings of both sides of each shift that hold a word."""
    stretches = {"old": voices(report.old), "new": voices(report.new)}
    for shift in report.shifts:
        sides: tuple[tuple[Side, Statement, Span | None], ...] = (
            ("old", report.old, shift.old),
            ("new", report.new, shift.new),
        )
        for side, statement, span in sides:
            if span and (found := _wording(statement, span)):
                yield _Wanted(shift.id, side, *found, voice_at(stretches[side], span.start))


def _wording(statement: Statement, span: Span) -> tuple[str, Phrase] | None:
    """Return a wording as it is shown and as it is looked for; None where it holds nothing that could be found."""
    paragraph = statement.paragraph_at(span.start)
    if paragraph is None:
        return None
    words = paragraph.words
    first, last = _without_marks(words, *paragraph.tokens_at(span))
    if first >= last or not _meaning(words, first, last):
        return None
    first, last = _with_neighbour(paragraph, first, last)
    phrase = literal(words, first, last)
    if phrase is None:
        return None
    end = min(last, first + _SHOWN)
    shown = paragraph.span_of(first, end).of(statement.text)
    return " ".join(shown.split()) + (" ..." if end < last else ""), phrase


def _without_marks(words: Words, first: int, last: int) -> tuple[int, int]:
    """Return a range without marks and joining words at its ends: "as a last resort and" ends at "resort"."""
    while first < last and (not words.norms[first][0].isalnum() or words.norms[first] in COORDINATORS):
        first += 1
    while last > first and (not words.norms[last - 1][-1].isalnum() or words.norms[last - 1] in COORDINATORS):
        last -= 1
    return first, last


def _meaning(words: Words, first: int, last: int) -> int:
    """Return how many words of a range carry meaning."""
    return sum(norm[0].isalpha() and norm not in FUNCTION_WORDS for norm in words.norms[first:last])


def _with_neighbour(paragraph: Paragraph, first: int, last: int) -> tuple[int, int]:
    """Return a range of tokens that means something: one word takes the next with it, or else the last one."""
    words = paragraph.words
    sentence = paragraph.sentence_of(first)
    if _meaning(words, first, last) >= _ENOUGH:
        return first, last
    if words.norms[first] in PARTICLES and first > sentence.first:  # "phase out", not "out unabated"
        return first - 1, last
    at = last
    while at < sentence.last and words.norms[at][0].isalnum():
        at += 1
        if _meaning(words, last, at):
            return first, at
    at = first
    while at > sentence.first and words.norms[at - 1][0].isalnum():
        at -= 1
        if _meaning(words, at, first):
            return at, last
    return first, last


def _found(readings: Sequence[Reading], wanted: Sequence[_Wanted]) -> list[list[bool | None]]:
    """Return for each wording which releases hold it, all phrases in one pass over each text.

    What stands in a dissent or an annex is not said by the body, so it counts only for a wording that stands in one
    too. Paragraphs of the body's own words that stand unchanged for years are looked through once.
    """
    together = PhraseSet([one.phrase for one in wanted])
    known: dict[int, frozenset[int]] = {}
    found: list[list[bool | None]] = [[None] * len(readings) for _ in wanted]
    for at, reading in enumerate(readings):
        if reading.statement is None:
            continue
        stretches = voices(reading.statement)
        held: set[int] = set()
        for paragraph in reading.statement.paragraphs:
            words = paragraph.words
            if any(span.is_touching(paragraph.body) for span, _ in stretches):
                for match in together.find(words):
                    place = paragraph.span_of(match.first, match.last).start
                    if wanted[match.index].voice or not voice_at(stretches, place):
                        held.add(match.index)
                continue
            if id(words) not in known:
                known[id(words)] = frozenset(match.index for match in together.find(words))
            held |= known[id(words)]
        noted = in_notes(reading.statement, together)
        for index, holds in enumerate(found):
            holds[at] = True if index in held else None if index in noted else False
    return found


def _life(calendar: Calendar, one: _Wanted, holds: list[bool | None], old: int, new: int) -> Life | None:
    """Return the life of a wording from the releases that hold it."""
    if not holds[old if one.side == "old" else new]:  # it reaches from one paragraph into the next
        return None
    held = [at for at, is_held in enumerate(holds) if is_held]
    returned = [at for at in held if at > held[0] and _is_back(holds, at)]
    run = run_back(holds, held[-1])
    note, telling = _told_old(calendar, holds, old, new) if one.side == "old" else _told_new(calendar, holds, old, new)
    references = [reading.reference for reading in calendar.readings]
    return Life(
        one.shift,
        one.side,
        one.shown,
        references[held[0]],
        references[held[-1]],
        tuple(references[at] for at in returned),
        run.count,
        tuple(references[at] for at, is_held in enumerate(holds) if is_held is None),
        note,
        telling,
    )


def _is_back(holds: Sequence[bool | None], at: int) -> bool:
    """Say whether the last release before `at` of which anything is known lacks the wording."""
    return next((held for held in reversed(holds[:at]) if held is not None), None) is False


def _told_old(calendar: Calendar, holds: list[bool | None], old: int, new: int) -> tuple[str, bool]:
    """Return what is to be said of a wording on the old side, and whether it is worth a line."""
    run = run_back(holds, old)
    earlier = last_held(holds, run.first)
    if run.count == 1:
        since = f"stood {calendar.when(old)}" + calendar.before(earlier)
    else:
        since = f"stood {calendar.since(run)}"
    if run.is_open and run.count > 1:
        since += "; nothing earlier was read" if run.first == 0 else f"; {calendar.name(run.first - 1)} unknown"
    if holds[new]:
        return f"{since}; still in another place", False
    return since, run.count >= _LONG or (run.count == 1 and earlier is not None)


def _told_new(calendar: Calendar, holds: list[bool | None], old: int, new: int) -> tuple[str, bool]:
    """Return what is to be said of a wording on the new side, and whether it is worth a line."""
    if holds[old]:
        return f"was in another place {calendar.since(run_back(holds, old))}", False
    if last_held(holds, new) is None:
        unknown = tuple(at for at in range(new) if holds[at] is None)
        return f"new to the series{calendar.unknown(unknown)}", False
    return told_returned(calendar, holds, new), True
