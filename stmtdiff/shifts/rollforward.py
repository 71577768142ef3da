"""Prove that a change only rolls forward: what every new statement changes and no drafter decided.

The ugly case: "until 31 August 2010" to "until 31 August 2011" in a mandate is routine, but "at
least through late 2014" to "mid-2015" is news. A date after *by, before, until, through* is never
routine unless a mandate or a report is renewed by its usual length; a rate or an amount never is.
"""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from stmtdiff.align.link import Alignment
from stmtdiff.align.pointing import Pointing
from stmtdiff.edits import Atom
from stmtdiff.languages import ENGLISH
from stmtdiff.languages.english import (
    ACTED_IN_OFFICE,
    HOSTING,
    LISTING,
    MEETINGS,
    OFFICES,
    PROMISES,
    RENEWAL,
    TITLES,
)
from stmtdiff.model import Statement
from stmtdiff.shifts.change import Change, Known, Side
from stmtdiff.shifts.moved import cited_anew, counted_on, is_deadline, moved_on, pointed_at
from stmtdiff.values import last_day, ordinal_of

_USUAL_TERMS = (91, 183, 365)  # days: a quarter, half a year, a year
_RENEWAL_SLACK = 20  # days by which a renewed term may differ from the last one


@dataclass(frozen=True)
class Pair:
    """The two statements that a change is judged in. It has no slots, so that it keeps what all changes ask it for."""

    old: Statement
    new: Statement
    known: Known = field(default_factory=Known)
    alignment: Alignment = field(default_factory=lambda: Alignment((), ()))

    @cached_property
    def pointing(self) -> Pointing:
        """Return which paragraph of the new statement each printed number of the old one leads to."""
        return Pointing.of(self.old, self.new, self.alignment)

    @cached_property
    def hosts(self) -> tuple[str, str]:
        """Return of both statements the text of the paragraph with the date and place of the meeting, "" for none."""
        return _host_sentence(self.old), _host_sentence(self.new)

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """Return for place, chair and holder what the series lists for the old and the new release, as pairs.

        Empty where one of the texts is no release of a series.
        """
        if self.old.release is None or self.new.release is None:
            return ()
        return tuple(zip(self.old.release.hosts, self.new.release.hosts, strict=True))


def roll_forward(change: Change, pair: Pair) -> str:
    """Return the proof that a change is what every new statement changes, as a few words; "" where there is none."""
    if [word.rstrip("'") for word in change.old.words] == [word.rstrip("'") for word in change.new.words]:
        return ""  # only written otherwise
    if found := _own_dateline(change, pair):
        return found
    if change.new.language is ENGLISH and all(map(_is_uncounted, change.sides)):
        return moved_on(change, pair.new.dateline.date)  # part of a time may be such words: "the end of" May
    for proof in (_term, _years, _office_holder):
        if found := proof(change, pair):
            return found
    if found := pointed_at(change, pair.pointing):
        return found
    for look in (counted_on, cited_anew):
        if found := look(change):
            return found
    if found := moved_on(change, pair.new.dateline.date):
        return found
    return _next_meeting(change) or _roster(change)


def _is_uncounted(side: Side) -> bool:
    """Say whether nothing on a side can roll forward by itself: no name, no number, no document and no meeting."""
    return side.is_plain and not any(word in MEETINGS for word in side.content)


def _units(side: Side, *sorts: str) -> list[Atom] | None:
    """Return the units of a side when, marks and grammar aside, it holds nothing but units of these sorts."""
    content = side.meaning
    return content if content and all(atom.unit in sorts for atom in content) else None


