"""Say on which lanes the releases of a history stand: a lane for each wording, and for what is no wording.

Where the rules tell the wordings apart by strength, the lanes are a ladder, the strongest first, and a step up or down
is firmer or softer. Else the lanes stand in the order in which the wordings came.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stmtdiff.phrases import keys_of
from stmtdiff.timeline.entry import Aspect, Entry, History
from stmtdiff.timeline.strength import Ladder, ladder_of, own_wordings, wordings_of

OTHER, ABSENT, NO_QUALIFIER = "other wordings", "not there", "no qualifier"
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a history, and the lane of each of its entries.

    `labels` are the names without the noun in which all of them end. `ranks` hold for each entry its lanes, the highest
    first, none where nothing is known; `steps` say which way it went from the release before, as a direction, "none"
    where nothing tells. `is_ladder` says that the lanes stand by strength.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    ranks: tuple[tuple[int, ...], ...]
    steps: tuple[str, ...]
    is_ladder: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A horizontal line; `label` is cut to its place, `told` whole. `is_gap` for those that are no wording."""

    label: str
    told: str
    y: int
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Releases in a row of which nothing is known, or a text of another kind, from `x` on, in pixels; hatched."""

    x: int
    width: int
    told: str


def why_unknown(entry: Entry) -> str:
    """Return why an entry is hatched: its text is of another kind, or nothing is known of it."""
    return entry.note if entry.aside else "not known"


def shape_of(entry: Entry) -> str:
    """Return how an entry is drawn: a dot where its text was read, a ring where it is reported, a square without."""
    return ("reported" if entry.status == "reported" else "read") if entry.holds else "absent"


def lanes_of(history: History, aspect: Aspect = "formula") -> Lanes:
    """Return the lanes of a history by its wordings of one aspect."""
    entries = history.entries
    ladder = ladder_of(history, aspect=aspect)
    names = _names(entries, ladder.wordings, aspect)
    known = {keys_of(name): at for at, name in enumerate(names) if not is_gap(name)}
    ranks = tuple(_ranks(entry, known, names, aspect) for entry in entries)
    return Lanes(tuple(names), tuple(_labels(names)), ranks, tuple(_steps(ranks, names, ladder)), bool(ladder.wordings))


def is_gap(name: str) -> bool:
    """Say whether a lane is of no wording."""
    return name in (OTHER, ABSENT)


def cut(text: str, letters: int) -> str:
    """Return a text in at most so many letters."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def _names(entries: Sequence[Entry], ladder: Sequence[str], aspect: Aspect) -> list[str]:
    """Return the names of the lanes: the wordings, and what else there is."""
    kept = list(ladder or wordings_of(entries, aspect))
    keys = set(map(keys_of, kept))
    rest = any(keys_of(wording) not in keys for entry in entries for wording in own_wordings(entry, aspect))
    bare = any(entry.holds and not own_wordings(entry, aspect) for entry in entries)
    is_absent = any(entry.holds is False and not entry.aside for entry in entries)
    return [*kept, *([OTHER] if rest or bare else []), *([ABSENT] if is_absent else [])]


def _labels(names: Sequence[str]) -> list[str]:
    """Return what is written at the lanes: the wordings without the noun in which all of them end."""
    rows = [name.split() for name in names if not is_gap(name)]
    same = 0
    while len(rows) > 1 and same < min(map(len, rows)) and len({row[-1 - same].lower() for row in rows}) == 1:
        same += 1
    return [
        name if is_gap(name) or not same else " ".join(name.split()[:-same]) or NO_QUALIFIER for name in names
    ]  # fmt: skip


def _ranks(entry: Entry, ranks: dict[Key, int], names: Sequence[str], aspect: Aspect) -> tuple[int, ...]:
    """Return the lanes of an entry by their position, the highest first; none where nothing is known."""
    if entry.holds is None or entry.aside:
        return ()
    if not entry.holds:
        return (names.index(ABSENT),)
    found = {ranks.get(keys_of(wording), -1) for wording in own_wordings(entry, aspect)} or {-1}
    return tuple(sorted(names.index(OTHER) if at < 0 else at for at in found))


def _steps(ranks: Sequence[Sequence[int]], names: Sequence[str], ladder: Ladder) -> list[str]:
    """Return which way each release went from the one before, if a rule says so, or if the phrase went or came back."""
    found, last = [], ""
    for own in ranks:
        step = "none"
        if own:
            name = names[own[0]]
            if ladder.wordings and last:
                step = _step(last, name, ladder)
            last = name
        found.append(step)
    return found


def _step(old: str, new: str, ladder: Ladder) -> str:
    if (new, old) in ladder.firmer or (old == ABSENT and new != ABSENT):
        return "firmer"
    return "softer" if (old, new) in ladder.firmer or (new == ABSENT and old != ABSENT) else "none"
