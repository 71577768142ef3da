"""Put together what display sets apart: letters with space between them, and the large first letter of a text.

The ugly case: "C H A I R M A N ' S   S T A T E M E N T" is two words. No single gap says which; the other gaps of
the line do.
"""

from collections.abc import Sequence
from itertools import pairwise

from stmtdiff.loaders.pdf.pages import Line, Word

_FEWEST = 5  # letters by themselves that make a line set wide
_SINGLE = 0.7  # of the pieces of the line, at least, are one letter or sign
_WIDEST = 0.8  # of the size: letters of a word are not further apart
_WIDER = 1.6  # times the usual gap, at least, between two words
_SLACK = 0.08  # of the size: what gaps between letters of other shapes differ by
_LARGE = 1.8  # times the size of the text, at least, is a drop cap
_FEWEST_BESIDE = 2  # lines that stand beside one
_NEAR = 1.0  # of its size, at most, from a drop cap to its lines
_PARTED = 1.0  # of the size of the text: a word behind a drop cap that far away is another word


def join_letters(line: Line) -> Line:
    """Return a line with the words whole whose letters are set apart; any other line as it is."""
    words = line.words
    single = sum(len(word.text) == 1 and not word.text.isdecimal() for word in words)
    if single < _FEWEST or single < _SINGLE * len(words) or any(word.shift for word in words):
        return line
    gaps = [two.left - one.right for one, two in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    if not -_SLACK * line.size <= usual <= _WIDEST * line.size:
        return line
    least = max(_WIDER * usual, usual + 2 * _SLACK * line.size)
    made = [[words[0]]]
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap >= least:
            made.append([word])
        else:
            made[-1].append(word)
    return Line([_one(letters) for letters in made], line.page)


def _one(letters: Sequence[Word]) -> Word:
    """Return one word for its letters."""
    first = letters[0]
    return first._replace(
        text="".join(word.text for word in letters),
        right=max(word.right for word in letters),
        is_bold=all(word.is_bold for word in letters),
    )


def join_drop_caps(rows: Sequence[Line]) -> list[Line]:
    """Return the rows with each drop cap put before the first of the lines that stand beside it."""
    made: list[Line | None] = list(rows)
    for index, row in enumerate(rows):
        for word in row.words:
            if not _may_be_cap(word):
                continue
            beside = [at for at, other in enumerate(rows) if _stands_beside(word, other)]
            if len(beside) >= _FEWEST_BESIDE:
                _join(made, index, word, beside)
                break
    return [row for row in made if row is not None]


def _may_be_cap(word: Word) -> bool:
    letters = word.text.lstrip("“\"'‘«¿¡")
    return len(letters) == 1 and letters.isalpha() and letters.isupper()


def _stands_beside(cap: Word, row: Line) -> bool:
    """Say whether the text of a row stands to the right of a drop cap, between its foot and its head."""
    text = [word for word in row.words if word != cap]
    if not text or cap.size < _LARGE * text[0].size:
        return False
    is_level = cap.y - text[0].size / 2 <= text[0].y <= cap.y + cap.size
    return is_level and 0 <= text[0].left - cap.right + text[0].size / 4 <= _NEAR * cap.size


def _join(made: list[Line | None], index: int, cap: Word, beside: Sequence[int]) -> None:
    """Take `cap` out of the row at `index`, and put it before the first of the rows `beside` it.

    All these rows begin where the drop cap does, so that none of them looks set in.
    """
    own = made[index]
    rest = [word for word in own.words if word != cap] if own else []
    made[index] = Line(rest, own.page) if rest and own else None
    for place in beside:
        row = made[place]
        if row is None:
            continue
        first = row.words[0]
        text = first.text
        if place == beside[0]:
            text = f"{cap.text} {text}" if first.left - cap.right > _PARTED * first.size else cap.text + text
        made[place] = Line([first._replace(text=text, left=cap.left), *row.words[1:]], row.page)
