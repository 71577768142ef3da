"""Say a life in words that an editor can print, and that stay true where a release could not be read.

"dropped after three years", "back for the first time since 2017", "in every year read since 2011;
2013 unknown". A series with several releases in a year counts statements and gives dates.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.timeline.reading import Reading
from stmtdiff.values import MONTHS

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_DAY = re.compile(r"\d{1,2} \D")  # "10 August 2007"
_NAMED = 5  # stretches of releases that are named one by one


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of releases that all hold a phrase, unknown ones passed over; positions in the series.

    `unknown` are those passed over inside; `is_open` says that it may have begun earlier:
    the release before it could not be read, or there is none.
    """

    first: int
    last: int
    count: int
    unknown: tuple[int, ...]
    is_open: bool


def run_back(holds: Sequence[bool | None], last: int) -> Run:
    """Return the stretch of releases with the phrase that ends at `last`, which holds it."""
    first, count, passed, waiting = last, 1, [], []
    for at in range(last - 1, -1, -1):
        if holds[at] is None:
            waiting.append(at)
        elif holds[at]:
            first, count = at, count + 1
            passed += waiting
            waiting = []
        else:
            break
    return Run(first, last, count, tuple(sorted(passed)), first == 0 or holds[first - 1] is None)


def _runs(positions: Sequence[int]) -> list[tuple[int, int]]:
    """Return positions as stretches of neighbours, each with its first and last."""
    runs: list[tuple[int, int]] = []
    for at in positions:
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


class Calendar:
    """How the releases of a series are named: by year where each has its own, else by month or day."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the releases in their order."""
        self.readings = tuple(readings)
        years = [reading.known_year for reading in readings]
        self.is_yearly = None not in years and len(set(years)) == len(years)
        self._months = Counter((reading.date.year, reading.date.month) for reading in readings if reading.date)

    def name(self, at: int) -> str:
        """Return how the release at `at` is named: "2014", "January 2013", "10 August 2007"."""
        reading = self.readings[at]
        if self.is_yearly:
            return str(reading.known_year)
        if reading.date is None:
            return str(reading.known_year or reading.reference)
        month = f"{MONTHS[reading.date.month - 1]} {reading.date.year}"
        return month if self._months[reading.date.year, reading.date.month] == 1 else f"{reading.date.day} {month}"

    def names(self, positions: Sequence[int]) -> str:
        """Return the names of several releases, neighbours as a range: "2013, 2015 to 2017 and 2020"."""
        runs = _runs(positions)
        if len(runs) > _NAMED:
            return f"{spelled(len(positions))} between {self.name(positions[0])} and {self.name(positions[-1])}"
        return joined([name for run in runs for name in self._range(*run)])

    def _range(self, first: int, last: int) -> list[str]:
        if last - first > 1:
            return [f"{self.name(first)} to {self.name(last)}"]
        return [self.name(at) for at in range(first, last + 1)]

    def when(self, *positions: int) -> str:
        """Return when releases came: "in 2014", "in January 2013", "on 10 August 2007", "in 2013 and 2015".

        Three neighbours are "from 10 August 2007 to 11 December 2007"; many stretches are counted.
        """
        runs = _runs(positions)
        if len(runs) > _NAMED:
            return (
                f"in {spelled(len(positions))} statements between {self.name(runs[0][0])} and {self.name(runs[-1][1])}"
            )
        told: list[str] = []
        before = ""
        for run in runs:
            for name in self._range(*run):
                word = "from" if run[1] - run[0] > 1 else "on" if _DAY.match(name) else "in"
                told.append(name if word == before != "from" else f"{word} {name}")
                before = word
        return joined(told)

    def unknown(self, positions: Sequence[int]) -> str:
        """Return "; 2013 unknown" for releases that do not tell, those with other words reported apart; or nothing."""
        told = [at for at in positions if self.readings[at].status == "reported"]
        untold = [at for at in positions if at not in told]
        other = f"; {self.names(told)} reported in other words" if told else ""
        return other + (f"; {self.names(untold)} unknown" if untold else "")

    def years(self, run: Run) -> str:
        """Return how long a run lasted: "three years" of one a year without a gap, else "12 statements"."""
        first, last = (self.readings[at].known_year for at in (run.first, run.last))
        if self.is_yearly and first and last and last - first + 1 == run.count:
            return _counted(run.count, "year")
        return _counted(run.count, "statement")

    @property
    def unit(self) -> str:
        """Return what a reader counts in: years or statements."""
        return "year" if self.is_yearly else "statement"

    def stood(self, run: Run) -> str:
        """Return where a run reaches: "in every year read from 2011 to 2014; 2013 unknown"."""
        return self.reach(run) + self.unknown(run.unknown)

    def reach(self, run: Run) -> str:
        """Return where a run reaches, without its gaps."""
        if run.count == 1:
            return self.when(run.last)
        if run.count == 2:
            return self.when(run.first, run.last)
        span = f"from {self.name(run.first)} to {self.name(run.last)}"
        return f"in every {self.unit}{self._known(run)} {span}"

    def since(self, run: Run) -> str:
        """Return since when a phrase has stood: "in every year since 2011", for a run that lasts."""
        if run.count == 1:
            return self.when(run.last)
        return f"in every {self.unit}{self._known(run)} since {self.name(run.first)}{self.unknown(run.unknown)}"

    def _known(self, run: Run) -> str:
        """Return " read" for a run with a gap, " known" if some of it is known from reports alone, or nothing."""
        if not run.unknown:
            return ""
        is_read = all(reading.statement for reading in self.readings[run.first : run.last + 1] if reading.reported)
        return " read" if is_read else " known"

    def before(self, held: int | None) -> str:
        """Return "; before that last seen in 2017" for an earlier release that held a phrase, nothing for None."""
        return "" if held is None else f"; before that last seen {self.when(held)}"


