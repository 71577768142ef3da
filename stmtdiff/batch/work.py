"""What is done with one pair, in any process: read it, compare it, and write its record as one line.

A pair that cannot be read or compared is a record too, with the sentence that says why: among a million
there is always one, and nobody starts again for it.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from stmtdiff import comparison
from stmtdiff.batch.pairs import Pair
from stmtdiff.errors import InternalError, StmtdiffError
from stmtdiff.json_lines import to_line
from stmtdiff.model import Statement
from stmtdiff.releases.comparing import completed
from stmtdiff.report import Report
from stmtdiff.series.library import read
from stmtdiff.settings import AS_USUAL, ReadOptions, Settings

What = Literal["counts", "brief", "report"]
WHAT: tuple[What, ...] = ("counts", "brief", "report")
SCHEMA = "stmtdiff-batch/1"


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked of every pair. It travels to other processes and machines, so it holds values only.

    `what` each record holds beside the counts; `library` is the folder of the user's texts, on whichever machine.
    """

    what: What = "counts"
    settings: Settings = field(default_factory=Settings)
    options: ReadOptions = AS_USUAL
    library: Path | None = None

    def line(self, pair: Pair) -> str:
        """Return the record of `pair` as one line of JSON, in the shape of `stmtdiff/schemas/batch-1.json`."""
        try:
            return _line(pair, **self._compared(pair))
        except StmtdiffError as error:
            return self.failed(pair, str(error))
        except Exception as error:  # one pair must not end the others
            return self.failed(pair, str(InternalError(f"{type(error).__name__}: {error}")))

    def failed(self, pair: Pair, why: str) -> str:
        """Return the record of a pair that could not be compared, with the sentence that says why."""
        return _line(pair, error=why)

    def _compared(self, pair: Pair) -> dict[str, Any]:
        old, new = (read(name, self.options, library=self.library) for name in (pair.old, pair.new))
        report = comparison.compare(old, new, settings=completed(self.settings, old, new))
        told = {"counts": _counts(report), "notices": list(report.notices), "doubts": _doubts(old, new)}
        if self.what == "report":
            told["report"] = report.to_dict()
        if self.what == "brief":
            told["brief"] = _brief(report)
        return told


def _line(pair: Pair, *, error: str | None = None, **told: Any) -> str:
    empty: dict[str, Any] = {"counts": None, "notices": [], "doubts": []}
    record = {"schema": SCHEMA, **asdict(pair), "between": list(pair.between), "error": error, **empty, **told}
    return to_line(record)


def _counts(report: Report) -> dict[str, Any]:
    """Return the counts of a report, with the days of its statements and their lengths in words."""
    days = {side: report.statement(side).dateline.date for side in ("old", "new")}
    words = {
        side: sum(len(paragraph.words) for paragraph in report.statement(side).paragraphs) for side in ("old", "new")
    }
    return {
        **{f"{side}_date": day.isoformat() if day else None for side, day in days.items()},
        **{f"{side}_words": count for side, count in words.items()},
        **asdict(report.summary),
        "notes": asdict(report.notes),
        "anew": report.is_anew,
    }


def _doubts(*statements: Statement) -> list[str]:
    return list(dict.fromkeys(doubt for statement in statements for doubt in statement.source.doubts))


def _brief(report: Report) -> Any:
    from stmtdiff.ledger import ledger_of
    from stmtdiff.renderers.brief.json import told

    return told(ledger_of(report))
