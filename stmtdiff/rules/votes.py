"""The kind of rule that reads the vote: who dissented, and why.

The ugly case: a committee's vote line changes at every turn of its membership, ten names against
ten other names, and among them one new dissent is the news. So the names are counted and the
dissenters compared; a turnover of those who voted with the majority is not a finding.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from stmtdiff.languages.english import (
    DISSENT_REASON,
    INSIDE_NAMES,
    MAJORITY,
    TITLES,
    UNANIMOUS,
    VOTED_AGAINST,
    VOTED_FOR,
)
from stmtdiff.languages.english_economy import (
    STEPPED_DOWN,
    STEPPED_UP,
    WANTS_EASIER,
    WANTS_NO_STEP,
    WANTS_TIGHTER,
    WEIGHS,
)
from stmtdiff.model import Statement
from stmtdiff.patterns import later
from stmtdiff.rules.finding import Finding
from stmtdiff.shifts.shift import Direction, Shift
from stmtdiff.spans import Span
from stmtdiff.values import values
from stmtdiff.words import words

# Each begins with plain letters, so that a long text without a vote is passed over at full speed.
_FOR = later(VOTED_FOR)
_AGAINST = later(VOTED_AGAINST)
_MAJORITY = later(MAJORITY)
_UNANIMOUS = later(UNANIMOUS)
_NAME = later(rf"[A-Z][\w'’-]+(?:\s+[A-Z]\.)*(?:\s+(?:[A-Z][\w'’-]+|{INSIDE_NAMES}))*\s+[A-Z][\w'’-]+")
_REASON = later(DISSENT_REASON)
_EASIER, _TIGHTER, _NO_STEP, _WEIGHS = map(later, (WANTS_EASIER, WANTS_TIGHTER, WANTS_NO_STEP, WEIGHS))
_DOWN, _UP = later(STEPPED_DOWN), later(STEPPED_UP)
_OFFICE = later(rf"(?:{'|'.join(sorted(re.escape(word.title()) for word in TITLES))}|Federal)\b")  # "President Moor"


class Dissent(NamedTuple):
    """One member against the majority, and the words in which the statement gives the reason.

    `lean` says which way the member would have gone: 1 for a tighter policy, -1 for an easier one, 0 if it is unknown.
    """

    name: str
    reason: str
    lean: int = 0


class Vote(NamedTuple):
    """The vote of a statement. `span` is where it is reported, `place` where its dissent is, or else the same."""

    majority: int
    minority: int
    dissents: tuple[Dissent, ...]
    span: Span
    place: Span

    @property
    def tally(self) -> str:
        """Return the vote as it is written: "9-1", or "unanimous" where no number is given."""
        return f"{self.majority}-{self.minority}" if self.majority else "unanimous"


def read_vote(statement: Statement) -> Vote | None:
    """Return the vote that `statement` reports, None where it reports none."""
    text = statement.text
    if favour := _FOR.search(text):
        end = _paragraph_end(statement, favour.start())
        against = _AGAINST.search(text, favour.end())
        names = text[favour.end() : min(end, against.start()) if against else end]
        dissents, place = _dissents(statement, against) if against else ((), Span(favour.start(), end))
        return Vote(_count(names), len(dissents), dissents, Span(favour.start(), max(end, place.end)), place)
    if (majority := _MAJORITY.search(text)) and (counted := _majority(statement, majority.end())):
        span = Span(majority.start(), counted[0])
        return Vote(*counted[1:], (), span, span)
    if unanimous := _UNANIMOUS.search(text):
        span = Span(*unanimous.span())
        return Vote(0, 0, (), span, span)
    return None


def _majority(statement: Statement, place: int) -> tuple[int, int, int] | None:
    """Return where the numbers at `place` end and what they are, "8-1" or "7 to 2"; None where there is one alone."""
    number = next(iter(values(statement.text[place : _paragraph_end(statement, place)])), None)
    if number is None or number.span.start or number.low == number.high:
        return None
    if not isinstance(number.low, Fraction) or not isinstance(number.high, Fraction):
        return None
    return place + number.span.end, int(number.low), int(number.high)


def _paragraph_end(statement: Statement, place: int) -> int:
    ends = [paragraph.body.end for paragraph in statement.paragraphs if paragraph.body.start <= place]
    return max([place, *ends[-1:]])


def _count(names: str) -> int:
    """Return how many names a list holds; where it has semicolons, commas only set off an office."""
    if ";" in names:
        return sum(1 for part in names.split(";") if _NAME.search(part))
    return sum(1 for name in _NAME.findall(names) if not _OFFICE.match(name))


def _dissents(statement: Statement, against: re.Match[str]) -> tuple[tuple[Dissent, ...], Span]:
    place = Span(against.start(), max(_paragraph_end(statement, against.start()), against.end()))
    dissents = []
    for part in statement.text[against.end() : place.end].split(";"):
        reason = _REASON.search(part)
        names = _NAME.findall(part[: reason.start()] if reason else part)
        norms = " ".join(words(part[reason.start() :]).norms).replace("-", " ") if reason else ""
        lean = _lean(norms, statement) if norms else 0
        dissents += [Dissent(" ".join(name.split()), norms, lean) for name in names if not _OFFICE.match(name)]
    return tuple(dissents), place


def _lean(reason: str, statement: Statement) -> int:
    """Return which way a reason leans; who wanted no step leans against the step that the statement tells of."""
    easier, tighter = bool(_EASIER.search(reason)), bool(_TIGHTER.search(reason))
    if _WEIGHS.search(reason) or (easier and tighter):
        return 0
    if easier or tighter:
        return 1 if tighter else -1
    if not _NO_STEP.search(reason):
        return 0
    return bool(_DOWN.search(statement.text)) - bool(_UP.search(statement.text))


def is_in_vote(shift: Shift, old: Vote | None, new: Vote | None) -> bool:
    """Say whether `shift` stands in the report of the vote, where a dissenter's words are not the committee's."""
    return any(
        span is not None and ballot is not None and span.is_touching(ballot.span)
        for span, ballot in ((shift.old, old), (shift.new, new))
    )


def vote(shifts: tuple[Shift, ...], old: Vote | None, new: Vote | None) -> tuple[Shift, Finding] | None:
    """Return the shift at the dissent and what is to be said of it; None where dissent did not change."""
    if old is None or new is None:
        return None
    change = _change(old, new)
    shift = _shift_at(shifts, old.place, new.place) if change else None
    if shift is None:
        return None
    return shift, Finding(_direction(old, new), None, None, change, quotes=(old.tally, new.tally))


def _direction(old: Vote, new: Vote) -> Direction:
    """Return which way the dissents moved; none where one that came or went leans nowhere that is known."""
    changed = set(old.dissents) ^ set(new.dissents)
    more = sum(one.lean for one in new.dissents) - sum(one.lean for one in old.dissents)
    if more == 0 or any(one.lean == 0 for one in changed):
        return "none"
    return "firmer" if more > 0 else "softer"


def _change(old: Vote, new: Vote) -> str:
    """Return in words what became of the dissent, empty where nothing did.

    >>> none, one = (), (Dissent("Ada Moor", ""),)
    >>> here = Span(0, 0)
    >>> _change(Vote(10, 0, none, here, here), Vote(9, 1, one, here, here))
    'Ada Moor now dissents'
    """
    had = {dissent.name: dissent.reason for dissent in old.dissents}
    has = {dissent.name: dissent.reason for dissent in new.dissents}
    parts = []
    if joined := [name for name in has if name not in had]:
        parts.append(f"{_listed(joined)} now {'dissents' if len(joined) == 1 else 'dissent'}")
    if left := [name for name in had if name not in has]:
        parts.append(f"{_listed(left)} no longer {'dissents' if len(left) == 1 else 'dissent'}")
    if other := [name for name in has if name in had and had[name] != has[name]]:
        parts.append(f"{_listed(other)} {'gives' if len(other) == 1 else 'give'} another reason")
    if not parts and old.minority != new.minority:
        parts.append("more dissent" if new.minority > old.minority else "less dissent")
    return "; ".join(parts)


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _shift_at(shifts: tuple[Shift, ...], old: Span, new: Span) -> Shift | None:
    """Return the longest shift in the dissent, a substantive one before a routine one: that of the reason."""
    there = [
        shift
        for shift in shifts
        if (shift.old and shift.old.is_touching(old)) or (shift.new and shift.new.is_touching(new))
    ]
    return min(there, key=lambda shift: (not shift.is_news, -_length(shift)), default=None)


def _length(shift: Shift) -> int:
    return sum(span.end - span.start for span in (shift.old, shift.new) if span)
