"""Choose the lines of a brief: what was decided, then the gravest shifts, then what moved and what stayed."""

from dataclasses import dataclass, replace

from stmtdiff.brief.apart import Told
from stmtdiff.brief.changes import Changes
from stmtdiff.brief.decision import rate, votes
from stmtdiff.brief.fact import Fact
from stmtdiff.brief.formulas import FormulaFinder
from stmtdiff.brief.kept import kept
from stmtdiff.errors import RenderError
from stmtdiff.report import Report
from stmtdiff.rules import load_packs

LINES = 10
_LINES_A_DISSENT = 5
_ROOMY = 5  # lines for shifts and kept formulas, above which two of these have a place
_ASIDE = 8  # lines from which on there is room for what moved, what runs through the text and what stayed


@dataclass(frozen=True, slots=True)
class Brief:
    """The few facts that a desk needs of a report, in the order in which they are told.

    `untold` counts the substantive shifts that no fact rests on, `untold_kept` the kept formulas.
    """

    report: Report
    facts: tuple[Fact, ...]
    untold: int
    untold_kept: int


def brief_of(report: Report, *, lines: int = LINES) -> Brief:
    """Return the `lines` facts of `report` that weigh most, by the packs that judged it.

    Raises:
        RenderError: when `lines` is less than 1.
        SettingsError: for an unknown pack or a broken rule file.
    """
    if lines < 1:
        raise RenderError(f"a brief of {lines} lines says nothing", hint="--lines 1 and more")
    packs = load_packs(report.settings)
    changes = Changes(report, packs, FormulaFinder(packs))
    decided = [changes.completed(fact) for fact in (rate(report, packs), *votes(report, packs)) if fact]
    decided, throughout = _settled(report, decided, changes.throughout())
    shifted = changes.wordings(shift for fact in decided for shift in fact.shifts)
    decided = _shortened(decided, lines)
    aside = [*throughout[:1], *_moved(report)][: lines - len(decided)] if lines >= _ASIDE else []
    room = max(0, lines - len(decided) - len(aside))
    told = Told(report)
    first = told.apart([*decided, *shifted[:room], *aside])
    stayed = kept(report, *changes.formulas, told)
    again = _again(len(stayed), len(shifted), room) if lines >= _ASIDE else 0
    end = len(first) - len(aside)
    start = min(end, len(decided) + room - again)
    facts = (*first[:start], *first[end:], *stayed[:again])
    return Brief(report, facts, _untold(report, facts), len(stayed) - again)


def _shortened(decided: list[Fact], lines: int) -> list[Fact]:
    """Return what was decided, with one dissent in its own words for every five lines; the vote names them all."""
    own = [fact for fact in decided if fact.sort == "dissent"]
    return [fact for fact in decided if fact not in own[lines // _LINES_A_DISSENT :]][:lines]


def _settled(report: Report, decided: list[Fact], throughout: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return what was decided, and what runs through the text beside it; the rate itself said again is the rate."""
    grown, rest = list(decided), []
    for fact in throughout:
        place = next((at for at, one in enumerate(decided) if _quotes(report, fact) == _quotes(report, one)), None)
        if place is None:
            rest.append(fact)
        else:
            grown[place] = replace(grown[place], shifts=tuple(dict.fromkeys((*grown[place].shifts, *fact.shifts))))
    return grown, rest


def _quotes(report: Report, fact: Fact) -> list[list[str]]:
    sides = ((fact.old, report.old), (fact.new, report.new))
    return [span.of(statement.text).split() if span else [] for span, statement in sides]


def _again(stayed: int, shifted: int, room: int) -> int:
    """Return how many kept formulas are told: one or two have a place of their own, more where shifts leave room."""
    least = 2 if room > _ROOMY else 1
    return min(stayed, max(least, room - shifted), room)


def _moved(report: Report) -> list[Fact]:
    """Return one fact for all paragraphs that moved."""
    links = [link for link in report.links if link.moved]
    if not links:
        return []
    return [
        Fact(
            "moved", "changed", old_paragraphs=tuple(link.old[0] for link in links if link.old),
            new_paragraphs=tuple(link.new[0] for link in links if link.new),
            links=tuple(link.id for link in links), count=len(links),
        )
    ]  # fmt: skip


def _untold(report: Report, facts: tuple[Fact, ...]) -> int:
    told = {shift for fact in facts for shift in fact.shifts}
    said = {shift for pattern in report.patterns for shift in pattern.shifts}
    lost = {shift.id for shift in report.shifts if shift.is_news and shift.id not in told}
    return len(lost - said) + sum(not told.issuperset(pattern.shifts) for pattern in report.patterns)
