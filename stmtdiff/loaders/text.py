"""Read plain text."""

import hashlib
import re

from stmtdiff.loaders.decoding import decode, tidy
from stmtdiff.loaders.reading import Reading, check_length
from stmtdiff.loaders.running import set_aside
from stmtdiff.model import Source
from stmtdiff.patterns import later
from stmtdiff.settings import AS_USUAL, ReadOptions

VERSION = "1"

_QUOTED = later(r"(?P<signs>>(?: ?>)*)(?: |$)")
_FEWEST_QUOTED, _MOST_QUOTED = 3, 0.8  # lines, and the part of the lines with text, that make a quoted mail
_LINE_END_HYPHEN = later(r"(?P<head>[^\W\d_]+)-\n[^\S\n]*(?P<tail>[^\W\d_]+)(?P<rest>\S*)[^\S\n]*")


def read(raw: bytes, options: ReadOptions = AS_USUAL) -> Reading:
    """Return the text of `raw`.

    Raises:
        LoadError: when it is no text, or too long.
    """
    text, doubts = decode(raw)
    text, more = _unquoted(text)
    reading = read_text(text, options.limits.letters)
    return Reading(reading.text, reading.marks, (*doubts, *more))


def read_text(text: str, limit: int = AS_USUAL.limits.letters) -> Reading:
    """Return `text` as the statement's text: tidy, words whole, running heads out of the way.

    Raises:
        LoadError: when it is longer than `limit` characters.
    """
    check_length(len(text), limit)
    return set_aside(_join_hyphens(tidy(text)))


def from_text(text: str, *, name: str = "") -> Source:
    """Return the source that `text` is, as if a UTF-8 file with it had been read.

    Raises:
        LoadError: when it is longer than `limit` characters.
    """
    raw = text.encode("utf-8", "surrogatepass")
    reading = read_text(text)
    return Source(reading.text, hashlib.sha256(raw).hexdigest(), "text", VERSION, name, reading.marks)


def _unquoted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` without the signs of a quoted mail, "> ", where nearly every line has one; and the doubt about it.

    A line with another number of signs begins a paragraph: it is of another mail.
    """
    lines = text.splitlines()
    written = [line for line in lines if line.strip()]
    quoted = [_QUOTED.match(line) for line in lines]
    if sum(map(bool, quoted)) < _FEWEST_QUOTED or sum(map(bool, quoted)) < _MOST_QUOTED * len(written):
        return text, ()
    bare: list[str] = []
    depth = 0
    for line, match in zip(lines, quoted, strict=True):
        now = match["signs"].count(">") if match else 0
        bare += [""] if now != depth and line.strip() else []
        depth = now if line.strip() else depth
        bare.append(line[match.end() :] if match else line)
    return "\n".join(bare), ("This is a quoted mail; the quoting signs at the start of its lines were removed.",)


def _join_hyphens(text: str) -> str:
    """Return `text` with each word whole that a hyphen parts at a line's end; the line ends behind it.

    The hyphen goes only when the joined word stands elsewhere in the text and the hyphened one does
    not: "Secretary-/General" keeps it, "denuclear-/isation" loses it.
    """
    if "-\n" not in text:
        return text
    known = {word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}

    def join(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        is_one_word = f"{head}{tail}".lower() in known and f"{head}-{tail}".lower() not in known and tail.islower()
        return f"{head}{'' if is_one_word else '-'}{tail}{match['rest']}\n"

    return _LINE_END_HYPHEN.sub(join, text)
