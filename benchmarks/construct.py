"""Pairs whose answer is known because they were made: moves, splits, merges, twins, stock paragraphs.

People have marked few of these, so real statements are taken apart here with a fixed seed: a slice
of a text is the old side, and the new side is the same slice with one thing done to it, amid the
noise of a year: paragraphs reworded, lengthened, gone, come from another series. Every second pair
is of a stormy year.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.material import Text, as_paragraph, length, parts, reworded

Units = tuple[int, ...]
Group = tuple[Units, Units]

_SLICE = 40  # paragraphs at most
_REWORDED, _EXTENDED, _GONE = 0.6, 0.1, 0.1  # of the paragraphs around
_ENOUGH = 12  # paragraphs of a text, and words of a paragraph that comes from elsewhere
_NO_ACCIDENT = 8  # words in a row, figures and names aside, that two texts have in common
_ATTEMPTS = 400


@dataclass(frozen=True, slots=True)
class Year:
    """How much is rewritten: shares of a paragraph's words, from and to; words of the shortest unit touched."""

    light: tuple[float, float]
    heavy: tuple[float, float]
    shortest: int


YEARS = (Year((0.04, 0.2), (0.25, 0.4), 12), Year((0.2, 0.7), (0.5, 0.8), 6))  # an ordinary one and a stormy one


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the new side and the old ones that it came from; none when it is new.

    Without a text it is a place for a paragraph out of another series.
    """

    old: Units
    text: str


@dataclass(frozen=True, slots=True)
class MadePair:
    """Two rows of paragraphs and what became of each.

    Each of `moves` is a set of old units any of which may be called the one that moved: one, unless
    two neighbours changed places. Units in `open` may be called moved or not.
    """

    family: str
    number: int
    series: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    groups: frozenset[Group]
    moves: tuple[frozenset[Units], ...] = ()
    open: frozenset[Units] = frozenset()
    is_numbered: bool = False

    @property
    def labels(self) -> tuple[list[str] | None, list[str] | None]:
        """Return the printed numbers of both sides, from 1, where the pair has them."""
        if not self.is_numbered:
            return None, None
        return [str(at + 1) for at in range(len(self.old))], [str(at + 1) for at in range(len(self.new))]


@dataclass(slots=True)
class Draft:
    """A pair in the making: the new side's pieces, and the old units that the noise must leave alone."""

    old: list[str]
    pieces: list[Piece]
    random: Random
    year: Year
    vocabulary: Sequence[str]
    kept: set[int] = field(default_factory=set)
    moves: list[frozenset[Units]] = field(default_factory=list)
    open: set[Units] = field(default_factory=set)
    is_numbered: bool = False

    def reword(self, at: int, share: tuple[float, float]) -> None:
        """Reword the piece at `at`, by some share of its words between the two."""
        piece = self.pieces[at]
        self.pieces[at] = Piece(piece.old, self.reworded(piece.text, share))

    def reworded(self, text: str, share: tuple[float, float]) -> str:
        """Return `text` with some of its words changed."""
        return reworded(text, self.random.uniform(*share), self.random, vocabulary=self.vocabulary)

    def extend(self, at: int, stranger: str) -> None:
        """Give the piece at `at` a last sentence out of another series."""
        piece = self.pieces[at]
        self.pieces[at] = Piece(piece.old, f"{as_paragraph(piece.text)} {as_paragraph(parts(stranger)[0])}")

    def jump(self, at: int, count: int, distance: int) -> None:
        """Take `count` pieces from `at` and set them down `distance` places further on, or back."""
        block = self.pieces[at : at + count]
        del self.pieces[at : at + count]
        self.pieces[at + distance : at + distance] = block
        self.moves.append(frozenset({block[0].old}))

    def passed(self, at: int, count: int, distance: int) -> range:
        """Return the positions that such a jump passes over."""
        return range(at + count, at + count + distance) if distance > 0 else range(at + distance, at)


