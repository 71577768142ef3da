"""Put the rows of a ledger into words, alike in every format: our words, and wordings to quote."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stmtdiff.ledger import Ledger, Row, parts
from stmtdiff.ledger.weighing import TOLD
from stmtdiff.model import Statement
from stmtdiff.records import dataclass
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import NAMED_PLACES, called, lived
from stmtdiff.report import plural

_LABELS = {
    "rate": "rate", "vote": "vote", "kept": "again", "renewed": "renewed", "changed": "", "added": "new",
    "dropped": "dropped", "reworded": "reworded", "moved": "moved",
    "came": "new topic", "went": "topic gone", "stayed": "topic kept",
}  # fmt: skip
Quote = tuple[tuple[str, bool], ...]
_TOPICS = frozenset({"came", "went", "stayed"})  # rows of a text written anew, where nothing is marked as changed
_SHORT = 90  # characters of a quotation that is never shortened: two lines of a telephone
_NEAR = 24  # characters of unchanged words that stay beside a changed one


class Bit(NamedTuple):
    """A stretch of a quotation: whether it changed, and whether a view without room may leave it out."""

    text: str
    changed: bool
    spare: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A row in words that are harmless to show.

    `label` is what became of it, with the field's word for its direction; `then` and `now` are what is quoted, cut
    where the changed words begin and end, nothing where a side is not quoted. `where` names the paragraphs, `why` is
    the rule's message or the plain reason, `aside` what is no wording and how long a wording stood.
    """

    label: str
    topic: str
    then: Quote
    now: Quote
    where: str
    why: str
    rules: str
    aside: str
    reasons: str


def told(ledger: Ledger, row: Row) -> Told:
    """Return `row` in words."""
    label = ", ".join(filter(None, (_LABELS[row.change], " and ".join(map(visible, row.said)))))
    aside = "; ".join(filter(None, (visible(row.note), lived(row.lives))))
    reasons = ", ".join(f"{'+' if value > 0 else '-'} {TOLD.get(name, name)}" for name, value in row.reasons)
    return Told(
        label, visible(row.topic), _quote(ledger, row, is_new=False), _quote(ledger, row, is_new=True),
        _where(ledger, row), visible(row.why), ", ".join(map(visible, row.rules)), aside, reasons,
    )  # fmt: skip


def quote(cut: Quote) -> str:
    """Return a quotation in one string."""
    return "".join(text for text, _ in cut)


def bits(row: Row, cut: Quote) -> Iterator[Bit]:
    """Yield a quotation of `row` with its marks, none in a topic; of a long one what stands far from marks is spare."""
    has_marks = row.change not in _TOPICS and any(is_changed for _, is_changed in cut)
    is_short = len(quote(cut)) <= _SHORT
    for number, (text, is_changed) in enumerate(cut):
        if is_changed or is_short or not has_marks:
            yield Bit(text, is_changed and has_marks, spare=False)
            continue
        start = text.find(" ", _NEAR) if number else 0
        end = text.rfind(" ", 0, len(text) - _NEAR) + 1 if number + 1 < len(cut) else len(text)
        if start < 0 or end - start < _NEAR:
            start = end = len(text)
        parts = (text[:start], False), (text[start:end], True), (text[end:], False)
        yield from (Bit(part, changed=False, spare=is_spare) for part, is_spare in parts if part)


def pair(ledger: Ledger) -> str:
    """Return which statement is held against which, by name."""
    return f"{called(ledger.report.new)} against {called(ledger.report.old)}"


def counts(ledger: Ledger) -> str:
    """Return what the ledger leaves out, and that a text was written anew; "" where there is nothing to say."""
    more = [f"and {plural(ledger.untold, 'more substantive shift')}"] if ledger.untold else []
    return "; ".join([*more, *([_ANEW] if ledger.anew else [])])


_ANEW = "written anew: the rows say which topics are new, gone or kept"


def notices(ledger: Ledger) -> Iterator[str]:
    """Yield what is odd about the pair or how it was read."""
    yield from map(visible, ledger.report.notices)
    for statement in (ledger.report.old, ledger.report.new):
        yield from (visible(f"{statement.name}: {doubt}") for doubt in statement.source.doubts)


def _quote(ledger: Ledger, row: Row, *, is_new: bool) -> Quote:
    """Return one side of a row on one line, its runs with the spaces between them."""
    pieces = row.now if is_new else row.then
    made: list[tuple[str, bool]] = []
    for text, is_changed in parts(ledger.statement(row, "new" if is_new else "old"), pieces):
        shown = visible(text)
        if made and made[-1][0].endswith(" "):
            shown = shown.lstrip(" ")
        if shown:
            made.append((shown, is_changed))
    return tuple(made)


def _where(ledger: Ledger, row: Row) -> str:
    """Return the paragraphs of a row in words: "4 -> 5", "was 7", "12"."""
    old = _names(ledger.statement(row, "old"), row.old_paragraphs)
    new = _names(ledger.statement(row, "new"), row.new_paragraphs)
    if not new:
        return f"was {_listed(old)}" if old else ""
    return _listed(new) if old in (new, []) else f"{_listed(old)} -> {_listed(new)}"


def _names(statement: Statement, indexes: Sequence[int]) -> list[str]:
    return [place(statement.paragraphs[index]).replace("#p", "") for index in indexes]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED_PLACES} more" if len(names) > NAMED_PLACES else ""
    return ", ".join(names[:NAMED_PLACES]) + more
