"""Read the square brackets of a negotiating text: what is not agreed, between which options, and who is for what.

The ugly case: "[Parties][All Parties] [shall][should]" contains four brackets and two choices, a bracket may begin in
one paragraph and end three later, and "[1]" is not a bracket at all but a reference.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from stmtdiff.languages.english_drafts import BACKED, OPTION, OWNER
from stmtdiff.spans import Span

_SIGN = re.compile(r"[\[\]]")
_REFERENCE = re.compile(r"\[(?:\d{1,3}|[a-z]|\*{1,3})\]")
_OWNER, _BACKED, _OPTION = re.compile(OWNER), re.compile(BACKED), re.compile(OPTION)


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets.

    `span` holds the signs too; `depth` is 1 for one that stands in no other. `choice` is the number of the choice
    between neighbours, "[shall][should]", that it is an option of, 0 for one that stands alone. `option` is the name
    that the text gives it ("Option 2"), `who` whose words they are, where the text says so.
    """

    span: Span
    depth: int
    choice: int = 0
    option: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Brackets:
    """All brackets of a text in the order in which they open; `unmatched` counts signs without a counterpart.

    `edges` are the places where another bracket than before is the innermost, rising, and `inner` which one that is
    from there on, by its position in `found`, -1 for none.
    """

    found: tuple[Bracket, ...]
    unmatched: int
    edges: tuple[int, ...]
    inner: tuple[int, ...]

    @property
    def signs(self) -> frozenset[int]:
        """Return the places of all signs that belong to a bracket."""
        return frozenset(place for one in self.found for place in (one.span.start, one.span.end - 1))

    def at(self, place: int) -> Bracket | None:
        """Return the innermost bracket around a place of the text, None where the words are agreed."""
        number = bisect_right(self.edges, place) - 1
        return self.found[self.inner[number]] if number >= 0 and self.inner[number] >= 0 else None


def read_brackets(text: str) -> Brackets:
    """Return the brackets of `text`. References such as "[1]", "[a]" and "[*]" are none; nor is a sign without another.

    >>> [(one.span.of("[a b][c d]"), one.choice) for one in read_brackets("[a b][c d]").found]
    [('[a b]', 1), ('[c d]', 1)]
    """
    spans, unmatched = _pairs(text)
    found: list[Bracket] = []
    last: dict[int, int] = {}  # the last bracket of each depth
    open_ends: list[int] = []
    choices = 0
    for span in spans:
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        open_ends.append(span.end)
        depth = len(open_ends)
        one = Bracket(span, depth, 0, *_told(text[span.start + 1 : span.end - 1]))
        before = last.get(depth)
        if before is not None and not text[found[before].span.end : span.start].strip(" "):
            if not found[before].choice:
                choices += 1
                found[before] = replace(found[before], choice=choices)
            one = replace(one, choice=found[before].choice)
        last[depth] = len(found)
        found.append(one)
    return Brackets(tuple(found), unmatched, *_innermost(found))


def _pairs(text: str) -> tuple[list[Span], int]:
    """Return the matching pairs of signs in the order in which they open, and how many signs match none."""
    references = {place for match in _REFERENCE.finditer(text) for place in (match.start(), match.end() - 1)}
    waiting: list[int] = []
    spans: list[Span] = []
    unmatched = 0
    for sign in _SIGN.finditer(text):
        if sign.start() in references:
            continue
        if sign[0] == "[":
            waiting.append(sign.start())
        elif waiting:
            spans.append(Span(waiting.pop(), sign.end()))
        else:
            unmatched += 1
    return sorted(spans), unmatched + len(waiting)


def _told(inside: str) -> tuple[str, str]:
    """Return the name of an option and whose words it is, as far as the text says so."""
    option = _OPTION.match(inside)
    rest = inside[option.end() :] if option else inside
    owner = _OWNER.match(rest) or _BACKED.search(rest)
    return (option["option"] if option else "", owner["who"] if owner else "")


def _innermost(found: list[Bracket]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the innermost bracket changes, and which one it is from there on."""
    turns = [(one.span.start, 1, number) for number, one in enumerate(found)]
    turns += [(one.span.end, 0, number) for number, one in enumerate(found)]
    edges: list[int] = []
    inner: list[int] = []
    stack: list[int] = []
    for place, is_opening, number in sorted(turns):
        if is_opening:
            stack.append(number)
        else:
            stack.remove(number)
        edges.append(place)
        inner.append(stack[-1] if stack else -1)
    return tuple(edges), tuple(inner)
