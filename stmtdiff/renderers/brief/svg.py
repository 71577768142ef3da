"""A card to share: the headline and the first three rows as a picture of 1200 by 675 pixels, without outside fonts.

Letters are not measured: a line holds so many characters that the widest of usual fonts stays inside its column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from textwrap import wrap

from stmtdiff.ledger import Ledger
from stmtdiff.renderers.brief import Options
from stmtdiff.renderers.brief.telling import Quote, Told, pair, told
from stmtdiff.renderers.marks import MARKS
from stmtdiff.shifts.shift import Direction

WIDTH, HEIGHT = 1200, 675  # pixels
ROWS = 3
_LEFT, _THEN, _NOW = 40, 280, 735  # pixels from the left: topics, the old and the new wording
_TOPIC, _COLUMN = 17, 43  # characters a line
_LINE = 22  # pixels from one line to the next
_LONGEST = 6  # lines of a wording
_KICKER = 120  # characters of the line above the headline
_SIZES = ((40, 44, 2), (32, 54, 3), (26, 66, 4))  # of the headline: pixels, characters a line, lines
_FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" \
role="img">
<title>{title}</title>
<style>
text {{ font: 18px Georgia, "Times New Roman", "DejaVu Serif", serif; fill: #1a1a1a; white-space: pre; }}
.small {{ font: 16px Arial, Helvetica, "DejaVu Sans", sans-serif; fill: #555; }}
.topic {{ font: bold 17px Arial, Helvetica, "DejaVu Sans", sans-serif; }}
.gone {{ text-decoration: line-through; fill: #555; }}
.come {{ text-decoration: underline; }}
</style>
<rect width="{width}" height="{height}" fill="#fff"/>
{body}
</svg>
"""


def render(ledger: Ledger, options: Options) -> str:  # noqa: ARG001  # a picture has no room for reasons
    """Return the card as SVG; a wording that is longer than its place ends with an ellipsis."""
    title = ledger.headline or pair(ledger)
    body = "\n".join(_body(ledger, title))
    return _FRAME.format(width=WIDTH, height=HEIGHT, title=escape(title), body=body)


def _body(ledger: Ledger, title: str) -> Iterator[str]:
    for line in wrap(ledger.kicker or pair(ledger), _KICKER, max_lines=1, placeholder=" …"):
        yield _text(_LEFT, 50, escape(line), "small")
    size, lines = _headline(title)
    at = 56
    for line in lines:
        at += round(size * 1.15)
        yield f'<text x="{_LEFT}" y="{at}" style="font-size:{size}px;font-weight:bold">{escape(line)}</text>'
    at += 36
    yield _text(_THEN, at, "Then", "small")
    yield _text(_NOW, at, "Now", "small")
    for row in ledger.rows[:ROWS]:
        words = told(ledger, row)
        matter, then, now = _matter(words), _lines(words.then), _lines(words.now)
        height = _LINE * max(2, len(matter), len(then), len(now))
        if at + height + _LINE > HEIGHT - 10:
            break
        yield f'<path d="M{_LEFT} {at + 10}H{WIDTH - _LEFT}" stroke="#ccc"/>'
        yield f'<rect x="{_LEFT}" y="{at + 18}" width="5" height="{height}" fill="{_color(row.direction)}"/>'
        for number, (line, name) in enumerate(matter, 1):
            yield _text(_LEFT + 14, at + 12 + _LINE * number, escape(line), name)
        for left, quotation, name in ((_THEN, then, "gone"), (_NOW, now, "come")):
            for number, row_of_words in enumerate(quotation, 1):
                yield _text(left, at + 12 + _LINE * number, _spans(row_of_words, name))
        at += height + _LINE


def _headline(title: str) -> tuple[int, list[str]]:
    """Return the size of the headline in pixels, and its lines: the largest in which it is whole."""
    for size, characters, most in _SIZES:
        lines = wrap(title, characters)
        if len(lines) <= most:
            return size, lines
    return size, wrap(title, characters, max_lines=most, placeholder=" …")


def _matter(row: Told) -> list[tuple[str, str]]:
    """Return the lines of a row's first column: what it is about, and what became of it."""
    topic = wrap(row.topic, _TOPIC, max_lines=3, placeholder=" …")
    return [*((line, "topic") for line in topic), *((line, "small") for line in wrap(row.label, _TOPIC + 4)[:2])]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a quotation; `glued` says that there is no space before it."""

    text: str
    changed: bool
    glued: bool


def _words(cut: Quote) -> Iterator[_Word]:
    is_open = True  # whether what came last ends with a space
    for text, is_changed in cut:
        for number, word in enumerate(text.split()):
            yield _Word(word, is_changed, glued=not (number or is_open or text[0].isspace()))
        is_open = text[-1:].isspace()


def _lines(cut: Quote) -> list[list[_Word]]:
    """Return a quotation as lines of words."""
    lines: list[list[_Word]] = []
    length = _COLUMN
    for word in _words(cut):
        space = 0 if word.glued else 1
        if length + space + len(word.text) > _COLUMN and not (word.glued and lines):
            lines.append([])
            length, space = 0, 0
        lines[-1].append(word)
        length += space + len(word.text)
    if len(lines) > _LONGEST:
        last = [*lines[_LONGEST - 1][:-1], _Word("…", changed=False, glued=False)]
        lines = [*lines[: _LONGEST - 1], last]
    return lines


def _spans(line: Sequence[_Word], name: str) -> str:
    """Return the words of a line, what changed in a span of its own."""
    made = ""
    for is_changed, group in groupby(line, key=lambda word: word.changed):
        words = list(group)
        text = "".join(("" if word.glued or not number else " ") + word.text for number, word in enumerate(words))
        space = "" if words[0].glued or not made else " "
        made += space + (f'<tspan class="{name}">{escape(text)}</tspan>' if is_changed else escape(text))
    return made


def _color(direction: Direction) -> str:
    return MARKS["neutral" if direction == "none" else direction].page


def _text(left: int, at: int, content: str, name: str = "") -> str:
    looks = f' class="{name}"' if name else ""
    return f'<text x="{left}" y="{at}"{looks}>{content}</text>'
