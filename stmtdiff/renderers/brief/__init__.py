"""Show a ledger: text for a terminal or a mail, a table for a note, a page or Word, data for another program."""

from stmtdiff.records import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader may choose: `explain` shows with each row what its place rests on."""

    explain: bool = False