def make_pairs(texts: Sequence[Text], each: int) -> list[MadePair]:
    """Return `each` pairs of every family; the same texts give the same pairs.

    Raises:
        ValueError: when no text is fit for a family.
    """
    return [_make(family, number, texts) for family in FAMILIES for number in range(each)]


def _make(family: str, number: int, texts: Sequence[Text]) -> MadePair:
    random = Random(f"{family} {number}")
    long_enough = [text for text in texts if len(text.paragraphs) >= _ENOUGH]
    series = sorted({text.series for text in long_enough})
    for _ in range(_ATTEMPTS):
        chosen = random.choice(series)  # first a series: one of them has ten times the texts of another
        draft = _draft(random.choice([text for text in long_enough if text.series == chosen]), random, number)
        if FAMILIES[family](draft):
            strangers = [p for text in texts if text.series != chosen for p in text.paragraphs if length(p) >= _ENOUGH]
            return _finished(draft, (family, number, chosen), _Strangers(strangers, draft))
    raise ValueError(f"no text for {family!r}")


def _draft(text: Text, random: Random, number: int) -> Draft:
    first = random.randrange(max(1, len(text.paragraphs) - _SLICE + 1))
    old = [paragraph for paragraph in text.paragraphs[first : first + _SLICE] if length(paragraph) > 1]
    old = list(dict.fromkeys(old))  # what is said twice has no place of its own
    vocabulary = [word for paragraph in old for word in paragraph.split() if word.isalpha()]
    return Draft(
        old, [Piece((at,), paragraph) for at, paragraph in enumerate(old)], random, YEARS[number % 2], vocabulary
    )


class _Strangers:
    """Paragraphs out of other series, drawn by chance, that say nothing which the old side says.

    A formal clause goes from series to series: a paragraph that holds a run of the old side's words
    is linked to it with right.
    """

    def __init__(self, paragraphs: Sequence[str], draft: Draft) -> None:
        self._paragraphs, self._random = paragraphs, draft.random
        self._said = {run for paragraph in draft.old for run in runs(paragraph)}

    def draw(self) -> str:
        """Return the next of them.

        Raises:
            ValueError: when none is left that says something else.
        """
        for _ in range(_ATTEMPTS):
            paragraph = self._random.choice(self._paragraphs)
            if self._said.isdisjoint(runs(paragraph)):
                return paragraph
        raise ValueError("no paragraph of another series that says something else")


def runs(paragraph: str) -> set[tuple[str, ...]]:
    """Return the runs of words, figures and names aside, that two paragraphs do not share by accident."""
    words = _wording(paragraph).split()
    return {tuple(words[at : at + _NO_ACCIDENT]) for at in range(len(words) - _NO_ACCIDENT + 1)}


def _finished(draft: Draft, name: tuple[str, int, str], strangers: _Strangers) -> MadePair:
    """Add the noise of a year and write down what became what; `name` is family, number and series."""
    random = draft.random
    free = [at for at, piece in enumerate(draft.pieces) if piece.old and draft.kept.isdisjoint(piece.old)]
    for at in free:
        if length(draft.pieces[at].text) < draft.year.shortest:
            continue
        if random.random() < _REWORDED:
            draft.reword(at, draft.year.light)
        if random.random() < _EXTENDED:
            draft.extend(at, strangers.draw())
    gone = {draft.pieces[at].old for at in free if random.random() < _GONE}
    pieces = [piece for piece in draft.pieces if piece.old not in gone or not piece.old]
    pieces = [piece if piece.text else Piece((), strangers.draw()) for piece in pieces]
    for _ in range(max(1, round(_GONE * len(pieces)))):
        pieces.insert(_gap(pieces, draft), Piece((), strangers.draw()))
    new_by_old: dict[Units, list[int]] = {}
    for at, piece in enumerate(pieces):
        new_by_old.setdefault(piece.old, []).append(at)
    new_by_old.pop((), None)
    return MadePair(
        *name,
        tuple(draft.old),
        tuple(piece.text for piece in pieces),
        frozenset((old, tuple(new)) for old, new in new_by_old.items()),
        tuple(draft.moves),
        frozenset(draft.open),
        draft.is_numbered,
    )


