"""Tell footnotes from paragraphs.

The ugly case: "(3) In determining the trend, ..." is the last line of a text, and the note to "in September (3)."
sixty paragraphs above; "(3) report to the Forum" is the last item of a list.
"""

from collections.abc import Sequence

from stmtdiff.notemarks import RAISED, NoteMark, leading_mark, references
from stmtdiff.outline.blocks import Block
from stmtdiff.patterns import later
from stmtdiff.spans import Span

# Marks that nothing else begins with; "[20][30] days" and "[20] days" are of a draft, behind "3/" comes a space.
_SURE = later(rf"[{RAISED}]+\s*\S|\[(?:\d{{1,3}}|\^[^\s\[\]]{{1,40}})\]:?\s*[^\s\[a-z]|\d{{1,3}}/\s+\S")
_COUNTED = later(r"(?P<round>\( ?(?P<inner>\d{1,3}) ?\))\s+\S|(?P<point>\d{1,3})[.)]?\s+\S")
_OTHERS = frozenset({"sign", "bracket", "slash"})  # they may be a bullet, a word left out, a fraction

_APART = frozenset(
    {"", " ", "\n", "\t", "[", "]", "("}
)  # in front of brackets that are no mark of a note: "a [30] day"


def find_notes(text: str, blocks: Sequence[Block]) -> set[int]:
    """Return which of `blocks` are notes or parts of one.

    A loader says so; or a block begins with a note's mark, to which a word before it refers where the mark may be
    something else; or it is one of those at the end of the text that count from 1 and are all referred to above.
    """
    found = {index for index, block in enumerate(blocks) if _is_sure(text, block)}
    doubtful = [(index, mark) for index in range(len(blocks)) if (mark := _doubtful(text, blocks[index]))]
    start, is_round = _count_at_end(text, blocks)
    if not doubtful and start == len(blocks):
        return found  # most texts: nothing has to be searched for references
    calls = list(references(text))
    first: dict[tuple[str, str], int] = {}
    for call in calls:
        if call.form != "bracket" or text[call.span.start - 1 : call.span.start] not in _APART:
            first.setdefault((call.form, call.name), call.span.start)
    found |= {index for index, mark in doubtful if first.get((mark.form, mark.name), len(text)) < mark.span.start}
    if start < len(blocks) and _are_called(calls, len(blocks) - start, blocks[start].start, is_round):
        found.update(range(start, len(blocks)))
    return found


def _is_sure(text: str, block: Block) -> bool:
    return (block.mark is not None and block.mark.kind == "note") or bool(_SURE.match(text, block.start, block.end))


def _doubtful(text: str, block: Block) -> NoteMark | None:
    """Return the mark that `block` begins with, if only a reference to it shows that it is one."""
    mark = leading_mark(text, Span(block.start, block.end))
    is_possible = mark and (mark.form in _OTHERS or mark.span.of(text).startswith("( "))  # a list has no space there
    if not mark or not is_possible or not text[mark.span.end : block.end].strip(" \u00a0*"):
        return None
    return mark


def _count_at_end(text: str, blocks: Sequence[Block]) -> tuple[int, bool]:
    """Return where the last blocks begin that count from 1 in one form, and whether their numbers are in brackets.

    Where they do not, it is behind the last block.
    """
    counted: list[bool] = []  # from the last block upwards
    for index in range(len(blocks) - 1, 0, -1):
        match = _COUNTED.match(text, blocks[index].start, blocks[index].end)
        if match is None or (counted and bool(match["round"]) != counted[0]):
            break
        counted.append(bool(match["round"]))
        if int(match["inner"] or match["point"]) == 1:
            return (index, counted[0]) if _is_count(text, blocks[index:]) else (len(blocks), False)
    return len(blocks), False


def _is_count(text: str, blocks: Sequence[Block]) -> bool:
    matches = [_COUNTED.match(text, block.start, block.end) for block in blocks]
    return all(match and int(match["inner"] or match["point"]) == at for at, match in enumerate(matches, 1))


def _are_called(calls: Sequence[NoteMark], count: int, start: int, is_round: bool) -> bool:
    """Say whether each number up to `count` is referred to in front of `start`.

    Figures in brackets also part a list in running text, so those must be referred to in their order, and no other.
    """
    above = [call for call in calls if call.span.end <= start]
    wanted = [str(number) for number in range(1, count + 1)]
    raised = {call.name for call in above if call.form in {"raised", "bracket"}}
    in_order = list(dict.fromkeys(call.name for call in above if call.form == "round"))
    return raised.issuperset(wanted) or (is_round and in_order == wanted)