def _own_dateline(change: Change, pair: Pair) -> str:
    """Prove by both statements' own datelines: the date, the place, the ordinal that each states of itself."""
    old, new = change.old.span, change.new.span
    if not old or not new or is_deadline(change.old) or is_deadline(change.new):
        return ""
    before, after = pair.old.dateline, pair.new.dateline
    texts = old.of(change.old.text).casefold(), new.of(change.new.text).casefold()
    for name, first, last, is_other in (
        ("date", before.date_span, after.date_span, before.date != after.date),
        ("place", before.place, after.place, True),
        ("number", before.ordinal_span, after.ordinal_span, before.ordinal != after.ordinal),
    ):
        if first and last and is_other:  # "the 121st session" for "the one hundred and twenty-first" is a spelling
            own = first.of(change.old.text).casefold(), last.of(change.new.text).casefold()
            inside = first.is_touching(old) and last.is_touching(new) and len(old) <= len(first) + 12
            if texts == own or (inside and _is_named(change.old) and _is_named(change.new)):
                return f"the statement's own {name}"
    return ""


def _term(change: Change, pair: Pair) -> str:
    """Prove by a mandate or report term that is renewed by its usual length."""
    old, new = _units(change.old, "date"), _units(change.new, "date")
    if not old or not new or not RENEWAL & {atom.key for atom in change.new.sentence} or "/" in new[-1].key:
        return ""  # with a symbol it is the date of a document
    first, last = last_day(old[-1].value), last_day(new[-1].value)
    if not first or not last or last <= first:
        return ""
    own_old, own_new = pair.old.dateline.date, pair.new.dateline.date
    if own_old and own_new:
        longer = abs(((last - own_new) - (first - own_old)).days)
        return "a term renewed by its usual length" if longer <= _RENEWAL_SLACK else ""
    usual = any(abs((last - first).days - term) <= _RENEWAL_SLACK for term in _USUAL_TERMS)
    return "a term renewed by its usual length" if usual else ""


def _years(change: Change, pair: Pair) -> str:
    """Prove by years, alone or in ranges, that moved on with the statements, or with an ordinal beside them."""
    old, new = (_years_of(side) for side in change.sides)
    if not old or len(old) != len(new) or is_deadline(change.new):
        return ""
    own_new = pair.new.dateline.date
    if change.new.language is not ENGLISH and own_new and max(new) > own_new.year:
        return ""  # what is ahead may be promised in words that are not known
    steps = {last - first for first, last in zip(old, new, strict=True)}
    own_old = pair.old.dateline.date
    if own_old and own_new and steps == {own_new.year - own_old.year}:
        is_put_off = max(new) > own_new.year and _is_promised(change.new)
        return "" if is_put_off else "the year moved on with the statement"
    counted = [[n for atom in side.before if (n := ordinal_of(atom.key)) is not None] for side in change.sides]
    if len(counted[0]) == len(counted[1]) == 1 and steps == {counted[1][0] - counted[0][0]}:
        return "the year of a later meeting"
    return ""


def _is_promised(side: Side) -> bool:
    """Say whether a sentence promises something, and neither a yearly meeting nor a figure: "will withdraw"."""
    keys = {atom.key for atom in side.sentence}
    return bool(keys & PROMISES) and keys.isdisjoint(MEETINGS) and not side.is_data


def _years_of(side: Side) -> list[int]:
    """Return the first and the last year of each on a side that holds nothing else, else nothing."""
    values = [atom.value for atom in side.meaning]
    if not all(value and value.kind == "year" for value in values):
        return []
    days = [day for value in values if value for day in (value.low, value.high)]
    return [day.year for day in days if isinstance(day, datetime.date)]


def _is_named(side: Side) -> bool:
    """Say whether every word of meaning on a side is a name (a capital inside the sentence) or a unit."""
    content = side.meaning
    return bool(content) and all(atom.named or atom.unit or side.shown(atom)[:1].isupper() for atom in content)


def _next_meeting(change: Change) -> str:
    """Prove a place by the later date beside it: "Lisanne in May 2024" to "Karrow in June 2025"."""
    if not all(_is_named(side) and any(atom.named for atom in side.own) for side in change.sides):
        return ""
    if is_deadline(change.new) or change.size > 5:
        return ""
    for first in _dates_beside(change.old):
        for last in _dates_beside(change.new):
            if first < last:
                return "a later meeting's place and date"
    return ""


