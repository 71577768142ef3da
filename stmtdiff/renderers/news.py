"""The head of a terminal's page: the headline and the first rows of the ledger, two short quotations a row."""

from collections.abc import Iterator

from stmtdiff.ledger import Ledger, Row, ledger_of
from stmtdiff.renderers.brief.telling import Bit, Quote, bits, told
from stmtdiff.renderers.lines import Line, Run, unmarked
from stmtdiff.renderers.marks import MARKS, SIDE_TERMINAL, brackets
from stmtdiff.renderers.options import Options
from stmtdiff.renderers.views import INDENT, indented
from stmtdiff.renderers.visible import visible
from stmtdiff.report import Report, Side

ROWS = 5


def news(report: Report, options: Options) -> Iterator[Line]:
    """Yield the ledger's headline, of which statements it is, and its first rows; nothing where it has no row."""
    ledger = ledger_of(report, lines=ROWS)
    if not ledger.rows:
        return
    yield from indented([Run(visible(ledger.headline), "bold")], options.width)
    yield from indented([Run(visible(ledger.kicker), "dim")], options.width)
    yield ()
    for row in ledger.rows:
        yield from _row(ledger, row, options)
    yield ()


def _row(ledger: Ledger, row: Row, options: Options) -> Iterator[Line]:
    """Yield a row: its sign, matter, label, place and reason, then each side on lines of its own."""
    words = told(ledger, row)
    mark = MARKS["neutral" if row.direction == "none" else row.direction]
    label = f" {words.label}" if words.label else ""
    place = f" ({words.where})" if words.where else ""
    why = f" {words.rules or words.why}" if words.rules or words.why else ""
    head = [
        Run(f"{mark.sign} ", mark.terminal), Run(words.topic, "bold"), Run(label, mark.terminal),
        Run(f"{place}{why}", "dim"),
    ]  # fmt: skip
    yield from indented(head, options.width, hang="  ")
    sides: tuple[tuple[Side, Quote], ...] = (("old", words.then), ("new", words.now))
    for side, cut in sides:
        if cut:
            quoted = [_bit(bit, side, mark.terminal, signs=options.signs) for bit in bits(row, cut)]
            yield from indented([Run(f"{side} ", "dim"), *quoted], options.width, indent=INDENT, hang=INDENT)


def _bit(bit: Bit, side: Side, colour: str, *, signs: bool) -> Run:
    if not bit.changed:
        return Run(" \u2026 " if bit.spare else unmarked(bit.text) if signs else bit.text)
    opening, closing = brackets(side, quiet=False) if signs else ("", "")
    return Run(f"{opening}{bit.text}{closing}", f"{colour} {SIDE_TERMINAL[side]}".strip())
