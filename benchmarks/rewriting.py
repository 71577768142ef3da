"""A rewritten year: pairs whose answer is known because they were made, and made hard.

Leaders' statements are written anew each time. A third of the paragraphs go; one to four neighbours become one that
keeps half of their clauses; some are parted; half of the words give way to words of the same text; blocks change
places; and what is new comes out of other issues of the same series, on the same subjects and in the same stock
phrases, so that every paragraph has rivals. An ordinary year (`construct.py`) never leaves the region where all
is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.construct import Group, Units, runs
from benchmarks.material import Text, as_paragraph, length, parts, reworded
from benchmarks.scoring.likeness import Likeness

_SLICE = 40  # paragraphs at most
_FEWEST = 12  # paragraphs of the old side, and words of a paragraph: headings and signatures stay out
_GONE = 0.33
_SIZES = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4)  # how many neighbours become one: so six links in ten are of groups
_CLAUSES = (0.4, 0.6)  # kept, at least one of each paragraph
_PARTED = 0.2  # of the paragraphs that were not joined
_TOUCHED = (0.7, 0.9)  # of the words; two touches in three take a word away, one only gives it a neighbour
_NEW = 1.0  # for each paragraph that was made of old ones
_BLOCKS = (4, 8)
_RIVAL = 0.4  # how alike a new paragraph may be to an old one: above, a reader would say that it was written from it


@dataclass(frozen=True, slots=True)
class RewrittenPair:
    """Two rows of paragraphs of one series, and what became of what; what stands in no group is gone or new."""

    series: str
    number: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """Paragraphs that were made of the old ones at `old`, one after the other; of none when they are new."""

    old: Units
    texts: tuple[str, ...]


def rewritten_pairs(texts: Sequence[Text], each: int) -> list[RewrittenPair]:
    """Return `each` pairs of every series that has another issue to take rivals from; same texts, same pairs."""
    fit = {text: own for text in texts if len(own := _own(text)) >= _FEWEST}
    pairs = []
    for series in sorted({text.series for text in fit}):
        issues = [text for text in texts if text.series == series]
        longest = sorted((text for text in issues if text in fit), key=lambda text: text.name)
        for number in range(each if len(issues) > 1 else 0):
            random = Random(f"rewritten {series} {number}")
            text = random.choice(longest)
            donors = [p for issue in issues if issue != text for p in _own(issue)]
            strangers = [p for other, own in fit.items() if other.series != series for p in own]
            pairs.append(_rewritten(series, number, fit[text], _Rivals(donors, strangers, random), random))
    return pairs


def _own(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p in text.paragraphs if length(p) >= _FEWEST))


class _Rivals:
    """New paragraphs: out of other issues of the series as long as there are some, then out of other series."""

    def __init__(self, donors: Sequence[str], strangers: Sequence[str], random: Random) -> None:
        self._pools, self._random = (list(dict.fromkeys(donors)), list(dict.fromkeys(strangers))), random

    def draw(self, old: Sequence[str], count: int) -> list[str]:
        """Return paragraphs that nobody would link to the old side: no run of words shared, at most a subject."""
        said = {run for paragraph in old for run in runs(paragraph)}
        drawn: list[str] = []
        for pool in self._pools:
            self._random.shuffle(pool)
            likeness = Likeness([*old, *pool])
            fresh = (
                paragraph
                for paragraph in pool
                if said.isdisjoint(runs(paragraph))
                and all(likeness.between(own, paragraph, at_least=_RIVAL) < _RIVAL for own in old)
            )
            drawn += [paragraph for paragraph, _ in zip(fresh, range(count - len(drawn)), strict=False)]
        return drawn


def _rewritten(series: str, number: int, own: Sequence[str], rivals: _Rivals, random: Random) -> RewrittenPair:
    first = random.randrange(max(1, len(own) - _SLICE + 1))
    old = tuple(own[first : first + _SLICE])
    vocabulary = [word for paragraph in old for word in paragraph.split() if word.isalpha()]
    made = _shuffled([_touched(one, random, vocabulary) for one in _condensed(old, random)], random)
    for paragraph in rivals.draw(old, round(_NEW * len(made))):
        made.insert(random.randrange(len(made) + 1), _Made((), (paragraph,)))
    new = tuple(text for one in made for text in one.texts)
    groups, at = [], 0
    for one in made:
        groups += [(one.old, tuple(range(at, at + len(one.texts))))] if one.old else []
        at += len(one.texts)
    return RewrittenPair(series, number, old, new, tuple(sorted(groups)))


def _condensed(old: Sequence[str], random: Random) -> list[_Made]:
    """Drop paragraphs, join neighbours among the rest, keep some clauses of each, and part some that stand alone."""
    kept = [at for at in range(len(old)) if random.random() >= _GONE] or [0]
    made = []
    while kept:
        size = random.choice(_SIZES)
        units, kept = tuple(kept[:size]), kept[size:]
        clauses = [clause for unit in units for clause in _some_clauses(old[unit], random)]
        made.append(_Made(units, _written(clauses, len(units), random)))
    return made


def _some_clauses(paragraph: str, random: Random) -> list[str]:
    clauses = parts(paragraph)
    count = max(1, round(random.uniform(*_CLAUSES) * len(clauses)))
    return [clauses[at] for at in sorted(random.sample(range(len(clauses)), count))]


def _written(clauses: Sequence[str], units: int, random: Random) -> tuple[str, ...]:
    """Return the clauses as one paragraph, or now and then as two, when they come from a single one."""
    if units == 1 and len(clauses) > 1 and random.random() < _PARTED:
        cut = random.randrange(1, len(clauses))
        return tuple(as_paragraph(" ".join(side)) for side in (clauses[:cut], clauses[cut:]))
    return (" ".join(as_paragraph(clause) for clause in clauses),)


def _touched(made: _Made, random: Random, vocabulary: Sequence[str]) -> _Made:
    return _Made(
        made.old,
        tuple(reworded(text, random.uniform(*_TOUCHED), random, vocabulary=vocabulary) for text in made.texts),
    )


def _shuffled(made: Sequence[_Made], random: Random) -> list[_Made]:
    """Cut the row into blocks and let them change places."""
    count = min(len(made), random.randint(*_BLOCKS))
    cuts = sorted(random.sample(range(1, len(made)), count - 1)) if count > 1 else []
    blocks = [made[first:last] for first, last in zip([0, *cuts], [*cuts, len(made)], strict=True)]
    random.shuffle(blocks)
    return [one for block in blocks for one in block]
