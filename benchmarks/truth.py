"""Count the rows of ledgers that say what is not so, over every two statements that follow each other in a series.

Run `python -m benchmarks.truth` at the root of a checkout. One line a series and one for all of them: how many
rows were told, with how many words, and how many of them

- say *again* (kept) of words that do not stand letter for letter in both texts,
- say *dropped* or *new* of words that stand in the other text too; mark as changed five words in a row that stand
  there; or hold against the new wording an old one that still stands elsewhere (or the other way round),
- quote without a figure, a date or a negation that belongs to what they quote, or cut a sentence without an ellipsis,
- tell words again that a row before them told.

The measures read what is shown and the two texts, and ask nothing of the engine that chose the rows. No text is
printed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.sets import data_folder
from stmtdiff.comparison import compare
from stmtdiff.ledger import LINES, Ledger, Piece, Row, ledger_of
from stmtdiff.loaders import load
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.renderers.brief.telling import quote, told
from stmtdiff.spans import Span

MEASURES = ("not kept", "not gone", "cut", "twice")
_RUN = 5  # words in a row that are no chance
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_NUMBER = r"[$€£¥]?(?<![^\W_])\d(?:[\d.,/–-]*\d)?"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FIGURES = re.compile(
    rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|{_MONTH} \d{{4}}|(?:early|mid|late)[- ]\d{{4}}"
    rf"|{_NUMBER}(?: to {_NUMBER})?(?:\s?(?:%|per ?cent(?:age points?)?\b|basis points?\b|(?:m|b|tr)illion\b))?"
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|\w+n['’]t)\b(?!-)", re.IGNORECASE
)
_AHEAD = re.compile(rf"{_NEGATION.pattern}(?:\s+\w+)?\s+$", re.IGNORECASE)  # right before, or with a word between


class _Shown(NamedTuple):
    """What a row quotes of one side: the stretch of text, the words that are shown of it, and those said to change."""

    statement: Statement
    other: Statement
    span: Span
    stretches: tuple[Span, ...]
    quote: str
    changed: tuple[Span, ...]


def violations(ledger: Ledger) -> Counter[str]:
    """Return how many rows of `ledger` break each of the measures, each row at most once a measure."""
    found: Counter[str] = Counter(dict.fromkeys(MEASURES, 0))
    earlier: list[list[_Shown]] = []
    for row in ledger.rows:
        own = list(_shown(ledger, row))
        found["not kept"] += row.change == "kept" and not all(map(_is_kept, own))
        found["not gone"] += any(_stands(row, one, own) for one in own)
        found["cut"] += any(map(_is_cut, own))
        found["twice"] += any(_is_again(own, other) for other in earlier)
        earlier.append(own)
    return found


def _shown(ledger: Ledger, row: Row) -> Iterator[_Shown]:
    words = told(ledger, row)
    old, new = ledger.statement(row, "old"), ledger.statement(row, "new")
    for own, other, pieces, cut in ((old, new, row.then, words.then), (new, old, row.now, words.now)):
        if pieces:
            hull = Span(pieces[0].span.start, pieces[-1].span.end)
            changed = tuple(piece.span for piece in pieces if piece.changed)
            yield _Shown(own, other, hull, tuple(_stretches(pieces)), quote(cut), changed)


def _stretches(pieces: Iterable[Piece]) -> Iterator[Span]:
    """Yield what is quoted without a gap."""
    held: Span | None = None
    for piece in pieces:
        if held and held.end < piece.span.start:
            yield held
            held = None
        held = Span(held.start if held else piece.span.start, piece.span.end)
    if held:
        yield held


def _is_kept(shown: _Shown) -> bool:
    texts = [" ".join(statement.text.split()) for statement in (shown.statement, shown.other)]
    parts = [part.strip() for part in shown.quote.split("…")]
    return all(part in text for part in parts for text in texts)


def _stands(row: Row, shown: _Shown, own: list[_Shown]) -> bool:
    """Say whether the other text has what a row says came, went or changed."""
    if row.change in ("kept", "renewed", "rate", "vote", "stayed"):
        return False
    there = f" {_words(shown.other.text)} "
    runs = [_words(span.of(shown.statement.text)) for span in shown.changed]
    if len(own) == 1:
        return row.change != "reworded" and any(f" {run} " in there for run in runs if run)
    beside = next(_words(one.span.of(one.statement.text)) for one in own if one is not shown)
    whole = _words(shown.span.of(shown.statement.text))
    elsewhere = there.replace(f" {beside} ", " | ")
    return f" {whole} " in elsewhere or any(_has_run(run.split(), there) for run in runs)


def _has_run(words: list[str], text: str) -> bool:
    return any(f" {' '.join(words[at : at + _RUN])} " in text for at in range(len(words) - _RUN + 1))


@lru_cache(maxsize=64)
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_cut(shown: _Shown) -> bool:
    """Say whether a quotation cuts a figure, leaves a negation behind, loses one inside, or ends without a sign."""
    text, span = shown.statement.text, shown.span
    whole = " ".join(" ".join(one.of(text) for one in shown.stretches).split())
    quoted = " ".join(shown.quote.split())
    if any(Counter(pattern.findall(whole)) - Counter(pattern.findall(quoted)) for pattern in (_FIGURES, _NEGATION)):
        return True
    base = max(0, span.start - 60)
    ends = {place for one in shown.stretches for place in (one.start, one.end)}
    for match in _FIGURES.finditer(text[base : span.end + 60]):
        start, end = base + match.start(), base + match.end()
        if any(start < place < end for place in ends):
            return True
    sentences = [one.span for one in shown.statement.sentences if one.span.is_touching(span)]
    if not sentences:
        return False
    before, behind = text[sentences[0].start : span.start], text[span.end : sentences[-1].end]
    is_unsigned = (_WORD.search(before) and not quoted.startswith("…")) or (
        _WORD.search(behind) and not quoted.endswith("…")
    )
    return bool(is_unsigned) or _AHEAD.search(before) is not None


def _is_again(own: list[_Shown], other: list[_Shown]) -> bool:
    """Say whether two rows quote one word of a text, or read the same on both sides."""
    if own and [_words(one.quote) for one in own] == [_words(one.quote) for one in other]:
        return True
    return any(_is_shared(one, two) for one in own for two in other if one.statement is two.statement)


def _is_shared(one: _Shown, other: _Shown) -> bool:
    pairs = ((a, b) for a in one.stretches for b in other.stretches if a.is_touching(b))
    return any(_WORD.search(one.statement.text[max(a.start, b.start) : min(a.end, b.end)]) for a, b in pairs)


def measure(folder: Path, lines: int) -> Counter[str]:
    """Return the counts over the texts of one series, in the order of their names."""
    counts: Counter[str] = Counter()
    statements = [parse(load(path)) for path in sorted(folder.glob("*.txt"))]
    for old, new in pairwise(statements):
        ledger = ledger_of(compare(old, new), lines=lines)
        words = sum(len(one.quote.split()) for row in ledger.rows for one in _shown(ledger, row))
        counts += Counter({"pairs": 1, "rows": len(ledger.rows), "words": words})
        counts += violations(ledger)
    return counts


def main() -> None:
    """Print the counts, one line a series."""
    arguments = _parser().parse_args()
    whole: Counter[str] = Counter()
    corpora = data_folder("corpora", arguments.corpora)
    for folder in sorted(path for path in corpora.glob("*") if len(list(path.glob("*.txt"))) > 1):
        if arguments.only in folder.name:
            counts = measure(folder, arguments.lines)
            print(_line(folder.name, counts), flush=True)
            whole += counts
    print(_line("all", whole))


def _line(name: str, counts: Counter[str]) -> str:
    words = round(counts["words"] / max(1, counts["rows"]))
    found = ", ".join(f"{measure} {counts[measure]}" for measure in MEASURES)
    return f"{name}: {counts['pairs']} pairs, {counts['rows']} rows of {words} words: {found}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.truth", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, help="the folder of series (else STMTDIFF_CORPORA, ../shared/corpora)")
    parser.add_argument("--only", default="", metavar="NAME", help="only series whose name holds NAME")
    parser.add_argument("--lines", type=int, default=LINES, help=f"rows of a ledger (default: {LINES})")
    return parser


if __name__ == "__main__":
    main()
