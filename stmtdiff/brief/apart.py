"""Quote each line's words so that no other line tells them again: what is quoted around a shift yields."""

from collections.abc import Sequence
from dataclasses import replace

from stmtdiff.brief.fact import Fact
from stmtdiff.brief.widening import whole, widened
from stmtdiff.report import Report
from stmtdiff.spans import Span


class Told:
    """What has been told of the two texts, line by line."""

    def __init__(self, report: Report) -> None:
        """Begin with nothing told of `report`."""
        self._shifts = {shift.id: shift for shift in report.shifts}
        self._sides = report.old, report.new
        self._taken: tuple[list[Span], list[Span]] = ([], [])

    def apart(self, facts: Sequence[Fact]) -> list[Fact]:
        """Return `facts` in order, without those words around a shift that another of them tells."""
        cores = [_cores(fact) for fact in facts]
        made: list[Fact] = []
        for place, fact in enumerate(facts):
            if fact.sort == "throughout":
                made.append(self._elsewhere(fact))
                self.tell(made[-1])
                continue
            others = [own for at, own in enumerate(cores) if at != place]
            spans = [
                self._window(number, span, cores[place][number], [own[number] for own in others])
                for number, span in enumerate((fact.old, fact.new))
            ]
            made.append(replace(fact, old=spans[0], new=spans[1]))
            self.tell(made[-1])
        return made

    def _elsewhere(self, fact: Fact) -> Fact:
        """Return what runs through the text, quoted from a place that no other line quotes, if there is one."""
        for shift in (self._shifts[name] for name in fact.shifts):
            if shift.old and shift.new:
                spans = [whole(side, span) for side, span in zip(self._sides, (shift.old, shift.new), strict=True)]
                pairs = zip(spans, self._taken, strict=True)
                if not any(span.is_touching(one) for span, taken in pairs for one in taken):
                    return replace(fact, old=spans[0], new=spans[1])
        return fact

    def tell(self, fact: Fact) -> None:
        """Remember what `fact` quotes; of what is the same on both sides the new text alone is quoted."""
        spans = (None if fact.change in ("same", "moved") else fact.old, fact.new)
        for taken, span in zip(self._taken, () if fact.sort in ("vote", "moved") else spans, strict=False):
            taken.extend([span] if span else [])

    def is_told(self, span: Span) -> bool:
        """Say whether a line has quoted a word of `span`, a span of the new text."""
        return any(map(span.is_touching, self._taken[1]))

    def around(self, number: int) -> tuple[Span, ...]:
        """Return what has been told of the old (0) or the new (1) text."""
        return tuple(self._taken[number])

    def _window(self, number: int, span: Span | None, core: Span | None, others: Sequence[Span | None]) -> Span | None:
        if span is None or core is None or core == span:
            return span
        around = [other for other in (*others, *self._taken[number]) if other and not other.is_touching(core)]
        return widened(self._sides[number], core, around)


def _cores(fact: Fact) -> tuple[Span | None, Span | None]:
    """Return the words on each side that only this line tells."""
    if fact.sort in ("vote", "moved"):
        return None, None
    return fact.old_core or fact.old, fact.new_core or fact.new
