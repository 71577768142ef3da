"""Prove by values that a change rolls forward: a time that moved on, the next number, other documents and paragraphs.

They look at nothing but the change and its sentence; what the statements say of themselves is asked in `rollforward`.
"""

import datetime
import re
from collections.abc import Sequence
from itertools import dropwhile

from stmtdiff.align.pointing import Pointing
from stmtdiff.edits import Atom
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import (
    CITING,
    COUNTED_THINGS,
    DEADLINES,
    DOCUMENTS,
    ENDING,
    JOINING,
    MEETINGS,
    OWNED,
    PARAGRAPHS,
    PARTS_OF_TEXT,
    PARTS_OF_TIME,
    PROMISES,
)
from stmtdiff.shifts.change import Change, Side
from stmtdiff.shifts.elsewhere import LATER_MEETING, is_later_meeting, sets_limit
from stmtdiff.values import Value, is_number, last_day, ordinal_of, values_around

_TIMES = frozenset({"date", "month", "year", "quarter", "weekday"})
_YEARS = range(1900, 2100)  # numbers in words that are years: "two thousand and four"
_PAST = datetime.timedelta(days=3 * 366)  # what a statement reports anew each time is no older
_FEW = 20  # a text's reasons, phases and stages are fewer; what is counted beyond are sessions, meetings, years
_DOCUMENTS = frozenset({"citation", "symbol", "date"})


def is_deadline(side: Side) -> bool:
    """Say whether the time on a side is one by which something is promised: "by", "until", "by the end of"."""
    if side.language is not ENGLISH:
        return sets_limit(side)
    for atom in reversed(side.before):
        if atom.key in DEADLINES:
            return True
        if not PARTS_OF_TIME.issuperset(re.split(r"[-\s]", atom.key)):  # "third quarter" is one atom
            return False
    return False


def moved_on(change: Change, own: datetime.date | None) -> str:
    """Return the proof that a time moved on ("in May" to "in June 2025"), "" where there is none.

    `own` is the day of the new statement, where it is known. A time that went back is news. So is a time by which
    something is promised, a time still to come or long past, and one that tells one thing from another ("the decree
    of 4 March"), except for meetings and documents that each statement names anew.
    """
    old = _times(change.old)
    new = _times(change.new) if old else []
    if not old or not new or any(map(is_deadline, change.sides)):
        return ""
    step = new[-1].minus(old[-1])
    if step is not None and step <= 0 and not _is_month(new):
        return ""
    if _holds(new[-1], old[-1]):
        return ""
    if _is_cited_anew(change.new):
        return "a later date"
    is_near = _is_near(new[-1], own) if own else step is None or step <= _PAST.days
    is_promised = any(atom.key in PROMISES for side in change.sides for atom in side.sentence)
    return "" if not is_near or is_promised or _tells_apart(change.new) else "a time that moved on"


def _is_near(time: Value, own: datetime.date) -> bool:
    """Say whether a time has begun on the day of a statement, and did not end long before; one without a year may."""
    first, last = time.low, last_day(time)
    return last is None or not isinstance(first, datetime.date) or (first <= own and own - _PAST <= last)


def _is_cited_anew(side: Side) -> bool:
    """Say whether beside a time stands a meeting or document that each statement names anew, or its verb: "held"."""
    cited = {atom.key for atom in (*side.before, *side.after)} & side.known.cited
    return not cited <= CITING or (bool(cited) and _cites(side))


def _cites(side: Side) -> bool:
    """Say whether a sentence names a meeting or document of the kind that each statement names anew."""
    things = (side.known.cited - CITING).union(DOCUMENTS, MEETINGS)
    return any(atom.key in things for atom in side.sentence)


def _holds(new: Value, old: Value) -> bool:
    """Say whether a later time begins no later: "in June 2024" to "in 2024", "in 2024" to "in the 2020s"."""
    lows = old.low, new.low
    return all(isinstance(low, datetime.date) for low in lows) and new.low <= old.low  # type: ignore[operator]


def _is_month(times: Sequence[Value]) -> bool:
    """Say whether a month stands alone, so that none is later than another."""
    return times[-1].kind == "month"


def _tells_apart(side: Side) -> bool:
    """Say whether a time is a day with "of" or "on" before it, in a sentence that cites nothing.

    It names what stands there or happened then: "the decree of 4 March", "the truce signed on 4 March".
    """
    day = any(atom.unit == "date" and atom.key[0].isdigit() for atom in side.own)
    return day and not _cites(side) and any(atom.key in {"of", "on"} for atom in side.before[-1:])


def _times(side: Side) -> list[Value]:
    """Return the times of a side, whole, where nothing else on it carries meaning: "first" before "quarter" is one."""
    if not side.own or not side.is_valued:
        return []
    base, start, end = side.sentence[0].start, side.own[0].start, side.own[-1].end
    text = side.text[base : side.sentence[-1].end]
    near = values_around(text, start - base, end - base)
    read = [value.shifted(base) for value in near if _is_time(value, value.span.of(text))]
    found = [value for value in read if value.whole.start < end and start < value.whole.end]

    def covers(atom: Atom) -> bool:
        return any(value.whole.start <= atom.start and atom.end <= value.whole.end for value in found)

    return found if all(map(covers, side.meaning)) else []


def _is_time(value: Value, written: str) -> bool:
    """Say whether a value is a time, or a year in words; "1,950" is a number of things."""
    in_words = value.kind == "number" and not any(map(str.isdigit, written))
    return value.kind in _TIMES or (in_words and value.low in _YEARS)


