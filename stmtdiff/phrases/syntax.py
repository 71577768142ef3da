"""Read what a pattern chooses between: `|` and brackets, and nothing of its words.

A bar chooses between all that stands on its sides, as in grep: "grave concern|deep concern" is one or the other. A
bracket in which a bar stands chooses inside: "(grave|deep) concern", "re(affirm|iterate)s it". Any other bracket is
text: "resolution 12 (2030)". In files of schema 1 a bar without spaces chose between the words at its sides, and only
one with spaces between phrases: there "grave concern|deep concern" is "grave concern concern" or "grave deep concern".
"""

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import Literal, Union

from stmtdiff.errors import SettingsError
from stmtdiff.patterns import later

Syntax = Literal[1, 2]
# What a pattern chooses between: each choice is a row of texts and of choices inside brackets.
Choices = tuple[tuple[Union[str, "Choices"], ...], ...]

_DEEPEST = 8  # brackets inside one another; whoever writes more has lost count
_MOST = 256  # choices multiply; a pattern with more wordings than this is a mistake
_SIGN = later(r"([()|])")
_SHAPE = later(
    r"(?P<choices>[A-Za-z0-9* |]+)|(?:\((?P<bracket>[A-Za-z0-9 |]+\|[A-Za-z0-9 |]+)\)|(?P<word>[A-Za-z0-9]+))"
    r"(?: (?:[^()|]|\([^()]*\))*)?"
)
_SPACED_BAR = later(r"(?:^|\s)\|(?:\s|$)")
_GAP = "..."


def broken(pattern: str, what: str, hint: str) -> SettingsError:
    """Return the error that a pattern is no phrase, to be raised."""
    return SettingsError(f"the phrase {pattern!r} {what}", hint=hint)


def choices_of(pattern: str, syntax: Syntax) -> Choices:
    """Return what `pattern` chooses between.

    >>> choices_of("(grave|deep) concern|alarm", 2)
    (((('grave',), ('deep',)), ' concern'), ('alarm',))

    Raises:
        SettingsError: when a choice is empty, a bracket with one is not closed, too many are inside one another, or
            there are more than 256 wordings.
    """
    pattern = pattern.replace("\u2026", _GAP)
    if syntax == 1:
        choices: Choices = tuple(tuple(_old_segments(choice)) for choice in _SPACED_BAR.split(pattern))
    else:
        choices = _new_choices(pattern)
    if "|" in pattern and _has_empty(choices):
        raise broken(pattern, "has an empty choice", "write 'a|b', or '(a|b) c' inside a phrase")
    if (count := _ways(choices)) > _MOST:
        raise broken(pattern, f"can be read in {count} ways, more than {_MOST}", "write several phrases")
    return choices


def _has_empty(choices: Choices) -> bool:
    return any(
        not any(one if not isinstance(one, str) else one.strip() for one in row)
        or any(_has_empty(one) for one in row if not isinstance(one, str))
        for row in choices
    )


def _ways(choices: Choices) -> int:
    return sum(prod(1 if isinstance(one, str) else _ways(one) for one in row) for row in choices)


def wordings(choices: Choices) -> Iterator[str]:
    """Yield each wording that `choices` allow, in order."""
    for row in choices:
        for texts in product(*((one,) if isinstance(one, str) else tuple(wordings(one)) for one in row)):
            yield "".join(texts)


def heads(pattern: str, syntax: Syntax) -> Iterable[str]:
    """Return what each wording of a pattern begins with, at least its first word; the same more than once.

    Of the thousands of phrases of the packs nearly all can be told by their shape.
    """
    if syntax == 2 and (shape := _SHAPE.fullmatch(pattern)):
        return (shape["choices"] or shape["bracket"] or shape["word"]).split("|")
    return wordings(choices_of(pattern, syntax))


def read_otherwise(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return what `pattern` is read as in schema 1 and in schema 2 where the two differ; None where they do not.

    >>> read_otherwise("grave concern|deep concern")
    (('grave concern concern', 'grave deep concern'), ('grave concern', 'deep concern'))

    What schema 2 cannot read at all has no wordings there.
    """
    if "|" not in pattern:
        return None
    old = _spaced(wordings(choices_of(pattern, 1)))
    try:
        new = _spaced(wordings(choices_of(pattern, 2)))
    except SettingsError:
        new = ()
    return None if old == new else (old, new)


def upgraded(pattern: str) -> str:
    """Return a pattern of schema 1 as schema 2 writes it.

    >>> upgraded("urge|press restraint | call* for calm")
    '(urge|press) restraint | call* for calm'

    Raises:
        SettingsError: when that cannot be told, because a bar stands inside a bracket.
    """
    told = read_otherwise(pattern)
    if told is None:
        return pattern
    written = " | ".join(_rewritten(choice.strip()) for choice in _SPACED_BAR.split(pattern))
    again = read_otherwise(written)
    if _spaced(wordings(choices_of(written, 2))) != told[0] or (again and again[1] != told[0]):
        raise broken(pattern, "has a bar inside a bracket", "write the alternatives as phrases with ' | ' between them")
    return written


def _rewritten(choice: str) -> str:
    pieces = choice.split()
    return choice if len(pieces) == 1 else " ".join(f"({piece})" if "|" in piece else piece for piece in pieces)


def _spaced(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(text.replace(_GAP, f" {_GAP} ").split()) for text in texts)


def _old_segments(choice: str) -> Iterator[str | Choices]:
    for piece in choice.split():
        yield " "
        yield tuple((word,) for word in piece.split("|")) if "|" in piece else piece


def _new_choices(pattern: str) -> Choices:
    pieces = _SIGN.split(pattern)
    if len(pieces) == 1:
        return ((pattern,),)
    return _choices(pieces, 0, len(pieces), _brackets(pattern, pieces) if "(" in pattern else {})


def _brackets(pattern: str, pieces: list[str]) -> dict[int, int]:
    """Return where among the pieces each bracket opens and closes in which a bar stands, and not in one inside it."""
    found: dict[int, int] = {}
    opened: list[tuple[int, bool]] = []
    for at, piece in enumerate(pieces):
        if piece == "(":
            opened.append((at, False))
        elif piece == "|" and opened:
            opened[-1] = opened[-1][0], True
        elif piece == ")" and opened:
            start, is_choice = opened.pop()
            if is_choice:
                found[start] = at
        if len(opened) > _DEEPEST:
            raise broken(pattern, "has too many brackets inside one another", "write several phrases")
    if any(is_choice for _, is_choice in opened):
        raise broken(pattern, "has a choice in a bracket that is not closed", "write '(a|b) c'")
    return found


def _choices(pieces: list[str], start: int, end: int, brackets: dict[int, int]) -> Choices:
    rows: list[tuple[str | Choices, ...]] = []
    row: list[str | Choices] = []
    at = start
    while at < end:
        if pieces[at] == "|":
            rows.append(tuple(row))
            row = []
        elif at in brackets:
            row.append(_choices(pieces, at + 1, brackets[at], brackets))
            at = brackets[at]
        elif pieces[at]:
            row.append(pieces[at])
        at += 1
    return (*rows, tuple(row))
