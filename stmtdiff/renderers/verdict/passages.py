"""What all formats tell of a finding: its places in words, both wordings in their sentence, how to accept it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from stmtdiff.checking.verdict import Finding, Place, SetAside, Verdict
from stmtdiff.ledger import ledger_of
from stmtdiff.model import Statement
from stmtdiff.renderers.brief.telling import Quote, Told, quote
from stmtdiff.renderers.brief.telling import told as words_of
from stmtdiff.renderers.rows import place as named
from stmtdiff.renderers.verdict import Options
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import lived
from stmtdiff.report import Side, plural

AROUND = 14  # words of the sentence that are shown on each side of a wording, and of a long one itself
NEWS = 3  # rows of the ledger beside a verdict
LONGEST = 3 * AROUND  # words of a wording that is shown whole
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A wording in its sentence; all three are as the statement has them, not yet safe to show."""

    side: Side
    paragraph: str
    before: str
    wording: str
    after: str


def passages(finding: Finding) -> Iterator[Passage]:
    """Yield the wordings of a finding, the old one first."""
    sides: tuple[tuple[Side, Place | None], ...] = (("old", finding.old), ("new", finding.new))
    for side, place in sides:
        if place is not None:
            yield _passage(side, place)


def _passage(side: Side, place: Place) -> Passage:
    text, span = place.statement.text, place.span
    body = place.of.body
    around = [one.span for one in place.of.sentences if one.span.start <= span.end and span.start <= one.span.end]
    start, end = (around[0].start, around[-1].end) if around else (body.start, body.end)
    words = list(_WORD.finditer(text, start, span.start))
    is_cut = len(words) > AROUND
    before = text[words[-AROUND].start() if is_cut else start : span.start]
    words = list(_WORD.finditer(text, span.end, end))
    is_ended = len(words) <= AROUND
    after = text[span.end : end if is_ended else words[AROUND - 1].end()]
    return Passage(
        side,
        named(place.of),
        f"... {before}" if is_cut else before,
        _shortened(place.text),
        after if is_ended else f"{after} ...",
    )


def _shortened(wording: str) -> str:
    """Return a wording, or the start of a long one with the number of words that follow."""
    words = list(_WORD.finditer(wording))
    if len(words) <= LONGEST:
        return wording
    return f"{wording[: words[AROUND - 1].end()]} [... {len(words) - AROUND} words ...]"


def told(finding: Finding) -> str:
    """Return where and what in one line: "4 -> 5: altered: 'grave concern' became 'concern'"."""
    return visible(": ".join(filter(None, (where(finding), finding.kind, finding.detail))))


def life_of(verdict: Verdict, finding: Finding) -> str:
    """Return how the wordings of a finding fared in their series, in one line; nothing where that is not known."""
    own = (life for life in verdict.report.lives if life.telling and life.shift == finding.shift)
    return lived(own)


def where(finding: Finding) -> str:
    """Return the paragraphs of a finding, "4 -> 5" or "5"; nothing where it has no place."""
    names = [named(place.of) for place in (finding.old, finding.new) if place]
    if finding.old and not finding.new:
        return f"{names[0]} (old)"
    return " -> ".join(dict.fromkeys(names))


def shown(verdict: Verdict, options: Options) -> tuple[Finding, ...]:
    """Return the findings that a reader wants to see, gravest first."""
    return verdict.findings[: options.max_findings]


def news_of(verdict: Verdict) -> tuple[str, tuple[Told, ...]]:
    """Return the headline and the first rows of what changed, the gravest first; nothing where nothing is news."""
    ledger = ledger_of(verdict.report, lines=NEWS)
    told = (words_of(ledger, row) for row in ledger.rows)
    rows = tuple(replace(row, then=_cut(row.then), now=_cut(row.now)) for row in told)
    return visible(ledger.headline) if rows else "", rows


def _cut(cut: Quote) -> Quote:
    """Return a quotation, or the start of a long one with the number of words that follow."""
    whole = quote(cut)
    short = _shortened(whole)
    return cut if short == whole else ((short, False),)


def left_out(verdict: Verdict, count: int) -> str:
    """Return how many findings beyond `count` are not shown, in words; nothing if all are."""
    rest = len(verdict.findings) - count
    return f"{plural(rest, 'more finding')} not shown" if rest > 0 else ""


def acceptance(finding: Finding, options: Options) -> str:
    """Return the command that accepts a finding; nothing where no command was typed."""
    return f'{options.command} --accept {finding.id} --reason "WHY"' if options.command else ""


def aside(one: SetAside) -> str:
    """Return in words what does not count, and why."""
    until = f" (until {one.until})" if one.until else ""
    return visible(f"{one.finding.id}{until}: {one.finding.detail}; reason: {one.reason}")


def remarked(verdict: Verdict) -> tuple[str, ...]:
    """Return what could not be seen or judged, a line each: where, and what."""
    return tuple(
        visible(": ".join(filter(None, (where(one), f"{one.detail} [{one.entry}]")))) for one in verdict.remarks
    )


def line_in_file(place: Place, lines: tuple[int, ...]) -> int:
    """Return the line of its file on which a place begins, by the `lines` of that file; 0 where it is not known."""
    line = place.ends[0]
    return lines[line - 1] if line <= len(lines) else 0


def is_line_true(statement: Statement) -> bool:
    """Say whether a line of the statement's text is the same line of its file: of plain text that was left in place."""
    return statement.source.loader == "text" and not any(mark.kind == "furniture" for mark in statement.source.marks)