def counted_on(change: Change) -> str:
    """Return the proof that the number of a meeting moved on, "" where there is none.

    "The 30th session" to "the 31st", "the Second Summit" to "the third gathering".
    """
    if change.new.language is not ENGLISH and is_later_meeting(change):
        return LATER_MEETING
    if all(map(_is_meeting, change.sides)):  # the number stands in front: "third (Summit)", "fourth (gathering)"
        numbers = [[n for atom in side.before[-4:] if (n := ordinal_of(atom.key)) is not None] for side in change.sides]
        return LATER_MEETING if numbers[0] and numbers[1] and numbers[0] < numbers[1] else ""
    first = _number_of_meeting(change.old)
    last = None if first is None else _number_of_meeting(change.new)
    if first is None or last is None or last <= first:
        return ""
    if change.size > 1:  # the meeting is named in the change itself
        return LATER_MEETING
    following = change.new.after[:4]
    counted = {atom.key for atom in following} & COUNTED_THINGS
    if any(atom.key == "day" for atom in following[:1]):  # "this tenth day of December"
        return "a time that moved on"
    if last == first + 1 and (counted or first > _FEW or any(atom.named for atom in following[:1])):
        return "ordinal moved on by one"
    return LATER_MEETING if counted.intersection(MEETINGS) else ""


def _is_meeting(side: Side) -> bool:
    return bool(side.content) and all(word in MEETINGS for word in side.content)


def _number_of_meeting(side: Side) -> int | None:
    """Return the one ordinal of a side that holds nothing else but names and what meets, None for any other side."""
    ordinals = [place for word in side.content if (place := ordinal_of(word)) is not None]
    if len(ordinals) != 1:
        return None
    others = [atom for atom in side.meaning if ordinal_of(atom.key) is None]
    if not all(atom.key in MEETINGS or atom.named for atom in others):
        return None
    return ordinals[0] if not others or any(atom.key in MEETINGS for atom in others) else None


def cited_anew(change: Change) -> str:
    """Return the proof that later documents are cited for earlier ones, or one more in a list; "" without one.

    Where the words around it end, change or deny something, they are about that one document.
    """
    old, new = _cited(change.old), _cited(change.new)
    if not any(atom.unit in {"citation", "symbol"} or "(" in atom.key for atom in (*old, *new)):  # a day with a symbol
        return ""
    for side in change.sides:
        around = {word for atom in (*side.before, *side.after) for word in atom.key.split()}  # "no longer" is one atom
        if around & (ENDING | side.known.negations):
            return ""
    if old and new:
        return "later documents cited" if max(map(_year_of, new)) >= max(map(_year_of, old)) else ""
    return "a list of documents grew" if new and not change.old.content else ""


def _cited(side: Side) -> list[Atom]:
    """Return the documents and dates of a side that holds nothing else but the nouns of documents."""
    content = [atom for atom in side.meaning if atom.key not in DOCUMENTS]
    return content if all(atom.unit in _DOCUMENTS for atom in content) else []


def _year_of(atom: Atom) -> int:
    """Return the year that a citation is dated by or a date lies in, 0 for none."""
    years = re.findall(r"(?:19|20)\d{2}", atom.key)
    return int(years[-1]) if years else 0


def pointed_at(change: Change, pointing: Pointing) -> str:
    """Return the proof that both sides point at the same paragraph under its old and new number; "" without one.

    Another paragraph of a document that is cited anew each time, and whose numbers nobody knows, is proved too. A
    paragraph of the statement's own that is not what the old one became is another target, and news; so is another
    article of a treaty.
    """
    if not all(map(_points_at_paragraph, change.sides)) or any(map(_is_article, change.sides)):
        return ""
    if all(side.after[:1] and side.after[0].key == OWNED for side in change.sides):
        return "another paragraph of the text"
    old, new = (re.findall(r"\d+", side.text[side.own[0].start : side.own[-1].end]) for side in change.sides)
    if len(old) != len(new) and pointing.old.keys() & {*old}:
        return ""
    followed = [pointing.follows(*numbers) for numbers in zip(old, new, strict=False)]
    if False in followed:
        return ""
    return "the paragraph pointed at has a new number" if True in followed else "another paragraph of the text"


def _points_at_paragraph(side: Side) -> bool:
    """Say whether a side is the number of a paragraph, with its letter, and nothing else."""
    numbers = [
        atom for atom in side.meaning if atom.key not in PARTS_OF_TEXT and (len(atom.key) > 1 or atom.key.isdigit())
    ]
    is_counted = all(atom.unit in {"number", "reference"} or is_number(atom.key) for atom in numbers)
    return bool(numbers) and is_counted and bool(_parts_named(side))


def _parts_named(side: Side) -> frozenset[str]:
    """Return the nouns of the parts of a text that a side numbers, in it or before it: "(paragraphs) 3, 4 and 7"."""
    before = list(dropwhile(_is_counted_too, reversed(side.before)))
    return PARTS_OF_TEXT.intersection(atom.key for atom in (*before[:1], *side.own))


def _is_article(side: Side) -> bool:
    """Say whether a side points into a text that stays as it is for years: "article (5)", but not of a resolution."""
    is_owned = [atom.key for atom in side.after[:1]] == [OWNED]
    is_cited = any(atom.key in DOCUMENTS or atom.unit in _DOCUMENTS for atom in side.after[1:])
    return not _parts_named(side) <= PARAGRAPHS and not (is_owned and is_cited)


def _is_counted_too(atom: Atom) -> bool:
    """Say whether an atom may stand between "paragraphs" and a number: "paragraphs (3, 4 and) 7"."""
    return atom.unit in {"number", "reference"} or atom.key in JOINING or atom.key in {",", "to", "("}
