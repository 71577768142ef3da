"""Read what a sentence says of the economy: which quantity does what, how much, and which way that points.

The ugly case: "The pace of decline in house prices has slowed, and job gains remained solid" contains a fall that
slowed, which is half a rise, and a level; "to support growth" says nothing of growth.

This file is long because every question that it asks is asked of the same marks of one sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from stmtdiff.grammar import stem
from stmtdiff.languages.english import (
    ARTICLES,
    BEING,
    COPULAS,
    DETERMINERS,
    FUNCTION_WORDS,
    LISTING,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    TIME_WORDS,
)
from stmtdiff.languages.english_clauses import ALL_AUXILIARIES
from stmtdiff.languages.english_economy import (
    AGAINST,
    ASIDE,
    CLOSING,
    JOINTS,
    ORIGINS,
    PACES,
    RATES,
    STANDING,
    STOPS,
    TURNS,
    UNDERTAKING,
)
from stmtdiff.model import Paragraph, Sentence
from stmtdiff.patterns import later
from stmtdiff.rules.finding import Range
from stmtdiff.rules.pack import Sense
from stmtdiff.rules.said import Figure, Said, Signal
from stmtdiff.rules.senses import Mark, before, named
from stmtdiff.saying.forms import forms
from stmtdiff.values import values

_UNDERTAKING = frozenset(map(stem, UNDERTAKING))
_OPENERS = ARTICLES | DETERMINERS | POSSESSIVES
_LED = _OPENERS | PREPOSITIONS  # between a movement and its quantity: "a rise (in the) rents"
_PACED = _OPENERS | PACES | {"of"}  # between a verb that slows and its movement: "slow (the pace of) improvement"
_BREAKS = TURNS - {"and"}
_SPOKEN = ("move", "slowing", "level", "push")
_TIMES = TIME_WORDS | {month.lower() for month in MONTHS}
_NEAR = 3  # tokens between a word and what qualifies it
_REACH = 6  # tokens between a noun of movement and its quantity
_SHARE = later(r"%|per\s?cent\b")  # no other sentence has a percentage; points and basis points are steps
_HALF = 5  # tenths: what the mere presence of a burden is worth


def read_sentence(text: str, paragraph: Paragraph, sentence: Sentence, marks: list[Mark], carried: Mark | None) -> Said:
    """Return what one sentence with some marks says.

    `carried` is the quantity that was spoken of before it, None where none was or the sentence cannot mean it.
    """
    quantities = [mark for mark in marks if is_quantity(mark)]
    reader = _Reader(paragraph.words.norms, sentence, marks, quantities, carried)
    numbers = _percentages(text, paragraph, sentence) if quantities or carried else []
    return Said(
        tuple(reader.signals()),
        tuple(reader.figures(numbers)),
        tuple(mark for mark in marks if named(mark, "evidence")),
    )


def is_quantity(mark: Mark) -> bool:
    """Say whether a mark is something that can be spoken of: a quantity, or a burden such as a risk."""
    return named(mark, "quantity", "burden")


def is_standing(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Say whether a sentence may speak of the quantity before it: "It has eased"."""
    return not STANDING.isdisjoint(paragraph.words.norms[sentence.first : sentence.first + 4])


def _percentages(text: str, paragraph: Paragraph, sentence: Sentence) -> list[tuple[Range, Fraction]]:
    """Return the percentages of a sentence with the tokens that they cover; of a range its upper end."""
    part = sentence.span.of(text)
    if not _SHARE.search(part):
        return []
    found = []
    base = sentence.span.start - paragraph.body.start
    for value in values(part):
        if value.kind == "percent" and value.unit == "%" and isinstance(value.high, Fraction):
            first = bisect_right(paragraph.words.ends, base + value.span.start)
            last = bisect_left(paragraph.words.starts, base + value.span.end)
            is_below = first > 0 and paragraph.words.norms[first - 1] == "-"
            found.append(((first - is_below, last), -value.high if is_below else value.high))
    return found