def _gap(pieces: Sequence[Piece], draft: Draft) -> int:
    """Return a place for a new paragraph, never inside what was moved or made of one piece."""
    return draft.random.choice(
        [
            at
            for at in range(len(pieces) + 1)
            if draft.kept.isdisjoint(unit for piece in pieces[max(0, at - 1) : at + 1] for unit in piece.old)
        ]
        or [0]
    )


def _stretch(draft: Draft, count: int, *, far: bool) -> tuple[int, int] | None:
    """Return where a block of `count` may start and how far it may jump, or None.

    What it passes over is more paragraphs and half as many words again as the block itself: nobody
    can then say that it was the others that moved.
    """
    pieces, random = draft.pieces, draft.random
    at = random.randrange(max(1, len(pieces) - count + 1))
    long = max(5, len(pieces) // 3)
    distance = random.randint(long, max(long, len(pieces) - count)) if far else random.randint(count + 1, count + 3)
    distance *= random.choice((1, -1))
    passed = draft.passed(at, count, distance)
    if passed.start < 0 or passed.stop > len(pieces) or at + count > len(pieces):
        return None
    block = [length(piece.text) for piece in pieces[at : at + count]]
    if min(block) < draft.year.shortest or 2 * sum(length(pieces[i].text) for i in passed) < 3 * sum(block):
        return None
    draft.kept.update(range(at, at + count))
    if not far:
        draft.kept.update(passed)
    return at, distance


def _moved(draft: Draft, count: int = 1, *, far: bool, share: tuple[float, float] | None = None) -> bool:
    place = _stretch(draft, count, far=far)
    if place is None:
        return False
    at, distance = place
    if share:
        for position in range(at, at + count):
            draft.reword(position, share)
    draft.jump(at, count, distance)
    return True


def _moved_and_parted(draft: Draft) -> bool:
    """Move a block and leave a place inside it for a paragraph that is new."""
    count = draft.random.randint(2, 4)
    if not _moved(draft, count, far=draft.random.random() < 0.5, share=draft.year.light):
        return False
    (top,) = draft.moves[0]
    first = next(at for at, piece in enumerate(draft.pieces) if piece.old == top)
    draft.pieces.insert(first + draft.random.randint(1, count - 1), Piece((), ""))
    return True


def _split_at(draft: Draft, at: int) -> int:
    """Cut the piece at `at` into two or three paragraphs; return how many it became, 0 if it cannot be cut."""
    piece = draft.pieces[at]
    cut = parts(piece.text, draft.year.shortest)
    if len(cut) < 2:
        return 0
    number = min(len(cut), draft.random.choice((2, 2, 3)))
    firsts = sorted(draft.random.sample(range(1, len(cut)), number - 1))
    bounds = list(zip([0, *firsts], [*firsts, len(cut)], strict=True))
    made = [Piece(piece.old, as_paragraph(" ".join(cut[first:last]))) for first, last in bounds]
    draft.pieces[at : at + 1] = made
    draft.kept.update(piece.old)
    for position in range(at, at + number):
        if draft.random.random() < _REWORDED:
            draft.reword(position, draft.year.light)
    return number


def _merge_at(draft: Draft, at: int, count: int) -> bool:
    """Run `count` pieces from `at` into one paragraph."""
    block = draft.pieces[at : at + count]
    if len(block) < count or min(length(piece.text) for piece in block) < draft.year.shortest:
        return False
    old = tuple(unit for piece in block for unit in piece.old)
    merged = Piece(old, " ".join(as_paragraph(piece.text) for piece in block))
    draft.pieces[at : at + count] = [merged]
    draft.kept.update(old)
    if draft.random.random() < _REWORDED:
        draft.reword(at, draft.year.light)
    return True


def _anywhere(draft: Draft) -> int:
    return draft.random.randrange(len(draft.pieces))


def _split(draft: Draft) -> bool:
    return _split_at(draft, _anywhere(draft)) > 0


def _merged(draft: Draft) -> bool:
    return _merge_at(draft, _anywhere(draft), draft.random.choice((2, 2, 3)))


def _split_and_moved(draft: Draft) -> bool:
    place = _stretch(draft, 1, far=True)
    number = _split_at(draft, place[0]) if place else 0
    if not place or not number:
        return False
    at, distance = place
    draft.jump(at, number, distance if distance < 0 else min(distance, len(draft.pieces) - number - at))
    return True


def _merged_and_moved(draft: Draft) -> bool:
    place = _stretch(draft, 2, far=True)
    if not place or not _merge_at(draft, place[0], 2):
        return False
    draft.jump(place[0], 1, place[1])
    return True


def _merged_from_afar(draft: Draft) -> bool:
    """Append to one paragraph another that stood two to four places on."""
    at, distance = _anywhere(draft), draft.random.randint(2, 4)
    if at + distance >= len(draft.pieces):
        return False
    first, last = draft.pieces[at], draft.pieces[at + distance]
    if min(length(first.text), length(last.text)) < draft.year.shortest:
        return False
    old = first.old + last.old
    draft.pieces[at] = Piece(old, f"{as_paragraph(first.text)} {as_paragraph(last.text)}")
    del draft.pieces[at + distance]
    draft.kept.update(range(at, at + distance + 1))
    draft.open.add(old)
    return True


def _swapped_twins(draft: Draft) -> bool:
    """Give a paragraph a neighbour that says nearly the same, and let the two change places."""
    at = _anywhere(draft)
    if length(draft.pieces[at].text) < draft.year.shortest:
        return False
    twin = draft.reworded(draft.pieces[at].text, draft.year.heavy)
    draft.old.insert(at + 1, twin)
    draft.pieces = [Piece((i,), text) for i, text in enumerate(draft.old)]
    draft.pieces[at], draft.pieces[at + 1] = draft.pieces[at + 1], draft.pieces[at]
    draft.kept.update((at, at + 1))
    draft.moves.append(frozenset({(at,), (at + 1,)}))
    if draft.random.random() < _REWORDED:
        draft.reword(at + draft.random.randrange(2), (0.02, 0.06))
    return True


def _stock_repeated(draft: Draft) -> bool:
    """Let a short paragraph stand after every third or fourth, and be dropped in one place."""
    stock = [text for text in draft.old if 5 <= length(text) <= 25]
    if not stock:
        return False
    text, every = draft.random.choice(stock), draft.random.choice((3, 4))
    others = [paragraph for paragraph in draft.old if paragraph != text]
    draft.old = []
    for number, paragraph in enumerate(others, start=1):
        draft.old += [paragraph, text] if number % every == 0 else [paragraph]
    places = [at for at, paragraph in enumerate(draft.old) if paragraph == text]
    if len(places) < 3:
        return False
    draft.pieces = [Piece((at,), paragraph) for at, paragraph in enumerate(draft.old)]
    dropped = draft.random.choice(places)
    del draft.pieces[dropped]
    around = {place + step for place in places for step in (-1, 0, 1)}  # they tell which copy was dropped
    draft.kept.update(around)
    return True


def _renumbered(draft: Draft) -> bool:
    """Print numbers, and drop an early paragraph so that all after it move up by one."""
    at = draft.random.randrange(3)
    del draft.pieces[at]
    draft.is_numbered = True
    return True


def _all_at_once(draft: Draft) -> bool:
    """Move, move and reword, split and merge in one pair, each in a quarter of its own."""
    quarter = len(draft.pieces) // 4
    if quarter < 5:
        return False
    steps: list[Callable[[int], bool]] = [
        lambda first: _merge_at(draft, first + 1, 2),
        lambda first: _split_within(draft, first, quarter),
        lambda first: _jump_within(draft, first, None),
        lambda first: _jump_within(draft, first, draft.year.heavy),
    ]
    draft.random.shuffle(steps)
    draft.is_numbered = True
    return all([step(number * quarter) for number, step in reversed(list(enumerate(steps)))])  # noqa: C419  # from the end, so that places hold


def _split_within(draft: Draft, first: int, count: int) -> bool:
    fit = [at for at in range(first, first + count) if len(parts(draft.pieces[at].text, draft.year.shortest)) > 1]
    return bool(fit) and _split_at(draft, draft.random.choice(fit)) > 0


def _jump_within(draft: Draft, first: int, share: tuple[float, float] | None) -> bool:
    weights = [length(draft.pieces[at].text) for at in range(first, first + 4)]
    if weights[0] < draft.year.shortest or 2 * sum(weights[1:]) < 3 * weights[0]:
        return False
    draft.kept.update(unit for piece in draft.pieces[first : first + 4] for unit in piece.old)
    if share:
        draft.reword(first, share)
    draft.jump(first, 1, 3)
    return True


FAMILIES: dict[str, Callable[[Draft], bool]] = {
    "moved near": lambda draft: _moved(draft, far=False),
    "moved far": lambda draft: _moved(draft, far=True),
    "moved and edited": lambda draft: _moved(draft, far=draft.random.random() < 0.5, share=draft.year.heavy),
    "block moved": lambda draft: _moved(
        draft, draft.random.randint(2, 4), far=draft.random.random() < 0.5, share=draft.year.light
    ),
    "block parted": _moved_and_parted,
    "split": _split,
    "merged": _merged,
    "split and moved": _split_and_moved,
    "merged and moved": _merged_and_moved,
    "merged from afar": _merged_from_afar,
    "swapped with a twin": _swapped_twins,
    "stock repeated": _stock_repeated,
    "renumbered": _renumbered,
    "all at once": _all_at_once,
}
"""What is done to the pair: given a draft, do it, or return False when this text is not fit for it."""


def make_strangers(texts: Sequence[Text], count: int) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return pairs of the same genre that have nothing to do with each other.

    Half are statements of two series, half two stretches of one long statement. Boilerplate is left
    out: what stands in two series, figures and names aside, is no accident when it is linked.
    """
    random = Random("strangers")
    homes: dict[str, set[str]] = {}
    for text in texts:
        for paragraph in text.paragraphs:
            homes.setdefault(_wording(paragraph), set()).add(text.series)
    long = [text for text in texts if len(text.paragraphs) >= _ENOUGH]
    longest = [text for text in texts if len(text.paragraphs) >= 2 * _SLICE]
    pairs = []
    for number in range(count):
        if number % 2:
            first, last = random.sample(sorted({text.series for text in long}), 2)
            one, other = (random.choice([text for text in long if text.series == name]) for name in (first, last))
            sides = one.paragraphs[:_SLICE], other.paragraphs[:_SLICE]
        else:
            one = random.choice(longest)
            start = random.randrange(len(one.paragraphs) - 2 * _SLICE + 1)
            sides = one.paragraphs[start : start + _SLICE], one.paragraphs[start + _SLICE : start + 2 * _SLICE]
        pairs.append((_own(sides[0], homes), _own(sides[1], homes)))
    return pairs


def _wording(paragraph: str) -> str:
    """Return `paragraph` without figures, capitalised words and punctuation."""
    return " ".join(re.findall(r"\b[a-z]{2,}\b", paragraph))


def _own(paragraphs: Sequence[str], homes: dict[str, set[str]]) -> tuple[str, ...]:
    return tuple(p for p in dict.fromkeys(paragraphs) if len(homes[_wording(p)]) == 1 and length(p) >= _ENOUGH)
