"""Count the lines of briefs that say what is not so, over every two statements that follow each other in a series.

Run `python -m benchmarks.truth` at the root of a checkout. One line a series and one for all of them: how many
lines were told, and how many of them

- say *kept* (or "unchanged") of words that do not stand letter for letter in both texts,
- say *dropped* or *added* of words that stand in the other text too,
- quote without a figure, a date or a negation that belongs to what they quote,
- tell words again that a line before them told.

The measures read what is shown and the two texts, and ask nothing of the engine that chose the lines. No text is
printed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.sets import data_folder
from stmtdiff.brief import LINES, Brief, Fact, brief_of
from stmtdiff.comparison import compare
from stmtdiff.loaders import load
from stmtdiff.model import Statement
from stmtdiff.outline import parse
from stmtdiff.renderers.brief.telling import told
from stmtdiff.spans import Span

MEASURES = ("not kept", "not gone", "cut", "twice")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
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
    """What a line quotes of one side: the span, and the words that are shown of it."""

    statement: Statement
    span: Span
    quote: str


def violations(brief: Brief) -> Counter[str]:
    """Return how many lines of `brief` break each of the measures, each line at most once a measure."""
    found: Counter[str] = Counter(dict.fromkeys(MEASURES, 0))
    earlier: list[list[_Shown]] = []
    for fact in brief.facts:
        own = list(_shown(brief, fact))
        found["not kept"] += fact.change == "same" and not _is_kept(brief, own)
        found["not gone"] += not _is_gone(brief, fact)
        found["cut"] += any(map(_is_cut, own))
        found["twice"] += any(_is_again(own, other) for other in earlier)
        earlier.append(own)
    return found


def _shown(brief: Brief, fact: Fact) -> Iterator[_Shown]:
    quotes = told(brief, fact).quotes
    sides = [(brief.report.new, fact.new), (brief.report.old, fact.old)]
    spans = [(statement, span) for statement, span in sides if span is not None]
    for (statement, span), quote in zip(spans, quotes, strict=False):
        yield _Shown(statement, span, quote)


def _is_kept(brief: Brief, shown: Iterable[_Shown]) -> bool:
    texts = [" ".join(statement.text.split()) for statement in (brief.report.old, brief.report.new)]
    parts = chain.from_iterable(" ".join(one.quote.split()).split(" ... ") for one in shown)
    return all(part in text for part in parts for text in texts)


def _is_gone(brief: Brief, fact: Fact) -> bool:
    """Say whether not all words that a line calls dropped or added stand in the other text too."""
    if fact.change not in ("dropped", "added") or fact.sort == "dissent":
        return True
    report, is_old = brief.report, fact.change == "dropped"
    own, other = (report.old, report.new) if is_old else (report.new, report.old)
    whole = fact.old if is_old else fact.new
    shifts = [shift for shift in report.shifts if shift.id in fact.shifts]
    spans = [shift.old if is_old else shift.new for shift in shifts]
    if (fact.new if is_old else fact.old) is None:
        spans = [whole]
    parts = [_words(span.of(own.text)) for span in spans if span is not None]
    return not all(f" {part} " in f" {_words(other.text)} " for part in parts if part)


@lru_cache(maxsize=64)
def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_cut(shown: _Shown) -> bool:
    text, span = shown.statement.text, shown.span
    whole, quote = (" ".join(words.split()) for words in (span.of(text), shown.quote))
    if any(Counter(pattern.findall(whole)) - Counter(pattern.findall(quote)) for pattern in (_FIGURES, _NEGATION)):
        return True
    around = text[max(0, span.start - 60) : span.end + 60]
    base = max(0, span.start - 60)
    for match in _FIGURES.finditer(around):
        start, end = base + match.start(), base + match.end()
        if start < span.start < end or start < span.end < end:
            return True
    sentence = next((one for one in shown.statement.sentences if one.span.start <= span.start < one.span.end), None)
    return sentence is not None and _AHEAD.search(text[sentence.span.start : span.start]) is not None


def _is_again(own: list[_Shown], other: list[_Shown]) -> bool:
    """Say whether two lines quote one word of a text, or read the same on both sides."""
    if own and [_words(one.quote) for one in own] == [_words(one.quote) for one in other]:
        return True
    return any(_is_shared(one, two) for one in own for two in other if one.statement is two.statement)


def _is_shared(one: _Shown, other: _Shown) -> bool:
    shared = one.statement.text[max(one.span.start, other.span.start) : min(one.span.end, other.span.end)]
    return bool(_WORD.search(shared))


def measure(folder: Path, lines: int) -> Counter[str]:
    """Return the counts over the texts of one series, in the order of their names: pairs, lines, and each measure."""
    counts: Counter[str] = Counter()
    statements = [parse(load(path)) for path in sorted(folder.glob("*.txt"))]
    for old, new in pairwise(statements):
        brief = brief_of(compare(old, new), lines=lines)
        counts += Counter({"pairs": 1, "lines": len(brief.facts)})
        counts += violations(brief)
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
    found = ", ".join(f"{measure} {counts[measure]}" for measure in MEASURES)
    return f"{name}: {counts['pairs']} pairs, {counts['lines']} lines: {found}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.truth", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, help="the folder of series (else STMTDIFF_CORPORA, ../shared/corpora)")
    parser.add_argument("--only", default="", metavar="NAME", help="only series whose name holds NAME")
    parser.add_argument("--lines", type=int, default=LINES, help=f"lines of a brief (default: {LINES})")
    return parser


if __name__ == "__main__":
    main()