def _dates_beside(side: Side) -> list[tuple[int, int, int]]:
    """Return the dates within three atoms of a change, or in it: year, month, day, 0 for what is not said."""
    found = []
    for atom in (*side.before[-3:], *side.own, *side.after[:3]):
        if atom.unit == "date" and (day := last_day(atom.value)):
            found.append((day.year, day.month, day.day))
        elif atom.unit == "year" and (day := last_day(atom.value)):
            found.append((day.year, 0, 0))
    return found


def _office_holder(change: Change, pair: Pair) -> str:
    """Prove by names that both datelines' sentences hold or the series lists, or by a title before a person's name."""
    if not (_is_named(change.old) and _is_named(change.new)) or change.size > 5:
        return ""
    if any(atom.unit not in {"", "name"} for side in change.sides for atom in side.own):
        return ""
    if any(side.own[0].key in LISTING for side in change.sides):  # one more member, not another holder
        return ""
    old, new = change.old.span, change.new.span
    names = old.of(change.old.text) if old else "", new.of(change.new.text) if new else ""
    stand = all(name and name in host for name, host in zip(names, pair.hosts, strict=True))
    if stand and names[0] not in pair.hosts[1]:
        return "named in the statement's own dateline"
    if all(names) and names in pair.listed and HOSTING & {atom.key for atom in change.new.sentence}:
        return "the place or chair that the series lists"
    if change.is_replacement and _seat(change.old) == _seat(change.new) != "":
        return "another holder of the same office"
    near = [[*side.before[-3:], *side.own] for side in change.sides]
    titled = [any(atom.key.rstrip(".") in TITLES for atom in atoms) for atoms in near]
    acted = any(atom.key in ACTED_IN_OFFICE for atom in change.new.sentence)
    return "another holder of the same office" if all(titled) and acted else ""


def _seat(side: Side) -> str:
    """Return whom a person sits for, in brackets behind the name on a list: "Anna Roe (Brevia)"; "" for none.

    Letters in brackets are short for the name itself.
    """
    around = side.after[:3]
    is_seat = len(around) == 3 and around[1].named and [atom.key for atom in around[::2]] == ["(", ")"]
    return around[1].key if is_seat and not side.shown(around[1]).isupper() else ""


def _host_sentence(statement: Statement) -> str:
    """Return the paragraph that says where and when the meeting was held, "" where none is known."""
    at = statement.dateline.date_span or statement.dateline.place
    if at is None:
        return ""
    found = [paragraph for paragraph in statement.paragraphs if at.is_inside(paragraph.span)]
    return found[0].span.of(statement.text) if found else ""


def _names(side: Side) -> list[str]:
    """Return the names that a side lists, each as it is written between marks and grammar."""
    names: list[list[Atom]] = [[]]
    for atom in side.own:
        if atom.kind in {"word", "unit"} and atom.key not in OFFICES:
            names[-1].append(atom)
        else:
            names.append([])
    return [side.text[name[0].start : name[-1].end] for name in names if name]


def _roster(change: Change) -> str:
    """Prove by a roll of names: members who came or went, none of whom changed sides in the vote."""
    own = [atom for side in change.sides for atom in side.own]
    around = [atom for side in change.sides for atom in (*side.before, *side.after)]
    names = [atom for atom in own if atom.kind in {"word", "unit"} and atom.key not in OFFICES]
    if not names or not all(atom.unit == "name" or atom.named for atom in names):
        return ""
    if not any(atom.unit == "name" for atom in around) or not any(atom.key == ";" for atom in (*own, *around)):
        return ""
    if any(atom.key == "against" for side in change.sides for atom in side.sentence):
        return ""
    for side, other in ((change.old, change.new), (change.new, change.old)):
        elsewhere = other.elsewhere()
        if any(name in elsewhere for name in _names(side)):
            return ""
    return "a roll of names moved on"