def spelled(number: int) -> str:
    """Return a number in letters up to twelve, else in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def joined(words: Sequence[str]) -> str:
    """Return words as a list: "2013, 2015 and 2016"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _counted(count: int, noun: str) -> str:
    return f"{spelled(count)} {noun}{'' if count == 1 else 's'}"


def gap_before(holds: Sequence[bool | None], at: int) -> tuple[int, ...]:
    """Return the releases directly before `at` of which nothing is known."""
    first = at
    while first and holds[first - 1] is None:
        first -= 1
    return tuple(range(first, at))


def last_held(holds: Sequence[bool | None], before: int) -> int | None:
    """Return the last release before `before` that holds the phrase."""
    return next((at for at in range(before - 1, -1, -1) if holds[at]), None)


def told_vanished(calendar: Calendar, holds: Sequence[bool | None], at: int) -> str:
    """Return what an editor says of a phrase that is gone at `at`: "dropped after three years"."""
    held = last_held(holds, at)
    if held is None:
        return ""
    run, gap = run_back(holds, held), gap_before(holds, at)
    if gap:
        return f"gone; last seen {calendar.when(held)}{calendar.unknown(gap)}"
    if run.unknown:
        return f"dropped; it stood {calendar.stood(run)}"
    least = "at least " if run.is_open else ""
    stretch = calendar.years(run)
    where = "" if calendar.is_yearly or run.count == 1 else f" ({calendar.stood(run)})"
    return f"dropped after {least}{stretch}{where}"


def told_returned(calendar: Calendar, holds: Sequence[bool | None], at: int) -> str:
    """Return what an editor says of a phrase that is back at `at`: "back for the first time since 2017"."""
    held = last_held(holds, at)
    if held is None:
        return ""
    between = tuple(position for position in range(held + 1, at) if holds[position] is None)
    if between:
        return f"back; last seen {calendar.when(held)}{calendar.unknown(between)}"
    return f"back for the first time since {calendar.name(held)}"


def told_first(calendar: Calendar, holds: Sequence[bool | None], at: int) -> str:
    """Return what an editor says of the first release that holds a phrase: "new", or that nothing earlier was read."""
    before = holds[:at]
    if all(held is None for held in before):
        return "in the first known statement" + calendar.unknown(range(at))
    return "new" + calendar.unknown(tuple(position for position in range(at) if holds[position] is None))


def summary(calendar: Calendar, holds: Sequence[bool | None]) -> str:
    """Return the life of a phrase in a sentence, and in a second one how many statements hold it, where not all do."""
    held, read = sum(one is True for one in holds), sum(one is not None for one in holds)
    count = f"In {held} of {read} statements." if 0 < held < read else ""
    return " ".join(filter(None, (finding(calendar, holds), count)))


def finding(calendar: Calendar, holds: Sequence[bool | None]) -> str:
    """Return the life of a phrase in one sentence: what became of it last."""
    read = [at for at, held in enumerate(holds) if held is not None]
    if not read:
        return "Nothing is known of any release."
    held = [at for at in read if holds[at]]
    gone = tuple(at for at, one in enumerate(holds) if one is None)
    if not held:
        return f"In none of the {_counted(len(read), 'statement')} known{calendar.unknown(gone)}."
    run, last = run_back(holds, held[-1]), read[-1]
    after = tuple(at for at in gone if at > last)
    if len(held) == len(read):
        words = calendar.reach(run) if len(held) > 1 else f"only {calendar.when(held[0])}, the one that is known"
        return _sentence(words + calendar.unknown(gone))
    if run.last != last:
        first_without = next(at for at in range(run.last + 1, len(holds)) if holds[at] is False)
        where = told_vanished(calendar, holds, first_without)
        if where.startswith("dropped"):
            where = f"dropped {calendar.when(first_without)}{where.removeprefix('dropped')}"
    elif run.count == 1 and last_held(holds, run.first) is None:
        new, mark, gap = told_first(calendar, holds, run.first).partition(";")
        where = f"{new} {calendar.when(run.last)}{mark}{gap}"
    elif run.count == 1:
        where = f"{told_returned(calendar, holds, run.first)}, {calendar.when(run.last)}"
    else:
        reach = calendar.stood(run) if after else calendar.since(run)
        where = reach + calendar.before(last_held(holds, run.first))
    return _sentence(where + calendar.unknown(after))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