class _Reader:
    """One pass over the marks of a sentence."""

    def __init__(
        self, norms: Sequence[str], sentence: Sentence, marks: list[Mark], quantities: list[Mark], carried: Mark | None
    ) -> None:
        self.norms, self.sentence, self.marks, self.quantities, self.carried = (
            norms,
            sentence,
            marks,
            quantities,
            carried,
        )
        self._at = {mark.first: mark for mark in marks}
        self._order = {mark.first: number for number, mark in enumerate(quantities)}  # no two marks share a token
        self._spoken = [mark for mark in marks if mark.sense.of in _SPOKEN]
        self._baselines = [mark for mark in marks if mark.sense.of == "baseline"]
        self._degrees = [mark for mark in marks if mark.sense.of == "degree"]
        self._evidence = [mark for mark in marks if mark.sense.of == "evidence"]  # "than expected and suggest"
        self._denials = [mark for mark in marks if mark.sense.of == "denial"]

    def signals(self) -> list[Signal]:
        """Return the signals in the order of the text."""
        found: list[Signal] = []
        bound: set[int] = set()  # here and in `values` a mark is told by its first token
        values: dict[int, int] = {}
        for mark in self._spoken:
            if self._is_baseline(mark) or self._braked(mark):
                continue
            quantity, sense = self._said_of(mark)
            if quantity is None:
                continue
            bound.add(quantity.first)
            if sense is not None:
                found += [self._signal(mark, sense, one, values) for one in self._joined(mark, quantity)]
        for mark in self.quantities:
            if named(mark, "burden") and mark.first not in bound and not self._is_baseline(mark):
                worth, parts = mark.sense.worth * _HALF * 10, [mark]
                for degree in self._degrees:
                    if degree.last == mark.first:  # "considerable uncertainty"
                        worth, parts = worth * degree.sense.worth // 10, [degree, mark]
                if stage := self._stage(mark):
                    worth, parts = worth * stage[1] // 10, [stage[0], mark]
                found.append(self._made(mark, (mark.first, mark.last), parts, worth))
        return [self._contrasted(signal, found) for signal in found]

    def _contrasted(self, signal: Signal, signals: Sequence[Signal]) -> Signal:
        """Turn round what rates do where activity is set against it: "housing recovered, but rates have risen"."""
        place = signal.span[0]
        if signal.topic != "rates" or not any(
            other.topic in ("activity", "labour") and other.worth > 0
            and AGAINST.intersection(self.norms[other.span[1] : place]) for other in signals if other.span[1] <= place
        ):  # fmt: skip
            return signal
        return signal._replace(worth=-signal.worth, key=(*signal.key, "against"))

    def _joined(self, mark: Mark, quantity: Mark) -> list[Mark]:
        """Return a quantity with those that "and" joins to it, away from `mark`: "(prices) and freight costs rose"."""
        joined = [quantity]
        if quantity.first not in self._order:
            return joined
        place, step = self._order[quantity.first], 1 if quantity.first >= mark.last else -1
        while 0 <= place + step < len(self.quantities):
            one, other = self.quantities[min(place, place + step)], self.quantities[max(place, place + step)]
            between = self.norms[one.last : other.first]
            if not between or not LISTING.issuperset(between):
                break
            place += step
            joined.append(self.quantities[place])
        return joined

    def _stage(self, tool: Mark) -> tuple[Mark, int] | None:
        """Return how far a step of policy has come, where words before it say so: weighed, prepared, ended."""
        for mark in reversed(self.marks) if tool.sense.name == "purchases" else ():
            stage = mark.sense_of("stage")
            if stage and mark.last <= tool.first <= mark.last + _REACH:
                is_parted = STOPS.intersection(self.norms[mark.last : tool.first])
                return None if is_parted else (mark, stage.worth)
        return None

    def figures(self, numbers: Sequence[tuple[Range, Fraction]]) -> Iterator[Figure]:
        """Yield the percentages that a quantity stands at or moved by; where it came from is none."""
        for (first, last), amount in numbers:
            quantity = before(self._subjects, first, "quantity") or before(self.quantities, first, "quantity")
            quantity = quantity or (self.carried if self._is_carried(first) else None)
            if quantity is None or self._is_origin(first):
                continue
            head = self.head_of(quantity) if quantity.first in self._order else quantity
            if not head.sense.worth:
                continue  # more of it points nowhere
            earlier = before(self.quantities, head.first, "quantity")
            step = 1 if earlier and self._is_rate(earlier) and self._is_chained(earlier, head) else self._step(first)
            yield Figure(
                head.sense.name, stem(self.norms[head.last - 1]), (head.first, head.last), ((first, last),),
                amount * step if step else amount, bool(step), 1 if head.sense.worth > 0 else -1,
                self.sentence.index,
            )  # fmt: skip

    def _is_origin(self, at: int) -> bool:
        """Say whether a figure at `at` is where a movement began: "from 3.0 per cent"."""
        stretch = self.norms[max(self.sentence.first, at - 3) : at]
        return bool(ORIGINS.intersection(stretch[-2:])) or "compared" in stretch or stretch[-1:] == ("with",)

    def _step(self, at: int) -> int:
        """Return which way a figure at `at` is a movement ("by 3 per cent", "fell 3 per cent"), 0 for a level."""
        mark = before(self.marks, at, "move", "slowing")
        if mark is None:
            return 0
        between = self.norms[mark.last : at]
        if "to" in between or "at" in between or len(between) > _REACH:
            return 0
        return 1 if mark.sense.worth > 0 else -1

    def head_of(self, mark: Mark) -> Mark:
        """Return the first quantity of a chain: of "risks to growth" the risks."""
        place = last = self._order[mark.first]
        while place and self._is_chained(self.quantities[place - 1], self.quantities[place]):
            place -= 1
        if place < last and self._is_rate(self.quantities[place]):
            place += 1  # "growth in loans" is said of the loans
        return self.quantities[place]

    def _rated(self, quantity: Mark) -> Mark:
        """Return what a rate of growth is one of, and any other quantity itself: "weaker (growth) in (loans)"."""
        place = self._order[quantity.first]
        behind = self.quantities[place + 1] if place + 1 < len(self.quantities) else None
        is_of = behind is not None and self._is_rate(quantity) and self._is_chained(quantity, behind)
        return behind if behind is not None and is_of else quantity

    def _is_time(self, at: int) -> bool:
        """Say whether a time begins at `at`: "a rise in (the coming months)" is a rise of nothing named."""
        return not _TIMES.isdisjoint(self.norms[at : at + _NEAR])

    def _is_rate(self, quantity: Mark) -> bool:
        """Say whether a quantity is no more than how fast another one grows."""
        return quantity.last - quantity.first == 1 and self.norms[quantity.first] in RATES

    def _is_chained(self, one: Mark, other: Mark) -> bool:
        between = self.norms[one.last : other.first]
        place = self._order[one.first]
        while place and between[:1] == ("and",) and len(between) <= 2:  # back over "growth in (wages and rents)"
            place, one, other = place - 1, self.quantities[place - 1], one
            between = self.norms[one.last : other.first]
        if any(one.last <= mark.first < other.first and not self._is_attribute(mark) for mark in self._spoken):
            return False
        return len(between) <= _REACH and bool(between) and between[0] in JOINTS and TURNS.isdisjoint(between)

    def _is_attribute(self, mark: Mark) -> bool:
        return self._behind(mark, 2, through=frozenset()) is not None

    def _said_of(self, mark: Mark) -> tuple[Mark | None, Sense | None]:
        """Return what a movement or level is said of and in which sense, None where nothing or none is known.

        "Conditions are supportive of growth": growth cannot be supportive, the conditions can.
        """
        quantity = self._quantity(mark)
        subject = before(self._subjects, mark.first, "quantity") if quantity and quantity.first >= mark.last else None
        for one in filter(None, (quantity, subject)):
            if sense := self._standing(mark, one.sense.name) or mark.of(one.sense.name):
                return one, sense
        return quantity, None

    def _quantity(self, mark: Mark) -> Mark | None:
        """Return what a movement or level is said of."""
        if found := self._behind(mark, 2, through=_OPENERS if named(mark, "push") else frozenset()):
            return self._rated(found)
        follows = self.norms[mark.last] if mark.last < self.sentence.last else ""
        if follows in JOINTS and (found := self._behind(mark, _REACH, through=_LED)):
            return found
        if named(mark, "push") and (found := self._behind(mark, _REACH, through=_OPENERS)):
            return found
        if named(mark, "push") and not self._is_suffered(mark):
            return None  # what pushes has an object, and no quantity that is known: "contributed to this outcome"
        if follows in JOINTS and self._is_noun(mark) and follows != "to" and not self._is_time(mark.last + 1):
            return None  # "a rise in cases": of nothing that is known
        if self._is_decided(mark):
            return None
        earlier = before(self._subjects, mark.first, "quantity", "burden")
        if earlier is None:
            return self.carried if self._is_carried(mark.first) else None
        if STOPS.intersection(self.norms[earlier.last : mark.first]) or self._is_named(earlier, mark):
            return None
        if self._is_another(earlier, mark):
            return None
        return self.head_of(earlier)

    def _is_another(self, quantity: Mark, mark: Mark) -> bool:
        """Say whether something else is spoken of behind "and": "inflation is low and (the rules) have eased"."""
        if self._is_beside_verb(quantity, mark):
            return True
        between = self.norms[quantity.last : mark.first]
        at = max((place for place, norm in enumerate(between) if norm == "and"), default=-1)
        behind = between[at + 1 :]
        if at < 1 or len(behind) < 2 or behind[0] in ALL_AUXILIARIES or COPULAS.isdisjoint(between[:at]):
            return False
        return self._at.get(quantity.last + at + 1) is None and not ALL_AUXILIARIES.isdisjoint(behind[1:])

    def _is_beside_verb(self, quantity: Mark, mark: Mark) -> bool:
        """Say whether a verb is joined to one that has the quantity as its object: "cut costs and (expand) ports"."""
        is_object = quantity.first > self.sentence.first and "base" in forms(self.norms[quantity.first - 1])
        return is_object and self.norms[mark.first - 1] in LISTING and "base" in forms(self.norms[mark.first])

    def _is_named(self, risk: Mark, mark: Mark) -> bool:
        """Say whether a movement is what a risk consists in, and not what the risk does: "the risk is a downturn"."""
        between = self.norms[risk.last : mark.first]
        copula = next((at for at, norm in enumerate(between) if norm in COPULAS), None)
        return (
            self.head_of(risk).sense.name == "risks"
            and copula is not None
            and not ARTICLES.isdisjoint(between[copula + 1 : copula + 1 + _NEAR])
            and TURNS.isdisjoint(between[copula:])
        )

    def _standing(self, mark: Mark, topic: str) -> Sense | None:
        """Return the level that a word names which could also be a movement: "is (moderate)", "(moderate) growth"."""
        last = self.norms[mark.first - 1] if mark.first > self.sentence.first else ""
        is_level = last in COPULAS or ((behind := self._at.get(mark.last)) is not None and named(behind, "quantity"))
        level = mark.sense_of("level") if named(mark, "slowing") and is_level else None
        return level if level and level.name in ("", topic) else None  # "easing" is a level of conditions alone

    def _is_decided(self, mark: Mark) -> bool:
        """Say whether a movement is what somebody decided: "inflation is low, and it agreed to expand its holdings"."""
        ahead = self.norms[max(self.sentence.first, mark.first - _NEAR) : mark.first]
        return ahead[-1:] == ("to",) and any(stem(norm) in _UNDERTAKING for norm in ahead[:-1])

    def _is_suffered(self, push: Mark) -> bool:
        """Say whether what stands before a push is pushed: "prices were held down"."""
        return not BEING.isdisjoint(self.norms[max(self.sentence.first, push.first - _NEAR) : push.first])

    @cached_property
    def _subjects(self) -> list[Mark]:
        """Return the quantities that something can be said of."""
        return [one for one in self.quantities if not self._is_aside(one)]

    def _is_aside(self, quantity: Mark) -> bool:
        """Say whether a quantity is no subject: "sectors hit by the virus remain weak"."""
        head = self.head_of(quantity)
        stretch = self.norms[max(self.sentence.first, head.first - 2) : head.first]
        return bool(ASIDE.intersection(stretch)) and not STOPS.intersection(stretch)

    def _is_carried(self, at: int) -> bool:
        """Say whether what is told at `at` without a quantity before it is told of the one carried over."""
        return at - self.sentence.first <= _REACH + _NEAR

    def _behind(self, mark: Mark, most: int, *, through: frozenset[str]) -> Mark | None:
        """Return the quantity that begins behind a mark, over other marks and at most `most` other words."""
        passed, at = 0, mark.last
        while at < self.sentence.last and passed <= most:
            found = self._at.get(at)
            if found and named(found, "quantity", "burden"):
                return self._compound(found)
            if found and named(found, "degree", "level"):
                at = found.last
                continue
            norm = self.norms[at]
            if norm in ("and", "but", ",") and self._is_spoken_at(at + 1):
                at += 1
                continue
            if norm in JOINTS and passed == 1 and self.norms[at - 1] not in FUNCTION_WORDS:
                at, passed = at + 1, most  # "the subdued outlook for inflation"
                continue
            if norm in PACES and self.norms[at + 1 : at + 2] == ("of",):
                at += 2
                continue
            if not norm[:1].isalnum() or norm in PACES or (norm in FUNCTION_WORDS and norm not in through):
                return None
            if found and named(found, *_SPOKEN) and not norm.endswith(("ing", "ed")):
                return None
            at, passed = at + 1, passed + 1
        return None

    def _compound(self, quantity: Mark) -> Mark:
        """Return the last of some quantities in a row: "a rise in energy prices (inflation)" is one in inflation."""
        while (behind := self._at.get(quantity.last)) is not None and named(behind, "quantity"):
            if self.norms[quantity.last - 1] in FUNCTION_WORDS:
                break  # "the impact of (demand)"
            quantity = behind
        return quantity

    def _is_spoken_at(self, at: int) -> bool:
        found = self._at.get(at)
        return found is not None and named(found, "level", "degree")

    def _is_noun(self, mark: Mark) -> bool:
        last = self.norms[mark.first - 1] if mark.first > self.sentence.first else ""
        return (
            last in _OPENERS
            or last.endswith("'s")
            or (
                not named(mark, "level")  # "too high for long" is no noun
                and any(one.last == mark.first and named(one, "level", "degree") for one in self.marks)
            )
        )

    def _is_baseline(self, mark: Mark) -> bool:
        """Say whether a word names what a movement began from: "slowed from its strong pace"."""
        for one in self._baselines:
            if 0 <= mark.first - one.last <= _NEAR + 1:
                between = self.norms[one.last : mark.first]
                is_said_of = any(one.last <= other.first < mark.first for other in self._evidence)
                if (
                    CLOSING.isdisjoint(between)
                    and not is_said_of
                    and not any(
                        one.last <= other.first < mark.first and not self._is_beside(other, mark)
                        for other in self._spoken
                    )
                ):
                    return True
        return False

    def _is_beside(self, one: Mark, other: Mark) -> bool:
        return other.first - one.last <= 1

    def _signal(self, mark: Mark, sense: Sense, quantity: Mark, values: dict[int, int]) -> Signal:
        parts, worth = [mark], sense.worth * 100
        slowed = self._slowed(mark) if named(mark, "slowing") else None
        if slowed is not None and slowed.first in values:
            worth, parts = -values[slowed.first] // 2, [slowed, mark]
        else:
            worth = worth * quantity.sense.worth // 10
        for one in self._degrees:
            if self._is_degree(one, mark):
                worth, parts = worth * one.sense.worth // 10, [*parts, one]
        if denial := self._denial(mark) or self._brake(mark):
            worth, parts = -worth // 2, [*parts, denial]
        values[mark.first] = worth
        where = (quantity.first, quantity.last) if quantity.first in self._order else None
        return self._made(quantity, where, parts, worth)

    def _braked(self, mark: Mark) -> Mark | None:
        """Return the movement that a verb slows which has it for an object: "to slow the pace of (improvement)"."""
        if not named(mark, "slowing") or self.norms[mark.last : mark.last + 1] not in (("the",), ("its",), ("their",)):
            return None
        moved = next((one for one in self.marks if one.first > mark.last and named(one, "move")), None)
        between = self.norms[mark.last : moved.first] if moved else ()
        return moved if _PACED.issuperset(between) else None

    def _brake(self, mark: Mark) -> Mark | None:
        """Return the verb that slows a movement behind it, None without one."""
        slowing = before(self.marks, mark.first, "slowing")
        return slowing if slowing and self._braked(slowing) is mark else None

    def _slowed(self, mark: Mark) -> Mark | None:
        """Return the movement that `mark` slows: "the decline in prices has (slowed)"."""
        earlier = before(self.marks, mark.first, "move")
        if earlier is None or not self._is_noun_of(earlier, mark):
            return None
        return earlier

    def _is_noun_of(self, noun: Mark, verb: Mark) -> bool:
        between = self.norms[noun.last : verb.first]
        last = self.norms[noun.first - 1] if noun.first else ""
        is_noun = (
            self._is_noun(noun)
            or last in {"of", "price"}
            or any(one.last == noun.first and named(one, "quantity") for one in self.marks)
        )
        return is_noun and _BREAKS.isdisjoint(between) and self.norms[noun.last - 1] not in ("has", "have")

    def _is_degree(self, degree: Mark, mark: Mark) -> bool:
        """Say whether a word of degree belongs to `mark`: it stands beside it, nearer than to any other."""
        gap = mark.first - degree.last if degree.last <= mark.first else degree.first - mark.last
        if not 0 <= gap <= 1:
            return False
        between = (
            self.norms[degree.last : mark.first] if degree.last <= mark.first else self.norms[mark.last : degree.first]
        )
        if not (TURNS.isdisjoint(between) and STOPS.isdisjoint(between) and FUNCTION_WORDS.isdisjoint(between)):
            return False
        if degree.first >= mark.last:  # behind it, unless it stands before another
            return all(one.first != degree.last for one in self._spoken)
        return True

    def _denial(self, mark: Mark) -> Mark | None:
        for one in self._denials:
            if one.first == mark.last and one.last - one.first > 1:
                return one  # "grew (less strongly)"
            is_near = 0 <= mark.first - one.last <= _NEAR
            between = self.norms[one.last : mark.first]
            if is_near and TURNS.isdisjoint(between) and STOPS.isdisjoint(between):
                return one
        return None

    def _role(self, place: int) -> str:
        if self._is_explained(place):
            return "cause"
        opener = before(self.marks, place + 1, "purpose", "cause")
        if opener is None or opener.last > place:
            return ""
        between = self.norms[opener.last : place]
        return "" if set(between) & {",", ";", "but"} else opener.sense.of

    def _is_explained(self, place: int) -> bool:
        """Say whether what is told at `place` is taken as known and explained: "the rise in rents (was due to)"."""
        cause = next((mark for mark in self.marks if named(mark, "cause") and mark.first > place), None)
        if cause is None or cause.first - place > 2 * _REACH:
            return False
        ahead = self.norms[max(place, cause.first - _NEAR) : cause.first]
        return not BEING.isdisjoint(ahead) and TURNS.isdisjoint(self.norms[place : cause.first])

    def _made(self, quantity: Mark, head: Range | None, parts: Sequence[Mark], worth: int) -> Signal:
        tell = tuple((part.first, part.last) for part in sorted(parts, key=lambda part: part.first))
        text = " ".join(norm for part in tell for norm in self.norms[part[0] : part[1]])
        topic = quantity.sense.name
        name, main = stem(self.norms[quantity.last - 1]), stem(self.norms[parts[0].first])
        key = topic, text, str(worth)
        return Signal(topic, head, tell, worth, self._role(tell[0][0]), name, main, key, self.sentence.index)
