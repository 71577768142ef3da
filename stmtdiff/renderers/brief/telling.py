"""Put the facts of a brief into words, for text and Markdown alike: our words, and wordings to quote."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stmtdiff.brief import WHOLE, Brief, Fact
from stmtdiff.brief.figures import denials, figures
from stmtdiff.model import Statement
from stmtdiff.renderers.rows import place
from stmtdiff.renderers.visible import visible
from stmtdiff.renderers.wording import NAMED_PLACES, called, directions, lived
from stmtdiff.report import plural
from stmtdiff.spans import Span

LONGEST = WHOLE  # characters of a wording; a longer one loses what it can of its middle
_TAIL = 60  # characters that are kept of its end
_GAP = 3  # words that an ellipsis stands for at least
_TURNED = 3  # words behind a negation that it turns
_ALWAYS = frozenset({"moved", "kept", "throughout", "rate", "vote"})  # sorts that are named as they are
_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"(?<![^\W_])\d")
_CHANGES = {"less-often": "said less often", "more-often": "said more often"}


class Told(NamedTuple):
    """A line: a word for what happened, then what is quoted or said, the places, the rules."""

    label: str
    quotes: tuple[str, ...]
    between: tuple[str, ...]  # our words around the quotes, one more than there are quotes
    where: str
    rules: str
    lives: str = ""


def headline(brief: Brief) -> str:
    """Return the first line: what was decided, and the counts."""
    return "; ".join([*decided(brief), *filter(None, (_counts(brief), directions(brief.report)))])


def decided(brief: Brief) -> list[str]:
    """Return what was decided: "Rate unchanged at 4 percent", "vote 9-1, was 10-0"; both harmless to show."""
    return [*_rate_in_short(brief), *(f"vote {visible(fact.note)}" for fact in brief.facts if fact.sort == "vote")]


def pair(brief: Brief) -> str:
    """Return which statement is held against which."""
    return f"{called(brief.report.new)} against {called(brief.report.old)}"


def told(brief: Brief, fact: Fact) -> Told:
    """Return a fact in words; what is quoted is escaped for no format yet, only harmless."""
    old, new = _quote(fact.old, brief.report.old), _quote(fact.new, brief.report.new)
    rules = f"[{', '.join(map(visible, fact.rules))}]" if fact.rules else ""
    label, where = visible(_label(fact)), _where(brief, fact)
    if fact.sort == "vote":
        return Told(label, (), (visible(fact.note),), where, rules)
    if fact.sort == "moved":
        return Told(label, (), (plural(fact.count, "paragraph"),), where, rules)
    times = f", {fact.count} times" if fact.count > 1 else ""
    if fact.change == "same":
        return Told(label, (new,), ("again " if fact.sort == "kept" else "unchanged, ", times), where, rules)
    lives = lived(fact.lives)
    if fact.change == "moved":
        return Told(label, (new,), ("", times), where, rules, lives)
    if old and new:
        return Told(label, (new, old), ("", ", was ", times), where, rules, lives)
    return Told(label, (new or old,), ("", times), where, rules, lives)


def line(brief: Brief, fact: Fact, *, shown_as: Callable[[str], str] = str) -> str:
    """Return a fact as one line of text; `shown_as` makes each quoted wording fit for where it is shown."""
    words = told(brief, fact)
    first, *others = words.between
    said = first + "".join(f'"{shown_as(quote)}"{after}' for quote, after in zip(words.quotes, others, strict=True))
    where = f"({words.where})" if words.where else ""
    shown = " ".join(part for part in (f"{words.label}:", said, where, words.rules) if part)
    return f"{shown}; {words.lives}" if words.lives else shown


def rest(brief: Brief) -> str:
    """Return how much the brief leaves out: "and 14 more substantive shifts"; empty where nothing is left."""
    parts = [
        *([plural(brief.untold, "more substantive shift")] if brief.untold else ()),
        *([plural(brief.untold_kept, "more kept formula")] if brief.untold_kept else ()),
    ]
    return f"and {', '.join(parts)}" if parts else ""


def notices(brief: Brief) -> Iterator[str]:
    """Yield what is odd about the pair or how it was read."""
    yield from map(visible, brief.report.notices)
    for statement in (brief.report.old, brief.report.new):
        yield from (visible(f"{statement.name}: {doubt}") for doubt in statement.source.doubts)


def shortened(text: str) -> str:
    """Return `text` without what can be left out of its middle where it is long, cut between words.

    Figures, dates and what a negation turns stay, so that a text that is full of them stays long.

    >>> shortened("one " * 60)[:20], len(shortened("harbour " * 60)) <= LONGEST
    ('one one one one one ', True)
    """
    if len(text) <= LONGEST:
        return text
    head = LONGEST - _TAIL - 5
    kept = _kept(text)
    words = [
        (match, _is_kept(match, kept) or match.end() <= head or match.start() >= len(text) - _TAIL)
        for match in _WORD.finditer(text)
    ]
    runs = [(is_kept, [match[0] for match, _ in run]) for is_kept, run in groupby(words, key=lambda pair: pair[1])]
    return " ".join(" ".join(run) if is_kept or len(run) < _GAP else "..." for is_kept, run in runs)


def _is_kept(word: re.Match[str], kept: frozenset[int]) -> bool:
    """Say whether a word holds a figure ("(30km", "COVID-19"; "G7" is a name) or a place that is `kept`."""
    return _DIGIT.search(word[0]) is not None or not kept.isdisjoint(range(*word.span()))


def _kept(text: str) -> frozenset[int]:
    """Return the places in `text` that no ellipsis may swallow: figures, and negations with the words behind them."""
    found = [*figures(text), *((start, _behind(text, end)) for start, end in denials(text))]
    return frozenset(place for start, end in found for place in range(start, end))


def _behind(text: str, place: int) -> int:
    """Return where the words end that a negation turns, which ends at `place`."""
    following = [match.end() for match, _ in zip(_WORD.finditer(text, place), range(_TURNED), strict=False)]
    return following[-1] if following else place


def _counts(brief: Brief) -> str:
    """Return what the brief chooses from: "113 substantive shifts, 4 paragraphs moved", and what it does not show."""
    report, summary = brief.report, brief.report.summary
    aside = [report.aside] if report.aside else []
    if not report.shifts and not summary.paragraphs["moved"]:
        return "; ".join([report.counts, *aside])
    told = [report.told_news if summary.substantive or aside else "no substantive shift"]
    found = [(summary.paragraphs.get(kind, 0), kind) for kind in ("moved", "added", "removed")]
    told += [f"{plural(count, 'paragraph')} {kind}" for count, kind in found if count]
    return "; ".join([", ".join(told), *aside])


def _rate_in_short(brief: Brief) -> Iterator[str]:
    for fact in brief.facts:
        if fact.sort == "rate":
            old, new = _quote(fact.old, brief.report.old), _quote(fact.new, brief.report.new)
            yield f"Rate unchanged at {new}" if fact.change == "same" else f"Rate {new}, was {old}"


def _label(fact: Fact) -> str:
    """Return the word that the line begins with: the field's own for its direction, or what was done."""
    if fact.sort in _ALWAYS:
        return ", ".join([fact.sort, *filter(None, [" and ".join(fact.said)])])
    if fact.sort == "dissent":
        return "dissents" if fact.change == "added" else "dissents for another reason"
    is_whole = fact.old is None or fact.new is None
    is_placed = is_whole or not fact.said or fact.change not in ("dropped", "added", "changed")
    first = "speaker" if fact.sort == "speaker" else _CHANGES.get(fact.change, fact.change) if is_placed else ""
    return ", ".join([*([first] if first else ()), *([" and ".join(fact.said)] if fact.said else ())])


def _quote(span: Span | None, statement: Statement) -> str:
    return shortened(visible(span.of(statement.text)).strip()) if span else ""


def _where(brief: Brief, fact: Fact) -> str:
    old = [place(brief.report.old.paragraphs[index]) for index in fact.old_paragraphs]
    new = [place(brief.report.new.paragraphs[index]) for index in fact.new_paragraphs]
    if fact.sort in ("moved", "kept", "throughout") and len(old) == len(new):
        names = [one if one == other else f"{one} -> {other}" for one, other in zip(old, new, strict=True)]
        return _listed(names)
    if not new:
        return f"was {_listed(old)}"
    return _listed(new) if old in (new, []) else f"{_listed(old)} -> {_listed(new)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED_PLACES} more" if len(names) > NAMED_PLACES else ""
    return ", ".join(names[:NAMED_PLACES]) + more
