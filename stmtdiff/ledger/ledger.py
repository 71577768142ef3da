"""The ledger of a report: what happened to which wording, row by row, each side quoted from its own text."""

from typing import Literal

from stmtdiff.model import Statement
from stmtdiff.records import dataclass
from stmtdiff.report import Life, Report, Side
from stmtdiff.shifts.shift import Direction
from stmtdiff.spans import Span

Change = Literal[
    "rate", "vote", "kept", "renewed", "changed", "added", "dropped", "reworded", "moved", "came", "went", "stayed"
]
Story = Literal["text", "notes"]
STORIES: tuple[Story, Story] = ("text", "notes")
"""The statement and its notes, in the order of `Report.parts`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side's text. `changed` says whether it is what changed, or stands there so that it reads.

    Pieces of a side are in the order of its text; between two that are no neighbours an ellipsis is due.
    """

    span: Span
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the matter, what was written then, what is written now.

    `change` says what became of it: "rate" and "vote" what was decided; "kept" words that stand in both texts, letter
    for letter, from the same speaker by the same verb; "renewed" a decision of which a date or figure rolled on;
    "reworded" matter of which the other side holds much in other words; "moved" a paragraph of which it is told only
    that it went to the top; "came", "went" and "stayed" topics of a text that was written anew. A side that is not
    quoted has no pieces.

    `direction` is from rules alone, `said` what the field calls it ("softer", "dovish"), `rules` their codes, `why`
    the message of the gravest, or else in plain words why the row is news. `old_paragraphs` and `new_paragraphs` are
    indexes into the paragraphs of the statements, or of their notes where `story` says so. `shifts` and `links` are
    the ids of the report that the row rests on. `lives` say how long a wording stood in its series. `note` is a fact
    that is no wording ("8-1, was 10-0", "much of it stands in 7"). `reasons` are what its place rests on, each 1 up
    or -1 down.
    """

    change: Change
    topic: str
    then: tuple[Piece, ...] = ()
    now: tuple[Piece, ...] = ()
    direction: Direction = "none"
    said: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    why: str = ""
    old_paragraphs: tuple[int, ...] = ()
    new_paragraphs: tuple[int, ...] = ()
    shifts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    lives: tuple[Life, ...] = ()
    note: str = ""
    reasons: tuple[tuple[str, int], ...] = ()
    story: Story = "text"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The few rows that a desk needs of a report, the gravest first.

    `kicker` says of which statements it is ("Harbour board, 7 May 2031, against 3 April 2031"), `headline` what was
    decided and what changed most, in the words of the text; `decided` are its parts on
    the rate and the vote. `untold` counts the substantive shifts that no row rests
    on. `anew` says that hardly a paragraph has a counterpart: then rows say which topics are new, gone or kept.
    """

    report: Report
    kicker: str
    headline: str
    rows: tuple[Row, ...]
    decided: tuple[str, ...] = ()
    untold: int = 0
    anew: bool = False

    def statement(self, row: Row, side: Side) -> Statement:
        """Return the text that one side of `row` is quoted from: the statement, or its notes as a second one."""
        part = self.report.footnotes if row.story == "notes" and self.report.footnotes else self.report
        return part.statement(side)
