"""Turn pieces of statements into lines of styled text that fit a width.

"denuclear-" at the end of a column and "isation" at the start of the next cannot be read as the
one word that was dropped, and a column of Chinese is twice as wide as its code points say: lines
break only between words, and widths are counted in terminal cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from stmtdiff.patterns import later
from stmtdiff.renderers.marks import brackets, terminal_style
from stmtdiff.renderers.pieces import Piece, fragments
from stmtdiff.renderers.visible import END, ISOLATE, has_turning_letters, visible
from stmtdiff.report import Report

BREAK = "\u200b"  # a line may end here without a space; safe as our own sign because `visible` spells out others
_GAPS = later(f"([ {BREAK}])")
# Latin, Greek, Cyrillic, their punctuation, and our own signs: one cell each, so that most statements need no table
_NARROW = later("[ -~\xa0-\u02ff\u0384-\u0482\u2010-\u2027\u2030-\u205e─-╿■-◌]*")
_SEAMS = later(r"[^/-]+[/-]*|[/-]+")  # of an address or a compound
_LOOKALIKE = later(r"([\[({])([-+].*?[-+][\])}])")  # words of a statement that would read as a mark of ours
_CLOSING = frozenset("、。，．）」』】》〉！？：；・ー々")  # never at the start of a line
_OPENING = frozenset("（「『【《〈")  # never at the end of one


class Run(NamedTuple):
    """Text in one style, in rich's words; the text is harmless already."""

    text: str
    style: str = ""


Line = tuple[Run, ...]


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def styled(report: Report, pieces: Sequence[Piece], *, signs: bool = True) -> list[Run]:
    """Return pieces as runs with their marks; a line may end between a dropped phrase and what replaced it.

    Without `signs` no brackets stand around a mark, and a space parts a dropped phrase from what replaced it.
    """
    return [
        _styled(piece, visible(text), signs=signs) if piece else Run(text or (BREAK if signs else " "))
        for text, piece in fragments(report, pieces)
    ]


def unmarked(text: str) -> str:
    """Return words of a statement in which nothing reads as a mark of ours: "[-no-]" becomes "[\\-no-]"."""
    return _LOOKALIKE.sub(r"\1\\\2", text)


def _styled(piece: Piece, text: str, *, signs: bool) -> Run:
    left_out = f"[... {piece.elided} words ...]" if piece.elided else ""
    safe = unmarked(text) if signs else text
    if piece.shift is None or piece.carried:
        return Run(left_out, "dim") if left_out else Run(safe)
    safe = f"{safe} {left_out}" if left_out else safe
    opening, closing = brackets(piece.side, quiet=piece.quiet) if signs else ("", "")
    return Run(f"{opening}{safe}{closing}", terminal_style(piece.shift, piece.side, quiet=piece.quiet))


def wrap(runs: Iterable[Run], width: int | None) -> list[Line]:
    """Return `runs` as lines of at most `width` cells; a word is cut only where it alone is wider.

    >>> [[run.text for run in line] for line in wrap([Run("grave and growing concern")], 12)]
    [['grave', ' ', 'and'], ['growing'], ['concern']]
    """
    if width is None:
        return [_isolated(_unwrapped(runs))]
    lines: list[list[Run]] = [[]]
    room = width
    gap: Run | None = None
    for word, size in _words(runs, width):
        if not size:
            gap = word[0] if gap is None or word[0].text == " " else gap
            continue
        space = [gap] if gap and gap.text == " " and lines[-1] else []
        if lines[-1] and gap and size + len(space) > room:
            lines.append([])
            room, space = width, []
        room -= size + len(space)
        lines[-1] += [*space, *word]
        gap = None
    return [_isolated(tuple(line)) for line in lines]


def _isolated(line: Line) -> Line:
    """Return a line whose letters, if any run from right to left, turn nothing that is put beside it."""
    if not any(has_turning_letters(run.text) for run in line):
        return line
    return (Run(ISOLATE), *line, Run(END))


def _unwrapped(runs: Iterable[Run]) -> Line:
    """Return `runs` as one line, with single spaces where two runs meet."""
    line: list[Run] = []
    for run in runs:
        text = run.text.replace(BREAK, "")
        if not line or line[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            line.append(Run(text, run.style))
    return joined(tuple(line))


class _Word(NamedTuple):
    """Runs that must stay on one line, and their width in cells; a width of 0 is a gap, a space or a `BREAK`."""

    runs: list[Run]
    size: int


def _words(runs: Iterable[Run], width: int) -> Iterator[_Word]:
    """Yield words, and the gaps between them."""
    word: list[Run] = []
    for run in runs:
        for part in _GAPS.split(run.text):
            if part in (" ", BREAK):
                yield from _fitting(word, width)
                yield _Word([Run(part, run.style)], 0)
                word = []
            elif part:
                first, *others = _chunks(part)
                word.append(Run(first, run.style))
                for chunk in others:
                    yield from _fitting(word, width)
                    yield _Word([Run(BREAK)], 0)
                    word = [Run(chunk, run.style)]
    yield from _fitting(word, width)


def _chunks(text: str) -> list[str]:
    """Return `text` cut where a line may break inside a text without spaces: around wide characters."""
    if text.isascii() or _NARROW.fullmatch(text):
        return [text]
    chunks: list[str] = []
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if cells(after) and 2 in (cells(before), cells(after)) and after not in _CLOSING and before not in _OPENING:
            chunks.append(text[start:index])
            start = index
    return [*chunks, text[start:]]


def _fitting(word: list[Run], width: int) -> Iterator[_Word]:
    """Yield `word`; only if it alone is wider than a line, cut after its slashes and hyphens, or else anywhere."""
    size = sum([cells(run.text) for run in word])
    if size <= width:
        if word:
            yield _Word(word, size or 1)  # a word of nothing but joiners is still no gap
        return
    line: list[Run] = []
    used = 0
    for run in word:
        for part in _SEAMS.findall(run.text):
            for text in [part] if cells(part) <= width else part:
                if line and used + cells(text) > width:
                    yield _Word(line, used)
                    yield _Word([Run(BREAK)], 0)
                    line, used = [], 0
                line.append(Run(text, run.style))
                used += cells(text)
    yield _Word(line, used)


def pad(line: Line, width: int) -> Line:
    """Return `line` filled with spaces to `width` cells."""
    return (*line, Run(" " * (width - sum(cells(run.text) for run in line))))


def plain_text(lines: Iterable[Line]) -> str:
    """Return lines as text without styles and without spaces at their ends."""
    return "".join("".join(run.text for run in joined(line)) + "\n" for line in lines)


def ansi_text(lines: Iterable[Line]) -> str:
    """Return lines as text with ANSI styles, for terminals with 256 colours."""
    from rich.color import ColorSystem
    from rich.style import Style

    made: dict[str, Style] = {}

    def paint(run: Run) -> str:
        if not run.style:
            return run.text
        if run.style not in made:
            made[run.style] = Style.parse(run.style)
        return made[run.style].render(run.text, color_system=ColorSystem.EIGHT_BIT)

    return "".join("".join(map(paint, joined(line))) + "\n" for line in lines)


def joined(line: Line) -> Line:
    """Return a line with neighbours of one style made one run, and without spaces at its end."""
    runs = [Run("".join(run.text for run in same), style) for style, same in groupby(line, key=lambda run: run.style)]
    while runs and not runs[-1].text.rstrip(" "):
        runs.pop()
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].style)
    return tuple(runs)
