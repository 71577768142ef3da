"""Put the wordings of a phrase in order of strength, by what the rules say when one takes the place of another.

Nothing here knows a ladder. Each wording is compared with each other one as two statements are, and a wording stands
above those that it is firmer than. So a list of qualifiers, a ladder of a pack and a rule of the reader's own all
count as they count in a report, and where no rule speaks there is no order.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from stmtdiff.comparison import compare
from stmtdiff.outline import from_paragraphs
from stmtdiff.phrases import keys_of
from stmtdiff.settings import Settings
from stmtdiff.timeline.entry import Aspect, Entry, History

MOST = 7  # wordings that are put in order: those of most releases


def wordings_of(entries: Sequence[Entry], aspect: Aspect = "formula") -> tuple[str, ...]:
    """Return the wordings of the most releases, as first printed, in the order in which they came."""
    counts: Counter[tuple[str, ...]] = Counter()
    printed: dict[tuple[str, ...], str] = {}
    for entry in entries:
        for key, wording in {keys_of(wording): wording for wording in own_wordings(entry, aspect)}.items():
            counts[key] += 1
            printed.setdefault(key, wording)
    kept = set(sorted(printed, key=lambda key: -counts[key])[:MOST])
    return tuple(wording for key, wording in printed.items() if key in kept)


def own_wordings(entry: Entry, aspect: Aspect = "formula") -> tuple[str, ...]:
    """Return the wordings of an entry that holds the phrase, none of one that does not."""
    return entry.wordings(aspect) if entry.holds else ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Wordings, the strongest first; `firmer` are the pairs of which a rule says that the first is firmer.

    Two between which no rule tells stand in the order in which they came; without any such pair there is no wording.
    """

    wordings: tuple[str, ...] = ()
    firmer: frozenset[tuple[str, str]] = frozenset()


def ladder_of(history: History, *, aspect: Aspect = "formula", settings: Settings | None = None) -> Ladder:
    """Return the wordings of a history, of one aspect, in order of strength.

    Raises:
        SettingsError: when a rule file that `settings` name is wrong.
    """
    codes = Counter(
        entry.reading.statement.language for entry in history.entries if entry.holds and entry.reading.statement
    )
    language = codes.most_common(1)[0][0] if codes else ""
    return by_strength(wordings_of(history.entries, aspect), settings=settings, language=language)


def by_strength(wordings: Sequence[str], *, settings: Settings | None = None, language: str = "") -> Ladder:
    """Return wordings in order of strength, by the rules of a `language`, "" for the one that they look like.

    >>> by_strength(["concern", "grave concern", "deep concern"]).wordings
    ('grave concern', 'deep concern', 'concern')
    """
    texts = {wording: from_paragraphs([wording], language=language) for wording in wordings}
    firmer = set()
    for one, other in combinations(wordings, 2):
        report = compare(texts[one], texts[other], settings=settings)
        directions = {shift.direction for shift in report.shifts if shift.is_news} - {"none"}
        if directions in ({"firmer"}, {"softer"}):
            firmer.add((other, one) if directions == {"firmer"} else (one, other))
    above = Counter(strong for strong, _ in firmer)
    above.subtract(weak for _, weak in firmer)
    return (
        Ladder(tuple(sorted(wordings, key=lambda wording: -above[wording])), frozenset(firmer)) if firmer else Ladder()
    )
