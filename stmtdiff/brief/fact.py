"""One line of a brief: what happened to which wording, where, and from which shifts it is known."""

from dataclasses import dataclass
from typing import Literal

from stmtdiff.report import Life
from stmtdiff.rules.annotation import Severity
from stmtdiff.spans import Span

Sort = Literal["rate", "vote", "dissent", "wording", "speaker", "throughout", "moved", "kept"]
Change = Literal["dropped", "added", "changed", "same", "moved", "less-often", "more-often"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a brief.

    `old` and `new` are the wordings to quote, spans into the two texts; `old_core` and `new_core` are what of
    them shifted, where that is less (the rest is quoted so that it can be read). `old_paragraphs` and
    `new_paragraphs` the indexes of the paragraphs that they stand in. `said` is what the field calls
    the directions ("softer", "dovish"), `rules` the codes of the rules that say so, `severity` the
    gravest of them. `shifts` and `links` are the ids in the report that the line rests on; a line
    that rests on what stayed has `formula`, the wording as the rule pack writes it. `note` is a fact
    that is no wording ("9-1, was 10-0"); `count` is how often the same thing happens. `lives` say how
    long an old wording had stood in its series, and whether a new one is back.
    """

    sort: Sort
    change: Change
    old: Span | None = None
    new: Span | None = None
    old_paragraphs: tuple[int, ...] = ()
    new_paragraphs: tuple[int, ...] = ()
    severity: Severity | None = None
    said: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    formula: str = ""
    note: str = ""
    count: int = 1
    lives: tuple[Life, ...] = ()
    old_core: Span | None = None
    new_core: Span | None = None
